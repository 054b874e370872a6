// One stream as this client knows it: what is confirmed, what of mine waits, and the two together. Pure: what to send
// and what to keep on this device is told in the Outcome. The predicted records are kept for touched ids only.

import { type Outlook, predict, touched } from "../core/predict";
import {
  applyEvent,
  BrokenStreamError,
  changedId,
  changedRecord,
  emptyState,
  isItem,
  type StreamState,
  stateOf,
  textOf,
} from "../core/state";
import { compose } from "../core/text";
import type { Events, Intent, Load, Position, Splice, Record as WorkshopRecord } from "../generated/protocol";
import { type Gone, LostTexts } from "./lost";
import { asStored, type Restored, restore, type StoredIntent } from "./restore";
import type { HandedBack } from "./types";
import { editOf, type Landed, type Pending, pass, pendingOf, withdraw } from "./waiting";

/** What something did, for the interface and the device's store. */
export interface Outcome {
  /** Records that look different now; null: anything may. */
  changed: Set<string> | null;
  landed: Landed[];
  handedBack: HandedBack[];
  /** No longer waiting, and to be forgotten. */
  gone: Pick<Pending, "writer" | "n">[];
  /** Refused, but their texts are still to be handed back; `by` prevented it. */
  lost: { of: Gone; by: string | null }[];
  /** Records that are gone from the stream, as I last saw them. */
  removed: WorkshopRecord[];
  /** Texts of which the waiting edits have a new form that must be kept; null: keep all that waits anew. */
  rebased: Set<string> | null;
}

export function nothing(): Outcome {
  return { changed: new Set(), landed: [], handedBack: [], gone: [], lost: [], removed: [], rebased: new Set() };
}

/** Numbers of the last saved intents by writer, as the welcome tells them. */
export type LastSaved = { readonly [writer: string]: number };

export class Stream {
  /** Told by the server; false until the first load. */
  loaded = false;
  position: Position = { seq: 0, token: "" };
  readonly waiting: Pending[] = [];
  /** Decided while nobody listened; what was decided is being asked. */
  readonly doubtful: Pending[] = [];
  #state: StreamState = emptyState();
  /** Null: predicted to go. */
  readonly #predicted = new Map<string, WorkshopRecord | null>();
  #predictedTop = 0;
  #predictedBottom = 0;
  #order = 0;
  readonly #lost = new LostTexts();

  constructor(
    readonly name: string,
    readonly me: string,
  ) {}

  get(id: string): WorkshopRecord | undefined {
    const predicted = this.#predicted.get(id);
    return predicted === undefined ? this.#state.records.get(id) : (predicted ?? undefined);
  }

  *records(): Iterable<WorkshopRecord> {
    for (const [id, record] of this.#state.records) {
      const predicted = this.#predicted.get(id);
      if (predicted !== null) yield predicted ?? record;
    }
    for (const [id, record] of this.#predicted) if (record && !this.#state.records.has(id)) yield record;
  }

  // --- what comes from the server ---

  /** The stream after a hello. `stored`: what an earlier page load left on this device. Throws BrokenStreamError. */
  load(load: Load, last: LastSaved, stored: readonly StoredIntent[] = []): Outcome {
    const outcome = nothing();
    const { snapshot, events, after } = load;
    let complete = events != null;
    if (snapshot) {
      complete &&= this.waiting.length === 0;
      const restored =
        complete && events && after != null
          ? restore(stored, after, events)
          : { waiting: asStored(stored), refused: [] };
      this.#start(load.position, snapshot, outcome);
      this.#adopt(stored, restored, outcome);
      // Without the events in between, nobody can say where in a text an edit of before belongs.
      if (!complete) this.#handBackTexts(last, outcome);
    } else if (events && after === this.position.seq) {
      this.#follow(events, load.position, outcome);
    } else {
      throw new BrokenStreamError(`expected the events after ${this.position.seq}, but got those after ${after}`);
    }
    // Saved or refused, but nothing that is told here says which: the server is asked.
    for (const pending of this.waiting.filter((each) => each.n <= (last[each.writer] ?? 0))) {
      this.#withdraw(pending, outcome);
      outcome.gone = outcome.gone.filter((gone) => gone !== pending);
      this.doubtful.push(pending);
    }
    this.loaded = true;
    this.#finish(outcome);
    const still = [...this.waiting, ...this.doubtful, ...outcome.lost.map(({ of }) => of)];
    const kept = new Set(still.map(({ writer, n }) => `${writer} ${n}`));
    outcome.gone.push(...stored.filter(({ writer, n }) => !kept.has(`${writer} ${n}`)));
    return outcome;
  }

  /** What happened. Gives null when events are missing in between. Throws BrokenStreamError. */
  receive(message: Events): Outcome | null {
    const outcome = nothing();
    const known = this.position.seq - message.after;
    if (known < 0) return null;
    if (known >= message.events.length) return outcome;
    this.#follow(message.events.slice(known), message.position, outcome);
    this.#finish(outcome);
    return outcome;
  }

  /** The server refused this one; `by` is who prevents it. Gives null when it does not wait here. */
  refuse(writer: string, n: number, by: string | null): Outcome | null {
    const pending = [...this.waiting, ...this.doubtful].find((each) => each.writer === writer && each.n === n);
    if (!pending) return null;
    const outcome = nothing();
    this.#forget(pending, outcome);
    this.#lose(pending, by, outcome);
    this.#finish(outcome);
    return outcome;
  }

  /** The server says that this one had been saved; that is news only of what was in doubt. */
  saved(writer: string, n: number): Outcome | null {
    const pending = this.doubtful.find((each) => each.writer === writer && each.n === n);
    if (!pending) return null;
    const outcome = nothing();
    this.#forget(pending, outcome);
    return outcome;
  }

  /** What is confirmed here is no longer trusted: the next load begins anew. */
  forget(): void {
    this.loaded = false;
    this.position = { seq: 0, token: "" };
  }

  // --- what I do ---

  propose(writer: string, n: number, intent: Intent): { pending: Pending; outcome: Outcome } {
    const heights = {
      top: Math.max(this.#state.top, this.#predictedTop),
      bottom: Math.min(this.#state.bottom, this.#predictedBottom),
    };
    this.#order += 1;
    const pending = pendingOf({ writer, n, intent, order: this.#order, ...heights }, this.me);
    this.waiting.push(pending);
    const outcome = nothing();
    this.#predict(pending, null);
    for (const id of pending.ids) outcome.changed?.add(id);
    return { pending, outcome };
  }

  /** More typing becomes part of an edit that was not sent yet. */
  extend(pending: Pending, id: string, edit: readonly Splice[]): Outcome {
    const before = editOf(pending, id);
    if (before === null || pending.intent.type !== "text.edit") {
      throw new Error(`expected an edit of "${id}" to go on with, but it is ${pending.intent.type}`);
    }
    pending.intent = { ...pending.intent, edit: compose(before, edit) };
    const outcome = nothing();
    outcome.changed?.add(id);
    this.#relay(outcome.changed);
    return outcome;
  }

  /** Give up an edit of which nothing is left to do. */
  drop(pending: Pending): Outcome {
    const outcome = nothing();
    this.#withdraw(pending, outcome);
    this.#finish(outcome);
    return outcome;
  }

  // --- inside ---

  #start(position: Position, snapshot: readonly WorkshopRecord[], outcome: Outcome): void {
    this.#state = stateOf(snapshot);
    this.position = position;
    outcome.changed = null;
    outcome.rebased = null;
  }

  /** Take over what an earlier page load left. */
  #adopt(stored: readonly StoredIntent[], restored: Restored, outcome: Outcome): void {
    const { top, bottom } = this.#state;
    for (const pending of restored.waiting) {
      this.#order += 1;
      this.waiting.push({ ...pending, ids: touched(pending.intent, this.me), order: this.#order, top, bottom });
    }
    for (const each of stored) if (each.lost) this.#lose(each, each.lost.by, outcome);
    for (const pending of restored.refused) this.#lose(pending, null, outcome);
  }

  #follow(events: Events["events"], position: Position, outcome: Outcome): void {
    for (const event of events) {
      const passed = pass(this.waiting, event, (id) => textOf(this.#state.records.get(id)));
      for (const change of event.changes) {
        const record = change.do === "remove" ? this.get(change.id) : undefined;
        if (record) outcome.removed.push(record);
      }
      for (const id of applyEvent(this.#state, event)) outcome.changed?.add(id);
      outcome.landed.push(...passed.landed);
      const over = [...passed.overtaken, ...(passed.settled ? [passed.settled] : [])];
      outcome.gone.push(...over);
      for (const pending of over) for (const id of pending.ids) outcome.changed?.add(id);
      for (const pending of passed.overtaken) this.#lose(pending, null, outcome);
      const settled = passed.settled?.intent;
      if (settled?.type === "text.edit") {
        outcome.rebased?.add(settled.id);
        const record = this.#state.records.get(settled.id);
        const by = isItem(record) ? record.deleted : null;
        if (by && by !== this.me) this.#lost.deleted(settled.id, by);
      }
    }
    this.position = position;
  }

  #withdraw(pending: Pending, outcome: Outcome): void {
    outcome.landed.push(...withdraw(this.waiting, pending, (id) => textOf(this.#state.records.get(id))));
    outcome.gone.push(pending);
    for (const id of pending.ids) {
      outcome.changed?.add(id);
      outcome.rebased?.add(id);
    }
  }

  #forget(pending: Pending, outcome: Outcome): void {
    const index = this.doubtful.indexOf(pending);
    if (index < 0) {
      this.#withdraw(pending, outcome);
    } else {
      this.doubtful.splice(index, 1);
      outcome.gone.push(pending);
    }
  }

  #handBackTexts(last: LastSaved, outcome: Outcome): void {
    const made = new Set<string>();
    for (const pending of [...this.waiting]) {
      if (pending.n <= (last[pending.writer] ?? 0)) continue;
      if (pending.intent.type === "item.create") for (const item of pending.intent.items) made.add(item.id);
      else if (pending.intent.type === "text.edit" && !made.has(pending.intent.id)) {
        this.#withdraw(pending, outcome);
        this.#lose(pending, null, outcome);
      }
    }
  }

  /** Note the texts in an intent that does not happen. */
  #lose(gone: Gone, by: string | null, outcome: Outcome): void {
    this.#lost.add(gone, by);
    if (!this.#lost.holds(gone)) return;
    outcome.gone = outcome.gone.filter(({ writer, n }) => writer !== gone.writer || n !== gone.n);
    outcome.lost.push({ of: gone, by });
  }

  /** Bring the predictions up to date, and hand back what is lost and complete. */
  #finish(outcome: Outcome): void {
    this.#relay(outcome.changed);
    for (const lost of this.#lost.take((id) => !this.waiting.some((each) => editOf(each, id) !== null))) {
      const record = this.#state.records.get(lost.id);
      const text = lost.whole ? (textOf(record) ?? "") : lost.text;
      if (text) outcome.handedBack.push({ item: record ? lost.id : null, text, by: lost.by });
      const done = lost.of.filter((gone) => !this.#lost.holds(gone));
      outcome.gone.push(...done);
      outcome.lost = outcome.lost.filter(({ of }) => !done.includes(of));
    }
  }

  /** Predict the records anew; null: all of them. */
  #relay(ids: ReadonlySet<string> | null): void {
    if (ids === null) this.#predicted.clear();
    else for (const id of ids) this.#predicted.delete(id);
    if (this.waiting.length === 0) {
      this.#predictedTop = 0;
      this.#predictedBottom = 0;
    }
    for (const pending of this.waiting) {
      if (ids === null || pending.ids.some((id) => ids.has(id))) this.#predict(pending, ids);
    }
  }

  /** Lay what a pending intent asks for over what is there, for these ids only (null: for all). */
  #predict(pending: Pending, ids: ReadonlySet<string> | null): void {
    const { top, bottom } = pending;
    const outlook: Outlook = { get: (id) => this.get(id), top, bottom, me: this.me };
    for (const change of predict(pending.intent, outlook)) {
      const id = changedId(change);
      if (ids !== null && !ids.has(id)) continue;
      if (change.do === "remove") {
        this.#predicted.set(id, null);
        continue;
      }
      const record = predictedRecord(this.get(id), change);
      if (record === null) continue;
      this.#predicted.set(id, record);
      const z = isItem(record) ? (record.z ?? 0) : 0;
      this.#predictedTop = Math.max(this.#predictedTop, z);
      this.#predictedBottom = Math.min(this.#predictedBottom, z);
    }
  }
}

/** The record as predicted; null where the change does not fit (a refusal is on its way). */
function predictedRecord(
  record: WorkshopRecord | undefined,
  change: Parameters<typeof changedRecord>[1],
): WorkshopRecord | null {
  try {
    return changedRecord(record, change);
  } catch (error) {
    if (error instanceof BrokenStreamError) return null;
    throw error;
  }
}
