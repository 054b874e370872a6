// Where a template's picture shows its example notes: one or two in each zone, always the same.

import type { Layout } from "../generated/protocol";
import { spotsIn } from "./spots";

export interface SampleSpot {
  x: number;
  y: number;
  mark: number;
}

/** Which organisations' notes lie in the zones, in turn. */
const MARKS_IN_TURN = [0, 2, 1, 3];

export function sampleSpots(layout: Layout): SampleSpot[] {
  const figure = layout.frames[layout.home];
  if (!figure) return [];
  const inFigure = (x: number, y: number) =>
    x >= figure.x && x <= figure.x + figure.width && y >= figure.y && y <= figure.y + figure.height;
  const spots: SampleSpot[] = [];
  for (const zone of layout.zones) {
    const found = spotsIn(layout, zone.id, { count: 2, within: inFigure });
    for (const { x, y } of found) {
      spots.push({ x, y, mark: MARKS_IN_TURN[spots.length % MARKS_IN_TURN.length] ?? 0 });
    }
  }
  return spots;
}
