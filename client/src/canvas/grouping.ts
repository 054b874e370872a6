// Groups: what lies in them, where their outlines run, and what becomes of them when something is taken out. Pure.

import type { Group } from "../generated/protocol";
import { around, grown, type Rect } from "./camera";

/** Sheet px between a group's items and its outline. */
const AROUND = 18;

/** The outline (sheet px) of a group whose items take these; null if none of them is there. */
export function outlineOf(rects: Iterable<Rect>): Rect | null {
  const box = around(rects);
  return box && grown(box, AROUND);
}

/** The groups as they are without these items, as far as they had any of them. */
export function withoutItems(groups: readonly Group[], ids: ReadonlySet<string>): Group[] {
  return groups.flatMap((group) => {
    const items = (group.items ?? []).filter((id) => !ids.has(id));
    return items.length === (group.items ?? []).length ? [] : [{ ...group, items }];
  });
}

/** Of which group every item that is there is among these. */
export function wholeGroup(
  groups: readonly Group[],
  ids: ReadonlySet<string>,
  there: (id: string) => boolean,
): Group | undefined {
  return groups.find(({ items }) => {
    const lying = (items ?? []).filter(there);
    return lying.length > 0 && lying.every((id) => ids.has(id));
  });
}

/** The size (screen px) of a title at this zoom: as printed, but never under what can be read. */
export const titleSize = (zoom: number): number => Math.max(LEAST, TITLE * zoom);
const TITLE = 19;
const LEAST = 12;
