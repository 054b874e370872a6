// After a reload: what still waits is told again as of now. Pure. A stored intent stands as it was when it was made;
// the events since then are gone through with it, as they would have been had the page stayed open.

import type { Event, Intent, Position } from "../generated/protocol";
import { type ConfirmedText, carryOver, type Pending, pass, pendingOf } from "./waiting";

/** An intent as it is kept on this device until it is saved. */
export interface StoredIntent {
  readonly stream: string;
  readonly writer: string;
  readonly n: number;
  readonly intent: Intent;
  readonly seen: Position;
  /** The page load that kept it last: its edits were made one over the other, in this order. */
  readonly page: string;
  readonly order: number;
  /** It was refused, by whose doing, and its text has not been handed back yet. */
  readonly lost?: { readonly by: string | null };
}

export interface Restored {
  waiting: Pending[];
  /** Refused while nobody listened. */
  refused: Pending[];
}

const UNKNOWN: ConfirmedText = () => undefined;

const waitingOf = (stored: StoredIntent): Pending => pendingOf({ ...stored, top: 0, bottom: 0 });

/** Where the events must begin so that all these can be told again: the earliest moment that a text edit needs. */
export function startOf(stored: readonly StoredIntent[]): Position {
  const texts = stored.filter((each) => each.intent.type === "text.edit" && !each.lost);
  return (texts.length > 0 ? texts : stored).reduce(
    (least, each) => (each.seen.seq < least.seq ? each.seen : least),
    (texts[0] ?? stored[0])?.seen ?? { seq: 0, token: "" },
  );
}

/** What waits of one stream, over the events `after + 1` and on. */
export function restore(stored: readonly StoredIntent[], after: number, events: readonly Event[]): Restored {
  const restored: Restored = { waiting: [], refused: [] };
  for (const chain of chainsOf(stored)) {
    const { waiting, refused } = restoreChain(chain, after, events);
    restored.refused.push(...refused);
    putOver(restored.waiting, waiting);
  }
  return restored;
}

/** What waited without the events since: what is still good is what does not count in a text that others edit too. */
export function asStored(stored: readonly StoredIntent[]): Pending[] {
  return chainsOf(stored).flatMap((chain) => chain.map((each) => waitingOf(each)));
}

function chainsOf(stored: readonly StoredIntent[]): StoredIntent[][] {
  const chains = new Map<string, StoredIntent[]>();
  for (const each of stored.filter(({ lost }) => !lost)) {
    const chain = chains.get(each.page) ?? [];
    chain.push(each);
    chains.set(each.page, chain);
  }
  const ordered = [...chains.entries()].sort(([a], [b]) => (a < b ? -1 : 1));
  return ordered.map(([, chain]) => chain.sort((a, b) => a.order - b.order));
}

function restoreChain(chain: readonly StoredIntent[], after: number, events: readonly Event[]): Restored {
  const refused: Pending[] = [];
  const waiting: Pending[] = [];
  let todo = chain.map((stored) => ({ seen: stored.seen.seq, pending: waitingOf(stored) }));
  const enter = (seq: number) => {
    waiting.push(...todo.filter(({ seen }) => seen <= seq).map(({ pending }) => pending));
    waiting.sort((a, b) => a.order - b.order);
    todo = todo.filter(({ seen }) => seen > seq);
  };
  for (const [index, event] of events.entries()) {
    enter(after + index);
    refused.push(...pass(waiting, event, UNKNOWN).overtaken);
  }
  enter(Number.POSITIVE_INFINITY);
  return { waiting, refused };
}

/** Append a list that was made beside the first one: its edits are told as if they had been made after. */
function putOver(first: Pending[], then: Pending[]): void {
  for (const below of [...first]) {
    if (below.intent.type === "text.edit") carryOver(then, below.intent.id, below.intent.edit, below.writer);
  }
  first.push(...then);
}
