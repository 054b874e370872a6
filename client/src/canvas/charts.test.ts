// What charts draw.

import { expect, test } from "vitest";
import type { ChartShape, Layout, Organisation, Score, Zone } from "../generated/protocol";
import { type ChartFacts, drawingsOf, meansOf } from "./charts";

const zone = (id: string, of: string, row: string | null = null): Zone => ({
  ...{ id, of, row, column: null, label: { nl: id, en: id }, accepts: ["score"], areas: [], private: false },
});
const layout = {
  zones: [zone("a", "a"), zone("b", "b"), zone("give.1", "give", "1"), zone("take.1", "take", "1")],
  frames: { a: { x: 0, y: 0, width: 100, height: 50 }, b: { x: 0, y: 50, width: 100, height: 50 } },
} as unknown as Layout;
const organisation = (mark: number): Organisation => ({
  ...{ kind: "organisation", id: `o${mark}`, name: `O${mark}`, mark, order: mark },
});
const score = (zone: string, value: number, author: string | null, aspect = ""): Score => ({
  ...{ kind: "score", id: `${zone}${author}${aspect}`, canvas: "c", zone, value, author, aspect },
});
const chart = (kind: ChartShape["kind"], zones: string[]): ChartShape => ({
  ...{ type: "chart", kind, x: 0, y: 0, width: 100, height: 100, zones, aspect: "" },
});
const factsOf = (scores: Score[], dots: [string, number][] = [], ticks: Score[] = []): ChartFacts => ({
  layout,
  scores: (id) => scores.filter((each) => each.zone === id),
  ticks: (id) => ticks.filter((each) => each.zone === id),
  dots: () => new Map(dots),
  organisationOf: (person) => (person === "jo" ? organisation(0) : organisation(1)),
});
const given = [score("a", 1, "jo"), score("a", 3, "amira"), score("b", 5, "jo"), score("b", 4, "amira")];

test("[UI-230] A radar has a line for each organisation and the group's, but none before all was scored.", () => {
  const strokes = (scores: Score[]) =>
    drawingsOf(chart("radar", ["a", "b"]), factsOf(scores)).flatMap(({ stroke }) => stroke ?? []);
  const isGrid = (stroke: string) => ["var(--line)", "var(--edge)"].includes(stroke);
  expect(strokes(given).filter((stroke) => !isGrid(stroke))).toEqual([
    ...["var(--org-0)", "var(--org-1)", "var(--ink)"],
  ]);
  expect(strokes(given.slice(0, 2)).every(isGrid)).toBe(true);
});

test("[UI-230] Where somebody scored without a name, no line is of an organisation.", () => {
  const drawings = drawingsOf(chart("radar", ["a", "b"]), factsOf([...given, score("a", 2, null)]));
  expect(drawings.filter(({ mark, stroke }) => mark || stroke?.startsWith("var(--org"))).toEqual([]);
  expect(drawings.at(-1)?.stroke).toBe("var(--ink)");
});

test("[UI-230] A profile goes through the means, by aspect, from 1 at its left to 5 at its right.", () => {
  const wanted = [score("a", 5, "jo", "wanted"), score("b", 1, "jo", "wanted")];
  const lines = drawingsOf(chart("profile", ["a", "b"]), factsOf([...given, ...wanted])).filter(({ stroke }) => stroke);
  expect(lines.map(({ d, dash }) => [d, dash])).toEqual([
    ["M25 25L87.5 75", ""],
    ["M100 25L0 75", "8 6"],
  ]);
  const rows = new Map([["a wanted", 10]]);
  const moved = drawingsOf(chart("profile", ["a", "b"]), { ...factsOf([...given, ...wanted]), rows });
  expect(moved.filter(({ stroke }) => stroke).map(({ d }) => d)).toEqual(["M25 25L87.5 75", "M100 10L0 75"]);
});

test("[UI-230] A heat map is darkest where most dots lie.", () => {
  const found = drawingsOf(
    chart("heat", ["a", "b"]),
    factsOf(
      [],
      [
        ["a", 4],
        ["b", 1],
      ],
    ),
  );
  expect(found.map(({ opacity }) => opacity)).toEqual([0.3, 0.075]);
  expect(drawingsOf(chart("heat", ["a", "b"]), factsOf([]))).toEqual([]);
});

test("[UI-230] A balance goes as far to the left as is given, and to the right as is taken.", () => {
  const scores = [score("give.1", 5, "jo"), score("take.1", 2.5, "jo")];
  const [line, left, right] = drawingsOf(chart("balance", ["give.1", "take.1"]), factsOf(scores));
  expect(line?.d).toBe("M50 0V100");
  expect([left?.d, right?.d]).toEqual(["M0 38H50V62H0Z", "M50 38H75V62H50Z"]);
});

test("[UI-230] Who hears a chart hears the means.", () => {
  expect(meansOf(chart("radar", ["a", "b"]), factsOf(given))).toEqual([
    { zone: "a", mean: 2 },
    { zone: "b", mean: 4.5 },
  ]);
});

test("[UI-230] Where people tick, a radar shows how each one's ticks are divided.", () => {
  const ticks = [
    ...[score("a", 3, "jo"), score("a", 3, "jo"), score("b", 3, "jo"), score("b", 1, "jo")],
    ...[score("b", 3, "amira")],
  ];
  const facts = factsOf([], [], ticks);
  const [a, b] = meansOf(chart("radar", ["a", "b"]), facts);
  expect(a?.mean).toBeCloseTo(((5 * 2) / 3 + 0) / 2);
  expect(b?.mean).toBeCloseTo((5 / 3 + 5) / 2);
});
