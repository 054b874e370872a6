// Printed names at any zoom: never smaller on screen than can be read, broken anew where they would leave their zone.
// Pure; how wide a text is comes in.

import type { Area, Layout, TextShape } from "../generated/protocol";

/** Screen px: names of zones and axes are never smaller; hints are not there when they would be. */
const LEAST_NAME = 12;
const LEAST_HINT = 9;
/** How much of its size a letter stands above the baseline. */
const RISE = 0.72;
/** Sheet px kept free between a name and its zone's border, as a share of the letters' size. */
const FREE = 0.4;

const NAMES: ReadonlySet<TextShape["role"]> = new Set(["zone", "axis", "title"]);

export interface Label {
  readonly size: number;
  readonly leading: number;
  /** Of the first baseline. */
  readonly y: number;
  readonly lines: readonly string[];
}

/** How to print the text at this zoom; null: not at all. `limit`: the width it may take. */
export function labelAt(
  shape: TextShape,
  zoom: number,
  limit: number,
  widthOf: (text: string) => number,
): Label | null {
  // A heading that belongs to no zone stands over hints, and goes with them.
  const name = NAMES.has(shape.role) && !(shape.role === "zone" && shape.zone === null);
  if (!name && shape.size * zoom < LEAST_HINT) return null;
  const size = name ? Math.max(shape.size, LEAST_NAME / zoom) : shape.size;
  const leading = (shape.leading * size) / shape.size;
  if (size === shape.size) return { size, leading, y: shape.y, lines: shape.lines };
  // What hangs below a line goes on hanging from the same height; what runs along one keeps its baseline.
  const y = shape.rotate === 0 ? shape.y + (size - shape.size) * RISE : shape.y;
  const lines = shape.lines.some((line) => widthOf(line) * size > limit - size * FREE)
    ? broken(shape.lines.join(" "), (line) => widthOf(line) * size <= limit - size * FREE)
    : shape.lines;
  return { size, leading, y, lines };
}

/** The text in lines that fit, broken between words; a word that is too long has a line of its own. */
export function broken(text: string, fits: (line: string) => boolean): string[] {
  const lines: string[] = [];
  for (const word of text.split(/\s+/)) {
    const last = lines.at(-1);
    const longer = last === undefined ? word : `${last} ${word}`;
    if (last !== undefined && fits(longer)) lines[lines.length - 1] = longer;
    else lines.push(word);
  }
  return lines;
}

/**
 * The width (sheet px) a text may take from where it stands: to the borders of its zone, else of the sheet, and to the
 * next name beside it.
 */
export function limitOf(layout: Layout, shape: TextShape, all: readonly TextShape[] = []): number {
  if (shape.rotate !== 0) return Number.POSITIVE_INFINITY;
  const beside = all.filter((each) => each.x > shape.x && NAMES.has(each.role) && sameRow(each, shape));
  const next =
    shape.anchor === "start" ? Math.min(...beside.map((each) => each.x - shape.x)) : Number.POSITIVE_INFINITY;
  return Math.min(next, freeOf(layout, shape));
}

const sameRow = (one: TextShape, other: TextShape): boolean =>
  one.anchor === "start" && one.rotate === 0 && Math.abs(one.y - other.y) < one.size + other.size;

function freeOf(layout: Layout, shape: TextShape): number {
  const zone = layout.zones.find(({ id }) => id === shape.zone);
  const spans = zone?.areas.map(spanOf) ?? [];
  const inside = spans.filter(([left, right]) => shape.x >= left && shape.x <= right);
  const left = inside.length > 0 ? Math.min(...inside.map((span) => span[0])) : 0;
  const right = inside.length > 0 ? Math.max(...inside.map((span) => span[1])) : layout.width;
  if (shape.anchor === "start") return right - shape.x;
  if (shape.anchor === "end") return shape.x - left;
  return 2 * Math.min(shape.x - left, right - shape.x);
}

/** From where to where an area goes, from left to right. */
function spanOf(area: Area): [number, number] {
  if (area.type === "polygon") {
    const xs = area.points.map(([x]) => x);
    return [Math.min(...xs), Math.max(...xs)];
  }
  if (area.type === "ring") return [area.x - area.outer, area.x + area.outer];
  return [area.x, area.x + area.width];
}
