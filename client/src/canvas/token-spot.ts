// Where a new token goes: beside those that came before, so that nobody's token hides another's. Pure.

import type { Point } from "./camera";

/** Sheet px from one token's middle to the next: a token, its name, and some air. */
const ROOM = 132;
const IN_ROW = 7;
const ROWS = 12;

/** The first spot that no token is near: in the middle, then by turns at its left and right, then in the row below. */
export function tokenSpot(middle: Point, tokens: readonly Point[]): Point {
  for (let row = 0; row < ROWS; row += 1) {
    for (let column = 0; column < IN_ROW; column += 1) {
      const aside = Math.ceil(column / 2) * (column % 2 === 0 ? 1 : -1);
      const spot = { x: middle.x + aside * ROOM, y: middle.y + row * ROOM };
      if (tokens.every(({ x, y }) => Math.hypot(x - spot.x, y - spot.y) >= ROOM * 0.9)) return spot;
    }
  }
  return middle;
}
