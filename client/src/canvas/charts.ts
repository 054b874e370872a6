// Charts as they are drawn from what everyone gave and voted: paths and marks in sheet px. By organisation only where
// everybody gave their name. Pure; the same as server/raakvlak/derive/picture_charts.py draws in pictures.

import type { ChartShape, Frame, Layout, Organisation, Score } from "../generated/protocol";
import { DASHES } from "./area-painting";
import type { Point } from "./camera";

/** The ends of a score. */
const [LOWEST, HIGHEST] = [1, 5];
/** How opaque the zone with the most dots is in a heat map. */
const DARKEST = 0.3;
/** Px around a radar, for its marks. */
const ROOM = 26;
/** How large a mark at a vertex is. */
const MARK = 12;
/** How high a bar is: of its row's height, and px at most. */
const [BAR_HIGH, SLIM] = [0.4, 24];
/** A tick that says so. */
const DONE = 3;

/** What a chart is drawn from. */
export interface ChartFacts {
  readonly layout: Layout;
  /** What counts of the scores that everyone sees, by zone. */
  scores(zone: string): readonly Score[];
  /** The same of ticks. */
  ticks(zone: string): readonly Score[];
  /** Dots on what lies in each of these zones, of all votes that were closed; in the topmost of them alone. */
  dots(zones: readonly string[]): ReadonlyMap<string, number>;
  organisationOf(person: string): Organisation | null;
  /** Where what is scored for an aspect is printed in a zone (px down the sheet), by `rowKey`. */
  readonly rows?: ReadonlyMap<string, number>;
}

export const rowKey = (zone: string, aspect: string) => `${zone} ${aspect}`;

/** A path, or with `mark` an organisation's mark about a point. Colours are the theme's variables. */
export interface Drawing {
  readonly d: string;
  readonly fill?: string;
  readonly stroke?: string;
  readonly width?: number;
  readonly dash?: string;
  readonly opacity?: number;
  readonly mark?: { readonly organisation: Organisation; readonly at: Point; readonly size: number };
}

export function drawingsOf(shape: ChartShape, facts: ChartFacts): Drawing[] {
  switch (shape.kind) {
    case "radar":
      return radar(shape, facts);
    case "profile":
      return profile(shape, facts);
    case "heat":
      return heat(shape, facts);
    case "balance":
      return balance(shape, facts);
    case "scale":
      return [];
  }
}

/** The mean of each zone that has one, for who hears the chart. */
export function meansOf({ zones }: ChartShape, facts: ChartFacts): { zone: string; mean: number }[] {
  const given = givenTo(zones, facts);
  return zones.flatMap((zone, index) => {
    const values = valuesOf(given[index] ?? []);
    return values.length > 0 ? [{ zone, mean: meanOf(values) }] : [];
  });
}

/** An axis for each zone, a line for each organisation, the group's, and the spread around that. */
function radar({ x, y, width, height, zones }: ChartShape, facts: ChartFacts): Drawing[] {
  const radius = Math.min(width, height) / 2 - ROOM;
  const centre = { x: x + width / 2, y: y + height / 2 };
  const spot = (index: number, value: number): Point => {
    const angle = (2 * Math.PI * index) / zones.length;
    const out = radius * Math.min(1, Math.max(0, value / HIGHEST));
    return { x: centre.x + out * Math.sin(angle), y: centre.y - out * Math.cos(angle) };
  };
  const all = (value: (index: number) => number) => closed(zones.map((_, index) => spot(index, value(index))));
  const drawings: Drawing[] = [];
  const grid = { stroke: "var(--line)", width: 1 };
  for (let ring = 1; ring < HIGHEST; ring += 1) drawings.push({ d: all(() => ring), ...grid });
  drawings.push({ d: all(() => HIGHEST), stroke: "var(--edge)", width: 1 });
  zones.forEach((_, index) => {
    drawings.push({ d: `M${at(centre)}L${at(spot(index, HIGHEST))}`, ...grid });
  });
  const given = givenTo(zones, facts);
  if (given.some((each) => each.length === 0)) return drawings;
  const means = given.map((each) => meanOf(valuesOf(each)));
  const spreads = given.map((each, index) => spreadOf(valuesOf(each), means[index] ?? 0));
  const edge = (sign: 1 | -1) => all((index) => (means[index] ?? 0) + sign * (spreads[index] ?? 0));
  drawings.push({ d: edge(1) + edge(-1), fill: "var(--ink)", opacity: 0.1 });
  for (const [organisation, theirs] of byOrganisation(given, facts.organisationOf)) {
    const points = theirs.map((values, index) => spot(index, meanOf(values)));
    const stroke = `var(--org-${organisation.mark})`;
    drawings.push({ d: closed(points), stroke, width: 2, dash: DASHES[organisation.mark] ?? "" });
    for (const point of points) drawings.push({ d: "", mark: { organisation, at: point, size: MARK } });
  }
  drawings.push({ d: all((index) => means[index] ?? 0), stroke: "var(--ink)", width: 3 });
  return drawings;
}

/** The scores of each zone; where people tick, of each person's ticks the share that is in each zone, from 0 to 5. */
function givenTo(zones: readonly string[], { scores, ticks }: ChartFacts): (readonly Score[])[] {
  const scored = zones.map((zone) => scores(zone));
  if (scored.some((each) => each.length > 0)) return scored;
  const done = zones.map((zone) => ticks(zone).filter(({ value }) => value === DONE));
  const people = new Map(done.flat().map((tick) => [tick.author ?? "", tick]));
  const count = (all: readonly Score[], person: string) => all.filter(({ author }) => (author ?? "") === person).length;
  return done.map((here) =>
    [...people].map(([person, tick]) => ({
      ...tick,
      value: (HIGHEST * count(here, person)) / count(done.flat(), person),
    })),
  );
}

/** The values of each organisation by zone, of those that gave to every zone; none where somebody has no name. */
function byOrganisation(
  given: readonly (readonly Score[])[],
  organisationOf: ChartFacts["organisationOf"],
): [Organisation, number[][]][] {
  const found = new Map<string, [Organisation, number[][]]>();
  if (given.flat().some(({ author }) => author == null)) return [];
  given.forEach((scores, index) => {
    for (const { author, value } of scores) {
      const organisation = organisationOf(author ?? "");
      if (!organisation) continue;
      const theirs = found.get(organisation.id) ?? [organisation, given.map(() => [])];
      theirs[1][index]?.push(value);
      found.set(organisation.id, theirs);
    }
  });
  const whole = [...found.values()].filter(([, theirs]) => theirs.every((values) => values.length > 0));
  return whole.sort(([a], [b]) => a.order - b.order);
}

/** A line down through the means of the zones, for each aspect, where that is scored; all but the first dashed. */
function profile({ x, width, zones }: ChartShape, { layout, scores, rows }: ChartFacts): Drawing[] {
  const aspects = new Set(zones.flatMap((zone) => scores(zone).map(({ aspect }) => aspect ?? "")));
  return [...aspects].flatMap((aspect, number) => {
    const points = zones.flatMap((zone) => {
      const values = valuesOf(scores(zone).filter((score) => (score.aspect ?? "") === aspect));
      const frame = layout.frames[zone];
      if (values.length === 0 || !frame) return [];
      const share = (meanOf(values) - LOWEST) / (HIGHEST - LOWEST);
      const y = rows?.get(rowKey(zone, aspect)) ?? frame.y + frame.height / 2;
      return [{ x: x + share * width, y }];
    });
    if (points.length === 0) return [];
    const line = {
      d: `M${points.map(at).join("L")}`,
      stroke: "var(--ink)",
      width: 2.75,
      dash: number > 0 ? "8 6" : "",
    };
    return [line, ...points.map((point) => ({ d: disc(point, 5), fill: "var(--ink)" }))];
  });
}

/** Each zone the darker, the more dots lie on what is in it. */
function heat({ zones }: ChartShape, { layout, dots }: ChartFacts): Drawing[] {
  const counts = dots(zones);
  const most = Math.max(...counts.values());
  return [...counts].flatMap(([zone, count]) => {
    const frame = layout.frames[zone];
    return frame ? [{ d: rect(frame), fill: "var(--ink)", opacity: (DARKEST * count) / most }] : [];
  });
}

/** For each row what is scored in the one zone, to the left, and in the other, to the right. */
function balance({ x, y, width, height, zones }: ChartShape, { layout, scores }: ChartFacts): Drawing[] {
  const found = zones.flatMap((id) => layout.zones.find((zone) => zone.id === id) ?? []);
  const sides = [...new Set(found.map(({ of }) => of))].slice(0, 2);
  const rows = [...new Set(found.map(({ row }) => row))];
  if (sides.length < 2) return [];
  const [middle, high] = [x + width / 2, height / rows.length];
  const drawings: Drawing[] = [{ d: `M${at({ x: middle, y })}V${round(y + height)}`, stroke: "var(--edge)", width: 1 }];
  rows.forEach((row, index) => {
    sides.forEach((side, way) => {
      const there = found.filter((zone) => zone.row === row && zone.of === side);
      const values = there.flatMap(({ id }) => valuesOf(scores(id)));
      if (values.length === 0) return;
      const long = ((width / 2) * meanOf(values)) / HIGHEST;
      const left = way === 0 ? middle - long : middle;
      const slim = Math.min(SLIM, high * BAR_HIGH);
      const bar = { x: left, y: y + high * (index + 0.5) - slim / 2, width: long, height: slim };
      drawings.push({ d: rect(bar), fill: "var(--ink2)" });
    });
  });
  return drawings;
}

const valuesOf = (scores: readonly Score[]): number[] => scores.map(({ value }) => value);
const meanOf = (values: readonly number[]): number => values.reduce((sum, value) => sum + value, 0) / values.length;
const spreadOf = (values: readonly number[], mean: number): number =>
  Math.sqrt(meanOf(values.map((value) => (value - mean) ** 2)));

const round = (value: number): number => Math.round(value * 100) / 100;
const at = ({ x, y }: Point): string => `${round(x)} ${round(y)}`;
const closed = (points: readonly Point[]): string => `M${points.map(at).join("L")}Z`;
const rect = ({ x, y, width, height }: Frame): string =>
  `M${at({ x, y })}H${round(x + width)}V${round(y + height)}H${round(x)}Z`;
const disc = ({ x, y }: Point, radius: number): string =>
  `M${at({ x: x - radius, y })}a${radius} ${radius} 0 1 0 ${2 * radius} 0a${radius} ${radius} 0 1 0 ${-2 * radius} 0Z`;
