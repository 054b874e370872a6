// Drags of the past, under way again: where an item was at a moment between the start of its drag and the drop.

import type { Event, PathPoint } from "../generated/protocol";

export interface Drag {
  /** The drop's place among the events. */
  index: number;
  start: number;
  end: number;
  by: string;
  /** Those that moved; all by the same way. */
  ids: readonly string[];
  path: readonly PathPoint[];
}

export function dragsOf(events: readonly Event[]): Drag[] {
  return events.flatMap((event, index) => {
    const path = event.path ?? [];
    const last = path.at(-1);
    if (!last) return [];
    const ids = event.changes.flatMap((change) =>
      change.do === "patch" && change.set.place !== undefined ? [change.id] : [],
    );
    return [{ index, start: event.at - last[0], end: event.at, by: event.by, ids, path }];
  });
}

/** Drags under way at a moment; `drags` in order of their end. */
export function dragsAt(drags: readonly Drag[], at: number): Drag[] {
  return drags.filter((drag) => drag.start <= at && at < drag.end);
}

/** How far (px) the dragged things are from their old place, `after` milliseconds into the drag. */
export function offsetAt(path: readonly PathPoint[], after: number): { dx: number; dy: number } {
  let before: PathPoint = [0, 0, 0];
  for (const point of path) {
    if (point[0] >= after) {
      const span = point[0] - before[0];
      const part = span > 0 ? (after - before[0]) / span : 1;
      return { dx: before[1] + (point[1] - before[1]) * part, dy: before[2] + (point[2] - before[2]) * part };
    }
    before = point;
  }
  return { dx: before[1], dy: before[2] };
}
