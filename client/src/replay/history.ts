// A workshop's history in memory: its events, and a state at any of them without starting over each time.

import { applyEvent, copyState, emptyState, type StreamState } from "../core/state";
import type { Event, Session } from "../generated/protocol";

/** Events between two states that are kept. */
const KEYFRAME_EVERY = 1000;

export class History {
  readonly events: Event[] = [];
  /** The state after 0, KEYFRAME_EVERY, 2 × KEYFRAME_EVERY … events. */
  readonly #keyframes: StreamState[] = [emptyState()];
  readonly #last = emptyState();
  readonly #sessions = new Map<string, Session>();

  /** Adds events at the end. Throws BrokenStreamError when they do not follow from what is there. */
  append(events: readonly Event[]): void {
    for (const event of events) {
      applyEvent(this.#last, event);
      this.events.push(event);
      for (const change of event.changes) {
        if (change.do === "put" && change.record.kind === "session")
          this.#sessions.set(change.record.id, change.record);
      }
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

  /** Where the time line begins: with the first session, or with the first event if there never was one. */
  get start(): number {
    const started = [...this.#sessions.values()].map((session) => session.started);
    return started.length > 0 ? Math.min(...started) : (this.events[0]?.at ?? 0);
  }

  /** Where it ends: with the last session, or with the last event while one is going on or if there never was one. */
  get end(): number {
    const sessions = [...this.#sessions.values()];
    const last = this.events.at(-1)?.at ?? 0;
    if (sessions.length === 0 || sessions.some(({ ended }) => ended == null)) return Math.max(last, this.start);
    return Math.max(...sessions.map(({ ended }) => ended ?? 0));
  }

  /** Milliseconds from the start to the end. */
  get duration(): number {
    return this.end - this.start;
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
