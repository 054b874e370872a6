// Zones that are private for good: quietly hatched, with a dashed outline, a shut eye and words that say so.

import { zonesAt } from "../core/zones";
import type { Layout, TextShape, ZoneShape } from "../generated/protocol";
import type { CanvasWords } from "../words/canvas";
import type { Point } from "./camera";
import { boxOf } from "./labels";
import { CLOSED_EYE } from "./marks";
import { placeAt } from "./places";
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
/** Screen px: the words are never smaller. */
const LEAST = 12;

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
  const labels = zones.map(({ zone, d }) => ({ label: label(words, width), ...spotFor(layout, zone, d, width) }));
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
      const larger = Math.max(1, LEAST / (SIZE * zoom));
      for (const { label: made, x, y } of labels)
        made.setAttribute("transform", `translate(${x} ${y}) scale(${larger})`);
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

/** As high and then as far to the right as the words lie within the zone, whatever its form. */
function spotFor(layout: Layout, zone: string, d: string, width: number): Point {
  const box = boxOf(d) ?? { x: 0, y: 0, width: layout.width, height: layout.height };
  const holds = (x: number, y: number) => zonesAt(layout, placeAt(layout, { x, y })).zones.includes(zone);
  const corner = { x: box.x + box.width - INSIDE, y: box.y + INSIDE };
  for (let { y } = corner; y < box.y + box.height - SIZE; y += STEP) {
    for (let { x } = corner; x > box.x + width; x -= STEP) {
      const left = x - width - INSIDE / 2;
      if (holds(x, y - INSIDE / 2) && holds(left, y - INSIDE / 2) && holds(left, y + 2 * SIZE)) return { x, y };
    }
  }
  return corner;
}

function hatch(): SVGElement {
  const pattern = drawn("pattern", {
    ...{ id: HATCH, width: APART, height: APART, patternUnits: "userSpaceOnUse", patternTransform: "rotate(45)" },
  });
  pattern.append(drawn("path", { class: "back-line", d: `M0 0V${APART}` }));
  return pattern;
}
