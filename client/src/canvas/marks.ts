// The eight marks of the organisations and the few signs of the canvas, as SVG paths. A mark is drawn in a box of 16.

import type { Organisation } from "../generated/protocol";

/** By number: circle, square, triangle, diamond, plus, ring, half disc, two bars. Filled by the even-odd rule. */
export const MARKS: readonly string[] = [
  "M8 1.5a6.5 6.5 0 1 1 0 13 6.5 6.5 0 1 1 0-13z",
  "M2.25 2.25h11.5v11.5H2.25z",
  "M8 1.5 15.2 14.25H.8z",
  "M8 .6 15.4 8 8 15.4.6 8z",
  "M5.6 1.5h4.8v4.1h4.1v4.8h-4.1v4.1H5.6v-4.1H1.5V5.6h4.1z",
  "M8 1.25a6.75 6.75 0 1 1 0 13.5 6.75 6.75 0 1 1 0-13.5zM8 5a3 3 0 1 0 0 6 3 3 0 1 0 0-6z",
  "M1 12a7 7 0 0 1 14 0z",
  "M1.5 2.75h13v4.1h-13zM1.5 9.15h13v4.1h-13z",
];

/** A padlock, in lines, in a box of 20. */
export const LOCK = "M5 9h10v7.5H5zM7 9V6.5a3 3 0 0 1 6 0V9";

/** An eye that is shut, in lines, in a box of 20: only its author sees it. */
export const CLOSED_EYE =
  "M4.6 5.8C3.2 7.2 2.5 10 2.5 10S5.2 15 10 15c1.2 0 2.3-.3 3.2-.8M8.3 5.2A8 8 0 0 1 10 5c4.8 0 7.5 5 7.5 5s-.7 1.5-2.1 2.8M8.2 8.4a2.4 2.4 0 0 0 3.3 3.3M3.5 3.5l13 13";

/** What a note is marked as, in lines, in a box of 20: a plus in a circle, and an exclamation mark in a triangle. */
export const TONES = {
  plus: "M10 2.5a7.5 7.5 0 1 1 0 15 7.5 7.5 0 1 1 0-15zM10 6.5v7M6.5 10h7",
  attention: "M10 3 17.5 16.5h-15zM10 8v4M10 14.2v.1",
} as const;

/** A square with an arrow out of it, in lines, in a box of 20: it leads elsewhere. */
export const ELSEWHERE = "M11.5 3.5h5v5M16.2 3.8 9.5 10.5M15 12v4.5H3.5V5H8";

/** An i in a circle, in lines, in a box of 20: there is more to read. */
export const INFO = "M10 2.75a7.25 7.25 0 1 1 0 14.5 7.25 7.25 0 0 1 0-14.5zM10 9.25v4.5M10 6.4v.2";

/** A cross, a plus and a minus, in lines, in a box of 20. */
export const CROSS = "m5.5 5.5 9 9M14.5 5.5l-9 9";
export const PLUS = "M10 4v12M4 10h12";
export const MINUS = "M4 10h12";

/** The arrow of somebody's pointer; its tip is at (1, 1) of a box of 16. */
export const POINTER = "M1 1 14.5 7.2 8.6 8.9 6.4 14.6z";

const SVG = "http://www.w3.org/2000/svg";

/** The letter in a mark: from the ninth organisation on marks come back, and its own first letter tells them apart. */
export function markLetter(organisation: Pick<Organisation, "name" | "order">): string {
  return organisation.order < MARKS.length ? "" : (graphemes(organisation.name)[0] ?? "").toUpperCase();
}

/** A mark as an element of its own: as large as its letters, in the colour of the text around it. */
export function markElement(mark: number, letter = ""): HTMLElement {
  const box = document.createElement("span");
  box.className = "own-mark";
  box.setAttribute("aria-hidden", "true");
  // The style sheet draws the letter: it is no text to be read, or spoken to.
  if (letter) box.dataset.letter = letter;
  const svg = drawing("0 0 16 16");
  const path = document.createElementNS(SVG, "path");
  path.setAttribute("d", MARKS[mark % MARKS.length] ?? "");
  path.setAttribute("fill", "currentColor");
  path.setAttribute("fill-rule", "evenodd");
  svg.append(path);
  box.append(svg);
  return box;
}

/** A path of lines (or filled, with `fill`) as an element. */
export function signElement(d: string, box: number, fill = false): SVGSVGElement {
  const svg = drawing(`0 0 ${box} ${box}`);
  svg.setAttribute("class", "sign");
  const path = document.createElementNS(SVG, "path");
  path.setAttribute("d", d);
  path.setAttribute("fill", fill ? "currentColor" : "none");
  if (!fill) path.setAttribute("stroke", "currentColor");
  svg.append(path);
  return svg;
}

/** Two letters for a person or an organisation: of the first and the last word, or the first two of the only one. */
export function initials(name: string): string {
  const words = name.split(/[\s\-–/]+/).filter((word) => /[\p{L}\p{N}]/u.test(word));
  const first = words[0];
  if (!first) return "?";
  const last = words.length > 1 ? words.at(-1) : undefined;
  const letters = last ? [firstLetter(first), firstLetter(last)] : graphemes(first).slice(0, 2);
  return letters.join("").toUpperCase();
}

function firstLetter(word: string): string {
  return graphemes(word).find((each) => /[\p{L}\p{N}]/u.test(each)) ?? "";
}

function graphemes(text: string): string[] {
  if (typeof Intl !== "undefined" && "Segmenter" in Intl) {
    return Array.from(new Intl.Segmenter(undefined, { granularity: "grapheme" }).segment(text), (each) => each.segment);
  }
  return Array.from(text);
}

function drawing(box: string): SVGSVGElement {
  const svg = document.createElementNS(SVG, "svg");
  svg.setAttribute("viewBox", box);
  svg.setAttribute("aria-hidden", "true");
  return svg;
}
