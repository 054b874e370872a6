// The trail behind a laser pointer: where it was in the last moments, thinner the longer ago. Pure; times in ms.

import type { Point } from "./camera";

/** How long a trail lasts. */
export const TRAIL = 600;

export interface Passed extends Point {
  readonly at: number;
}

export interface Stretch {
  readonly from: Point;
  readonly to: Point;
  /** 1 just now, 0 when it is over. */
  readonly life: number;
}

/** What is left of a way after this moment. */
export const recent = (way: readonly Passed[], now: number): Passed[] => way.filter(({ at }) => now - at < TRAIL);

export function stretches(way: readonly Passed[], now: number): Stretch[] {
  return way.slice(1).flatMap((to, index) => {
    const from = way[index];
    const life = 1 - (now - (from?.at ?? 0)) / TRAIL;
    return from && life > 0 ? [{ from, to, life }] : [];
  });
}
