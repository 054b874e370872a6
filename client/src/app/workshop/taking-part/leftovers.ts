// Drafts that were not shown once their step is over: they stay their author's, and are offered to them. Pure.

import { isItem } from "../../../core/state";
import type { Item, Score, Step, Record as WorkshopRecord } from "../../../generated/protocol";

export interface Leftovers {
  /** Those that their author can show by themselves. */
  readonly named: readonly Item[];
  /** Those without a name: only the facilitator shows them, with those of others. */
  readonly nameless: readonly Item[];
  /** How many scores; those without a name left out. */
  readonly scores: number;
  /** The canvases with something to show. */
  readonly canvases: readonly string[];
}

const blank = (item: Item) => (item.kind === "sticky" || item.kind === "label") && !item.text?.trim();

/**
 * `own`: what is in one's own stream. `shown`: whether there is something in everyone's under this id. `kept`: put aside
 * by their author. `back`: whether it lies in a zone that is private for good, or may do so.
 */
export function leftoversOf(
  own: Iterable<WorkshopRecord>,
  steps: readonly Step[],
  shown: (id: string) => boolean,
  kept: (id: string) => boolean,
  back: (item: Item) => boolean,
): Leftovers {
  const named: Item[] = [];
  const nameless: Item[] = [];
  const scores: Score[] = [];
  const isNameless = (step: string | null | undefined) =>
    steps.some(({ id, anonymous }) => anonymous === true && id === step);
  for (const record of own) {
    if (record.kind === "score") {
      if (!isShown(record, shown) && !kept(record.id) && !isNameless(record.step)) scores.push(record);
    } else if (isItem(record) && record.deleted == null && !blank(record) && !back(record)) {
      if (isShown(record, shown) || kept(record.id)) continue;
      (isNameless(record.step) ? nameless : named).push(record);
    }
  }
  const canvases = [...new Set([...named, ...scores].map(({ canvas }) => canvas))];
  return { named, nameless, scores: scores.length, canvases };
}

const isShown = ({ public: id }: Item | Score, shown: (id: string) => boolean) => id != null && shown(id);
