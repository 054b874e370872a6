// Finding canvases by word and theme. Pure.

import type { TemplateCard } from "../../generated/protocol";

const plain = (text: string) =>
  text
    .normalize("NFD")
    .replace(/\p{Diacritic}/gu, "")
    .toLowerCase();

/** Those of a theme (null: of all) that have all the words, in either language, whatever their accents. */
export function found(
  templates: readonly TemplateCard[],
  theme: string | null,
  searched: string,
): readonly TemplateCard[] {
  const words = plain(searched).split(/\s+/).filter(Boolean);
  return templates.filter((each) => {
    if (theme !== null && each.theme !== theme) return false;
    const text = plain([each.id, each.title.nl, each.title.en, each.prompt.nl, each.prompt.en].join(" "));
    return words.every((word) => text.includes(word));
  });
}

/** The themes there are, in the templates' order, each with how many there are. */
export function themesOf(templates: readonly TemplateCard[]): readonly (readonly [string, number])[] {
  const counts = new Map<string, number>();
  for (const { theme } of templates) counts.set(theme, (counts.get(theme) ?? 0) + 1);
  return [...counts];
}
