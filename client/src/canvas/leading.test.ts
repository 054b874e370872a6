// What leads a session, on one canvas.

import { expect, test } from "vitest";
import type { Group, Placement, Round, Score, Step, Workshop } from "../generated/protocol";
import { type Found, leadingOn, NOTHING_LEADS } from "./leading";

const step = (id: string): Step => ({
  ...{ kind: "step", id, mode: "vote", title: { nl: "", en: "" }, prompt: { nl: "", en: "" }, minutes: 3, order: 1 },
});
const group = (id: string, canvas: string): Group => ({ kind: "group", id, canvas, items: ["n"] });
const round = (id: string, canvas: string, ended: number | null): Round => ({
  ...{ kind: "round", id, canvas, dots: 3, opened: 1, ended },
});
const placement = (id: string, canvas: string): Placement => ({
  ...{ kind: "placement", id, canvas, step: "s", place: { frame: "figure", u: 0, v: 0 } },
});
const score = (id: string, canvas: string): Score => ({ kind: "score", id, canvas, zone: "z", value: 3 });
const workshop: Workshop = {
  ...{ kind: "workshop", id: "workshop", title: "W", language: "nl", step: "s2" },
  spotlight: { canvas: "a", zones: ["middle"] },
};
const found: Found = {
  workshop,
  steps: [step("s1"), step("s2")],
  groups: [group("g1", "a"), group("g2", "b")],
  placements: [placement("p1", "a"), placement("p2", "b")],
  rounds: [round("r1", "a", 5), round("r2", "a", 9), round("r3", "b", null)],
  scores: [score("x", "a"), score("y", "b")],
};

test("[UI-190] A canvas shows its own groups, votes, placements, scores and spotlight, and the step under way.", () => {
  const a = leadingOn("a", found, new Map());
  expect([a.step?.id, a.groups.length, a.placements[0]?.id, a.spotlight?.zones]).toEqual(["s2", 1, "p1", ["middle"]]);
  expect([a.round, a.result?.id]).toEqual([undefined, "r2"]);
  expect([a.closed.map(({ id }) => id), a.scores.map(({ id }) => id)]).toEqual([["r1", "r2"], ["x"]]);
  const b = leadingOn("b", found, new Map([["n", 2]]));
  expect([b.round?.id, b.result, b.dots.get("n"), b.spotlight]).toEqual(["r3", undefined, 2, undefined]);
});

test("[UI-190] What did not change is the same as before, so that nothing is drawn anew.", () => {
  const before = leadingOn("b", found, new Map([["n", 2]]), NOTHING_LEADS);
  expect(leadingOn("b", { ...found, groups: [...found.groups] }, new Map([["n", 2]]), before)).toBe(before);
  const after = leadingOn("b", found, new Map([["n", 1]]), before);
  expect(after).not.toBe(before);
  expect(after.groups).toBe(before.groups);
});
