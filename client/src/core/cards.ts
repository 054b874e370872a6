// What a card of the template says, and whether it can be moved. Pure.

import type { Card, Item, Language, SeededCard, Template } from "../generated/protocol";

/** The template's card that this one is, if the template has it. */
export function seededCard({ cards }: Template, { card }: Card): SeededCard | undefined {
  return cards?.find(({ id }) => id === card);
}

/** Whether it is not placed by anybody: a line to tick or to score, or an arrow, which goes where its ends go. */
export function staysPut(template: Template, item: Item): boolean {
  if (item.kind === "connector") return true;
  return item.kind === "card" && (seededCard(template, item)?.kind ?? "card") !== "card";
}

/** A facilitator's words for it, else the template's. */
export function cardText(template: Template, card: Card, language: Language): string {
  return card.text || (seededCard(template, card)?.text[language] ?? "");
}
