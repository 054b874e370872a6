// What can be given on a canvas and what was: to zones, to cards, for aspects and entries; in private and in the open.

import { expect, test } from "vitest";
import type { Canvas, Card, Layout, Score, Step } from "../generated/protocol";
import { aspectsOf, Givens, giving, howToGive, othersTicked, subjectsOn } from "./giving";
import { openScoreId, scoreId } from "./predict-led";

const words = (text: string) => ({ nl: text, en: text });
const zone = (id: string, ...accepts: string[]) => ({ id, label: words(id), accepts });
const laid = (id: string, of = id) => ({ id, of, label: words(of), accepts: [], areas: [] });

function canvas(more: object, settings: Canvas["settings"] = {}): Canvas {
  const template = { zones: [], kinds: [], figure: { type: "page" }, ...more };
  return { kind: "canvas", id: "c", order: 0, template, settings } as unknown as Canvas;
}

const layout = (...zones: object[]) => ({ zones }) as unknown as Layout;
const card = (id: string, copy = "") =>
  ({ kind: "card", id: `c.card.${id}${copy}`, canvas: "c", card: id, place: { frame: "f", u: 0, v: 0 } }) as Card;

const STEP = { kind: "step", id: "s", canvas: "c", mode: "score" } as Step;

test("[MARK-120] zones that repeat are scored one by one, those with cards by their cards, copies not at all", () => {
  const cards = [
    { id: "a", zone: "lines", text: words("a"), kind: "statement" },
    { id: "b", zone: "ticks", text: words("b"), kind: "checkbox", row: "r" },
    { id: "d", zone: "loose", text: words("d") },
  ];
  const zones = [
    zone("row", "score"),
    zone("lines", "score"),
    zone("ticks", "checkbox"),
    zone("loose"),
    zone("mood", "smiley"),
  ];
  const there = layout(
    laid("row.1", "row"),
    laid("row.2", "row"),
    laid("lines"),
    laid("ticks"),
    laid("loose"),
    laid("mood"),
  );
  const found = subjectsOn(canvas({ zones, cards }), there, [card("a"), card("b"), card("d"), card("a", "-2")]);
  expect(found.map(({ key, scale }) => `${key} ${scale}`)).toEqual([
    "zone:row.1 score",
    "zone:row.2 score",
    "c.card.a score",
    "c.card.b checkbox",
    "zone:mood smiley",
  ]);
});

test("[MARK-121] a canvas that scores nothing by itself is scored by its zones, only where that is asked for", () => {
  const bare = canvas({ zones: [zone("inner"), zone("tray")], figure: { type: "rings", tray: "tray" } });
  const there = layout(laid("inner"), laid("tray"));
  expect(subjectsOn(bare, there, [])).toEqual([]);
  expect(subjectsOn(bare, there, [], true).map(({ key }) => key)).toEqual(["zone:inner"]);
});

test("[MARK-122] each thing is scored for each aspect, or for each entry of a list and those that fill it up", () => {
  const lists = [{ id: "partners", label: words("Partner"), least: 2 }];
  const listed = canvas({ lists, scoring: { each: "partners" } }, { partners: [{ id: "org-1", name: "Noord" }] });
  expect(aspectsOf(listed)).toEqual([
    { id: "org-1", name: words("Noord") },
    { id: "2", name: words("Partner 2") },
  ]);
  expect(aspectsOf(canvas({}))).toEqual([{ id: "", name: null }]);
});

const subject = () => {
  const [found] = subjectsOn(canvas({ zones: [zone("z", "score")] }), layout(laid("z")), []);
  const row = found?.rows[0];
  if (!row) throw new Error("expected a row");
  return row;
};
const score = (id: string, value: number, more: Partial<Score> = {}): Score => ({
  ...{ kind: "score", id, canvas: "c", zone: "z", value, author: "ann" },
  ...more,
});

test("[MARK-1] in a private step mine is what I gave in it; else what I gave last that everyone sees", () => {
  const row = subject();
  const givens = new Givens([
    score(scoreId("s", row), 2, { step: "s" }),
    score("shown-1", 4, { step: "r" }),
    score(openScoreId("ann", row), 5),
  ]);
  expect(givens.mine(row, "ann", STEP)).toBe(2);
  expect(givens.mine(row, "ann", { ...STEP, id: "other" })).toBeNull();
  expect(givens.mine(row, "ann", undefined)).toBe(5);
  expect(givens.mine(row, "ben", undefined)).toBeNull();
});

test("[MEAS-2] of what everyone sees each person's last counts; without names what the last step brought", () => {
  const row = subject();
  const named = new Givens([
    score("1", 1, { step: "r" }),
    score("2", 5, { step: "s" }),
    score("3", 3, { author: "ben" }),
  ]);
  expect(named.counting(row).map(({ value }) => value)).toEqual([5, 3]);
  const nameless = new Givens([
    score("1", 1, { step: "r", author: null }),
    score("2", 4, { step: "s", author: null }),
    score("3", 2, { step: "s", author: null }),
  ]);
  expect(nameless.counting(row).map(({ value }) => value)).toEqual([4, 2]);
});

test("[MARK-3] the group's state is apart from people's own", () => {
  const row = subject();
  const givens = new Givens([score(openScoreId(null, row), 3, { group: true }), score(openScoreId("ann", row), 1)]);
  expect([givens.group(row), givens.mine(row, "ann", undefined)]).toEqual([3, 1]);
  expect(givens.counting(row).map(({ value }) => value)).toEqual([1]);
});

test("[MARK-3] ticking one of a row of cards takes back the others of that row", () => {
  const cards = ["a", "b", "d"].map((id) => ({
    id,
    zone: "z",
    text: words(id),
    kind: "checkbox",
    row: id === "d" ? "r2" : "r1",
  }));
  const there = canvas({ zones: [zone("z", "checkbox")], cards });
  const all = subjectsOn(there, layout(laid("z")), [card("a"), card("b"), card("d")]);
  const [first] = all;
  if (!first) throw new Error("expected a card to tick");
  expect(othersTicked(first, all, () => 3).map(({ item }) => item)).toEqual(["c.card.b"]);
  expect(othersTicked(first, all, () => 1)).toEqual([]);
});

test("[MARK-1] what is given goes to one's own stream in a private step of this canvas, else to everyone's where that is open", () => {
  const standing = (situation: "score" | "discuss" | "vote", role: "participant" | "observer" = "participant") =>
    ({ role, situation, paused: false }) as const;
  expect(howToGive(standing("score"), STEP, "c")).toBe("own");
  expect(howToGive(standing("score"), STEP, "other")).toBeNull();
  expect(howToGive(standing("discuss"), undefined, "c")).toBe("open");
  expect(howToGive(standing("vote"), undefined, "c")).toBeNull();
  expect(howToGive(standing("score", "observer"), STEP, "c")).toBeNull();
  expect(giving(subject(), 4, "own", STEP)).toMatchObject({
    type: "score.set",
    step: "s",
    canvas: "c",
    zone: "z",
    value: 4,
  });
  expect(giving(subject(), 4, "open", STEP)).not.toHaveProperty("step");
});
