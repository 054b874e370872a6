// Showing what is private on the canvas: all at once, or by organisation or person.

import { words } from "../../../words";
import { OrganisationMark } from "../../mark";
import { language } from "../../settings";
import { shortTitle } from "../../short-title";
import { useRoom } from "../room";
import { Confirm } from "./confirm";
import { crowdOf } from "./crowd";
import { useDesk } from "./desk";
import { PersonChip } from "./person-chip";

export function RevealPanel() {
  const w = words.value;
  const desk = useDesk();
  const { live } = useRoom();
  const { led } = live;
  const canvas = live.canvas.value;
  const step = led.step.value;
  const tally = led.tally.value;
  const asked = desk.asked.value;
  if (!canvas) return null;
  if (asked?.what === "reveal") {
    return (
      <Confirm
        text={w.agendaFew}
        yes={w.agendaFewYes}
        onYes={() => desk.reveal({ ...asked.intent, sure: true })}
        onNo={() => {
          desk.asked.value = null;
        }}
      />
    );
  }
  const nameless = led.private.value && step?.anonymous === true;
  const turns = step?.mode === "reveal" && step.turns === true;
  const counted = led.private.value && tally !== null && tally.step === step?.id;
  return (
    <>
      <p class="act-about">{w.revealOn(shortTitle(canvas.template.title[language.value]))}</p>
      <p class="help">
        {counted && w.revealCounts(tally.written, tally.ready)}
        {!led.private.value && (turns ? w.revealTurns : w.revealNone)}
      </p>
      <button
        type="button"
        class="button main"
        onClick={() => {
          desk.reveal({ type: "reveal", canvas: canvas.id, of: "all" });
        }}
      >
        {w.revealAll}
      </button>
      {nameless ? <p class="help">{w.revealAnonymous}</p> : <OneByOne canvas={canvas.id} />}
    </>
  );
}

function OneByOne({ canvas }: { canvas: string }) {
  const w = words.value;
  const desk = useDesk();
  const { live } = useRoom();
  const { groups } = crowdOf(live);
  const reveal = (of: "organisation" | "person", id: string) => desk.reveal({ type: "reveal", canvas, of, id });
  return (
    <>
      <h3 class="label">{w.revealBy}</h3>
      <ul class="crowd-rows">
        {groups
          .filter(({ people }) => people.length > 0)
          .map(({ organisation, key, people }) => (
            <li key={key} class="crowd-row">
              {organisation ? (
                <button
                  type="button"
                  class="button crowd-who"
                  aria-label={w.revealOf(organisation.name)}
                  onClick={() => reveal("organisation", organisation.id)}
                >
                  <OrganisationMark organisation={organisation} />
                  {organisation.name}
                </button>
              ) : (
                <span class="crowd-who">{w.crowdNone}</span>
              )}
              <span class="crowd-chips">
                {people.map((person) => (
                  <PersonChip
                    key={person.id}
                    person={person}
                    label={w.revealOf(person.name)}
                    onClick={() => reveal("person", person.id)}
                  />
                ))}
              </span>
            </li>
          ))}
      </ul>
    </>
  );
}
