// Where things lie on the sheet.

import { describe, expect, it } from "vitest";
import type { Layout } from "../generated/protocol";
import { gridOf } from "./pasted";
import { blockOnSheet } from "./places";

const layout = { width: 2000, height: 1400 } as Layout;
const note = { width: 188, height: 140 };

/** A block of notes around a point, as it is pasted. */
function block(count: number, x: number, y: number) {
  const { columns } = gridOf(count);
  return Array.from({ length: count }, (_, index) => ({
    ...{ x: x + (index % columns) * 204, y: y + Math.floor(index / columns) * 156 },
    ...note,
  }));
}

describe("a pasted block", () => {
  it("[UI-109] at the sheet's edge is shifted as a whole, so that no note hides another", () => {
    for (const [x, y] of [
      [1950, 1350],
      [-500, -500],
      [600, 500],
    ] as const) {
      const before = block(9, x, y);
      const after = blockOnSheet(layout, before);
      const [first, start] = [before[0], after[0]];
      after.forEach((at, index) => {
        expect(at.x - (start?.x ?? 0)).toBeCloseTo((before[index]?.x ?? 0) - (first?.x ?? 0));
        expect(at.y - (start?.y ?? 0)).toBeCloseTo((before[index]?.y ?? 0) - (first?.y ?? 0));
        expect(at.x >= 94 && at.x <= 1906 && at.y >= 70 && at.y <= 1330).toBe(true);
      });
    }
    expect(blockOnSheet(layout, block(1, 600, 500))).toEqual([{ x: 600, y: 500 }]);
  });

  it("[UI-109] that is larger than the sheet lies closer, each note at its own place", () => {
    const after = blockOnSheet(layout, block(200, 0, 0));
    expect(new Set(after.map(({ x, y }) => `${Math.round(x)} ${Math.round(y)}`)).size).toBe(200);
    expect(after.every(({ x, y }) => x >= 93.9 && x <= 1906.1 && y >= 69.9 && y <= 1330.1)).toBe(true);
  });
});
