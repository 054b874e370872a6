// Facilitators' private notes about a step, which two of them can write in at once.

import { useSignal } from "@preact/signals";
import { useEffect, useId, useRef } from "preact/hooks";
import { memoId } from "../../../core/predict-led";
import { MAX_TEXT, type Step } from "../../../generated/protocol";
import { words } from "../../../words";
import { Icon } from "../../icons";
import { language } from "../../settings";
import { caretAfter } from "../caret";
import { useRoom } from "../room";
import { saidIn } from "../taking-part/step-words";
import { rowsOf } from "./plan";

export function Memos() {
  const w = words.value;
  const id = useId();
  const { led } = useRoom().live;
  const agenda = led.agenda.value;
  const current = led.step.value?.id;
  /** null: those of the step under way, whichever that is. */
  const chosen = useSignal<string | null>(null);
  /** Who is writing goes on where they began, also when another step begins. */
  const held = useSignal<string | null>(null);
  const wanted = held.value ?? chosen.value ?? current;
  const step = agenda.find((each) => each.id === wanted) ?? agenda[0];
  const memos = led.found.value.memos;
  const rows = rowsOf(agenda, current);
  const option = ({ step: each, number }: (typeof rows)[number]) => {
    const title = [number, saidIn(each.title, language.value)].filter((part) => part !== null).join(" ");
    const named = each.id === current ? w.memoNow(title) : title;
    return memos.get(memoId(each.id))?.text?.trim() ? w.memoWith(named) : named;
  };
  return (
    <section class="memos" aria-labelledby={id}>
      <h2 id={id} class="memos-title">
        <Icon name="hidden" size={16} />
        {w.memos}
      </h2>
      {step ? (
        <>
          <select
            class="memo-step"
            aria-label={w.memoOf}
            value={step.id}
            onChange={(event) => {
              const next = event.currentTarget.value;
              chosen.value = next === current ? null : next;
            }}
          >
            {rows.map((row) => (
              <option key={row.step.id} value={row.step.id}>
                {option(row)}
              </option>
            ))}
          </select>
          <MemoField
            key={step.id}
            step={step}
            labelledBy={id}
            onHold={(hold) => {
              held.value = hold ? step.id : null;
            }}
          />
        </>
      ) : (
        <p class="help">{w.memoNone}</p>
      )}
    </section>
  );
}

interface MemoFieldProps {
  step: Step;
  labelledBy: string;
  onHold: (hold: boolean) => void;
}

function MemoField({ step, labelledBy, onHold }: MemoFieldProps) {
  const { session, led } = useRoom().live;
  const field = useRef<HTMLTextAreaElement>(null);
  const memo = memoId(step.id);
  const text = led.found.value.memos.get(memo)?.text ?? "";
  const first = useRef(text);
  useEffect(() => {
    const element = field.current;
    // As it is now, not as it was drawn: letters typed since then are in it already.
    const record = session.get(memo);
    const now = record?.kind === "memo" ? (record.text ?? "") : "";
    if (!element || element.value === now) return;
    const { selectionStart, selectionEnd, value } = element;
    element.value = now;
    if (document.activeElement !== element) return;
    element.setSelectionRange(caretAfter(value, now, selectionStart), caretAfter(value, now, selectionEnd));
  }, [text]);
  const write = (written: string) => {
    if (!session.get(memo)) session.propose({ type: "memo.open", step: step.id }, "facilitators");
    session.setText(memo, written);
  };
  return (
    <textarea
      class="input memo"
      ref={field}
      rows={3}
      maxLength={MAX_TEXT}
      aria-labelledby={labelledBy}
      defaultValue={first.current}
      onInput={(event) => write(event.currentTarget.value)}
      onFocus={() => onHold(true)}
      onBlur={() => onHold(false)}
    />
  );
}
