// The start page: make a workshop, then hand out its links.

import { useSignal } from "@preact/signals";
import { useEffect, useMemo, useRef } from "preact/hooks";
import type { Gallery as Templates } from "../../generated/protocol";
import { words } from "../../words";
import { createWorkshop, getTemplates, sentenceFor } from "../api";
import { Fault, OneOf, TextField } from "../controls";
import { Icon } from "../icons";
import { Invitation, LinkRows } from "../links";
import { PageHead } from "../preferences";
import { type Draft, type Missing, newDraft } from "./draft";
import { Organisations, Route } from "./form";
import { Gallery, Routes } from "./gallery";
import { keepMade, keptMade, type Made } from "./made";
import { Upload } from "./upload";

export function Start() {
  const w = words.value;
  const begun = useSignal(0);
  const draft = useMemo(newDraft, [begun.value]);
  const templates = useSignal<Templates | null>(null);
  const fault = useSignal<unknown>(null);
  const kept = useMemo(keptMade, []);
  const made = useSignal<Made | null>(kept);
  const keep = (now: Made | null) => {
    keepMade(now);
    made.value = now;
  };
  const again = () => {
    keep(null);
    begun.value += 1;
    requestAnimationFrame(() => heading.current?.focus());
  };
  const heading = useRef<HTMLHeadingElement>(null);
  const fetchTemplates = () => {
    fault.value = null;
    getTemplates().then(
      (got) => {
        templates.value = got;
      },
      (error: unknown) => {
        fault.value = error;
      },
    );
  };
  useEffect(fetchTemplates, []);
  useEffect(() => {
    document.title = `${w.newWorkshop} · ${w.raakvlak}`;
  }, [w]);

  if (made.value) return <MadePage made={made.value} fresh={made.value !== kept} onAgain={again} />;
  return (
    <div class="start">
      <PageHead />
      <main class="start-main">
        <h1 ref={heading} tabIndex={-1}>
          {w.newWorkshop}
        </h1>
        {templates.value && (
          <Routes
            routes={templates.value.routes}
            templates={templates.value.templates}
            language={draft.canvasLanguage.value}
            chosen={draft.plan.value.route}
            onChoose={draft.choose}
          />
        )}
        <h2>{w.chooseCanvases}</h2>
        <p class="help">{w.chooseCanvasesHint}</p>
        {fault.value !== null && (
          <div>
            <Fault>{sentenceFor(fault.value)}</Fault>
            <button type="button" class="button" onClick={fetchTemplates}>
              {w.tryAgain}
            </button>
          </div>
        )}
        {templates.value && (
          <Gallery
            templates={templates.value.templates}
            language={draft.canvasLanguage.value}
            chosen={draft.templates.value}
            onToggle={draft.toggle}
          />
        )}
        {templates.value && <Upload draft={draft} needsCode={templates.value.createCode} />}
      </main>
      {templates.value && <StartForm draft={draft} templates={templates.value} onMade={keep} />}
    </div>
  );
}

interface StartFormProps {
  draft: Draft;
  templates: Templates;
  onMade: (made: Made) => void;
}

function StartForm({ draft, templates, onMade }: StartFormProps) {
  const w = words.value;
  const missing = useSignal<Missing>({});
  const fault = useSignal<unknown>(null);
  const busy = useSignal(false);
  const form = useRef<HTMLFormElement>(null);
  const submit = async (event: Event) => {
    event.preventDefault();
    if (busy.value) return;
    fault.value = null;
    missing.value = draft.missing(w, templates.createCode);
    if (Object.keys(missing.value).length > 0) {
      requestAnimationFrame(() => form.current?.querySelector<HTMLElement>("[aria-invalid]")?.focus());
      return;
    }
    busy.value = true;
    try {
      const asked = draft.asked();
      const { id, links } = await createWorkshop(asked);
      onMade({ id, title: asked.title, links });
    } catch (error) {
      fault.value = error;
    } finally {
      busy.value = false;
    }
  };
  return (
    <form class="start-form" ref={form} aria-label={w.newWorkshop} onSubmit={submit} noValidate>
      <TextField
        label={w.workshopTitle}
        value={draft.title.value}
        placeholder={w.workshopTitleHint}
        fault={draft.title.value.trim() ? undefined : missing.value.title}
        onInput={(value) => (draft.title.value = value)}
      />
      <OneOf
        legend={w.canvasLanguage}
        value={draft.canvasLanguage.value}
        options={[
          { value: "nl", text: w.dutch, lang: "nl" },
          { value: "en", text: w.english, lang: "en" },
        ]}
        onChoose={(value) => (draft.canvasLanguage.value = value)}
      />
      <Organisations draft={draft} />
      <Route draft={draft} templates={[...templates.templates, ...draft.own.value.map((each) => each.card)]} />
      {draft.templates.value.length === 0 && missing.value.templates && <Fault>{missing.value.templates}</Fault>}
      {templates.createCode && (
        <TextField
          label={w.createCode}
          hint={w.createCodeHint}
          value={draft.code.value}
          autoComplete="off"
          fault={draft.code.value.trim() ? undefined : missing.value.code}
          onInput={(value) => (draft.code.value = value)}
        />
      )}
      <div class="start-send">
        {fault.value !== null && <Fault>{sentenceFor(fault.value)}</Fault>}
        <button type="submit" class="button main large" aria-disabled={busy.value || undefined}>
          {busy.value ? w.making : w.makeWorkshop}
        </button>
        <p class="help">{w.threeLinks}</p>
      </div>
    </form>
  );
}

interface MadePageProps {
  made: Made;
  /** Made just now: the form that had the focus is gone. After a reload the page begins where every page begins. */
  fresh: boolean;
  onAgain: () => void;
}

function MadePage({ made, fresh, onAgain }: MadePageProps) {
  const w = words.value;
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => {
    if (fresh) heading.current?.focus();
  }, []);
  return (
    <div class="made">
      <PageHead />
      <main>
        <h1 ref={heading} tabIndex={-1}>
          {w.workshopMade}
        </h1>
        <p class="made-title">{made.title}</p>
        <div class="made-columns">
          <section>
            <LinkRows links={made.links} />
            <a class="button main large" href={made.links.facilitator?.url}>
              {w.openAsFacilitator}
              <Icon name="right" />
            </a>
            <p class="help">{w.workshopMadeHint}</p>
            <button type="button" class="button link" onClick={onAgain}>
              <Icon name="plus" />
              {w.newWorkshop}
            </button>
          </section>
          <section>
            <Invitation links={made.links} />
          </section>
        </div>
      </main>
    </div>
  );
}
