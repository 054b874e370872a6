// A workshop's history in memory: its events, and a state at any of them without starting over each time.

import { applyEvent, copyState, emptyState, type StreamState } from "../core/state";
import type { Event } from "../generated/protocol";

/** Events between two states that are kept. */
const KEYFRAME_EVERY = 1000;

export class History {
  readonly events: Event[] = [];
  /** The state after 0, KEYFRAME_EVERY, 2 × KEYFRAME_EVERY … events. */
  readonly #keyframes: StreamState[] = [emptyState()];
  readonly #last = emptyState();

  /** Adds events at the end. Throws BrokenStreamError when they do not follow from what is there. */
  append(events: readonly Event[]): void {
    for (const event of events) {
      applyEvent(this.#last, event);
      this.events.push(event);
      if (this.events.length % KEYFRAME_EVERY === 0) this.#keyframes.push(copyState(this.#last));
    }
  }

  /** The state after the first `count` events; the caller's own, to go on from. */
  stateAfter(count: number): StreamState {
    const wanted = Math.min(Math.max(count, 0), this.events.length);
    const keyframe = Math.floor(wanted / KEYFRAME_EVERY);
    const state = copyState(this.#keyframes[keyframe] ?? emptyState());
    for (const event of this.events.slice(keyframe * KEYFRAME_EVERY, wanted)) applyEvent(state, event);
    return state;
  }

  get start(): number {
    return this.events[0]?.at ?? 0;
  }

  /** Milliseconds from the first event to the last. */
  get duration(): number {
    return (this.events.at(-1)?.at ?? 0) - this.start;
  }
}

/** How many of the events (in order of `at`) had happened at a moment, by the clock of the events. */
export function countAt(events: readonly Pick<Event, "at">[], at: number): number {
  let low = 0;
  let high = events.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((events[middle]?.at ?? 0) <= at) low = middle + 1;
    else high = middle;
  }
  return low;
}
