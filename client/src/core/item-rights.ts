// What somebody may do with one item now, so that nothing is offered that would be refused. Mirrors what the server asks
// of items beyond its table (server/raakvlak/canvas/view.py, decide_items.py). Pure. The server decides.

import { type Item, type Layout, PARTICIPANT_RIGHTS, type Place } from "../generated/protocol";
import { rightIn, type Standing } from "./rights";
import { zonesAt } from "./zones";

export type ItemIntent =
  | `item.${"move" | "resize" | "order" | "delete" | "restore" | "lock" | "lift"}`
  | "text.edit"
  | "sticky.tone"
  | "connector.set"
  | "reveal";

/**
 * Why somebody may not: they look on, there is a pause, only facilitators ever may, it is not the step for it, it is
 * locked, it is somebody else's token, somebody else made it, or it is not placed but stays where it is.
 */
export type WhyNot =
  | "observer"
  | "paused"
  | "facilitators"
  | "not-now"
  | "locked"
  | "others-token"
  | "not-own"
  | "stays";

/** Asked for in everyone's stream about something that is private. */
const SHOWING: readonly string[] = ["item.lift", "reveal"];

/** `draft`: the item is in my own stream. `back`: it lies in a zone that is private for good. `stays`: see `staysPut`. */
export function whyNotItem(
  intent: ItemIntent,
  item: Item,
  draft: boolean,
  standing: Standing,
  me: string,
  back = false,
  stays = false,
): WhyNot | null {
  const { role, paused } = standing;
  const facilitates = role === "facilitator";
  if (role === "observer") return "observer";
  if (paused && !facilitates) return "paused";
  const shows = SHOWING.includes(intent);
  const how = rightIn(intent, draft && !shows ? "own" : "shared", standing);
  if (how === "no") return intent in PARTICIPANT_RIGHTS || draft ? "not-now" : "facilitators";
  if (how === "back" && !back) return "not-now";
  // What is private for good is lifted out of its zone; a draft is revealed.
  if (shows && (!draft || back !== (intent === "item.lift"))) return "not-now";
  if (stays && intent === "item.move") return "stays";
  if (facilitates) return null;
  if (item.locked != null) return "locked";
  if (item.kind === "participant-token" && item.person !== me) return "others-token";
  if (intent === "text.edit" && item.kind === "card") return "facilitators";
  if (intent === "item.delete" && item.author !== me) return "not-own";
  if (intent === "item.restore" && item.author !== me && item.deleted !== me) return "not-own";
  return null;
}

export function mayChangeItem(
  intent: ItemIntent,
  item: Item,
  draft: boolean,
  standing: Standing,
  me: string,
  back = false,
): boolean {
  return whyNotItem(intent, item, draft, standing, me, back) === null;
}

/** Whether a place lies in a zone that is private for good: what lies there is its author's alone. */
export function liesBack(layout: Layout, place: Place): boolean {
  if (!layout.zones.some((zone) => zone.private)) return false;
  const { zones } = zonesAt(layout, place);
  return layout.zones.some((zone) => zone.private && zones.includes(zone.id));
}
