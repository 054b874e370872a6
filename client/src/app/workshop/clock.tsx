// The clock of the step under way, as the step bar and the console show it; and what is heard of it.

import { useSignal } from "@preact/signals";
import { useEffect, useRef } from "preact/hooks";
import { words } from "../../words";
import { IconButton } from "../controls";
import { Digits } from "../digits";
import { Icon } from "../icons";
import { clockLook, clockNews, clockSound, clockText, soundEnd, toggleClockSound, untilNext } from "./clock-time";
import type { Live } from "./live";
import { useRoom } from "./room";
import "./clock.css";

/** Ms that the clock has left, null without one. Ticks once a second, and only while it runs. */
export function useClock({ led, session }: Live): number | null {
  const timer = led.timer.value;
  const step = led.step.value?.id;
  const ticked = useSignal(0);
  ticked.value;
  const left = led.left(session.now());
  const runs = left !== null && timer?.ends != null;
  useEffect(() => {
    if (!runs) return;
    let waiting = 0;
    const tick = () => {
      waiting = window.setTimeout(
        () => {
          ticked.value += 1;
          tick();
        },
        untilNext(led.left(session.now()) ?? 0) + 5,
      );
    };
    tick();
    return () => clearTimeout(waiting);
  }, [runs, timer, step]);
  return left;
}

const RADIUS = 10;
const ROUND = 2 * Math.PI * RADIUS;

/** What is left of the time as a ring; what is gone is pale. */
export function ClockRing({ left, total }: { left: number; total: number }) {
  const part = total > 0 ? Math.min(1, Math.max(0, left / total)) : 0;
  return (
    <svg class="clock-ring" viewBox="0 0 28 28" aria-hidden="true">
      <circle class="clock-gone" cx="14" cy="14" r={RADIUS} />
      <circle
        class="clock-left"
        cx="14"
        cy="14"
        r={RADIUS}
        transform="rotate(-90 14 14)"
        stroke-dasharray={`${(part * ROUND).toFixed(2)} ${ROUND.toFixed(2)}`}
      />
    </svg>
  );
}

/** The clock as the step bar shows it; nothing without one. */
export function StepClock() {
  const w = words.value;
  const { live } = useRoom();
  const left = useClock(live);
  const timer = live.led.timer.value;
  if (left === null || !timer) return null;
  const runs = timer.ends != null;
  return (
    <div class={`step-clock ${clockLook(left, timer.total)}`}>
      {runs ? <ClockRing left={left} total={timer.total} /> : <Icon name="pause" />}
      <span class="clock-digits" role="timer" aria-label={runs ? w.clock : w.clockStopped}>
        <Digits text={clockText(left)} />
      </span>
    </div>
  );
}

/** Plays the sound and says what a screen reader is to know: a minute before the end, and the end. Once on a page. */
export function ClockNews() {
  const w = words.value;
  const { live } = useRoom();
  const left = useClock(live);
  const timer = live.led.timer.value;
  const said = useSignal("");
  const before = useRef<{ left: number; step: string } | null>(null);
  useEffect(() => {
    const last = before.current;
    before.current = left === null || !timer ? null : { left, step: timer.step };
    if (left === null || !timer || timer.ends == null || last?.step !== timer.step) {
      said.value = "";
      return;
    }
    const news = clockNews(last.left, left, timer.total);
    if (news === null) return;
    said.value = news === "end" ? w.clockEnded : w.clockMinute;
    if (news === "end" && clockSound.peek()) soundEnd();
  }, [left, timer]);
  return (
    <p class="unseen" role="status">
      {said.value}
    </p>
  );
}

/** Each person decides for their own device whether the end of the clock is heard. */
export function ClockSoundSwitch() {
  const w = words.value;
  const on = clockSound.value;
  return (
    <IconButton
      icon={on ? "sound" : "silence"}
      name={on ? w.clockSoundOff : w.clockSoundOn}
      class="clock-sound"
      onClick={toggleClockSound}
    />
  );
}
