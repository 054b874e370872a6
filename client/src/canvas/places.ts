// Places and points of the sheet, as the view has them: the core's geometry with points that have an x and a y.

import * as core from "../core/zones";
import type { Layout, Place } from "../generated/protocol";
import type { Point, Size } from "./camera";

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
