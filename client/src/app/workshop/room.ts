// What the workshop's components share, and how they get at it.

import { createContext } from "preact";
import { useContext } from "preact/hooks";
import { REFUSALS } from "../../words/app";
import { language } from "../settings";
import type { Board } from "./board";
import type { Following } from "./following";
import type { Live } from "./live";

export interface Room {
  live: Live;
  board: Board;
  following: Following;
}

const context = createContext<Room | null>(null);

export const RoomProvider = context.Provider;

export function useRoom(): Room {
  const room = useContext(context);
  if (!room) throw new Error("expected to be inside a workshop, but there is none around this component");
  return room;
}

/** A refusal as a sentence in this person's language. */
export function refusalSentence({ live }: Room): string | null {
  const refusal = live.refusal.value;
  // Whether to show it all the same is asked in the console.
  if (!refusal || refusal.code === "few-authors") return null;
  // A text that came too late is handed back with the reason.
  const late = live.handedBack.peek().some(({ why }) => why === "step" || why === "paused");
  if (late && (refusal.code === "not-now" || refusal.code === "paused")) return null;
  return REFUSALS[refusal.code]?.[language.value](live.nameOf(refusal.by)) ?? refusal.message;
}
