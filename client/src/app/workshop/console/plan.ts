// The agenda as the console shows it: where each step stands, what comes next, and plan against actual. Pure.

import type { Step } from "../../../generated/protocol";

export const MINUTE = 60_000;

export type Standing = "done" | "now" | "skipped" | "ahead";

export interface Row {
  readonly step: Step;
  /** Its place among the steps that are not skipped, from 1; null: it is skipped. */
  readonly number: number | null;
  readonly standing: Standing;
}

/** How long (ms) a step has been under way, all times together. */
export const spentOn = (step: Step, now: number): number =>
  (step.spent ?? 0) + (step.entered == null ? 0 : Math.max(0, now - step.entered));

const isDone = (step: Step) => (step.spent ?? 0) > 0 && step.entered == null;
const planned = (step: Step) => step.minutes * MINUTE;

/** The agenda, row by row; `current` is the id of the step under way. */
export function rowsOf(agenda: readonly Step[], current: string | undefined): Row[] {
  let number = 0;
  return agenda.map((step) => {
    if (step.id === current) return { step, number: ++number, standing: "now" };
    if (step.skipped) return { step, number: null, standing: "skipped" };
    return { step, number: ++number, standing: isDone(step) ? "done" : "ahead" };
  });
}

/** How far the agenda has come: the row of the step under way, or else of the last one that was done; -1: not begun. */
function rowReached(agenda: readonly Step[], current: string | undefined): number {
  const at = agenda.findIndex(({ id }) => id === current);
  return at >= 0 ? at : agenda.findLastIndex(isDone);
}

/** The step that follows. What was passed over before is not come back to. */
export function nextStep(agenda: readonly Step[], current: string | undefined): Step | undefined {
  return agenda.slice(rowReached(agenda, current) + 1).find((step) => !step.skipped);
}

export interface Forecast {
  /** Ms later than planned, as far as is known now; negative: earlier. */
  readonly late: number;
  /** When the last step will be over (ms since 1970), if those that are left take as long as planned. */
  readonly end: number;
}

/** `left`: ms on the clock of the step under way; null: it has none. A step that was passed over is not waited for. */
export function forecast(
  agenda: readonly Step[],
  current: string | undefined,
  left: number | null,
  now: number,
): Forecast {
  const reached = rowReached(agenda, current);
  let late = 0;
  let end = now;
  for (const [index, step] of agenda.entries()) {
    if (step.id === current) {
      const spent = spentOn(step, now);
      const whole = left === null ? Math.max(spent, planned(step)) : spent + Math.max(0, left);
      late += whole - planned(step);
      end += whole - spent;
    } else if (step.skipped) {
    } else if (isDone(step)) {
      late += spentOn(step, now) - planned(step);
    } else if (index > reached) {
      end += planned(step);
    }
  }
  return { late, end };
}

/** Behind which step this one comes when it moves up (-1) or down (1); undefined: it cannot. */
export function movedBehind(agenda: readonly Step[], id: string, by: -1 | 1): string | null | undefined {
  const at = agenda.findIndex((step) => step.id === id);
  const to = at + by;
  if (at < 0 || to < 0 || to >= agenda.length) return undefined;
  return by > 0 ? agenda[to]?.id : (agenda[to - 1]?.id ?? null);
}

/** Behind which step this one comes when it is dropped before row `to`; undefined: it stays where it is. */
export function droppedBehind(agenda: readonly Step[], id: string, to: number): string | null | undefined {
  const at = agenda.findIndex((step) => step.id === id);
  if (at < 0 || to === at || to === at + 1) return undefined;
  return agenda[to - 1]?.id ?? null;
}

/** Minutes that something took, as a whole number. */
export const minutesOf = (ms: number): number => Math.round(ms / MINUTE);
