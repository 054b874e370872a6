// One step of the agenda in a form: what happens in it, what it says in both languages, where, how long.

import { useSignal } from "@preact/signals";
import { useEffect, useId, useRef } from "preact/hooks";
import { type Language, MAX_SENTENCE, type Mode, type Plan, type Step } from "../../../generated/protocol";
import { words } from "../../../words";
import { MODE_HINTS, MODE_TITLES } from "../../../words/modes";
import { Fault } from "../../controls";
import { language } from "../../settings";
import { shortTitle } from "../../short-title";
import { useRoom } from "../room";
import { Confirm } from "./confirm";
import { changedMode, MODES, planOf } from "./step-plan";
import { Tick } from "./tick";

const MOST_MINUTES = 600;

interface StepFormProps {
  /** null or absent: a new one. */
  step?: Step;
  /** Behind which step a new one comes. */
  after?: string | null;
  onDone: () => void;
}

export function StepForm({ step, after = null, onDone }: StepFormProps) {
  const w = words.value;
  const id = useId();
  const { live } = useRoom();
  const { session, led } = live;
  const plan = useSignal<Plan>(planOf(step, led.step.peek()?.canvas ?? live.canvas.peek()?.id ?? null));
  const tried = useSignal(false);
  const root = useRef<HTMLFormElement>(null);
  useEffect(() => {
    root.current?.scrollIntoView({ block: "nearest" });
    root.current?.querySelector<HTMLElement>("select, input")?.focus({ preventScroll: true });
  }, []);
  const now = plan.value;
  const set = (change: Partial<Plan>) => {
    plan.value = { ...plan.peek(), ...change };
  };
  const titled = (now.title.nl + now.title.en).trim() !== "";
  const begun = step !== undefined && (step.entered != null || (step.spent ?? 0) > 0);
  const save = (event: Event) => {
    event.preventDefault();
    tried.value = true;
    if (!titled) return;
    if (step) session.propose({ type: "step.set", id: step.id, plan: now });
    else session.propose({ type: "step.add", id: session.newId(), plan: now, after });
    onDone();
  };
  // The language of who writes comes first.
  const languages: Language[] = language.value === "nl" ? ["nl", "en"] : ["en", "nl"];
  const tongue = (which: Language) => (which === "nl" ? w.stepDutch : w.stepEnglish);
  return (
    <form
      class="console-form"
      ref={root}
      aria-label={step ? undefined : w.stepNew}
      onSubmit={save}
      onKeyDown={(event) => {
        if (event.key !== "Escape") return;
        event.preventDefault();
        event.stopPropagation();
        onDone();
      }}
    >
      <label class="field">
        <span class="label">{w.stepMode}</span>
        <select
          class="input"
          value={now.mode}
          aria-describedby={`${id}-mode`}
          onChange={(event) => set(changedMode(now, event.currentTarget.value as Mode))}
        >
          {MODES.map((mode) => (
            <option key={mode} value={mode}>
              {MODE_TITLES[mode][language.value]}
            </option>
          ))}
        </select>
        <span class="help" id={`${id}-mode`}>
          {MODE_HINTS[now.mode][language.value]}
        </span>
      </label>
      {now.mode === "cluster" && (
        <Tick
          text={w.stepMovers}
          on={now.movers === "everyone"}
          onChange={(on) => set({ movers: on ? "everyone" : "facilitators" })}
        />
      )}
      {now.mode === "reveal" && (
        <Tick text={w.stepTurns} on={now.turns ?? false} onChange={(turns) => set({ turns })} />
      )}
      {["write", "place", "score"].includes(now.mode) && (
        <Tick
          text={w.stepAnonymous}
          on={now.anonymous ?? false}
          hint={begun ? w.stepAnonymousFixed : undefined}
          disabled={begun}
          onChange={(anonymous) => set({ anonymous })}
        />
      )}
      <div class="form-pair">
        <label class="field">
          <span class="label">{w.stepCanvas}</span>
          <select
            class="input"
            value={now.canvas ?? ""}
            onChange={(event) => set({ canvas: event.currentTarget.value || null })}
          >
            <option value="">{w.agendaNoCanvas}</option>
            {live.canvases.value.map((canvas) => (
              <option key={canvas.id} value={canvas.id}>
                {shortTitle(canvas.template.title[language.value])}
              </option>
            ))}
          </select>
        </label>
        <label class="field form-minutes">
          <span class="label">{w.stepMinutes}</span>
          <input
            class="input figures"
            type="number"
            inputMode="numeric"
            min={0}
            max={MOST_MINUTES}
            value={now.minutes}
            onInput={({ currentTarget: { valueAsNumber: minutes } }) => {
              if (Number.isFinite(minutes)) set({ minutes: Math.min(MOST_MINUTES, Math.max(0, Math.round(minutes))) });
            }}
          />
        </label>
      </div>
      {languages.map((which) => (
        <fieldset key={which} class="form-said">
          <legend class="unseen">{tongue(which)}</legend>
          <label class="field">
            <span class="label">{w.stepTitle(tongue(which))}</span>
            <input
              class="input"
              type="text"
              lang={which}
              maxLength={80}
              value={now.title[which]}
              aria-invalid={tried.value && !titled ? true : undefined}
              onInput={(event) => set({ title: { ...now.title, [which]: event.currentTarget.value } })}
            />
          </label>
          <label class="field">
            <span class="label">{w.stepPrompt(tongue(which))}</span>
            <textarea
              class="input"
              lang={which}
              rows={2}
              maxLength={MAX_SENTENCE}
              value={now.prompt[which]}
              onInput={(event) => set({ prompt: { ...now.prompt, [which]: event.currentTarget.value } })}
            />
          </label>
        </fieldset>
      ))}
      <p class="help">{w.stepOneEnough}</p>
      {tried.value && !titled && <Fault>{w.stepTitleMissing}</Fault>}
      <div class="row">
        <button type="submit" class="button main">
          {w.stepSave}
        </button>
        <button type="button" class="button plain" onClick={onDone}>
          {w.cancel}
        </button>
        <span class="space" />
        {step && <Remove step={step} onDone={onDone} />}
      </div>
    </form>
  );
}

function Remove({ step, onDone }: { step: Step; onDone: () => void }) {
  const w = words.value;
  const { live } = useRoom();
  const asking = useSignal(false);
  if (step.entered != null) return <span class="help">{w.stepRemoveNot}</span>;
  const remove = () => {
    live.session.propose({ type: "step.remove", id: step.id });
    onDone();
  };
  if (asking.value) {
    return (
      <Confirm danger text={w.stepRemoveSure} yes={w.stepRemove} onYes={remove} onNo={() => (asking.value = false)} />
    );
  }
  return (
    <button type="button" class="button danger" onClick={() => (asking.value = true)}>
      {w.stepRemove}
    </button>
  );
}
