// Fitting a note's text: 19 px if it fits, else smaller in steps, and then the note grows downward. Nothing is cut.

/** Size and line height in px at 100 %, from the largest on. */
export const STEPS: readonly { readonly size: number; readonly line: number }[] = [
  { size: 19, line: 24 },
  { size: 17, line: 22 },
  { size: 15, line: 20 },
  { size: 13, line: 18 },
];

export const PADDING = 12;
export const FOOT = 22;

/** Px of a note's height that its text leaves free. */
const KEPT = 2 * PADDING + FOOT;

/** Px that the text may take in a note of this height; `kept`: what it leaves free of it. */
export const roomFor = (height: number, kept = KEPT): number => height - kept;

/** The height of a note whose text, at the smallest step, takes so many px. */
export const heightFor = (height: number, text: number, kept = KEPT): number =>
  Math.max(height, Math.ceil(text) + kept);

/** A note's text as measured by whoever lays it out. */
export interface Measured {
  /** Lay the text out in this step. */
  use(step: number): void;
  /** The text's height in px in the step in use, its width being the note's. */
  height(): number;
  readonly room: number;
  /** The smallest step, if not the last. */
  readonly last?: number;
}

/**
 * Chooses a step for each of the texts. All are laid out in a step before any is measured, so that a thousand notes
 * cost four layouts and not four thousand. Gives the height of each text in its step.
 */
export function fitAll(texts: readonly Measured[]): number[] {
  const heights = new Array<number>(texts.length).fill(0);
  let open = texts.map((_, index) => index);
  for (let step = 0; step < STEPS.length && open.length > 0; step += 1) {
    for (const index of open) texts[index]?.use(step);
    for (const index of open) heights[index] = texts[index]?.height() ?? 0;
    open = open.filter((index) => {
      const { room = 0, last = STEPS.length } = texts[index] ?? {};
      return (heights[index] ?? 0) > room && step < last;
    });
  }
  return heights;
}
