// Titles of canvases for tabs, where there is little room; the full title stays as the accessible name.

import type { Canvas, Language } from "../generated/protocol";

const LONG = 28;
const ENOUGH = 10;

/** What stands before a colon, or in a long title before a comma. */
export function shortTitle(title: string): string {
  const [head = title] = title.split(":");
  if (head.length <= LONG) return head.trim();
  const [first = head] = head.split(",");
  return (first.length >= ENOUGH ? first : head).trim();
}

/** Short titles of all canvases; a second one from the same template gets its number. */
export function tabTitles(canvases: readonly Canvas[], language: Language): string[] {
  const seen = new Map<string, number>();
  return canvases.map((canvas) => {
    const title = shortTitle(canvas.template.title[language]);
    const nth = (seen.get(title) ?? 0) + 1;
    seen.set(title, nth);
    return nth === 1 ? title : `${title} ${nth}`;
  });
}
