// Long lists of hints that are folded away: a mark in the corner of the zone unfolds them over the sheet, and folds them
// again. Of a zone that repeats the first has it.

import { zonesAt } from "../core/zones";
import type { Layout } from "../generated/protocol";
import { GIVING_WORDS } from "../words/giving";
import type { Point, Rect } from "./camera";
import { boxOf } from "./labels";
import { CROSS, INFO, signElement } from "./marks";
import { placeAt } from "./places";
import { ownPresses } from "./presses";
import type { Stop } from "./select";
import { element, type Stage } from "./stage";
import type { Sheet } from "./types";
import type { Viewport } from "./viewport";

/** Screen px: of the mark, from the corner, and of a zone that is too small for one. */
const SIZE = 24;
const INSIDE = 4;
/** Sheet px: about what a mark takes. */
const MARK = 56;
/** Above the words that say that a zone is one's own for good. */
const ABOVE_OWN = 26;
const LEAST = 64;
const EDGE = 8;

interface Fold {
  readonly button: HTMLButtonElement;
  readonly rect: Rect;
  /** The corner of the zone at which the mark stands, or where else it has room for one. */
  readonly at: Point;
  /** Screen px that the mark stands higher. */
  readonly up: number;
  readonly name: string;
  readonly hints: readonly string[];
}

export class Folds {
  readonly #stage: Stage;
  readonly #viewport: Viewport;
  readonly #note = element("div", "hint-note");
  readonly #folds = new Map<string, Fold>();
  #sheet: Sheet | null = null;
  #language = "";
  #open: string | null = null;

  constructor(stage: Stage, viewport: Viewport) {
    this.#stage = stage;
    this.#viewport = viewport;
    this.#note.hidden = true;
    this.#note.setAttribute("role", "note");
    ownPresses(this.#note);
    this.#note.addEventListener("wheel", (event) => event.stopPropagation());
    stage.root.addEventListener("pointerdown", () => this.close());
    stage.overlay.append(this.#note);
    stage.eachFrame(() => this.#step());
  }

  get stops(): Stop[] {
    return [...this.#folds].map(([zone, { rect }]) => ({
      id: stopOf(zone),
      home: { x: rect.x + rect.width, y: rect.y + rect.height },
      height: 1,
    }));
  }

  get focused(): string | null {
    const found = [...this.#folds].find(([, { button }]) => button === document.activeElement);
    return found ? stopOf(found[0]) : null;
  }

  focus(stop: string): boolean {
    const fold = [...this.#folds].find(([zone]) => stopOf(zone) === stop)?.[1];
    if (!fold) return false;
    const { rect } = fold;
    this.#viewport.reveal({ ...rect, y: rect.y + rect.height - 1, height: 1 });
    fold.button.focus({ preventScroll: true });
    return true;
  }

  /** Folds what is unfolded; false if nothing was. */
  close(): boolean {
    if (this.#open === null) return false;
    this.#folds.get(this.#open)?.button.setAttribute("aria-expanded", "false");
    this.#open = null;
    this.#note.hidden = true;
    return true;
  }

  #step(): boolean {
    const { model, language } = this.#stage;
    if (!model) return false;
    if (model.sheet !== this.#sheet || language !== this.#language) {
      this.#sheet = model.sheet;
      this.#language = language;
      this.#make();
    }
    if (this.#folds.size > 0) this.#place();
    return false;
  }

  #make(): void {
    const again = this.#open;
    this.close();
    for (const { button } of this.#folds.values()) button.remove();
    this.#folds.clear();
    const { model, language } = this.#stage;
    if (!model) return;
    const { layout, shapes } = model.sheet;
    for (const { id, label, fold, hints = [] } of model.template.zones) {
      const zone = layout.zones.find((each) => each.of === id);
      const shape = shapes.find((each) => each.type === "zone" && each.zone === zone?.id);
      const rect = shape?.type === "zone" ? boxOf(shape.d) : null;
      if (!fold || hints.length === 0 || !zone || !rect) continue;
      const own = model.settings?.labels?.find(({ key }) => key === `zone:${id}`)?.text;
      const name = own ?? label[language];
      const button = this.#button(id, name);
      const up = zone.private ? ABOVE_OWN : 0;
      const at = cornerOf(layout, zone.id, rect);
      this.#folds.set(id, { button, rect, at, up, name, hints: hints.map((hint) => hint[language]) });
    }
    if (again !== null && this.#folds.has(again)) this.#unfold(again);
  }

  #button(zone: string, name: string): HTMLButtonElement {
    const button = document.createElement("button");
    button.type = "button";
    button.className = "hint-mark";
    button.tabIndex = -1; // reached with Tab as all else on the canvas is
    button.setAttribute("aria-label", GIVING_WORDS[this.#stage.language].moreAbout(name));
    button.setAttribute("aria-expanded", "false");
    button.append(signElement(INFO, 20));
    ownPresses(button);
    button.addEventListener("click", () => (this.#open === zone ? this.close() : this.#unfold(zone)));
    this.#stage.overlay.append(button);
    return button;
  }

  #unfold(zone: string): void {
    this.close();
    const fold = this.#folds.get(zone);
    if (!fold) return;
    this.#open = zone;
    fold.button.setAttribute("aria-expanded", "true");
    const title = document.createElement("h3");
    title.textContent = fold.name;
    const close = document.createElement("button");
    close.type = "button";
    close.className = "scale-close";
    close.setAttribute("aria-label", GIVING_WORDS[this.#stage.language].closeScale);
    close.append(signElement(CROSS, 20));
    close.addEventListener("click", () => {
      this.close();
      fold.button.focus({ preventScroll: true });
    });
    const head = element("div", "scale-sheet-head");
    head.append(title, close);
    const list = document.createElement(fold.hints.length > 1 ? "ul" : "div");
    for (const hint of fold.hints) {
      const line = document.createElement(fold.hints.length > 1 ? "li" : "p");
      line.textContent = hint;
      list.append(line);
    }
    this.#note.replaceChildren(head, list);
    this.#note.hidden = false;
    this.#place();
  }

  #place(): void {
    const { zoom } = this.#viewport.camera;
    for (const { button, rect, at, up } of this.#folds.values()) {
      const corner = this.#viewport.toScreen(at);
      const small = Math.min(rect.width, rect.height) * zoom < LEAST;
      if (button.hidden !== small) button.hidden = small;
      move(button, corner.x - SIZE - INSIDE, corner.y - SIZE - INSIDE - up);
    }
    const fold = this.#open === null ? undefined : this.#folds.get(this.#open);
    if (!fold) return;
    const { width, height } = this.#viewport.size;
    const { rect } = fold;
    const at = this.#viewport.toScreen({ x: rect.x, y: rect.y + rect.height });
    const [wide, tall] = [this.#note.offsetWidth, this.#note.offsetHeight];
    const x = Math.max(EDGE, Math.min(at.x, width - wide - EDGE));
    move(this.#note, x, Math.max(EDGE, Math.min(at.y + INSIDE, height - tall - EDGE)));
  }
}

/** At the right of its foot; in the middle of that, or of it all, where a round zone has nothing at its corner. */
function cornerOf(layout: Layout, zone: string, { x, y, width, height }: Rect): Point {
  const spots = [
    { x: x + width, y: y + height },
    { x: x + width / 2 + MARK / 2, y: y + height },
    { x: x + width / 2 + MARK / 2, y: y + height / 2 + MARK / 2 },
  ];
  const holds = (spot: Point) => {
    const middle = { x: spot.x - MARK / 2, y: spot.y - MARK / 2 };
    return zonesAt(layout, placeAt(layout, middle)).zones.includes(zone);
  };
  return spots.find(holds) ?? { x: x + width, y: y + height };
}

const stopOf = (zone: string) => `hints:${zone}`;

function move({ style }: HTMLElement, x: number, y: number): void {
  const transform = `translate(${Math.round(x)}px, ${Math.round(y)}px)`;
  if (style.transform !== transform) style.transform = transform;
}
