// The vote under way: what it is about, and, as it concerns one item for me, how many dots are on it and could be.

import { isUpForVote, mostDots } from "../../../core/voting";
import type { Item, Round } from "../../../generated/protocol";
import { words } from "../../../words";
import { language } from "../../settings";
import type { Live } from "../live";
import type { Room } from "../room";

/** What a vote is about, as "On notes in Shared interest", "several on one is fine". */
export function aboutOf(live: Live, round: Round): string[] {
  const w = words.value;
  const template = live.canvases.value.find(({ id }) => id === round.canvas)?.template;
  // A zone that repeats is called by the template's, with its row and column behind a point.
  const is = (id: string) => round.zone === id || round.zone?.startsWith(`${id}.`);
  const zone = template?.zones.find(({ id }) => is(id))?.label[language.value];
  const kinds = {
    ...{ sticky: w.voteNotes, "partner-token": w.votePartners, "participant-token": w.voteTokens },
    ...{ card: w.voteCards, label: w.voteTexts },
  };
  const kind = (round.only && kinds[round.only as keyof typeof kinds]) || w.voteAll;
  return [
    zone ? w.voteIn(kind, zone) : kind,
    round.several === false ? w.voteSingle : w.voteSeveral,
    ...(round.anonymous ? [w.voteNameless] : []),
  ];
}

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
