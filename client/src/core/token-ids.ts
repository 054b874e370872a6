// The only ids that tokens and the cards of a template can have, so that there is never a second one on a canvas.
// In a private step there is one for each step, in its author's own stream.

import type { Item, Step } from "../generated/protocol";
import { isPrivate, situationOf } from "./rights";

export const partnerTokenId = (canvas: string, organisation: string, step?: Step) =>
  inStep(`${canvas}.partner.${organisation}`, step);

/** `which`: of several that the template names; "" where it names none. */
export const participantTokenId = (canvas: string, person: string, step?: Step, which = "") =>
  inStep(which ? `${canvas}.own.${person}.${which}` : `${canvas}.own.${person}`, step);

/** The card that lay there from the start; copies have ids of their own. */
export const cardId = (canvas: string, card: string) => `${canvas}.card.${card}`;

/** The private stand-in of a token or a card in a step. */
export const draftTokenId = (token: string, step: string) => `${token}.${step}`;

/** The token or card that everyone sees, of which this is a private stand-in; the token itself if it is none. */
export const shownTokenId = ({ id, step }: Pick<Item, "id" | "step">) =>
  step != null && id.endsWith(`.${step}`) ? id.slice(0, -step.length - 1) : id;

const inStep = (token: string, step: Step | undefined) =>
  step && isPrivate(situationOf(step)) ? draftTokenId(token, step.id) : token;
