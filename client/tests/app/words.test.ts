import { describe, expect, it } from "vitest";
import { preferredLanguage } from "../../src/app/settings";
import { DUTCH, ENGLISH } from "../../src/words";
import { app, REFUSALS } from "../../src/words/app";
import { console } from "../../src/words/console";
import { replay } from "../../src/words/replay";
import { start } from "../../src/words/start";
import { takingPart } from "../../src/words/taking-part";
import { workshop } from "../../src/words/workshop";

const filled = (word: unknown): string => (typeof word === "function" ? String(word("Noor", 2, "x")) : String(word));

describe("words", () => {
  it("[UI-2] has every word in both languages, none of them empty", () => {
    expect(Object.keys(DUTCH)).toEqual(Object.keys(ENGLISH));
    for (const [key, word] of [...Object.entries(DUTCH), ...Object.entries(ENGLISH)]) {
      expect(filled(word).trim(), key).not.toBe("");
    }
  });

  it("[UI-2] has one meaning for every name, whichever list it stands in", () => {
    const names = [app, start, workshop, replay, console, takingPart].flatMap((list) => Object.keys(list));
    expect(names.filter((name, at) => names.indexOf(name) !== at)).toEqual([]);
  });

  it("[UI-2] uses no exclamation marks and never 'undefined'", () => {
    for (const word of [...Object.values(DUTCH), ...Object.values(ENGLISH)]) {
      expect(filled(word)).not.toMatch(/!|undefined/);
    }
  });

  it("[UI-2] has a sentence for every refusal, with and without a name", () => {
    for (const [code, sentences] of Object.entries(REFUSALS)) {
      for (const sentence of [sentences.nl("Noor"), sentences.nl(null), sentences.en("Noor"), sentences.en(null)]) {
        expect(sentence, code).toMatch(/^[A-Z].*\.$/);
      }
    }
  });

  it("[UI-2] says the state of saving as the look has it", () => {
    expect([DUTCH.saved, DUTCH.waiting(3), DUTCH.waiting(1), DUTCH.reconnecting]).toEqual([
      "Opgeslagen",
      "3 wijzigingen wachten",
      "1 wijziging wacht",
      "Verbinden…",
    ]);
    expect([ENGLISH.saved, ENGLISH.waiting(3), ENGLISH.reconnecting]).toEqual([
      "Saved",
      "3 changes waiting",
      "Reconnecting…",
    ]);
  });

  it("[UI-3] begins in the language that the browser's owner reads, in Dutch when that is neither", () => {
    expect(preferredLanguage(["fr-BE", "en-GB", "nl"])).toBe("en");
    expect(preferredLanguage(["nl-BE", "en"])).toBe("nl");
    expect(preferredLanguage(["fr"])).toBe("nl");
    expect(preferredLanguage([])).toBe("nl");
  });
});
