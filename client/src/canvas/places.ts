// Places and points: where a place lies on the sheet, and which place a point is.

import type { Frame, Layout, Place } from "../generated/protocol";
import type { Point } from "./camera";

/** The bounds of u and v on the server. */
const LEAST = -4;
const MOST = 5;
/** Finer than a hundredth of a px on any sheet; shorter in messages. */
const FINENESS = 1e6;

/** The point (sheet px) of a place; the sheet's middle if the layout has no such frame any more. */
export function pointOf(layout: Layout, place: Place): Point {
  const frame = layout.frames[place.frame];
  if (!frame) return { x: layout.width / 2, y: layout.height / 2 };
  return { x: frame.x + place.u * frame.width, y: frame.y + place.v * frame.height };
}

/**
 * The place of a point. An item keeps its frame `now`, so that it goes on moving along with the same figure, unless it
 * comes to lie in another frame; then the smallest frame that holds it.
 */
export function placeAt(layout: Layout, point: Point, now?: string): Place {
  const own = now === undefined ? undefined : layout.frames[now];
  let best: [string, Frame] | null = own && now !== undefined ? [now, own] : null;
  if (!best || !holds(best[1], point)) {
    for (const [name, frame] of Object.entries(layout.frames)) {
      if (!holds(frame, point)) continue;
      if (!best || !holds(best[1], point) || area(frame) < area(best[1])) best = [name, frame];
    }
  }
  best ??= largest(layout);
  const [name, frame] = best;
  return { frame: name, u: share((point.x - frame.x) / frame.width), v: share((point.y - frame.y) / frame.height) };
}

function holds(frame: Frame, { x, y }: Point): boolean {
  return x >= frame.x && x <= frame.x + frame.width && y >= frame.y && y <= frame.y + frame.height;
}

const area = (frame: Frame): number => frame.width * frame.height;

function largest(layout: Layout): [string, Frame] {
  const [first, ...rest] = Object.entries(layout.frames);
  if (!first) throw new Error("expected a layout with at least one frame, but it has none");
  return rest.reduce((best, each) => (area(each[1]) > area(best[1]) ? each : best), first);
}

function share(value: number): number {
  return Math.min(MOST, Math.max(LEAST, Math.round(value * FINENESS) / FINENESS));
}
