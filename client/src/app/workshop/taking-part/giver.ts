// Who is at this page, in front of the canvas on screen, as one who gives: for the list, the panel of scores, the results.

import { computed, type ReadonlySignal } from "@preact/signals";
import { subjectName } from "../../../canvas/scale-words";
import { type Giver, giverOn, gives } from "../../../core/giver";
import { Givens, type Row, type Subject, subjectsOn } from "../../../core/giving";
import type { Canvas, Layout } from "../../../generated/protocol";
import { language } from "../../settings";
import type { Board } from "../board";
import { type Room, useRoom } from "../room";

/** The canvas on screen with its layout, and what can be given on it. */
export interface GiverHere extends Giver {
  readonly canvas: Canvas;
  readonly layout: Layout;
}

const givers = new WeakMap<Board, ReadonlySignal<GiverHere | null>>();

/** Null until the sheet of the canvas has come. */
export function useGiver(): GiverHere | null {
  const room = useRoom();
  const known = givers.get(room.board) ?? computed(() => giverIn(room));
  givers.set(room.board, known);
  return known.value;
}

function giverIn({ live, board }: Room): GiverHere | null {
  const { led, session } = live;
  live.items.value;
  const canvas = live.canvas.value;
  const come = board.sheet.value;
  if (!canvas || come?.canvas !== canvas.id) return null;
  const { layout } = come.sheet;
  const step = led.step.value;
  const scores = led.found.value.scores.filter((score) => score.canvas === canvas.id);
  // A canvas that scores nothing by itself is scored by its zones where a step asks for it, and goes on showing that.
  const all = scores.length > 0 || (step?.mode === "score" && step.canvas === canvas.id);
  const subjects = subjectsOn(canvas, layout, live.itemsOf(canvas.id), all);
  const giver = giverOn(canvas.id, led.standing.value, session.person, step, subjects, new Givens(scores));
  return { ...giver, canvas, layout };
}

/** What is scored, in this person's language. */
export const nameIn = ({ canvas, layout }: GiverHere, subject: Subject): string =>
  subjectName(subject, canvas, layout, language.value);

export function give({ live }: Room, giver: Giver, subject: Subject, row: Row, value: number | null): void {
  for (const intent of gives(giver, subject, row, value)) live.led.propose(intent);
}
