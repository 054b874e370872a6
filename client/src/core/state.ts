// What a stream amounts to: its events folded into a state. Pure; the same as server/raakvlak/canvas/state.py as far
// as records and writers go (bound to it by tests/vectors/apply.json). The live session and the replay both use it.

import type {
  Card,
  Change,
  Connector,
  Event,
  Fields,
  Item,
  Memo,
  ParticipantToken,
  PartnerToken,
  Sticky,
  TextLabel,
  Record as WorkshopRecord,
} from "../generated/protocol";
import { BUILT_KINDS, RECORD_DEFAULTS, RECORD_FIELDS } from "../generated/protocol";
import { applyEdit, fits } from "./text";

/** A stream at a moment. Records are never changed in place, the maps are. */
export interface StreamState {
  readonly records: Map<string, WorkshopRecord>;
  /** How far each writer's intents in this stream have come. */
  readonly writers: Map<string, number>;
  /** The highest and the lowest z so far. */
  top: number;
  bottom: number;
}

/** An event does not fit the state it follows: these events are not the ones that led here. */
export class BrokenStreamError extends Error {
  override readonly name = "BrokenStreamError";
}

const ITEMS: ReadonlySet<string> = new Set(BUILT_KINDS);
const TEXTED: ReadonlySet<string> = new Set(["sticky", "card", "label", "connector", "memo"]);

export function emptyState(): StreamState {
  return { records: new Map(), writers: new Map(), top: 0, bottom: 0 };
}

/** The state that a snapshot tells of; `writers` stays empty, nobody needs them there. */
export function stateOf(records: Iterable<WorkshopRecord>): StreamState {
  const state = emptyState();
  for (const record of records) {
    state.records.set(record.id, record);
    noteHeight(state, isItem(record) ? record.z : undefined);
  }
  return state;
}

/** A copy that goes its own way, such as a replay's keyframe. */
export function copyState(state: StreamState): StreamState {
  return { ...state, records: new Map(state.records), writers: new Map(state.writers) };
}

/** Fold one event into the state; gives the ids of the records it changed. Throws BrokenStreamError. */
export function applyEvent(state: StreamState, event: Event): string[] {
  const changed: string[] = [];
  for (const change of event.changes) {
    const id = changedId(change);
    changed.push(id);
    if (change.do === "remove") {
      if (!state.records.delete(id)) throw new BrokenStreamError(`expected a record "${id}", but there is none`);
      continue;
    }
    const record = changedRecord(state.records.get(id), change);
    state.records.set(id, record);
    if (change.do === "patch") noteHeight(state, change.set.z);
    if (change.do === "put" && isItem(record)) noteHeight(state, record.z);
  }
  state.writers.set(event.intent.writer, event.intent.n);
  return changed;
}

/** The id of the record that the change is about. */
export function changedId(change: Change): string {
  return change.do === "put" ? change.record.id : change.id;
}

/** A change that leaves a record. */
export type Making = Exclude<Change, { do: "remove" }>;

/** The record as the change leaves it. Throws BrokenStreamError for a change that does not fit. */
export function changedRecord(record: WorkshopRecord | undefined, change: Making): WorkshopRecord {
  if (change.do === "put") return change.record;
  if (record === undefined) throw new BrokenStreamError(`expected a record "${change.id}", but there is none`);
  return change.do === "patch" ? patched(record, change.set) : withText(record, change);
}

/** The text that several people can edit at once, undefined for what has none. */
export function textOf(record: WorkshopRecord | undefined): string | undefined {
  return hasText(record) ? (record.text ?? "") : undefined;
}

/** What is written by people where it lies; what an arrow says is written beside it. */
export type Written = Sticky | TextLabel | Card | Connector;

export const isWritten = (record: WorkshopRecord | undefined): record is Written =>
  hasText(record) && record.kind !== "memo";

type Texted = Sticky | Card | TextLabel | Connector | Memo;

const hasText = (record: WorkshopRecord | undefined): record is Texted => {
  return record !== undefined && TEXTED.has(record.kind);
};

export function isItem(record: WorkshopRecord | undefined): record is Item {
  return record !== undefined && ITEMS.has(record.kind);
}

/** What says by where it lies whose view it is. */
export type Token = PartnerToken | ParticipantToken;

/** What people place instead of writing it: a private step makes a stand-in of it for each of them. */
export const isPlaced = (item: Item): item is Token | Card => item.kind === "card" || isToken(item);

export const isToken = (record: WorkshopRecord | undefined): record is Token =>
  record?.kind === "partner-token" || record?.kind === "participant-token";

function patched(record: WorkshopRecord, fields: Fields): WorkshopRecord {
  const known: readonly string[] = RECORD_FIELDS[record.kind];
  const defaults: { readonly [field: string]: unknown } = RECORD_DEFAULTS[record.kind];
  const result: { [field: string]: unknown } = { ...record };
  for (const [field, value] of Object.entries(fields)) {
    if (!known.includes(field)) {
      throw new BrokenStreamError(`expected fields of a ${record.kind} for "${record.id}", but got ${field}`);
    }
    // What has its default is absent: a record has one form, as the server writes it.
    if (JSON.stringify(value) === JSON.stringify(defaults[field])) delete result[field];
    else result[field] = value;
  }
  return result as unknown as WorkshopRecord;
}

function withText(record: WorkshopRecord, change: Making & { do: "splice" }): WorkshopRecord {
  const before = textOf(record);
  if (before === undefined || !hasText(record)) {
    throw new BrokenStreamError(`expected a text in "${record.id}", but it is a ${record.kind}`);
  }
  if (!fits(before, change.edit)) {
    throw new BrokenStreamError(`expected an edit within the text of "${record.id}", but it ends beyond it`);
  }
  return { ...record, text: applyEdit(before, change.edit) };
}

function noteHeight(state: StreamState, z: number | undefined): void {
  state.top = Math.max(state.top, z ?? 0);
  state.bottom = Math.min(state.bottom, z ?? 0);
}
