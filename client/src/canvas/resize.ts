// Making a note larger or smaller by the handle at its bottom right corner.

import type { Point } from "./camera";
import type { Commands } from "./commands";
import type { Entry } from "./entry";
import type { ItemLayer } from "./items";
import { whyNot } from "./rights";
import type { Selection } from "./select";
import { bounded } from "./sizes";
import { element, type Stage } from "./stage";
import type { Viewport } from "./viewport";

/** Screen px: on a narrower note the handle is little, so that there is something left to drag. */
const LITTLE = 64;

interface Parts {
  readonly stage: Stage;
  readonly viewport: Viewport;
  readonly items: ItemLayer;
  readonly selection: Selection;
  readonly commands: Commands;
}

/** The handle: shown on the one selected note, if it may be changed. */
export class ResizeHandle {
  readonly #parts: Parts;
  readonly #handle = element("div", "resize-handle");

  constructor(parts: Parts) {
    this.#parts = parts;
    this.#handle.hidden = true;
    parts.stage.overlay.append(this.#handle);
    parts.stage.eachFrame(() => this.#step());
  }

  owns(target: EventTarget | null): boolean {
    return target instanceof Node && this.#handle.contains(target);
  }

  start(at: Point): Resize | null {
    const entry = this.#entry();
    return entry ? new Resize(this.#parts, entry, at) : null;
  }

  #entry(): Entry | null {
    const { selection, items, stage } = this.#parts;
    const [id, ...more] = selection.ids;
    const entry = id !== undefined && more.length === 0 ? items.get(id) : undefined;
    return entry?.item.kind === "sticky" && whyNot(stage, "item.resize", entry.item) === null ? entry : null;
  }

  #step(): boolean {
    const entry = this.#entry();
    const shown = entry !== null && !entry.face.root.classList.contains("dragged");
    if (this.#handle.hidden === shown) this.#handle.hidden = !shown;
    if (!entry || !shown) return false;
    const rect = this.#parts.items.rect(entry);
    const corner = this.#parts.viewport.toScreen({ x: rect.x + rect.width, y: rect.y + rect.height });
    this.#handle.classList.toggle("little", rect.width * this.#parts.viewport.camera.zoom < LITTLE);
    this.#handle.style.transform = `translate(${corner.x}px, ${corner.y}px)`;
    this.#handle.title = this.#parts.stage.words.resize;
    return false;
  }
}

export class Resize {
  readonly #parts: Parts;
  readonly #entry: Entry;
  readonly #from: Point;
  readonly #width: number;
  readonly #height: number;
  readonly #at: Point;
  #size: { width: number; height: number } | null = null;

  constructor(parts: Parts, entry: Entry, at: Point) {
    this.#parts = parts;
    this.#entry = entry;
    this.#from = parts.viewport.toSheet(at);
    this.#width = entry.width;
    this.#height = entry.height;
    this.#at = entry.at;
  }

  move(at: Point): void {
    const { viewport, items } = this.#parts;
    const now = viewport.toSheet(at);
    const width = bounded(this.#width + now.x - this.#from.x);
    const height = bounded(this.#height + now.y - this.#from.y);
    this.#size = { width, height };
    items.resizeFor(this.#entry.id, width, height);
    items.hold(this.#entry.id, {
      x: this.#at.x + (width - this.#width) / 2,
      y: this.#at.y + (height - this.#height) / 2,
    });
  }

  drop(): void {
    const { items, commands } = this.#parts;
    if (!this.#size || (this.#size.width === this.#width && this.#size.height === this.#height)) {
      this.cancel();
      return;
    }
    items.await(this.#entry.id);
    commands.resize(this.#entry, this.#size);
  }

  cancel(): void {
    const { items } = this.#parts;
    items.release(this.#entry.id, false);
    items.refit(this.#entry.id);
  }
}
