// Arithmetic of the time line: activity in bins, marks along the axis, silence, clock readings. All times in ms.

import type { Event } from "../generated/protocol";

/** How much happened in each of `bins` equal parts of the time, for each row; rows in no order. */
export function activity<Row>(
  events: readonly Pick<Event, "at" | "by">[],
  start: number,
  duration: number,
  bins: number,
  rowOf: (by: string) => Row,
): Map<Row, number[]> {
  const rows = new Map<Row, number[]>();
  if (bins < 1) return rows;
  for (const { at, by } of events) {
    const row = rowOf(by);
    const counts = rows.get(row) ?? new Array<number>(bins).fill(0);
    const bin = duration > 0 ? Math.floor(((at - start) / duration) * bins) : 0;
    const within = Math.min(bins - 1, Math.max(0, bin));
    counts[within] = (counts[within] ?? 0) + 1;
    rows.set(row, counts);
  }
  return rows;
}

const SECOND = 1000;
const MINUTE = 60 * SECOND;
const HOUR = 60 * MINUTE;
const STEPS = [
  5 * SECOND,
  10 * SECOND,
  30 * SECOND,
  MINUTE,
  2 * MINUTE,
  5 * MINUTE,
  10 * MINUTE,
  15 * MINUTE,
  30 * MINUTE,
  HOUR,
  2 * HOUR,
  6 * HOUR,
  24 * HOUR,
];

/** Round moments along the axis, at most `most` of them. */
export function axisMarks(duration: number, most: number): number[] {
  const step = STEPS.find((each) => duration / each < most) ?? Math.ceil(duration / most / HOUR) * HOUR;
  const marks: number[] = [];
  for (let at = 0; at <= duration; at += step) marks.push(at);
  return marks;
}

const two = (n: number) => String(n).padStart(2, "0");

/** 51:42, or 1:54:00 from an hour on. */
export function clock(ms: number): string {
  const seconds = Math.floor(Math.max(0, ms) / SECOND);
  const [h, m, s] = [Math.floor(seconds / 3600), Math.floor(seconds / 60) % 60, seconds % 60];
  return h > 0 ? `${h}:${two(m)}:${two(s)}` : `${m}:${two(s)}`;
}

/** Longer than this with nothing happening is silence; playing on starts so much before something does. */
export const SILENCE = 4 * SECOND;
export const LEAD = SECOND;

/**
 * Where playing goes on when it skips silence: `now`, unless nothing begins for a while. `beginnings` are the moments
 * (sorted) at which something starts to happen.
 */
export function afterSilence(beginnings: readonly number[], now: number): number {
  let low = 0;
  let high = beginnings.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((beginnings[middle] ?? 0) <= now) low = middle + 1;
    else high = middle;
  }
  const next = beginnings[low];
  return next !== undefined && next - now > SILENCE ? next - LEAD : now;
}

/** The bars of a row as one SVG path; heights in a box of `height`, the highest of all rows filling it. */
export function barsPath(counts: readonly number[], highest: number, height: number): string {
  const bars: string[] = [];
  counts.forEach((count, bin) => {
    if (count === 0) return;
    // By the square root: a single change still shows beside a hundred.
    const tall = Math.max(2, Math.sqrt(count / highest) * height);
    bars.push(`M${bin + 0.1} ${height}v-${tall.toFixed(2)}h.8v${tall.toFixed(2)}z`);
  });
  return bars.join("");
}

/** The time at a place `x` across a time line, never before its begin or after its end. */
export function timeAt(x: number, line: { left: number; width: number }, duration: number): number {
  const part = line.width > 0 ? (x - line.left) / line.width : 0;
  return Math.min(1, Math.max(0, part)) * duration;
}
