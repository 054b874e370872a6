// What printed texts stand above and beside: how far a name may grow before it would cover a text, a card or a chart.
// Pure; how wide a text is comes in. All in sheet px.

import type { TextShape } from "../generated/protocol";
import type { Rect } from "./camera";
import { pointOf } from "./places";
import type { Sheet } from "./types";

/** How much of its size a letter stands above the baseline, and how much hangs below. */
export const RISE = 0.72;
export const FALL = 0.25;
/** Above and below a radar for the names at its corners; and around it within its square. */
const NAMED = 44;
const AROUND = 20;
/** Between a name and what is right under it. */
const RIGHT_UNDER = 16;

/** The width of a text in letters of size 1. */
export type WidthOf = (text: string, shape: TextShape) => number;

/** What is below a text, and right of it. */
export interface Room {
  readonly below: number;
  readonly beside: number;
}

const NAMES: ReadonlySet<TextShape["role"]> = new Set(["zone", "axis", "title"]);
export const isName = ({ role }: TextShape): boolean => NAMES.has(role);

/** How far down the last line of a text reaches. */
export const lowOf = ({ y, lines, leading, size }: Pick<TextShape, "y" | "lines" | "leading" | "size">): number =>
  y + (lines.length - 1) * leading + FALL * size;

/** Whether a hint stands right under this name, or under other hints that do. */
export function isUnder(hint: TextShape, name: TextShape, all: readonly TextShape[], widthOf: WidthOf): boolean {
  return isName(name) && name.rotate === 0 && hintsUnder(name, all, widthOf).includes(hint);
}

/** The hints that stand right under a name, one under the other. */
function hintsUnder(name: TextShape, all: readonly TextShape[], widthOf: WidthOf): TextShape[] {
  const own = printedBox(name, widthOf);
  const hints = all.filter(
    (each) => each.role === "hint" && each.zone === name.zone && each.y > name.y && each.rotate === 0,
  );
  const found: TextShape[] = [];
  let low = lowOf(name);
  for (const hint of hints.sort((a, b) => a.y - b.y)) {
    const box = printedBox(hint, widthOf);
    const beside = box.x >= own.x + own.width || box.x + box.width <= own.x;
    if (beside || box.y - low > RIGHT_UNDER) continue;
    found.push(hint);
    low = lowOf(hint);
  }
  return found;
}

/** The box that a text takes as it is printed. */
export function printedBox(shape: TextShape, widthOf: (text: string, shape: TextShape) => number): Rect {
  const width = Math.max(...shape.lines.map((line) => widthOf(line, shape))) * shape.size;
  const left = { start: 0, middle: -width / 2, end: -width }[shape.anchor];
  const height = (shape.lines.length - 1) * shape.leading + (RISE + FALL) * shape.size;
  return { x: shape.x + left, y: shape.y - RISE * shape.size, width, height };
}

/** How far a text may reach: down to the first thing under it and its hints, to the right to what stands beside it. */
export function roomOf(shape: TextShape, { layout, shapes }: Sheet, widthOf: WidthOf): Room {
  if (shape.rotate !== 0) return { below: Number.POSITIVE_INFINITY, beside: Number.POSITIVE_INFINITY };
  const own = printedBox(shape, widthOf);
  const all = shapes.filter((each) => each.type === "text");
  const hints = isName(shape) ? hintsUnder(shape, all, widthOf) : [];
  const low = lowOf(hints.at(-1) ?? shape);
  const boxes = shapes.flatMap((each): Rect[] => {
    if (each.type === "text") {
      return each === shape || each.rotate !== 0 || hints.includes(each) ? [] : [printedBox(each, widthOf)];
    }
    // Heads of rows and columns keep out of the cells that they stand at.
    const frame = each.type === "zone" && shape.role === "axis" ? layout.frames[each.zone] : undefined;
    if (frame) return [frame];
    if (each.type !== "chart" || each.kind === "heat") return [];
    return [each.kind === "radar" ? squareIn(each) : each];
  });
  for (const { frame, u, v, width, height } of layout.cards) {
    const { x, y } = pointOf(layout, { frame, u, v });
    boxes.push({ x: x - width / 2, y: y - height / 2, width, height });
  }
  const under = boxes.filter((box) => box.y >= low - 1 && box.x < own.x + own.width && box.x + box.width > own.x);
  const beside = boxes.filter(
    (box) => box.x >= own.x + own.width - 1 && box.y < low + shape.size && box.y + box.height > own.y,
  );
  return {
    below: Math.min(Number.POSITIVE_INFINITY, ...under.map(({ y }) => y)) - (low - lowOf(shape)),
    beside: Math.min(Number.POSITIVE_INFINITY, ...beside.map(({ x }) => x)),
  };
}

/** A radar with the room for the names at its upper and lower corners. */
export const withNames = ({ x, y, width, height }: Rect): Rect => ({
  x,
  y: y - NAMED,
  width,
  height: height + 2 * NAMED,
});

/** The square around a radar's corners, without the names beside it. */
function squareIn({ x, y, width, height }: Rect): Rect {
  const side = Math.min(width, height) - 2 * AROUND;
  return { x: x + (width - side) / 2, y: y + (height - side) / 2, width: side, height: side };
}
