// What is selected and what has the focus, how that looks, and the order in which Tab goes through the items.

import { overlap, type Point, type Rect } from "./camera";
import type { Entry } from "./entry";
import type { ItemLayer } from "./items";
import { element, type Stage } from "./stage";
import type { Viewport } from "./viewport";

/** Screen px. */
const RING = 2;

/** What Tab stops at. */
export interface Stop {
  readonly id: string;
  readonly home: Point;
  readonly height: number;
}

export class Selection {
  readonly #stage: Stage;
  readonly #viewport: Viewport;
  readonly #items: ItemLayer;
  readonly #frame = element("div", "marquee");
  #ids = new Set<string>();
  #zoom = 0;
  #ringed = new Set<HTMLElement>();

  constructor(stage: Stage, viewport: Viewport, items: ItemLayer) {
    this.#stage = stage;
    this.#viewport = viewport;
    this.#items = items;
    this.#frame.hidden = true;
    stage.overlay.append(this.#frame);
    stage.root.addEventListener("focusin", () => this.#rings());
    stage.eachFrame(() => {
      if (viewport.camera.zoom !== this.#zoom) this.#rings();
      return false;
    });
  }

  get ids(): readonly string[] {
    return [...this.#ids];
  }

  has(id: string): boolean {
    return this.#ids.has(id);
  }

  /** The entries that commands are about: those selected, else the one that has the focus. */
  get entries(): Entry[] {
    const ids = this.#ids.size > 0 ? [...this.#ids] : [this.focused ?? ""];
    return ids.flatMap((id) => this.#items.get(id) ?? []);
  }

  /** The item that has the focus. */
  get focused(): string | null {
    const active = document.activeElement;
    if (!(active instanceof HTMLElement) || !this.#stage.root.contains(active)) return null;
    return active.dataset.item ?? null;
  }

  set(ids: Iterable<string>): void {
    const next = new Set([...ids].filter((id) => this.#items.get(id) !== undefined));
    if (next.size === this.#ids.size && [...next].every((id) => this.#ids.has(id))) return;
    const before = this.#ids;
    this.#ids = next;
    for (const id of new Set([...before, ...next])) {
      const root = this.#items.get(id)?.face.root;
      root?.classList.toggle("selected", next.has(id));
      if (!next.has(id)) this.#items.lift(id, "dropped", false);
      if (next.has(id)) root?.setAttribute("aria-pressed", "true");
      else root?.removeAttribute("aria-pressed");
    }
    this.#rings();
    this.#stage.emit("selection", this.ids);
    this.#stage.draw();
  }

  /** Select what was just made, which also gets the focus. */
  choose(ids: readonly string[]): void {
    this.set(ids);
    const [first] = ids;
    if (first !== undefined) this.focus(first);
  }

  /** What was selected under one id goes on under another, be it the same element or not. */
  passOn(from: string, to: string): void {
    const focused = this.focused === from;
    if (this.#ids.has(from)) {
      const same = this.#items.get(from) === undefined;
      if (same) {
        this.#ids = new Set([...this.#ids].map((id) => (id === from ? to : id)));
        this.#stage.emit("selection", this.ids);
      } else this.set([...this.#ids].map((id) => (id === from ? to : id)));
    }
    if (focused) this.focus(to);
  }

  toggle(id: string): void {
    const next = new Set(this.#ids);
    if (!next.delete(id)) next.add(id);
    this.set(next);
  }

  all(): void {
    this.set([...this.#items.all()].filter(isLoose).map((entry) => entry.id));
  }

  /** Items that are no longer there. */
  forget(gone: readonly string[]): void {
    if (gone.some((id) => this.#ids.has(id))) this.set(this.ids);
  }

  focus(id: string, reveal = false): void {
    const entry = this.#items.get(id);
    if (!entry) return;
    entry.face.root.hidden = false; // what is hidden takes no focus; the next frame keeps it as it has the focus
    entry.shown = true;
    entry.face.root.focus({ preventScroll: true });
    this.#items.refit(id);
    if (reveal) this.#viewport.reveal(this.#items.rect(entry));
  }

  /** What comes after (or before) `now` as one reads: by rows, each from left to right; the first if now is null. */
  next(step: 1 | -1, now: string | null, others: readonly Stop[] = []): string | null {
    const order = readingOrder<Stop>([...this.#items.all(), ...others]);
    const at = order.findIndex(({ id }) => id === now);
    if (at < 0) return (step === 1 ? order[0]?.id : undefined) ?? null;
    return order[at + step]?.id ?? null;
  }

  marquee(from: Point, to: Point, before: readonly string[]): void {
    const [a, b] = [this.#viewport.toScreen(from), this.#viewport.toScreen(to)];
    const { style } = this.#frame;
    this.#frame.hidden = false;
    style.transform = `translate(${Math.min(a.x, b.x)}px, ${Math.min(a.y, b.y)}px)`;
    style.width = `${Math.abs(a.x - b.x)}px`;
    style.height = `${Math.abs(a.y - b.y)}px`;
    const area: Rect = {
      x: Math.min(from.x, to.x),
      y: Math.min(from.y, to.y),
      width: Math.abs(from.x - to.x),
      height: Math.abs(from.y - to.y),
    };
    const inside = [...this.#items.all()].filter((entry) => isLoose(entry) && overlap(this.#items.rect(entry), area));
    this.set([...before, ...inside.map((entry) => entry.id)]);
  }

  endMarquee(): void {
    this.#frame.hidden = true;
  }

  /** Rings are 2 px wide and 2 px away on screen at any zoom. */
  #rings(): void {
    this.#zoom = this.#viewport.camera.zoom;
    const ringed = new Set<HTMLElement>();
    for (const id of [...this.#ids, this.focused ?? ""]) {
      const root = this.#items.get(id)?.face.root;
      if (root) ringed.add(root);
    }
    for (const root of this.#ringed) if (!ringed.has(root)) ring(root, "", "");
    const length = RING / this.#zoom;
    // Browsers cut the width of a line down to whole px.
    for (const root of ringed) ring(root, `${Math.max(1, Math.round(length))}px`, `${length}px`);
    this.#ringed = ringed;
  }
}

/** Whether it lies on the page: a line to tick or score belongs to it, and is chosen only by itself. */
const isLoose = ({ face: { root } }: Entry): boolean => (root.dataset.line ?? "card") === "card";

function ring(root: HTMLElement, width: string, offset: string): void {
  root.style.outlineWidth = width;
  root.style.outlineOffset = offset;
}

/** By rows from the top, each from left to right; a row is what overlaps its first item by half in height. */
export function readingOrder<T extends Stop>(items: readonly T[]): T[] {
  const open = [...items].sort((a, b) => a.home.y - b.home.y || a.home.x - b.home.x || (a.id < b.id ? -1 : 1));
  const order: T[] = [];
  for (let start = 0; start < open.length; ) {
    const first = open[start] as T;
    let end = start + 1;
    while (end < open.length && (open[end] as T).home.y - first.home.y < first.height / 2) end += 1;
    order.push(...open.slice(start, end).sort((a, b) => a.home.x - b.home.x || a.home.y - b.home.y));
    start = end;
  }
  return order;
}
