// Votes with dots: how many somebody has left, and what they may put on an item. Mirrors server/raakvlak/canvas/
// decide_votes.py, so that nothing is offered that would be refused. Pure. The server decides.

import type { Item, Layout, Round } from "../generated/protocol";
import { zonesAt } from "./zones";

/** Somebody's dots in a round, by item; only those on items that are still there. */
export type MyDots = ReadonlyMap<string, number>;

const spent = (mine: MyDots) => [...mine.values()].reduce((sum, dots) => sum + dots, 0);

export const dotsLeft = (round: Round, mine: MyDots): number => Math.max(0, round.dots - spent(mine));

/** The most dots that somebody could put on this item, those that are on it included. */
export function mostDots(round: Round, mine: MyDots, item: string): number {
  const others = spent(mine) - (mine.get(item) ?? 0);
  return Math.max(0, Math.min(round.several === false ? 1 : round.dots, round.dots - others));
}

/** Whether the round is about this item. */
export function isUpForVote(round: Round, item: Item, draft: boolean, layout: Layout): boolean {
  if (item.kind === "connector") return false; // nothing that lies somewhere
  if (draft || round.ended != null || item.deleted != null || item.canvas !== round.canvas) return false;
  if (round.only != null && item.kind !== round.only) return false;
  return round.zone == null || zonesAt(layout, item.place).zones.includes(round.zone);
}
