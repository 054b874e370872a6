// What leads a session, as moments of a replay: steps, reveals, votes, agreements, pauses, people. All of it is what
// everyone saw: private streams are in no replay.

import { saidIn } from "../app/workshop/taking-part/step-words";
import type { StreamState } from "../core/state";
import { isItem } from "../core/state";
import type {
  Agreement,
  Change,
  Check,
  Event,
  Fields,
  Round,
  Step,
  Record as WorkshopRecord,
} from "../generated/protocol";
import { DUTCH, type Words } from "../words";

type Kind = WorkshopRecord["kind"];

const puts = <K extends Kind>({ changes }: Event, kind: K) =>
  changes.flatMap((change) =>
    change.do === "put" && change.record.kind === kind ? [change.record as Extract<WorkshopRecord, { kind: K }>] : [],
  );

/** What an event sets about the workshop itself. */
function setOfWorkshop({ changes }: Event): Fields | null {
  const patch = changes.find((change) => change.do === "patch" && change.id === "workshop");
  return patch?.do === "patch" ? patch.set : null;
}

/** The step that an event enters; null: everyone works freely from now on; undefined: it enters none. */
export function enteredBy(event: Event): string | null | undefined {
  return setOfWorkshop(event)?.step;
}

/** The canvas on which it happens, if it is not about one item. */
export function canvasOf(event: Event, state: StreamState): string | null {
  const entered = enteredBy(event);
  const step = entered ? state.records.get(entered) : undefined;
  if (step?.kind === "step" && step.canvas) return step.canvas;
  if (!event.revealed) return null;
  for (const change of event.changes) {
    if (change.do !== "put") continue;
    const { record } = change;
    if (isItem(record) || record.kind === "placement" || record.kind === "score") return record.canvas;
  }
  return null;
}

/** What leads the session in this event, as a sentence by `who`; null if it does something else. */
export function ledSentence(event: Event, state: StreamState, who: string, w: Words): string | null {
  const workshop = setOfWorkshop(event);
  const shown = event.revealed ? shownIn(event, w) : null;
  if (workshop?.step !== undefined) {
    const title = titleOf(workshop.step, state, w);
    if (title === null) return w.leftSteps(who);
    return shown ? w.enteredShowing(who, title, shown) : w.enteredStep(who, title);
  }
  const [round] = puts(event, "round");
  if (round) return roundSaid(round, who, w);
  if (shown) return w.revealedThat(who, shown);
  const [agreement] = puts(event, "agreement");
  if (agreement) return agreementSaid(agreement, event, state, who, w);
  const [check] = puts(event, "check");
  if (check) return checkSaid(check, state, who, w);
  const [group] = puts(event, "group");
  if (group) return group.items?.length ? w.madeGroup(who, group.title?.trim() ?? "") : w.endedGroup(who);
  return peopleSaid(event, state, who, w) ?? orderSaid(event, workshop, who, w);
}

function titleOf(step: string | null, state: StreamState, w: Words): string | null {
  const record = step === null ? undefined : state.records.get(step);
  return record?.kind === "step" ? saidIn(record.title, w === DUTCH ? "nl" : "en") : null;
}

/** "12 notes and 3 placements" */
function shownIn(event: Event, w: Words): string | null {
  const counts = [
    [puts(event, "sticky").length, w.notes],
    [puts(event, "label").length, w.texts],
    [puts(event, "card").length, w.cards],
    [puts(event, "connector").length, w.arrows],
    [puts(event, "placement").length, w.placements],
    [puts(event, "score").length, w.scores],
  ] as const;
  const parts = counts.flatMap(([n, said]) => (n > 0 ? [said(n)] : []));
  if (parts.length === 0) return null;
  return parts.length === 1 ? (parts[0] ?? null) : `${parts.slice(0, -1).join(", ")} ${w.and} ${parts.at(-1)}`;
}

function roundSaid(round: Round, who: string, w: Words): string {
  return round.ended == null ? w.openedVote(who, round.dots) : w.closedVote(who, round.voters ?? 0);
}

function agreementSaid(agreement: Agreement, { by, at }: Event, state: StreamState, who: string, w: Words): string {
  const decision = agreement.what === "decision";
  if (agreement.deleted != null) return w.tookAgreementAway(who, agreement.text);
  const consent = agreement.consents?.find((each) => each.by === by && each.at === at);
  if (consent) {
    const organisation = state.records.get(consent.organisation);
    const speaker = organisation?.kind === "organisation" ? organisation.name : who;
    const said = { agree: w.consentedAgree, concern: w.consentedConcern, object: w.consentedObject };
    return said[consent.how](speaker, agreement.text);
  }
  if (agreement.at !== at) return w.changedAgreement(who, agreement.text);
  return decision ? w.recordedDecision(who, agreement.text) : w.recordedAction(who, agreement.text);
}

function checkSaid({ step, mood, word }: Check, state: StreamState, who: string, w: Words): string {
  const record = state.records.get(step);
  const out = record?.kind === "step" && record.mode === "check-out";
  const said = word?.trim() ? `${mood}, ${word.trim()}` : String(mood);
  return out ? w.checkedOut(who, said) : w.checkedIn(who, said);
}

const patchesOf = (changes: readonly Change[]) => changes.flatMap((change) => (change.do === "patch" ? [change] : []));

function peopleSaid({ changes }: Event, state: StreamState, who: string, w: Words): string | null {
  const nameOf = (id: string) => {
    const record = state.records.get(id);
    return record?.kind === "person" ? record.name : w.someone;
  };
  const people = patchesOf(changes).filter(({ id }) => state.records.get(id)?.kind === "person");
  const [first] = people;
  if (!first) return null;
  const { set } = first;
  if (set.removed) return w.removedPerson(who, nameOf(first.id));
  if (set.waiting === false)
    return people.length > 1 ? w.admittedMany(who, people.length) : w.admitted(who, nameOf(first.id));
  if (set.role !== undefined) return w.changedRole(who, nameOf(first.id), w[set.role]);
  if (set.name !== undefined) return w.renamedPerson(set.name);
  return w.changedPerson(who, nameOf(first.id));
}

function orderSaid(event: Event, workshop: Fields | null, who: string, w: Words): string | null {
  if (workshop?.session !== undefined) return workshop.session === null ? w.stoppedSession(who) : w.startedSession(who);
  if (workshop?.paused !== undefined) {
    return workshop.paused === null ? w.endedPause(who) : w.pausedAll(who, workshop.paused.trim());
  }
  if (workshop?.spotlight !== undefined) return workshop.spotlight === null ? w.spotlightOff(who) : w.spotlightOn(who);
  if (workshop?.waiting !== undefined) return workshop.waiting ? w.waitingOn(who) : w.waitingOff(who);
  if (workshop?.title !== undefined) return w.renamedWorkshop(who, workshop.title);
  if (workshop?.generations !== undefined || workshop?.closed !== undefined) return w.changedLinks(who);
  if (puts(event, "timer").length > 0) return w.setClock(who);
  const planned = event.changes.some((change) => change.do === "put" && change.record.kind === "step");
  return planned || patchesOf(event.changes).some(({ set }) => set.order !== undefined || set.skipped !== undefined)
    ? w.changedAgenda(who)
    : null;
}

export interface Chapter {
  /** Ms since 1970. */
  readonly from: number;
  readonly to: number;
  /** Null: everyone worked freely. */
  readonly step: Step | null;
}

/** The steps as they were gone through between two moments; nothing if there never was one. */
export function chaptersOf(events: readonly Event[], whole: StreamState, start: number, end: number): Chapter[] {
  const chapters: Chapter[] = [];
  let step: Step | null = null;
  let from = start;
  const close = (to: number) => {
    const [a, b] = [Math.max(start, from), Math.min(end, to)];
    if (b > a) chapters.push({ from: a, to: b, step });
  };
  for (const event of events) {
    const entered = enteredBy(event);
    if (entered === undefined) continue;
    close(event.at);
    const record = entered === null ? undefined : whole.records.get(entered);
    step = record?.kind === "step" ? record : null;
    from = event.at;
  }
  close(end);
  return chapters.some((chapter) => chapter.step) ? chapters : [];
}
