// Where a caret goes when a text changes under it: it stays with the letters that it stood between.

/** The caret in `after` for the caret `at` in `before`; both count UTF-16 units, as browsers do. */
export function caretAfter(before: string, after: string, at: number): number {
  const shorter = Math.min(before.length, after.length);
  let start = 0;
  while (start < shorter && before[start] === after[start]) start++;
  let end = 0;
  while (end < shorter - start && before[before.length - 1 - end] === after[after.length - 1 - end]) end++;
  if (at <= start) return at;
  if (at >= before.length - end) return at + after.length - before.length;
  return after.length - end;
}
