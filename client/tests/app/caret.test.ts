import { expect, it } from "vitest";
import { caretAfter } from "../../src/app/workshop/caret";

it.each([
  ["abc", "Xabc", 2, 3, "moves along with what is written before it"],
  ["abc", "abcX", 2, 2, "stays for what is written after it"],
  ["abcdef", "adef", 5, 3, "moves along with what is removed before it"],
  ["abcdef", "aXf", 3, 2, "goes to the end of what replaced its surroundings"],
  ["", "abc", 0, 0, "stays at the beginning of an empty text"],
])("[UI-5] the caret in a list's note: %s to %s at %i is %i: %5$s", (before, after, at, expected) => {
  expect(caretAfter(before, after, at)).toBe(expected);
});
