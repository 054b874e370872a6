// What leads a session, as signals: the step under way and its clock, counts, votes, agreements, who waits to be let in.
// Worked out from the records in one pass; there are few of them and they change seldom.

import { computed, type ReadonlySignal, type Signal, signal } from "@preact/signals";
import { liesBack } from "../../core/item-rights";
import { checkId, memoId, readyId } from "../../core/predict-led";
import { isPrivate, rightIn, type Standing, type StreamKind, situationOf } from "../../core/rights";
import { isItem, isWritten } from "../../core/state";
import type {
  Agreement,
  Check,
  Dots,
  Group,
  Intent,
  Item,
  Layout,
  Memo,
  Person,
  Placement,
  Ready,
  Role,
  Round,
  Score,
  Session as SessionRecord,
  Step,
  Tally,
  Timer,
  Workshop,
} from "../../generated/protocol";
import type { Session } from "../../sync/types";

interface Found {
  workshop: Workshop | undefined;
  steps: Step[];
  timer: Timer | undefined;
  sessions: SessionRecord[];
  rounds: Round[];
  dots: Dots[];
  agreements: Agreement[];
  checks: Check[];
  placements: Placement[];
  scores: Score[];
  groups: Group[];
  readies: Map<string, Ready>;
  memos: Map<string, Memo>;
  people: Person[];
}

function collect(session: Session): Found {
  const found: Found = {
    ...{ workshop: undefined, timer: undefined, steps: [], sessions: [], rounds: [], dots: [], agreements: [] },
    ...{ checks: [], placements: [], scores: [], groups: [], people: [], readies: new Map(), memos: new Map() },
  };
  for (const record of session.records()) {
    switch (record.kind) {
      case "workshop":
        found.workshop = record;
        break;
      case "step":
        if (!record.removed) found.steps.push(record);
        break;
      case "timer":
        found.timer = record;
        break;
      case "session":
        found.sessions.push(record);
        break;
      case "round":
        found.rounds.push(record);
        break;
      case "dots":
        found.dots.push(record);
        break;
      case "agreement":
        if (record.deleted == null) found.agreements.push(record);
        break;
      case "check":
        found.checks.push(record);
        break;
      case "placement":
        found.placements.push(record);
        break;
      case "score":
        found.scores.push(record);
        break;
      case "group":
        if (record.items?.length) found.groups.push(record);
        break;
      case "ready":
        found.readies.set(record.id, record);
        break;
      case "memo":
        found.memos.set(record.id, record);
        break;
      case "person":
        if (!record.removed) found.people.push(record);
        break;
    }
  }
  found.steps.sort((a, b) => a.order - b.order || (a.id < b.id ? -1 : 1));
  found.rounds.sort((a, b) => a.opened - b.opened);
  found.sessions.sort((a, b) => a.started - b.started);
  return found;
}

export class Led {
  readonly tally: Signal<Tally | null> = signal(null);
  /** The agenda in order, skipped steps included. */
  readonly agenda: ReadonlySignal<readonly Step[]>;
  /** The step under way; undefined: everyone works freely. */
  readonly step: ReadonlySignal<Step | undefined>;
  readonly timer: ReadonlySignal<Timer | undefined>;
  readonly role: ReadonlySignal<Role>;
  readonly standing: ReadonlySignal<Standing>;
  /** Whether what I make now is private until it is shown. */
  readonly private: ReadonlySignal<boolean>;
  /** The word of the pause; null: not paused. */
  readonly paused: ReadonlySignal<string | null>;
  readonly ready: ReadonlySignal<boolean>;
  /** My check-in or check-out in the step under way. */
  readonly check: ReadonlySignal<Check | undefined>;
  /** The vote under way. */
  readonly round: ReadonlySignal<Round | undefined>;
  /** My dots in it, by item. */
  readonly dots: ReadonlySignal<ReadonlyMap<string, number>>;
  /** The facilitators' notes about the step under way. */
  readonly memo: ReadonlySignal<Memo | undefined>;
  /** Who waits to be let in. */
  readonly waiting: ReadonlySignal<readonly Person[]>;
  readonly found: ReadonlySignal<Found>;

  /** `framing` goes up with every change to a record that is no item. */
  constructor(
    readonly session: Session,
    framing: ReadonlySignal<number>,
  ) {
    this.found = computed(() => {
      framing.value;
      return collect(session);
    });
    const from = <T>(read: (found: Found) => T) => computed(() => read(this.found.value));
    this.agenda = from(({ steps }) => steps);
    this.timer = from(({ timer }) => timer);
    this.role = from(() => session.role);
    this.step = from(({ workshop, steps }) => steps.find(({ id }) => id === workshop?.step));
    this.paused = from(({ workshop }) => workshop?.paused ?? null);
    this.standing = computed(() => ({
      role: this.role.value,
      situation: situationOf(this.step.value),
      paused: this.paused.value !== null,
    }));
    this.private = computed(() => isPrivate(this.standing.value.situation));
    this.ready = from(({ readies }) => readies.get(readyId(this.step.value?.id ?? ""))?.ready ?? false);
    this.check = from(({ checks }) => {
      const mine = checkId(this.step.value?.id ?? "", session.person);
      return checks.find(({ id }) => id === mine);
    });
    this.round = from(({ rounds }) => rounds.find(({ ended }) => ended == null));
    this.dots = from(({ dots }) => {
      const open = this.round.value?.id;
      const alive = (id: string) => {
        const item = session.get(id);
        return isItem(item) && item.deleted == null;
      };
      const mine = dots.filter(({ round, item, count }) => round === open && count > 0 && alive(item));
      return new Map(mine.map(({ item, count }) => [item, count]));
    });
    this.memo = from(({ memos }) => memos.get(memoId(this.step.value?.id ?? "")));
    this.waiting = from(({ people }) => people.filter(({ waiting }) => waiting));
  }

  /** Whether I may ask for this now, in this stream. */
  may(intent: Intent["type"], stream: StreamKind = "shared"): boolean {
    return rightIn(intent, stream, this.standing.value) !== "no";
  }

  /** Whether the item is private: in my own stream. */
  isDraft(item: Pick<Item, "id">): boolean {
    return this.session.streamOf(item.id) === this.ownStream;
  }

  get ownStream(): string {
    return `person:${this.session.person}`;
  }

  /**
   * Ask for something in the stream where it belongs: what is made in a private step in my own, as is what is made in a
   * zone of this layout that is private for good. A draft names its step: one that reaches the server too late is not
   * to be taken for one of the next step, which may show it otherwise.
   */
  propose(intent: Intent, layout?: Layout): void {
    const back =
      layout !== undefined &&
      intent.type === "item.create" &&
      intent.items.some((item) => isWritten(item) && liesBack(layout, item.place));
    const own =
      back ||
      this.#linksDrafts(intent) ||
      (intent.type === "score.set" && intent.step != null) ||
      (this.private.peek() && ["item.create", "undo", "redo"].includes(intent.type));
    const step = this.private.peek() ? this.step.peek()?.id : undefined;
    const asked: Intent =
      own && step && intent.type === "item.create"
        ? { ...intent, items: intent.items.map((item) => ({ ...item, step })) }
        : intent;
    this.session.propose(asked, own ? this.ownStream : undefined);
  }

  /** What leads to something private is private with it. */
  #linksDrafts(intent: Intent): boolean {
    if (intent.type !== "item.create") return false;
    const held = intent.items.flatMap((item) => (item.kind === "connector" ? [item.start, item.end] : []));
    return held.some((id) => this.session.streamOf(id) === this.ownStream || this.#isKept(id));
  }

  /** Whether something of mine will have this id once it is shown. */
  #isKept(id: string): boolean {
    if (this.session.get(id)) return false;
    for (const record of this.session.records()) if (isItem(record) && record.public === id) return true;
    return false;
  }

  /** How long (ms) the clock still runs; null without a clock. Negative: over time. */
  left(now: number): number | null {
    const timer = this.timer.value;
    if (!timer || timer.step !== this.step.value?.id || timer.total === 0) return null;
    return timer.ends == null ? timer.left : timer.ends - now;
  }
}
