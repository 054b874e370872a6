// The workshop being made on the start page, and what is still missing from it.

import { computed, signal } from "@preact/signals";
import type { Language } from "../../canvas/types";
import type { Route } from "../../generated/protocol";
import type { Words } from "../../words";
import type { WorkshopRequest } from "../api";
import { language } from "../settings";
import { type Own, withOwn } from "./own";
import { breaksBetween, earlier, NOTHING, type Plan, planOf, withCanvas, withoutBreak, withoutCanvas } from "./plan";

/** At most as many as have a mark of their own. */
export const MOST_ORGANISATIONS = 8;
const ROWS_AT_FIRST = 3;

interface OrganisationRow {
  key: number;
  name: string;
}

let keys = 0;
const row = (): OrganisationRow => ({ key: keys++, name: "" });

export type Missing = Partial<Record<"title" | "templates" | "code", string>>;

export function newDraft() {
  const title = signal("");
  const canvasLanguage = signal<Language>(language.value);
  const plan = signal<Plan>(NOTHING);
  const templates = computed(() => plan.value.templates);
  const organisations = signal<readonly OrganisationRow[]>(Array.from({ length: ROWS_AT_FIRST }, row));
  const code = signal("");
  const own = signal<readonly Own[]>([]);
  return {
    title,
    canvasLanguage,
    plan,
    templates,
    organisations,
    code,
    own,
    toggle(id: string) {
      const change = templates.value.includes(id) ? withoutCanvas : withCanvas;
      plan.value = change(plan.value, id);
    },
    earlier(id: string) {
      plan.value = earlier(plan.value, id);
    },
    /** A ready-made route in the place of what was chosen; pressed again: nothing. */
    choose(route: Route) {
      plan.value = plan.value.route?.id === route.id ? NOTHING : planOf(route);
    },
    leaveOutBreak(after: number) {
      plan.value = withoutBreak(plan.value, after);
    },
    /** One more of their own, chosen at once. */
    addOwn(added: Own) {
      own.value = withOwn(own.value, added);
      if (!templates.value.includes(added.card.id)) plan.value = withCanvas(plan.value, added.card.id);
    },
    removeOwn(id: string) {
      own.value = own.value.filter((each) => each.card.id !== id);
      plan.value = withoutCanvas(plan.value, id);
    },
    rename(key: number, name: string) {
      organisations.value = organisations.value.map((each) => (each.key === key ? { key, name } : each));
    },
    addRow() {
      if (organisations.value.length < MOST_ORGANISATIONS) organisations.value = [...organisations.value, row()];
    },
    removeRow(key: number) {
      organisations.value = organisations.value.filter((each) => each.key !== key);
    },
    missing(w: Words, needsCode: boolean): Missing {
      const missing: Missing = {};
      if (!title.value.trim()) missing.title = w.giveTitle;
      if (templates.value.length === 0) missing.templates = w.chooseOne;
      if (needsCode && !code.value.trim()) missing.code = w.giveCode;
      return missing;
    },
    asked(): WorkshopRequest {
      const files = own.value.filter((each) => templates.value.includes(each.card.id)).map((each) => each.content);
      const breaks = breaksBetween(plan.value);
      const names = organisations.value.map((each) => each.name.trim()).filter(Boolean);
      return {
        title: title.value.trim(),
        language: canvasLanguage.value,
        organisations: names,
        templates: [...templates.value],
        breaks,
        ...(files.length > 0 ? { own: files } : {}),
        ...(code.value.trim() ? { code: code.value.trim() } : {}),
      };
    },
  };
}

export type Draft = ReturnType<typeof newDraft>;
