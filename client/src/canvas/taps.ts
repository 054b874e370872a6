// Two taps soon after one another at nearly the same place are a double tap: a browser tells of none by touch. Pure.

import type { Point } from "./camera";

/** Within this time (ms) and distance (screen px). */
const TIME = 350;
const NEAR = 28;

export class Taps {
  #last: { at: Point; time: number } | null = null;

  /** Whether this tap makes a double one. */
  tapped(at: Point, time: number): boolean {
    const last = this.#last;
    this.#last = { at, time };
    if (!last || time - last.time > TIME || Math.hypot(at.x - last.at.x, at.y - last.at.y) > NEAR) return false;
    this.#last = null;
    return true;
  }
}
