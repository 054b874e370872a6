// The waiting room, right below the clock while somebody waits: one, an organisation or all are let in.

import { useSignal } from "@preact/signals";
import type { Person } from "../../../generated/protocol";
import { words } from "../../../words";
import { IconButton } from "../../controls";
import { OrganisationMark } from "../../mark";
import { useRoom } from "../room";
import { waitingBy } from "./crowd";
import { RemovePerson } from "./person-menu";

export function Lobby() {
  const w = words.value;
  const { live } = useRoom();
  const refusing = useSignal<string | null>(null);
  const waiting = live.led.waiting.value;
  if (waiting.length === 0) return null;
  const groups = waitingBy(waiting, [...live.organisations.value.values()]);
  const admit = (people: readonly Person[]) =>
    live.session.propose({ type: "person.admit", ids: people.map(({ id }) => id) });
  return (
    <section class="lobby" aria-labelledby="lobby-title">
      <header class="console-head">
        <h2 id="lobby-title">{w.lobby(waiting.length)}</h2>
        <button type="button" class="button main" onClick={() => admit(waiting)}>
          {waiting.length === 1 ? w.lobbyOne : w.lobbyAll}
        </button>
      </header>
      <ul class="lobby-list">
        {groups.map(({ organisation, people }) => (
          <li key={organisation?.id ?? ""}>
            <div class="lobby-row">
              <OrganisationMark organisation={organisation} />
              <strong class="lobby-name">{organisation?.name ?? w.crowdNone}</strong>
              {people.length > 1 && groups.length > 1 && (
                <button type="button" class="button" onClick={() => admit(people)}>
                  {w.lobbyOne}
                  <span class="unseen"> {organisation?.name ?? w.crowdNone}</span>
                </button>
              )}
            </div>
            <ul>
              {people.map((person) => (
                <li key={person.id}>
                  <div class="lobby-row person">
                    <span class="lobby-name">{person.name}</span>
                    {waiting.length > 1 && (
                      <button type="button" class="button" onClick={() => admit([person])}>
                        {w.lobbyOne}
                        <span class="unseen"> {person.name}</span>
                      </button>
                    )}
                    <IconButton
                      icon="close"
                      name={w.lobbyRefuse(person.name)}
                      onClick={() => {
                        refusing.value = person.id;
                      }}
                    />
                  </div>
                  {refusing.value === person.id && (
                    <RemovePerson person={person} onNo={() => (refusing.value = null)} />
                  )}
                </li>
              ))}
            </ul>
          </li>
        ))}
      </ul>
    </section>
  );
}
