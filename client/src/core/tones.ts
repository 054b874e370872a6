// What a template names of its own: what notes are marked as, and the tokens that each person has. Pure.

import type { Item, Template, TokenText, Tone } from "../generated/protocol";

export function toneOf({ tones }: Template, item: Item): Tone | null {
  return (item.kind === "sticky" && item.tone && tones?.find(({ id }) => id === item.tone)) || null;
}

/** Which of a person's tokens it is; undefined where the template names none. */
export const tokenText = ({ tokens }: Template, which: string | undefined): TokenText | undefined =>
  tokens?.find(({ id }) => id === which);

/** Whether it is one of several on its field, and not the first, which says how it is now. */
export function isSecond(template: Template, item: Item): boolean {
  if (item.kind !== "participant-token") return false;
  const token = tokenText(template, item.which);
  return token !== undefined && firstWith(template, token) !== token;
}

/** Of the tokens of one field the first. */
export const firstWith = ({ tokens }: Template, { frame }: TokenText): TokenText | undefined =>
  tokens?.find((each) => (each.frame ?? null) === (frame ?? null));
