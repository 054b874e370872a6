// What somebody may ask for now: the server's table (generated from server/raakvlak/canvas/rights.py), read here so that
// nobody is invited to what will be refused. The server decides.

import {
  AS_EVERYONE,
  FACILITATORS_STREAM,
  type Intent,
  OWN_ONLY,
  PARTICIPANT_RIGHTS,
  PRIVATE_MODES,
  type Role,
  type Situation,
  type Step,
} from "../generated/protocol";

export type IntentType = Intent["type"];
export type StreamKind = "shared" | "own" | "facilitators";
/** `back`: only with items that lie in a zone that is private for good. */
export type How = "anywhere" | "back" | "no";

/** Who asks, and what is going on. */
export interface Standing {
  readonly role: Role;
  readonly situation: Situation;
  readonly paused: boolean;
}

interface Right {
  readonly shared: readonly Situation[];
  readonly own: readonly Situation[];
  readonly back: readonly Situation[];
}

const RIGHTS: { readonly [intent: string]: Right } = PARTICIPANT_RIGHTS;
const among = (list: readonly string[], word: string) => list.includes(word);

export function situationOf(step: Step | undefined): Situation {
  if (!step) return "free";
  return step.mode === "cluster" && step.movers === "everyone" ? "cluster+" : step.mode;
}

/** Whether what people make now goes to their own streams. */
export const isPrivate = (situation: Situation) => among(PRIVATE_MODES, situation);

export const kindOfStream = (stream: string): StreamKind =>
  stream === "shared" || stream === "facilitators" ? stream : "own";

export function rightIn(intent: IntentType, stream: StreamKind, { role, situation, paused }: Standing): How {
  if (role === "observer" || (paused && role !== "facilitator")) return "no";
  if (stream === "facilitators")
    return role === "facilitator" && among(FACILITATORS_STREAM, intent) ? "anywhere" : "no";
  const right = RIGHTS[intent];
  if (stream === "own") {
    if (right?.own.includes(situation)) return "anywhere";
    return right?.back.includes(situation) ? "back" : "no";
  }
  if (among(OWN_ONLY, intent) || intent === "memo.open") return "no";
  const leads = role === "facilitator" && !among(AS_EVERYONE, intent);
  return leads || right?.shared.includes(situation) ? "anywhere" : "no";
}

/** In which stream something new is made now: everyone's, or, in a private step, one's own. */
export const streamOfNew = (situation: Situation): StreamKind => (isPrivate(situation) ? "own" : "shared");
