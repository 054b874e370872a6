// What this person may do now, so that bars, panels and the list offer nothing that will be refused. The rules stand in
// core/rights.ts and core/item-rights.ts; the server decides.

import { notNow } from "../../canvas/rights";
import { staysPut } from "../../core/cards";
import { type ItemIntent, liesBack, type WhyNot, whyNotItem } from "../../core/item-rights";
import { isPrivate, rightIn, streamOfNew } from "../../core/rights";
import { isPlaced } from "../../core/state";
import type { Item, Zone } from "../../generated/protocol";
import { words } from "../../words";
import { REFUSALS } from "../../words/app";
import { CANVAS_WORDS } from "../../words/canvas";
import { language } from "../settings";
import type { Live } from "./live";
import type { Room } from "./room";
import { labelOfZone } from "./zone-names";

/** Whether the item lies in a zone that is private for good, as far as the canvas on screen goes. */
export function isBack({ live, board }: Room, item: Item): boolean {
  const come = board.sheet.value;
  return live.led.isDraft(item) && come?.canvas === item.canvas && liesBack(come.sheet.layout, item.place);
}

export function whyNot(room: Room, intent: ItemIntent, item: Item): WhyNot | null {
  const { led, session, canvases } = room.live;
  const canvas = canvases.value.find(({ id }) => id === item.canvas);
  const stays = canvas !== undefined && staysPut(canvas.template, item);
  const draft = led.isDraft(item);
  return whyNotItem(intent, item, draft, led.standing.value, session.person, isBack(room, item), stays);
}

export const may = (room: Room, intent: ItemIntent, item: Item): boolean => whyNot(room, intent, item) === null;

/** Whether its author can show this draft by themselves; what is anonymous is shown all at once, or it would tell. */
export function mayReveal(room: Room, item: Item): boolean {
  const { found } = room.live.led;
  const nameless = found.value.steps.some(({ id, anonymous }) => anonymous && id === item.step);
  const blank = (item.kind === "sticky" || item.kind === "label") && !item.text?.trim();
  return !nameless && !blank && may(room, "reveal", item);
}

/** Whether something new can be made now; in a zone that is private for good also where all else is closed. */
export function mayMake({ led }: Live, zone?: { readonly private?: boolean }): boolean {
  const standing = led.standing.value;
  const stream = zone?.private ? "own" : streamOfNew(standing.situation);
  return rightIn("item.create", stream, standing) !== "no";
}

export function mayTakeBack({ led }: Live): boolean {
  const standing = led.standing.value;
  return rightIn("undo", streamOfNew(standing.situation), standing) !== "no";
}

/** The zones that the item can be moved to from the list or a menu. */
export function zonesFor(room: Room, item: Item, zones: readonly Zone[]): readonly Zone[] {
  if (!room.live.led.isDraft(item)) return zones.filter((zone) => !zone.private);
  if (isPlaced(item)) return zones.filter((zone) => !zone.private);
  const { situation } = room.live.led.standing.value;
  const lifts = may(room, "item.lift", item);
  return zones.filter((zone) => zone.private || lifts || isPrivate(situation) || situation === "free");
}

/** A zone as a menu names it: taking something out of a zone that is private for good shows it to everyone. */
export function zoneOffered(room: Room, items: readonly Item[], zone: Zone): string {
  const label = labelOfZone(zone, language.value);
  const lifts = !zone.private && items.some((item) => may(room, "item.lift", item));
  return lifts ? words.value.allSee(label) : label;
}

/** Why not, as a sentence. */
export function whyNotSaid({ live }: Room, why: WhyNot, item: Item): string {
  const w = words.value;
  const refusal = (code: keyof typeof REFUSALS) => REFUSALS[code][language.value](null);
  switch (why) {
    case "observer":
      return w.howObserver;
    case "paused":
      return refusal("paused");
    case "not-now": {
      const draft = live.led.isDraft(item);
      const canvas = CANVAS_WORDS[language.value];
      return draft ? canvas.draftLater : notNow(canvas, live.led.standing.value.situation, "item.move");
    }
    case "locked":
      return w.lockedBy(live.nameOf(item.locked) ?? w.facilitator);
    case "others-token":
      return w.othersToken(live.nameOf(item.kind === "participant-token" ? item.person : null) ?? w.someone);
    case "stays": {
      const canvas = CANVAS_WORDS[language.value];
      return item.kind === "connector" ? canvas.arrowFollows : canvas.lineStays;
    }
    case "not-own":
    case "facilitators":
      return refusal("not-allowed");
  }
}
