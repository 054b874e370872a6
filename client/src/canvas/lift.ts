// Taking something out of a zone that is private for good: where it was let go it is held, until its author says that
// everyone may see it, or takes it back. It cannot be undone, so it never happens by a drag alone.

import { askInParts } from "./asking";
import type { Target } from "./commands";
import type { ItemLayer } from "./items";
import { onSheet, placeAt } from "./places";
import { ownPresses } from "./presses";
import { whyNot } from "./rights";
import { element, type Stage } from "./stage";
import type { Viewport } from "./viewport";

/** How long (ms) what was lifted stays where it is held, until the server says that everyone sees it. */
const PATIENCE = 10_000;
/** Screen px between the item and what is asked. */
const AWAY = 8;

export class Lift {
  readonly #stage: Stage;
  readonly #viewport: Viewport;
  readonly #items: ItemLayer;
  readonly #chip = element("div", "lift-chip");
  readonly #question = element("span", "lift-question");
  readonly #show = document.createElement("button");
  readonly #keep = document.createElement("button");
  #targets: readonly Target[] = [];
  #size = { width: 0, height: 0 };

  constructor(stage: Stage, viewport: Viewport, items: ItemLayer) {
    this.#stage = stage;
    this.#viewport = viewport;
    this.#items = items;
    this.#chip.hidden = true;
    this.#chip.setAttribute("role", "group");
    this.#show.className = "lift-show";
    for (const button of [this.#show, this.#keep]) button.type = "button";
    this.#show.addEventListener("click", () => this.#done());
    this.#keep.addEventListener("click", () => this.cancel());
    this.#chip.append(this.#question, this.#keep, this.#show);
    ownPresses(this.#chip);
    stage.overlay.append(this.#chip);
    stage.eachFrame(() => this.#step());
  }

  ask(targets: readonly Target[]): void {
    const { words } = this.#stage;
    this.cancel(targets);
    this.#targets = targets;
    for (const { entry, at } of targets) this.#items.hold(entry.id, at);
    this.#question.textContent = words.showQuestion;
    this.#show.textContent = words.showToAll;
    this.#keep.textContent = words.keepPrivate;
    this.#chip.setAttribute("aria-label", words.showQuestion);
    this.#chip.hidden = false;
    this.#size = { width: this.#chip.offsetWidth, height: this.#chip.offsetHeight };
    this.#stage.say(words.showQuestion);
    this.#show.focus({ preventScroll: true });
    this.#stage.draw();
  }

  /** What may be shown is another now: what is asked is taken back if it may not be. */
  refresh(): void {
    if (this.#targets.some(({ entry }) => whyNot(this.#stage, "item.lift", entry.item) !== null)) this.cancel();
  }

  /** Takes it back (but for what is asked about anew); false if nothing was asked. */
  cancel(but: readonly Target[] = []): boolean {
    if (this.#targets.length === 0) return false;
    const targets = this.#end();
    for (const { entry } of targets) if (!but.some((each) => each.entry === entry)) this.#items.release(entry.id);
    return true;
  }

  #done(): void {
    const layout = this.#stage.model?.sheet.layout;
    const targets = this.#end();
    if (!layout) return;
    for (const { entry } of targets) this.#items.await(entry.id, PATIENCE);
    const moves = targets.map(({ entry, at }) => ({ id: entry.id, place: placeAt(layout, onSheet(layout, at)) }));
    askInParts(this.#stage, moves, (part) => ({ type: "item.lift", moves: part }));
    this.#stage.say(this.#stage.words.allSeeThis);
  }

  #end(): readonly Target[] {
    const targets = this.#targets;
    const hadFocus = this.#chip.contains(document.activeElement);
    this.#targets = [];
    this.#chip.hidden = true;
    if (hadFocus) (targets[0]?.entry.face.root ?? this.#stage.root).focus({ preventScroll: true });
    this.#stage.draw();
    return targets;
  }

  #step(): boolean {
    const [first] = this.#targets;
    if (!first) return false;
    if (this.#targets.some(({ entry }) => this.#items.get(entry.id) !== entry)) {
      this.#end(); // it is gone, or was shown otherwise
      return false;
    }
    const rect = this.#items.rect(first.entry);
    const below = this.#viewport.toScreen({ x: rect.x + rect.width / 2, y: rect.y + rect.height });
    const above = this.#viewport.toScreen(rect).y - AWAY - this.#size.height;
    const fits = below.y + AWAY + this.#size.height + AWAY < this.#viewport.size.height;
    const left = Math.min(this.#viewport.size.width - this.#size.width - AWAY, below.x - this.#size.width / 2);
    const at = { x: Math.max(AWAY, left), y: fits ? below.y + AWAY : Math.max(AWAY, above) };
    this.#chip.style.transform = `translate(${Math.round(at.x)}px, ${Math.round(at.y)}px)`;
    return false;
  }
}
