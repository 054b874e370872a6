// Who is here: by organisation, with who is ready; per person a menu. And the waiting room's switch.

import type { ComponentChildren } from "preact";
import { words } from "../../../words";
import { OrganisationMark } from "../../mark";
import { useRoom } from "../room";
import { crowdOf, type Member, stateOf } from "./crowd";
import { useDesk } from "./desk";
import { PersonChip } from "./person-chip";
import { PersonMenu } from "./person-menu";
import { Tick } from "./tick";

interface RowProps {
  who: ComponentChildren;
  people: readonly Member[];
}

function CrowdRow({ who, people }: RowProps) {
  const w = words.value;
  const desk = useDesk();
  const open = people.find(({ id }) => id === desk.person.value);
  return (
    <li>
      <div class="crowd-row">
        <span class="crowd-who">{who}</span>
        <span class="crowd-chips">
          {people.map((person) => (
            <PersonChip
              key={person.id}
              person={person}
              label={`${person.name}, ${stateOf(person, w)}`}
              expanded={person.id === open?.id}
              onClick={() => {
                desk.person.value = person.id === open?.id ? null : person.id;
              }}
            />
          ))}
        </span>
      </div>
      {open && <PersonMenu key={open.id} person={open} />}
    </li>
  );
}

/** After somebody was removed: their link is another one now. */
function Removed() {
  const w = words.value;
  const desk = useDesk();
  const { live } = useRoom();
  const removed = desk.removed.value;
  // The server has the last word on whether they went.
  if (!removed || !live.people.value.get(removed.id)?.removed) return null;
  const show = () => {
    desk.removed.value = null;
    live.panel.value = "share";
  };
  return (
    <div class="confirm">
      <p role="status">{w.personRemoved(removed.name)}</p>
      <div class="row">
        <button type="button" class="button main" onClick={show}>
          {w.personNewLink}
        </button>
        <button type="button" class="button plain" onClick={() => (desk.removed.value = null)}>
          {w.close}
        </button>
      </div>
    </div>
  );
}

/** How many are ready, and in a private step how many have made something. */
function Counts() {
  const w = words.value;
  const { led } = useRoom().live;
  const tally = led.tally.value;
  if (tally === null || tally.step !== led.step.value?.id) return null;
  return (
    <p class="crowd-counts">
      {led.private.value && (
        <span>
          <strong>{tally.written}</strong> {w.crowdWritten}
        </span>
      )}
      <span>
        <strong>{tally.ready}</strong> {w.crowdReady}
      </span>
    </p>
  );
}

export function People() {
  const w = words.value;
  const { live } = useRoom();
  const { groups, facilitators, observers, here, all } = crowdOf(live);
  const away = [...groups.flatMap(({ people }) => people), ...facilitators, ...observers].some((each) => !each.here);
  const named = groups.some(({ people }) => people.some(({ ready }) => ready !== null));
  const key = named ? w.crowdKey : away ? w.crowdKeyAway : null;
  return (
    <section class="crowd" aria-labelledby="crowd-title">
      <header class="console-head">
        <h2 id="crowd-title">
          <span class="unseen">{w.crowd}. </span>
          {w.crowdHere(here, all)}
        </h2>
        <Counts />
      </header>
      <Removed />
      <ul class="crowd-rows">
        {groups
          .filter(({ people }) => people.length > 0)
          .map(({ key: group, organisation, people }) => (
            <CrowdRow
              key={group}
              people={people}
              who={
                <>
                  <OrganisationMark organisation={organisation} />
                  <span>{organisation?.name ?? w.crowdNone}</span>
                </>
              }
            />
          ))}
        {facilitators.length > 1 && (
          <CrowdRow people={facilitators} who={<span class="crowd-plain">{w.crowdFacilitators}</span>} />
        )}
        {observers.length > 0 && (
          <CrowdRow people={observers} who={<span class="crowd-plain">{w.crowdObservers}</span>} />
        )}
      </ul>
      {all === 0 && (
        <p class="help">
          {w.crowdEmpty} {w.crowdEmptyDo}
        </p>
      )}
      <div class="crowd-foot">
        <p class="crowd-key">{key}</p>
        <Tick
          text={w.lobbySwitch}
          on={live.workshop.value?.waiting ?? false}
          onChange={(on) => live.session.propose({ type: "waiting.set", on })}
        />
      </div>
    </section>
  );
}
