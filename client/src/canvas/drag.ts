// Dragging items: they follow the pointer, the zones under them light up, others see it happen; the drop is one move.

import { zonesAt } from "../core/zones";
import { MAX_PATH } from "../generated/protocol";
import type { Point } from "./camera";
import type { Commands } from "./commands";
import { copyOf } from "./copies";
import type { Entry } from "./entry";
import type { Here } from "./here";
import type { ItemLayer } from "./items";
import type { Painting } from "./paint";
import { type Sample, thinned } from "./path";
import { placeAt } from "./places";
import { placesPrivately, sorted, whyNotMake, whyNotMove } from "./rights";
import type { Selection } from "./select";
import type { Stage } from "./stage";
import type { Camera } from "./types";
import type { Viewport } from "./viewport";

/** Of how many items the zones light up; with more of them all zones would. */
const LIGHTING = 20;
/** More than so many are dragged without each having a shadow of its own. */
const MANY = 30;
/** Samples of the way; a drag that lasts longer keeps every other one. */
const MAX_SAMPLES = 2_000;
/** Screen px from the edge at which the view moves along, and how far at most in a frame. */
const EDGE = 28;
const EDGE_SPEED = 14;

export interface DragParts {
  readonly stage: Stage;
  readonly viewport: Viewport;
  readonly items: ItemLayer;
  readonly painting: Painting;
  readonly commands: Commands;
  readonly here: Here;
}

export class ItemDrag {
  readonly #parts: DragParts;
  readonly #entries: readonly Entry[];
  readonly #starts: ReadonlyMap<string, Point>;
  readonly #from: Point;
  readonly #began = performance.now();
  /** Stand-ins that stay behind while copies are dragged away. */
  readonly #left: HTMLElement[] = [];
  readonly #copying: boolean;
  /** Items that stay where they are for everyone, while a copy or my own stand-in is on its way. */
  readonly #staying: ReadonlySet<Entry>;
  #pointer: Point;
  #delta: Point = { x: 0, y: 0 };
  #samples: Sample[] = [[0, 0, 0]];
  #inside = false;
  #camera: Camera;

  /** `entries`: the grabbed one first. `at`: the pointer (screen px) where it went down. */
  constructor(parts: DragParts, entries: readonly Entry[], at: Point, copying: boolean) {
    this.#parts = parts;
    this.#entries = entries;
    this.#copying = copying;
    this.#pointer = at;
    this.#camera = parts.viewport.camera;
    this.#from = parts.viewport.toSheet(at);
    this.#starts = new Map(entries.map((entry) => [entry.id, entry.at]));
    const { stage } = parts;
    this.#staying = new Set(entries.filter(({ item }) => copying || placesPrivately(stage, item)));
    for (const entry of entries) {
      const { id, face } = entry;
      if (this.#staying.has(entry)) this.#leave(face.root);
      parts.items.lift(id, "dragged", true);
      face.root.classList.toggle("among-many", entries.length > MANY);
    }
  }

  holds(id: string): boolean {
    return this.#starts.has(id);
  }

  move(at: Point): void {
    this.#pointer = at;
    const { viewport, items, painting, here, stage } = this.#parts;
    this.#camera = viewport.camera;
    const now = viewport.toSheet(at);
    this.#delta = { x: now.x - this.#from.x, y: now.y - this.#from.y };
    for (const entry of this.#entries) items.hold(entry.id, this.#target(entry));
    this.#sample();
    const layout = stage.model?.sheet.layout;
    if (layout) {
      const lit = this.#entries.slice(0, LIGHTING).flatMap((entry) => {
        return zonesAt(layout, placeAt(layout, this.#target(entry))).zones;
      });
      painting.light(lit);
    }
    const seen = this.#entries.filter((entry) => !this.#staying.has(entry));
    if (seen.length > 0) here.drag(seen.map((entry) => ({ id: entry.id, at: this.#target(entry) })));
  }

  /** Called once a frame while the drag lasts: near the edge the view moves along. */
  frame(): boolean {
    const { viewport } = this.#parts;
    if (viewport.camera !== this.#camera) this.move(this.#pointer); // the sheet moved under the pointer
    const { width, height } = viewport.size;
    const push = (value: number, length: number) => {
      const near = value < EDGE ? value - EDGE : Math.max(0, value - (length - EDGE));
      return Math.max(-1, Math.min(1, near / EDGE)) * EDGE_SPEED;
    };
    const [dx, dy] = [push(this.#pointer.x, width), push(this.#pointer.y, height)];
    if (dx === 0 && dy === 0) {
      this.#inside = true; // only from now on: an item lying at the edge can be picked up quietly
      return false;
    }
    if (!this.#inside) return false;
    viewport.pan(-dx, -dy);
    this.move(this.#pointer);
    return true;
  }

  drop(): void {
    const { items, commands, stage } = this.#parts;
    this.#sample();
    const there = this.#entries.filter((entry) => items.get(entry.id) === entry);
    const far = Math.hypot(this.#delta.x, this.#delta.y) >= 1;
    const targets = there.map((entry) => ({ entry, at: this.#target(entry) }));
    this.#end();
    if (this.#copying) {
      for (const entry of there) items.release(entry.id, false);
      if (far) commands.duplicate(there, (entry) => targets.find((each) => each.entry === entry)?.at ?? entry.home);
    } else if (far && stage.actions) {
      commands.move(targets, thinned(this.#samples, MAX_PATH));
    } else {
      for (const entry of there) items.release(entry.id, false);
    }
  }

  /** Why it cannot go on, if what may be moved is another now. */
  get whyNot(): string | null {
    const { stage } = this.#parts;
    return sorted(this.#entries, ({ item }) => (this.#copying ? null : whyNotMove(stage, item))).no;
  }

  cancel(): void {
    this.#end();
    for (const entry of this.#entries) this.#parts.items.release(entry.id);
  }

  #end(): void {
    const { items, painting, here } = this.#parts;
    for (const { id, face } of this.#entries) {
      items.lift(id, "dragged", false);
      face.root.classList.remove("among-many");
    }
    for (const element of this.#left) element.remove();
    painting.light([]);
    here.drag([]);
  }

  #target(entry: Entry): Point {
    const start = this.#starts.get(entry.id) ?? entry.home;
    return { x: start.x + this.#delta.x, y: start.y + this.#delta.y };
  }

  #sample(): void {
    this.#samples.push([performance.now() - this.#began, this.#delta.x, this.#delta.y]);
    if (this.#samples.length > MAX_SAMPLES) this.#samples = this.#samples.filter((_, index) => index % 2 === 0);
  }

  #leave(root: HTMLElement): void {
    const copy = root.cloneNode(true) as HTMLElement;
    copy.classList.remove("selected");
    copy.removeAttribute("data-item");
    copy.setAttribute("aria-hidden", "true");
    root.before(copy);
    this.#left.push(copy);
  }
}

/** Begins to drag an item (the first) with all that is chosen beside it, as far as that may be moved; or says why not. */
export function grab(
  parts: DragParts & { readonly selection: Selection },
  entries: readonly Entry[],
  at: Point,
  copying: boolean,
): ItemDrag | string {
  const { stage } = parts;
  const [first, ...others] = entries;
  if (!first) return stage.words.chooseFirst;
  const no = copying ? whyNotMake(stage, first.item.place) : whyNotMove(stage, first.item);
  if (no !== null) return no;
  const along = sorted(others, ({ item }) => (copying ? null : whyNotMove(stage, item)));
  const all = [first, ...along.yes];
  const { template } = stage.model ?? {};
  const dragged = copying ? all.filter(({ item }) => template && copyOf(template, item) !== null) : all;
  return dragged.length === 0 ? stage.words.thereOnce : new ItemDrag(parts, dragged, at, copying);
}
