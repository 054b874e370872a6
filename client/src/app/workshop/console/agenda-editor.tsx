// Changing the agenda: steps up and down (by buttons, or dragged by their grip), skipped, edited, added.

import { useSignal } from "@preact/signals";
import { useRef } from "preact/hooks";
import type { Step } from "../../../generated/protocol";
import { words } from "../../../words";
import { IconButton } from "../../controls";
import { Icon } from "../../icons";
import { language } from "../../settings";
import { shortTitle } from "../../short-title";
import { useRoom } from "../room";
import { saidIn } from "../taking-part/step-words";
import { useDesk } from "./desk";
import { droppedBehind, movedBehind } from "./plan";
import { StepForm } from "./step-form";

/** A step on its way: where it would be dropped, as the row before which it would come. */
interface Dragged {
  id: string;
  to: number;
}

/** The row before which something at this height would come. */
function rowAt(list: HTMLElement, y: number): number {
  const rows = [...list.querySelectorAll<HTMLElement>(":scope > li")];
  const found = rows.findIndex((row) => {
    const { top, height } = row.getBoundingClientRect();
    return y < top + height / 2;
  });
  return found < 0 ? rows.length : found;
}

export function AgendaEditor() {
  const w = words.value;
  const desk = useDesk();
  const { live, board } = useRoom();
  const list = useRef<HTMLOListElement>(null);
  const dragged = useSignal<Dragged | null>(null);
  const agenda = live.led.agenda.value;
  const put = (id: string, after: string | null | undefined) => {
    if (after !== undefined) live.session.propose({ type: "step.order", id, after });
  };
  const move = (step: Step, by: -1 | 1) => {
    put(step.id, movedBehind(agenda, step.id, by));
    board.say(w.stepMoved(saidIn(step.title, language.value), agenda.indexOf(step) + by + 1));
  };
  const grip = {
    down: (event: PointerEvent, id: string) => {
      if (event.button !== 0) return;
      event.preventDefault();
      (event.currentTarget as HTMLElement).setPointerCapture(event.pointerId);
      dragged.value = { id, to: agenda.findIndex((step) => step.id === id) };
    },
    move: (event: PointerEvent) => {
      const now = dragged.peek();
      if (now && list.current) dragged.value = { ...now, to: rowAt(list.current, event.clientY) };
    },
    up: () => {
      const now = dragged.peek();
      dragged.value = null;
      if (now) put(now.id, droppedBehind(agenda, now.id, now.to));
    },
  };
  const form = desk.form.value;
  const closeForm = (focus: string) => {
    desk.form.value = null;
    requestAnimationFrame(() => list.current?.parentElement?.querySelector<HTMLElement>(focus)?.focus());
  };
  return (
    <>
      <ol class="agenda-edit" ref={list}>
        {agenda.map((step, index) => (
          <li
            key={step.id}
            class={[
              step.skipped ? "skipped" : "",
              dragged.value?.id === step.id ? "dragged" : "",
              dragged.value?.to === index ? "drop-before" : "",
              dragged.value?.to === agenda.length && index === agenda.length - 1 ? "drop-after" : "",
            ].join(" ")}
          >
            <EditRow step={step} index={index} last={index === agenda.length - 1} grip={grip} onMove={move} />
            {form === step.id && (
              <StepForm step={step} onDone={() => closeForm(`[data-step="${CSS.escape(step.id)}"]`)} />
            )}
          </li>
        ))}
      </ol>
      {form === "" ? (
        <StepForm after={agenda.at(-1)?.id ?? null} onDone={() => closeForm(".agenda-add")} />
      ) : (
        <div class="row">
          <button type="button" class="button agenda-add" onClick={() => (desk.form.value = "")}>
            <Icon name="plus" size={16} />
            {w.agendaAdd}
          </button>
          {live.led.step.value && (
            <button type="button" class="button plain" title={w.agendaLeaveHint} onClick={() => desk.workFreely()}>
              {w.agendaLeave}
            </button>
          )}
        </div>
      )}
    </>
  );
}

interface EditRowProps {
  step: Step;
  index: number;
  last: boolean;
  grip: { down: (event: PointerEvent, id: string) => void; move: (event: PointerEvent) => void; up: () => void };
  onMove: (step: Step, by: -1 | 1) => void;
}

function EditRow({ step, index, last, grip, onMove }: EditRowProps) {
  const w = words.value;
  const desk = useDesk();
  const { live } = useRoom();
  const title = saidIn(step.title, language.value);
  const canvas = live.canvases.value.find(({ id }) => id === step.canvas);
  const skipped = step.skipped ?? false;
  const open = desk.form.value === step.id;
  return (
    <div class="edit-row">
      <span
        class="grip"
        aria-hidden="true"
        onPointerDown={(event) => grip.down(event, step.id)}
        onPointerMove={grip.move}
        onPointerUp={grip.up}
        onPointerCancel={grip.up}
      >
        <Icon name="grip" size={16} />
      </span>
      <button
        type="button"
        class="edit-title"
        data-step={step.id}
        aria-expanded={open}
        onClick={() => {
          desk.form.value = open ? null : step.id;
        }}
      >
        <span>
          <span class="unseen">{w.stepEdit} </span>
          {title}
        </span>
        <span class="menu-second">
          {w.minutes(step.minutes)}
          {canvas && ` · ${shortTitle(canvas.template.title[language.value])}`}
        </span>
      </button>
      <IconButton
        icon={skipped ? "restore" : "skip"}
        name={skipped ? w.stepUnskip(title) : w.stepSkip(title)}
        onClick={() => live.session.propose({ type: "step.skip", id: step.id, skipped: !skipped })}
      />
      <IconButton icon="up" name={w.stepUp(title)} disabled={index === 0} onClick={() => onMove(step, -1)} />
      <IconButton icon="down" name={w.stepDown(title)} disabled={last} onClick={() => onMove(step, 1)} />
    </div>
  );
}
