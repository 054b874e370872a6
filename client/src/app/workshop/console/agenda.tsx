// The agenda: every step with its plan and what it took, the one under way in gold. A press enters a step.

import { useEffect, useRef } from "preact/hooks";
import type { Step } from "../../../generated/protocol";
import { words } from "../../../words";
import { IconButton } from "../../controls";
import { Icon } from "../../icons";
import { language } from "../../settings";
import { shortTitle } from "../../short-title";
import { useClock } from "../clock";
import { useRoom } from "../room";
import { saidIn } from "../taking-part/step-words";
import { AgendaEditor } from "./agenda-editor";
import { Elapsed } from "./clock-box";
import { Confirm } from "./confirm";
import { useDesk } from "./desk";
import { forecast, minutesOf, type Row, rowsOf, spentOn } from "./plan";
import { useNow } from "./ticking";

/** "loopt 2 min uit · klaar rond 11:26". */
function Forecast() {
  const w = words.value;
  const { live } = useRoom();
  const { led } = live;
  const step = led.step.value;
  const left = useClock(live);
  const now = useNow(step?.entered ?? 0);
  const agenda = led.agenda.value;
  const { late, end } = forecast(agenda, step?.id, left, now);
  const minutes = minutesOf(late);
  const time = new Intl.DateTimeFormat(language.value, { hour: "2-digit", minute: "2-digit", hour12: false });
  const begun = step !== undefined || led.found.value.workshop?.session != null;
  if (!begun && end === now) return null;
  const said = minutes > 0 ? w.agendaLate(minutes) : minutes < 0 ? w.agendaEarly(-minutes) : w.agendaOnTime;
  return (
    <span class="help">
      {begun ? said : w.agendaWhole(minutesOf(end - now))} · {w.agendaEnds(time.format(end))}
    </span>
  );
}

function Actual({ row: { step, standing } }: { row: Row }) {
  if (standing === "now") return <Running step={step} />;
  if (standing !== "done") return null;
  const minutes = minutesOf(step.spent ?? 0);
  return minutes > step.minutes ? <strong>{minutes}</strong> : <span>{minutes === 0 ? "<1" : minutes}</span>;
}

function Running({ step }: { step: Step }) {
  return (
    <strong>
      <Elapsed ms={spentOn(step, useNow(step.entered ?? 0))} />
    </strong>
  );
}

function AgendaRow({ row }: { row: Row }) {
  const w = words.value;
  const desk = useDesk();
  const { live } = useRoom();
  const { step, number, standing } = row;
  const title = saidIn(step.title, language.value);
  const asked = desk.asked.value;
  const press = () => {
    if (standing !== "now") desk.choose(step);
    else if (step.canvas) live.showCanvas(step.canvas);
  };
  const state = { done: w.agendaDone, now: w.agendaNow, skipped: w.agendaSkipped, ahead: "" }[standing];
  return (
    <li class={standing}>
      <button type="button" class="agenda-row" aria-current={standing === "now" ? "step" : undefined} onClick={press}>
        <span class="agenda-number figures">
          {number !== null && <span class="unseen">{w.agendaStep(number)} </span>}
          <span aria-hidden="true">
            {standing === "done" ? <Icon name="check" size={16} /> : standing === "skipped" ? "–" : number}
          </span>
        </span>
        <span class="agenda-title">
          {title}
          {state && <span class="unseen">, {state}</span>}
        </span>
        <span class="agenda-plan figures">
          <span class="unseen">, {w.agendaPlanned(step.minutes)}</span>
          <span aria-hidden="true">{step.minutes}</span>
        </span>
        <span class="agenda-actual">
          {standing === "done" && <span class="unseen">, {w.agendaTook(minutesOf(step.spent ?? 0))}</span>}
          <span aria-hidden="true">
            <Actual row={row} />
          </span>
        </span>
      </button>
      {asked?.what === "enter" && asked.from === "agenda" && asked.step === step.id && standing !== "now" && (
        <Confirm
          text={asked.few ? w.agendaFew : w.agendaReveals(title)}
          yes={asked.few ? w.agendaFewYes : w.agendaRevealsYes}
          onYes={() => desk.enter(step.id, "agenda", asked.few)}
          onNo={() => {
            desk.asked.value = null;
          }}
        />
      )}
    </li>
  );
}

/** The name of the canvas of a step, where it is another one than that of the step before; null: say nothing. */
function useCanvasHeads(): (steps: readonly Step[]) => Map<string, string> {
  const w = words.value;
  const { live } = useRoom();
  return (steps) => {
    const heads = new Map<string, string>();
    if (new Set(steps.map(({ canvas }) => canvas ?? null)).size < 2) return heads;
    let before: string | null | undefined;
    for (const step of steps) {
      const canvas = step.canvas ?? null;
      if (canvas !== before) {
        const found = live.canvases.value.find(({ id }) => id === canvas);
        heads.set(step.id, found ? shortTitle(found.template.title[language.value]) : w.agendaNoCanvas);
      }
      before = canvas;
    }
    return heads;
  };
}

function AgendaList() {
  const w = words.value;
  const { led } = useRoom().live;
  const list = useRef<HTMLOListElement>(null);
  const current = led.step.value?.id;
  const agenda = led.agenda.value;
  const heads = useCanvasHeads()(agenda);
  useEffect(() => {
    const row = list.current?.querySelector<HTMLElement>("li.now");
    const box = list.current;
    // The one before stays in sight; nothing but the list itself scrolls.
    if (row && box) box.scrollTop = row.offsetTop - box.offsetTop - row.offsetHeight;
  }, [current]);
  if (agenda.length === 0) {
    return (
      <p class="empty">
        {w.agendaEmpty} <strong>{w.agendaEmptyDo}</strong>
      </p>
    );
  }
  return (
    <>
      <p class="agenda-heads" aria-hidden="true">
        <span>{w.agendaPlan}</span>
        <span>{w.agendaActual}</span>
      </p>
      <ol class="agenda-list" ref={list}>
        {rowsOf(agenda, current).flatMap((row) => {
          const head = heads.get(row.step.id);
          const shown = <AgendaRow key={row.step.id} row={row} />;
          return head === undefined
            ? [shown]
            : [
                <li key={`${row.step.id} head`} class="agenda-canvas">
                  {head}
                </li>,
                shown,
              ];
        })}
      </ol>
    </>
  );
}

export function Agenda() {
  const w = words.value;
  const desk = useDesk();
  const editing = desk.editing.value;
  const swap = () => {
    desk.editing.value = !editing;
    desk.form.value = null;
  };
  return (
    <section class="agenda" aria-labelledby="agenda-title">
      <header class="console-head">
        <h2 id="agenda-title">{w.agenda}</h2>
        <Forecast />
        <IconButton
          icon={editing ? "check" : "edit"}
          name={editing ? w.agendaEditDone : w.agendaEdit}
          pressed={editing}
          onClick={swap}
        />
      </header>
      {editing ? <AgendaEditor /> : <AgendaList />}
    </section>
  );
}
