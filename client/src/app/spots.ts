// Where in a zone something new can lie: well inside it, away from its borders and from what lies there already.

import type { Point } from "../canvas/camera";
import { placeAt } from "../canvas/places";
import { zonesAt } from "../core/zones";
import type { Layout } from "../generated/protocol";

/** Candidates along the sheet's longer side. */
const STEPS = 48;
/** Two notes want more room between them sideways than up and down, because they are wider than high. */
const FLAT = 1.35;
/** How much nearness to another item counts, against nearness to the zone's border. */
const CROWDED = 0.6;
/** How little the distance to the zone's middle counts. */
const NEAR = 0.01;

/** How far each grid point is from the nearest one outside, in grid steps: two passes over the grid. */
function insideness(inside: boolean[], columns: number, rows: number): number[] {
  const far = inside.map((is) => (is ? columns + rows : 0));
  const at = (column: number, row: number) =>
    column < 0 || row < 0 || column >= columns || row >= rows ? 0 : (far[row * columns + column] ?? 0);
  const settle = (column: number, row: number, side: 1 | -1) => {
    const index = row * columns + column;
    if (!far[index]) return;
    const near = Math.min(
      at(column - side, row) + 1,
      at(column, row - side) + 1,
      at(column - side, row - side) + Math.SQRT2,
      at(column + side, row - side) + Math.SQRT2,
    );
    far[index] = Math.min(far[index], near);
  };
  for (let row = 0; row < rows; row++) for (let column = 0; column < columns; column++) settle(column, row, 1);
  for (let row = rows - 1; row >= 0; row--)
    for (let column = columns - 1; column >= 0; column--) settle(column, row, -1);
  return far;
}

function middleOf(points: readonly Point[]): Point {
  const sum = points.reduce((a, b) => ({ x: a.x + b.x, y: a.y + b.y }), { x: 0, y: 0 });
  return { x: sum.x / points.length, y: sum.y / points.length };
}

interface Wanted {
  count?: number;
  taken?: Iterable<Point>;
  within?: (x: number, y: number) => boolean;
}

/** Up to `count` spots whose topmost zone is this one; fewer where the zone has no more room at all. */
export function spotsIn(layout: Layout, zone: string, { count = 1, taken = [], within }: Wanted = {}): Point[] {
  const step = Math.max(layout.width, layout.height) / STEPS;
  const columns = Math.floor(layout.width / step);
  const rows = Math.floor(layout.height / step);
  const spots: Point[] = [];
  const inside: boolean[] = [];
  for (let row = 0; row < rows; row++) {
    for (let column = 0; column < columns; column++) {
      const spot = { x: (column + 0.5) * step, y: (row + 0.5) * step };
      spots.push(spot);
      inside.push((within?.(spot.x, spot.y) ?? true) && zonesAt(layout, placeAt(layout, spot)).zones[0] === zone);
    }
  }
  const edge = insideness(inside, columns, rows);
  const middle = middleOf(spots.filter((_, index) => inside[index]));
  const others = [...taken];
  const found: Point[] = [];
  while (found.length < count) {
    let best: Point | null = null;
    let most = Number.NEGATIVE_INFINITY;
    spots.forEach((spot, index) => {
      if (!edge[index]) return;
      // Of equally good spots the one nearest the zone's middle.
      let score = (edge[index] ?? 0) * step - NEAR * Math.hypot(spot.x - middle.x, spot.y - middle.y);
      for (const other of others) {
        if (score <= most) return;
        score = Math.min(score, CROWDED * Math.hypot((spot.x - other.x) / FLAT, spot.y - other.y));
      }
      if (score > most) {
        most = score;
        best = spot;
      }
    });
    if (!best) break;
    found.push(best);
    others.push(best);
  }
  return found;
}
