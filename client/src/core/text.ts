// Merging of texts: edits as lists of splices in code points, carried over one another (operational transformation).
// The same algorithm as server/raakvlak/canvas/text.py, bound to it by tests/vectors/transform.json.

import type { Splice } from "../generated/protocol";

/** Ascending splices that neither overlap nor touch, each doing something, counted in the text before the edit. */
export type Edit = readonly Splice[];

const NOT_BASIC = /[\ud800-\udfff]/;
const LONE_SURROGATES = /\p{Surrogate}/gu;

export const removed = (splice: Splice): number => splice.remove ?? 0;
export const inserted = (splice: Splice): string => splice.insert ?? "";

/** How many code points the text has. */
export function pointsIn(text: string): number {
  if (!NOT_BASIC.test(text)) return text.length;
  let points = 0;
  for (const _ of text) points += 1;
  return points;
}

/** The text with each half of a broken pair replaced, so that every machine reads the same. */
export function wellFormed(text: string): string {
  return text.replace(LONE_SURROGATES, "\ufffd");
}

/** Part of a text by code points, to the end if `to` is absent. */
export function slicePoints(text: string, from: number, to?: number): string {
  if (!NOT_BASIC.test(text)) return text.slice(from, to);
  return Array.from(text).slice(from, to).join("");
}

/** Whether the text is long enough for the edit. */
export function fits(text: string, edit: Edit): boolean {
  const last = edit.at(-1);
  return last === undefined || last.at + removed(last) <= pointsIn(text);
}

/** The text after the edit. Throws RangeError when the text is too short for it. */
export function applyEdit(text: string, edit: Edit): string {
  const points = NOT_BASIC.test(text) ? Array.from(text) : null;
  const length = points ? points.length : text.length;
  const slice = (from: number, to?: number) => (points ? points.slice(from, to).join("") : text.slice(from, to));
  let result = "";
  let keptFrom = 0;
  for (const splice of edit) {
    const end = splice.at + removed(splice);
    if (end > length) throw new RangeError(`expected an edit within ${length} code points, but it ends at ${end}`);
    result += slice(keptFrom, splice.at) + inserted(splice);
    keptFrom = end;
  }
  return result + slice(keptFrom);
}

/** The edit that gives `text` back when it is applied after `edit`. */
export function inverse(text: string, edit: Edit): Edit {
  let shift = 0;
  return edit.map((splice) => {
    const end = splice.at + removed(splice);
    const back = spliceOf(splice.at + shift, pointsIn(inserted(splice)), slicePoints(text, splice.at, end));
    shift += pointsIn(inserted(splice)) - removed(splice);
    return back;
  });
}

/**
 * `edit` for the text that `over` leaves behind; both were made for the same text.
 *
 * What both remove is removed once. Where both insert at the same place, `edit`'s comes left if `first`. What was
 * inserted inside a range that the other removed stays, after what the other put there. For any two edits
 * apply(apply(t, a), transform(b, a, !f)) is apply(apply(t, b), transform(a, b, f)) (the property TP1 of Ressel,
 * Nitsche-Ruhland and Gunzenhäuser, 1996).
 */
export function transform(edit: Edit, over: Edit, first: boolean): Edit {
  const result: Splice[] = [];
  for (const splice of edit) {
    if (splice.insert) result.push({ at: carriedPlace(splice.at, over, first), insert: splice.insert });
    for (const [start, end] of surviving(splice.at, splice.at + removed(splice), over)) {
      result.push({ at: carriedPlace(start, over, false), remove: end - start });
    }
  }
  return joined(result);
}

/** Where the gap before code point `place` is after `over`; `first`: left of an insertion at that very gap. */
export function carriedPlace(place: number, over: Edit, first: boolean): number {
  let shift = 0;
  for (const splice of over) {
    if (place < splice.at || (place === splice.at && first)) break;
    const grown = pointsIn(inserted(splice));
    if (place < splice.at + removed(splice)) return splice.at + shift + grown;
    shift += grown - removed(splice);
  }
  return place + shift;
}

/** One edit that does what `first` and, on the text it leaves, `then` do. */
export function compose(first: Edit, then: Edit): Edit {
  const result: Splice[] = [];
  const source = new Source(first, result);
  for (const splice of then) {
    source.keepUntil(splice.at);
    result.push({ at: source.base, insert: inserted(splice) });
    source.drop(removed(splice));
  }
  source.keepUntil(Number.POSITIVE_INFINITY);
  return joined(result);
}

/** Walks over the text that an edit leaves, telling `result` what the edit did on the way. */
class Source {
  /** Where we are in the text before the edit. */
  base = 0;
  /** The same place in the text after it. */
  #middle = 0;
  #next = 0;
  /** What is left of the insertion that we stand in. */
  #open: string[] = [];
  readonly #edit: Edit;
  readonly #result: Splice[];

  constructor(edit: Edit, result: Splice[]) {
    this.#edit = edit;
    this.#result = result;
  }

  /** Go on to a place in the text after the edit, and past what the edit removed or inserted right there. */
  keepUntil(target: number): void {
    for (;;) {
      const splice = this.#edit[this.#next];
      if (this.#open.length > 0) {
        if (this.#middle >= target) return;
        const taken = this.#open.splice(0, target - this.#middle);
        this.#result.push({ at: this.base, insert: taken.join("") });
        this.#middle += taken.length;
      } else if (splice?.at === this.base) {
        this.#enter(splice);
      } else if (splice && splice.at - this.base <= target - this.#middle) {
        this.#middle += splice.at - this.base;
        this.base = splice.at;
      } else {
        if (target !== Number.POSITIVE_INFINITY) {
          this.base += target - this.#middle;
          this.#middle = target;
        }
        return;
      }
    }
  }

  /** Remove so many code points of the text after the edit. */
  drop(count: number): void {
    let left = count;
    while (left > 0) {
      const splice = this.#edit[this.#next];
      let gone: number;
      if (this.#open.length > 0) {
        gone = this.#open.splice(0, left).length;
      } else if (splice?.at === this.base) {
        this.#enter(splice);
        continue;
      } else {
        gone = splice ? Math.min(left, splice.at - this.base) : left;
        this.#result.push({ at: this.base, remove: gone });
        this.base += gone;
      }
      left -= gone;
      this.#middle += gone;
    }
  }

  #enter(splice: Splice): void {
    this.#next += 1;
    this.#result.push({ at: this.base, remove: removed(splice) });
    this.base += removed(splice);
    this.#open = Array.from(inserted(splice));
  }
}

/**
 * The smallest single splice that turns one text into the other, none if they are equal. Where it could be at several
 * places (one more of equal letters), `caret`, the code points before the caret afterwards, tells which.
 */
export function diff(before: string, after: string, caret?: number): Edit {
  if (before === after) return [];
  const [old, now] = [Array.from(before), Array.from(after)];
  const shorter = Math.min(old.length, now.length);
  let head = 0;
  while (head < shorter && old[head] === now[head]) head += 1;
  let tail = 0;
  while (tail < shorter && old[old.length - 1 - tail] === now[now.length - 1 - tail]) tail += 1;
  const free = Math.max(0, head + tail - shorter);
  if (free > 0 && caret !== undefined) {
    const wanted = caret - Math.max(0, now.length - old.length);
    head = Math.min(Math.max(wanted, head - free), head);
  }
  tail = Math.min(tail, shorter - head);
  return [spliceOf(head, old.length - tail - head, now.slice(head, now.length - tail).join(""))];
}

/** All that the edit inserts. */
export function insertedText(edit: Edit): string {
  return edit.map(inserted).join("");
}

/** A splice as it goes on the wire: without fields that say nothing. */
function spliceOf(at: number, remove: number, insert: string): Splice {
  return { at, ...(remove ? { remove } : {}), ...(insert ? { insert } : {}) };
}

/** The parts of start..end that `over` does not remove, cut where it inserts. */
function* surviving(start: number, end: number, over: Edit): Generator<[number, number]> {
  let from = start;
  for (const splice of over) {
    if (splice.at >= end) break;
    if (splice.at > from) yield [from, splice.at];
    from = Math.max(from, splice.at + removed(splice));
  }
  if (from < end) yield [from, end];
}

/** Ascending splices in normal form: those that touch become one, those that do nothing go. */
function joined(splices: readonly Splice[]): Edit {
  const result: Splice[] = [];
  for (const splice of splices) {
    if (!splice.remove && !splice.insert) continue;
    const last = result.at(-1);
    if (last && last.at + removed(last) === splice.at) {
      const together = spliceOf(last.at, removed(last) + removed(splice), inserted(last) + inserted(splice));
      result[result.length - 1] = together;
    } else {
      result.push(spliceOf(splice.at, removed(splice), inserted(splice)));
    }
  }
  return result;
}
