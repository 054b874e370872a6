// The bar under the top: what to do now, until when, and with whom my view goes along. Below it what concerns me alone.

import { words } from "../../words";
import { IconButton } from "../controls";
import { Icon } from "../icons";
import { language } from "../settings";
import { ClockNews, ClockSoundSwitch, StepClock } from "./clock";
import { useRoom } from "./room";
import { News } from "./taking-part/news";
import { Offers } from "./taking-part/offers";
import { PauseBar } from "./taking-part/pause";
import { PrivateBar } from "./taking-part/private-bar";
import { ReadyButton } from "./taking-part/ready";
import { askedIn, placeIn, saidIn, wayIn } from "./taking-part/step-words";
import { VoteBar } from "./taking-part/vote-bar";
import "./step-bar.css";
import "./taking-part/taking-part.css";

function how(kinds: readonly string[], role: string, asList: boolean, touch: boolean): string {
  const w = words.value;
  if (role === "observer") return w.howObserver;
  // The first kind that a template lists is the one that it is about.
  const [about] = kinds;
  if (asList) return about === "card" ? w.howListCard : about?.endsWith("token") ? w.howListToken : w.howList;
  if (about === "partner-token") return w.howPartner;
  if (about === "participant-token") return w.howToken;
  if (about === "card") return touch ? w.howCardTouch : w.howCard;
  if (about === "score") return touch ? w.howScoreTouch : w.howScore;
  if (about === "smiley") return touch ? w.howSmileyTouch : w.howSmiley;
  if (about === "checkbox") return touch ? w.howTickTouch : w.howTick;
  return touch ? w.howNoteTouch : w.howNote;
}

/** Without a step: what the canvas asks, and how one writes on it. */
function CanvasPrompt() {
  const { live } = useRoom();
  const canvas = live.canvas.value;
  const touch = matchMedia("(pointer: coarse)").matches;
  return (
    <div class="prompt">
      <p class="prompt-text">{canvas?.template.prompt[language.value]}</p>
      <p class="help prompt-how">
        {canvas && how(canvas.template.kinds, live.led.role.value, live.asList.value, touch)}
      </p>
    </div>
  );
}

/** Who facilitates, if that is one person. */
function useLeader(): string | null {
  const { led } = useRoom().live;
  const leaders = led.found.value.people.filter(({ role, waiting }) => role === "facilitator" && !waiting);
  return leaders.length === 1 ? (leaders[0]?.name ?? null) : null;
}

function StepPrompt() {
  const w = words.value;
  const { led, canvases } = useRoom().live;
  const leader = useLeader();
  const step = led.step.value;
  if (!step) return <CanvasPrompt />;
  const { n, of } = placeIn(led.agenda.value, step);
  const way = wayIn(step, led.role.value, leader, led.round.value !== undefined, w);
  const title = saidIn(step.title, language.value);
  const canvas = canvases.value.find(({ id }) => id === step.canvas);
  const prompt = askedIn(step, led.role.value, canvas, language.value);
  return (
    <>
      <span class="step-number figures" aria-hidden="true">
        {n}
      </span>
      <div class="prompt">
        <p class="prompt-text">{prompt || title}</p>
        <p class="help step-line">
          <span>{w.stepOf(n, of)}</span>
          {prompt && <span class="step-title">{title}</span>}
          <span>{way.how}</span>
          {way.more && <span class="step-more">{way.more}</span>}
        </p>
      </div>
    </>
  );
}

/** In steps where all is open: how many are ready, and that I am. Who facilitates has the console for it. */
function OpenReadiness() {
  const w = words.value;
  const { led } = useRoom().live;
  const step = led.step.value;
  if (!step || led.private.value || led.role.value === "facilitator") return null;
  const tally = led.tally.value;
  const ready = tally?.step === step.id ? tally.ready : 0;
  if (ready === 0 && !led.may("ready.set", "own")) return null;
  return (
    <div class="readiness">
      {ready > 0 && <span class="help figures">{w.readyCount(ready)}</span>}
      <ReadyButton />
    </div>
  );
}

function Along() {
  const w = words.value;
  const { live, following } = useRoom();
  const followed = following.person.value;
  const followers = following.followers.value;
  const names = followers.map((person) => live.nameOf(person) ?? w.someone);
  return (
    <>
      {followed !== null && (
        <p class="along" role="status">
          <Icon name="eye" />
          <span>{(following.brought.value ? w.broughtBy : w.following)(live.nameOf(followed) ?? w.someone)}</span>
          <IconButton
            icon="close"
            name={w.stopFollowing(live.nameOf(followed) ?? w.someone)}
            onClick={() => following.stop()}
          />
        </p>
      )}
      {followers.length > 0 && (
        <p class="along" role="status">
          <Icon name="eye" />
          <span>
            {names.length > 2
              ? w.followedByMany(names.length)
              : w.followedBy(new Intl.ListFormat(language.value).format(names), names.length)}
          </span>
        </p>
      )}
    </>
  );
}

export function StepBar() {
  const w = words.value;
  const { led } = useRoom().live;
  const clock = led.timer.value !== undefined && led.step.value !== undefined;
  return (
    <div class="step-area">
      <section class={`step-bar ${led.step.value ? "led" : ""}`} data-step={led.step.value?.id} aria-label={w.prompt}>
        <StepPrompt />
        <Along />
        <OpenReadiness />
        {clock && (
          <div class="step-time">
            <StepClock />
            <ClockSoundSwitch />
          </div>
        )}
      </section>
      <PauseBar />
      <PrivateBar />
      <VoteBar />
      <Offers />
      <News />
      <ClockNews />
    </div>
  );
}
