// Playing a history: a moment on the time line, the state at it, and time running on.

import { batch, computed, signal } from "@preact/signals";
import { applyEvent, type StreamState } from "../core/state";
import { type Drag, dragsAt, dragsOf } from "./drags";
import { countAt, History } from "./history";
import { afterSilence } from "./timeline";

export const SPEEDS = [1, 2, 4, 8, 16] as const;
export type Speed = (typeof SPEEDS)[number];

/** The longest step of one frame: a tab that was away does not leap. */
const LONGEST_FRAME = 100;

export class Player {
  /** Milliseconds since the time line begins. */
  readonly time = signal(0);
  readonly playing = signal(false);
  readonly speed = signal<Speed>(1);
  readonly skipSilence = signal(true);
  /** Goes up when history came in: durations and rows change. */
  readonly loaded = signal(0);
  /** How many events had happened. */
  readonly count = signal(0);
  readonly duration = computed(() => {
    this.loaded.value;
    return this.history.duration;
  });

  readonly history = new History();
  state: StreamState = this.history.stateAfter(0);
  /** Records changed by the last step; null: anything may have. */
  onChange: (ids: ReadonlySet<string> | null) => void = () => {};

  #drags: Drag[] = [];
  #beginnings: number[] = [];
  #frame = 0;
  #last = 0;

  /** Call once more history has been appended. */
  grown(): void {
    this.#drags = dragsOf(this.history.events);
    const starts = this.#drags.map((drag) => drag.start);
    this.#beginnings = [...this.history.events.map((event) => event.at), ...starts].sort((a, b) => a - b);
    batch(() => {
      this.loaded.value += 1;
      this.seek(this.time.peek());
    });
  }

  get drags(): Drag[] {
    return dragsAt(this.#drags, this.history.start + this.time.peek());
  }

  seek(time: number): void {
    const within = Math.min(Math.max(0, time), this.history.duration);
    const { events, start } = this.history;
    const count = countAt(events, start + within);
    const before = this.count.peek();
    const changed = this.#go(before, count);
    batch(() => {
      this.time.value = within;
      this.count.value = count;
    });
    this.onChange(changed);
  }

  /** To the event before or after this moment. */
  step(by: 1 | -1): void {
    const { events, start } = this.history;
    const count = this.count.peek();
    const here = events[count - 1];
    const target = by === 1 ? events[count] : events[countAt(events, (here?.at ?? start) - 1) - 1];
    this.pause();
    this.seek((target?.at ?? (by === 1 ? start + this.history.duration : start)) - start);
  }

  toggle(): void {
    if (this.playing.peek()) this.pause();
    else this.play();
  }

  play(): void {
    if (this.time.peek() >= this.history.duration) this.seek(0);
    this.playing.value = true;
    this.#last = performance.now();
    this.#frame = requestAnimationFrame(this.#run);
  }

  pause(): void {
    if (!this.playing.peek()) return;
    this.playing.value = false;
    cancelAnimationFrame(this.#frame);
  }

  #go(before: number, count: number): ReadonlySet<string> | null {
    const { events } = this.history;
    if (count === before) return new Set();
    if (count < before || count - before > 200) {
      this.state = this.history.stateAfter(count);
      return null;
    }
    const changed = new Set<string>();
    for (const event of events.slice(before, count)) {
      for (const id of applyEvent(this.state, event)) changed.add(id);
    }
    return changed;
  }

  readonly #run = (now: number): void => {
    if (!this.playing.peek()) return;
    const passed = Math.min(LONGEST_FRAME, now - this.#last) * this.speed.peek();
    this.#last = now;
    const { start } = this.history;
    let at = start + this.time.peek() + passed;
    if (this.skipSilence.peek() && this.drags.length === 0) at = afterSilence(this.#beginnings, at);
    this.seek(at - start);
    if (this.time.peek() >= this.history.duration) this.pause();
    else this.#frame = requestAnimationFrame(this.#run);
  };
}
