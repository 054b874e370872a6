import { afterEach, describe, expect, it } from "vitest";
import type { TemplateCard } from "../../generated/protocol";
import { MAX_TEMPLATE } from "../../generated/protocol";
import { ENGLISH } from "../../words";
import { newDraft } from "./draft";
import { type Own, readOwn, withOwn } from "./own";

const own = (id: string, content: string): Own => ({
  card: { id, title: { nl: id, en: id }, minutes: 5 } as TemplateCard,
  pictures: [],
  content,
});

const before = globalThis.fetch;
afterEach(() => {
  globalThis.fetch = before;
});

/** Answers every request with this; the bodies that were sent. */
function server(status: number, answer: unknown): unknown[] {
  const sent: unknown[] = [];
  globalThis.fetch = async (_path, init) => {
    sent.push(JSON.parse(String(init?.body)));
    return new Response(JSON.stringify(answer), { status });
  };
  return sent;
}

describe("[TPL-30] A template of one's own is read from its file", () => {
  it("passes with what the server says of it", async () => {
    const { card, pictures } = own("mine", "");
    const sent = server(200, { card, pictures, faults: [] });
    const outcome = await readOwn(new File(["{é}"], "mine.json"), "sesame", ENGLISH);
    expect(outcome).toEqual({ own: { card, pictures, content: "{é}" } });
    expect(sent).toEqual([{ content: "{é}", code: "sesame" }]);
  });

  it("is refused with its faults by line and field", async () => {
    const faults = [{ line: 3, field: "title", said: { nl: "fout", en: "wrong" } }];
    server(200, { card: null, pictures: [], faults });
    const outcome = await readOwn(new File(["{}"], "mine.json"), "", ENGLISH);
    const sentence = "mine.json: 1 fault. Mend the file and add it again.";
    expect(outcome).toEqual({ refused: { file: "mine.json", faults, sentence } });
  });

  it("is refused without asking when it is too large or no text", async () => {
    const sent = server(200, {});
    const large = await readOwn(new File(["x".repeat(MAX_TEMPLATE + 1)], "large.json"), "", ENGLISH);
    expect(large).toMatchObject({ refused: { sentence: "The file is too large: at most 256 KB." } });
    const bytes = await readOwn(new File([new Uint8Array([0xff, 0xfe, 0x7b])], "odd.json"), "", ENGLISH);
    expect(bytes).toMatchObject({ refused: { sentence: ENGLISH.canvasNoText } });
    expect(sent).toEqual([]);
  });

  it("is refused in words when it could not be checked", async () => {
    server(403, { error: "wrong-code", message: "expected the code" });
    const outcome = await readOwn(new File(["{}"], "mine.json"), "wrong", ENGLISH);
    expect(outcome).toMatchObject({ refused: { faults: [], sentence: ENGLISH.badCode } });
  });
});

describe("[TPL-31] Templates of one's own go along with the workshop", () => {
  it("has the newest version of each", () => {
    const all = withOwn(withOwn(withOwn([], own("a", "1")), own("b", "1")), own("a", "2"));
    expect(all.map((each) => each.content)).toEqual(["1", "2"]);
  });

  it("sends those that are chosen", () => {
    const draft = newDraft();
    draft.addOwn(own("a", "A"));
    draft.addOwn(own("b", "B"));
    draft.addOwn(own("c", "C"));
    draft.toggle("b");
    draft.removeOwn("c");
    expect(draft.asked()).toMatchObject({ templates: ["a"], own: ["A"] });
    draft.toggle("a");
    expect(draft.asked()).not.toHaveProperty("own");
  });
});
