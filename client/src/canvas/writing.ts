// One person's writing in a text that others may be writing in too: what they typed, and taking back only that. Pure.
// Places and lengths are code points. Undo here ends with the editor; afterwards the workshop's own undo takes over.

import {
  applyEdit,
  carriedPlace,
  compose,
  diff,
  type Edit,
  inverse,
  pointsIn,
  slicePoints,
  transform,
} from "../core/text";

/** Typing that pauses longer than this (ms) is taken back apart. */
const PAUSE = 800;

interface Taken {
  /** Takes the typing back. */
  edit: Edit;
  /** When it was typed; null for what is never joined with what comes after. */
  at: number | null;
}

export class Writing {
  /** The text as this person sees it. */
  text: string;
  #undo: Taken[] = [];
  #redo: Edit[] = [];

  constructor(text: string) {
    this.text = text;
  }

  /** The person changed the text into `after`, the caret being there then. */
  typed(after: string, caret: number, now: number): void {
    const edit = diff(this.text, after, caret);
    if (edit.length === 0) return;
    this.#record(inverse(this.text, edit), breaks(edit) ? null : now, now);
    this.text = after;
    this.#redo = [];
  }

  /**
   * The person changed the text into `after` while others' edit `theirs` reached the same text; gives the text with
   * both, and where the caret is in it.
   */
  typedOver(after: string, caret: number, theirs: Edit, now: number): number {
    const mine = diff(this.text, after, caret);
    const over = transform(theirs, mine, true);
    const carried = transform(mine, theirs, false);
    this.theirs(theirs);
    this.typed(applyEdit(this.text, carried), carriedPlace(caret, over, true), now);
    return carriedPlace(caret, over, true);
  }

  /** Others edited the text. */
  theirs(edit: Edit): void {
    this.text = applyEdit(this.text, edit);
    this.#undo = carried(
      this.#undo,
      (each) => each.edit,
      (each, to) => ({ ...each, edit: to }),
      edit,
    );
    this.#redo = carried(
      this.#redo,
      (each) => each,
      (_, to) => to,
      edit,
    );
  }

  /** Takes back the last typing; gives the caret's place, null if there is nothing. */
  undo(): number | null {
    const last = this.#undo.pop();
    if (!last) return null;
    this.#redo.push(inverse(this.text, last.edit));
    return this.#apply(last.edit);
  }

  redo(): number | null {
    const edit = this.#redo.pop();
    if (!edit) return null;
    this.#undo.push({ edit: inverse(this.text, edit), at: null });
    return this.#apply(edit);
  }

  #apply(edit: Edit): number {
    this.text = applyEdit(this.text, edit);
    const last = edit.at(-1);
    return last ? carriedPlace(last.at + (last.remove ?? 0), edit, false) : pointsIn(this.text);
  }

  #record(back: Edit, at: number | null, now: number): void {
    const last = this.#undo.at(-1);
    if (at !== null && last?.at !== null && last !== undefined && now - last.at < PAUSE) {
      last.edit = compose(back, last.edit);
      last.at = at;
    } else {
      this.#undo.push({ edit: back, at });
    }
  }
}

/** Whether this is more than a key: a new line, or a piece put in or taken out at once. */
function breaks(edit: Edit): boolean {
  const [splice] = edit;
  if (edit.length !== 1 || !splice) return true;
  const inserted = splice.insert ?? "";
  return inserted.includes("\n") || pointsIn(inserted) > 1 || (splice.remove ?? 0) > 1;
}

/** Edits of which the last applies to the text now, each earlier one to what the one after it leaves; carried over `by`. */
function carried<T>(all: readonly T[], get: (each: T) => Edit, set: (each: T, edit: Edit) => T, by: Edit): T[] {
  const result: T[] = [];
  let over = by;
  for (const each of [...all].reverse()) {
    const edit = get(each);
    const to = transform(edit, over, false);
    over = transform(over, edit, true);
    if (to.length > 0) result.push(set(each, to));
  }
  return result.reverse();
}

/** Code points before a place in UTF-16 units, as browsers count, and back. */
export const toPoints = (text: string, units: number): number => pointsIn(text.slice(0, units));
export const toUnits = (text: string, points: number): number => slicePoints(text, 0, points).length;
