// The top of the console: how long the step under way still has, and on to the next one.

import type { Step } from "../../../generated/protocol";
import { words } from "../../../words";
import { Digits } from "../../digits";
import { Icon } from "../../icons";
import { language } from "../../settings";
import { useClock } from "../clock";
import { clockLook, clockText } from "../clock-time";
import { useRoom } from "../room";
import { saidIn } from "../taking-part/step-words";
import { Confirm } from "./confirm";
import { useDesk } from "./desk";
import { minutesOf, spentOn } from "./plan";
import { useNow } from "./ticking";

const SECOND = 1000;
const A_MINUTE_MORE = 60;

/** Time that goes by, in full seconds. */
export function Elapsed({ ms }: { ms: number }) {
  return <Digits text={clockText(Math.floor(Math.max(0, ms) / SECOND) * SECOND)} />;
}

function SpentOn({ step }: { step: Step }) {
  return <Elapsed ms={spentOn(step, useNow(step.entered ?? 0))} />;
}

function Since({ at }: { at: number }) {
  return <Elapsed ms={useNow(at) - at} />;
}

/** What the clock reads and what that is. */
function Reading({ left }: { left: number | null }) {
  const w = words.value;
  const { led } = useRoom().live;
  const step = led.step.value;
  const timer = led.timer.value;
  if (step && left !== null && timer) {
    const minutes = minutesOf(timer.total);
    const stands = timer.ends == null && left > 0;
    const what = left < 0 ? w.leadOver(minutes) : stands ? w.leadStands(minutes) : w.leadLeft(minutes);
    return (
      <>
        <span class={`lead-digits ${clockLook(left, timer.total)}`} role="timer" aria-label={w.leadClock}>
          <Digits text={clockText(left)} />
        </span>
        <span class="help">{what}</span>
      </>
    );
  }
  const session = led.found.value.sessions.find(({ id }) => id === led.found.value.workshop?.session);
  const before = led.found.value.sessions.length > 0;
  if (!step && !session) return <strong class="lead-none">{before ? w.leadStopped : w.leadNotBegun}</strong>;
  return (
    <>
      <span class="lead-digits">{step ? <SpentOn step={step} /> : <Since at={session?.started ?? 0} />}</span>
      <span class="help">{step ? w.leadNoClock : w.leadFree}</span>
    </>
  );
}

function Clockwork({ left }: { left: number | null }) {
  const w = words.value;
  const { session, led } = useRoom().live;
  const runs = led.timer.value?.ends != null;
  const none = left === null;
  const add = () =>
    // Where there was none, the clock begins; where it stands, it goes on standing.
    session.propose({ type: "clock.set", more: A_MINUTE_MORE, ...(none ? { running: true } : {}) });
  return (
    <>
      <button type="button" class="button" aria-label={w.leadMinuteSaid} onClick={add}>
        {w.leadMinute}
      </button>
      {!none && (
        <button
          type="button"
          class="button"
          aria-label={runs ? w.leadClockStop : w.leadClockRun}
          onClick={() => session.propose({ type: "clock.set", running: !runs })}
        >
          <Icon name={runs ? "pause" : "play"} size={16} />
          {w.leadClock}
        </button>
      )}
    </>
  );
}

/** What there is to do next: begin, go on, or stop. */
function Onward() {
  const w = words.value;
  const desk = useDesk();
  const { led } = useRoom().live;
  const next = desk.next();
  if (led.found.value.workshop?.session == null && !led.step.value) {
    return (
      <button type="button" class="button main" onClick={() => desk.start()}>
        <Icon name="play" size={16} />
        {w.leadStart}
      </button>
    );
  }
  if (next) {
    return (
      <button type="button" class="button main" onClick={() => desk.goOn()}>
        {w.leadNext}
        <Icon name="right" size={16} />
        <span class="unseen"> {saidIn(next.title, language.value)}</span>
      </button>
    );
  }
  return (
    <button type="button" class="button main" onClick={() => (desk.asked.value = { what: "stop", from: "clock" })}>
      <Icon name="stop" size={16} />
      {w.leadStop}
    </button>
  );
}

function Question() {
  const w = words.value;
  const desk = useDesk();
  const asked = desk.asked.value;
  if (asked?.from !== "clock") return null;
  const no = () => {
    desk.asked.value = null;
  };
  if (asked.what === "stop") {
    return <Confirm text={w.leadStopSure} yes={w.leadStop} onYes={() => desk.stop()} onNo={no} />;
  }
  return (
    <Confirm text={w.agendaFew} yes={w.agendaFewYes} onYes={() => desk.enter(asked.step, "clock", true)} onNo={no} />
  );
}

export function ClockBox() {
  const w = words.value;
  const { live } = useRoom();
  const desk = useDesk();
  const left = useClock(live);
  const step = live.led.step.value;
  const next = desk.next();
  const begun = step !== undefined || live.led.found.value.workshop?.session != null;
  return (
    <section class="lead" aria-label={w.leadClock}>
      <p class="lead-reading">
        <Reading left={left} />
      </p>
      {!begun && <p class="help">{next ? w.leadBeginWith(saidIn(next.title, language.value)) : w.leadBeginFree}</p>}
      <div class="row lead-buttons">
        {step && <Clockwork left={left} />}
        <Onward />
      </div>
      <Question />
    </section>
  );
}
