// What happened in an event, in a sentence, with where to look.

import type { StreamState } from "../core/state";
import { changedId, isItem, isWritten } from "../core/state";
import type { Change, Event, Place } from "../generated/protocol";
import type { Words } from "../words";
import { canvasOf, ledSentence } from "./led-moments";
import { cardSaid, scoreIn, scoreSaid, toneSaid } from "./mark-moments";

export interface Moment {
  index: number;
  at: number;
  /** Who did it, or whom it happened to. */
  who: string;
  sentence: string;
  deed: "made a note" | "wrote" | "other";
  /** The text of the item as it is at the moment that is shown, unless the sentence names it by that. */
  about: string | null;
  /** The item and canvas that it was about, where it was about one. */
  item: string | null;
  canvas: string | null;
}

/** The item and canvas of an event; `state` is any from after it. */
export function whereOf(event: Event, state: StreamState): { item: string | null; canvas: string | null } {
  const change = event.changes[0];
  if (!change) return { item: null, canvas: null };
  const led = canvasOf(event, state);
  if (led !== null) return { item: null, canvas: led };
  const id = change.do === "put" ? change.record.id : change.id;
  const record = state.records.get(id) ?? (change.do === "put" ? change.record : undefined);
  if (isItem(record)) return { item: id, canvas: record.canvas };
  const score = scoreIn(event);
  if (score) return { item: score.item ?? null, canvas: score.canvas };
  return { item: null, canvas: record?.kind === "canvas" ? id : null };
}

/** The canvas to look at when this has happened: where somebody worked, what was shown, or where the next step is. */
export function canvasToSee(event: Event, state: StreamState): string | null {
  const { item, canvas } = whereOf(event, state);
  return item === null ? canvasOf(event, state) : canvas;
}

/** Letters of a note's text that name it in a sentence. */
const FIRST_WORDS = 32;

/** The beginning of a text, cut between words. */
function firstWords(text: string): string {
  const line = text.replace(/\s+/g, " ").trim();
  const letters = [...line];
  if (letters.length <= FIRST_WORDS) return line;
  const cut = letters.slice(0, FIRST_WORDS + 1).join("");
  const space = cut.lastIndexOf(" ");
  return `${space > 0 ? cut.slice(0, space) : letters.slice(0, FIRST_WORDS).join("")}…`;
}

/** What the sentence is about: one thing, by its first words where that says more, or how many of them. */
function whatOf(ids: readonly string[], state: StreamState, w: Words, byWords: boolean): string {
  const [id = ""] = ids;
  if (ids.length > 1) {
    const allNotes = ids.every((each) => state.records.get(each)?.kind === "sticky");
    return allNotes ? w.notes(ids.length) : w.things(ids.length);
  }
  const record = state.records.get(id);
  const about = aboutOf(id, state, w);
  const said = byWords && about ? firstWords(about) : null;
  switch (record?.kind) {
    case "sticky":
      return said ? w.noteSaying(said) : w.aNote;
    case "label":
      return said ? w.textSaying(said) : w.aText;
    case "card":
      return said ? w.cardSaying(said) : w.aCard;
    case "connector":
      return said ? w.arrowSaying(said) : w.anArrow;
    case "partner-token":
    case "participant-token":
      return about ? w.tokenOf(about) : w.aToken;
    default:
      return w.something;
  }
}

/** The zone in which all that was moved came to lie; null where that differs or is not known. */
function zoneOf(event: Event, state: StreamState, zoneNames: ZoneNames): string | null {
  const { canvas } = whereOf(event, state);
  if (!canvas) return null;
  const zones = event.changes.flatMap((change) =>
    change.do === "patch" && change.set.place ? [zoneNames(canvas, change.set.place)] : [],
  );
  const [first = null] = zones;
  return zones.every((zone) => zone === first) ? first : null;
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
  // What comes with these, steps and cards among it, is part of them.
  if (change?.do === "put" && change.record.kind === "workshop") return w.workshopBegan;
  if (change?.do === "put" && change.record.kind === "canvas") return w.addedCanvas(who);
  const led = ledSentence(event, state, who, w);
  if (led !== null) return led;
  if (event.undone) return event.undone.redo ? w.didAgain(who) : w.tookBack(who);
  const given = scoreSaid(event, state, who, w);
  if (given !== null) return given;
  if (!change) return w.didSomething(who);
  if (change.do === "splice") return w.editedText(who);
  if (change.do === "put") {
    const { record } = change;
    switch (record.kind) {
      case "sticky": {
        const made = event.changes.filter((each) => each.do === "put" && each.record.kind === "sticky").length;
        return made > 1 ? w.madeNotes(who, made) : w.wroteNote(who);
      }
      case "label":
        return w.wroteText(who);
      case "card":
        return w.copiedCard(who, whatOf([record.id], state, w, true));
      case "connector":
        return w.drewArrow(who, whatOf([record.start], state, w, true), whatOf([record.end], state, w, true));
      case "partner-token":
      case "participant-token":
        return w.placedToken(who, whatOf([record.id], state, w, true));
      case "person":
        return w.joined(record.name);
      case "organisation":
        return w.organisationAdded(record.name);
    }
  }
  if (change.do !== "patch") return w.didSomething(who);
  const { set } = change;
  const ids = [...new Set(event.changes.map(changedId))];
  const what = whatOf(ids, state, w, true);
  if (set.tone !== undefined) return toneSaid(ids[0] ?? "", set.tone, state, who, w);
  if (set.strength !== undefined) return w.changedArrow(who);
  if (set.deleted !== undefined) return set.deleted === null ? w.restoredItem(who, what) : w.deletedItem(who, what);
  if (set.locked !== undefined) return set.locked === null ? w.unlockedItem(who, what) : w.lockedItem(who, what);
  if (set.width !== undefined || set.height !== undefined) return w.resizedItem(who, what);
  if (set.place !== undefined) {
    const moved = whatOf(ids, state, w, false);
    const zone = zoneOf(event, state, zoneNames);
    return zone ? w.movedTo(who, moved, zone) : w.movedItem(who, moved);
  }
  if (set.z !== undefined) return w.orderedItem(who, what);
  if (set.settings !== undefined) return w.changedCanvas(who);
  return w.didSomething(who);
}

function deedOf(change: Change | undefined): Moment["deed"] {
  if (change?.do === "splice") return "wrote";
  return change?.do === "put" && change.record.kind === "sticky" ? "made a note" : "other";
}

/** What is written there, or whose token it is. */
function aboutOf(item: string | null, state: StreamState, w: Words): string | null {
  const record = item === null ? undefined : state.records.get(item);
  if (record?.kind === "card") return cardSaid(record, state, w);
  if (isWritten(record)) return record.text?.trim() || null;
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
  const about = aboutOf(where.item, state, w);
  const who = start?.do === "put" && start.record.kind === "person" ? start.record.id : event.by;
  const sentence = sentenceOf(start, event, state, w, zoneNames);
  const said = about !== null && (sentence.includes(about) || sentence.includes(`“${firstWords(about)}”`));
  return {
    index,
    at: event.at,
    who,
    sentence,
    deed: event.revealed ? "other" : deedOf(first),
    // Not said twice.
    about: said ? null : about,
    ...where,
  };
}
