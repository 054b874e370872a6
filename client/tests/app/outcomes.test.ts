import { describe, expect, it } from "vitest";
import { measuresOf, placed } from "../../src/app/workshop/taking-part/outcomes";
import type { Canvas, Layout, Placement, Step } from "../../src/generated/protocol";

const label = (text: string) => ({ nl: text, en: text });
const canvas = {
  ...{ kind: "canvas", id: "c", order: 0 },
  template: {
    figure: { type: "quadrant" },
    zones: [
      { id: "left", label: label("Left") },
      { id: "right", label: label("Right") },
    ],
    axes: [
      {
        id: "x",
        label: label("Vigilance"),
        low: { label: label("Low") },
        high: { label: label("High") },
        reversed: true,
      },
    ],
  },
} as unknown as Canvas;
const half = (id: string, x: number) => ({
  ...{ id, label: label(id), accepts: [], private: false },
  areas: [{ type: "rect", x, y: 0, width: 49.9, height: 100 }],
});
const layout = {
  ...{ width: 100, height: 100, reach: 0, home: "figure" },
  frames: { figure: { x: 0, y: 0, width: 100, height: 100 } },
  zones: [half("left", 0), half("right", 50.1)],
  scales: { figure: { type: "axes", axes: [{ id: "x", start: 100, end: 0 }] } },
} as unknown as Layout;
const agenda = ["first", "second"].map((id) => ({ kind: "step", id, mode: "score", minutes: 1, order: 0 }) as Step);
const belonging = { organisationOf: (person: string) => `o-${person}`, order: ["o-jo", "o-amira"] };

const placing = (u: number, author: string | null, organisation: string | null = null): Placement =>
  ({
    kind: "placement",
    id: `${u}`,
    canvas: "c",
    step: "first",
    place: { frame: "figure", u, v: 0.5 },
    author,
    organisation,
  }) as Placement;

describe("what a group placed", () => {
  it("[UI-167] has of each token its zones, the most first, and its measures by organisation", () => {
    const found = placed(
      [placing(0.1, "jo"), placing(0.8, "amira"), placing(0.9, "jo")],
      canvas,
      layout,
      agenda,
      belonging,
    );
    const [token] = found[0]?.tokens ?? [];
    expect(token?.zones).toEqual([
      { zone: "right", n: 2 },
      { zone: "left", n: 1 },
    ]);
    const split = token?.measures[0]?.split;
    expect(split?.by.map(({ organisation, mean }) => [organisation, Math.round(mean)])).toEqual([
      ["o-jo", 50],
      ["o-amira", 20],
    ]);
  });

  it("[UI-167] is not split where it was placed without a name, and keeps the tokens of organisations apart", () => {
    const own = [placing(0.2, null, "o-amira"), placing(0.4, null, "o-amira"), placing(0.7, null, "o-jo")];
    const [first] = placed(own, canvas, layout, agenda, belonging);
    expect(first?.tokens.map(({ organisation, n }) => [organisation, n])).toEqual([
      ["o-jo", 1],
      ["o-amira", 2],
    ]);
    expect(first?.tokens.flatMap(({ measures }) => measures.flatMap(({ split }) => split.by))).toEqual([]);
  });

  it("[UI-167] is measured along the axes as the canvas draws them", () => {
    const words = { distance: "d", centre: "c", edge: "e", little: "l", much: "m" };
    expect(measuresOf(canvas, layout, "en", words)).toEqual([
      { id: "figure.x", label: "Vigilance", low: "Low", high: "High", reversed: true },
    ]);
  });
});
