// What the parts of the console share: what is open in it, what it asks before it does something, and how it leads.

import { type Signal, signal } from "@preact/signals";
import { createContext } from "preact";
import { useContext } from "preact/hooks";
import { isItem } from "../../../core/state";
import type { Item, OpenRound, Person, Reveal, Step } from "../../../generated/protocol";
import type { Room } from "../room";
import { nextStep } from "./plan";

export type ActionName = "reveal" | "dots" | "spotlight" | "group" | "pause" | "stop";

/** `few`: the server warned that its authors can be guessed. `from`: where it was pressed, and so where it is asked. */
export type Asked =
  | { readonly what: "enter"; readonly step: string; readonly few: boolean; readonly from: "clock" | "agenda" }
  | { readonly what: "reveal"; readonly intent: Reveal; readonly few: true; readonly from: "reveal" }
  | { readonly what: "stop"; readonly from: "clock" };

export type Ballot = Required<Pick<OpenRound, "dots" | "zone" | "only" | "several" | "anonymous">>;

/** Two presses within this time were meant as one: a second "next" would pass over a step, or show what is private. */
const ONE_PRESS_MS = 700;

/** Entering it shows at once what is private on its canvas. */
export const reveals = (step: Step): boolean => step.mode === "reveal" && !step.turns && step.canvas != null;

export class Desk {
  readonly action: Signal<ActionName | null> = signal(null);
  readonly asked: Signal<Asked | null> = signal(null);
  /** Whose menu is open. */
  readonly person: Signal<string | null> = signal(null);
  /** Who was sent away last, by somebody at this console. */
  readonly removed: Signal<Pick<Person, "id" | "name"> | null> = signal(null);
  readonly editing = signal(false);
  /** The step whose form is open; "" is one to be added. */
  readonly form: Signal<string | null> = signal(null);
  /** How the next vote is meant to be. */
  readonly ballot: Signal<Ballot> = signal({ dots: 3, zone: null, only: null, several: true, anonymous: false });

  /** What was asked for last that may show something anonymous. */
  #tried: Exclude<Asked, { what: "stop" }> | null = null;
  #pressed = Number.NEGATIVE_INFINITY;
  /** How many sessions there had been when the last one was asked for. */
  #begun = -1;
  readonly #stop: () => void;

  constructor(readonly room: Room) {
    this.#stop = room.live.session.on("refused", ({ code }) => {
      if (code !== "few-authors" || !this.#tried) return;
      this.asked.value = { ...this.#tried, few: true };
      if (this.#tried.what === "reveal") this.action.value = "reveal";
    });
  }

  close(): void {
    this.#stop();
  }

  toggle(action: ActionName): void {
    this.action.value = this.action.peek() === action ? null : action;
  }

  // --- steps ---

  /** The step that is next, if any. */
  next(): Step | undefined {
    const { led } = this.room.live;
    return nextStep(led.agenda.value, led.step.value?.id);
  }

  goOn(): void {
    const next = this.#pressedOnce() ? this.next() : undefined;
    if (next) this.enter(next.id, "clock");
  }

  /** Begin: a session, with the first step. */
  start(): void {
    if (!this.#pressedOnce()) return;
    const next = this.next();
    if (next) this.enter(next.id, "clock");
    else this.#begin();
  }

  /** A press in the agenda; what shows something is asked first. */
  choose(step: Step): void {
    if (reveals(step)) this.asked.value = { what: "enter", step: step.id, few: false, from: "agenda" };
    else this.enter(step.id, "agenda");
  }

  enter(step: string, from: "clock" | "agenda", sure = false): void {
    this.asked.value = null;
    this.#tried = { what: "enter", step, few: false, from };
    this.#begin();
    this.room.live.session.propose({ type: "step.enter", id: step, ...(sure ? { sure } : {}) });
  }

  workFreely(): void {
    this.asked.value = null;
    this.room.live.session.propose({ type: "step.enter", id: null });
  }

  stop(): void {
    this.asked.value = null;
    this.action.value = null;
    this.workFreely();
    this.room.live.session.propose({ type: "session.stop" });
  }

  reveal(intent: Reveal): void {
    this.asked.value = null;
    if (intent.of === "all") this.action.value = null;
    this.#tried = { what: "reveal", intent, few: true, from: "reveal" };
    this.room.live.session.propose(intent);
  }

  #pressedOnce(): boolean {
    const now = performance.now();
    if (now - this.#pressed < ONE_PRESS_MS) return false;
    this.#pressed = now;
    return true;
  }

  /** What is led belongs to a session: its start and stop bound the replay. */
  #begin(): void {
    const { session, led } = this.room.live;
    const { workshop, sessions } = led.found.peek();
    // Asked for already, and not answered yet.
    if (workshop?.session != null || this.#begun === sessions.length) return;
    this.#begun = sessions.length;
    session.propose({ type: "session.start", id: session.newId() });
  }
}

/** What is selected on the canvas and everyone sees: drafts are nobody else's business. */
export function selectedForAll({ live, board }: Room): Item[] {
  live.items.value; // what is selected may change under our hands
  return board.selection.value.flatMap((id) => {
    const record = live.session.get(id);
    return isItem(record) && record.deleted == null && !live.led.isDraft(record) ? [record] : [];
  });
}

const context = createContext<Desk | null>(null);

export const DeskProvider = context.Provider;

export function useDesk(): Desk {
  const desk = useContext(context);
  if (!desk) throw new Error("expected to be inside the console, but there is none around this component");
  return desk;
}
