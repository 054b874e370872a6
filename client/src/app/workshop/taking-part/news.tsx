// What others bring about is told to who does not see it happen: a new step, a pause, what was shown. Read out only; on
// the screen it shows by itself.

import { useSignal, useSignalEffect } from "@preact/signals";
import { useEffect, useRef } from "preact/hooks";
import type { Record as WorkshopRecord } from "../../../generated/protocol";
import { words } from "../../../words";
import { narrow } from "../../narrow";
import { language } from "../../settings";
import { consoleOpen } from "../console/open";
import type { Live } from "../live";
import { useRoom } from "../room";
import { askedIn, placeIn, saidIn } from "./step-words";
import { aboutOf } from "./vote";

/** The step under way as a sentence, changed with the step alone. */
function stepSaid({ led, canvases }: Live): string {
  const w = words.peek();
  const step = led.step.peek();
  if (!step) return w.stepNone;
  const { n, of } = placeIn(led.agenda.peek(), step);
  const canvas = canvases.peek().find(({ id }) => id === step.canvas);
  const asked = askedIn(step, led.role.peek(), canvas, language.peek());
  return w.stepNow(w.stepOf(n, of), saidIn(step.title, language.peek()), asked);
}

/** Ids that the server gives to what is shown: nobody can make them, and they tell nothing of who did. */
const SHOWN = /^[0-9a-f]{24}$/;

const KINDS = ["sticky", "label", "card", "connector", "placement", "score"] as const;
type Shown = Extract<WorkshopRecord, { kind: (typeof KINDS)[number] }>;

const isShown = (record: WorkshopRecord | undefined): record is Shown =>
  record !== undefined && KINDS.some((kind) => kind === record.kind) && SHOWN.test(record.id);

/** How many of each were shown, as "12 notes and 3 placements". */
function shownSaid(shown: readonly Shown[]): string {
  const w = words.peek();
  const said = { sticky: w.notes, label: w.texts, card: w.cards, connector: w.arrows };
  const counted = { ...said, placement: w.placements, score: w.scores };
  const parts = KINDS.flatMap((kind) => {
    const n = shown.filter((record) => record.kind === kind).length;
    return n > 0 ? [counted[kind](n)] : [];
  });
  return w.revealed(new Intl.ListFormat(language.peek()).format(parts));
}

/** What belongs to the step comes beside the canvas, and goes with it. */
function openWithStep(live: Live): void {
  const mode = live.led.step.peek()?.mode;
  const panel = live.panel.peek();
  const over = (panel === "scores" && mode !== "score") || (panel === "agreements" && mode !== "conclude");
  if (over && live.offered.peek() === panel) live.panel.value = null;
  const role = live.led.role.peek();
  // Whoever leads keeps the console in that place.
  if (role === "facilitator" && consoleOpen.peek()) return;
  if (mode === "score" && role !== "observer" && !narrow.peek()) live.offer("scores");
  if (mode === "conclude") live.offer("agreements");
}

export function News() {
  const room = useRoom();
  const { live } = room;
  const { led } = live;
  const step = useSignal("");
  const shown = useSignal("");
  const vote = useSignal("");
  const before = useRef<{ step: string | null; paused: boolean } | null>(null);
  const voting = useRef<string | null | undefined>(undefined);
  useSignalEffect(() => {
    if (!led.found.value.workshop) return;
    const round = led.round.value ?? null;
    const last = voting.current;
    voting.current = round?.id ?? null;
    if (last === voting.current) return;
    const w = words.peek();
    if (round) vote.value = w.voteOpened(round.dots, aboutOf(live, round).join(", "));
    // What came of it is to be found: that is said on the screen as well.
    else if (last != null) room.board.say(w.voteClosed);
  });
  useSignalEffect(() => {
    // Not before the workshop is there: who comes late hears the step, too.
    if (!led.found.value.workshop) return;
    const now = { step: led.step.value?.id ?? null, paused: led.paused.value !== null };
    const last = before.current;
    before.current = now;
    if (now.step !== (last?.step ?? null)) {
      const canvas = led.step.peek()?.canvas;
      if (canvas) live.showCanvas(canvas);
      live.pastPage.value = false;
      openWithStep(live);
      step.value = stepSaid(live);
    }
    if (now.paused !== (last?.paused ?? false)) {
      step.value = now.paused
        ? `${led.paused.peek() || words.peek().paused}. ${words.peek().pausedWhy}`
        : words.peek().pauseOver;
    }
  });
  useEffect(() => {
    let known: Set<string> | null = null;
    return live.session.on("records", (ids) => {
      const records = ids === null ? [...live.session.records()] : [...ids].map((id) => live.session.get(id));
      const found = records.filter(isShown);
      if (ids === null || known === null) {
        known = new Set([...(known ?? []), ...found.map(({ id }) => id)]);
        return;
      }
      const seen = known;
      const fresh = found.filter(({ id }) => !seen.has(id));
      for (const { id } of fresh) seen.add(id);
      if (fresh.length > 0) shown.value = shownSaid(fresh);
    });
  }, [live]);
  return (
    <>
      <p class="unseen" role="status">
        {step.value}
      </p>
      <p class="unseen" role="status">
        {vote.value}
      </p>
      <p class="unseen" role="status">
        {shown.value}
      </p>
    </>
  );
}
