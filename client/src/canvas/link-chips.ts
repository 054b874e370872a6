// What lies on another canvas and has an arrow here: a chip beside the item that the arrow leads from or to. It leads there.

import type { Connector, Item } from "../generated/protocol";
import type { Box } from "./arrow";
import type { Size } from "./camera";
import { calledAs, shortened } from "./link-model";
import { ELSEWHERE, signElement } from "./marks";
import { ownPresses } from "./presses";
import type { Stop } from "./select";
import { element, type Stage } from "./stage";
import type { CanvasModel } from "./types";

/** Sheet px between an item and its chips, and between one chip and the next. */
const AWAY = 64;
const APART = 8;
/** So much of what lies elsewhere is said, in letters. */
const MOST = 36;

/** An arrow with one end elsewhere. */
export interface Crossing {
  readonly connector: Connector;
  readonly near: Box;
  readonly far: Item;
  /** Whether the arrow leads away from this canvas. */
  readonly out: boolean;
}

interface Chip {
  readonly root: HTMLButtonElement;
  readonly text: HTMLElement;
  far: Item;
  key: string;
  size: Size;
  box: Box;
}

export class LinkChips {
  readonly #stage: Stage;
  readonly #layer = element("div", "canvas-chips");
  readonly #chips = new Map<string, Chip>();

  constructor(stage: Stage, items: HTMLElement) {
    this.#stage = stage;
    items.after(this.#layer);
  }

  /** Gives where each lies, by connector. */
  show(model: CanvasModel, crossings: readonly Crossing[]): ReadonlyMap<string, Box> {
    const there = new Set(crossings.map(({ connector }) => connector.id));
    for (const [id, { root }] of this.#chips) {
      if (there.has(id)) continue;
      root.remove();
      this.#chips.delete(id);
    }
    for (const crossing of crossings) this.#say(model, crossing);
    for (const beside of besides(model, crossings, (id) => this.#chips.get(id)?.size)) this.#stack(beside);
    return new Map([...this.#chips].map(([id, { box }]) => [id, box]));
  }

  /** Where chips come as one goes through the canvas with Tab. */
  get stops(): Stop[] {
    return [...this.#chips].map(([id, { box }]) => ({ id: stopOf(id), home: box, height: box.height }));
  }

  get focused(): string | null {
    const found = [...this.#chips].find(([, { root }]) => root === document.activeElement);
    return found ? stopOf(found[0]) : null;
  }

  focus(stop: string): boolean {
    const chip = [...this.#chips].find(([id]) => stopOf(id) === stop)?.[1];
    chip?.root.focus({ preventScroll: true });
    return chip !== undefined;
  }

  #say(model: CanvasModel, { connector, far, out }: Crossing): void {
    const { words, language } = this.#stage;
    const chip = this.#chips.get(connector.id) ?? this.#created(connector.id, far);
    chip.far = far;
    const canvas = model.links.canvas(far.canvas)?.template.title[language] ?? "";
    const text = calledAs(model, far, words, language);
    const key = JSON.stringify([canvas, text, out]);
    if (key === chip.key) return;
    chip.key = key;
    chip.text.textContent = shortened(text, MOST);
    chip.root.title = canvas;
    chip.root.setAttribute("aria-label", out ? words.leadsTo(text, canvas) : words.leadsFrom(text, canvas));
    chip.root.lang = language;
    chip.size = { width: chip.root.offsetWidth, height: chip.root.offsetHeight };
  }

  #created(id: string, far: Item): Chip {
    const root = document.createElement("button");
    root.type = "button";
    root.className = "link-chip";
    root.tabIndex = -1;
    const text = element("span", "link-chip-text");
    const sign = signElement(ELSEWHERE, 20);
    sign.classList.add("sign");
    root.append(text, sign);
    ownPresses(root);
    const size = { width: 0, height: 0 };
    const chip: Chip = { root, text, far, key: "", size, box: { x: 0, y: 0, ...size, round: false } };
    root.addEventListener("click", () => this.#stage.emit("lead", chip.far));
    this.#layer.append(root);
    this.#chips.set(id, chip);
    return chip;
  }

  #stack({ near, right, ids }: Beside): void {
    const chips = ids.flatMap((id) => this.#chips.get(id) ?? []);
    const height = chips.reduce((sum, { size }) => sum + size.height, 0) + APART * (chips.length - 1);
    let top = near.y - height / 2;
    for (const chip of chips) {
      const { width, height } = chip.size;
      const x = right ? near.x + near.width / 2 + AWAY : near.x - near.width / 2 - AWAY - width;
      chip.box = { x: x + width / 2, y: top + height / 2, width, height, round: false };
      chip.root.style.transform = `translate(${Math.round(x)}px, ${Math.round(top)}px)`;
      top += height + APART;
    }
  }
}

/** Chips that stand under each other at one side of an item. */
interface Beside {
  readonly near: Box;
  readonly right: boolean;
  readonly ids: string[];
}

/** What leads away stands at the right, what comes in at the left; at the other side where the sheet ends. */
function besides(
  model: CanvasModel,
  crossings: readonly Crossing[],
  sizeOf: (id: string) => Size | undefined,
): Beside[] {
  const found = new Map<string, Beside>();
  for (const { connector, near, out } of crossings) {
    const room = AWAY + (sizeOf(connector.id)?.width ?? 0);
    const [left, right] = [
      near.x - near.width / 2 - room >= 0,
      near.x + near.width / 2 + room <= model.sheet.layout.width,
    ];
    const side = out ? right || !left : !left && right;
    const key = `${near.x} ${near.y} ${side}`;
    const beside = found.get(key) ?? { near, right: side, ids: [] };
    beside.ids.push(connector.id);
    found.set(key, beside);
  }
  return [...found.values()];
}

const stopOf = (connector: string) => `chip ${connector}`;
