// Joining: a name and an organisation, no account. Who this browser already is in the workshop can simply go on.

import { useSignal } from "@preact/signals";
import { useEffect, useRef } from "preact/hooks";
import type { Entrance, EntranceOrganisation, EntrancePerson } from "../generated/protocol";
import { words } from "../words";
import { join, sentenceFor } from "./api";
import { Fault, TextField } from "./controls";
import { remember, remembered } from "./device";
import { Icon } from "./icons";
import { Mark, SampleNote } from "./mark";
import { MARK_COUNT } from "./organisation-colours";
import { PageHead } from "./preferences";
import { replayPath, reportPath } from "./route";

interface JoinProps {
  workshop: string;
  entered: Entrance;
  onPerson: (person: string) => void;
}

/** No organisation, or one that is not in the list yet. */
const NONE = "";
const OTHER = "+";

export function Join({ workshop, entered, onPerson }: JoinProps) {
  const w = words.value;
  // Those of the link's role first: most likely the one to go on as.
  const again = [...entered.people].sort((a, b) => Number(b.role === entered.role) - Number(a.role === entered.role));
  const byRole = { facilitator: w.youFacilitate, participant: w.youTakePart, observer: w.youObserve }[entered.role];
  useEffect(() => {
    document.title = `${entered.title} · ${words.value.raakvlak}`;
  }, [entered.title]);
  return (
    <div class="join">
      <PageHead />
      <main>
        <h1>{entered.title}</h1>
        <p class="join-role">{byRole}</p>
        {again.length > 0 && <Again people={again} entered={entered} onPerson={onPerson} />}
        {entered.mayJoin ? (
          <JoinForm workshop={workshop} entered={entered} onPerson={onPerson} first={again.length === 0} />
        ) : (
          again.length === 0 && <Fault>{w.badLink}</Fault>
        )}
        {entered.role === "observer" && (
          <section class="join-replay">
            <a class="button large" href={replayPath(workshop)}>
              <Icon name="replay" />
              {w.watchReplay}
            </a>
            <a class="button large" href={reportPath(workshop)}>
              <Icon name="list" />
              {w.reportRead}
            </a>
            <p class="help">{w.replayHint}</p>
          </section>
        )}
      </main>
    </div>
  );
}

interface AgainProps {
  people: readonly EntrancePerson[];
  entered: Entrance;
  onPerson: (person: string) => void;
}

function Again({ people, entered, onPerson }: AgainProps) {
  const w = words.value;
  return (
    <section class="again">
      {people.map((person) => (
        <button
          key={person.id}
          type="button"
          class={`button large ${person.role === entered.role ? "main" : ""}`}
          onClick={() => onPerson(person.id)}
        >
          {w.continueAs(person.name)}
          <span class="again-organisation">
            {[
              w[person.role],
              entered.organisations.find(({ id }) => id === person.organisation)?.name,
              person.waiting && w.waitsToBeLetIn,
            ]
              .filter(Boolean)
              .join(" · ")}
          </span>
        </button>
      ))}
      {entered.mayJoin && <h2>{w.orSomeoneElse}</h2>}
    </section>
  );
}

/** The mark that a ninth organisation and on gets again, too. */
const nextMark = (organisations: readonly EntranceOrganisation[]) => organisations.length % MARK_COUNT;

function JoinForm({ workshop, entered, onPerson, first }: JoinProps & { first: boolean }) {
  const w = words.value;
  const needsOrganisation = entered.role === "participant";
  const name = useSignal(first ? (remembered("name") ?? "") : "");
  const was = entered.organisations.find((organisation) => organisation.name === remembered("organisation"));
  const onlyOther = entered.organisations.length === 0 && needsOrganisation;
  const choice = useSignal<string | null>(was?.id ?? (onlyOther ? OTHER : needsOrganisation ? null : NONE));
  const newName = useSignal("");
  const tried = useSignal(false);
  const fault = useSignal<unknown>(null);
  const busy = useSignal(false);
  const form = useRef<HTMLFormElement>(null);
  // Whoever was here before most likely goes on as that person; everyone else begins with their name.
  useEffect(() => {
    if (first) form.current?.querySelector<HTMLElement>("input")?.focus();
  }, []);

  const chosen = entered.organisations.find((organisation) => organisation.id === choice.value);
  const mark = chosen?.mark ?? (choice.value === OTHER ? nextMark(entered.organisations) : null);
  const noName = !name.value.trim();
  const noNewName = choice.value === OTHER && !newName.value.trim();

  const submit = async (event: Event) => {
    event.preventDefault();
    if (busy.value) return;
    tried.value = true;
    fault.value = null;
    if (noName || choice.value === null || noNewName) {
      const toFill = "[aria-invalid], fieldset.faulty input";
      requestAnimationFrame(() => form.current?.querySelector<HTMLElement>(toFill)?.focus());
      return;
    }
    busy.value = true;
    try {
      const { person } = await join(workshop, {
        name: name.value.trim(),
        organisation: chosen?.id ?? null,
        ...(choice.value === OTHER ? { newOrganisation: newName.value.trim() } : {}),
      });
      remember("name", name.value.trim());
      remember("organisation", choice.value === OTHER ? newName.value.trim() : (chosen?.name ?? null));
      onPerson(person);
    } catch (error) {
      fault.value = error;
      busy.value = false;
    }
  };

  const row = (id: string, text: string, rowMark: number | null, icon = false) => (
    <label key={id} class="organisation-choice">
      <input type="radio" name="organisation" checked={choice.value === id} onChange={() => (choice.value = id)} />
      {icon ? <Icon name="plus" /> : <Mark mark={rowMark} size={20} />}
      <span>{text}</span>
      {choice.value === id && <Icon name="check" />}
    </label>
  );

  return (
    <form class="join-form" ref={form} onSubmit={submit} noValidate>
      <TextField
        label={w.yourName}
        value={name.value}
        autoComplete="given-name"
        fault={tried.value && noName ? w.giveName : undefined}
        onInput={(value) => (name.value = value)}
      />
      <fieldset class={tried.value && choice.value === null ? "faulty" : ""}>
        <legend class="label">{w.whichOrganisation}</legend>
        <div class="organisation-choices">
          {entered.organisations.map((organisation) => row(organisation.id, organisation.name, organisation.mark))}
          {entered.role !== "observer" && row(OTHER, w.otherOrganisation, null, true)}
          {!needsOrganisation && row(NONE, w.noOrganisation, null)}
        </div>
        {tried.value && choice.value === null && <Fault>{w.giveOrganisation}</Fault>}
      </fieldset>
      {choice.value === OTHER && (
        <TextField
          label={w.newOrganisationName}
          value={newName.value}
          autoComplete="organization"
          fault={tried.value && noNewName ? w.giveNewOrganisation : undefined}
          onInput={(value) => (newName.value = value)}
        />
      )}
      <div class="join-preview">
        {entered.role !== "observer" && (
          <SampleNote mark={mark} text={w.notesLookLikeThis} name={name.value.trim() || "…"} />
        )}
        <p class="help">{entered.role === "observer" ? `${w.watchHint} ${w.noAccount}` : w.noAccount}</p>
      </div>
      <div class="join-send">
        {fault.value !== null && <Fault>{sentenceFor(fault.value)}</Fault>}
        {entered.waiting && entered.role !== "facilitator" && <p class="help join-waits">{w.waitsHint}</p>}
        <button type="submit" class="button main large" aria-disabled={busy.value || undefined}>
          {entered.role === "observer" ? w.watchLive : w.join}
        </button>
      </div>
    </form>
  );
}
