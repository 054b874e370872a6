import { expect, test } from "vitest";
import { splitOf, spreadOf } from "./spread";

const organisationOf = (person: string) => ({ amira: "o-1", jo: "o-1", sanne: "o-2" })[person] ?? null;
const given = (value: number, author: string | null) => ({ value, author });

test("[UI-165] Mean and spread are those of the values themselves.", () => {
  expect(spreadOf([])).toBeNull();
  expect(spreadOf([3])).toEqual({ n: 1, mean: 3, spread: 0 });
  expect(spreadOf([2, 4, 4, 4, 5, 5, 7, 9])).toEqual({ n: 8, mean: 5, spread: 2 });
});

test("[UI-165] They are told for each organisation, in their order, those without one last.", () => {
  const values = [given(1, "guest"), given(5, "sanne"), given(2, "amira"), given(4, "jo")];
  expect(splitOf(values, organisationOf, ["o-1", "o-2", "o-3"])).toEqual({
    all: { n: 4, mean: 3, spread: Math.sqrt(2.5) },
    by: [
      { organisation: "o-1", n: 2, mean: 3, spread: 1 },
      { organisation: "o-2", n: 1, mean: 5, spread: 0 },
      { organisation: null, n: 1, mean: 1, spread: 0 },
    ],
  });
});

test("[UI-165] What was given without a name is never split, not even the part that has one.", () => {
  expect(splitOf([given(2, null), given(4, "amira")], organisationOf, ["o-1"])).toEqual({
    all: { n: 2, mean: 3, spread: 1 },
    by: [],
  });
  expect(splitOf([], organisationOf, ["o-1"])).toBeNull();
});
