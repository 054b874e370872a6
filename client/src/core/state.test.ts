// Folding events: the same as the server does, and nothing else.

import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import type { Change, Event, Sticky, Record as WorkshopRecord } from "../generated/protocol";
import { applyEvent, copyState, emptyState, stateOf } from "./state";

interface StreamVectors {
  events: Event[];
  records: WorkshopRecord[];
  writers: { [writer: string]: number };
}
interface ApplyVectors extends StreamVectors {
  own: StreamVectors;
}

const file = new URL("../../../tests/vectors/apply.json", import.meta.url);
const vectors = JSON.parse(readFileSync(file, "utf8")) as ApplyVectors;

const note: Sticky = {
  kind: "sticky",
  id: "a",
  canvas: "c",
  place: { frame: "f", u: 0, v: 0 },
  author: "x",
  z: 4,
  text: "é😀",
};

const event = (...changes: Change[]): Event => ({ at: 1, by: "x", intent: { writer: "x-1", n: 1 }, changes });

describe.each([
  ["the shared stream", vectors],
  ["a person's own stream", vectors.own],
] as const)("what the server makes of events of %s, the client makes of them", (_, { events, records, writers }) => {
  const state = emptyState();
  for (const each of events) applyEvent(state, each);

  it.each(records.map((record) => [record.id, record] as const))("[ORDER-120] %s", (id, record) => {
    expect(state.records.get(id)).toEqual(record);
  });

  it("[ORDER-120] no more records, and every writer's number", () => {
    expect([...state.records.keys()].sort()).toEqual(records.map(({ id }) => id).sort());
    expect(Object.fromEntries(state.writers)).toEqual(writers);
  });
});

describe("a fold", () => {
  it("[ORDER-121] tells which records changed", () => {
    const state = stateOf([note]);
    const changes: Change[] = [
      { do: "patch", id: "a", set: { z: 9 } },
      { do: "put", record: { ...note, id: "b" } },
    ];
    expect(applyEvent(state, event(...changes))).toEqual(["a", "b"]);
    expect(state.top).toBe(9);
  });

  it("[ORDER-122] leaves a copy made before as it was", () => {
    const state = stateOf([note]);
    const before = copyState(state);
    applyEvent(state, event({ do: "splice", id: "a", edit: [{ at: 2, insert: "!" }] }));
    expect(state.records.get("a")).toEqual({ ...note, text: "é😀!" });
    expect(before.records.get("a")).toEqual(note);
  });

  it.each([
    ["a record that is not there", { do: "patch", id: "b", set: { z: 1 } }, 'expected a record "b", but there is none'],
    [
      "a field that the record has not",
      { do: "patch", id: "a", set: { title: "t" } },
      'fields of a sticky for "a", but got title',
    ],
    ["an edit beyond the text", { do: "splice", id: "a", edit: [{ at: 2, remove: 1 }] }, 'within the text of "a"'],
  ] as [string, Change, string][])("[ORDER-123] is broken by %s", (_, change, sentence) => {
    expect(() => applyEvent(stateOf([note]), event(change))).toThrow(sentence);
  });
});
