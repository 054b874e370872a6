// Painting how far apart things were placed: areas in the colour and the dash of an organisation, the middle of all, and
// hairlines. In sheet px; lines are as thick on screen at any zoom.

import type { Organisation } from "../generated/protocol";
import type { Area } from "./area";
import type { Point } from "./camera";
import { drawn } from "./svg";

/** The organisations' dashes in charts, by mark. */
export const DASHES = ["", "8 4", "2 4", "10 3 2 3", "14 4", "1 3", "6 2 2 2", "12 2"] as const;
/** Sheet px: what was placed in one line, or all but in one point, still has an area to be seen. */
const THIN = 12;
/** Screen px. */
const LINE = 1.5;
const HAIR = 1;
const MIDDLE = 7;
/** Between a hairline's end and the token. */
const CLEAR = 6;

interface Lined {
  readonly element: SVGElement;
  readonly width: number;
  readonly dash: string;
}

export class AreaPainting {
  readonly #svg = drawn("svg", { class: "spreads" });
  #lined: Lined[] = [];
  #middle: { group: SVGElement; at: Point } | null = null;

  constructor(layer: HTMLElement) {
    layer.append(this.#svg);
  }

  clear(): void {
    this.#lined = [];
    this.#middle = null;
    this.#svg.replaceChildren();
  }

  area({ middle, along, across, angle }: Area, organisation: Organisation | null): void {
    const transform = `translate(${middle.x} ${middle.y}) rotate(${angle})`;
    const size = { rx: Math.max(THIN, along), ry: Math.max(THIN, across) };
    const ellipse = this.#add(drawn("ellipse", { class: "spread", ...size, transform }), organisation);
    this.#lined.push({ element: ellipse, width: LINE, dash: organisation ? (DASHES[organisation.mark] ?? "") : "" });
  }

  /** The middle of all. */
  middle(at: Point): void {
    const group = this.#add(drawn("g", { class: "middle" }), null);
    group.append(drawn("path", { d: "M-11 0H11M0-11V11" }), drawn("circle", { r: MIDDLE }));
    this.#middle = { group, at };
  }

  /** From where it was placed to the edge of the token, which has this radius. */
  hairline(from: Point, token: Point, radius: number, organisation: Organisation | null): void {
    const far = Math.hypot(token.x - from.x, token.y - from.y);
    const part = (far - radius - CLEAR) / far;
    if (!(part > 0)) return;
    const to = { x2: from.x + (token.x - from.x) * part, y2: from.y + (token.y - from.y) * part };
    const line = this.#add(drawn("line", { class: "hairline", x1: from.x, y1: from.y, ...to }), organisation);
    this.#lined.push({ element: line, width: HAIR, dash: "" });
  }

  scale(zoom: number): void {
    for (const { element, width, dash } of this.#lined) {
      element.style.strokeWidth = String(width / zoom);
      element.style.strokeDasharray = dash
        .split(" ")
        .map((each) => Number(each) / zoom)
        .join(" ");
    }
    if (!this.#middle) return;
    const { group, at } = this.#middle;
    group.setAttribute("transform", `translate(${at.x} ${at.y}) scale(${1 / zoom})`);
  }

  #add(made: SVGElement, organisation: Organisation | null): SVGElement {
    if (organisation) made.style.setProperty("--own", `var(--org-${organisation.mark})`);
    this.#svg.append(made);
    return made;
  }
}
