// Where a small label stands so that the view does not cut it off. Pure; all in screen px.

import type { Point, Size } from "./camera";

/** Kept free at the view's edges. */
const FREE = 4;

/** At this point; but shifted from the right edge, and ending above `above` where it would leave at the bottom. */
export function pillAt(at: Point, above: number, size: Size, view: Size): Point {
  const y = at.y + size.height + FREE > view.height ? above - size.height : at.y;
  const within = (value: number, length: number, most: number) => Math.max(FREE, Math.min(value, most - length - FREE));
  return { x: within(at.x, size.width, view.width), y: within(y, size.height, view.height) };
}
