// What events amount to is the same as on the server, by the vectors that both are held to.

import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import type { Event, Record as WorkshopRecord } from "../generated/protocol";
import { applyEvent, BrokenStreamError, emptyState } from "./state";

interface Vectors {
  events: Event[];
  records: WorkshopRecord[];
  writers: Record<string, number>;
}

const vectors: Vectors = JSON.parse(
  readFileSync(new URL("../../../tests/vectors/apply.json", import.meta.url), "utf-8"),
);

/** What is absent and what is null mean the same: the server leaves out what has its default. */
const told = (records: Iterable<WorkshopRecord>): unknown =>
  JSON.parse(JSON.stringify([...records], (_, value) => value ?? undefined));

test("[STATE-1] events amount to the same records and counters as on the server", () => {
  const state = emptyState();
  for (const event of vectors.events) applyEvent(state, event);
  expect(told(state.records.values())).toEqual(told(vectors.records));
  expect(Object.fromEntries(state.writers)).toEqual(vectors.writers);
});

test("[STATE-3] a patch of a record that is not there is a broken stream", () => {
  const first = vectors.events[0];
  if (!first) throw new Error("expected events");
  const event: Event = { ...first, changes: [{ do: "patch", id: "nobody", set: { name: "x" } }] };
  expect(() => applyEvent(emptyState(), event)).toThrow(BrokenStreamError);
});
