// The vote under way as it concerns one item for me: how many dots are on it, and how many could be.

import { isUpForVote, mostDots } from "../../../core/voting";
import type { Item } from "../../../generated/protocol";
import type { Room } from "../room";

export interface OnItem {
  round: string;
  mine: number;
  most: number;
}

/** Null where I cannot put dots on this item now. */
export function voteOn({ live, board }: Room, item: Item): OnItem | null {
  const { led } = live;
  const round = led.round.value;
  const come = board.sheet.value;
  if (!round || !led.may("vote.cast", "own") || come?.canvas !== item.canvas) return null;
  if (!isUpForVote(round, item, led.isDraft(item), come.sheet.layout)) return null;
  const mine = led.dots.value;
  return { round: round.id, mine: mine.get(item.id) ?? 0, most: mostDots(round, mine, item.id) };
}
