// Arrow keys: each press moves what is selected a little at once; a row of presses becomes one move.

import type { Point } from "./camera";
import type { Commands } from "./commands";
import type { Entry } from "./entry";
import type { Here } from "./here";
import type { ItemLayer } from "./items";
import { placesPrivately, sorted, whyNotMove } from "./rights";
import type { Stage } from "./stage";
import type { Viewport } from "./viewport";

/** The row is over when no press came for so long (ms). */
const QUIET = 400;

export class Nudge {
  readonly #stage: Stage;
  readonly #viewport: Viewport;
  readonly #items: ItemLayer;
  readonly #commands: Commands;
  readonly #here: Here;
  #targets = new Map<Entry, Point>();
  #timer = 0;

  constructor(stage: Stage, viewport: Viewport, items: ItemLayer, commands: Commands, here: Here) {
    this.#stage = stage;
    this.#viewport = viewport;
    this.#items = items;
    this.#commands = commands;
    this.#here = here;
  }

  by(entries: readonly Entry[], dx: number, dy: number): void {
    const { yes, no } = sorted(entries, (entry) => whyNotMove(this.#stage, entry.item));
    if (no !== null) this.#stage.say(no);
    if (yes.length === 0) return;
    if (yes.some((entry) => !this.#targets.has(entry)) || yes.length !== this.#targets.size) this.flush();
    for (const entry of yes) {
      const from = this.#targets.get(entry) ?? entry.at;
      const to = { x: from.x + dx, y: from.y + dy };
      this.#targets.set(entry, to);
      this.#items.hold(entry.id, to);
    }
    const [first] = yes;
    if (first) this.#viewport.reveal(this.#items.rect(first), false);
    const seen = [...this.#targets].filter(([{ item }]) => !placesPrivately(this.#stage, item));
    this.#here.drag(seen.map(([{ id }, at]) => ({ id, at })));
    window.clearTimeout(this.#timer);
    this.#timer = window.setTimeout(() => this.flush(), QUIET);
  }

  /** What may be moved is another now: what is under way ends if it may not go on. */
  refresh(): void {
    if ([...this.#targets.keys()].some(({ item }) => whyNotMove(this.#stage, item) !== null)) this.forget();
  }

  /** It is no longer mine to move. */
  forget(): void {
    window.clearTimeout(this.#timer);
    for (const { id } of this.#targets.keys()) this.#items.release(id);
    if (this.#targets.size > 0) this.#here.drag([]);
    this.#targets = new Map();
  }

  /** Moves now what was nudged. */
  flush(): void {
    window.clearTimeout(this.#timer);
    const targets = [...this.#targets].filter(([entry]) => this.#items.get(entry.id) === entry);
    this.#targets = new Map();
    if (targets.length === 0) return;
    this.#here.drag([]);
    this.#commands.move(
      targets.map(([entry, at]) => ({ entry, at })),
      [],
      true,
    );
  }
}
