import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { arrowBetween, asides, type Box, widthOf } from "./arrow";

const note = (x: number, y: number): Box => ({ x, y, width: 100, height: 60, round: false });
const token = (x: number, y: number): Box => ({ x, y, width: 80, height: 80, round: true });

test("an arrow goes from edge to edge, a little away from both", () => {
  const arrow = arrowBetween(note(0, 0), token(300, 0), 2.75);
  expect(arrow?.tail).toEqual({ x: 56, y: 0 });
  expect(arrow?.tip).toEqual({ x: 254, y: 0 });
  expect(arrow?.middle).toEqual({ x: 155, y: 0 });
});

test("it leaves a note where the straight way does", () => {
  const arrow = arrowBetween(note(0, 0), note(0, 300), 2.75);
  expect(arrow?.tail).toEqual({ x: 0, y: 36 });
  expect(arrow?.tip).toEqual({ x: 0, y: 264 });
});

test("its head ends at its tip, however thick it is", () => {
  for (const strength of [1, 2, 3]) {
    const arrow = arrowBetween(token(0, 0), token(0, 400), widthOf(strength));
    expect(arrow?.head.startsWith("M0 354L")).toBe(true);
  }
  expect([1, 2, 3, undefined].map(widthOf)).toEqual([2.75, 4.75, 7.75, 2.75]);
});

test("it keeps clear of a token's name where this lies in its way", () => {
  const named = { ...token(0, 0), name: { width: 120, height: 50 } };
  expect(arrowBetween(token(0, 400), named, 2.75)?.tip).toEqual({ x: 0, y: 96 });
  expect(arrowBetween(token(0, -400), named, 2.75)?.tip).toEqual({ x: 0, y: -46 });
  expect(arrowBetween(token(400, 0), named, 2.75)?.tip).toEqual({ x: 46, y: 0 });
  const slanting = arrowBetween(token(300, 300), named, 2.75)?.tip;
  expect(slanting?.x).toBeCloseTo(60 + 6 * Math.SQRT1_2);
});

test("to a bare point it goes all the way", () => {
  const arrow = arrowBetween(token(0, 0), { x: 200, y: 0, width: 0, height: 0, round: false }, 2.75);
  expect(arrow?.tip).toEqual({ x: 200, y: 0 });
});

test("there is none between what lies over each other", () => {
  expect(arrowBetween(note(0, 0), note(60, 10), 2.75)).toBeNull();
  expect(arrowBetween(note(5, 5), note(5, 5), 2.75)).toBeNull();
});

test("there and back lie beside each other, one alone goes straight", () => {
  const all = [
    { id: "1", start: "a", end: "b" },
    { id: "2", start: "b", end: "a" },
    { id: "3", start: "a", end: "c" },
  ];
  const found = asides(all);
  expect(found.get("3")).toBe(0);
  const there = arrowBetween(token(0, 0), token(300, 0), 2.75, found.get("1"));
  const back = arrowBetween(token(300, 0), token(0, 0), 2.75, found.get("2"));
  expect(there?.middle.y).toBe(-15);
  expect(back?.middle.y).toBe(15);
});

test("also aside it begins and ends at the edge", () => {
  const arrow = arrowBetween(token(0, 0), token(300, 0), 2.75, 24);
  expect(arrow?.tail).toEqual({ x: 38, y: 24 });
  const wide = arrowBetween(note(0, 0), note(0, 300), 2.75, 24);
  expect(wide?.tail).toEqual({ x: -24, y: 36 });
});

test("pictures draw arrows just there too", () => {
  const vectors = new URL("../../../tests/vectors/arrows.json", import.meta.url);
  const cases = JSON.parse(readFileSync(vectors, "utf8")) as {
    readonly from: Box;
    readonly to: Box;
    readonly width: number;
    readonly aside: number;
    readonly arrow: { readonly tail: number[]; readonly tip: number[]; readonly middle: number[] } | null;
  }[];
  expect(cases.length).toBeGreaterThan(100);
  for (const { from, to, width, aside, arrow } of cases) {
    const found = arrowBetween(from, to, width, aside);
    expect(found === null).toBe(arrow === null);
    if (!found || !arrow) continue;
    for (const key of ["tail", "tip", "middle"] as const) {
      expect(found[key].x).toBeCloseTo(arrow[key][0] ?? Number.NaN, 2);
      expect(found[key].y).toBeCloseTo(arrow[key][1] ?? Number.NaN, 2);
    }
  }
});
