// Groups: outlines, and what is taken out of them.

import { expect, test } from "vitest";
import type { Group } from "../generated/protocol";
import { outlineOf, titleSize, wholeGroup, withoutItems } from "./grouping";

const group = (id: string, ...items: string[]): Group => ({ kind: "group", id, canvas: "c", title: id, items });

test("[UI-201] A group's outline runs around all its items, however far one was moved.", () => {
  const rects = [
    { x: 100, y: 100, width: 188, height: 140 },
    { x: 900, y: 600, width: 188, height: 140 },
  ];
  expect(outlineOf(rects)).toEqual({ x: 82, y: 82, width: 1024, height: 676 });
  expect(outlineOf([])).toBeNull();
});

test("[UI-201] A group's title is never under 12 px on screen.", () => {
  expect([titleSize(1), titleSize(0.64), titleSize(0.1)]).toEqual([19, 12.16, 12]);
});

test("[UI-202] What is taken out leaves the rest of its group as it was; other groups are not touched.", () => {
  const groups = [group("a", "1", "2", "3"), group("b", "4", "5")];
  expect(withoutItems(groups, new Set(["2"]))).toEqual([group("a", "1", "3")]);
  expect(withoutItems(groups, new Set(["4", "5"]))).toEqual([group("b")]);
  expect(withoutItems(groups, new Set(["9"]))).toEqual([]);
});

test("[UI-202] A group is chosen as a whole when all is chosen that lies in it, deleted items aside.", () => {
  const groups = [group("a", "1", "2", "gone")];
  const there = (id: string) => id !== "gone";
  expect(wholeGroup(groups, new Set(["1", "2", "7"]), there)?.id).toBe("a");
  expect(wholeGroup(groups, new Set(["1"]), there)).toBeUndefined();
});
