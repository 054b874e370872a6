import { describe, expect, it } from "vitest";
import { spotsIn } from "../../src/app/spots";
import { byZone } from "../../src/app/workshop/by-zone";
import { placeAt } from "../../src/canvas/places";
import { zonesAt } from "../../src/core/zones";
import type { Layout, Sticky, Zone } from "../../src/generated/protocol";

const zone = (id: string, x: number, y: number, width: number, height: number): Zone => ({
  id,
  label: { nl: id, en: id },
  accepts: [],
  private: false,
  ...{ of: id, row: null, column: null },
  areas: [{ type: "rect", x, y, width, height }],
});

/** Two halves, and a middle that lies over both. */
const layout: Layout = {
  width: 1000,
  height: 600,
  frames: { sheet: { x: 0, y: 0, width: 1000, height: 600 } },
  zones: [zone("left", 0, 0, 500, 500), zone("right", 500, 0, 500, 500), zone("middle", 400, 150, 200, 200)],
  scales: {},
  home: "sheet",
  cards: [],
  reach: 0,
};

const note = (id: string, x: number, y: number): Sticky => ({
  kind: "sticky",
  id,
  canvas: "c",
  place: placeAt(layout, { x, y }),
  author: "p",
});

describe("spotsIn", () => {
  it("[UI-7] finds spots whose topmost zone is the one asked for", () => {
    for (const id of ["left", "right", "middle"]) {
      const spots = spotsIn(layout, id, { count: 6 });
      expect(spots).toHaveLength(6);
      for (const spot of spots) expect(zonesAt(layout, placeAt(layout, spot)).zones[0]).toBe(id);
    }
  });

  it("[UI-7] keeps away from what lies there", () => {
    const [first] = spotsIn(layout, "left");
    if (!first) throw new Error("expected a spot in an empty zone");
    const [second] = spotsIn(layout, "left", { taken: [first] });
    if (!second) throw new Error("expected a second spot");
    expect(Math.hypot(second.x - first.x, second.y - first.y)).toBeGreaterThan(100);
  });

  it("[UI-7] finds nothing in a zone that is not there", () => {
    expect(spotsIn(layout, "nowhere")).toEqual([]);
  });
});

describe("byZone", () => {
  it("[UI-8] lists each item once, under its topmost zone, from top to bottom, with the zones below it", () => {
    const items = [note("low", 100, 400), note("high", 100, 50), note("shared", 450, 200), note("beside", 900, 590)];
    const listed = byZone(layout, items);
    expect(listed.get("left")?.map(({ item }) => item.id)).toEqual(["high", "low"]);
    expect(listed.get("middle")).toMatchObject([{ item: { id: "shared" }, alsoIn: ["left"] }]);
    expect(listed.get("right")).toEqual([]);
    expect(listed.get("")?.map(({ item }) => item.id)).toEqual(["beside"]);
  });
});
