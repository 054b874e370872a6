// Where people had placed one thing: the middle of it, and how far apart they are. Pure; all in sheet px.

import type { Item, Placement } from "../generated/protocol";
import type { Point } from "./camera";

export interface Area {
  readonly middle: Point;
  /** One standard deviation along the longer and the shorter axis. */
  readonly along: number;
  readonly across: number;
  /** Of the longer axis, in degrees clockwise from the horizontal. */
  readonly angle: number;
  readonly count: number;
}

/** Null for fewer than two points: one alone has no spread. */
export function areaOf(points: readonly Point[]): Area | null {
  const count = points.length;
  if (count < 2) return null;
  const sum = (value: (point: Point) => number) => points.reduce((total, point) => total + value(point), 0);
  const middle = { x: sum(({ x }) => x) / count, y: sum(({ y }) => y) / count };
  const xx = sum(({ x }) => (x - middle.x) ** 2) / count;
  const yy = sum(({ y }) => (y - middle.y) ** 2) / count;
  const xy = sum(({ x, y }) => (x - middle.x) * (y - middle.y)) / count;
  // The axes of the ellipse are those of the covariance.
  const mean = (xx + yy) / 2;
  const apart = Math.hypot((xx - yy) / 2, xy);
  return {
    middle,
    along: Math.sqrt(mean + apart),
    across: Math.sqrt(Math.max(0, mean - apart)),
    angle: (Math.atan2(2 * xy, xx - yy) / 2) * (180 / Math.PI),
    count,
  };
}

/** Those in the part of the sheet where most of them lie; what was left beside the figure says nothing of a middle. */
export function counting(placements: readonly Placement[]): Placement[] {
  const frames = new Map<string, number>();
  for (const { place } of placements) frames.set(place.frame, (frames.get(place.frame) ?? 0) + 1);
  const [most] = [...frames].sort(([a, m], [b, n]) => n - m || (a < b ? -1 : 1));
  return placements.filter(({ place }) => place.frame === most?.[0]);
}

const OWN = "own:";

/** What a placement was of: a partner's token by its organisation, a card by its id, people's own tokens by which. */
export const placedAs = ({ card, organisation, which }: Placement): string =>
  card ?? organisation ?? `${OWN}${which ?? ""}`;

/** Whether it is people's own tokens of which these were placements. */
export const isOwn = (key: string): boolean => key.startsWith(OWN);

/** The key of an item of which everyone had a placement; null for all others. */
export function placedKey(item: Item): string | null {
  if (item.kind === "card") return item.id;
  return item.kind === "partner-token" ? item.organisation : null;
}

/** Of each token and card, and of people's own tokens, the placements of the last step in which it was placed. */
export function lastPlaced(placements: readonly Placement[]): ReadonlyMap<string, readonly Placement[]> {
  const last = new Map<string, Placement[]>();
  for (const placement of placements) {
    const token = placedAs(placement);
    const before = last.get(token);
    if (before?.[0]?.step === placement.step) before.push(placement);
    else last.set(token, [placement]);
  }
  return last;
}
