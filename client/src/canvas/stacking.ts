// What lies over what: by their records, and above all others for now what is in somebody's hands or lit.

import type { Entry } from "./entry";

/** Above the highest of those that lie on the sheet; the veil of a spotlight lies in between. */
const LIFTED = 1_000_000;
export const VEIL = LIFTED / 2;
/** What arrows say lies above what lies on the sheet. */
const WORDS = LIFTED / 4;

/**
 * Why an item lies above all others for now. `dropped`: from a move of one's own until it is selected no more; `asked`:
 * what people had thought of it is shown around it.
 */
const LOOKS = ["dragged", "carried", "edited", "dropped", "lit", "asked"] as const;
export type Look = (typeof LOOKS)[number];

/** `look` is the class that shows why. */
export function lift(entry: Entry, look: Look, on: boolean): void {
  const { classList } = entry.face.root;
  classList.toggle(look, on);
  entry.lifted = LOOKS.some((each) => classList.contains(each));
  setRank(entry, entry.rank);
}

export function stack(entries: Iterable<Entry>): void {
  const inOrder = [...entries].sort((a, b) => (a.item.z ?? 0) - (b.item.z ?? 0) || (a.id < b.id ? -1 : 1));
  inOrder.forEach((entry, index) => {
    if (entry.rank !== index + 1) setRank(entry, index + 1);
  });
}

// Inline and never by a rule with !important: that would make every move of a thousand items ten times as dear.
function setRank(entry: Entry, rank: number): void {
  entry.rank = rank;
  const above = entry.lifted ? LIFTED : entry.item.kind === "connector" ? WORDS : 0;
  entry.face.root.style.zIndex = String(rank + above);
}
