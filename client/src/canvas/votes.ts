// Voting with dots on the canvas: at the item under the pointer, with the focus or chosen stand a minus, my dots, and a
// plus. Nobody can put more than the round allows; what is left is said.

import { rightIn } from "../core/rights";
import { isWritten } from "../core/state";
import { dotsLeft, isUpForVote, mostDots } from "../core/voting";
import type { Item } from "../generated/protocol";
import { belongingOf, nameOf } from "./belonging";
import { wordsOf } from "./describe";
import type { Entry } from "./entry";
import type { Hover } from "./hover";
import type { ItemLayer } from "./items";
import { MINUS, PLUS, signElement } from "./marks";
import { ownPresses } from "./presses";
import { isDraft } from "./rights";
import type { Selection } from "./select";
import { element, type Stage } from "./stage";
import type { Viewport } from "./viewport";

/** Screen px. */
const OVER = 5;

export interface VoteParts {
  readonly stage: Stage;
  readonly viewport: Viewport;
  readonly items: ItemLayer;
  readonly selection: Selection;
  readonly hover: Hover;
}

export class Votes {
  readonly #parts: VoteParts;
  readonly #control = element("div", "vote-control");
  readonly #count = element("span", "vote-count");
  readonly #less = button("vote-less", MINUS);
  readonly #more = button("vote-more", PLUS);
  /** What is left, for who does not see the bar that says it. */
  readonly #told = element("div", "vote-told");
  /** What the control is about. */
  #id: string | null = null;
  #size = { width: 0, height: 0 };

  /** `busy`: something is being dragged or written. */
  constructor(parts: VoteParts, busy: () => boolean) {
    this.#parts = parts;
    this.#control.hidden = true;
    this.#control.setAttribute("role", "group");
    this.#count.append(element("i", "dot"));
    this.#control.append(this.#less, this.#count, this.#more);
    ownPresses(this.#control);
    // The item keeps the focus, so that + and - go on about it.
    this.#control.addEventListener("mousedown", (event) => event.preventDefault());
    this.#less.addEventListener("click", () => this.#id && this.cast(this.#id, -1));
    this.#more.addEventListener("click", () => this.#id && this.cast(this.#id, 1));
    this.#told.setAttribute("role", "status");
    parts.stage.overlay.append(this.#control, this.#told);
    parts.stage.eachFrame(() => this.#step(busy()));
  }

  /** Whether the control stands at this item. */
  at(id: string): boolean {
    return this.#id === id;
  }

  /** The item that keys for voting are about; null while there is no vote here. */
  get about(): string | null {
    const { stage, selection } = this.#parts;
    const [only, ...more] = selection.ids;
    if (!stage.leading.round || more.length > 0) return null;
    return selection.focused ?? only ?? null;
  }

  /** One dot more (1) or less (-1) on an item; tells what is left, or says why it cannot be. */
  cast(id: string, by: 1 | -1): void {
    const { stage, items } = this.#parts;
    const { leading, words, actions, model } = stage;
    const { round, dots } = leading;
    const item = items.get(id)?.item;
    if (!round || !actions || !model || !item) return;
    const standing = actions.standing();
    if (rightIn("vote.cast", "own", standing) === "no") {
      stage.say(standing.role === "observer" ? words.onlyLook : standing.paused ? words.itIsPaused : words.notNow);
      return;
    }
    if (!this.#eligible(item)) {
      stage.say(words.notUpForVote);
      return;
    }
    const now = dots.get(id) ?? 0;
    const next = Math.max(0, Math.min(mostDots(round, dots, id), now + by));
    if (next === now) {
      if (by > 0) stage.say(round.several === false && now > 0 ? words.oneDotEach : words.dotsLeft(0));
      return;
    }
    actions.propose({ type: "vote.cast", round: round.id, item: id, dots: next });
    this.#told.textContent = words.dotsLeft(dotsLeft(round, new Map(dots).set(id, next)));
    stage.draw();
  }

  #eligible(item: Item): boolean {
    const { stage } = this.#parts;
    const { round } = stage.leading;
    const layout = stage.model?.sheet.layout;
    return round !== undefined && layout !== undefined && isUpForVote(round, item, isDraft(stage, item), layout);
  }

  #entry(): Entry | null {
    const { stage, items, selection, hover } = this.#parts;
    if (!stage.leading.round || stage.actions?.standing().role === "observer" || !stage.actions) return null;
    const [only, ...more] = selection.ids;
    const focused = document.activeElement?.matches(":focus-visible") ? selection.focused : null;
    const id = hover.id ?? focused ?? (more.length === 0 ? only : undefined);
    const entry = id ? items.get(id) : undefined;
    return entry?.shown && this.#eligible(entry.item) ? entry : null;
  }

  #step(busy: boolean): boolean {
    const entry = busy ? null : this.#entry();
    const { style } = this.#control;
    if (this.#control.hidden !== (entry === null)) this.#control.hidden = entry === null;
    this.#id = entry?.id ?? null;
    if (!entry) return false;
    this.#say(entry);
    const { viewport, items } = this.#parts;
    const rect = items.rect(entry);
    const foot = viewport.toScreen({ x: rect.x + rect.width / 2, y: rect.y + rect.height });
    // It hangs at the lower edge of the item, within the view; so little over it that the pointer gets there.
    const within = (value: number, least: number, most: number) => Math.max(least, Math.min(value, most));
    const { width, height } = this.#size;
    const x = within(foot.x - width / 2, 4, viewport.size.width - width - 4);
    const y = within(foot.y - OVER, 4, viewport.size.height - height - 4);
    style.transform = `translate(${Math.round(x)}px, ${Math.round(y)}px)`;
    return false;
  }

  #say(entry: Entry): void {
    const { stage } = this.#parts;
    const { round, dots } = stage.leading;
    const { words, model } = stage;
    if (!round || !model) return;
    const now = dots.get(entry.id) ?? 0;
    const most = mostDots(round, dots, entry.id);
    const key = `${entry.id} ${now} ${most} ${stage.language}`;
    if (this.#control.dataset.key === key) return;
    this.#control.dataset.key = key;
    this.#control.dataset.about = entry.id;
    const text = isWritten(entry.item)
      ? wordsOf(model, entry.item, stage.language).trim() || words.sticky
      : nameOf(belongingOf(model, entry.item));
    this.#control.setAttribute("aria-label", words.voteOn(text));
    this.#count.dataset.count = String(now);
    name(this.#less, words.dotLess, now === 0);
    name(this.#more, words.dotMore, now >= most);
    this.#size = { width: this.#control.offsetWidth, height: this.#control.offsetHeight };
  }
}

function button(className: string, sign: string): HTMLButtonElement {
  const made = document.createElement("button");
  made.type = "button";
  made.className = className;
  made.tabIndex = -1; // by keyboard: + and - on the item itself
  made.append(signElement(sign, 20));
  return made;
}

function name(button: HTMLButtonElement, name: string, off: boolean): void {
  button.title = name;
  button.setAttribute("aria-label", name);
  button.setAttribute("aria-disabled", String(off));
}
