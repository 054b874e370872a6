import { expect, test } from "vitest";
import type { Item, Layout, Round } from "../generated/protocol";
import { dotsLeft, isUpForVote, mostDots } from "./voting";

const round: Round = { kind: "round", id: "r", canvas: "c", dots: 3, opened: 0 };
const mine = new Map([
  ["a", 2],
  ["b", 0],
]);

test("[UI-161] Nobody is offered more dots than they have, or more on one item than the vote allows.", () => {
  expect(dotsLeft(round, mine)).toBe(1);
  expect(mostDots(round, mine, "a")).toBe(3);
  expect(mostDots(round, mine, "b")).toBe(1);
  expect(mostDots({ ...round, several: false }, new Map([["a", 1]]), "a")).toBe(1);
  expect(mostDots({ ...round, dots: 2 }, mine, "b")).toBe(0);
  expect(dotsLeft({ ...round, dots: 1 }, mine)).toBe(0);
});

test("[UI-161] A vote is about what it was opened for: its canvas, zone and kind, nothing private or deleted.", () => {
  const layout = {
    ...{ width: 100, height: 100, reach: 0, home: "sheet", scales: {} },
    frames: { sheet: { x: 0, y: 0, width: 100, height: 100 } },
    zones: [{ id: "left", areas: [{ type: "rect", x: 0, y: 0, width: 50, height: 100 }] }],
  } as unknown as Layout;
  const note = (u: number, fields: object = {}): Item =>
    ({ kind: "sticky", id: "n", canvas: "c", place: { frame: "sheet", u, v: 0.5 }, ...fields }) as Item;
  const up = (asked: Partial<Round>, item: Item, draft = false) =>
    isUpForVote({ ...round, ...asked }, item, draft, layout);
  expect(up({}, note(0.9))).toBe(true);
  expect(up({ zone: "left" }, note(0.2))).toBe(true);
  expect(up({ zone: "left" }, note(0.9))).toBe(false);
  expect(up({ only: "partner-token" }, note(0.2))).toBe(false);
  expect(up({ ended: 5 }, note(0.2))).toBe(false);
  expect(up({}, note(0.2, { canvas: "other" }))).toBe(false);
  expect(up({}, note(0.2, { deleted: "p" }))).toBe(false);
  expect(up({}, note(0.2), true)).toBe(false);
});
