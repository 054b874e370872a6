// The sheet: paper, figure and printed texts, painted from the server's shapes. Colours are the theme's variables.

import type { PathShape, Shape, TextShape } from "../generated/protocol";
import { element, type Stage } from "./stage";
import type { Sheet } from "./types";
import type { Viewport } from "./viewport";

const SVG = "http://www.w3.org/2000/svg";
/** Screen px: lines are never thinner or thicker, whatever the zoom. */
const THINNEST = 1;
const THICKEST = 3;
/** Screen px: names of zones and axes are never smaller; hints are not there when they would be. */
const LEAST_NAME = 12;
const LEAST_HINT = 9;
/** Screen px: the outline of a zone something is being dragged over. */
const LIT = 4;

const NAMES: ReadonlySet<TextShape["role"]> = new Set(["zone", "axis", "title"]);

interface Line {
  readonly path: SVGPathElement;
  readonly shape: PathShape;
}

interface Printed {
  readonly text: SVGTextElement;
  readonly shape: TextShape;
}

export class Painting {
  readonly #stage: Stage;
  readonly #viewport: Viewport;
  readonly #paper = element("div", "canvas-sheet");
  readonly #svg = document.createElementNS(SVG, "svg");
  #sheet: Sheet | null = null;
  #lines: Line[] = [];
  #texts: Printed[] = [];
  #zones = new Map<string, SVGPathElement>();
  #lit: ReadonlySet<string> = new Set();
  #zoom = 0;

  constructor(stage: Stage, viewport: Viewport) {
    this.#stage = stage;
    this.#viewport = viewport;
    this.#svg.setAttribute("aria-hidden", "true");
    this.#paper.append(this.#svg);
    stage.world.append(this.#paper);
    stage.eachFrame(() => this.#step());
  }

  /** Zones under what is being dragged. */
  light(zones: Iterable<string>): void {
    const lit = new Set(zones);
    if (lit.size === this.#lit.size && [...lit].every((zone) => this.#lit.has(zone))) return;
    for (const [zone, path] of this.#zones) path.classList.toggle("lit", lit.has(zone));
    this.#lit = lit;
  }

  #step(): boolean {
    const sheet = this.#stage.model?.sheet ?? null;
    if (sheet !== this.#sheet) {
      this.#sheet = sheet;
      this.#paint(sheet);
      this.#zoom = 0;
    }
    const { zoom } = this.#viewport.camera;
    if (zoom !== this.#zoom) {
      this.#zoom = zoom;
      this.#scale(zoom);
    }
    return false;
  }

  #paint(sheet: Sheet | null): void {
    this.#lines = [];
    this.#texts = [];
    this.#zones = new Map();
    this.#lit = new Set();
    this.#svg.replaceChildren();
    this.#paper.hidden = sheet === null;
    if (!sheet) return;
    const { width, height } = sheet.layout;
    this.#paper.style.width = `${width}px`;
    this.#paper.style.height = `${height}px`;
    this.#svg.setAttribute("viewBox", `0 0 ${width} ${height}`);
    this.#svg.setAttribute("lang", this.#stage.language);
    this.#svg.append(...sheet.shapes.map((shape) => this.#drawn(shape)));
  }

  #drawn(shape: Shape): SVGElement {
    if (shape.type === "text") return this.#drawnText(shape);
    const path = document.createElementNS(SVG, "path");
    path.setAttribute("d", shape.d);
    if (shape.type === "zone") {
      path.setAttribute("class", "zone");
      this.#zones.set(shape.zone, path);
      return path;
    }
    path.style.fill = colour(shape.fill);
    path.style.stroke = colour(shape.stroke);
    if (shape.stroke !== "none" && shape.width > 0) this.#lines.push({ path, shape });
    return path;
  }

  #drawnText(shape: TextShape): SVGTextElement {
    const text = document.createElementNS(SVG, "text");
    text.setAttribute("class", `printed ${shape.role}`);
    text.setAttribute("text-anchor", shape.anchor);
    text.setAttribute("font-weight", String(shape.weight));
    if (shape.rotate) text.setAttribute("transform", `rotate(${shape.rotate} ${shape.x} ${shape.y})`);
    text.style.fill = colour(shape.colour);
    for (const line of shape.lines) {
      const span = document.createElementNS(SVG, "tspan");
      span.setAttribute("x", String(shape.x));
      span.textContent = line;
      text.append(span);
    }
    this.#texts.push({ text, shape });
    return text;
  }

  /** Lines and names keep within what can be seen and read on screen. */
  #scale(zoom: number): void {
    for (const { path, shape } of this.#lines) {
      const width = Math.min(THICKEST, Math.max(THINNEST, shape.width * zoom)) / zoom;
      path.style.strokeWidth = String(width);
      path.style.strokeDasharray = shape.dash.map((each) => (each * width) / shape.width).join(" ");
    }
    for (const { text, shape } of this.#texts) {
      const name = NAMES.has(shape.role);
      text.style.display = !name && shape.size * zoom < LEAST_HINT ? "none" : "";
      const size = name ? Math.max(shape.size, LEAST_NAME / zoom) : shape.size;
      const leading = (shape.leading * size) / shape.size;
      text.setAttribute("font-size", String(size));
      [...text.children].forEach((span, index) => {
        span.setAttribute("y", String(shape.y + index * leading));
      });
    }
    this.#svg.style.setProperty("--lit", `${LIT / zoom}px`);
  }
}

const colour = (token: string): string => (token === "none" ? "none" : `var(--${token})`);
