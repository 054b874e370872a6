// The line of a connector, from the edge of one item to the edge of another; all in sheet px. Pure. Pictures draw the
// same (server/raakvlak/derive/picture_links.py).

import type { Point, Size } from "./camera";

/** How thick a connector is, by its strength. */
const WIDTHS = { 1: 2.75, 2: 4.75, 3: 7.75 } as const;
/** How long its head is, and then the more the thicker it is; and how far from the items it keeps. */
const HEAD = 14;
const AWAY = 6;
/** The head's half breadth as a share of its length. */
const SIDE = 0.45;
/** From one to the next between the same two items. */
const BESIDE = 30;
/** Shorter ones are not drawn: their items lie over each other. */
const SHORTEST = 4;

/** What it leads from or to, about its middle. */
export interface Box extends Point {
  readonly width: number;
  readonly height: number;
  readonly round: boolean;
  /** A name that hangs below it: an arrow keeps clear of that too. */
  readonly name?: Size | undefined;
}

export interface Arrow {
  readonly tail: Point;
  readonly tip: Point;
  readonly middle: Point;
  readonly width: number;
  /** Paths of its line, which ends within its head, of the line with no head, and of the head. */
  readonly line: string;
  readonly whole: string;
  readonly head: string;
}

export const widthOf = (strength: number | undefined): number => WIDTHS[(strength ?? 1) as 1 | 2 | 3] ?? WIDTHS[1];

/** Null where the two lie over each other. `aside`: so far to the right of the straight way, as one goes along it. */
export function arrowBetween(from: Box, to: Box, width: number, aside = 0): Arrow | null {
  const distance = Math.hypot(to.x - from.x, to.y - from.y);
  if (distance === 0) return null;
  const [ux, uy] = [(to.x - from.x) / distance, (to.y - from.y) / distance];
  const shifted = ({ x, y }: Point): Point => ({ x: x - uy * aside, y: y + ux * aside });
  const [a, b] = [shifted(from), shifted(to)];
  const out = leaving(from, a, ux, uy) + AWAY;
  const into = distance - leaving(to, b, -ux, -uy) - (to.width > 0 ? AWAY : 0);
  const length = into - out;
  if (length < SHORTEST) return null;
  const along = (by: number): Point => ({ x: a.x + ux * by, y: a.y + uy * by });
  const [tail, tip] = [along(out), along(into)];
  const head = Math.min(length, HEAD + width);
  const neck = along(into - head);
  const [sx, sy] = [-uy * head * SIDE, ux * head * SIDE];
  const corners = [tip, { x: neck.x + sx, y: neck.y + sy }, { x: neck.x - sx, y: neck.y - sy }];
  return {
    ...{ tail, tip, width, middle: along((out + into) / 2) },
    line: `M${at(tail)}L${at(neck)}`,
    whole: `M${at(tail)}L${at(tip)}`,
    head: `M${corners.map(at).join("L")}Z`,
  };
}

/** How far from a point in the box, in this direction, its edge is, or that of its name if this lies in the way. */
function leaving(box: Box, from: Point, ux: number, uy: number): number {
  const edge = leavingBox(box, from, ux, uy);
  if (!box.name || uy <= 0) return edge;
  const [top, bottom] = [box.y + box.height / 2, box.y + box.height / 2 + box.name.height];
  const [first, last] = [(top - from.y) / uy, (bottom - from.y) / uy];
  const half = box.name.width / 2;
  const inside = (by: number) => Math.abs(from.x + ux * by - box.x) <= half;
  if (inside(last)) return Math.max(edge, last);
  // It leaves the name at its side.
  return inside(first) && ux !== 0 ? Math.max(edge, (box.x + Math.sign(ux) * half - from.x) / ux) : edge;
}

function leavingBox(box: Box, from: Point, ux: number, uy: number): number {
  const [dx, dy] = [from.x - box.x, from.y - box.y];
  if (box.round) {
    const radius = box.width / 2;
    const aside = Math.min(radius, Math.abs(dx * uy - dy * ux));
    return Math.sqrt(radius * radius - aside * aside) - (dx * ux + dy * uy);
  }
  const across = ux === 0 ? Number.POSITIVE_INFINITY : (box.width / 2 - Math.sign(ux) * dx) / Math.abs(ux);
  const along = uy === 0 ? Number.POSITIVE_INFINITY : (box.height / 2 - Math.sign(uy) * dy) / Math.abs(uy);
  return Math.max(0, Math.min(across, along));
}

/** How far aside each goes, so that those between the same two items lie beside each other. */
export function asides(all: readonly { readonly id: string; readonly start: string; readonly end: string }[]) {
  const between = new Map<string, (typeof all)[number][]>();
  for (const each of all) {
    const pair = [each.start, each.end].sort().join(" ");
    between.set(pair, [...(between.get(pair) ?? []), each]);
  }
  const result = new Map<string, number>();
  for (const some of between.values()) {
    some.sort((a, b) => (a.id < b.id ? -1 : 1));
    some.forEach(({ id, start, end }, index) => {
      const lane = (index - (some.length - 1) / 2) * BESIDE;
      result.set(id, start < end ? lane : -lane);
    });
  }
  return result;
}

const at = ({ x, y }: Point): string => `${round(x)} ${round(y)}`;
const round = (value: number): number => Math.round(value * 100) / 100;
