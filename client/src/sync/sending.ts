// What goes up on one connection, and when: numbers without gaps, never too much under way. Pure.

import type { Ask, Skip } from "../generated/protocol";
import type { Stream } from "./stream";
import type { Pending } from "./waiting";

/** Intents under way on one connection; what is beyond waits here, so that a long absence does not flood the line. */
export const WINDOW = 200;
/** Bytes of one message that the server surely takes (its limit is 256 KiB). */
export const MESSAGE_BYTES = 250_000;

/** Something that is due: messages to send, or a pending intent that cannot be sent. */
export type Due = { send: readonly (Ask | Skip)[] } | { empty: Pending } | { tooLarge: Pending };

/** The numbers that one connection expects. */
export class Sending {
  readonly #expected = new Map<string, number>();

  constructor(last: { readonly [stream: string]: { readonly [writer: string]: number } }) {
    for (const [stream, writers] of Object.entries(last)) {
      for (const [writer, n] of Object.entries(writers)) this.#expected.set(key(stream, writer), n + 1);
    }
  }

  /**
   * What is to be sent next of this stream, null when nothing may be now.
   *
   * Only intents of one writer are under way at a time: what a page made over the adopted intents of an earlier one
   * has its place only once those are saved.
   */
  next(stream: Stream, underWay: number): Due | null {
    if (!stream.loaded || underWay >= WINDOW) return null;
    const pending = stream.waiting.find((each) => !each.sent);
    if (!pending || pending.open || pending.writer !== stream.waiting[0]?.writer) return null;
    const { writer, n } = pending;
    let { intent } = pending;
    if (intent.type === "text.edit") {
      if (intent.edit.length === 0) return { empty: pending };
      intent = { ...intent, seen: stream.position.seq };
    }
    const ask: Ask = { type: "ask", stream: stream.name, writer, n, intent };
    if (isTooLarge(ask)) return { tooLarge: pending };
    const skipped: Skip[] = [];
    const expected = this.#expected.get(key(stream.name, writer)) ?? 1;
    for (let gap = expected; gap < n; gap += 1) skipped.push({ type: "skip", stream: stream.name, writer, n: gap });
    this.#expected.set(key(stream.name, writer), n + 1);
    pending.sent = true;
    return { send: [...skipped, ask] };
  }
}

function key(stream: string, writer: string): string {
  return `${stream} ${writer}`;
}

function isTooLarge(ask: Ask): boolean {
  const text = JSON.stringify(ask);
  return text.length * 3 > MESSAGE_BYTES && new TextEncoder().encode(text).length > MESSAGE_BYTES;
}
