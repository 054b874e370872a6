// Intents about many items: one for each so many as one may hold, and apart for what is private and what everyone sees,
// as these are in streams of their own.

import { type Intent, MAX_ITEMS } from "../generated/protocol";
import { isDraft } from "./rights";
import type { Stage } from "./stage";

/** `first`: whether the intent holds the first of them all. */
type IntentOf<T> = (part: readonly T[], first: boolean) => Intent;

export function askInParts<T>(stage: Stage, all: readonly T[], intent: IntentOf<T>): void {
  for (let from = 0; from < all.length; from += MAX_ITEMS) {
    stage.actions?.propose(intent(all.slice(from, from + MAX_ITEMS), from === 0));
  }
}

/** About items that are there. */
export function askApart<T>(stage: Stage, all: readonly T[], idOf: (each: T) => string, intent: IntentOf<T>): void {
  const [first] = all;
  const isPrivate = (each: T) => {
    const item = stage.model?.item(idOf(each));
    return item !== undefined && isDraft(stage, item);
  };
  for (const draft of [false, true]) {
    const part = all.filter((each) => isPrivate(each) === draft);
    askInParts(stage, part, (some) => intent(some, some[0] === first));
  }
}
