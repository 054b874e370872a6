// Letters typed fast become one edit: the first goes out at once, what follows within a moment goes together.

import type { Stream } from "./stream";
import { editOf, type Pending } from "./waiting";

/** ms within which typing becomes one edit; nothing typed is held back longer. */
export const TOGETHER = 30;
/** The same without a line, where nothing is held back by it: a long absence does not become thousands of edits. */
export const TOGETHER_OFFLINE = 1_000;
/** An edit of so many places is closed; one message holds 100. */
const PLACES = 50;

export class Typing {
  #open: Pending | null = null;
  #closes: ReturnType<typeof setTimeout> | undefined;
  #lastAt = Number.NEGATIVE_INFINITY;
  readonly #closed: () => void;

  /** `closed`: an edit may be sent now. */
  constructor(closed: () => void) {
    this.#closed = closed;
  }

  /** The edit of this text that typing may be added to, if there is one. */
  goesOn(stream: Stream, id: string): Pending | null {
    const open = this.#open;
    return open?.open && stream.waiting.at(-1) === open && editOf(open, id) !== null ? open : null;
  }

  /** A new edit was typed: it is held open if the last one was only a moment ago. */
  begin(pending: Pending, live: boolean): void {
    const wait = this.#lastAt + (live ? TOGETHER : TOGETHER_OFFLINE) - performance.now();
    this.#lastAt = performance.now();
    if (wait <= 0) return;
    pending.open = true;
    this.#open = pending;
    this.#closes = setTimeout(() => this.end(), wait);
  }

  /** Something was added to the edit. */
  typed(pending: Pending): void {
    const places = pending.intent.type === "text.edit" ? pending.intent.edit.length : 0;
    if (pending === this.#open && places > PLACES) this.end();
  }

  /** Whatever is held open may go. */
  end(): void {
    clearTimeout(this.#closes);
    const open = this.#open;
    this.#open = null;
    if (!open) return;
    open.open = false;
    this.#lastAt = performance.now();
    this.#closed();
  }
}
