// The path of a drag, made short enough for the event that keeps it: at most so many points, those that matter most.

import type { PathPoint } from "../generated/protocol";

const MAX_AFTER = 600_000;

/** What was sampled during a drag. */
export type Sample = readonly [after: number, dx: number, dy: number];

/**
 * At most `most` of the samples, first and last among them. Taken are, one after another, those farthest from where the
 * thing would be at that moment if it moved evenly between those taken already (so a pause stays a pause).
 */
export function thinned(samples: readonly Sample[], most: number): PathPoint[] {
  const usable = samples.filter(([after]) => after <= MAX_AFTER);
  const last = usable.length - 1;
  if (last < 0 || most < 2) return usable.slice(0, Math.max(0, most)).map(rounded);
  const kept = new Set([0, last]);
  const open = [farthest(usable, 0, last)];
  while (kept.size < most) {
    let best = 0;
    for (let each = 1; each < open.length; each += 1) {
      if ((open[each]?.distance ?? 0) > (open[best]?.distance ?? 0)) best = each;
    }
    const span = open[best];
    if (!span || span.distance < 0.5) break; // half a px: nobody sees the difference
    kept.add(span.at);
    open.splice(best, 1, farthest(usable, span.from, span.at), farthest(usable, span.at, span.to));
  }
  return usable.filter((_, index) => kept.has(index)).map(rounded);
}

function farthest(samples: readonly Sample[], from: number, to: number) {
  const [a, b] = [samples[from], samples[to]];
  const found = { from, to, at: from, distance: 0 };
  if (!a || !b) return found;
  for (let index = from + 1; index < to; index += 1) {
    const sample = samples[index];
    if (!sample) continue;
    const part = b[0] === a[0] ? 0 : (sample[0] - a[0]) / (b[0] - a[0]);
    const distance = Math.hypot(sample[1] - a[1] - (b[1] - a[1]) * part, sample[2] - a[2] - (b[2] - a[2]) * part);
    if (distance > found.distance) Object.assign(found, { at: index, distance });
  }
  return found;
}

function rounded([after, dx, dy]: Sample): PathPoint {
  return [Math.round(after), Math.round(dx * 10) / 10, Math.round(dy * 10) / 10];
}
