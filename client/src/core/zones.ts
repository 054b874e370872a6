// Where a place lies: the same as server/raakvlak/canvas/zones.py, bound to it by tests/vectors/zones.json.
// Only + - * / comparisons and square roots, in the very order of the Python, so that both give the same floats.

import type { Area, Axes, Coordinates, Frame, Layout, Place, Weights, Whereabouts } from "../generated/protocol";

type Point = readonly [number, number];

/** Px: so near to a border is on it, and on it is inside. Points of a layout are rounded this fine. */
const BORDER = 0.01;
/** Parts of a frame that u and v are rounded to: finer than a hundredth of a px. */
const FINENESS = 1_000_000;
/** More than any weight: the centre of a triangle lies above its corners. */
const ABOVE = 2;
/** The bounds of u and v. */
const LEAST = -4;
const MOST = 5;
/** The frame of the whole sheet. */
const SHEET = "sheet";

/** The point of a place on the sheet (px); the sheet's middle when the layout has no such frame. */
export function pointOf(layout: Layout, place: Place): Point {
  const frame = layout.frames[place.frame];
  if (!frame) return [layout.width / 2, layout.height / 2];
  return [frame.x + place.u * frame.width, frame.y + place.v * frame.height];
}

/**
 * Every zone that holds the place, topmost first, and the coordinates there. Of a triangle's corners that share a
 * place, the one with the greater weight comes first.
 */
export function zonesAt(layout: Layout, place: Place): Whereabouts {
  const [x, y] = pointOf(layout, place);
  const zones = layout.zones.filter((zone) => zone.areas.some((area) => holds(area, x, y))).map((zone) => zone.id);
  zones.reverse();
  const scale = layout.scales[frameAt(layout, x, y)];
  if (!scale) return { zones, coordinates: {} };
  const coordinates = coordinatesAt(scale, x, y);
  if (scale.type === "weights") {
    zones.sort((one, other) => (coordinates[other] ?? ABOVE) - (coordinates[one] ?? ABOVE));
  }
  return { zones, coordinates };
}

/** The place of a point on the sheet. */
export function placeAt(layout: Layout, x: number, y: number): Place {
  const name = frameAt(layout, x, y);
  const frame = layout.frames[name];
  if (!frame) throw new RangeError(`expected a layout with a frame "${name}", but it has none`);
  return { frame: name, u: share((x - frame.x) / frame.width), v: share((y - frame.y) / frame.height) };
}

/**
 * The frame that an item dropped here gets: one that holds the point, first that of the topmost zone there, then
 * whichever lies on top; else the home frame if the point lies on it, near it or in one of the zones; else a frame with
 * scales that it lies near; else the sheet.
 */
export function frameAt(layout: Layout, x: number, y: number): string {
  const under = Object.entries(layout.frames)
    .filter(([name, frame]) => name !== SHEET && name !== layout.home && inFrame(frame, x, y, 0))
    .map(([name]) => name);
  if (under.length > 1) {
    const zone = layout.zones.findLast(
      ({ id, areas }) => under.includes(id) && areas.some((area) => holds(area, x, y)),
    );
    if (zone) return zone.id;
  }
  const top = under.at(-1);
  if (top !== undefined) return top;
  if (layout.home !== SHEET) {
    const home = layout.frames[layout.home];
    const near = home !== undefined && inFrame(home, x, y, layout.reach);
    if (near || layout.zones.some((zone) => zone.areas.some((area) => holds(area, x, y)))) return layout.home;
  }
  for (const name of Object.keys(layout.scales)) {
    const frame = layout.frames[name];
    if (frame && inFrame(frame, x, y, layout.reach)) return name;
  }
  return SHEET;
}

function share(value: number): number {
  return Math.min(MOST, Math.max(LEAST, Math.floor(value * FINENESS + 0.5) / FINENESS));
}

function inFrame(frame: Frame, x: number, y: number, reach: number): boolean {
  const across = x >= frame.x - reach && x <= frame.x + frame.width + reach;
  return across && y >= frame.y - reach && y <= frame.y + frame.height + reach;
}

/** Whether the area holds the point, its border included. */
function holds(area: Area, x: number, y: number): boolean {
  switch (area.type) {
    case "rect":
      return inFrame(area, x, y, BORDER);
    case "polygon":
      return inPolygon(area.points, x, y);
    case "ring": {
      const distance = distanceOf(x, y, area.x, area.y);
      return distance >= area.inner - BORDER && distance <= area.outer + BORDER;
    }
  }
}

function inPolygon(points: readonly Point[], x: number, y: number): boolean {
  let inside = false;
  let [ax, ay] = points.at(-1) ?? [0, 0];
  for (const [bx, by] of points) {
    if (onLine(ax, ay, bx, by, x, y)) return true;
    if (ay > y !== by > y && x < ((bx - ax) * (y - ay)) / (by - ay) + ax) inside = !inside;
    [ax, ay] = [bx, by];
  }
  return inside;
}

/** Whether the point is on the line from a to b, or nearer than BORDER. */
function onLine(ax: number, ay: number, bx: number, by: number, x: number, y: number): boolean {
  const dx = bx - ax;
  const dy = by - ay;
  const length = dx * dx + dy * dy;
  const along = length > 0 ? ((x - ax) * dx + (y - ay) * dy) / length : 0;
  const at = Math.min(1, Math.max(0, along));
  return distanceOf(x, y, ax + at * dx, ay + at * dy) <= BORDER;
}

function distanceOf(x: number, y: number, toX: number, toY: number): number {
  const dx = x - toX;
  const dy = y - toY;
  return Math.sqrt(dx * dx + dy * dy);
}

function coordinatesAt(scale: Coordinates, x: number, y: number): { [name: string]: number } {
  switch (scale.type) {
    case "weights":
      return weightsAt(scale, x, y);
    case "axes":
      return valuesAt(scale, x, y);
    case "radial":
      return { distance: distanceOf(x, y, scale.x, scale.y) / scale.radius };
  }
}

/** Barycentric coordinates; outside the triangle what would be negative is 0 and the others share the whole. */
function weightsAt({ corners, zones }: Weights, x: number, y: number): { [zone: string]: number } {
  const [[ax, ay], [bx, by], [cx, cy]] = corners;
  const whole = (by - cy) * (ax - cx) + (cx - bx) * (ay - cy);
  const first = ((by - cy) * (x - cx) + (cx - bx) * (y - cy)) / whole;
  const second = ((cy - ay) * (x - cx) + (ax - cx) * (y - cy)) / whole;
  const [a, b, c] = [Math.max(0, first), Math.max(0, second), Math.max(0, 1 - first - second)];
  const total = a + b + c;
  return { [zones[0]]: a / total, [zones[1]]: b / total, [zones[2]]: c / total };
}

function valuesAt({ axes }: Axes, x: number, y: number): { [axis: string]: number } {
  const values: { [axis: string]: number } = {};
  for (const axis of axes) {
    const at = axis.id === "x" ? x : y;
    values[axis.id] = Math.min(100, Math.max(0, ((at - axis.start) / (axis.end - axis.start)) * 100));
  }
  return values;
}
