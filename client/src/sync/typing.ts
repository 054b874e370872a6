// Letters typed fast become one edit: the first goes out at once, what follows within a moment goes together.

import type { Stream } from "./stream";
import { editOf, type Pending } from "./waiting";

/** ms within which typing becomes one edit; nothing typed is held back longer. */
export const TOGETHER = 30;
/** The same without a line, where nothing is held back by it: a long absence does not become thousands of edits. */
export const TOGETHER_OFFLINE = 300;
/** An edit of so many places is closed; one message holds 100. */
const PLACES = 50;

export class Typing {
  #open: { stream: Stream; pending: Pending } | null = null;
  #closes: ReturnType<typeof setTimeout> | undefined;
  #lastAt = Number.NEGATIVE_INFINITY;
  readonly #complete: (stream: Stream, pending: Pending) => void;

  /** `complete`: nothing more is added to this edit; it may be kept and sent. */
  constructor(complete: (stream: Stream, pending: Pending) => void) {
    this.#complete = complete;
  }

  /** The edit of this text that typing may be added to, if there is one. */
  goesOn(stream: Stream, id: string): Pending | null {
    const pending = this.#open?.pending;
    return pending && stream.waiting.at(-1) === pending && editOf(pending, id) !== null ? pending : null;
  }

  /** A new edit was typed: it is held open if the last one was only a moment ago. */
  begin(stream: Stream, pending: Pending, live: boolean): void {
    const wait = this.#lastAt + (live ? TOGETHER : TOGETHER_OFFLINE) - performance.now();
    this.#lastAt = performance.now();
    if (wait <= 0) return;
    pending.open = true;
    this.#open = { stream, pending };
    this.#closes = setTimeout(() => this.end(), wait);
  }

  /** Something was added to the edit that is held open. */
  added(): void {
    const intent = this.#open?.pending.intent;
    if (intent?.type === "text.edit" && intent.edit.length > PLACES) this.end();
  }

  /** Whatever is held open is complete. */
  end(): void {
    clearTimeout(this.#closes);
    const open = this.#open;
    this.#open = null;
    if (!open) return;
    open.pending.open = false;
    this.#lastAt = performance.now();
    if (open.stream.waiting.includes(open.pending)) this.#complete(open.stream, open.pending);
  }
}
