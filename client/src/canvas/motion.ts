// How things move: the look's easing, and the way of one thing to where it belongs. Pure; time comes in, in ms.

import type { Point } from "./camera";

/** A note gliding to where someone moved it. */
export const GLIDE = 240;
/** Between two messages about somebody's pointer or drag. */
export const TICK = 50;

/** cubic-bezier(.2, 0, 0, 1): how far along at `part` (0 to 1) of the time. */
export function eased(part: number): number {
  if (part <= 0) return 0;
  if (part >= 1) return 1;
  // x(t) = 3(1-t)²t·0.2 + t³ rises evenly enough for bisection; 20 halvings are finer than any screen.
  let [low, high] = [0, 1];
  for (let step = 0; step < 20; step += 1) {
    const t = (low + high) / 2;
    const x = 0.6 * (1 - t) * (1 - t) * t + t * t * t;
    if (x < part) low = t;
    else high = t;
  }
  const t = (low + high) / 2;
  return 3 * (1 - t) * t * t + t * t * t;
}

export interface Motion {
  readonly from: Point;
  readonly to: Point;
  readonly start: number;
  readonly duration: number;
  readonly even: boolean;
}

/** Where the thing is now; `done` when it has arrived. */
export function along(motion: Motion, now: number): { at: Point; done: boolean } {
  const part = motion.duration <= 0 ? 1 : (now - motion.start) / motion.duration;
  if (part >= 1) return { at: motion.to, done: true };
  const share = motion.even ? Math.max(0, part) : eased(part);
  return {
    at: {
      x: motion.from.x + (motion.to.x - motion.from.x) * share,
      y: motion.from.y + (motion.to.y - motion.from.y) * share,
    },
    done: false,
  };
}
