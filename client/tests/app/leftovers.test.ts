import { describe, expect, it } from "vitest";
import { leftoversOf } from "../../src/app/workshop/taking-part/leftovers";
import type { Item, Step, Record as WorkshopRecord } from "../../src/generated/protocol";

const place = { frame: "f", u: 0.5, v: 0.5 };
const note = (id: string, fields: object = {}): Item =>
  ({ kind: "sticky", id, canvas: "c", place, text: "x", step: "s", public: `p-${id}`, ...fields }) as Item;
const score = (id: string, step = "s"): WorkshopRecord =>
  ({ kind: "score", id, canvas: "d", zone: "z", value: 3, step, public: `p-${id}` }) as WorkshopRecord;
const step = (id: string, anonymous: boolean): Step =>
  ({ kind: "step", id, mode: "write", minutes: 1, order: 0, anonymous }) as Step;
const no = () => false;

describe("what was not shown", () => {
  const steps = [step("s", false), step("t", true)];

  it("[UI-166] is offered to its author: notes with a text, tokens and scores, by canvas", () => {
    const token = note("k", { kind: "participant-token", person: "p", text: undefined });
    const own = [note("a"), token, score("b"), note("blank", { text: " \n" }), note("gone", { deleted: "p" })];
    const found = leftoversOf(own, steps, no, no, no);
    expect(found.named.map(({ id }) => id)).toEqual(["a", "k"]);
    expect(found.scores).toBe(1);
    expect(found.canvases).toEqual(["c", "d"]);
  });

  it("[UI-166] is not what was shown meanwhile, was kept, or lies in a zone that is private for good", () => {
    const own = [note("a"), note("b"), note("c"), score("d"), score("e")];
    const shown = (id: string) => id === "p-a" || id === "p-d";
    const kept = (id: string) => id === "b" || id === "e";
    const back = ({ id }: Item) => id === "c";
    expect(leftoversOf(own, steps, shown, kept, back)).toEqual({ named: [], nameless: [], scores: 0, canvases: [] });
  });

  it("[UI-166] cannot be shown by its author where it would tell who wrote it", () => {
    const own = [note("a", { step: "t" }), score("b", "t"), note("c", { step: null })];
    const found = leftoversOf(own, steps, no, no, no);
    expect(found.nameless.map(({ id }) => id)).toEqual(["a"]);
    expect(found.named.map(({ id }) => id)).toEqual(["c"]);
    expect(found.scores).toBe(0);
  });
});
