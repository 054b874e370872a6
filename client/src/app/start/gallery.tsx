// The gallery: ready-made routes, and every template with its picture, found by theme and word, chosen in order.

import { useSignal } from "@preact/signals";
import type { Language } from "../../canvas/types";
import type { TemplateCard as Card, Route } from "../../generated/protocol";
import { words } from "../../words";
import { IconButton } from "../controls";
import { Look, Picture } from "./picture";
import { minutesOf, planOf } from "./plan";
import { found, themesOf } from "./search";
import "./gallery.css";

interface CardProps {
  template: Card;
  language: Language;
  /** 1 for the first chosen, 0 when not chosen; absent where pressing does something else. */
  chosen?: number;
  note?: string | undefined;
  onPress: () => void;
}

export function TemplateCard({ template, language, chosen, note, onPress }: CardProps) {
  const w = words.value;
  const choosing = chosen !== undefined;
  const order = chosen ?? 0;
  return (
    <button type="button" class="card" aria-pressed={choosing ? order > 0 : undefined} onClick={onPress}>
      <span class="card-picture">
        <Picture template={template.id} language={language} />
        {order > 0 && (
          <span class="card-order figures">
            {order}
            <span class="unseen"> {w.chosenAs(order)}</span>
          </span>
        )}
      </span>
      <span class="card-title" lang={language}>
        {template.title[language]}
      </span>
      <span class="help">{note ?? w.minutes(template.minutes)}</span>
    </button>
  );
}

interface RoutesProps {
  routes: readonly Route[];
  templates: readonly Card[];
  language: Language;
  chosen: Route | null;
  onChoose: (route: Route) => void;
}

/** Ready-made programmes. */
export function Routes({ routes, templates, language, chosen, onChoose }: RoutesProps) {
  const w = words.value;
  return (
    <section class="routes" aria-label={w.chooseRoute}>
      <h2 class="label">{w.chooseRoute}</h2>
      <ul>
        {routes.map((route) => (
          <li key={route.id}>
            <button
              type="button"
              class="route-choice"
              aria-pressed={chosen?.id === route.id}
              onClick={() => onChoose(route)}
            >
              <span class="route-name" lang={language}>
                {route.title[language]}
              </span>
              <span class="help figures">{w.routeOf(route.canvases.length, minutesOf(planOf(route), templates))}</span>
            </button>
          </li>
        ))}
      </ul>
    </section>
  );
}

interface GalleryProps {
  templates: readonly Card[];
  language: Language;
  chosen: readonly string[];
  onToggle: (id: string) => void;
}

export function Gallery({ templates, language, chosen, onToggle }: GalleryProps) {
  const w = words.value;
  const theme = useSignal<string | null>(null);
  const searched = useSignal("");
  const looked = useSignal<Card | null>(null);
  const shown = found(templates, theme.value, searched.value);
  const named: Readonly<Record<string, string>> = {
    complexity: w.complexity,
    ambition: w.ambition,
    interests: w.interests,
    relationship: w.relationship,
    organisation: w.organisation,
    process: w.process,
    overall: w.overall,
  };
  const chip = (value: string | null, name: string, count: number) => (
    <button
      key={name}
      type="button"
      class="theme-chip"
      aria-pressed={theme.value === value}
      onClick={() => (theme.value = value)}
    >
      {name} <span class="figures">{count}</span>
    </button>
  );
  return (
    <section aria-label={w.chooseCanvases}>
      <div class="finding">
        <fieldset class="themes">
          <legend class="unseen">{w.theme}</legend>
          {chip(null, w.allThemes, templates.length)}
          {themesOf(templates).map(([each, count]) => chip(each, named[each] ?? each, count))}
        </fieldset>
        <input
          class="input"
          type="search"
          aria-label={w.searchCanvas}
          placeholder={w.searchCanvas}
          value={searched.value}
          onInput={(event) => (searched.value = event.currentTarget.value)}
        />
      </div>
      <p class="unseen" role="status">
        {w.canvasesShown(shown.length)}
      </p>
      {shown.length === 0 && <p class="help">{w.noCanvasFound}</p>}
      <ul class="gallery">
        {shown.map((template) => (
          <li key={template.id}>
            <TemplateCard
              template={template}
              language={language}
              chosen={chosen.indexOf(template.id) + 1}
              onPress={() => onToggle(template.id)}
            />
            <IconButton
              class="card-look"
              icon="fit"
              name={w.lookAt(template.title[language])}
              onClick={() => (looked.value = template)}
            />
          </li>
        ))}
      </ul>
      {looked.value && (
        <Look
          template={looked.value}
          language={language}
          chosen={chosen.includes(looked.value.id)}
          onToggle={() => looked.value && onToggle(looked.value.id)}
          onClose={() => (looked.value = null)}
        />
      )}
    </section>
  );
}
