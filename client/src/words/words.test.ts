import { expect, test } from "vitest";
import { AREAS, ENGLISH } from ".";

test("no area has a word that another has: it would be said instead", () => {
  const all = AREAS.flatMap((area) => Object.keys(area));
  expect(all.filter((word, index) => all.indexOf(word) !== index)).toEqual([]);
  expect(Object.keys(ENGLISH).sort()).toEqual([...all].sort());
});
