// Check-in and check-out: from 1 to 5 and in one word, for all to see at once; in place of the canvas.

import { useSignal } from "@preact/signals";
import { useEffect, useId, useRef } from "preact/hooks";
import type { Check as CheckRecord, Step } from "../../../generated/protocol";
import { words } from "../../../words";
import { Fault } from "../../controls";
import { Icon } from "../../icons";
import { OrganisationMark } from "../../mark";
import { organisationColours } from "../../organisation-colours";
import type { Live } from "../live";
import { useRoom } from "../room";
import { Grades } from "./grades";

const MAX_WORD = 40;

export function Check({ step }: { step: Step }) {
  const w = words.value;
  const { live } = useRoom();
  const mayAnswer = live.led.may("check.set");
  return (
    <>
      {mayAnswer ? <Answer key={step.id} step={step} /> : null}
      <Answers step={step} />
      {!mayAnswer && live.led.role.value === "observer" && <p class="help">{w.howObserver}</p>}
    </>
  );
}

function Answer({ step }: { step: Step }) {
  const w = words.value;
  const { live, board } = useRoom();
  const said = live.led.check.value;
  const mood = useSignal<number | null>(said?.mood ?? null);
  const word = useSignal(said?.word ?? "");
  const tried = useSignal(false);
  const id = useId();
  const form = useRef<HTMLFormElement>(null);
  // What I said in another tab, or before a reload, comes in once it is there.
  useEffect(() => {
    if (!said) return;
    mood.value = said.mood;
    word.value = said.word ?? "";
  }, [said?.mood, said?.word]);
  const same = said !== undefined && said.mood === mood.value && (said.word ?? "") === word.value.trim();
  const share = (event: Event) => {
    event.preventDefault();
    tried.value = true;
    if (mood.value === null) {
      requestAnimationFrame(() => form.current?.querySelector<HTMLElement>("input")?.focus());
      return;
    }
    if (same) return;
    live.session.propose({ type: "check.set", step: step.id, mood: mood.value, word: word.value.trim() });
    board.say(w.checkShared);
  };
  const out = step.mode === "check-out";
  return (
    <form class="check-form" ref={form} onSubmit={share}>
      <p class="label">{out ? w.checkOutAsk : w.checkInAsk}</p>
      <div class="check-mood">
        <Grades
          legend={out ? w.checkOutAsk : w.checkInAsk}
          ends={[w.checkLow, w.checkHigh]}
          value={mood.value}
          onChoose={(value) => (mood.value = value)}
        />
        <p class="check-ends help" aria-hidden="true">
          <span>{w.checkLow}</span>
          <span>{w.checkHigh}</span>
        </p>
      </div>
      {tried.value && mood.value === null && <Fault>{w.checkChoose}</Fault>}
      <label class="label" for={id}>
        {w.checkWord}
      </label>
      <div class="check-word">
        <input
          id={id}
          class="input"
          maxLength={MAX_WORD}
          value={word.value}
          onInput={(event) => (word.value = event.currentTarget.value)}
        />
        <button type="submit" class={`button ${same ? "" : "main"}`} aria-disabled={same || undefined}>
          {same && <Icon name="check" />}
          {same ? w.checkDone : said ? w.checkChange : w.checkShare}
        </button>
      </div>
    </form>
  );
}

/** By organisation and name: nobody is ranked. */
function inOrder(live: Live, checks: readonly CheckRecord[]): readonly CheckRecord[] {
  const order = [...live.organisations.value.keys()];
  const place = (person: string) => {
    const at = order.indexOf(live.people.value.get(person)?.organisation ?? "");
    return at < 0 ? order.length : at;
  };
  const name = (person: string) => live.nameOf(person) ?? "";
  return [...checks].sort((a, b) => place(a.person) - place(b.person) || name(a.person).localeCompare(name(b.person)));
}

function Answers({ step }: { step: Step }) {
  const w = words.value;
  const { live } = useRoom();
  const checks = live.led.found.value.checks.filter((check) => check.step === step.id);
  return (
    <section class="check-answers" aria-label={w.checkAnswers}>
      {checks.length === 0 && <p class="help">{w.checkNone}</p>}
      <ul>
        {inOrder(live, checks).map(({ id, person, mood, word }) => {
          const organisation = live.organisationOf(person);
          const colours = organisation && organisationColours(organisation.mark);
          return (
            <li key={id} style={colours && { background: colours.note, borderColor: colours.edge }}>
              <span class="grade-said figures">{mood}</span>
              <div>
                {word && <p class="check-said">{word}</p>}
                <p class="check-who">
                  <OrganisationMark organisation={organisation} size={12} />
                  {[live.nameOf(person) ?? w.someone, organisation?.name].filter(Boolean).join(" · ")}
                </p>
              </div>
            </li>
          );
        })}
      </ul>
    </section>
  );
}
