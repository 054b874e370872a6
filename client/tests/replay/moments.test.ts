import { describe, expect, it } from "vitest";
import { applyEvent, emptyState } from "../../src/core/state";
import type { Change, Event, Place, Record as WorkshopRecord } from "../../src/generated/protocol";
import { momentOf } from "../../src/replay/moments";
import { DUTCH, ENGLISH, type Words } from "../../src/words";

const place = { frame: "f", u: 0.5, v: 0.5 };
const records: WorkshopRecord[] = [
  { kind: "organisation", id: "o", name: "Vesta", mark: 3, order: 0 },
  { kind: "person", id: "p", name: "Kim", role: "participant", organisation: "o" },
  { kind: "sticky", id: "n", canvas: "c", place, author: "p", text: "Certainty" },
  { kind: "card", id: "c.card.k", canvas: "c", place, card: "k" },
  {
    ...{ kind: "canvas", id: "c", order: 0 },
    template: {
      zones: [{ id: "z", label: { nl: "Zone", en: "Zone" } }],
      cards: [{ id: "k", zone: "z", text: { nl: "Spreek", en: "Speak" } }],
      tones: [{ id: "good", label: { nl: "gaat goed", en: "goes well" }, sign: "plus" }],
    },
  } as unknown as WorkshopRecord,
  { kind: "partner-token", id: "c.partner.o", canvas: "c", place, author: "p", organisation: "o" },
];

function happened(by: string, changes: Change[], undone: Event["undone"] = null, w: Words = ENGLISH) {
  const state = emptyState();
  const before = { at: 1, by: "server", intent: { writer: "server-a", n: 1 } };
  applyEvent(state, { ...before, changes: records.map((record) => ({ do: "put", record })) });
  const event: Event = { at: 2, by, intent: { writer: `${by}-a`, n: 1 }, changes, undone };
  applyEvent(state, event);
  const zone = (canvas: string, { u }: Place) => (canvas !== "c" ? null : u < 0.6 ? "Shared interest" : "Outside");
  return momentOf(event, 7, state, w, zone);
}

const told = (by: string, ...changes: Change[]) => happened(by, changes);

describe("momentOf", () => {
  it("[REPLAY-7] says who moved what to where", () => {
    expect(told("p", { do: "patch", id: "n", set: { place } })).toMatchObject({
      index: 7,
      at: 2,
      who: "p",
      sentence: "Kim moved a note to Shared interest",
      about: "Certainty",
      item: "n",
      canvas: "c",
    });
  });

  it("[REPLAY-7] says what is done to cards, texts and arrows, and what is given to whom", () => {
    const put = (record: object) => ({ do: "put", record }) as Change;
    const common = { canvas: "c", place, author: "p" };
    const sentences = [
      told("p", { do: "patch", id: "c.card.k", set: { deleted: "p" } }),
      told("p", put({ kind: "card", id: "p.1", card: "k", ...common })),
      told("p", put({ kind: "label", id: "p.2", ...common })),
      told("p", put({ kind: "connector", id: "p.3", start: "n", end: "c.card.k", ...common })),
      told("p", put({ kind: "score", id: "s", canvas: "c", zone: "z.partners.1", value: 4, author: "p" })),
      told("p", put({ kind: "score", id: "s", canvas: "c", zone: "z", item: "c.card.k", scale: "checkbox", value: 3 })),
      told("p", put({ kind: "score", id: "s", canvas: "c", zone: "z", value: 1, scale: "smiley", group: true })),
      told("p", { do: "patch", id: "n", set: { tone: "good" } }),
      told("p", { do: "patch", id: "n", set: { tone: "" } }),
    ].map(({ sentence }) => sentence);
    expect(sentences).toEqual([
      "Kim deleted the card “Speak”",
      "Kim made a copy of the card “Speak”",
      "Kim made a text",
      "Kim drew an arrow from the note “Certainty” to the card “Speak”",
      "Kim gave 4 to “Zone”",
      "Kim gave a tick to “Speak”",
      "Kim noted a sad face for the group at “Zone”",
      "Kim marked a note as “goes well”",
      "Kim took the mark off a note",
    ]);
  });

  it("[REPLAY-7] says that the workshop began, or a canvas was added, whatever came with it", () => {
    const canvas = { kind: "canvas", id: "d", order: 1, template: {} };
    const step = { kind: "step", id: "s", mode: "write", minutes: 1, order: 0 };
    const card = { kind: "card", id: "d.card.k", canvas: "d", place, card: "k" };
    const workshop = { kind: "workshop", id: "workshop", title: "W", language: "nl" };
    const puts = (...made: object[]) => made.map((record) => ({ do: "put", record }) as Change);
    expect(told("p", ...puts(workshop, canvas, card, step)).sentence).toBe("The workshop began");
    expect(told("p", ...puts(canvas, card, step)).sentence).toBe("Kim added a canvas");
  });

  it("[REPLAY-7] tells writing, deleting, putting back, locking and resizing apart, and names the thing", () => {
    const sentences = [
      told("p", { do: "splice", id: "n", edit: [{ at: 0, insert: "x" }] }),
      told("p", { do: "patch", id: "n", set: { deleted: "p" } }),
      told("p", { do: "patch", id: "n", set: { deleted: null } }),
      told("p", { do: "patch", id: "n", set: { locked: "p" } }),
      told("p", { do: "patch", id: "n", set: { locked: null } }),
      told("p", { do: "patch", id: "n", set: { width: 200, height: 100 } }),
      told("p", { do: "patch", id: "c.partner.o", set: { deleted: "p" } }),
    ].map(({ sentence }) => sentence);
    expect(sentences).toEqual([
      "Kim wrote",
      "Kim deleted the note “Certainty”",
      "Kim put back the note “Certainty”",
      "Kim locked the note “Certainty”",
      "Kim unlocked the note “Certainty”",
      "Kim resized the note “Certainty”",
      "Kim deleted the token of Vesta",
    ]);
  });

  it("[REPLAY-7] names a long note by its first words, and does not say its text twice", () => {
    const text = "Everyone who moves house gets\none plain letter";
    records.push({ kind: "sticky", id: "long", canvas: "c", place, author: "p", text });
    const deleted = told("p", { do: "patch", id: "long", set: { deleted: "p" } });
    const moved = told("p", { do: "patch", id: "long", set: { place } });
    records.pop();
    expect(deleted).toMatchObject({ sentence: "Kim deleted the note “Everyone who moves house gets…”", about: null });
    expect(moved).toMatchObject({ sentence: "Kim moved a note to Shared interest", about: text });
  });

  it("[REPLAY-7] names a token by whose it is", () => {
    const own = { kind: "participant-token", id: "c.own.p", canvas: "c", place, author: "p", person: "p" } as const;
    const moved = { do: "patch", id: "c.partner.o", set: { place } } as const;
    expect(told("p", moved).sentence).toBe("Kim moved the token of Vesta to Shared interest");
    expect(told("p", { do: "put", record: own }).sentence).toBe("Kim placed the token of Kim");
    expect(happened("p", [moved], null, DUTCH).sentence).toBe("Kim schoof het fiche van Vesta naar Shared interest");
  });

  it("[REPLAY-7] counts what was made or moved together", () => {
    const note = (id: string): WorkshopRecord => ({ kind: "sticky", id, canvas: "c", place, author: "p" });
    const put = (id: string): Change => ({ do: "put", record: note(id) });
    const move = (id: string, u: number): Change => ({ do: "patch", id, set: { place: { frame: "f", u, v: 0 } } });
    expect(told("p", put("a"), put("b"), put("d")).sentence).toBe("Kim made 3 notes");
    expect(told("p", put("a")).sentence).toBe("Kim made a note");
    expect(told("p", move("n", 0.1), move("c.partner.o", 0.2)).sentence).toBe("Kim moved 2 things to Shared interest");
    expect(told("p", move("n", 0.1), move("c.partner.o", 0.9)).sentence).toBe("Kim moved 2 things");
  });

  it("[REPLAY-7] tells undoing and doing again apart", () => {
    const change: Change = { do: "patch", id: "n", set: { place } };
    expect(happened("p", [change], { seq: 1, redo: false }).sentence).toBe("Kim undid a change");
    expect(happened("p", [change], { seq: 1, redo: true }).sentence).toBe("Kim did again what was undone");
    expect(happened("p", [change], { seq: 1, redo: true }, DUTCH).sentence).toContain("Kim deed opnieuw");
  });

  it("[REPLAY-7] says of a new person that they joined, also when their organisation came with them", () => {
    const organisation: WorkshopRecord = { kind: "organisation", id: "q", name: "Linde", mark: 4, order: 1 };
    const person: WorkshopRecord = { kind: "person", id: "r", name: "Ro", role: "participant", organisation: "q" };
    const moment = told("server", { do: "put", record: organisation }, { do: "put", record: person });
    expect(moment).toMatchObject({ sentence: "Ro joined", who: "r", item: null, canvas: null });
  });
});
