// How far the others are: counts, and nothing else of what is private.

import type { Mode, Tally } from "../../../generated/protocol";
import type { Words } from "../../../words";

export interface Mine {
  written: boolean;
  ready: boolean;
}

/**
 * How many others have made something and are ready. In an anonymous step the counts come late, so that what is mine
 * cannot be taken out of them: they are everyone's then.
 */
export function countsOf(tally: Tally, mine: Mine, anonymous: boolean): { written: number; ready: number } {
  const less = (all: number, me: boolean) => Math.max(0, all - (me && !anonymous ? 1 : 0));
  return { written: less(tally.written, mine.written), ready: less(tally.ready, mine.ready) };
}

/** The counts in words, by what is made in a step of this mode. */
export function countsSaid(tally: Tally, mine: Mine, mode: Mode, anonymous: boolean, w: Words): string {
  const { written, ready } = countsOf(tally, mine, anonymous);
  if (mode === "place") return (anonymous ? w.allPlaced : w.othersPlaced)(written, ready);
  if (mode === "score") return (anonymous ? w.allScored : w.othersScored)(written, ready);
  return (anonymous ? w.allSoFar : w.othersSoFar)(written, ready);
}
