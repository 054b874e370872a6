// What comes out of a clipboard as notes.

import { describe, expect, it } from "vitest";
import { fromHtml, fromPlain, gridOf, toHtml, toPlain } from "./pasted";

const texts = (text: string) => fromPlain(text).map((note) => note.text);

describe("a pasted text", () => {
  it("[UI-108] is one note a line that says something", () => {
    expect(texts("een\r\ntwee\n\n   \ndrie ")).toEqual(["een", "twee", "drie"]);
    expect(texts("  \n ")).toEqual([]);
  });

  it("[UI-108] loses the bullets of a list but no hyphen that belongs to a word", () => {
    expect(texts("• een\n- twee\n*\tdrie\n– vier\n-5 graden\n1. zes")).toEqual([
      "een",
      "twee",
      "drie",
      "vier",
      "-5 graden",
      "1. zes",
    ]);
  });

  it("[UI-108] takes a spreadsheet's cell with line breaks as one note", () => {
    expect(texts('gewoon\n"eerste regel\ntweede ""regel"""\nlaatste')).toEqual([
      "gewoon",
      'eerste regel\ntweede "regel"',
      "laatste",
    ]);
    expect(texts('"een citaat"\nnog "een" citaat')).toEqual(['"een citaat"', 'nog "een" citaat']);
  });

  it("[UI-108] columns side by side become one line", () => {
    expect(texts("a\tb\nc\td")).toEqual(["a b", "c d"]);
  });
});

describe("notes that travel through the clipboard", () => {
  const notes = [
    { text: 'Eén "plan" <b>&\nsamen', x: -100, y: 0, width: 188, height: 140 },
    { text: "Ook &quot;letterlijk&quot;", x: 100, y: 20, width: 284, height: 210 },
  ];

  it("[UI-109] come back as they were, sizes and places among them", () => {
    expect(fromHtml(toHtml(notes))).toEqual(notes);
    expect(fromHtml(`<html><body><!--StartFragment-->${toHtml(notes)}<!--EndFragment--></body></html>`)).toEqual(notes);
  });

  it("[UI-109] are plain lines for any other program", () => {
    expect(toPlain(notes)).toBe('Eén "plan" <b>& samen\nOok &quot;letterlijk&quot;');
  });

  it("[UI-109] are not taken from HTML that only looks like ours", () => {
    expect(fromHtml("<ul><li>een</li></ul>")).toBeNull();
    expect(fromHtml('<ul data-raakvlak-notes="{">')).toBeNull();
    expect(fromHtml('<ul data-raakvlak-notes="[{&quot;text&quot;:5}]">')).toBeNull();
    expect(fromHtml('<ul data-raakvlak-notes="[]">')).toBeNull();
  });

  it("[UI-109] lie in a block that holds them all", () => {
    for (const count of [1, 2, 7, 200]) {
      const { columns, rows } = gridOf(count);
      expect(columns * rows).toBeGreaterThanOrEqual(count);
      expect((rows - 1) * columns).toBeLessThan(count);
    }
  });
});
