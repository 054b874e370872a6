// Somebody in front of a canvas on which something can be given: what stands there for them, and what they ask for. Pure.

import type { Intent, Step } from "../generated/protocol";
import {
  type Givens,
  giving,
  givingForGroup,
  type How,
  howToGive,
  othersTicked,
  type Row,
  type Subject,
  TICKED,
} from "./giving";
import { rightIn, type Standing } from "./rights";

export interface Giver {
  /** Null: a replay, nobody gives anything. */
  readonly standing: Standing | null;
  readonly me: string;
  readonly step: Step | undefined;
  readonly how: How;
  readonly subjects: readonly Subject[];
  readonly givens: Givens;
}

/** What stands in a scale: mine, or what the group holds. */
export interface Stands {
  readonly value: number | null;
  readonly group: boolean;
}

export function giverOn(
  canvas: string,
  standing: Standing | null,
  me: string,
  step: Step | undefined,
  subjects: readonly Subject[],
  givens: Givens,
): Giver {
  const how = standing ? howToGive(standing, step, canvas) : null;
  return { standing, me, step, how, subjects, givens };
}

/** Whether what is ticked now is what the group holds: who facilitates notes it, once all is open. */
export function forGroup({ standing, how }: Giver, { scale }: Subject): boolean {
  if (scale !== "checkbox" || how === "own" || standing?.role !== "facilitator") return false;
  return rightIn("score.group", "shared", standing) !== "no";
}

export function mineIn({ givens, me, how, step }: Giver, row: Row): number | null {
  return givens.mine(row, me, how === "own" ? step : undefined);
}

/** In a private step mine alone; else what the group holds, if anything, comes first. */
export function standsIn(giver: Giver, subject: Subject, row: Row): Stands {
  const group = giver.how === "own" ? null : giver.givens.group(row);
  if (group !== null) return { value: group, group: true };
  return forGroup(giver, subject) ? { value: null, group: true } : { value: mineIn(giver, row), group: false };
}

export function mayGive(giver: Giver, subject: Subject): boolean {
  return giver.how !== null || forGroup(giver, subject);
}

/** What is asked for to give a value, or (null) to take it back: of a row of cards the others are taken back first. */
export function gives(giver: Giver, subject: Subject, row: Row, value: number | null): Intent[] {
  const group = forGroup(giver, subject);
  const now = (each: Row) => (group ? giver.givens.group(each) : mineIn(giver, each));
  const others = value === TICKED ? othersTicked(subject, giver.subjects, now) : [];
  const asked = (of: Row, to: number | null): Intent[] => {
    if (group) return [givingForGroup(of, to)];
    return giver.how === null ? [] : [giving(of, to, giver.how, giver.step)];
  };
  return [...others.flatMap((each) => asked(each, null)), ...asked(row, value)];
}

/** What a press on a box gives: done, then not needed, then not done; one of several is chosen or not. */
export function ticks(giver: Giver, subject: Subject, row: Row): Intent[] {
  const { value } = standsIn(giver, subject, row);
  if (subject.oneOf !== null) return gives(giver, subject, row, value === TICKED ? null : TICKED);
  return gives(giver, subject, row, value === null || value === 1 ? TICKED : value - 1);
}
