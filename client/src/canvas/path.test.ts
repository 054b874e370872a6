// The path of a drag, as kept for the replay.

import { describe, expect, it } from "vitest";
import { MAX_PATH } from "../generated/protocol";
import { type Sample, thinned } from "./path";

/** Where a thing that follows the path is at a moment. */
function at(path: readonly Sample[], time: number): [number, number] {
  const next = path.findIndex(([after]) => after >= time);
  const [a, b] = [path[Math.max(0, next - 1)], path[next]];
  if (!a || !b) throw new Error(`expected a path that lasts ${time} ms`);
  const part = b[0] === a[0] ? 1 : (time - a[0]) / (b[0] - a[0]);
  return [a[1] + (b[1] - a[1]) * part, a[2] + (b[2] - a[2]) * part];
}

describe("the path of a drag", () => {
  const circle: Sample[] = Array.from({ length: 900 }, (_, index) => {
    const turn = (index / 899) * 2 * Math.PI;
    return [index * 8, 300 * Math.cos(turn) - 300, 300 * Math.sin(turn)];
  });

  it("[UI-107] has no more points than an event may hold, first and last among them", () => {
    const path = thinned(circle, MAX_PATH);
    expect(path.length).toBeLessThanOrEqual(MAX_PATH);
    expect(path[0]).toEqual([0, 0, 0]);
    expect(path.at(-1)?.[0]).toBe(899 * 8);
  });

  it("[UI-107] stays near the way that was gone, at each moment", () => {
    const path = thinned(circle, MAX_PATH);
    for (const [after, dx, dy] of circle) {
      const [x, y] = at(path, after);
      expect(Math.hypot(x - dx, y - dy)).toBeLessThan(3);
    }
  });

  it("[UI-107] keeps a pause, and needs two points for a straight line", () => {
    const straight: Sample[] = Array.from({ length: 50 }, (_, index) => [index * 10, index * 4, index * 2]);
    expect(thinned(straight, MAX_PATH)).toEqual([
      [0, 0, 0],
      [490, 196, 98],
    ]);
    const paused: Sample[] = [
      [0, 0, 0],
      [100, 50, 0],
      [900, 50, 0],
      [1000, 100, 0],
    ];
    expect(thinned(paused, MAX_PATH)).toEqual(paused);
  });

  it("[UI-107] a drag of more than ten minutes keeps what fits the event", () => {
    const long: Sample[] = [
      [0, 0, 0],
      [500_000, 10, 10],
      [700_000, 90, 90],
    ];
    expect(thinned(long, MAX_PATH).at(-1)).toEqual([500_000, 10, 10]);
    expect(thinned([], MAX_PATH)).toEqual([]);
  });
});
