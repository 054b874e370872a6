// Where a new token goes: beside the figure, where it says nothing yet, and so that nobody's token hides another's. Pure.

import { zonesAt } from "../core/zones";
import type { Layout } from "../generated/protocol";
import type { Point } from "./camera";
import { placeAt } from "./places";

/** Sheet px from one token's middle to the next: a token, its name, and some air. */
const ROOM = 132;
/** Kept between a token's middle and any zone, and the sheet's edge: the name stands below. */
const CLEAR = 46;
const BELOW = 90;
/** From one row in which to look to the next. */
const STEP = 44;
const IN_ROW = 7;
const ROWS = 12;
/** The frame for what has no place yet, on sheets that have one. */
const TRAY = "tray";
/** The frame of what lies in no other. */
const SHEET = "sheet";

/** The first spot beside the figure that no token is near; where there is none, one around this middle. */
export function tokenSpot(layout: Layout, middle: Point, tokens: readonly Point[]): Point {
  const beside = spotsBeside(layout);
  return beside.find((spot) => free(spot, tokens)) ?? aroundMiddle(middle, tokens);
}

const free = (spot: Point, tokens: readonly Point[]): boolean =>
  tokens.every(({ x, y }) => Math.hypot(x - spot.x, y - spot.y) >= ROOM * 0.9);

/** In the tray, else in no zone: from the sheet's bottom right, where nothing is printed, to the left and upwards. */
function spotsBeside(layout: Layout): Point[] {
  const spots: Point[] = [];
  const tray = layout.frames[TRAY];
  if (tray) {
    for (let y = tray.y + ROOM; y <= tray.y + tray.height - BELOW; y += ROOM) {
      spots.push({ x: tray.x + tray.width / 2, y });
    }
    return spots;
  }
  for (let y = layout.height - BELOW; y >= CLEAR; y -= STEP) {
    for (let x = layout.width - ROOM / 2; x >= ROOM / 2; x -= ROOM) {
      if (isClear(layout, { x, y })) spots.push({ x, y });
    }
  }
  return spots;
}

function isClear(layout: Layout, { x, y }: Point): boolean {
  const around: Point[] = [
    { x, y },
    { x: x - CLEAR, y },
    { x: x + CLEAR, y },
    { x, y: y - CLEAR },
    { x, y: y + CLEAR },
  ];
  return around.every((point) => {
    const place = placeAt(layout, point);
    return place.frame === SHEET && zonesAt(layout, place).zones.length === 0;
  });
}

/** In the middle, then by turns at its left and right, then in the row below it. */
function aroundMiddle(middle: Point, tokens: readonly Point[]): Point {
  for (let row = 0; row < ROWS; row += 1) {
    for (let column = 0; column < IN_ROW; column += 1) {
      const aside = Math.ceil(column / 2) * (column % 2 === 0 ? 1 : -1);
      const spot = { x: middle.x + aside * ROOM, y: middle.y + row * ROOM };
      if (free(spot, tokens)) return spot;
    }
  }
  return middle;
}
