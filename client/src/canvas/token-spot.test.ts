// Where a new token goes.

import { expect, test } from "vitest";
import { tokenSpot } from "./token-spot";

test("[UI-117] a new token lies in the middle, and no token hides another", () => {
  const middle = { x: 500, y: 400 };
  const tokens: { x: number; y: number }[] = [];
  for (let n = 0; n < 30; n += 1) tokens.push(tokenSpot(middle, tokens));
  expect(tokens[0]).toEqual(middle);
  for (const [index, token] of tokens.entries())
    for (const other of tokens.slice(index + 1))
      expect(Math.hypot(token.x - other.x, token.y - other.y)).toBeGreaterThan(100);
});
