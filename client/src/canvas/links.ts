// Arrows on the sheet: they lie under what they hold on to and follow it wherever it is drawn. An arrow's own element,
// which is selected, focused and written in as any item's, stands in its middle.

import type { End } from "../core/links";
import { isToken } from "../core/state";
import type { Connector, Item } from "../generated/protocol";
import { type Arrow, arrowBetween, asides, type Box, widthOf } from "./arrow";
import { personsOwn } from "./belonging";
import type { Point, Size } from "./camera";
import { type Entry, write } from "./entry";
import type { ItemLayer } from "./items";
import { type Crossing, LinkChips } from "./link-chips";
import { isDraft } from "./rights";
import type { Selection } from "./select";
import type { Stage } from "./stage";
import { drawn } from "./svg";
import type { CanvasModel } from "./types";
import type { Viewport } from "./viewport";

/** Screen px: an arrow is never thinner, and can be hit so far around it. */
const THINNEST = 1.25;
const HIT = 16;
/** Screen px that a selected arrow is wider by. */
const HALO = 3.5;
/** Its words are drawn larger where they could not be read, up to so many times. */
const READABLE = 11 / 15;
const LARGEST = 2;
/** Sheet px: how large they are otherwise. */
const LETTERS = 15;

/** Sheet px between a token and its name. */
const NAME_AWAY = 6;

interface Shown {
  readonly group: SVGElement;
  readonly paths: {
    readonly halo: SVGElement;
    readonly hit: SVGElement;
    readonly line: SVGElement;
    readonly head: SVGElement;
  };
  arrow: Arrow | null;
  /** How it was drawn, and what its element was measured with. */
  drawn: string;
  measured: string;
  size: Size;
}

export class Links {
  readonly #stage: Stage;
  readonly #viewport: Viewport;
  readonly #items: ItemLayer;
  readonly #selection: Selection;
  readonly #svg = drawn("svg", { class: "canvas-links", "aria-hidden": "true" });
  readonly #preview = { line: drawn("path"), head: drawn("path") };
  readonly #shown = new Map<string, Shown>();
  readonly #names = new WeakMap<HTMLElement, Size & { readonly look: string }>();
  readonly #chips: LinkChips;
  #drawn = -1;
  #zoom = 0;

  constructor(stage: Stage, viewport: Viewport, items: ItemLayer, selection: Selection) {
    this.#stage = stage;
    this.#viewport = viewport;
    this.#items = items;
    this.#selection = selection;
    const preview = drawn("g", { class: "link preview" });
    preview.append(this.#preview.line, this.#preview.head);
    this.#svg.append(preview);
    items.layer.before(this.#svg);
    this.#chips = new LinkChips(stage, items.layer);
    stage.on("editing", () => {
      this.#drawn = -1; // what is being written in has another size
    });
    stage.eachFrame(() => this.#step());
  }

  /** Where an arrow is drawn. */
  arrow(id: string): Arrow | null {
    return this.#shown.get(id)?.arrow ?? null;
  }

  get chips(): LinkChips {
    return this.#chips;
  }

  /** What an item takes on the sheet, for an arrow to it. */
  box(entry: Entry): Box {
    const { x, y, width, height } = this.#items.rect(entry);
    const round = isToken(entry.item);
    return { x: x + width / 2, y: y + height / 2, width, height, round, name: round ? this.#nameOf(entry) : undefined };
  }

  /** How large a token's name is, measured when it became another one; none where it is too small to read. */
  #nameOf({ face, look, shown }: Entry): Size | undefined {
    if (this.#items.layer.classList.contains("nameless") || !shown) return undefined;
    const known = this.#names.get(face.root);
    if (known?.look === look) return known;
    const name = face.root.querySelector<HTMLElement>(".token-name");
    if (!name?.offsetWidth) return undefined;
    const found = { look, width: name.offsetWidth, height: name.offsetHeight + NAME_AWAY };
    this.#names.set(face.root, found);
    return found;
  }

  /** An arrow being drawn; null: none is. */
  preview(from: Box | null, to: Box | null, strength = 1): void {
    const arrow = from && to ? arrowBetween(from, to, this.#width(strength)) : null;
    this.#preview.line.setAttribute("d", arrow?.line ?? "");
    this.#preview.head.setAttribute("d", arrow?.head ?? "");
    this.#preview.line.style.strokeWidth = String(arrow?.width ?? 0);
  }

  /** Where a point is, as something to lead an arrow to. */
  point({ x, y }: Point): Box {
    return { x, y, width: 0, height: 0, round: false };
  }

  #width(strength: number | undefined): number {
    return Math.max(widthOf(strength), (THINNEST * (strength ?? 1)) / this.#viewport.camera.zoom);
  }

  #step(): boolean {
    const { model } = this.#stage;
    if (!model) return false;
    const { zoom } = this.#viewport.camera;
    if (this.#drawn !== this.#items.drawn || zoom !== this.#zoom) {
      this.#svg.style.setProperty("--hit", `${HIT / zoom}px`);
      this.#drawn = this.#items.drawn;
      this.#zoom = zoom;
      this.#draw(model);
    }
    for (const [id, { group }] of this.#shown) {
      group.classList.toggle("selected", this.#selection.has(id) || this.#selection.focused === id);
    }
    return false;
  }

  #draw(model: CanvasModel): void {
    const larger = Math.min(LARGEST, Math.max(1, READABLE / this.#zoom));
    const entries = [...this.#items.all()].filter(({ item }) => item.kind === "connector");
    const connectors = entries.map(({ item }) => item as Connector);
    const incoming = model.links.incoming();
    const there = new Set([...connectors, ...incoming].map(({ id }) => id));
    for (const [id, { group }] of this.#shown) {
      if (there.has(id)) continue;
      group.remove();
      this.#shown.delete(id);
    }
    const chips = this.#chips.show(model, this.#crossings(model, connectors, incoming));
    const box = (connector: Connector, end: End) => this.#boxOf(model.links.end(connector, end));
    const aside = asides(connectors);
    for (const entry of entries) {
      const connector = entry.item as Connector;
      const from = box(connector, "start");
      const to = chips.get(entry.id) ?? box(connector, "end");
      const arrow = from && to ? arrowBetween(from, to, this.#width(connector.strength), aside.get(entry.id)) : null;
      this.#put(model, connector, arrow, true);
      this.#place(entry, arrow?.middle ?? from ?? entry.home, larger);
    }
    for (const connector of incoming) {
      const [from, to] = [chips.get(connector.id), box(connector, "end")];
      this.#put(model, connector, from && to ? arrowBetween(from, to, this.#width(connector.strength)) : null, false);
    }
  }

  /** Those of which one end lies on another canvas. */
  #crossings(model: CanvasModel, here: readonly Connector[], incoming: readonly Connector[]): Crossing[] {
    const crossing = (connector: Connector, out: boolean): Crossing[] => {
      const [start, end] = [model.links.end(connector, "start"), model.links.end(connector, "end")];
      const [near, far] = out ? [this.#boxOf(start), end] : [this.#boxOf(end), start];
      return near && far && far.canvas !== model.canvas ? [{ connector, near, far, out }] : [];
    };
    return [...here.flatMap((each) => crossing(each, true)), ...incoming.flatMap((each) => crossing(each, false))];
  }

  #boxOf(item: Item | undefined): Box | null {
    const entry = item && this.#items.get(item.id);
    return entry ? this.box(entry) : null;
  }

  /** `own`: it can be chosen here. */
  #put(model: CanvasModel, connector: Connector, arrow: Arrow | null, own: boolean): void {
    const shown = this.#shown.get(connector.id) ?? this.#created(connector.id, own);
    shown.arrow = arrow;
    const { group, paths } = shown;
    const draft = isDraft(this.#stage, connector);
    const key = `${arrow?.line} ${arrow?.head} ${arrow?.width} ${draft}`;
    if (key === shown.drawn) return;
    shown.drawn = key;
    group.classList.toggle("draft", draft);
    const { organisation } = personsOwn(model, connector.author);
    group.style.setProperty("--own", draft && organisation ? `var(--org-${organisation.mark})` : "var(--ink)");
    for (const path of [paths.halo, paths.hit, paths.line]) path.setAttribute("d", arrow?.line ?? "");
    paths.head.setAttribute("d", arrow?.head ?? "");
    paths.line.style.strokeWidth = String(arrow?.width ?? 0);
    paths.halo.style.strokeWidth = String((arrow?.width ?? 0) + (2 * HALO) / this.#zoom);
  }

  #created(id: string, own: boolean): Shown {
    const path = (name: string) => drawn("path", { class: name });
    const paths = { halo: path("halo"), hit: path("hit"), line: path("line"), head: path("head") };
    const group = drawn("g", { class: "link", ...(own ? { "data-item": id } : {}) });
    group.append(paths.halo, paths.line, paths.head, paths.hit);
    this.#svg.append(group);
    const shown: Shown = { group, paths, arrow: null, drawn: "", measured: "", size: { width: 0, height: 0 } };
    this.#shown.set(id, shown);
    return shown;
  }

  /** Its element goes to its middle, as large as what it says. */
  #place(entry: Entry, middle: Point, larger: number): void {
    const shown = this.#shown.get(entry.id);
    const { root } = entry.face;
    const said = (entry.item as Connector).text ?? "";
    const edited = root.classList.contains("edited");
    const key = `${larger} ${said} ${edited} ${entry.look}`;
    if (shown && shown.measured !== key && entry.fitted) {
      shown.measured = key;
      root.classList.toggle("bare", !said.trim() && !edited && !isDraft(this.#stage, entry.item) && !entry.item.locked);
      root.style.fontSize = `${LETTERS * larger}px`;
      shown.size = { width: root.offsetWidth, height: root.offsetHeight };
    }
    Object.assign(entry, shown?.size, { drawnHeight: shown?.size.height, home: middle, at: middle });
    write(entry);
  }
}
