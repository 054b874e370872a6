// Drawing arrows: dragged from a dot at an item's edge, or with the tool from one item to the next, by pointer, finger or
// key; and taking the end of an arrow to something else. Where it begins is kept while one goes to another canvas.

import { type End, knownAs } from "../core/links";
import type { Connector, Item } from "../generated/protocol";
import type { Box } from "./arrow";
import type { Point } from "./camera";
import type { Entry } from "./entry";
import type { Hover } from "./hover";
import type { ItemLayer } from "./items";
import { calledFully } from "./link-model";
import type { Links } from "./links";
import { isDraft, whyNot, whyNotMake } from "./rights";
import type { Selection } from "./select";
import { element, type Stage } from "./stage";
import type { Viewport } from "./viewport";

/** Screen px from an item's edge to the middle of a dot; on what is smaller, or flat, there is no room for all dots. */
const BESIDE = 14;
const FLAT = 56;
const SMALL = 30;
/** Where dots stand, as shares of an item from its middle. */
const SIDES = [
  [1, 0],
  [-1, 0],
  [0, -1],
  [0, 1],
] as const;
const ENDS: readonly End[] = ["start", "end"];

export interface ConnectingParts {
  readonly stage: Stage;
  readonly viewport: Viewport;
  readonly items: ItemLayer;
  readonly selection: Selection;
  readonly links: Links;
  readonly hover: Hover;
}

/** An arrow of which one end is in somebody's hand: a new one, or one that is there. */
interface Pulled {
  readonly fixed: Item;
  readonly loose: End;
  readonly connector: Connector | null;
}

export class Connecting {
  readonly #parts: ConnectingParts;
  readonly #dots = SIDES.map(() => element("div", "link-dot"));
  readonly #ends = ENDS.map(() => element("div", "link-end"));
  /** With the tool: where the arrow begins, once that has been said. */
  #start: Item | null = null;
  #armed = false;
  /** Whether there are keys to type on. */
  readonly #keys = window.matchMedia("(pointer: fine)");
  #target: Entry | null = null;
  /** The tool is at work; it has done its work, be an arrow drawn or not. */
  onBegun: () => void = () => {};
  onDone: () => void = () => {};

  /** `idle`: nothing else is under way, and the tool is the one that selects. */
  constructor(parts: ConnectingParts, idle: () => boolean) {
    this.#parts = parts;
    parts.stage.overlay.append(...this.#dots, ...this.#ends);
    parts.stage.root.addEventListener("focusin", () => this.#followFocus());
    parts.stage.eachFrame(() => {
      this.#showDots(idle() ? this.#hovered() : null);
      this.#showEnds(idle());
      return false;
    });
  }

  /** Whether the tool is at work. */
  get armed(): boolean {
    return this.#armed;
  }

  /** Whether it is known where the arrow begins: one may go to another canvas then. */
  get begun(): boolean {
    return this.#start !== null;
  }

  /** The item of the dot that was pressed, or the end of an arrow that was. */
  pulls(target: EventTarget | null): Drawing | null {
    const { items, selection, stage } = this.#parts;
    const dot = target instanceof Node && this.#dots.some((each) => each.contains(target));
    const about = dot ? items.get((target as HTMLElement).dataset.about ?? "") : undefined;
    if (about) return this.from(about);
    const end = ENDS[this.#ends.findIndex((each) => target instanceof Node && each.contains(target))];
    const connector = items.get(selection.ids[0] ?? "")?.item;
    if (!end || connector?.kind !== "connector") return null;
    const fixed = stage.model?.links.end(connector, end === "start" ? "end" : "start");
    return fixed ? new Drawing(this, { fixed, loose: end, connector }) : null;
  }

  /** An arrow that is dragged from here. */
  from(entry: Entry): Drawing | null {
    const no = this.whyNot(entry.item);
    if (no === null) return new Drawing(this, { fixed: entry.item, loose: "end", connector: null });
    this.#parts.stage.say(no);
    return null;
  }

  /** Why no arrow can begin at this item, or here at all. */
  whyNot(item?: Item): string | null {
    const { stage } = this.#parts;
    const { model, words, actions } = stage;
    if (!model || !actions) return words.onlyLook;
    if (!model.kinds.includes("connector") || item?.kind === "connector") return words.noArrowsHere;
    return item ? whyNotMake(stage, item.place) : null;
  }

  /** The tool is taken up, at what is chosen if that is one thing; false, with a sentence, if it cannot be. */
  arm(): boolean {
    const { selection, stage } = this.#parts;
    const no = this.whyNot();
    if (no !== null) {
      stage.say(no);
      return false;
    }
    this.#armed = true;
    const [only, ...more] = selection.entries;
    if (only && more.length === 0 && this.whyNot(only.item) === null) {
      selection.focus(only.id); // on from there with Tab, if the tool was taken up elsewhere
      this.#begin(only.item);
    }
    if (!this.begun) stage.say(stage.words.arrowBegin);
    return true;
  }

  /** Why the tool cannot go on. */
  whyNotHere(): string | null {
    const { model } = this.#parts.stage;
    return this.#start !== null && this.#start.canvas !== model?.canvas ? null : this.whyNot();
  }

  disarm(): void {
    this.#armed = false;
    this.#start = null;
    this.#light(null);
    this.#parts.links.preview(null, null);
  }

  /** Where one is now, with an arrow that was begun elsewhere. */
  refresh(): void {
    if (this.#start) this.#begin(this.#start);
  }

  /** The tool at an item: the arrow begins there, or, if it has begun, leads there. At nothing: it is put away. */
  choose(id: string | null): void {
    const { items, stage } = this.#parts;
    const entry = items.get(id ?? "");
    if (!entry || entry.item.kind === "connector") {
      this.onDone();
    } else if (this.#start === null) {
      const no = this.whyNot(entry.item);
      if (no === null) this.#begin(entry.item);
      else stage.say(no);
    } else if (entry.item.id === this.#start.id) {
      this.onDone();
    } else {
      const pulled: Pulled = { fixed: this.#start, loose: "end", connector: null };
      this.onDone();
      this.finish(pulled, entry.item);
    }
  }

  /** The pointer (screen px) while the arrow has begun but not been led anywhere. */
  follow(at: Point): void {
    const { items } = this.#parts;
    const from = items.get(this.#start?.id ?? "");
    if (!this.#armed || !from || this.#start === null) return;
    this.show({ fixed: this.#start, loose: "end", connector: null }, at);
  }

  /** Draws an arrow as it would be if it were led to here (screen px); gives what lies there. */
  show({ fixed, loose, connector }: Pulled, at: Point): Entry | null {
    const { links, viewport, items } = this.#parts;
    const target = this.#under(at);
    const over = target && target.item.id !== fixed.id ? target : null;
    this.#light(over);
    const held = items.get(fixed.id);
    const free: Box = over ? links.box(over) : links.point(viewport.toSheet(at));
    const still = held ? links.box(held) : null;
    if (loose === "end") links.preview(still, free, connector?.strength);
    else links.preview(free, still, connector?.strength);
    return over;
  }

  /** The arrow leads to this item from now on. */
  finish({ fixed, loose, connector }: Pulled, to: Item): void {
    const { stage, items, selection } = this.#parts;
    const { actions, model, words, language } = stage;
    this.#light(null);
    this.#parts.links.preview(null, null);
    if (!actions || !model) return;
    const named = (item: Item) => knownAs(item, isDraft(stage, item));
    const [start, end] = loose === "end" ? [fixed, to] : [to, fixed];
    const ends = { start: named(start), end: named(end) };
    const there = model.links.here().find((each) => each.start === ends.start && each.end === ends.end);
    if (there && there.id !== connector?.id) {
      stage.say(words.arrowThere);
      selection.choose([there.id]);
      return;
    }
    if (connector) {
      actions.propose({ type: "connector.set", id: connector.id, ...ends, strength: connector.strength ?? 1 });
      items.changed(new Set([connector.id]));
      return;
    }
    const id = actions.newId();
    const common = { kind: "connector", id, canvas: start.canvas, place: start.place, author: actions.me } as const;
    actions.propose({ type: "item.create", items: [{ ...common, ...ends }] });
    items.changed(new Set([id]));
    items.sync();
    if (items.get(id)) selection.choose([id]);
    else if (items.get(end.id)) selection.choose([end.id]);
    const called = calledFully(model, end, words, language);
    stage.say(this.#keys.matches ? words.arrowMade(called) : words.arrowAdded(called));
  }

  /** Nothing came of it. */
  drop(nowhere: boolean): void {
    this.#light(null);
    this.#parts.links.preview(null, null);
    if (nowhere) this.#parts.stage.say(this.#parts.stage.words.arrowNowhere);
  }

  /** A dot that was pressed and not dragged: the arrow begins there. */
  press(pulled: Pulled): void {
    const { selection } = this.#parts;
    if (pulled.connector) return;
    this.#armed = true;
    selection.set([]);
    this.#begin(pulled.fixed);
    this.onBegun();
  }

  #begin(item: Item): void {
    const { model, words, language, say } = this.#stage;
    this.#start = item;
    if (model) say(words.arrowFrom(calledFully(model, item, words, language)));
  }

  get #stage() {
    const { stage } = this.#parts;
    return {
      ...{ model: stage.model, words: stage.words, language: stage.language },
      say: (said: string) => stage.say(said),
    };
  }

  #followFocus(): void {
    const { selection, items, links } = this.#parts;
    const from = items.get(this.#start?.id ?? "");
    const to = items.get(selection.focused ?? "");
    if (!this.#armed || !to || to.item.kind === "connector" || to === from) return;
    this.#light(to);
    if (from) links.preview(links.box(from), links.box(to));
  }

  #light(entry: Entry | null): void {
    if (this.#target === entry) return;
    this.#target?.face.root.classList.remove("link-target");
    entry?.face.root.classList.add("link-target");
    this.#target = entry;
    this.#parts.stage.draw();
  }

  #under({ x, y }: Point): Entry | null {
    const { stage, items } = this.#parts;
    const corner = stage.root.getBoundingClientRect();
    const found = document.elementsFromPoint(x + corner.left, y + corner.top);
    for (const each of found) {
      const entry = items.get(each.closest<HTMLElement>("[data-item]")?.dataset.item ?? "");
      if (entry && entry.item.kind !== "connector") return entry;
    }
    return null;
  }

  #hovered(): Entry | null {
    const { hover, items, stage, selection, viewport } = this.#parts;
    const [only, ...more] = selection.ids;
    const entry = items.get(hover.id ?? (more.length === 0 ? only : undefined) ?? "");
    if (!entry?.shown || !stage.model?.kinds.includes("connector") || this.whyNot(entry.item) !== null) return null;
    return entry.width * viewport.camera.zoom < SMALL ? null : entry;
  }

  #showDots(entry: Entry | null): void {
    const { items, viewport, stage } = this.#parts;
    stage.root.classList.toggle("link-dots", entry !== null);
    this.#dots.forEach((dot, index) => {
      // Below a token stands its name.
      const [dx, dy] = SIDES[index] ?? [0, 0];
      // Above and below what is flat, such as a card, lies the next one: its dots would cover that.
      const flat = dy !== 0 && entry !== null && entry.drawnHeight * viewport.camera.zoom < FLAT;
      const shown = entry !== null && !flat && !(dy === 1 && entry.face.text === null);
      if (dot.hidden === shown) dot.hidden = !shown;
      if (!entry || !shown) return;
      const rect = items.rect(entry);
      const { zoom } = viewport.camera;
      const middle = viewport.toScreen({ x: rect.x + rect.width / 2, y: rect.y + rect.height / 2 });
      const x = middle.x + dx * ((rect.width * zoom) / 2 + BESIDE);
      const y = middle.y + dy * ((rect.height * zoom) / 2 + BESIDE);
      dot.dataset.about = entry.id;
      dot.title = stage.words.drawArrow;
      dot.style.transform = `translate(${Math.round(x)}px, ${Math.round(y)}px)`;
    });
  }

  #showEnds(idle: boolean): void {
    const { selection, items, stage, links, viewport } = this.#parts;
    const [only, ...more] = selection.ids;
    const item = more.length === 0 ? items.get(only ?? "")?.item : undefined;
    const mine = idle && item?.kind === "connector" && whyNot(stage, "connector.set", item) === null ? item : null;
    const arrow = mine ? links.arrow(mine.id) : null;
    ENDS.forEach((end, index) => {
      const handle = this.#ends[index] as HTMLElement;
      const here = mine && stage.model?.links.end(mine, end)?.canvas === stage.model?.canvas;
      const shown = arrow !== null && here === true;
      if (handle.hidden === shown) handle.hidden = !shown;
      if (!arrow || !shown) return;
      const at = viewport.toScreen(end === "start" ? arrow.tail : arrow.tip);
      handle.title = stage.words.moveEnd;
      handle.style.transform = `translate(${Math.round(at.x)}px, ${Math.round(at.y)}px)`;
    });
  }
}

/** An arrow on its way, from a press until it is let go. */
export class Drawing {
  readonly #connecting: Connecting;
  readonly #pulled: Pulled;
  #over: Entry | null = null;

  constructor(connecting: Connecting, pulled: Pulled) {
    this.#connecting = connecting;
    this.#pulled = pulled;
  }

  move(at: Point): void {
    this.#over = this.#connecting.show(this.#pulled, at);
  }

  drop(): void {
    if (this.#over) this.#connecting.finish(this.#pulled, this.#over.item);
    else this.#connecting.drop(true);
  }

  /** It was pressed and let go in one place. */
  press(): void {
    this.#connecting.press(this.#pulled);
  }

  cancel(): void {
    this.#connecting.drop(false);
  }
}
