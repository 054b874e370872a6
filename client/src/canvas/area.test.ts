// The middle and the spread of what people had placed.

import { expect, test } from "vitest";
import type { Placement } from "../generated/protocol";
import { areaOf, counting, lastPlaced } from "./area";

const placement = (id: string, step: string, organisation: string | null = null, frame = "figure"): Placement => ({
  ...{ kind: "placement", id, canvas: "c", step, organisation, place: { frame, u: 0.5, v: 0.5 } },
});

test("[UI-196] The middle is the mean of all points, the spread one standard deviation along the axes they lie along.", () => {
  const level = areaOf([
    { x: 100, y: 50 },
    { x: 300, y: 50 },
    { x: 200, y: 40 },
    { x: 200, y: 60 },
  ]);
  expect(level?.middle).toEqual({ x: 200, y: 50 });
  expect(level?.along).toBeCloseTo(Math.sqrt(5000));
  expect(level?.across).toBeCloseTo(Math.sqrt(50));
  expect(level?.angle).toBeCloseTo(0);
  const slanted = areaOf([
    { x: 0, y: 0 },
    { x: 100, y: 100 },
  ]);
  expect([slanted?.angle, slanted?.across, slanted?.along]).toEqual([45, 0, expect.closeTo(Math.hypot(50, 50))]);
  expect(areaOf([{ x: 0, y: 0 }])).toBeNull();
});

test("[UI-196] What was left beside the figure does not move the middle.", () => {
  const placed = [placement("1", "s"), placement("2", "s"), placement("3", "s", null, "tray")];
  expect(counting(placed).map(({ id }) => id)).toEqual(["1", "2"]);
  expect(counting([])).toEqual([]);
});

test("[UI-196] Of each token only the last step in which it was placed counts.", () => {
  const last = lastPlaced([
    placement("1", "s1", "o"),
    placement("2", "s1", "p"),
    placement("3", "s2", "o"),
    placement("4", "s2", "o"),
    placement("5", "s2"),
  ]);
  expect([...last].map(([token, all]) => [token, all.map(({ id }) => id)])).toEqual([
    ["o", ["3", "4"]],
    ["p", ["2"]],
    ["own:", ["5"]],
  ]);
});
