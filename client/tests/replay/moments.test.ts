import { describe, expect, it } from "vitest";
import { applyEvent, emptyState } from "../../src/core/state";
import type { Change, Event, Record as WorkshopRecord } from "../../src/generated/protocol";
import { momentOf } from "../../src/replay/moments";
import { ENGLISH } from "../../src/words";

const place = { frame: "f", u: 0.5, v: 0.5 };
const records: WorkshopRecord[] = [
  { kind: "organisation", id: "o", name: "Vesta", mark: 3, order: 0 },
  { kind: "person", id: "p", name: "Kim", role: "participant", organisation: "o" },
  { kind: "sticky", id: "n", canvas: "c", place, author: "p", text: "Certainty" },
  { kind: "partner-token", id: "c.partner.o", canvas: "c", place, author: "p", organisation: "o" },
];

function told(by: string, ...changes: Change[]) {
  const state = emptyState();
  const before = { at: 1, by: "server", intent: { writer: "server-a", n: 1 } };
  applyEvent(state, { ...before, changes: records.map((record) => ({ do: "put", record })) });
  const event: Event = { at: 2, by, intent: { writer: `${by}-a`, n: 1 }, changes };
  applyEvent(state, event);
  return momentOf(event, 7, state, ENGLISH, (canvas) => (canvas === "c" ? "Shared interest" : null));
}

describe("momentOf", () => {
  it("[REPLAY-7] says who moved what to where", () => {
    expect(told("p", { do: "patch", id: "n", set: { place } })).toMatchObject({
      index: 7,
      at: 2,
      who: "p",
      sentence: "Kim moved to Shared interest",
      about: "Certainty",
      item: "n",
      canvas: "c",
    });
  });

  it("[REPLAY-7] tells writing, deleting, putting back and locking apart", () => {
    const sentences = [
      told("p", { do: "splice", id: "n", edit: [{ at: 0, insert: "x" }] }),
      told("p", { do: "patch", id: "n", set: { deleted: "p" } }),
      told("p", { do: "patch", id: "n", set: { deleted: null } }),
      told("p", { do: "patch", id: "n", set: { locked: "p" } }),
    ].map(({ sentence }) => sentence);
    expect(sentences).toEqual(["Kim wrote", "Kim deleted", "Kim put back", "Kim locked"]);
  });

  it("[REPLAY-7] names a token by its organisation", () => {
    expect(told("p", { do: "patch", id: "c.partner.o", set: { place } }).about).toBe("Vesta");
  });

  it("[REPLAY-7] says of a new person that they joined, also when their organisation came with them", () => {
    const organisation: WorkshopRecord = { kind: "organisation", id: "q", name: "Linde", mark: 4, order: 1 };
    const person: WorkshopRecord = { kind: "person", id: "r", name: "Ro", role: "participant", organisation: "q" };
    const moment = told("server", { do: "put", record: organisation }, { do: "put", record: person });
    expect(moment).toMatchObject({ sentence: "Ro joined", who: "r", item: null, canvas: null });
  });
});
