// What an item shows beside what it says and whose it is, while a session is led: that it is a draft, my dots on it, what
// came of a vote, that it is not what this is about.

import { draftTokenId } from "../core/token-ids";
import { isSecond, toneOf } from "../core/tones";
import { isUpForVote } from "../core/voting";
import type { Item, Round, Tone } from "../generated/protocol";
import { type Result, resultsOf } from "./results";
import { isDraft, placesPrivately, whyNotMove } from "./rights";
import type { Stage } from "./stage";
import type { CanvasModel } from "./types";

export interface Trim {
  readonly draft: boolean;
  /** A token that stays where everyone sees it, while I have put my own stand-in elsewhere. */
  readonly quiet: boolean;
  /** Nobody is said to have made it. */
  readonly anonymous: boolean;
  /** The vote under way is not about it. */
  readonly aside: boolean;
  /** I cannot move it now. */
  readonly fixed: boolean;
  /** My dots on it. */
  readonly dots: number;
  readonly result: Result | null;
  /** What a note is marked as. */
  readonly tone: Tone | null;
  /** Of the tokens that a person has here, one after the first: what they would have. */
  readonly second: boolean;
}

export function trimOf(stage: Stage, model: CanvasModel, item: Item): Trim {
  const { step, round, result, dots } = stage.leading;
  const draft = isDraft(stage, item);
  const standIn = step && placesPrivately(stage, item) ? model.item(draftTokenId(item.id, step.id)) : undefined;
  return {
    draft,
    quiet: standIn !== undefined && standIn.deleted == null,
    anonymous: (item.kind === "sticky" || item.kind === "label") && item.author == null,
    aside: round !== undefined && !isUpForVote(round, item, draft, model.sheet.layout),
    fixed: whyNotMove(stage, item) !== null,
    dots: dots.get(item.id) ?? 0,
    result: (result && resultsIn(model, result).get(item.id)) ?? null,
    tone: toneOf(model.template, item),
    second: isSecond(model.template, item),
  };
}

/** What of it has parts of its own, so that an item gets them anew only when they are others. */
export const trimKey = ({ draft, anonymous, dots, result, tone }: Trim): string =>
  `${draft} ${anonymous} ${dots} ${result ? JSON.stringify(result) : ""} ${tone?.id ?? ""}`;

const counted = new WeakMap<Round, ReadonlyMap<string, Result>>();

/** The results of a closed vote, counted once. */
function resultsIn(model: CanvasModel, round: Round): ReadonlyMap<string, Result> {
  const known = counted.get(round);
  if (known) return known;
  const lying = (id: string) => {
    const item = model.item(id);
    return item !== undefined && item.deleted == null;
  };
  const results = resultsOf(round, lying, (person) => model.person(person)?.organisation ?? null);
  counted.set(round, results);
  return results;
}
