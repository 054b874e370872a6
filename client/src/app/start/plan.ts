// A session as chosen on the start page: canvases in order, breaks between them, how long it takes. Pure.

import type { Break, Route, TemplateCard } from "../../generated/protocol";

export interface Plan {
  readonly templates: readonly string[];
  readonly breaks: readonly Break[];
  /** The ready-made route that it began as. */
  readonly route: Route | null;
}

export const NOTHING: Plan = { templates: [], breaks: [], route: null };

export const planOf = (route: Route): Plan => ({ templates: route.canvases, breaks: route.breaks, route });

/** With a canvas more at the end. */
export const withCanvas = (plan: Plan, id: string): Plan => ({ ...plan, templates: [...plan.templates, id] });

/** Without a canvas; the breaks behind it come one canvas sooner. */
export function withoutCanvas(plan: Plan, id: string): Plan {
  const at = plan.templates.indexOf(id);
  if (at < 0) return plan;
  const templates = plan.templates.filter((other) => other !== id);
  const moved = plan.breaks.map((each) => (each.after > at ? { ...each, after: each.after - 1 } : each));
  const breaks = moved.filter(
    ({ after }, index) => after > 0 && moved.findIndex((each) => each.after === after) === index,
  );
  return templates.length > 0 ? { ...plan, templates, breaks } : NOTHING;
}

/** With a canvas one place earlier. */
export function earlier(plan: Plan, id: string): Plan {
  const at = plan.templates.indexOf(id);
  if (at < 1) return plan;
  const templates = plan.templates.filter((other) => other !== id);
  templates.splice(at - 1, 0, id);
  return { ...plan, templates };
}

export const withoutBreak = (plan: Plan, after: number): Plan => ({
  ...plan,
  breaks: plan.breaks.filter((each) => each.after !== after),
});

/** The breaks that are between two canvases. */
export const breaksBetween = (plan: Plan): readonly Break[] =>
  plan.breaks.filter((each) => each.after < plan.templates.length);

export function minutesOf(plan: Plan, cards: readonly Pick<TemplateCard, "id" | "minutes">[]): number {
  const canvases = plan.templates.map((id) => cards.find((card) => card.id === id)?.minutes ?? 0);
  const breaks = breaksBetween(plan).map((each) => each.minutes);
  return [...canvases, ...breaks].reduce((sum, minutes) => sum + minutes, 0);
}

/** Minutes longer than the route is meant to take; 0: it fits, or there is no route. */
export const runsOver = (plan: Plan, minutes: number): number =>
  plan.route ? Math.max(0, minutes - plan.route.minutes) : 0;
