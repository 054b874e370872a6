// What a vote came to.

import { expect, test } from "vitest";
import type { Ballot, Round } from "../generated/protocol";
import { resultsOf } from "./results";

const round = (ballots: Ballot[], anonymous = false): Round => ({
  ...{ kind: "round", id: "r", canvas: "c", dots: 5, opened: 1, ended: 2, ballots, anonymous },
});
const organisations: { [person: string]: string | null } = { amira: "o1", jo: "o1", jelle: "o2", noor: null };
const of = (ballots: Ballot[], anonymous = false, gone: string[] = []) =>
  resultsOf(
    round(ballots, anonymous),
    (item) => !gone.includes(item),
    (person) => organisations[person] ?? null,
  );

test("[UI-199] Of a closed vote each item has its dots and its place; as many dots share a place.", () => {
  const results = of([
    { item: "a", dots: 3, person: "amira" },
    { item: "b", dots: 2, person: "jelle" },
    { item: "c", dots: 2, person: "jo" },
    { item: "d", dots: 1, person: "noor" },
    { item: "a", dots: 1, person: "jelle" },
  ]);
  expect([...results].map(([item, { dots, rank }]) => [item, dots, rank])).toEqual([
    ["a", 4, 1],
    ["b", 2, 2],
    ["c", 2, 2],
    ["d", 1, 4],
  ]);
});

test("[UI-199] Dots are split by organisation where the vote was named, and not where it was anonymous.", () => {
  const ballots = [
    { item: "a", dots: 2, person: "amira" },
    { item: "a", dots: 1, person: "jo" },
    { item: "a", dots: 1, person: "jelle" },
    { item: "a", dots: 1, person: "noor" },
  ];
  expect(of(ballots).get("a")?.split).toEqual([
    { organisation: "o1", dots: 3 },
    { organisation: null, dots: 1 },
    { organisation: "o2", dots: 1 },
  ]);
  expect(of([{ item: "a", dots: 4 }], true).get("a")?.split).toEqual([]);
});

test("[UI-199] What is no longer on the canvas is not ranked.", () => {
  const ballots = [
    { item: "a", dots: 5, person: "amira" },
    { item: "b", dots: 2, person: "jelle" },
  ];
  expect(of(ballots, false, ["a"]).get("b")?.rank).toBe(1);
});
