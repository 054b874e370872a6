// Where places lie: the same as on the server.

import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import type { Layout, Place } from "../generated/protocol";
import { placeAt, zonesAt } from "./zones";

interface CanvasCase {
  template: string;
  settings: object;
  layout: Layout;
  places: { place: Place; zones: string[]; coordinates: { [name: string]: number } }[];
  points: { x: number; y: number; place: Place }[];
}

const vectors = new URL("../../../tests/vectors/zones.json", import.meta.url);
const { canvases } = JSON.parse(readFileSync(vectors, "utf8")) as { canvases: CanvasCase[] };

const rounded = (coordinates: { readonly [name: string]: number }) =>
  Object.fromEntries(Object.entries(coordinates).map(([name, value]) => [name, Math.round(value * 1e6) / 1e6]));

describe("what the server gives, the client gives", () => {
  it("[ZONE-1] has canvases to be held to", () => {
    expect(canvases.length).toBeGreaterThan(2);
    for (const { places } of canvases) expect(places.length).toBeGreaterThan(100);
  });

  for (const { template, settings, layout, places, points } of canvases) {
    const name = `${template} ${JSON.stringify(settings)}`;

    it(`[ZONE-1] zones and coordinates of places: ${name}`, () => {
      for (const { place, zones, coordinates } of places) {
        const found = zonesAt(layout, place);
        expect({ place, zones: found.zones }).toEqual({ place, zones });
        expect(Object.keys(found.coordinates).sort()).toEqual(Object.keys(coordinates).sort());
        for (const [key, value] of Object.entries(coordinates)) {
          expect(rounded(found.coordinates)[key]).toBeCloseTo(value, 5);
        }
      }
    });

    it(`[ZONE-1] places of points: ${name}`, () => {
      for (const { x, y, place } of points) expect({ x, y, place: placeAt(layout, x, y) }).toEqual({ x, y, place });
    });
  }
});
