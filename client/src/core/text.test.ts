// Merging of texts: the same as the server's, and convergent for any two edits.

import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { Dice } from "../../tests/dice";
import type { Splice } from "../generated/protocol";
import { applyEdit, compose, diff, type Edit, inverse, pointsIn, transform, wellFormed } from "./text";

interface TextCase {
  text: string;
  a: Splice[];
  b: Splice[];
  aFirst: boolean;
  afterA: string;
  aOverB: Splice[];
  bOverA: Splice[];
  merged: string;
  then: Splice[];
  aThen: Splice[];
  inverseOfA: Splice[];
}

const vectors = new URL("../../../tests/vectors/transform.json", import.meta.url);
const cases = (JSON.parse(readFileSync(vectors, "utf8")) as { cases: TextCase[] }).cases;

describe("what the server gives, the client gives", () => {
  it("[TEXT-161] has cases to be held to", () => {
    expect(cases.length).toBeGreaterThan(100);
  });

  it.each(cases.map((one, number) => [number, one] as const))("[TEXT-161] case %i", (_, one) => {
    expect(applyEdit(one.text, one.a)).toBe(one.afterA);
    expect(transform(one.a, one.b, one.aFirst)).toEqual(one.aOverB);
    expect(transform(one.b, one.a, !one.aFirst)).toEqual(one.bOverA);
    expect(applyEdit(one.afterA, one.bOverA)).toBe(one.merged);
    expect(compose(one.a, one.then)).toEqual(one.aThen);
    expect(inverse(one.text, one.a)).toEqual(one.inverseOfA);
  });
});

describe("any two edits", () => {
  it("[TEXT-162] give the same text in either order", () => {
    for (let seed = 1; seed <= 3_000; seed += 1) {
      const dice = new Dice(seed);
      const text = dice.text(14);
      const [a, b] = [dice.edit(text), dice.edit(text)];
      const first = dice.below(2) === 0;
      const one = applyEdit(applyEdit(text, a), transform(b, a, !first));
      const other = applyEdit(applyEdit(text, b), transform(a, b, first));
      expect(one, `seed ${seed}`).toBe(other);
    }
  });

  it("[TEXT-162] lose no inserted letter", () => {
    for (let seed = 1; seed <= 500; seed += 1) {
      const dice = new Dice(seed);
      const text = dice.text(10);
      const [a, b]: [Edit, Edit] = [dice.edit(text), dice.edit(text)];
      const count = (edit: Edit) => edit.reduce((sum, splice) => sum + pointsIn(splice.insert ?? ""), 0);
      expect(count(transform(a, b, true)), `seed ${seed}`).toBe(count(a));
    }
  });
});

describe("composing and taking back", () => {
  it("[TEXT-163] does at once what two edits do one after another, and back", () => {
    for (let seed = 1; seed <= 2_000; seed += 1) {
      const dice = new Dice(seed);
      const text = dice.text(14);
      const a = dice.edit(text);
      const middle = applyEdit(text, a);
      const b = dice.edit(middle);
      const after = applyEdit(middle, b);
      expect(applyEdit(text, compose(a, b)), `seed ${seed}`).toBe(after);
      expect(applyEdit(after, inverse(middle, b)), `seed ${seed}`).toBe(middle);
    }
  });
});

describe("the difference of two texts", () => {
  it("[TEXT-164] is one splice that makes the one into the other", () => {
    for (let seed = 1; seed <= 1_000; seed += 1) {
      const dice = new Dice(seed);
      const [before, after] = [dice.text(12), dice.text(12)];
      const caret = dice.below(3) === 0 ? undefined : dice.below(14);
      const edit = diff(before, after, caret);
      expect(edit.length, `seed ${seed}`).toBe(before === after ? 0 : 1);
      expect(applyEdit(before, edit), `seed ${seed}`).toBe(after);
    }
  });

  it("[TEXT-164] is as small as it can be, in code points", () => {
    expect(diff("a😀b", "a😃b")).toEqual([{ at: 1, remove: 1, insert: "😃" }]);
    expect(diff("hello", "hello")).toEqual([]);
    expect(diff("abc", "ac")).toEqual([{ at: 1, remove: 1 }]);
    expect(diff("", "new")).toEqual([{ at: 0, insert: "new" }]);
  });

  it("[TEXT-164] stands where the caret is when equal letters leave a choice", () => {
    expect(diff("aaa", "aaaa", 1)).toEqual([{ at: 0, insert: "a" }]);
    expect(diff("aaa", "aaaa", 4)).toEqual([{ at: 3, insert: "a" }]);
    expect(diff("aaa", "aa", 1)).toEqual([{ at: 1, remove: 1 }]);
    expect(diff("abab", "ababab", 4)).toEqual([{ at: 2, insert: "ab" }]);
  });
});

describe("texts that are not what they should be", () => {
  it("[TEXT-165] an edit past the end is an error, not a guess", () => {
    expect(() => applyEdit("abc", [{ at: 2, remove: 2 }])).toThrow("within 3 code points, but it ends at 4");
  });

  it("[TEXT-165] half a pair is replaced", () => {
    expect(wellFormed("a\ud83db😀")).toBe("a\ufffdb😀");
  });
});
