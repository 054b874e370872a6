// Settings of a canvas as a facilitator changes them.

import { expect, test } from "vitest";
import type { Template } from "../generated/protocol";
import { labelled, withEntry, withLabel, withNamed, withoutEntry, wordable } from "./settings";

const words = (text: string) => ({ nl: text, en: `${text}!` });
const template = {
  editable: true,
  zones: [{ id: "a", label: words("A"), origin: "reconstruction" }],
  axes: [{ id: "x", label: words("X"), low: { label: words("laag") }, high: { label: words("hoog") } }],
} as unknown as Template;

test("[LIST-120] entries are added, named and taken out; what else is set stays", () => {
  const one = withEntry({ centre: 0.5 }, "partners", { id: "p", name: "Noord" });
  const two = withEntry(one, "partners", { id: "q", name: "Zuid" });
  expect(withNamed(two, "partners", "p", "Oost")).toEqual({
    centre: 0.5,
    partners: [
      { id: "p", name: "Oost" },
      { id: "q", name: "Zuid" },
    ],
  });
  expect(withoutEntry(two, "partners", "p").partners).toEqual([{ id: "q", name: "Zuid" }]);
  expect(withEntry(one, "issues", { id: "i", name: "Water" }).partners).toHaveLength(1);
});

test("[LIST-121] words that are the template's own, or none, are no words of one's own", () => {
  const own = withLabel({}, template, "zone:a", " Anders ");
  expect(labelled(own, "zone:a")).toBe("Anders");
  expect(withLabel(own, template, "axis:x:low", "weinig").labels).toHaveLength(2);
  for (const back of ["", "A", "A!"]) expect(withLabel(own, template, "zone:a", back).labels).toEqual([]);
});

test("[LIST-122] axes with their ends and zones can be worded where the template lets them, ours are marked", () => {
  expect(wordable(template).map(({ key, ours }) => [key, ours])).toEqual([
    ["axis:x", false],
    ["axis:x:low", false],
    ["axis:x:high", false],
    ["zone:a", true],
  ]);
  expect(wordable({ ...template, editable: false })).toEqual([]);
});
