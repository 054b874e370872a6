// How a scale is drawn: five circles, three faces, or a box to tick; what was given in it, and what the group gave. In
// sheet px, within the rectangle that the sheet or the card leaves for it. The style sheet has the colours.

import { HIGHEST, type Scale, TICKED } from "../core/giving";
import type { Spread } from "../core/spread";
import type { Size } from "./camera";
import { drawn } from "./svg";

/** Of a row's height: the circles' radius. */
const RADIUS = 0.36;
const WIDEST = 0.42;
/** Sheet px: a box to tick, the bar under it, the arrow under a mean, and how many chose a face. */
export const BOX = 24;
const BAR = 4;
const ARROW = 6;
const COUNT = 20;

export interface Look {
  readonly scale: Scale;
  readonly size: Size;
  /** What stands in it: mine, or what the group holds. */
  readonly value: number | null;
  readonly group: boolean;
  /** Only I see it. */
  readonly draft: boolean;
  /** What the group gave; of a tick the share that ticked it. */
  readonly outcome: Spread | null;
  /** How many gave each step; empty: nobody did. */
  readonly counts: readonly number[];
  readonly ticked: number | null;
}

export function drawScale(look: Look): SVGElement {
  const { width, height } = look.size;
  const svg = drawn("svg", { viewBox: `0 0 ${width} ${height}`, width, height, class: "scale-picture" });
  if (look.scale === "checkbox") svg.append(...box(look));
  else svg.append(...outcomeOf(look), ...steps(look));
  return svg;
}

/** Which step lies at this part (0 to 1) of the row's width. */
export const stepAt = (scale: Scale, part: number): number =>
  Math.min(HIGHEST[scale], Math.max(1, Math.floor(part * HIGHEST[scale]) + 1));

function middleOf({ scale, size }: Look, value: number) {
  const cell = size.width / HIGHEST[scale];
  return { x: cell * (value - 0.5), y: size.height / 2, radius: Math.min(size.height * RADIUS, cell * WIDEST) };
}

function* steps(look: Look): Iterable<SVGElement> {
  for (let value = 1; value <= HIGHEST[look.scale]; value += 1) {
    const { x, y, radius } = middleOf(look, value);
    const chosen = value === look.value;
    const step = drawn("g", {
      class: `scale-step${chosen ? " chosen" : ""}${look.group ? " group" : ""}`,
      "data-step": value,
    });
    if (chosen && look.draft) step.append(drawn("circle", { class: "scale-draft", cx: x, cy: y, r: radius + 4 }));
    step.append(drawn("circle", { class: "scale-circle", cx: x, cy: y, r: radius }));
    step.append(...(look.scale === "smiley" ? face(x, y, radius, value - 2) : [digit(x, y, radius, value)]));
    yield step;
    const count = look.scale === "smiley" ? look.counts[value - 1] : 0;
    if (count) {
      const at = { x: x + radius + 5, y: y + COUNT * 0.35, "font-size": COUNT };
      const text = drawn("text", { class: "scale-count", ...at });
      text.textContent = String(count);
      yield text;
    }
  }
}

function digit(x: number, y: number, radius: number, value: number): SVGElement {
  const text = drawn("text", { class: "scale-digit", x, y: y + radius * 0.4, "font-size": radius * 1.15 });
  text.textContent = String(value);
  return text;
}

/** `mood`: -1 sad, 0 neutral, 1 happy. */
function face(x: number, y: number, radius: number, mood: number): SVGElement[] {
  const eye = (side: number) =>
    drawn("circle", { class: "scale-eye", cx: x + side * radius * 0.36, cy: y - radius * 0.26, r: radius * 0.11 });
  const [half, at] = [radius * 0.46, y + radius * (0.36 - mood * 0.12)];
  const mouth = `M${x - half} ${at}Q${x} ${at + mood * radius * 0.55} ${x + half} ${at}`;
  return [eye(-1), eye(1), drawn("path", { class: "scale-mouth", d: mouth })];
}

/** The spread as a band behind the circles, and an arrow under the mean. */
function* outcomeOf(look: Look): Iterable<SVGElement> {
  const { outcome, size } = look;
  if (!outcome || look.scale !== "score") return;
  const at = (value: number) => middleOf(look, value).x;
  const [from, to] = [
    Math.max(at(outcome.mean - outcome.spread), 0),
    Math.min(at(outcome.mean + outcome.spread), size.width),
  ];
  const { y, radius } = middleOf(look, 1);
  const high = radius * 1.1;
  yield drawn("rect", { class: "scale-band", x: from, y: y - high / 2, width: Math.max(to - from, 2), height: high });
  const [x, top] = [at(outcome.mean), Math.min(y + radius + 1, size.height - ARROW)];
  yield drawn("path", { class: "scale-mean", d: `M${x} ${top}l${ARROW} ${ARROW * 1.4}h${-2 * ARROW}z` });
}

function* box(look: Look): Iterable<SVGElement> {
  const { value, group, draft, ticked, size } = look;
  const [x, y] = [size.width - BOX - 2, (size.height - BOX) / 2];
  if (ticked !== null) {
    const under = y + BOX + 3;
    yield drawn("rect", { class: "scale-track", x, y: under, width: BOX, height: BAR });
    yield drawn("rect", { class: "scale-share", x, y: under, width: BOX * ticked, height: BAR });
  }
  const given = `${value === null ? "" : " given"}${value === TICKED ? " ticked" : ""}${group ? " group" : ""}`;
  if (draft) yield drawn("rect", { class: "scale-draft", x: x - 3, y: y - 3, width: BOX + 6, height: BOX + 6, rx: 5 });
  yield drawn("rect", { class: `scale-box${given}`, x, y, width: BOX, height: BOX, rx: 3 });
  const [middle, centre] = [x + BOX / 2, y + BOX / 2];
  if (value === TICKED) yield drawn("path", { class: "scale-tick", d: `M${middle - 7} ${centre + 0.5}l5 5.5 9.5 -11` });
  if (value === TICKED - 1) yield drawn("path", { class: "scale-tick", d: `M${middle - 6} ${centre}h12` });
}

/** One small circle for each of several rows, with what was given on it. */
export function drawPips(values: readonly (number | null)[], { width, height }: Size): SVGElement {
  const svg = drawn("svg", { viewBox: `0 0 ${width} ${height}`, width, height, class: "scale-picture" });
  const cell = Math.min(width / values.length, height);
  const radius = cell * WIDEST;
  values.forEach((value, index) => {
    const [x, y] = [cell * (index + 0.5), height / 2];
    const step = drawn("g", { class: `scale-step${value === null ? "" : " chosen"}` });
    step.append(drawn("circle", { class: "scale-circle", cx: x, cy: y, r: radius }));
    if (value !== null) step.append(digit(x, y, radius, value));
    svg.append(step);
  });
  return svg;
}
