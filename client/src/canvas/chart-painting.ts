// The charts on the sheet, painted anew whenever something was given, voted or moved that they show.

import { Givens } from "../core/giving";
import { zonesAt } from "../core/zones";
import type { ChartShape, Round, Score } from "../generated/protocol";
import { personsOwn } from "./belonging";
import { type ChartFacts, type Drawing, drawingsOf, meansOf, rowKey } from "./charts";
import type { ItemLayer } from "./items";
import { MARKS } from "./marks";
import type { Stage } from "./stage";
import { drawn } from "./svg";
import type { CanvasModel } from "./types";
import type { Viewport } from "./viewport";

/** Screen px: lines are never thinner or thicker, whatever the zoom; what people gave is never as thin as the grid. */
const [THINNEST, THICKEST] = [1, 3];
const GIVEN = 1.5;
/** Screen px: a mark at a vertex is never smaller. */
const LEAST_MARK = 10;
/** A mark is drawn in a box of so many. */
const MARK_BOX = 16;

type Mark = NonNullable<Drawing["mark"]>;

interface Line {
  readonly path: SVGElement;
  readonly width: number;
  readonly dash: string;
}

export class ChartPainting {
  readonly #stage: Stage;
  readonly #viewport: Viewport;
  readonly #items: ItemLayer;
  readonly #svg = drawn("svg", { class: "canvas-charts" });
  #lines: Line[] = [];
  #marks: { path: SVGElement; mark: Mark }[] = [];
  #key: readonly unknown[] = [];
  #zoom = 0;

  constructor(stage: Stage, viewport: Viewport, items: ItemLayer) {
    this.#stage = stage;
    this.#viewport = viewport;
    this.#items = items;
    items.layer.before(this.#svg);
    stage.eachFrame(() => this.#step());
  }

  #step(): boolean {
    const { model, leading, language } = this.#stage;
    if (!model) return false;
    const shapes = chartsOn(model);
    const hot = shapes.some(({ kind }) => kind === "heat");
    const key = [model, model.sheet, leading.scores, leading.closed, language, hot ? this.#items.drawn : 0];
    if (key.some((each, index) => each !== this.#key[index])) {
      this.#key = key;
      this.#paint(model, shapes);
    }
    const { zoom } = this.#viewport.camera;
    if (zoom !== this.#zoom) this.#scale(zoom);
    return false;
  }

  #paint(model: CanvasModel, shapes: readonly ChartShape[]): void {
    const { width, height } = model.sheet.layout;
    this.#lines = [];
    this.#marks = [];
    this.#zoom = 0;
    this.#svg.setAttribute("viewBox", `0 0 ${width} ${height}`);
    this.#svg.style.width = `${width}px`;
    this.#svg.style.height = `${height}px`;
    const facts = shapes.length > 0 ? this.#facts(model) : null;
    this.#svg.replaceChildren(...shapes.flatMap((shape) => (facts ? [this.#chart(shape, facts)] : [])));
  }

  #chart(shape: ChartShape, facts: ChartFacts): SVGElement {
    const group = drawn("g", { role: "img", "data-chart": shape.kind, "aria-label": this.#said(shape, facts) });
    group.append(...drawingsOf(shape, facts).map((each) => this.#drawn(each)));
    return group;
  }

  /** "Chart: A 3.2, B 4.0" */
  #said(shape: ChartShape, facts: ChartFacts): string {
    const { words, language } = this.#stage;
    const name = (id: string) => facts.layout.zones.find((zone) => zone.id === id)?.label[language] ?? id;
    const parts =
      shape.kind === "heat"
        ? [...facts.dots(shape.zones)].map(([zone, count]) => `${name(zone)} ${count}`)
        : meansOf(shape, facts).map(({ zone, mean }) => `${name(zone)} ${mean.toLocaleString(language, ONE_DIGIT)}`);
    return parts.length > 0 ? `${words.chart}: ${parts.join(", ")}` : `${words.chart}: ${words.chartEmpty}`;
  }

  #drawn({ d, fill, stroke, width = 0, dash = "", opacity, mark }: Drawing): SVGElement {
    if (mark) {
      const { mark: kind } = mark.organisation;
      const path = drawn("path", { d: MARKS[kind % MARKS.length] ?? "", "fill-rule": "evenodd" });
      path.style.fill = `var(--org-${kind})`;
      this.#marks.push({ path, mark });
      return path;
    }
    const path = drawn("path", { d, "fill-rule": "evenodd" });
    path.style.fill = fill ?? "none";
    if (opacity !== undefined) path.style.fillOpacity = String(opacity);
    if (stroke) {
      path.style.stroke = stroke;
      this.#lines.push({ path, width, dash });
    }
    return path;
  }

  #scale(zoom: number): void {
    this.#zoom = zoom;
    for (const { path, width, dash } of this.#lines) {
      const on = Math.min(THICKEST, Math.max(width > 1 ? GIVEN : THINNEST, width * zoom)) / zoom;
      path.style.strokeWidth = String(on);
      path.style.strokeDasharray = dash.replace(/[\d.]+/g, (each) => String((Number(each) * on) / width));
    }
    for (const { path, mark } of this.#marks) {
      const size = Math.max(mark.size, LEAST_MARK / zoom);
      const transform = `translate(${mark.at.x - size / 2} ${mark.at.y - size / 2}) scale(${size / MARK_BOX})`;
      path.setAttribute("transform", transform);
    }
  }

  #facts(model: CanvasModel): ChartFacts {
    const { scores, closed } = this.#stage.leading;
    const givens = new Givens(scores);
    const counted = new Map<string, readonly Score[]>();
    const { layout, shapes } = model.sheet;
    const scales = shapes.filter((shape) => shape.type === "chart" && shape.kind === "scale") as ChartShape[];
    const rows = scales.map(
      ({ zones: [zone = ""], aspect, y, height }) => [rowKey(zone, aspect), y + height / 2] as const,
    );
    return {
      layout,
      rows: new Map(rows),
      scores: (zone) => {
        const known = counted.get(zone) ?? givens.inZone(zone, "score");
        counted.set(zone, known);
        return known;
      },
      ticks: (zone) => givens.inZone(zone, "checkbox"),
      dots: (zones) => dotsIn(model, zones, closed),
      organisationOf: (person) => personsOwn(model, person).organisation,
    };
  }
}

const ONE_DIGIT = { minimumFractionDigits: 1, maximumFractionDigits: 1 };

/** The charts of a sheet but those that are scored on. */
function chartsOn({ sheet }: CanvasModel): ChartShape[] {
  return sheet.shapes.flatMap((shape) => (shape.type === "chart" && shape.kind !== "scale" ? [shape] : []));
}

/** By the topmost of these zones in which what was voted for lies now. */
function dotsIn(model: CanvasModel, zones: readonly string[], closed: readonly Round[]): Map<string, number> {
  const found = new Map<string, number>();
  for (const { item: id, dots } of closed.flatMap(({ ballots = [] }) => ballots)) {
    const item = model.item(id);
    if (!item || item.deleted != null) continue;
    const zone = zonesAt(model.sheet.layout, item.place).zones.find((each) => zones.includes(each));
    if (zone !== undefined && dots > 0) found.set(zone, (found.get(zone) ?? 0) + dots);
  }
  return found;
}
