// Zones that are private for good: quietly hatched, with a dashed outline, a shut eye and words that say so.

import { zonesAt } from "../core/zones";
import type { Layout, TextShape, ZoneShape } from "../generated/protocol";
import type { CanvasWords } from "../words/canvas";
import { overlap, type Point, type Rect } from "./camera";
import { printedBox } from "./label-room";
import { boxOf } from "./labels";
import { CLOSED_EYE } from "./marks";
import { placeAt, pointOf } from "./places";
import { drawn } from "./svg";
import type { Sheet } from "./types";

const HATCH = "back-hatch";
/** Sheet px: of the words, from the zone's corner, and between the lines of the hatch. */
const SIZE = 15;
const INSIDE = 14;
const APART = 10;
/** Of the eye with some air, and between the spots that are tried. */
const EYE = 26;
const STEP = 8;
/** Screen px: the words are not smaller, as long as they need not be so many times as large. */
const LEAST = 12;
const GROWN = 1.6;

/** Where the top right corner of the words is, and how many times as large they may become. */
interface Spot extends Point {
  readonly largest: number;
}

export interface BackZones {
  /** Painted under the figure's lines. */
  readonly fills: SVGElement[];
  readonly labels: SVGElement[];
  scale(zoom: number): void;
}

/** `widthOf`: a text's width in letters of size 1. */
export function backZones(
  { layout, shapes }: Sheet,
  words: CanvasWords,
  widthOf: (text: string, shape: Pick<TextShape, "weight">) => number,
): BackZones {
  const ids = new Set(layout.zones.filter((zone) => zone.private).map(({ id }) => id));
  const zones = shapes.filter((shape): shape is ZoneShape => shape.type === "zone" && ids.has(shape.zone));
  const outlines = zones.map(({ d }) => drawn("path", { class: "back-outline", d }));
  const width = widthOf(words.onlyYours, { weight: 500 }) * SIZE + EYE;
  const taken = takenBy({ layout, shapes }, widthOf);
  const labels = zones.map(({ zone, d }) => ({
    label: label(words, width),
    ...spotFor(layout, zone, d, width, taken),
  }));
  return {
    fills:
      zones.length === 0
        ? []
        : [hatch(), ...zones.map(({ d }) => drawn("path", { d, fill: `url(#${HATCH})` })), ...outlines],
    labels: labels.map(({ label: made }) => made),
    scale: (zoom) => {
      for (const outline of outlines) {
        outline.style.strokeWidth = String(1.5 / zoom);
        outline.style.strokeDasharray = `${6 / zoom} ${4 / zoom}`;
      }
      for (const { label: made, x, y, largest } of labels) {
        const larger = Math.min(largest, Math.max(1, LEAST / (SIZE * zoom)));
        made.setAttribute("transform", `translate(${x} ${y}) scale(${larger})`);
      }
    },
  };
}

/** Its top right corner is at (0, 0). */
function label(words: CanvasWords, width: number): SVGElement {
  const group = drawn("g", { class: "back-label" });
  const text = drawn("text", {
    class: "printed",
    "text-anchor": "end",
    y: SIZE,
    "font-size": SIZE,
    "font-weight": 500,
  });
  text.textContent = words.onlyYours;
  group.append(drawn("path", { d: CLOSED_EYE, transform: `translate(${-width} 0)` }), text);
  return group;
}

/** What is printed and the cards that lie there, names as large as they are where the whole sheet is seen. */
function takenBy(sheet: Sheet, widthOf: (text: string, shape: Pick<TextShape, "weight">) => number): Rect[] {
  const { layout, shapes } = sheet;
  const cards = layout.cards.map(({ frame, u, v, width, height }) => {
    const { x, y } = pointOf(layout, { frame, u, v });
    return { x: x - width / 2, y: y - height / 2, width, height };
  });
  const texts = shapes.flatMap((shape) => {
    if (shape.type !== "text" || shape.rotate !== 0) return [];
    const { x, y, width, height } = printedBox(shape, widthOf);
    return [{ x, y, width: width * GROWN, height: height * GROWN }];
  });
  return [...texts, ...cards];
}

/** In the zone's upper right corner, as far as it holds the words; where they would cover something, as low as it does. */
function spotFor(layout: Layout, zone: string, d: string, narrow: number, taken: readonly Rect[]): Spot {
  const box = boxOf(d) ?? { x: 0, y: 0, width: layout.width, height: layout.height };
  const largest = Math.max(1, Math.min(GROWN, (box.width - 2 * INSIDE) / narrow));
  const width = narrow * largest;
  const free = (x: number, y: number) => {
    const words = { x: x - width, y: y - INSIDE / 2, width, height: 2 * SIZE * largest };
    return !taken.some((each) => overlap(each, words));
  };
  const holds = (x: number, y: number) => zonesAt(layout, placeAt(layout, { x, y })).zones.includes(zone);
  const corner = { x: box.x + box.width - INSIDE, y: box.y + INSIDE };
  const low = box.y + box.height - INSIDE - SIZE * largest;
  const downward = range(corner.y, low).flatMap((y) => {
    for (let { x } = corner; x >= box.x + width; x -= STEP) {
      const left = x - width - INSIDE / 2;
      if (holds(x, y - INSIDE / 2) && holds(left, y - INSIDE / 2) && holds(left, y + 2 * SIZE))
        return [{ x, y, largest }];
    }
    return [];
  });
  const [first = { ...corner, largest }] = downward;
  return free(first.x, first.y) ? first : (downward.findLast(({ x, y }) => free(x, y)) ?? first);
}

const range = (from: number, to: number): number[] =>
  Array.from({ length: Math.max(1, Math.floor((to - from) / STEP) + 1) }, (_, index) => from + index * STEP);

function hatch(): SVGElement {
  const pattern = drawn("pattern", {
    ...{ id: HATCH, width: APART, height: APART, patternUnits: "userSpaceOnUse", patternTransform: "rotate(45)" },
  });
  pattern.append(drawn("path", { class: "back-line", d: `M0 0V${APART}` }));
  return pattern;
}
