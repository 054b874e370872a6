// What the person at this screen may do now: with an item, and by making something. It only mirrors the server's rules
// (core/rights.ts, core/item-rights.ts), so that nobody is invited to what will be refused. Each answer is null (allowed)
// or the sentence that says why not.

import { staysPut } from "../core/cards";
import { type ItemIntent, liesBack, type WhyNot, whyNotItem } from "../core/item-rights";
import { isPrivate, rightIn, streamOfNew } from "../core/rights";
import { isPlaced } from "../core/state";
import type { Intent, Item, Place, Situation } from "../generated/protocol";
import type { CanvasWords } from "../words/canvas";
import { nameOf, personsOwn } from "./belonging";
import { nameOfPerson } from "./describe";
import type { Stage } from "./stage";

type IntentType = Intent["type"];

/** Who asks, about which canvas, and in which words they are answered. */
export type Asking = Pick<Stage, "actions" | "model" | "words" | "leading">;

/** What changes where things lie, not what they say. */
const MOVING: readonly IntentType[] = ["item.move", "item.order", "group.set", "undo", "redo"];

/** Why nothing changes in what everyone sees, by what is going on. */
const NOT_NOW: { readonly [S in Situation]?: keyof CanvasWords } = {
  "check-in": "checkInNow",
  intro: "introNow",
  write: "everyoneWrites",
  place: "everyonePlaces",
  score: "everyoneScores",
  reveal: "readingNow",
  cluster: "facilitatorMoves",
  "cluster+": "movingNow",
  vote: "votingNow",
  conclude: "concludingNow",
  "check-out": "checkOutNow",
  freeze: "frozenNow",
};

export const isDraft = (stage: Asking, item: Item): boolean => stage.actions?.isDraft(item) ?? false;

/** Whether the place lies in a zone that is private for good. */
export function isBack(stage: Asking, place: Place): boolean {
  const layout = stage.model?.sheet.layout;
  return layout !== undefined && liesBack(layout, place);
}

export function whyNot(stage: Asking, intent: ItemIntent, item: Item): string | null {
  const { actions, model, words } = stage;
  if (!actions || !model) return words.onlyLook;
  const draft = actions.isDraft(item);
  const back = draft && isBack(stage, item.place);
  const stays = staysPut(model.template, item);
  const why = whyNotItem(intent, item, draft, actions.standing(), actions.me, back, stays);
  return why === null ? null : sentence(stage, why, intent, item, draft);
}

/** Why an item cannot be dragged or nudged: neither moved, nor placed privately instead, nor lifted for all to see. */
export function whyNotMove(stage: Asking, item: Item): string | null {
  const no = whyNot(stage, "item.move", item);
  if (placesPrivately(stage, item)) return whyNotPlace(stage, item);
  return no !== null && whyNot(stage, "item.lift", item) === null ? null : no;
}

/** Whether moving this token or card makes a private stand-in of it: everyone places for themselves now. */
export function placesPrivately(stage: Asking, item: Item): boolean {
  const { actions, model } = stage;
  if (!actions || !model || !isPlaced(item) || actions.isDraft(item) || staysPut(model.template, item)) return false;
  return isPrivate(actions.standing().situation);
}

/** As for the token itself, locks aside: where one would put it is everyone's own affair. */
function whyNotPlace(stage: Asking, item: Item): string | null {
  const { actions, model, words } = stage;
  if (!actions || !model) return words.onlyLook;
  if (item.kind === "participant-token" && item.person !== actions.me) {
    return sentence(stage, "others-token", "item.move", item, false);
  }
  return whyNotMake(stage, item.place);
}

/** Why nothing new can be made at this place. */
export function whyNotMake(stage: Asking, place: Place): string | null {
  const { actions, words } = stage;
  if (!actions) return words.onlyLook;
  const standing = actions.standing();
  const stream = isBack(stage, place) ? "own" : streamOfNew(standing.situation);
  if (rightIn("item.create", stream, standing) !== "no") return null;
  return asking(stage, "item.create");
}

/** Why this cannot be asked for at all in what everyone sees. */
export function whyNotAsk(stage: Asking, intent: "group.set"): string | null {
  const { actions, words } = stage;
  if (!actions) return words.onlyLook;
  return rightIn(intent, "shared", actions.standing()) === "no" ? asking(stage, intent) : null;
}

/** Why nothing can be taken back now, or done again. */
export function whyNotUndo(stage: Asking): string | null {
  const { actions, words } = stage;
  if (!actions) return words.onlyLook;
  const standing = actions.standing();
  return rightIn("undo", streamOfNew(standing.situation), standing) === "no" ? asking(stage, "undo") : null;
}

/** Whether others do not see where this person points: everyone works or votes alone now, facilitators aside. */
export function isAlone({ actions, leading }: Asking): boolean {
  const standing = actions?.standing();
  if (!standing || standing.role === "facilitator") return false;
  return isPrivate(standing.situation) || leading.round !== undefined;
}

/** Whether there is nothing here that this person could change now: the canvas is there to be read. */
export function onlyReads(stage: Asking): boolean {
  const { actions } = stage;
  if (!actions) return true;
  const standing = actions.standing();
  const may = (intent: IntentType) =>
    rightIn(intent, "shared", standing) !== "no" || rightIn(intent, "own", standing) !== "no";
  const votes = stage.leading.round !== undefined && may("vote.cast");
  return !(votes || may("item.create") || may("item.move") || may("text.edit"));
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

/** Why something cannot be asked for, whatever it is about. */
function asking({ actions, words }: Asking, intent: IntentType): string {
  const standing = actions?.standing();
  if (!standing || standing.role === "observer") return words.onlyLook;
  if (standing.paused && standing.role !== "facilitator") return words.itIsPaused;
  return notNow(words, standing.situation, intent);
}

/** Why nothing changes now in what everyone sees, by what is going on. */
export function notNow(words: CanvasWords, situation: Situation, intent: IntentType): string {
  if (situation === "cluster" && MOVING.includes(intent)) return words.onlyFacilitatorMoves;
  const found = words[NOT_NOW[situation] ?? "notNow"];
  return typeof found === "string" ? found : words.notNow;
}

/** Whether its author may show it by themselves now; what is anonymous is shown all at once, or it would tell. */
function mayShow({ actions, leading }: Asking, item: Item): boolean {
  if (!actions || (item.step != null && leading.anonymous.includes(item.step))) return false;
  return rightIn("reveal", "shared", actions.standing()) !== "no";
}

function sentence(stage: Asking, why: WhyNot, intent: ItemIntent, item: Item, draft: boolean): string {
  const { actions, model, words } = stage;
  if (!actions || !model) return words.onlyLook;
  const standing = actions.standing();
  switch (why) {
    case "observer":
      return words.onlyLook;
    case "paused":
      return words.itIsPaused;
    case "facilitators":
      if (intent === "text.edit") return words.onlyFacilitatorsWord;
      return intent === "item.lock" ? words.onlyFacilitatorsLock : words.notNow;
    case "stays":
      return item.kind === "connector" ? words.arrowFollows : words.lineStays;
    case "locked":
      return words.lockedBy(nameOfPerson(model, item.locked ?? "", words));
    case "others-token": {
      const person = item.kind === "participant-token" ? item.person : null;
      return words.othersToken(nameOf(personsOwn(model, person)) || words.someone);
    }
    case "not-own":
      return words.onlyOwnDeleted;
    case "not-now":
      if (!draft) return notNow(words, standing.situation, intent);
      return mayShow(stage, item) ? words.draftShowFirst : words.draftLater;
  }
}
