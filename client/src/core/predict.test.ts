// What an intent will probably change.

import { expect, it } from "vitest";
import type { Intent, Item, Sticky, Record as WorkshopRecord } from "../generated/protocol";
import { predict, touched } from "./predict";

const place = { frame: "f", u: 0.1, v: 0.2 };
const there = { frame: "f", u: 0.9, v: 0.9 };
const note = (id: string, z: number, more: Partial<Sticky> = {}): Sticky => {
  return { kind: "sticky", id, canvas: "c", place, author: "x", z, ...more };
};
const token: Item = {
  kind: "partner-token",
  id: "t",
  canvas: "c",
  place,
  author: "x",
  organisation: "o",
  deleted: "x",
};

function predicted(intent: Intent, records: WorkshopRecord[]) {
  const known = new Map(records.map((record) => [record.id, record]));
  return predict(intent, { get: (id) => known.get(id), top: 7, bottom: -2, me: "me" });
}

it("[SAVE-150] new items are mine and in front, in their order; a token that is there already is moved", () => {
  const items = [note("a", 0, { author: "?" }), token, note("b", 0)];
  expect(predicted({ type: "item.create", items }, [token])).toEqual([
    { do: "put", record: note("a", 8, { author: "me" }) },
    { do: "patch", id: "t", set: { place, deleted: null } },
    { do: "put", record: note("b", 10, { author: "me" }) },
  ]);
});

it("[SAVE-151] items brought to the front or sent behind keep their order among themselves", () => {
  const records = [note("low", 1), note("high", 5)];
  const ids = ["high", "low", "high"];
  expect(predicted({ type: "item.order", ids, front: true }, records)).toEqual([
    { do: "patch", id: "low", set: { z: 8 } },
    { do: "patch", id: "high", set: { z: 9 } },
  ]);
  expect(predicted({ type: "item.order", ids, front: false }, records)).toEqual([
    { do: "patch", id: "low", set: { z: -4 } },
    { do: "patch", id: "high", set: { z: -3 } },
  ]);
});

it("[SAVE-152] deleting and restoring concern only what is not so already", () => {
  const records = [note("here", 1), note("gone", 1, { deleted: "x" })];
  const ids = ["here", "gone", "nowhere"];
  expect(predicted({ type: "item.delete", ids }, records)).toEqual([
    { do: "patch", id: "here", set: { deleted: "me" } },
  ]);
  expect(predicted({ type: "item.restore", ids }, records)).toEqual([
    { do: "patch", id: "gone", set: { deleted: null } },
  ]);
});

it.each([
  [{ type: "item.move", moves: [{ id: "a", place: there }] }, { place: there }],
  [
    { type: "item.resize", id: "a", width: 100, height: 90, place: there },
    { width: 100, height: 90, place: there },
  ],
  [{ type: "item.lock", ids: ["a"], locked: true }, { locked: "me" }],
  [{ type: "item.lock", ids: ["a"], locked: false }, { locked: null }],
] as [Intent, object][])("[SAVE-153] %o", (intent, set) => {
  expect(predicted(intent, [note("a", 1)])).toEqual([{ do: "patch", id: "a", set }]);
  expect(predicted(intent, [])).toEqual([]);
  expect(touched(intent, "me")).toEqual(["a"]);
});

it("[MARK-123] what is given, or taken back, shows at once to who gave it", () => {
  const thing = { canvas: "c", zone: "z", scale: "score", item: null, aspect: "" } as const;
  const open = { type: "score.set", ...thing, value: 4 } as const;
  const own = { ...open, step: "s" };
  const group = { type: "score.group", ...thing, value: 3 } as const;
  for (const [intent, id, more] of [
    [open, "score.me.c.z", { value: 4 }],
    [own, "score.s.c.z", { value: 4, step: "s" }],
    [group, "score.:group.c.z", { value: 3, group: true }],
  ] as const) {
    const [put] = predicted(intent, []);
    expect(put).toMatchObject({ do: "put", record: { kind: "score", id, author: "me", ...more } });
    expect(touched(intent, "me")).toEqual([id]);
    const there = { ...more, kind: "score", id, canvas: "c", zone: "z" } as const;
    expect(predicted({ ...intent, value: null }, [there])).toEqual([{ do: "remove", id }]);
    expect(predicted({ ...intent, value: null }, [])).toEqual([]);
  }
});

it("[SAVE-154] what only the server can complete is not guessed", () => {
  for (const type of ["undo", "redo"] as const) expect(predicted({ type }, [note("a", 1)])).toEqual([]);
  expect(predicted({ type: "canvas.add", id: "me-1.1", template: "t" }, [])).toEqual([]);
});

it("[SAVE-153] a mark and an arrow's ends are there at once; what is no note or arrow keeps what it has", () => {
  const arrow: Item = { kind: "connector", id: "l", canvas: "c", place, start: "a", end: "b" };
  expect(predicted({ type: "sticky.tone", id: "a", tone: "good" }, [note("a", 1)])).toEqual([
    { do: "patch", id: "a", set: { tone: "good" } },
  ]);
  expect(predicted({ type: "connector.set", id: "l", start: "a", end: "d", strength: 3 }, [arrow])).toEqual([
    { do: "patch", id: "l", set: { start: "a", end: "d", strength: 3 } },
  ]);
  expect(predicted({ type: "sticky.tone", id: "l", tone: "good" }, [arrow])).toEqual([]);
  expect(touched({ type: "connector.set", id: "l", start: "a", end: "d" }, "me")).toEqual(["l"]);
});
