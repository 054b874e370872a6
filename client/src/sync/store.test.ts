// What waits outlives the page, and a browser without storage costs nothing but that.

import { IDBFactory } from "fake-indexeddb";
import "fake-indexeddb/auto";
import { expect, it } from "vitest";
import type { StoredIntent } from "./restore";
import { Store } from "./store";

const intent = (n: number, more: Partial<StoredIntent> = {}): StoredIntent => ({
  stream: "shared",
  writer: "p1-a",
  n,
  intent: { type: "undo" },
  seen: { seq: 4, token: "t" },
  page: "p1-a",
  order: n,
  ...more,
});

const bare = (stored: StoredIntent[]) => stored.map(({ stream, writer, n }) => `${stream} ${writer} ${n}`);

it("[SAVE-110] what waits is there for the next page of the same person, and nobody else", async () => {
  const factory = new IDBFactory();
  await new Store("w1", "p1", factory).write([intent(1), intent(2), intent(1, { writer: "p1-b" })], []);
  await new Store("w1", "p2", factory).write([intent(7)], []);
  await new Store("w2", "p1", factory).write([intent(8)], []);
  expect(bare(await new Store("w1", "p1", factory).all())).toEqual(["shared p1-a 1", "shared p1-a 2", "shared p1-b 1"]);
});

it("[SAVE-110] what was saved is gone, and a new form replaces the old one, in one step", async () => {
  const factory = new IDBFactory();
  const store = new Store("w1", "p1", factory);
  await store.write([intent(1), intent(2)], []);
  await store.write([intent(2, { seen: { seq: 9, token: "u" } })], [intent(1)]);
  const left = await new Store("w1", "p1", factory).all();
  expect(left.map(({ n, seen }) => [n, seen.seq])).toEqual([[2, 9]]);
  expect(store.safe).toBe(true);
});

it("[SAVE-111] writes end up in the order they were made, without being waited for", async () => {
  const factory = new IDBFactory();
  const store = new Store("w1", "p1", factory);
  const writes = [store.write([intent(1)], []), store.write([], [intent(1)]), store.write([intent(2)], [])];
  await Promise.all(writes);
  expect(bare(await store.all())).toEqual(["shared p1-a 2"]);
});

it("[SAVE-112] without storage nothing fails, and it says that nothing is kept", async () => {
  const blocked = {
    open: () => {
      throw new DOMException("denied", "SecurityError");
    },
  } as unknown as IDBFactory;
  for (const factory of [blocked, undefined]) {
    const store = new Store("w1", "p1", factory === undefined ? (null as unknown as IDBFactory) : factory);
    expect(await store.all()).toEqual([]);
    await store.write([intent(1)], []);
    expect(store.safe).toBe(false);
  }
});
