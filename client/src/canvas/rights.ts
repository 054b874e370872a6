// What the person at this screen may do with an item. It only mirrors the server's rules, so that nobody is invited to
// what will be refused; each answer is null (allowed) or the sentence that says why not.

import type { Item } from "../generated/protocol";
import { nameOf, personsOwn } from "./belonging";
import { nameOfPerson } from "./describe";
import type { Stage } from "./stage";

export function whyNotChange(stage: Stage, item: Item): string | null {
  const { actions, model, words } = stage;
  if (!actions || !model || actions.role === "observer") return words.onlyLook;
  if (actions.role === "facilitator") return null;
  if (item.locked) return words.lockedBy(nameOfPerson(model, item.locked, words));
  if (item.kind === "participant-token" && item.person !== actions.me) {
    return words.othersToken(nameOf(personsOwn(model, item.person)) || words.someone);
  }
  return null;
}

export function whyNotDelete(stage: Stage, item: Item): string | null {
  const { actions, words } = stage;
  const change = whyNotChange(stage, item);
  if (change !== null || !actions) return change;
  return actions.role === "facilitator" || item.author === actions.me ? null : words.onlyOwnDeleted;
}

export function whyNotLock(stage: Stage): string | null {
  return stage.actions?.role === "facilitator" ? null : stage.words.onlyFacilitatorsLock;
}

/** Those that may be changed, and why the others may not. */
export function sorted<T>(all: readonly T[], why: (each: T) => string | null): { yes: T[]; no: string | null } {
  const yes: T[] = [];
  let no: string | null = null;
  for (const each of all) {
    const reason = why(each);
    if (reason === null) yes.push(each);
    else no ??= reason;
  }
  return { yes, no };
}
