// What a facilitator does with one person: follow, rename, another organisation, another role, send away.

import { useSignal } from "@preact/signals";
import { useEffect, useId, useRef } from "preact/hooks";
import { MAX_NAME } from "../../../generated/protocol";
import { words } from "../../../words";
import { Icon } from "../../icons";
import { useRoom } from "../room";
import { Confirm } from "./confirm";
import { type Member, stateOf } from "./crowd";
import { useDesk } from "./desk";

export function PersonMenu({ person }: { person: Member }) {
  const w = words.value;
  const id = useId();
  const desk = useDesk();
  const { live, following } = useRoom();
  const root = useRef<HTMLDivElement>(null);
  const name = useSignal(person.name);
  const organisation = useSignal(person.organisation ?? "");
  const removing = useSignal(false);
  const me = person.id === live.session.person;
  const follows = following.person.value === person.id;
  useEffect(() => root.current?.scrollIntoView({ block: "nearest" }), []);
  const close = () => {
    desk.person.value = null;
    const chip = root.current?.parentElement?.querySelector<HTMLElement>(`[data-person="${CSS.escape(person.id)}"]`);
    chip?.focus();
  };
  const set = (change: { name?: string; organisation?: string; role?: "facilitator" | "participant" }) => {
    if (Object.keys(change).length > 0) live.session.propose({ type: "person.set", id: person.id, ...change });
    close();
  };
  const save = (event: Event) => {
    event.preventDefault();
    const called = name.value.trim();
    set({
      ...(called && called !== person.name ? { name: called } : {}),
      ...(organisation.value && organisation.value !== person.organisation ? { organisation: organisation.value } : {}),
    });
  };
  const onKey = (event: KeyboardEvent) => {
    if (event.key !== "Escape" || event.defaultPrevented) return;
    event.preventDefault();
    close();
  };
  return (
    <section class="person-menu" ref={root} aria-labelledby={id} onKeyDown={onKey}>
      <header>
        <h3 id={id}>{me ? w.youAre(person.name) : person.name}</h3>
        <p class="help">
          {w[person.role]} · {stateOf(person, w)}
        </p>
      </header>
      <form class="person-form" onSubmit={save}>
        <label class="field">
          <span class="label">{w.personName}</span>
          <input
            class="input"
            type="text"
            maxLength={MAX_NAME}
            value={name.value}
            onInput={(event) => {
              name.value = event.currentTarget.value;
            }}
          />
        </label>
        <label class="field">
          <span class="label">{w.personOrganisation}</span>
          <select
            class="input"
            value={organisation.value}
            onChange={(event) => {
              organisation.value = event.currentTarget.value;
            }}
          >
            {/* Nobody is taken out of an organisation, only into another. */}
            {person.organisation == null && <option value="">{w.noOrganisation}</option>}
            {[...live.organisations.value.values()].map((each) => (
              <option key={each.id} value={each.id}>
                {each.name}
              </option>
            ))}
          </select>
        </label>
        <button type="submit" class="button">
          {w.personSave}
        </button>
      </form>
      {!me && !removing.value && (
        <div class="row">
          {person.here && (
            <button type="button" class="button" onClick={() => following.toggle(person.id)}>
              <Icon name="eye" size={16} />
              {follows ? w.personUnfollow : w.personFollow}
            </button>
          )}
          {person.role === "participant" && (
            <button type="button" class="button" onClick={() => set({ role: "facilitator" })}>
              {w.personLead}
            </button>
          )}
          {person.role === "facilitator" && (
            <button type="button" class="button" onClick={() => set({ role: "participant" })}>
              {w.personTakePart}
            </button>
          )}
          <button type="button" class="button danger" onClick={() => (removing.value = true)}>
            {w.personRemove}
          </button>
        </div>
      )}
      {removing.value && <RemovePerson person={person} onNo={() => (removing.value = false)} />}
    </section>
  );
}

interface RemovePersonProps {
  person: Pick<Member, "id" | "name">;
  onNo: () => void;
}

/** Asked where it was pressed: it cannot be taken back, and the others' link changes with it. */
export function RemovePerson({ person, onNo }: RemovePersonProps) {
  const w = words.value;
  const desk = useDesk();
  const { live } = useRoom();
  const remove = () => {
    live.session.propose({ type: "person.remove", id: person.id });
    desk.person.value = null;
    desk.removed.value = { id: person.id, name: person.name };
  };
  return (
    <Confirm
      danger
      text={w.personRemoveSure(person.name)}
      yes={w.personRemoveYes(person.name)}
      onYes={remove}
      onNo={onNo}
    />
  );
}
