// What a person does to items, as intents: move, duplicate, order, lock, delete, resize, undo. Buttons, menus, keys and
// the pointer all come here; each says so when something is not allowed now.

import type { Intent, PathPoint, Place } from "../generated/protocol";
import { askApart } from "./asking";
import type { Point } from "./camera";
import { copyOf } from "./copies";
import { whereOf } from "./describe";
import { fateOf } from "./drops";
import type { Entry } from "./entry";
import { sizeOf } from "./faces";
import type { ItemLayer } from "./items";
import { type Maker, OFFSET } from "./make";
import { placeAt } from "./places";
import { sorted, whyNot, whyNotUndo } from "./rights";
import type { Selection } from "./select";
import { BEYOND, bounded, SIZES } from "./sizes";
import type { Stage } from "./stage";

/** An item and where its centre is to be (sheet px). */
export interface Target {
  readonly entry: Entry;
  readonly at: Point;
}

export class Commands {
  readonly #stage: Stage;
  readonly #items: ItemLayer;
  readonly #selection: Selection;
  readonly #maker: Maker;
  /** Asks whether everyone may see these from now on. */
  onLift: (targets: readonly Target[]) => void = () => {};

  constructor(stage: Stage, items: ItemLayer, selection: Selection, maker: Maker) {
    this.#stage = stage;
    this.#items = items;
    this.#selection = selection;
    this.#maker = maker;
  }

  /** Moves items to there, or does what that means for each of them; `path` is the way of the first. */
  move(targets: readonly Target[], path: readonly PathPoint[] = [], aloud = false): void {
    const { model } = this.#stage;
    if (!model) return;
    const places = new Map(targets.map((target) => [target, placeAt(model.sheet.layout, target.at)]));
    const fates = new Map(
      [...places].map(([target, place]) => [target, fateOf(this.#stage, target.entry.item, place)]),
    );
    const meant = (fate: string) => targets.filter((target) => fates.get(target) === fate);
    for (const [{ entry }, fate] of fates) if (typeof fate === "object") this.#items.release(entry.id);
    const refused = [...fates.values()].find((fate) => typeof fate === "object");
    if (refused) this.#stage.say(refused.no);
    this.#move(meant("move"), places, meant("move")[0] === targets[0] ? path : [], aloud);
    this.#place(meant("place"));
    const lifts = meant("lift");
    if (lifts.length > 0) this.onLift(lifts);
  }

  #move(
    targets: readonly Target[],
    places: ReadonlyMap<Target, Place>,
    path: readonly PathPoint[],
    aloud: boolean,
  ): void {
    const { model, words, language } = this.#stage;
    const moves = targets.flatMap((target) => {
      const place = places.get(target);
      return place ? [{ id: target.entry.id, place }] : [];
    });
    const [first] = moves;
    if (!first || !model) return;
    const moved = new Set(moves.map(({ id }) => id));
    for (const { id } of this.#selection.entries) this.#items.lift(id, "dropped", moved.has(id));
    for (const id of moved) this.#items.await(id);
    const way = path.length > 1 ? { path } : {};
    askApart(
      this.#stage,
      moves,
      ({ id }) => id,
      (some, begins) => ({ type: "item.move", moves: some, ...(begins ? way : {}) }),
    );
    this.#items.changed(moved);
    if (aloud) this.#stage.say(words.nowIn(whereOf(model.sheet.layout, first.place, words, language)));
  }

  #place(targets: readonly Target[]): void {
    if (targets.length === 0) return;
    for (const { entry } of targets) this.#items.release(entry.id, false);
    const made = this.#maker.placePrivately(targets);
    this.#selection.choose(made);
  }

  /** Copies of what can be copied, shifted a little or where they are told to be; they become the selection. */
  duplicate(entries = this.#selection.entries, at?: (entry: Entry) => Point): void {
    const { model, words } = this.#stage;
    if (!model) return;
    const copies = entries.flatMap((entry) => {
      const bare = copyOf(model.template, entry.item);
      return bare ? [{ bare, at: at?.(entry) ?? { x: entry.home.x + OFFSET, y: entry.home.y + OFFSET } }] : [];
    });
    if (copies.length === 0) {
      this.#stage.say(entries.length === 0 ? words.chooseFirst : words.thereOnce);
      return;
    }
    const made = this.#maker.make(copies);
    if (made.length > 0) this.#selection.choose(made);
  }

  delete(): number {
    const ids = this.#changeable("item.delete");
    if (ids.length === 0) return 0;
    const whole = ids.length === this.#selection.entries.length;
    this.#each(ids, (part) => ({ type: "item.delete", ids: part }));
    if (whole) this.#stage.say(this.#stage.words.deleted(ids.length));
    return ids.length;
  }

  order(front: boolean): void {
    const ids = this.#changeable("item.order");
    for (const id of ids) this.#items.lift(id, "dropped", false);
    this.#each(ids, (part) => ({ type: "item.order", ids: part, front }));
  }

  lock(locked: boolean): void {
    this.#each(this.#changeable("item.lock"), (part) => ({ type: "item.lock", ids: part, locked }));
  }

  /** The next size, larger or smaller, of each selected note. */
  step(larger: boolean): void {
    const { yes, no } = sorted(this.#selection.entries, (entry) => whyNot(this.#stage, "item.resize", entry.item));
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
    const before = sizeOf(entry.item, model.sheet.layout);
    const [width, height] = [bounded(size.width), bounded(size.height)];
    if (width === before.width && height === before.height) return;
    const at = { x: entry.home.x + (width - before.width) / 2, y: entry.home.y + (height - before.height) / 2 };
    const place = placeAt(model.sheet.layout, at);
    actions.propose({ type: "item.resize", id: entry.id, width, height, place });
    this.#items.changed(new Set([entry.id]));
  }

  undo(redo: boolean): void {
    const no = whyNotUndo(this.#stage);
    if (no !== null) this.#stage.say(no);
    else this.#stage.actions?.propose({ type: redo ? "redo" : "undo" });
  }

  #changeable(intent: "item.delete" | "item.order" | "item.lock"): string[] {
    const { yes, no } = sorted(this.#selection.entries, (entry) => whyNot(this.#stage, intent, entry.item));
    if (no !== null) this.#stage.say(no);
    return yes.map(({ id }) => id);
  }

  #each(ids: readonly string[], intent: (part: readonly string[]) => Intent): void {
    askApart(this.#stage, ids, (id) => id, intent);
    this.#items.changed(new Set(ids));
  }
}
