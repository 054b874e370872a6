// What waits is carried over what happens.

import { expect, it } from "vitest";
import type { Edit } from "../core/text";
import type { Event } from "../generated/protocol";
import { editOf, type Pending, pass, pendingOf, withdraw } from "./waiting";

const heights = { top: 0, bottom: 0 };

const typed = (writer: string, n: number, edit: Edit): Pending =>
  pendingOf({ writer, n, intent: { type: "text.edit", id: "a", edit, seen: 0 }, order: n, ...heights });

const event = (writer: string, n: number, edit: Edit, undone = false): Event => ({
  at: 1,
  by: writer.split("-")[0] ?? "",
  intent: { writer, n },
  changes: [{ do: "splice", id: "a", edit }],
  ...(undone ? { undone: { seq: 1, redo: false } } : {}),
});

const edits = (list: Pending[]) => list.map((each) => editOf(each, "a"));
const text = () => "abc";

it("[TEXT-150] the lower writer's letters come first at the same place", () => {
  const [lower, higher] = [[typed("b-1", 1, [{ at: 1, insert: "x" }])], [typed("d-1", 1, [{ at: 1, insert: "x" }])]];
  pass(lower, event("c-1", 1, [{ at: 1, insert: "!!" }]), text);
  pass(higher, event("c-1", 1, [{ at: 1, insert: "!!" }]), text);
  expect(edits(lower)).toEqual([[{ at: 1, insert: "x" }]]);
  expect(edits(higher)).toEqual([[{ at: 3, insert: "x" }]]);
});

it("[UNDO-150] what an undoing brings back comes before everyone's, its own writer's included", () => {
  for (const writer of ["b-1", "c-1", "d-1"]) {
    const list = [typed(writer, 9, [{ at: 1, insert: "x" }])];
    pass(list, event("c-1", 1, [{ at: 1, insert: "!!" }], true), text);
    expect(edits(list)).toEqual([[{ at: 3, insert: "x" }]]);
  }
});

it("[TEXT-151] an edit of the same page that another of my tabs sent lies under mine already", () => {
  const list = [typed("c-1", 2, [{ at: 2, insert: "x" }])];
  pass(list, event("c-1", 1, [{ at: 1, insert: "!" }]), text);
  expect(edits(list)).toEqual([[{ at: 2, insert: "x" }]]);
});

it("[TEXT-152] several under way: the other's letters are told as they land on all of them", () => {
  const list = [typed("a-1", 1, [{ at: 0, insert: "x" }]), typed("a-1", 2, [{ at: 1, insert: "y" }])];
  const { landed } = pass(list, event("c-1", 1, [{ at: 3, insert: "!" }]), text);
  expect(landed).toEqual([{ id: "a", edit: [{ at: 5, insert: "!" }] }]);
  expect(edits(list)).toEqual([[{ at: 0, insert: "x" }], [{ at: 1, insert: "y" }]]);
});

it("[TEXT-153] without one that was refused, those made over it stand where they would have stood", () => {
  const list = [typed("a-1", 1, [{ at: 0, remove: 2, insert: "xyz" }]), typed("a-1", 2, [{ at: 3, insert: "!" }])];
  const [first] = list;
  const landed = first ? withdraw(list, first, text) : [];
  expect(edits(list)).toEqual([[{ at: 2, insert: "!" }]]);
  expect(landed).toEqual([{ id: "a", edit: [{ at: 0, remove: 3, insert: "ab" }] }]);
});

it("[TEXT-154] where the history has another form of mine, the history is right", () => {
  const list = [typed("a-1", 1, [{ at: 0, insert: "xy" }]), typed("a-1", 2, [{ at: 2, insert: "!" }])];
  const passed = pass(list, event("a-1", 1, [{ at: 0, insert: "x" }]), text);
  expect(passed.settled?.n).toBe(1);
  expect(passed.overtaken.map(({ n }) => n)).toEqual([1]);
  expect(edits(list)).toEqual([[{ at: 1, insert: "!" }]]);
});
