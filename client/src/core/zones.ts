// Where a place lies: the same as server/raakvlak/canvas/zones.py, bound to it by tests/vectors/zones.json.
// Only addition, multiplication, division, comparison and square root, so that both languages give the same floats.

import type { Area, Layout, Place, Radial, Weights, Whereabouts } from "../generated/protocol";

type Point = readonly [number, number];

/** The place on the sheet, px. Throws RangeError for a frame that the layout has not. */
export function pointOf(layout: Layout, place: Place): Point {
  const frame = layout.frames[place.frame];
  if (!frame) throw new RangeError(`expected a frame of the layout, but got "${place.frame}"`);
  return [frame.x + place.u * frame.width, frame.y + place.v * frame.height];
}

/** Every zone that holds the place, topmost first, and the coordinates there. */
export function zonesAt(layout: Layout, place: Place): Whereabouts {
  const [x, y] = pointOf(layout, place);
  const zones = layout.zones.filter((zone) => zone.areas.some((area) => holds(area, x, y))).map((zone) => zone.id);
  const coordinates = place.frame === layout.coordinates_frame ? coordinatesAt(layout, x, y) : {};
  return { zones: zones.reverse(), coordinates };
}

function holds(area: Area, x: number, y: number): boolean {
  switch (area.type) {
    case "rect":
      return area.x <= x && x <= area.x + area.width && area.y <= y && y <= area.y + area.height;
    case "polygon":
      return inPolygon(area.points, x, y);
    case "ring": {
      const distance = Math.sqrt((x - area.x) * (x - area.x) + (y - area.y) * (y - area.y));
      return area.inner <= distance && distance <= area.outer;
    }
  }
}

/** By crossings of a ray to the right; a point on the border is inside. */
function inPolygon(points: readonly Point[], x: number, y: number): boolean {
  let inside = false;
  let [x1, y1] = points.at(-1) ?? [0, 0];
  for (const [x2, y2] of points) {
    const cross = (x - x1) * (y2 - y1) - (y - y1) * (x2 - x1);
    const within = Math.min(x1, x2) <= x && x <= Math.max(x1, x2) && Math.min(y1, y2) <= y && y <= Math.max(y1, y2);
    if (cross === 0 && within) return true;
    if (y1 > y !== y2 > y && x < ((x2 - x1) * (y - y1)) / (y2 - y1) + x1) inside = !inside;
    [x1, y1] = [x2, y2];
  }
  return inside;
}

function coordinatesAt(layout: Layout, x: number, y: number): { [name: string]: number } {
  const { coordinates } = layout;
  switch (coordinates.type) {
    case "weights":
      return weightsAt(coordinates, x, y);
    case "axes": {
      const values: { [name: string]: number } = {};
      for (const axis of coordinates.axes) {
        const at = axis.id === "x" ? x : y;
        values[axis.id] = Math.min(100, Math.max(0, (100 * (at - axis.start)) / (axis.end - axis.start)));
      }
      return values;
    }
    case "radial":
      return { distance: distanceAt(coordinates, x, y) };
  }
}

function distanceAt(radial: Radial, x: number, y: number): number {
  return Math.sqrt((x - radial.x) * (x - radial.x) + (y - radial.y) * (y - radial.y)) / radial.radius;
}

/** Barycentric coordinates; outside the triangle those below 0 count as 0 and the others are scaled up to 1. */
function weightsAt(weights: Weights, x: number, y: number): { [zone: string]: number } {
  const [[x1, y1], [x2, y2], [x3, y3]] = weights.corners;
  const whole = (y2 - y3) * (x1 - x3) + (x3 - x2) * (y1 - y3);
  const first = ((y2 - y3) * (x - x3) + (x3 - x2) * (y - y3)) / whole;
  const second = ((y3 - y1) * (x - x3) + (x1 - x3) * (y - y3)) / whole;
  const given = [first, second, 1 - first - second].map((each) => Math.max(0, each));
  const total = given.reduce((sum, each) => sum + each, 0);
  return Object.fromEntries(weights.zones.map((zone, index) => [zone, (given[index] ?? 0) / total]));
}
