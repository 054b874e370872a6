// Where small labels stand.

import { expect, test } from "vitest";
import { pillAt } from "./pill";

const size = { width: 100, height: 20 };
const view = { width: 800, height: 600 };

test("[UI-118] a label stands where it is asked to, but whole within the view", () => {
  expect(pillAt({ x: 300, y: 200 }, 60, size, view)).toEqual({ x: 300, y: 200 });
  expect(pillAt({ x: 790, y: 200 }, 60, size, view)).toEqual({ x: 696, y: 200 });
  expect(pillAt({ x: -30, y: 200 }, 60, size, view)).toEqual({ x: 4, y: 200 });
  expect(pillAt({ x: 300, y: -30 }, -90, size, view)).toEqual({ x: 300, y: 4 });
});

test("[UI-118] a label that would leave at the bottom stands above what it is about", () => {
  expect(pillAt({ x: 300, y: 590 }, 460, size, view)).toEqual({ x: 300, y: 440 });
});
