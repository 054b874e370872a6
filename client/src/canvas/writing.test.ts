// Writing in a text in which others write too, and taking back only what one wrote oneself.

import { describe, expect, it } from "vitest";
import { Dice } from "../../tests/dice";
import { diff, type Edit } from "../core/text";
import { toPoints, toUnits, Writing } from "./writing";

const THEIRS = "①②③④⑤⑥";

/** Types letter by letter at the end, a key each 50 ms. */
function type(writing: Writing, letters: string, from = 0): void {
  [...letters].forEach((letter, index) => {
    const text = writing.text + letter;
    writing.typed(text, [...text].length, from + index * 50);
  });
}

describe("taking back in the editor", () => {
  it("[TEXT-101] takes back a run of typing at once, and a later run before it", () => {
    const writing = new Writing("Zorg");
    type(writing, " blijft");
    type(writing, " betaalbaar", 5_000);
    expect(writing.undo()).toBe(11);
    expect(writing.text).toBe("Zorg blijft");
    writing.undo();
    expect(writing.text).toBe("Zorg");
    expect(writing.undo()).toBeNull();
    writing.redo();
    writing.redo();
    expect(writing.text).toBe("Zorg blijft betaalbaar");
    expect(writing.redo()).toBeNull();
  });

  it("[TEXT-101] a new line and a pasted piece are taken back by themselves", () => {
    const writing = new Writing("");
    type(writing, "ab\ncd");
    writing.typed("ab\ncdPLAK", 9, 260);
    writing.undo();
    expect(writing.text).toBe("ab\ncd");
    writing.undo();
    expect(writing.text).toBe("ab\n");
    writing.undo();
    expect(writing.text).toBe("ab");
  });

  it("[TEXT-102] leaves what others wrote, wherever they wrote it", () => {
    const writing = new Writing("water");
    type(writing, " en zorg");
    writing.theirs([{ at: 0, insert: "Bodem, " }]);
    writing.theirs([{ at: 15, insert: "(!) " }]);
    expect(writing.text).toBe("Bodem, water en(!)  zorg");
    writing.undo();
    expect(writing.text).toBe("Bodem, water(!) ");
    writing.redo();
    expect(writing.text).toBe("Bodem, water en(!)  zorg");
  });

  it("[TEXT-102] does nothing where others deleted what one wrote", () => {
    const writing = new Writing("a");
    type(writing, "bc");
    writing.theirs([{ at: 1, remove: 2 }]);
    expect(writing.undo()).toBeNull();
    expect(writing.text).toBe("a");
  });

  it("[TEXT-102] for any edits of mine and theirs, taking all back leaves exactly theirs", () => {
    for (let seed = 1; seed <= 200; seed += 1) {
      const dice = new Dice(seed);
      const base = "Eerst bodem en water, dan 🌊 de stenen";
      const writing = new Writing(base);
      // Theirs come after mine each time, so that they are edits of the text with mine in it.
      let mineOnly = 0;
      for (let step = 0; step < 6; step += 1) {
        const points = [...writing.text];
        const at = dice.below(points.length + 1);
        if (dice.below(2) === 0) {
          points.splice(at, 0, String.fromCharCode(97 + step));
          writing.typed(points.join(""), at + 1, step * 5_000);
          mineOnly += 1;
        } else {
          writing.theirs([{ at, insert: THEIRS.charAt(step) }]);
        }
      }
      let undone = 0;
      while (writing.undo() !== null) undone += 1;
      expect(undone, `seed ${seed}`).toBe(mineOnly);
      expect(writing.text.replaceAll(/[①-⑥]/g, ""), `seed ${seed}`).toBe(base);
    }
  });
});

describe("typing while others type", () => {
  it("[TEXT-103] loses neither, and the caret stays behind what was typed", () => {
    const writing = new Writing("Zorg en water");
    const theirs: Edit = [{ at: 0, insert: "Samen: " }];
    const caret = writing.typedOver("Zorg, en water", 5, theirs, 0);
    expect(writing.text).toBe("Samen: Zorg, en water");
    expect(caret).toBe(12);
    writing.undo();
    expect(writing.text).toBe("Samen: Zorg en water");
  });

  it("[TEXT-103] holds for any two edits of the same text", () => {
    for (let seed = 1; seed <= 200; seed += 1) {
      const dice = new Dice(seed);
      const base = "abcdefghij";
      const change = (letters: string) => {
        const points = [...base];
        points.splice(dice.below(10), dice.below(3), ...letters);
        return points.join("");
      };
      const [mine, theirs] = [change("XY"), change("ÖÜ")];
      const writing = new Writing(base);
      writing.typedOver(mine, 0, diff(base, theirs), 0);
      expect(writing.text, `seed ${seed}`).toContain("XY");
      expect([...writing.text].filter((letter) => "ÖÜ".includes(letter)).length, `seed ${seed}`).toBe(2);
      writing.undo();
      expect(writing.text, `seed ${seed}`).not.toMatch(/[XY]/);
      expect([...writing.text].filter((letter) => "ÖÜ".includes(letter)).length, `seed ${seed}`).toBe(2);
    }
  });

  it("[TEXT-104] places are counted in code points, also behind an emoji", () => {
    const text = "a🌊b";
    expect(toPoints(text, 3)).toBe(2);
    expect(toUnits(text, 2)).toBe(3);
    expect(toUnits(text, 3)).toBe(4);
  });
});
