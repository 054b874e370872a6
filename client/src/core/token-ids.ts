// The only ids that tokens can have, so that there is never a second one of an organisation or person on a canvas.
// In a private step there is one for each step, in its author's own stream.

import type { Step } from "../generated/protocol";
import { isPrivate, situationOf } from "./rights";

export const partnerTokenId = (canvas: string, organisation: string, step?: Step) =>
  inStep(`${canvas}.partner.${organisation}`, step);

export const participantTokenId = (canvas: string, person: string, step?: Step) =>
  inStep(`${canvas}.own.${person}`, step);

const inStep = (token: string, step: Step | undefined) =>
  step && isPrivate(situationOf(step)) ? `${token}.${step.id}` : token;
