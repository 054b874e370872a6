// What a card says. Pure.

import type { Card, Language, SeededCard, Template } from "../generated/protocol";

/** The template's card that this one is, if the template has it. */
export function seededCard({ cards }: Template, { card }: Card): SeededCard | undefined {
  return cards?.find(({ id }) => id === card);
}

/** A facilitator's words for it, else the template's. */
export function cardText(template: Template, card: Card, language: Language): string {
  return card.text || (seededCard(template, card)?.text[language] ?? "");
}
