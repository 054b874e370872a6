// What becomes of an item where it is let go: it moves there, a private stand-in of it does, everyone is to see it from
// then on, or it goes back and a sentence says why.

import { isPrivate } from "../core/rights";
import { isPlaced } from "../core/state";
import { shownTokenId } from "../core/token-ids";
import type { Item, Place } from "../generated/protocol";
import { type Asking, isBack, isDraft, placesPrivately, whyNot, whyNotMove } from "./rights";

export type Fate = "move" | "place" | "lift" | { readonly no: string };

export function fateOf(stage: Asking, item: Item, to: Place): Fate {
  const { actions, words } = stage;
  const draft = isDraft(stage, item);
  const into = isBack(stage, to);
  if (!actions) return { no: words.onlyLook };
  // A copy of a card is its author's to keep; a token, and what stands for a card that all see, says where it belongs.
  const says =
    isPlaced(item) && (item.kind !== "card" || placesPrivately(stage, item) || shownTokenId(item) !== item.id);
  if (into && says) return { no: words.tokensNotHere };
  if (placesPrivately(stage, item)) {
    const no = whyNotMove(stage, item);
    return no === null ? "place" : { no };
  }
  // Who looks on, or waits for a pause to end, hears of that first.
  const no = whyNot(stage, "item.move", item);
  if (!draft && into) return { no: no ?? words.alreadyShared };
  if (draft && isBack(stage, item.place) && !into && !isPrivate(actions.standing().situation)) {
    const not = whyNot(stage, "item.lift", item);
    return not === null ? "lift" : { no: not };
  }
  return no === null ? "move" : { no };
}
