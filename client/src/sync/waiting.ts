// My intents of one stream that wait to be saved, in the order I made them, and how they are carried along while
// events come. Pure. Text edits wait one over the other, over the confirmed text: what others do to a text is carried
// over them, and they over it.

import { touched } from "../core/predict";
import { textOf } from "../core/state";
import { applyEdit, type Edit, fits, insertedText, inverse, removed, transform } from "../core/text";
import type { Event, Intent } from "../generated/protocol";

/** One intent that waits. */
export interface Pending {
  readonly writer: string;
  readonly n: number;
  /** What is asked for; a text edit in its present form: over the confirmed text and all that waits before it. */
  intent: Intent;
  /** Its place among what waits. */
  readonly order: number;
  /** The records it touches. */
  readonly ids: readonly string[];
  /** The stream's heights when it was proposed, to predict where a new item stands. */
  readonly top: number;
  readonly bottom: number;
  /** Sent on the present connection. */
  sent: boolean;
  /** More typing may still be added to it; not sent yet. */
  open: boolean;
}

/** An edit of a text as it lands on what I see. */
export interface Landed {
  id: string;
  edit: Edit;
}

/** What an event did to what waits. */
export interface Passed {
  /** The one that the event answers. */
  settled: Pending | null;
  /** Those that were not saved (as they are), since a later one of the same writer was; in their form until then. */
  overtaken: Pending[];
  /** What it did to texts beyond what I had predicted. */
  landed: Landed[];
}

/** The confirmed text of a record before the event, undefined where that is not known (then lengths must do). */
export type ConfirmedText = (id: string) => string | undefined;

/** `me`: who asks; some of what they change is known by them. */
export function pendingOf(from: Omit<Pending, "ids" | "sent" | "open">, me = ""): Pending {
  const { writer, n, intent, order, top, bottom } = from;
  return { writer, n, intent, order, top, bottom, ids: touched(intent, me), sent: false, open: false };
}

/** Whether `text` edits of one writer stand left of another's at the same place. What is undone counts as nobody's. */
function tieWriter(event: Event): string {
  return event.undone ? "" : event.intent.writer;
}

/** The edit of this record's text that the intent asks for, if it is one. */
export function editOf(pending: Pending, id: string): Edit | null {
  return pending.intent.type === "text.edit" && pending.intent.id === id ? pending.intent.edit : null;
}

/** Let an event pass the list: removes what it answers, and carries the text edits over it. */
export function pass(list: Pending[], event: Event, confirmed: ConfirmedText): Passed {
  const { writer, n } = event.intent;
  const passed: Passed = { settled: null, overtaken: [], landed: [] };
  for (const pending of list.filter((each) => each.writer === writer && each.n < n)) {
    passed.overtaken.push({ ...pending });
    passed.landed.push(...withdraw(list, pending, confirmed));
  }
  const settled = list.find((each) => each.writer === writer && each.n === n) ?? null;
  passed.settled = settled;
  const spliced = new Map<string, Edit>();
  for (const change of event.changes) if (change.do === "splice") spliced.set(change.id, change.edit);
  const mine = settled?.intent.type === "text.edit" ? settled.intent : null;
  if (settled && mine) {
    const stored = spliced.get(mine.id) ?? [];
    if (sameEdit(stored, mine.edit)) {
      spliced.delete(mine.id);
    } else {
      // After a refusal of what it was made over, or when another page sent an earlier form of it: the history is right.
      if (insertedText(stored) !== insertedText(mine.edit)) passed.overtaken.push({ ...settled });
      passed.landed.push(...withdraw(list, settled, confirmed));
    }
  }
  if (settled) remove(list, settled);
  for (const [id, edit] of spliced) {
    // Another page of mine may have sent what this page's list was made over: those lie under it already.
    const own = !mine && !event.undone ? writer : null;
    const over = list.filter((each) => each.writer !== own);
    passed.landed.push(...carryOver(over, id, edit, tieWriter(event)));
  }
  return passed;
}

/** Take one out of the list; what was made over it is rebased. Gives what that does to the text I see. */
export function withdraw(list: Pending[], pending: Pending, confirmed: ConfirmedText): Landed[] {
  const index = list.indexOf(pending);
  if (index < 0) return [];
  list.splice(index, 1);
  if (pending.intent.type !== "text.edit") return [];
  const { id, edit } = pending.intent;
  const before = textOver(list.slice(0, index), id, confirmed(id));
  const end = edit.at(-1);
  const known = before !== undefined && fits(before, edit);
  const text = known ? before : "\u25af".repeat(end ? end.at + removed(end) : 0);
  return carryOver(list.slice(index), id, inverse(text, edit), "");
}

/** The text with the waiting edits over it; what does not fit is left out. */
function textOver(list: readonly Pending[], id: string, confirmed: string | undefined): string | undefined {
  let text = confirmed;
  for (const pending of list) {
    if (pending.intent.type === "item.create") {
      const item = pending.intent.items.find((each) => each.id === id);
      text ??= textOf(item);
    }
    const edit = editOf(pending, id);
    if (edit && text !== undefined && fits(text, edit)) text = applyEdit(text, edit);
  }
  return text;
}

function remove(list: Pending[], pending: Pending): void {
  const index = list.indexOf(pending);
  if (index >= 0) list.splice(index, 1);
}

/** Carry the list's edits of a text over another's edit and that one over them; gives it as it lands on top. */
export function carryOver(list: readonly Pending[], id: string, edit: Edit, writer: string): Landed[] {
  let other = edit;
  for (const pending of list) {
    const mine = editOf(pending, id);
    if (mine === null || pending.intent.type !== "text.edit") continue;
    const carried = transform(mine, other, pending.writer < writer);
    other = transform(other, mine, writer < pending.writer);
    pending.intent = { ...pending.intent, edit: carried };
  }
  return other.length > 0 ? [{ id, edit: other }] : [];
}

function sameEdit(a: Edit, b: Edit): boolean {
  return (
    a.length === b.length &&
    a.every((splice, index) => {
      const other = b[index];
      return (
        other !== undefined &&
        splice.at === other.at &&
        removed(splice) === removed(other) &&
        (splice.insert ?? "") === (other.insert ?? "")
      );
    })
  );
}
