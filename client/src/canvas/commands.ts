// What a person does to items, as intents: make, move, duplicate, order, lock, delete, resize, undo. Buttons, menus, keys
// and the pointer all come here; each says so when something is not allowed.

import { type Intent, type Item, type Layout, MAX_ITEMS, type PathPoint, type Sticky } from "../generated/protocol";
import { overlap, type Point } from "./camera";
import { whereOf } from "./describe";
import type { Entry } from "./entry";
import { sizeOf } from "./faces";
import type { ItemLayer } from "./items";
import { blockOnSheet, placeAt } from "./places";
import { sorted, whyNotChange, whyNotDelete, whyNotLock } from "./rights";
import type { Selection } from "./select";
import type { Stage } from "./stage";
import { tokenSpot } from "./token-spot";
import type { Viewport } from "./viewport";

/** The sizes of a note, and how much a step is beyond them. */
const NOTE = { width: 188, height: 140 };
const SIZES = [{ width: 140, height: 104 }, NOTE, { width: 284, height: 210 }];
const BEYOND = 1.25;
export const MIN_LENGTH = 40;
export const MAX_LENGTH = 1200;
/** Sheet px between a note and the one made beside it, and between a note and its duplicate. */
const GAP = 16;
const OFFSET = 24;

export class Commands {
  readonly #stage: Stage;
  readonly #viewport: Viewport;
  readonly #items: ItemLayer;
  readonly #selection: Selection;

  constructor(stage: Stage, viewport: Viewport, items: ItemLayer, selection: Selection) {
    this.#stage = stage;
    this.#viewport = viewport;
    this.#items = items;
    this.#selection = selection;
  }

  /** Makes a note around a point (sheet px); null, with a sentence, if that is not possible. */
  note(at: Point): string | null {
    return this.notes([{ at, text: "" }])[0] ?? null;
  }

  notes(notes: readonly { at: Point; text: string; width?: number; height?: number }[]): string[] {
    const { actions, model, words } = this.#stage;
    if (!actions || !model || !this.#stage.writes) {
      this.#stage.say(words.onlyLook);
      return [];
    }
    if (!model.kinds.includes("sticky")) {
      this.#stage.say(words.noNotesHere);
      return [];
    }
    const top = this.#top();
    const { layout } = model.sheet;
    const rects = notes.map(({ at, width, height }) => ({ ...NOTE, ...defined(width, height), ...at }));
    const spots = blockOnSheet(layout, rects);
    const items = notes.map(
      ({ at, text, width, height }, index): Sticky => ({
        kind: "sticky",
        id: actions.newId(),
        canvas: model.canvas,
        place: placeAt(layout, spots[index] ?? at),
        author: actions.me,
        z: top + 1 + index,
        ...(text ? { text } : {}),
        ...defined(width, height),
      }),
    );
    this.#propose(items, (part) => ({ type: "item.create", items: part }));
    this.#shown(items);
    return items.map(({ id }) => id);
  }

  /** Where a new note goes if one lies just there already. */
  freeSpot(at: Point): Point {
    let { x, y } = at;
    const taken = () => [...this.#items.all()].some(({ home }) => Math.hypot(home.x - x, home.y - y) < OFFSET / 2);
    for (let tries = 0; tries < 40 && taken(); tries += 1) {
      x += OFFSET;
      y += OFFSET;
    }
    return { x, y };
  }

  /** Where a new token goes: beside the figure, else in its middle if that is in view, else of the view. */
  #tokenSpot(layout: Layout): Point {
    const figure = layout.frames.figure;
    const middle = figure && { x: figure.x + figure.width / 2, y: figure.y + figure.height / 2 };
    const seen = middle && this.#viewport.contains(this.#viewport.toScreen(middle));
    const tokens = [...this.#items.all()].filter(({ item }) => item.kind !== "sticky").map(({ home }) => home);
    return tokenSpot(layout, seen ? middle : this.#viewport.toSheet(this.#viewport.middle), tokens);
  }

  /** The first free spot to the right of a note, else in the row below it. */
  besides(entry: Entry): Point {
    const layout = this.#stage.model?.sheet.layout;
    const { width, height } = entry;
    const others = [...this.#items.all()].map((each) => this.#items.rect(each));
    const free = ({ x, y }: Point) => {
      const rect = {
        x: x - width / 2 - GAP / 2,
        y: y - height / 2 - GAP / 2,
        width: width + GAP,
        height: height + GAP,
      };
      return !others.some((other) => overlap(other, rect));
    };
    const { home } = entry;
    const right = (layout?.width ?? 0) - width / 2;
    for (let row = 0; row < 4; row += 1) {
      const y = home.y + row * (height + GAP);
      if (row > 0 && layout && y > layout.height - height / 2) break;
      for (let x = row === 0 ? home.x + width + GAP : home.x; x <= right; x += width + GAP) {
        if (free({ x, y })) return { x, y };
      }
    }
    return this.freeSpot({ x: home.x + OFFSET, y: home.y + OFFSET });
  }

  /** Moves items so that their centres are there (sheet px); the first is the one the path is of. */
  move(targets: readonly { entry: Entry; at: Point }[], path: readonly PathPoint[] = [], aloud = false): void {
    const { actions, model, words, language } = this.#stage;
    if (!actions || !model || targets.length === 0) return;
    const layout = model.sheet.layout;
    const moves = targets.map(({ entry, at }) => ({
      id: entry.id,
      place: placeAt(layout, at),
    }));
    for (const { id } of this.#selection.entries)
      this.#items.lift(
        id,
        "dropped",
        targets.some(({ entry }) => entry.id === id),
      );
    for (const { entry } of targets) this.#items.await(entry.id);
    this.#propose(moves, (part, first) => ({
      type: "item.move",
      moves: part,
      ...(first && path.length > 1 ? { path } : {}),
    }));
    this.#items.changed(new Set(moves.map(({ id }) => id)));
    const place = moves[0]?.place;
    if (aloud && place) this.#stage.say(words.nowIn(whereOf(layout, place, words, language)));
  }

  /** Copies of notes, shifted a little or where they are told to be; they become the selection. */
  duplicate(entries = this.#selection.entries, at?: (entry: Entry) => Point): void {
    const notes = entries.filter((entry) => entry.item.kind === "sticky");
    if (notes.length === 0) {
      this.#stage.say(entries.length === 0 ? this.#stage.words.chooseFirst : this.#stage.words.onlyNotesDouble);
      return;
    }
    const made = this.notes(
      notes.map((entry) => ({
        at: at?.(entry) ?? { x: entry.home.x + OFFSET, y: entry.home.y + OFFSET },
        text: (entry.item as Sticky).text ?? "",
        width: entry.width,
        height: entry.height,
      })),
    );
    this.select(made);
  }

  delete(): number {
    const { yes, no } = sorted(this.#selection.entries, (entry) => whyNotDelete(this.#stage, entry.item));
    if (no !== null) this.#stage.say(no);
    if (yes.length === 0) return 0;
    const ids = yes.map(({ id }) => id);
    this.#propose(ids, (part) => ({ type: "item.delete", ids: part }));
    this.#items.changed(new Set(ids));
    if (no === null) this.#stage.say(this.#stage.words.deleted(ids.length));
    return ids.length;
  }

  order(front: boolean): void {
    const ids = this.#changeable();
    for (const id of ids) this.#items.lift(id, "dropped", false);
    this.#propose(ids, (part) => ({ type: "item.order", ids: part, front }));
    this.#items.changed(new Set(ids));
  }

  lock(locked: boolean): void {
    const no = whyNotLock(this.#stage);
    if (no !== null) {
      this.#stage.say(no);
      return;
    }
    const ids = this.#selection.entries.map(({ id }) => id);
    this.#propose(ids, (part) => ({ type: "item.lock", ids: part, locked }));
    this.#items.changed(new Set(ids));
  }

  /** The next size, larger or smaller, of each selected note. */
  step(larger: boolean): void {
    const { yes, no } = sorted(this.#selection.entries, (entry) => whyNotChange(this.#stage, entry.item));
    if (no !== null) this.#stage.say(no);
    for (const entry of yes) {
      if (entry.item.kind !== "sticky") continue;
      const { width, height } = entry;
      const known = larger
        ? SIZES.find((size) => size.width > width + 1)
        : SIZES.findLast((size) => size.width < width - 1);
      const factor = larger ? BEYOND : 1 / BEYOND;
      this.resize(entry, known ?? { width: width * factor, height: height * factor });
    }
  }

  /** Another size, the top left corner staying where it is. */
  resize(entry: Entry, size: { width: number; height: number }): void {
    const { actions, model } = this.#stage;
    if (!actions || !model) return;
    const before = sizeOf(entry.item);
    const [width, height] = [length(size.width), length(size.height)];
    if (width === before.width && height === before.height) return;
    const at = { x: entry.home.x + (width - before.width) / 2, y: entry.home.y + (height - before.height) / 2 };
    const place = placeAt(model.sheet.layout, at);
    actions.propose({ type: "item.resize", id: entry.id, width, height, place });
    this.#items.changed(new Set([entry.id]));
  }

  undo(redo: boolean): void {
    if (this.#stage.writes) this.#stage.actions?.propose({ type: redo ? "redo" : "undo" });
  }

  /** One's own token, or one's organisation's, whichever this canvas is for: there to be dragged to where it should be. */
  placeOwnToken(): void {
    const { actions, model, words } = this.#stage;
    if (!actions || !model) return;
    const organisation = model.person(actions.me)?.organisation ?? null;
    const own = model.kinds.includes("participant-token");
    if (!this.#stage.writes || !(own || (organisation && model.kinds.includes("partner-token")))) {
      this.#stage.say(this.#stage.writes ? words.noTokensHere : words.onlyLook);
      return;
    }
    const at = this.#tokenSpot(model.sheet.layout);
    const common = {
      canvas: model.canvas,
      place: placeAt(model.sheet.layout, at),
      author: actions.me,
      z: this.#top() + 1,
    };
    const token: Item =
      own || !organisation
        ? { kind: "participant-token", id: `${model.canvas}.own.${actions.me}`, person: actions.me, ...common }
        : { kind: "partner-token", id: `${model.canvas}.partner.${organisation}`, organisation, ...common };
    if (!this.#items.get(token.id)) {
      actions.propose({ type: "item.create", items: [token] });
      this.#shown([token]);
    }
    this.select([token.id]);
    const there = this.#items.get(token.id);
    if (there) this.#viewport.reveal(this.#items.rect(there));
    this.#stage.say(words.dragToken);
  }

  /** Select what was just made, once it is there to be selected. */
  select(ids: readonly string[]): void {
    this.#selection.set(ids);
    const first = ids[0];
    if (first !== undefined) this.#selection.focus(first);
  }

  #changeable(): string[] {
    const { yes, no } = sorted(this.#selection.entries, (entry) => whyNotChange(this.#stage, entry.item));
    if (no !== null) this.#stage.say(no);
    return yes.map(({ id }) => id);
  }

  #top(): number {
    let top = 0;
    for (const { item } of this.#items.all()) top = Math.max(top, item.z ?? 0);
    return top;
  }

  /** New items are there at once, to be selected and written in. */
  #shown(items: readonly Item[]): void {
    this.#items.changed(new Set(items.map(({ id }) => id)));
    this.#items.sync();
  }

  /** One intent for each so many items as one may hold. */
  #propose<T>(all: readonly T[], intent: (part: readonly T[], first: boolean) => Intent): void {
    for (let from = 0; from < all.length; from += MAX_ITEMS) {
      this.#stage.actions?.propose(intent(all.slice(from, from + MAX_ITEMS), from === 0));
    }
  }
}

const defined = (width?: number, height?: number) =>
  width && height ? { width: length(width), height: length(height) } : {};

const length = (value: number): number => Math.round(Math.min(MAX_LENGTH, Math.max(MIN_LENGTH, value)));
