// The partners or issues that a canvas has rows, columns or petals for: added, named and taken out while all look on.

import { useSignal } from "@preact/signals";
import { useId, useRef } from "preact/hooks";
import { entriesOf, withEntry, withNamed, withoutEntry } from "../../../core/settings";
import { type Canvas, type Entry, type ListText, MAX_NAME, type Settings } from "../../../generated/protocol";
import { words } from "../../../words";
import { IconButton } from "../../controls";
import { OrganisationMark } from "../../mark";
import { language } from "../../settings";
import { useRoom } from "../room";

/** An id that no entry of the list had before. */
const newEntryId = () => `own-${Math.random().toString(36).slice(2, 10)}`;

export function AdjustList({ canvas, list }: { canvas: Canvas; list: ListText }) {
  const w = words.value;
  const { live } = useRoom();
  const root = useRef<HTMLElement>(null);
  const entries = entriesOf(canvas.settings, list.id);
  const most = list.most ?? 10;
  const label = list.label[language.value];
  const set = (settings: Settings) => live.session.propose({ type: "canvas.set", id: canvas.id, settings });
  const add = (entry: Omit<Entry, "id"> & { id?: string }) =>
    set(withEntry(canvas.settings ?? {}, list.id, { id: newEntryId(), ...entry }));
  const remove = (entry: Entry) => {
    set(withoutEntry(canvas.settings ?? {}, list.id, entry.id));
    root.current?.querySelector<HTMLElement>("h3")?.focus();
  };
  return (
    <section class="adjust-part" ref={root}>
      <header class="adjust-head">
        <h3 tabIndex={-1}>{label}</h3>
        <span class="help figures">{w.listOf(entries.length, most)}</span>
      </header>
      <p class="help">{w.listHint}</p>
      <ol class="adjust-entries">
        {entries.map((entry, index) => (
          <li key={entry.id}>
            <EntryName
              entry={entry}
              label={w.entryName(label, index + 1)}
              onName={(name) => set(withNamed(canvas.settings ?? {}, list.id, entry.id, name))}
            />
            <IconButton icon="close" name={w.entryRemove(entry.name)} onClick={() => remove(entry)} />
          </li>
        ))}
      </ol>
      {entries.length >= most ? (
        <p class="help">{w.entriesFull}</p>
      ) : (
        <>
          {list.id === "partners" && <Organisations entries={entries} onAdd={add} />}
          <NewEntry label={w.entryNew(label)} onAdd={(name) => add({ name })} />
        </>
      )}
    </section>
  );
}

/** An organisation is called as it is everywhere; others are named here. */
function EntryName({ entry, label, onName }: { entry: Entry; label: string; onName: (name: string) => void }) {
  const w = words.value;
  const { live } = useRoom();
  const organisation = entry.organisation ? live.organisations.value.get(entry.organisation) : undefined;
  if (organisation) {
    return (
      <span class="adjust-organisation" title={w.entryOrganisation}>
        <OrganisationMark organisation={organisation} size={16} /> {entry.name}
      </span>
    );
  }
  return (
    <input
      class="input"
      type="text"
      maxLength={MAX_NAME}
      aria-label={label}
      value={entry.name}
      onChange={(event) => {
        const name = event.currentTarget.value.trim();
        if (name && name !== entry.name) onName(name);
        else event.currentTarget.value = entry.name;
      }}
    />
  );
}

/** Organisations of the workshop that are not in the list, such as one that came later. */
function Organisations({ entries, onAdd }: { entries: readonly Entry[]; onAdd: (entry: Omit<Entry, "id">) => void }) {
  const w = words.value;
  const { live } = useRoom();
  const others = [...live.organisations.value.values()].filter(
    ({ id }) => !entries.some(({ organisation }) => organisation === id),
  );
  if (others.length === 0) return null;
  return (
    <ul class="adjust-organisations" aria-label={w.entryFrom}>
      {others.map((organisation) => (
        <li key={organisation.id}>
          <button
            type="button"
            class="button"
            onClick={() => onAdd({ name: organisation.name, organisation: organisation.id })}
          >
            <OrganisationMark organisation={organisation} size={16} /> {organisation.name}
          </button>
        </li>
      ))}
    </ul>
  );
}

interface NewEntryProps {
  label: string;
  onAdd: (name: string) => void;
}

function NewEntry({ label, onAdd }: NewEntryProps) {
  const w = words.value;
  const id = useId();
  const name = useSignal("");
  const field = useRef<HTMLInputElement>(null);
  const add = (event: Event) => {
    event.preventDefault();
    const said = name.value.trim();
    if (said) onAdd(said);
    name.value = "";
    field.current?.focus();
  };
  return (
    <form class="adjust-new" onSubmit={add}>
      <label class="label" for={id}>
        {label}
      </label>
      <div class="row">
        <input
          id={id}
          ref={field}
          class="input"
          type="text"
          maxLength={MAX_NAME}
          value={name.value}
          onInput={(event) => (name.value = event.currentTarget.value)}
        />
        <button type="submit" class={`button ${name.value.trim() ? "main" : ""}`}>
          {w.entryAdd}
        </button>
      </div>
    </form>
  );
}
