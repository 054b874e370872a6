// The parts of the form beside the gallery: organisations with their marks, and the route as chosen so far.

import { useRef } from "preact/hooks";
import type { TemplateCard } from "../../generated/protocol";
import { words } from "../../words";
import { IconButton } from "../controls";
import { Icon } from "../icons";
import { Mark } from "../mark";
import { type Draft, MOST_ORGANISATIONS } from "./draft";
import { breaksBetween, minutesOf, runsOver } from "./plan";

export function Organisations({ draft }: { draft: Draft }) {
  const w = words.value;
  const list = useRef<HTMLOListElement>(null);
  const rows = draft.organisations.value;
  const add = () => {
    draft.addRow();
    requestAnimationFrame(() => list.current?.querySelector<HTMLInputElement>("li:last-child input")?.focus());
  };
  const onKey = (event: KeyboardEvent, last: boolean) => {
    if (event.key !== "Enter") return;
    event.preventDefault();
    if (last) add();
    else (event.currentTarget as HTMLElement).closest("li")?.nextElementSibling?.querySelector("input")?.focus();
  };
  return (
    <fieldset>
      <legend class="label">{w.organisations}</legend>
      <ol class="organisation-rows" ref={list}>
        {rows.map(({ key, name }, index) => (
          <li key={key}>
            <Mark mark={index} size={16} />
            <input
              class="input"
              maxLength={80}
              aria-label={w.organisationN(index + 1)}
              placeholder={w.organisationHint}
              value={name}
              onInput={(event) => draft.rename(key, event.currentTarget.value)}
              onKeyDown={(event) => onKey(event, index === rows.length - 1)}
            />
            <IconButton icon="close" name={w.removeOrganisation(index + 1)} onClick={() => draft.removeRow(key)} />
          </li>
        ))}
      </ol>
      {rows.length < MOST_ORGANISATIONS && (
        <button type="button" class="button link" onClick={add}>
          <Icon name="plus" />
          {w.addOrganisation}
        </button>
      )}
    </fieldset>
  );
}

export function Route({ draft, templates }: { draft: Draft; templates: readonly TemplateCard[] }) {
  const w = words.value;
  const chosen = draft.templates.value.flatMap((id) => templates.find((template) => template.id === id) ?? []);
  const plan = draft.plan.value;
  const minutes = minutesOf(plan, templates);
  const over = runsOver(plan, minutes);
  return (
    <section aria-label={w.canvases}>
      <div class="route-head">
        <h2 class="label">{w.canvases}</h2>
        {chosen.length > 0 && <span class="help figures">{w.minutesTogether(minutes)}</span>}
      </div>
      {chosen.length === 0 && <p class="help">{w.noCanvasChosen}</p>}
      <ol class="route">
        {chosen.flatMap((template, index) => {
          const title = template.title[draft.canvasLanguage.value];
          const breaks = breaksBetween(plan).filter(({ after }) => after === index + 1);
          return [
            <li key={template.id}>
              <span class="help figures">{index + 1}</span>
              <span class="route-title" lang={draft.canvasLanguage.value}>
                {title}
              </span>
              <span class="help figures">{template.minutes}</span>
              {index > 0 && <IconButton icon="up" name={w.earlier(title)} onClick={() => draft.earlier(template.id)} />}
              <IconButton icon="close" name={w.leaveOut(title)} onClick={() => draft.toggle(template.id)} />
            </li>,
            ...breaks.map(({ after, minutes }) => (
              <li key={`break-${after}`} class="route-break">
                <span class="route-title">{w.pauseAfter(after)}</span>
                <span class="help figures">{minutes}</span>
                <IconButton icon="close" name={w.withoutPause(after)} onClick={() => draft.leaveOutBreak(after)} />
              </li>
            )),
          ];
        })}
      </ol>
      <div role="status">{over > 0 && plan.route && <p class="advice">{w.runsOver(over, plan.route.minutes)}</p>}</div>
    </section>
  );
}
