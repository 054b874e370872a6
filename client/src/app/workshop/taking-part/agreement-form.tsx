// Wording a decision or an action: what, whose, until when.

import { useSignal } from "@preact/signals";
import { useEffect, useId, useRef } from "preact/hooks";
import type { Agreement } from "../../../generated/protocol";
import { words } from "../../../words";
import { Fault, OneOf } from "../../controls";
import { useRoom } from "../room";

const MAX_SENTENCE = 500;

interface AgreementFormProps {
  /** The one that is worded anew. */
  before?: Agreement;
  onDone: () => void;
}

export function AgreementForm({ before, onDone }: AgreementFormProps) {
  const w = words.value;
  const { live, board } = useRoom();
  const id = useId();
  const root = useRef<HTMLFormElement>(null);
  const what = useSignal<Agreement["what"]>(before?.what ?? "decision");
  const text = useSignal(before?.text ?? "");
  const organisation = useSignal(before?.organisation ?? "");
  const person = useSignal(before?.person ?? "");
  const due = useSignal(before?.due ?? "");
  const tried = useSignal(false);
  useEffect(() => root.current?.querySelector<HTMLElement>("textarea")?.focus(), []);
  // A sentence is one line: what was pasted with breaks is written on.
  const sentence = text.value.replace(/\s+/g, " ").trim();
  const people = live.led.found.value.people
    .filter((each) => !each.waiting && each.role !== "observer")
    .filter((each) => organisation.value === "" || each.organisation === organisation.value)
    .sort((a, b) => a.name.localeCompare(b.name));
  const leave = () => {
    const panel = root.current?.closest<HTMLElement>(".panel");
    onDone();
    requestAnimationFrame(() => panel?.querySelector<HTMLElement>(".panel-body button")?.focus());
  };
  const save = (event: Event) => {
    event.preventDefault();
    tried.value = true;
    if (!sentence) {
      root.current?.querySelector<HTMLElement>("textarea")?.focus();
      return;
    }
    live.session.propose({
      type: "agreement.set",
      id: before?.id ?? live.session.newId(),
      what: what.value,
      text: sentence,
      organisation: organisation.value || null,
      person: person.value || null,
      due: due.value || null,
    });
    board.say(what.value === "decision" ? w.decisionSaved : w.actionSaved);
    leave();
  };
  const spoken = (before?.consents?.length ?? 0) > 0;
  return (
    <form class="agreement-form" ref={root} onSubmit={save} noValidate>
      <OneOf
        legend={w.agreementKind}
        value={what.value}
        options={[
          { value: "decision", text: w.decision },
          { value: "action", text: w.action },
        ]}
        onChoose={(value) => (what.value = value)}
      />
      <div>
        <label class="label" for={`${id}-text`}>
          {what.value === "decision" ? w.decisionText : w.actionText}
        </label>
        <textarea
          id={`${id}-text`}
          class="input"
          rows={2}
          maxLength={MAX_SENTENCE}
          value={text.value}
          aria-invalid={(tried.value && !sentence) || undefined}
          onInput={(event) => (text.value = event.currentTarget.value)}
          onKeyDown={(event) => {
            if (event.key === "Enter" && !event.isComposing) save(event);
          }}
        />
        {tried.value && !sentence && <Fault>{w.agreementEmpty}</Fault>}
        {spoken && sentence !== before?.text && <p class="help">{w.agreementResets}</p>}
      </div>
      <div>
        <label class="label" for={`${id}-organisation`}>
          {w.ownerOrganisation}
        </label>
        <select
          id={`${id}-organisation`}
          class="input"
          value={organisation.value}
          onChange={(event) => {
            organisation.value = event.currentTarget.value;
            const stays = live.people.value.get(person.value)?.organisation === organisation.value;
            if (organisation.value && !stays) person.value = "";
          }}
        >
          <option value="">{w.ownerNone}</option>
          {[...live.organisations.value.values()].map((each) => (
            <option key={each.id} value={each.id}>
              {each.name}
            </option>
          ))}
        </select>
      </div>
      <div class="agreement-pair">
        <div>
          <label class="label" for={`${id}-person`}>
            {w.ownerPerson}
          </label>
          <select
            id={`${id}-person`}
            class="input"
            value={person.value}
            onChange={(event) => (person.value = event.currentTarget.value)}
          >
            <option value="">{w.ownerNobody}</option>
            {people.map((each) => (
              <option key={each.id} value={each.id}>
                {each.name}
              </option>
            ))}
          </select>
        </div>
        <div>
          <label class="label" for={`${id}-due`}>
            {w.dueDay}
          </label>
          <input
            id={`${id}-due`}
            class="input"
            type="date"
            max="9999-12-31"
            value={due.value}
            onInput={(event) => (due.value = event.currentTarget.value)}
          />
        </div>
      </div>
      <div class="row">
        <button type="submit" class="button main">
          {before ? w.agreementChange : w.agreementSave}
        </button>
        <button type="button" class="button" onClick={leave}>
          {w.cancel}
        </button>
      </div>
    </form>
  );
}
