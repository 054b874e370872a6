// Where a new token goes.

import { expect, test } from "vitest";
import { zonesAt } from "../core/zones";
import type { Layout, Zone } from "../generated/protocol";
import { placeAt } from "./places";
import { tokenSpot } from "./token-spot";

const middle = { x: 650, y: 700 };

/** A square of two zones with a strip at its right, and margins around; or zones all over the sheet. */
function layoutOf(everywhere: boolean): Layout {
  const zone = (id: string, x: number, width: number): Zone => ({
    ...{ id, of: id, label: { nl: id, en: id }, accepts: [], private: false, row: null, column: null },
    areas: [
      everywhere
        ? { type: "rect", x: 0, y: 0, width: 1900, height: 1400 }
        : { type: "rect", x, y: 120, width, height: 1100 },
    ],
  });
  return {
    ...{ width: 1900, height: 1400, reach: 60, home: "figure", scales: {} },
    frames: {
      figure: { x: 130, y: 180, width: 1040, height: 1040 },
      strip: { x: 1230, y: 180, width: 670, height: 1040 },
      sheet: { x: 0, y: 0, width: 1900, height: 1400 },
    },
    zones: [zone("left", 70, 580), zone("right", 650, 580), zone("strip", 1230, 670)],
  } as unknown as Layout;
}

function placed(layout: Layout, count: number) {
  const tokens: { x: number; y: number }[] = [];
  for (let n = 0; n < count; n += 1) tokens.push(tokenSpot(layout, middle, tokens));
  return tokens;
}

test("[UI-117] a new token lies beside the figure in no zone, on the sheet, so that it says nothing yet", () => {
  const layout = layoutOf(false);
  for (const { x, y } of placed(layout, 5)) {
    const place = placeAt(layout, { x, y });
    expect(zonesAt(layout, place)).toEqual({ zones: [], coordinates: {} });
    expect(x > 0 && x < layout.width && y > 0 && y < layout.height).toBe(true);
  }
});

test("[UI-117] where zones are all over the sheet it lies in the middle", () => {
  expect(placed(layoutOf(true), 1)).toEqual([middle]);
});

test("[UI-117] no token hides another", () => {
  for (const everywhere of [false, true]) {
    const tokens = placed(layoutOf(everywhere), 30);
    for (const [index, token] of tokens.entries())
      for (const other of tokens.slice(index + 1))
        expect(Math.hypot(token.x - other.x, token.y - other.y)).toBeGreaterThan(100);
  }
});
