// The camera's arithmetic, and easing.

import { describe, expect, it } from "vitest";
import {
  around,
  between,
  fitting,
  inView,
  keptInView,
  MAX_ZOOM,
  MIN_ZOOM,
  NO_INSETS,
  panned,
  revealing,
  toScreen,
  toSheet,
  zoomedAt,
} from "./camera";
import { along, eased } from "./motion";

const view = { width: 1000, height: 600 };
const camera = { x: 120, y: -40, zoom: 0.64 };

describe("zooming and panning", () => {
  it("[UI-101] the point of the sheet under the pointer stays there at any zoom", () => {
    const at = { x: 333, y: 222 };
    for (const zoom of [0.1, 0.37, 1, 2.5, 4]) {
      const there = toScreen(zoomedAt(camera, at, zoom), toSheet(camera, at));
      expect(there.x).toBeCloseTo(at.x, 6);
      expect(there.y).toBeCloseTo(at.y, 6);
    }
  });

  it("[UI-101] zoom stays within its bounds, whatever is asked", () => {
    expect(zoomedAt(camera, { x: 0, y: 0 }, 1e9).zoom).toBe(MAX_ZOOM);
    expect(zoomedAt(camera, { x: 0, y: 0 }, 0).zoom).toBe(MIN_ZOOM);
    expect(zoomedAt(camera, { x: 0, y: 0 }, Number.NaN).zoom).toBe(1);
  });

  it("[UI-102] a pan moves the sheet by as many px as the pointer went", () => {
    const before = toScreen(camera, { x: 500, y: 500 });
    const after = toScreen(panned(camera, 30, -12), { x: 500, y: 500 });
    expect(after.x - before.x).toBeCloseTo(30);
    expect(after.y - before.y).toBeCloseTo(-12);
  });

  it("[UI-103] nobody can pan the sheet out of view", () => {
    const sheet = { width: 1600, height: 1140 };
    for (const [x, y] of [
      [-1e6, -1e6],
      [1e6, 1e6],
      [1e6, -1e6],
    ] as const) {
      const seen = inView(keptInView({ x, y, zoom: 0.5 }, view, sheet), view);
      const inside = (from: number, length: number, whole: number) =>
        Math.min(from + length, whole) - Math.max(from, 0);
      expect(inside(seen.x, seen.width, sheet.width) * 0.5).toBeGreaterThan(90);
      expect(inside(seen.y, seen.height, sheet.height) * 0.5).toBeGreaterThan(90);
    }
    const fine = { x: 10, y: 20, zoom: 1 };
    expect(keptInView(fine, view, sheet)).toEqual(fine);
  });
});

describe("fitting", () => {
  it("[UI-104] shows the whole sheet in the middle of what the bars leave free", () => {
    const insets = { top: 20, right: 0, bottom: 64, left: 68 };
    const sheet = { x: 0, y: 0, width: 1600, height: 1140 };
    const fitted = fitting(sheet, view, insets, 18);
    const [from, to] = [toScreen(fitted, sheet), toScreen(fitted, { x: 1600, y: 1140 })];
    expect(from.x).toBeGreaterThanOrEqual(68 + 18 - 1e-6);
    expect(from.y).toBeGreaterThanOrEqual(20 + 18 - 1e-6);
    expect(to.x).toBeLessThanOrEqual(1000 - 18 + 1e-6);
    expect(to.y).toBeLessThanOrEqual(600 - 64 - 18 + 1e-6);
    expect((from.x + to.x) / 2).toBeCloseTo((68 + 1000) / 2);
    expect((from.y + to.y) / 2).toBeCloseTo((20 + 600 - 64) / 2);
  });

  it("[UI-105] pans no further than needed to show something, and not at all if it is in view", () => {
    const near = { x: 0, y: 0, zoom: 1 };
    const inside = { x: 100, y: 100, width: 188, height: 140 };
    expect(revealing(near, inside, view, NO_INSETS, 24)).toBe(near);
    const right = revealing(near, { ...inside, x: 1500 }, view, NO_INSETS, 24);
    expect(toScreen(right, { x: 1688, y: 0 }).x).toBeCloseTo(1000 - 24);
    expect(right.y).toBe(0);
  });

  it("[UI-105] the way from one view to another begins and ends at them", () => {
    const to = { x: 900, y: 300, zoom: 2 };
    const begun = between(camera, to, 0, view);
    expect(begun.x).toBeCloseTo(camera.x);
    expect(begun.zoom).toBeCloseTo(camera.zoom);
    expect(between(camera, to, 1, view)).toEqual(to);
  });

  it("[UI-105] the rectangle around none is none", () => {
    expect(around([])).toBeNull();
    const both = [
      { x: 0, y: 0, width: 10, height: 10 },
      { x: 30, y: -5, width: 10, height: 10 },
    ];
    expect(around(both)).toEqual({ x: 0, y: -5, width: 40, height: 15 });
  });
});

describe("motion", () => {
  it("[UI-106] the easing is cubic-bezier(.2, 0, 0, 1)", () => {
    // Points of the curve by its formula at t = 0.25, 0.5 and 0.75.
    for (const t of [0.25, 0.5, 0.75]) {
      const x = 3 * (1 - t) ** 2 * t * 0.2 + t ** 3;
      const y = 3 * (1 - t) * t ** 2 + t ** 3;
      expect(eased(x)).toBeCloseTo(y, 4);
    }
    expect(eased(0)).toBe(0);
    expect(eased(1)).toBe(1);
  });

  it("[UI-106] what moves ends exactly where it belongs", () => {
    const motion = { from: { x: 0, y: 0 }, to: { x: 100, y: 50 }, start: 1000, duration: 240, even: false };
    expect(along(motion, 1000).at).toEqual({ x: 0, y: 0 });
    expect(along(motion, 1239).done).toBe(false);
    expect(along(motion, 1240)).toEqual({ at: { x: 100, y: 50 }, done: true });
    expect(along({ ...motion, even: true }, 1120).at).toEqual({ x: 50, y: 25 });
  });
});
