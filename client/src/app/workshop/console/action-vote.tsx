// A vote with dots: how many, about what, with names or without; and closing it.

import { type ItemKind, MAX_DOTS } from "../../../generated/protocol";
import { words } from "../../../words";
import { OneOf } from "../../controls";
import { language } from "../../settings";
import { shortTitle } from "../../short-title";
import { kindsOf } from "../board";
import { useRoom } from "../room";
import { labelOfZone } from "../zone-names";
import { type Ballot, useDesk } from "./desk";
import { Tick } from "./tick";

export function VotePanel() {
  const { live } = useRoom();
  return live.led.round.value ? <UnderWay /> : <NewVote />;
}

function UnderWay() {
  const w = words.value;
  const desk = useDesk();
  const { live } = useRoom();
  const round = live.led.round.value;
  const tally = live.led.tally.value;
  if (!round) return null;
  const canvas = live.canvases.value.find(({ id }) => id === round.canvas);
  const counted = tally !== null && tally.step === live.led.step.value?.id;
  const close = () => {
    live.session.propose({ type: "round.close", id: round.id });
    desk.action.value = null;
  };
  return (
    <>
      <p class="act-about">{canvas && w.voteUnderWay(round.dots, shortTitle(canvas.template.title[language.value]))}</p>
      {counted && <p class="help">{w.voteCast(tally.written)}</p>}
      <button type="button" class="button main" onClick={close}>
        {w.voteClose}
      </button>
    </>
  );
}

function NewVote() {
  const w = words.value;
  const desk = useDesk();
  const { live, board } = useRoom();
  const canvas = live.canvas.value;
  if (!canvas) return null;
  const sheet = board.sheet.value;
  const zones = sheet?.canvas === canvas.id ? sheet.sheet.layout.zones : [];
  const kinds = kindsOf(canvas).filter((kind) => kind !== "connector");
  const kindName: Partial<Record<ItemKind, string>> = {
    sticky: w.kindSticky,
    "partner-token": w.kindPartner,
    "participant-token": w.kindParticipant,
    card: w.kindCard,
    label: w.kindLabel,
  };
  // What was chosen for another canvas does not count here.
  const ballot: Ballot = {
    ...desk.ballot.value,
    zone: zones.some(({ id }) => id === desk.ballot.value.zone) ? desk.ballot.value.zone : null,
    only: kinds.some((kind) => kind === desk.ballot.value.only) ? desk.ballot.value.only : null,
  };
  const set = (change: Partial<Ballot>) => {
    desk.ballot.value = { ...ballot, ...change };
  };
  const start = () => {
    live.session.propose({ type: "round.open", id: live.session.newId(), canvas: canvas.id, ...ballot });
    desk.action.value = null;
  };
  return (
    <>
      <button type="button" class="button main" onClick={start}>
        {w.voteStart(ballot.dots)}
      </button>
      <label class="field field-beside">
        <span>{w.voteDots}</span>
        <input
          class="input figures"
          type="number"
          inputMode="numeric"
          min={1}
          max={MAX_DOTS}
          value={ballot.dots}
          onInput={({ currentTarget: { valueAsNumber: dots } }) => {
            if (Number.isFinite(dots)) set({ dots: Math.min(MAX_DOTS, Math.max(1, Math.round(dots))) });
          }}
        />
      </label>
      <label class="field">
        <span class="label">{w.voteAbout}</span>
        <select
          class="input"
          value={ballot.zone ?? ""}
          onChange={(event) => set({ zone: event.currentTarget.value || null })}
        >
          <option value="">{w.voteAnyZone}</option>
          {zones.map((zone) => (
            <option key={zone.id} value={zone.id}>
              {labelOfZone(zone, language.value)}
            </option>
          ))}
        </select>
      </label>
      {kinds.length > 1 && (
        <label class="field">
          <span class="label">{w.voteKind}</span>
          <select
            class="input"
            value={ballot.only ?? ""}
            onChange={(event) => set({ only: (event.currentTarget.value || null) as ItemKind | null })}
          >
            <option value="">{w.voteAnyKind}</option>
            {kinds.map((kind) => (
              <option key={kind} value={kind}>
                {kindName[kind]}
              </option>
            ))}
          </select>
        </label>
      )}
      <Tick text={w.voteSeveralDots} on={ballot.several} onChange={(several) => set({ several })} />
      <OneOf
        legend={w.voteNames}
        value={ballot.anonymous ? "anonymous" : "named"}
        options={[
          { value: "named", text: w.voteNamed },
          { value: "anonymous", text: w.voteAnonymous },
        ]}
        onChoose={(value) => set({ anonymous: value === "anonymous" })}
      />
    </>
  );
}
