// What happened in an event, in a sentence, with where to look.

import type { StreamState } from "../core/state";
import { isItem } from "../core/state";
import type { Change, Event, Place } from "../generated/protocol";
import type { Words } from "../words";

export interface Moment {
  index: number;
  at: number;
  /** Who did it, or whom it happened to. */
  who: string;
  sentence: string;
  deed: "made a note" | "wrote" | "other";
  /** The text or name of the item, as it is at the moment that is shown. */
  about: string | null;
  /** The item and canvas that it was about, where it was about one. */
  item: string | null;
  canvas: string | null;
}

/** The item and canvas of an event; `state` is any from after it. */
export function whereOf(event: Event, state: StreamState): { item: string | null; canvas: string | null } {
  const change = event.changes[0];
  if (!change) return { item: null, canvas: null };
  const id = change.do === "put" ? change.record.id : change.id;
  const record = state.records.get(id) ?? (change.do === "put" ? change.record : undefined);
  if (isItem(record)) return { item: id, canvas: record.canvas };
  return { item: null, canvas: record?.kind === "canvas" ? id : null };
}

function sentenceOf(
  change: Change | undefined,
  event: Event,
  state: StreamState,
  w: Words,
  zoneNames: ZoneNames,
): string {
  const name = (id: string) => {
    const record = state.records.get(id);
    return record?.kind === "person" ? record.name : w.someone;
  };
  const who = name(event.by);
  if (event.undone) return w.tookBack(who);
  if (!change) return w.didSomething(who);
  if (change.do === "splice") return w.editedText(who);
  if (change.do === "put") {
    const { record } = change;
    switch (record.kind) {
      case "sticky":
        return w.wroteNote(who);
      case "partner-token":
      case "participant-token":
        return w.placedToken(who);
      case "person":
        return w.joined(record.name);
      case "organisation":
        return w.organisationAdded(record.name);
      case "canvas":
        return w.addedCanvas(who);
      case "workshop":
        return w.workshopBegan;
    }
  }
  const { set } = change;
  if (set.deleted !== undefined) return set.deleted === null ? w.restoredItem(who) : w.deletedItem(who);
  if (set.locked !== undefined) return set.locked === null ? w.unlockedItem(who) : w.lockedItem(who);
  if (set.width !== undefined) return w.resizedItem(who);
  if (set.place !== undefined) {
    const { canvas } = whereOf(event, state);
    const zone = canvas && zoneNames(canvas, set.place);
    return zone ? w.movedTo(who, zone) : w.movedItem(who);
  }
  if (set.z !== undefined) return w.orderedItem(who);
  if (set.settings !== undefined) return w.changedCanvas(who);
  return w.didSomething(who);
}

function deedOf(change: Change | undefined): Moment["deed"] {
  if (change?.do === "splice") return "wrote";
  return change?.do === "put" && change.record.kind === "sticky" ? "made a note" : "other";
}

/** The text of a note, or whose token it is. */
function aboutOf(item: string | null, state: StreamState): string | null {
  const record = item === null ? undefined : state.records.get(item);
  if (record?.kind === "sticky") return record.text?.trim() || null;
  const whose = record?.kind === "partner-token" ? record.organisation : null;
  const owner = record?.kind === "participant-token" ? record.person : whose;
  const found = owner === null ? undefined : state.records.get(owner);
  return found?.kind === "organisation" || found?.kind === "person" ? found.name : null;
}

/** The name of the zone that a place of a canvas lies in, where that is known. */
export type ZoneNames = (canvas: string, place: Place) => string | null;

/** `state`: any from after the event. */
export function momentOf(event: Event, index: number, state: StreamState, w: Words, zoneNames: ZoneNames): Moment {
  const first = event.changes[0];
  // Who joins with a new organisation makes two records; the person is what happened.
  const told = event.changes.find((change) => change.do === "put" && change.record.kind === "person") ?? first;
  const start = first?.do === "put" && first.record.kind === "workshop" ? first : told;
  const where = whereOf(event, state);
  const about = aboutOf(where.item, state);
  const who = start?.do === "put" && start.record.kind === "person" ? start.record.id : event.by;
  return {
    index,
    at: event.at,
    who,
    sentence: sentenceOf(start, event, state, w, zoneNames),
    deed: deedOf(first),
    about,
    ...where,
  };
}
