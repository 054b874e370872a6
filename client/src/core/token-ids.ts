// The only ids that tokens can have, so that there is never a second one of an organisation or person on a canvas.
// In a private step there is one for each step, in its author's own stream.

import type { Item, Step } from "../generated/protocol";
import { isPrivate, situationOf } from "./rights";

export const partnerTokenId = (canvas: string, organisation: string, step?: Step) =>
  inStep(`${canvas}.partner.${organisation}`, step);

export const participantTokenId = (canvas: string, person: string, step?: Step) =>
  inStep(`${canvas}.own.${person}`, step);

/** The private stand-in of a token in a step. */
export const draftTokenId = (token: string, step: string) => `${token}.${step}`;

/** The token that everyone sees, of which this is a private stand-in; the token itself if it is none. */
export const shownTokenId = ({ id, step }: Pick<Item, "id" | "step">) =>
  step != null && id.endsWith(`.${step}`) ? id.slice(0, -step.length - 1) : id;

const inStep = (token: string, step: Step | undefined) =>
  step && isPrivate(situationOf(step)) ? draftTokenId(token, step.id) : token;
