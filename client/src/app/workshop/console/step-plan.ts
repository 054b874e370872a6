// What a facilitator sets about a step, from a step or from nothing. Pure.

import type { Mode, Plan, Step } from "../../../generated/protocol";
import { MODE_TITLES } from "../../../words/modes";

/** In the order in which a session mostly goes. */
export const MODES: readonly Mode[] = [
  ...(["check-in", "intro", "write", "place", "score", "reveal"] as const),
  ...(["cluster", "discuss", "vote", "conclude", "check-out", "freeze"] as const),
];

const NEW_MINUTES = 5;

/** The plan of a step as it is; of a new one a first proposal on this canvas. */
export function planOf(step: Step | undefined, canvas: string | null): Plan {
  if (!step) {
    const title = MODE_TITLES.discuss;
    return { mode: "discuss", title, prompt: { nl: "", en: "" }, minutes: NEW_MINUTES, canvas };
  }
  const { mode, title, prompt, minutes } = step;
  return {
    ...{ mode, title, prompt, minutes, canvas: step.canvas ?? null },
    ...{ anonymous: step.anonymous ?? false, movers: step.movers ?? "facilitators", turns: step.turns ?? false },
  };
}

/** Another mode; a title that only named the old one goes along, one that somebody chose stays. */
export function changedMode(plan: Plan, mode: Mode): Partial<Plan> {
  const named = MODE_TITLES[plan.mode];
  const title = {
    nl: plan.title.nl === named.nl ? MODE_TITLES[mode].nl : plan.title.nl,
    en: plan.title.en === named.en ? MODE_TITLES[mode].en : plan.title.en,
  };
  return { mode, title };
}
