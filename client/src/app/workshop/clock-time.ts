// The clock of a step: how it reads, what it looks like near the end, what is said of it, and its soft sound. The
// components are in clock.tsx; the console uses both.

import { signal } from "@preact/signals";
import { remember, remembered } from "../device";

const SECOND = 1000;
const MINUTE = 60 * SECOND;

/** Shares of the whole time at which the clock changes its look. */
const LOW = 0.2;
const LAST = 0.05;

/** `low`: a fifth or less is left; `last`: a twentieth; `over`: the time is up. */
export type ClockLook = "calm" | "low" | "last" | "over";

export function clockLook(left: number, total: number): ClockLook {
  if (left <= 0) return "over";
  if (left <= total * LAST) return "last";
  return left <= total * LOW ? "low" : "calm";
}

/** The seconds that a clock shows: it stands at its full time when it starts, and at 0:00 when it ends. */
const secondsOf = (left: number) => (left > 0 ? Math.ceil(left / SECOND) : Math.floor(-left / SECOND));

/** 2:35, or 1:02:35 from an hour on; +0:12 once the time is over. */
export function clockText(left: number): string {
  const seconds = secondsOf(left);
  const two = (n: number) => String(n).padStart(2, "0");
  const [h, m, s] = [Math.floor(seconds / 3600), Math.floor(seconds / 60) % 60, seconds % 60];
  const text = h > 0 ? `${h}:${two(m)}:${two(s)}` : `${m}:${two(s)}`;
  return left <= -SECOND ? `+${text}` : text;
}

/** Ms until a running clock reads differently. */
export function untilNext(left: number): number {
  const rest = left > 0 ? left % SECOND : SECOND - (-left % SECOND);
  return rest === 0 ? SECOND : rest;
}

/** What a screen reader is told as a running clock goes on from `before` to `now` (ms left). */
export function clockNews(before: number, now: number, total: number): "minute" | "end" | null {
  if (before > 0 && now <= 0) return "end";
  return total > MINUTE && before > MINUTE && now <= MINUTE && now > 0 ? "minute" : null;
}

// --- the sound ---

const KEY = "clock-sound";

/** Whether this device makes a sound when the time is up. */
export const clockSound = signal(remembered(KEY) !== "off");

export function toggleClockSound(): void {
  clockSound.value = !clockSound.value;
  remember(KEY, clockSound.value ? null : "off");
  if (clockSound.value) soundEnd();
}

/** Hz and the second at which it begins: a fifth up, like a small bell in another room. */
const NOTES: readonly (readonly [pitch: number, at: number])[] = [
  [523.25, 0],
  [783.99, 0.22],
];
const LOUDNESS = 0.12;
const FADES = 1.1;

let context: AudioContext | null = null;

/** Two soft notes. Where a browser allows no sound, as before anything was pressed, there is none. */
export function soundEnd(): void {
  try {
    context ??= new AudioContext();
    void context.resume();
    for (const [pitch, at] of NOTES) note(context, pitch, context.currentTime + at);
  } catch {
    // Sound is an extra: the end also shows and is read out.
  }
}

function note(audio: AudioContext, pitch: number, at: number): void {
  const tone = audio.createOscillator();
  const loudness = audio.createGain();
  tone.type = "sine";
  tone.frequency.value = pitch;
  loudness.gain.setValueAtTime(0, at);
  loudness.gain.linearRampToValueAtTime(LOUDNESS, at + 0.03);
  loudness.gain.exponentialRampToValueAtTime(0.0001, at + FADES);
  tone.connect(loudness).connect(audio.destination);
  tone.start(at);
  tone.stop(at + FADES);
}
