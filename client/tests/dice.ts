// Repeatable chance for tests: the same seed gives the same throws (mulberry32). A failing test prints its seed.

import type { Splice } from "../src/generated/protocol";

const LETTERS = ["a", "b", "c", "é", "€", "😀", "ع", " "];

export class Dice {
  #state: number;

  constructor(seed: number) {
    this.#state = seed * 0x9e3779b9;
  }

  /** A whole number from 0 to `limit - 1`. */
  below(limit: number): number {
    this.#state = (this.#state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(this.#state ^ (this.#state >>> 15), 1 | this.#state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) % limit;
  }

  oneOf<T>(values: readonly T[]): T {
    const value = values[this.below(values.length)];
    if (value === undefined) throw new Error("expected something to choose from, but got nothing");
    return value;
  }

  /** A text of at most so many code points. */
  text(longest: number): string {
    return Array.from({ length: this.below(longest + 1) }, () => this.oneOf(LETTERS)).join("");
  }

  /** An edit in normal form for this text, with at most four splices. */
  edit(text: string): Splice[] {
    const length = Array.from(text).length;
    const splices: Splice[] = [];
    let at = this.below(4);
    while (at <= length && splices.length < 4) {
      const remove = this.below(Math.min(3, length - at) + 1);
      const insert = this.text(2);
      if (remove || insert) splices.push({ at, ...(remove ? { remove } : {}), ...(insert ? { insert } : {}) });
      at += remove + 1 + this.below(4);
    }
    return splices;
  }
}
