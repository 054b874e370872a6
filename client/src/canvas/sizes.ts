// The sizes of notes, in sheet px.

export const NOTE = { width: 188, height: 140 };
/** Small, medium, large; and how much a step is beyond them. */
export const SIZES = [{ width: 140, height: 104 }, NOTE, { width: 284, height: 210 }];
export const BEYOND = 1.25;
const LEAST = 40;
const MOST = 1200;

export const bounded = (length: number): number => Math.round(Math.min(MOST, Math.max(LEAST, length)));
