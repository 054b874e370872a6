// Printed texts at any zoom: names are never smaller on screen than can be read, and then are broken anew and moved so
// that they stay in their zone, on the sheet, and clear of the next name; hints go when they would be too small.
// Pure; how wide a text is comes in.

import type { ChartShape, TextShape } from "../generated/protocol";
import { around, type Rect } from "./camera";
import { FALL, isName, isUnder, lowOf, RISE, type Room, roomOf, type WidthOf, withNames } from "./label-room";
import type { Sheet } from "./types";

/** Screen px: names of zones and axes are never smaller; hints are not there when they would be. */
const LEAST_NAME = 12;
const LEAST_HINT = 9;
/** Kept free between a name and a border or another name, as a share of the letters' size. */
const FREE = 0.4;

/** So many sizes are tried, from what can be read down to what is printed. */
const SIZES = 6;

/** What is known of a text on its sheet, whatever the zoom. */
export interface Printed {
  readonly shape: TextShape;
  readonly name: boolean;
  /** What goes when letters of this size are too small: a heading with the smallest of the hints it stands over. */
  readonly smallest: number;
  /** The width it may take: so many px less so many letter sizes (those of the names beside it). */
  readonly limit: { readonly px: number; readonly sizes: number };
  /** Px that it must not go below, or right of: of the sheet, and of what stands there. */
  readonly bottom: number;
  readonly room: Room;
  /** The same for a zone's name once all that is no name is gone, and the size of the letters that go last. */
  readonly bare: Room;
  readonly last: number;
  /** The chart at which it stands: over its border it must not go, and all that stand there have one size. */
  readonly chart: ChartShape | null;
  /** It stands in its zone or at a chart, and does not go over the border. */
  readonly tight: boolean;
  /** The name right under which this hint stands: as that grows, it goes down. */
  readonly under: Printed | null;
  readonly right: number;
}

export interface Label {
  readonly size: number;
  readonly leading: number;
  readonly x: number;
  /** Of the first baseline. */
  readonly y: number;
  readonly lines: readonly string[];
}

export function printed(shape: TextShape, { layout, shapes }: Sheet, widthOf: WidthOf): Printed {
  const all = shapes.filter((each) => each.type === "text");
  const zone = shapes.find((each) => each.type === "zone" && each.zone === shape.zone);
  const outline = zone?.type === "zone" ? boxOf(zone.d) : null;
  const inside = outline !== null && holds(outline, shape);
  const chart = shapes.find((each) => each.type === "chart" && each.kind === "radar" && holds(withNames(each), shape));
  const room = chart?.type === "chart" ? withNames(chart) : { x: 0, y: 0, width: layout.width, height: layout.height };
  const box = inside ? outline : room;
  // A zone's name that stands elsewhere once more is a heading over hints, and goes with them.
  const again = all.some((each) => each !== shape && each.role === "zone" && each.zone === shape.zone);
  const heading = shape.role === "zone" && (shape.zone === null || (!inside && again));
  const hints = heading ? all.filter(({ role }) => role === "hint").map(({ size }) => size) : [];
  const above = shape.role === "hint" ? all.find((each) => isUnder(shape, each, all, widthOf)) : undefined;
  return {
    tight: shape.rotate === 0 && (inside || chart !== undefined),
    chart: !inside && chart?.type === "chart" ? chart : null,
    under: above ? printed(above, { layout, shapes }, widthOf) : null,
    shape,
    smallest: Math.min(shape.size, ...hints),
    name: isName(shape) && !heading,
    limit: shape.rotate === 0 ? limitOf(shape, all, box, widthOf) : { px: Number.POSITIVE_INFINITY, sizes: 0 },
    bottom: shape.rotate === 0 ? box.y + box.height : Number.POSITIVE_INFINITY,
    room: roomOf(shape, { layout, shapes }, widthOf),
    bare: roomOf(shape, { layout, shapes: shapes.filter((each) => each.type !== "text" || isName(each)) }, widthOf),
    last: Math.max(0, ...all.filter((each) => !isName(each)).map(({ size }) => size)),
    right: layout.width,
  };
}

/** How to print texts at this zoom; null: not at all. */
export function labelsAt(texts: readonly Printed[], zoom: number, widthOf: WidthOf): (Label | null)[] {
  const labels = texts.map((text) => labelAt(text, zoom, widthOf));
  const least = new Map<ChartShape, number>();
  texts.forEach(({ chart }, index) => {
    const size = labels[index]?.size;
    if (chart && size) least.set(chart, Math.min(size, least.get(chart) ?? size));
  });
  return labels.map((label, index) => {
    const text = texts[index];
    const size = text?.chart ? least.get(text.chart) : undefined;
    return text && label && size && size < label.size ? labelIn(text, size, widthOf) : label;
  });
}

/** How to print a text at this zoom, whatever stands beside it; null: not at all. */
export function labelAt(text: Printed, zoom: number, widthOf: WidthOf): Label | null {
  const { shape, name } = text;
  if (!name && text.smallest * zoom < LEAST_HINT) return null;
  if (text.under) {
    const grown = labelAt(text.under, zoom, widthOf);
    const label = labelIn(text, shape.size, widthOf);
    return grown ? { ...label, y: label.y + lowOf(grown) - lowOf(text.under.shape) } : label;
  }
  const most = name ? Math.max(shape.size, LEAST_NAME / zoom) : shape.size;
  const room = shape.role === "zone" && text.last * zoom < LEAST_HINT ? text.bare : text.room;
  // As large as it should be, or as large as what stands around it lets it be: nothing printed covers another.
  for (let step = 0; step < SIZES; step += 1) {
    const label = labelIn(text, most - ((most - shape.size) * step) / SIZES, widthOf);
    const wide = Math.max(...label.lines.map((line) => widthOf(line, shape))) * label.size;
    const covers = shape.anchor === "start" && label.x + wide > room.beside;
    const leaves = text.tight && wide + (FREE / 2) * label.size > text.limit.px;
    if (lowOf(label) <= room.below && !covers && !leaves) return label;
  }
  return labelIn(text, shape.size, widthOf);
}

/** The text in letters of this size. */
function labelIn({ shape, limit, bottom, right }: Printed, size: number, widthOf: WidthOf): Label {
  const leading = (shape.leading * size) / shape.size;
  if (size === shape.size) return { size, leading, x: shape.x, y: shape.y, lines: shape.lines };
  const most = limit.px - (limit.sizes + FREE) * size;
  const fits = (line: string) => widthOf(line, shape) * size <= most;
  const lines = shape.lines.every(fits) ? shape.lines : broken(shape.lines.join(" "), fits);
  if (shape.rotate !== 0) return { size, leading, x: shape.x, y: shape.y, lines };
  // What hangs below a line goes on hanging from the same height, unless it would leave at the bottom.
  const hanging = shape.y + (size - shape.size) * RISE;
  const y = Math.min(hanging, Math.max(shape.y, bottom) - (lines.length - 1) * leading - (FALL + FREE / 2) * size);
  const wide = Math.max(...lines.map((line) => widthOf(line, shape))) * size;
  const x = shape.anchor === "start" ? Math.max(0, Math.min(shape.x, right - wide)) : shape.x;
  return { size, leading, x, y, lines };
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

/** From where the text stands to the borders of its box and to the names beside it. */
function limitOf(shape: TextShape, all: readonly TextShape[], box: Rect, widthOf: WidthOf): Printed["limit"] {
  const row = all.filter((each) => each !== shape && isName(each) && sameRow(each, shape));
  const [left, right] = [shape.x - box.x, box.x + box.width - shape.x];
  if (shape.anchor === "end") return { px: left, sizes: 0 };
  const widest = (each: TextShape) => Math.max(...each.lines.map((line) => widthOf(line, each)));
  if (shape.anchor === "start") {
    const next = row.filter((each) => each.anchor === "start" && each.x > shape.x).map((each) => each.x - shape.x);
    return { px: Math.min(right, ...next), sizes: 0 };
  }
  const sides = row.filter((each) =>
    each.anchor === "start" ? each.x < shape.x : each.anchor === "end" && each.x > shape.x,
  );
  const px = 2 * Math.min(left, right, ...sides.map((each) => Math.abs(each.x - shape.x)));
  return { px, sizes: sides.length > 0 ? 2 * Math.max(...sides.map(widest)) : 0 };
}

const sameRow = (one: TextShape, other: TextShape): boolean =>
  one.rotate === 0 && Math.abs(one.y - other.y) < (one.size + other.size) / 2;

/** The box around a path of our own drawing: absolute M, L and Z, and A for circles, drawn as two halves. */
export function boxOf(d: string): Rect | null {
  const boxes: Rect[] = [];
  for (const [, command, list] of d.matchAll(/([MLA])([^MLAZ]*)/g)) {
    const numbers = (list ?? "")
      .trim()
      .split(/[\s,]+/)
      .map(Number);
    const [x = 0, y = 0] = numbers.slice(-2);
    // A half of a circle ends at its left or right: as far up and down from there as it is wide.
    const radius = command === "A" ? (numbers[0] ?? 0) : 0;
    boxes.push({ x, y: y - radius, width: 0, height: 2 * radius });
  }
  return around(boxes);
}

const holds = (box: Rect, { x, y }: TextShape): boolean =>
  x >= box.x && x <= box.x + box.width && y >= box.y && y <= box.y + box.height;
