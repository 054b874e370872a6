// The sheet: paper, figure and printed texts, painted from the server's shapes. Colours are the theme's variables.

import type { PathShape, Shape, TextShape } from "../generated/protocol";
import { type BackZones, backZones } from "./back";
import { type Label, labelsAt, type Printed, printed } from "./labels";
import { element, type Stage } from "./stage";
import { SVG } from "./svg";
import type { Sheet } from "./types";
import type { Viewport } from "./viewport";

/** Screen px: lines are never thinner or thicker, whatever the zoom. */
const THINNEST = 1;
const THICKEST = 3;
/** Screen px: the outline of a zone something is being dragged over. */
const LIT = 4;

/** The size at which widths are measured. */
const MEASURED = 100;

/** What lies over what: a lit zone over the figure's fills, under its lines; its own outline over them. */
const LAYERS = ["fills", "lit-fills", "lines", "lit-outlines", "texts"] as const;
type Layer = (typeof LAYERS)[number];

interface Line {
  readonly path: SVGPathElement;
  readonly shape: PathShape;
}

interface Text {
  readonly text: SVGTextElement;
  readonly printed: Printed;
  lines: readonly string[];
}

export class Painting {
  readonly #stage: Stage;
  readonly #viewport: Viewport;
  readonly #paper = element("div", "canvas-sheet");
  readonly #svg = document.createElementNS(SVG, "svg");
  #sheet: Sheet | null = null;
  #lines: Line[] = [];
  #texts: Text[] = [];
  #zones = new Map<string, SVGPathElement[]>();
  #back: BackZones | null = null;
  #lit: ReadonlySet<string> = new Set();
  #zoom = 0;

  constructor(stage: Stage, viewport: Viewport) {
    this.#stage = stage;
    this.#viewport = viewport;
    this.#svg.setAttribute("aria-hidden", "true");
    this.#paper.append(this.#svg);
    stage.world.append(this.#paper);
    stage.eachFrame(() => this.#step());
    document.fonts?.addEventListener("loadingdone", this.#otherLetters);
  }

  destroy(): void {
    document.fonts?.removeEventListener("loadingdone", this.#otherLetters);
  }

  /** Names were measured in other letters than there are now. */
  readonly #otherLetters = (): void => {
    this.#sheet = null;
    this.#stage.draw();
  };

  /** Zones under what is being dragged. */
  light(zones: Iterable<string>): void {
    const lit = new Set(zones);
    if (lit.size === this.#lit.size && [...lit].every((zone) => this.#lit.has(zone))) return;
    for (const [zone, paths] of this.#zones) {
      for (const path of paths) path.style.display = lit.has(zone) ? "" : "none";
    }
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
    widths.clear();
    this.#lines = [];
    this.#texts = [];
    this.#zones = new Map();
    this.#lit = new Set();
    this.#back = null;
    this.#svg.replaceChildren();
    this.#paper.hidden = sheet === null;
    if (!sheet) return;
    const { width, height } = sheet.layout;
    this.#paper.style.width = `${width}px`;
    this.#paper.style.height = `${height}px`;
    this.#svg.setAttribute("viewBox", `0 0 ${width} ${height}`);
    this.#svg.setAttribute("lang", this.#stage.language);
    const layers = new Map(LAYERS.map((name) => [name, layer(name)]));
    this.#svg.append(...layers.values());
    for (const shape of sheet.shapes) this.#draw(shape, sheet, (name, drawn) => layers.get(name)?.append(drawn));
    this.#back = backZones(sheet, this.#stage.words, widthOf);
    layers.get("fills")?.append(...this.#back.fills);
    layers.get("texts")?.append(...this.#back.labels);
  }

  #draw(shape: Shape, sheet: Sheet, into: (layer: Layer, drawn: SVGElement) => void): void {
    if (shape.type === "text") {
      into("texts", this.#drawnText(shape, sheet));
    } else if (shape.type === "zone") {
      const paths = [pathOf(shape.d), pathOf(shape.d)] as const;
      for (const path of paths) path.style.display = "none";
      into("lit-fills", paths[0]);
      into("lit-outlines", paths[1]);
      this.#zones.set(shape.zone, [...(this.#zones.get(shape.zone) ?? []), ...paths]);
    } else if (shape.type === "path") {
      if (shape.fill !== "none") {
        const fill = pathOf(shape.d);
        fill.style.fill = colour(shape.fill);
        into("fills", fill);
      }
      if (shape.stroke !== "none" && shape.width > 0) {
        const path = pathOf(shape.d);
        path.style.stroke = colour(shape.stroke);
        this.#lines.push({ path, shape });
        into("lines", path);
      }
    }
  }

  #drawnText(shape: TextShape, sheet: Sheet): SVGTextElement {
    const text = document.createElementNS(SVG, "text");
    text.setAttribute("class", "printed");
    text.dataset.role = shape.role;
    text.setAttribute("text-anchor", shape.anchor);
    text.setAttribute("font-weight", String(shape.weight));
    if (shape.rotate) text.setAttribute("transform", `rotate(${shape.rotate} ${shape.x} ${shape.y})`);
    text.style.fill = colour(shape.colour);
    this.#texts.push({ text, printed: printed(shape, sheet, widthOf), lines: [] });
    return text;
  }

  /** Lines and names keep within what can be seen and read on screen. */
  #scale(zoom: number): void {
    for (const { path, shape } of this.#lines) {
      const width = Math.min(THICKEST, Math.max(THINNEST, shape.width * zoom)) / zoom;
      path.style.strokeWidth = String(width);
      path.style.strokeDasharray = shape.dash.map((each) => (each * width) / shape.width).join(" ");
    }
    const labels = labelsAt(
      this.#texts.map((text) => text.printed),
      zoom,
      widthOf,
    );
    this.#texts.forEach((text, index) => {
      print(text, labels[index] ?? null);
    });
    this.#back?.scale(zoom);
    this.#svg.style.setProperty("--lit", `${LIT / zoom}px`);
  }
}

function print(text: Text, label: Label | null): void {
  text.text.style.display = label ? "" : "none";
  if (!label) return;
  if (label.lines !== text.lines) {
    text.lines = label.lines;
    text.text.replaceChildren(...label.lines.map(spanOf));
  }
  text.text.setAttribute("font-size", String(label.size));
  [...text.text.children].forEach((span, index) => {
    span.setAttribute("x", String(label.x));
    span.setAttribute("y", String(label.y + index * label.leading));
  });
}

function spanOf(line: string): SVGTSpanElement {
  const span = document.createElementNS(SVG, "tspan");
  span.textContent = line;
  return span;
}

const pen = document.createElement("canvas").getContext("2d");

/** What was measured of this sheet in the letters that there are. */
const widths = new Map<string, number>();

/** How wide a text is in letters of size 1. */
function widthOf(text: string, shape: Pick<TextShape, "weight">): number {
  if (!pen) return text.length * 0.55; // without a pen, a guess that errs to the wide side
  const key = `${shape.weight} ${text}`;
  const known = widths.get(key);
  if (known !== undefined) return known;
  pen.font = `${shape.weight} ${MEASURED}px "Schibsted Grotesk Variable", system-ui, sans-serif`;
  const width = pen.measureText(text).width / MEASURED;
  widths.set(key, width);
  return width;
}

const colour = (token: string): string => (token === "none" ? "none" : `var(--${token})`);

function layer(name: Layer): SVGGElement {
  const group = document.createElementNS(SVG, "g");
  group.setAttribute("class", name);
  return group;
}

function pathOf(d: string): SVGPathElement {
  const path = document.createElementNS(SVG, "path");
  path.setAttribute("d", d);
  return path;
}
