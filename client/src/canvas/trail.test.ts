// The trail of a laser pointer.

import { expect, test } from "vitest";
import { recent, stretches, TRAIL } from "./trail";

test("[UI-204] A laser pointer's trail lasts 600 ms and fades towards its end.", () => {
  expect(TRAIL).toBe(600);
  const way = [
    { x: 0, y: 0, at: 0 },
    { x: 10, y: 0, at: 300 },
    { x: 20, y: 0, at: 500 },
  ];
  const now = stretches(way, 500);
  expect(now.map(({ to }) => to.x)).toEqual([10, 20]);
  expect(now[0]?.life).toBeLessThan(now[1]?.life ?? 0);
  expect(stretches(recent(way, 700), 700).map(({ to }) => to.x)).toEqual([20]);
  expect(stretches(recent(way, 1200), 1200)).toEqual([]);
});
