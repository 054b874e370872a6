// Places and points of the sheet, as the view has them: the core's geometry with points that have an x and a y.

import * as core from "../core/zones";
import type { Layout, Place } from "../generated/protocol";
import { around, type Point, type Rect, type Size } from "./camera";

/** The point (sheet px) of a place. */
export function pointOf(layout: Layout, place: Place): Point {
  const [x, y] = core.pointOf(layout, place);
  return { x, y };
}

/** The place of a point: what is dropped there moves along with the part of the figure it lies in. */
export function placeAt(layout: Layout, { x, y }: Point): Place {
  return core.placeAt(layout, x, y);
}

/** The nearest point at which something of this size lies on the sheet; without a size, at which its middle does. */
export function onSheet(layout: Layout, at: Point, size: Size = { width: 0, height: 0 }): Point {
  const within = (value: number, half: number, most: number) =>
    half * 2 > most ? most / 2 : Math.min(most - half, Math.max(half, value));
  return { x: within(at.x, size.width / 2, layout.width), y: within(at.y, size.height / 2, layout.height) };
}

/** Where rectangles (x and y being their middles) lie on the sheet: shifted as one block, closer if it is too large. */
export function blockOnSheet(layout: Layout, middles: readonly Rect[]): Point[] {
  const box = around(middles.map((each) => ({ ...each, x: each.x - each.width / 2, y: each.y - each.height / 2 })));
  if (!box) return [];
  const middle = { x: box.x + box.width / 2, y: box.y + box.height / 2 };
  const to = onSheet(layout, middle, box);
  const closer = (length: number, room: number, largest: number) =>
    length <= room ? 1 : Math.max(0, room - largest) / Math.max(1, length - largest);
  const scaleX = closer(box.width, layout.width, Math.max(...middles.map(({ width }) => width)));
  const scaleY = closer(box.height, layout.height, Math.max(...middles.map(({ height }) => height)));
  return middles.map(({ x, y }) => ({ x: to.x + (x - middle.x) * scaleX, y: to.y + (y - middle.y) * scaleY }));
}
