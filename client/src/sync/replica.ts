// All streams of one person as this page holds them: events come in, intents go out, what waits is kept on the device.
// Knows nothing of sockets and clocks; the line and the interface are what it is given.

import { changedId, isItem, textOf } from "../core/state";
import { diff, pointsIn, slicePoints, wellFormed } from "../core/text";
import type {
  ClientMessage,
  Events,
  From,
  Intent,
  Load,
  Position,
  Refused,
  Saved,
  Welcome,
} from "../generated/protocol";
import { MAX_TEXT, OWN_ONLY, type Record as WorkshopRecord } from "../generated/protocol";
import type { Listeners } from "./listeners";
import type { Gone } from "./lost";
import { type StoredIntent, startOf } from "./restore";
import { Sending } from "./sending";
import type { Store } from "./store";
import { nothing, type Outcome, Stream } from "./stream";
import type { SessionEvents, StreamId } from "./types";
import { Typing } from "./typing";
import type { Pending } from "./waiting";

const SHARED = "shared";

/** What a replica needs of a line. */
export interface Mouth {
  readonly welcomed: boolean;
  send(message: ClientMessage): void;
  /** Leave this line for a new one: something was missed. */
  again(): void;
}

export class Replica {
  /** Given by the first welcome, and kept: what waits is known by it. */
  writer: string | null = null;
  /** Nothing is sent for now. */
  held = false;
  readonly #person: string;
  readonly #store: Store;
  readonly #mouth: Mouth;
  readonly #listeners: Listeners<SessionEvents>;
  readonly #changed: () => void;
  readonly #typing: Typing;
  readonly #streams = new Map<StreamId, Stream>();
  /** Streams that the present connection has loaded. */
  readonly #live = new Set<StreamId>();
  readonly #numbers = new Map<StreamId, number>();
  /** Proposed before there was anything to propose it to. */
  #early: { intent: Intent; stream: StreamId }[] = [];
  /** Left by earlier page loads, until their stream is loaded. */
  #stored: StoredIntent[] = [];
  #ids = 0;
  #sending: Sending | null = null;
  #last: Welcome["last"] = {};

  /** `changed`: something waits now, or waits no longer. */
  constructor(person: string, store: Store, mouth: Mouth, listeners: Listeners<SessionEvents>, changed: () => void) {
    this.#person = person;
    this.#store = store;
    this.#mouth = mouth;
    this.#listeners = listeners;
    this.#changed = changed;
    this.#typing = new Typing((stream, typed) => {
      this.#keep(stream, [typed], nothing());
      this.#pump();
    });
  }

  /** Find what earlier page loads left on this device. */
  async start(): Promise<void> {
    this.#stored = await this.#store.all();
  }

  /** Whether the present connection has loaded everything. */
  get live(): boolean {
    return this.#streams.size > 0 && this.#live.size === this.#streams.size;
  }

  /** How many intents are not saved yet. */
  get waiting(): number {
    let waiting = this.#early.length;
    for (const stream of this.#streams.values()) waiting += stream.waiting.length + stream.doubtful.length;
    return waiting;
  }

  /** Whether nothing would be lost if the page were left now. */
  get mayLeave(): boolean {
    return this.waiting === 0 || (this.#store.safe && this.#early.length === 0);
  }

  get(id: string): WorkshopRecord | undefined {
    for (const stream of this.#streams.values()) {
      const record = stream.get(id);
      if (record) return record;
    }
    return undefined;
  }

  *records(): Iterable<WorkshopRecord> {
    for (const stream of this.#streams.values()) yield* stream.records();
  }

  streamOf(id: string): StreamId | undefined {
    for (const stream of this.#streams.values()) if (stream.get(id)) return stream.name;
    return undefined;
  }

  position(stream: StreamId): Position | undefined {
    return this.#streams.get(stream)?.position;
  }

  /** The position of a stream that the present connection has loaded. */
  livePosition(stream: StreamId): Position | undefined {
    return this.#live.has(stream) ? this.position(stream) : undefined;
  }

  // --- what I do ---

  newId(): string {
    if (this.writer === null) throw new Error("expected a session that was welcomed once, but it is still connecting");
    this.#ids += 1;
    return `${this.writer}.${this.#ids.toString(36)}`;
  }

  propose(intent: Intent, stream?: StreamId): void {
    this.#typing.end();
    this.#proposeTo(stream ?? this.#streamFor(intent), intent);
  }

  setText(id: string, text: string, caret?: number): void {
    const stream = this.#streams.get(this.streamOf(id) ?? "");
    const record = stream?.get(id);
    const before = textOf(record);
    if (!stream || before === undefined) return;
    let wanted = wellFormed(text);
    if (pointsIn(wanted) > MAX_TEXT) {
      const beyond = slicePoints(wanted, MAX_TEXT);
      wanted = slicePoints(wanted, 0, MAX_TEXT);
      this.#listeners.tell("handedBack", [{ item: id, text: beyond, by: null }]);
    }
    const edit = diff(before, wanted, caret);
    if (edit.length === 0) return;
    const open = this.#typing.goesOn(stream, id);
    if (open) {
      const outcome = stream.extend(open, id, edit);
      if (open.intent.type === "text.edit" && open.intent.edit.length === 0) {
        this.#absorb(stream, outcome);
        this.#absorb(stream, stream.drop(open));
        this.#typing.end();
      } else {
        this.#absorb(stream, outcome);
        this.#typing.added();
      }
      return;
    }
    this.#typing.end();
    this.#proposeTo(stream.name, { type: "text.edit", id, edit, seen: stream.position.seq }, true);
  }

  /** What is being typed is complete: the page is left. */
  endTyping(): void {
    this.#typing.end();
  }

  #proposeTo(name: StreamId, intent: Intent, typed = false): void {
    const stream = this.#streams.get(name);
    if (this.writer === null || !stream?.loaded) {
      this.#early.push({ intent, stream: name });
      this.#changed();
      return;
    }
    const n = (this.#numbers.get(name) ?? 0) + 1;
    this.#numbers.set(name, n);
    const { pending, outcome } = stream.propose(this.writer, n, intent);
    if (typed) this.#typing.begin(stream, pending, this.#live.has(name));
    // What is still being typed is kept when it is complete: what is kept never gets more, another page may send it.
    if (!pending.open) this.#keep(stream, [pending], nothing());
    this.#absorb(stream, outcome);
    this.#pump();
  }

  #streamFor(intent: Intent): StreamId {
    if (intent.type === "reveal" || intent.type === "item.lift") return SHARED;
    if ((OWN_ONLY as readonly string[]).includes(intent.type)) return `person:${this.#person}`;
    if (intent.type === "memo.open") return "facilitators";
    if (intent.type === "item.move") return this.streamOf(intent.moves[0]?.id ?? "") ?? SHARED;
    if ("ids" in intent && intent.ids) return this.streamOf(intent.ids[0] ?? "") ?? SHARED;
    return ("id" in intent && intent.id != null && this.streamOf(intent.id)) || SHARED;
  }

  // --- what the server says ---

  /** What a hello says of the streams. */
  known(): { [stream: string]: From } {
    const streams: { [stream: string]: From } = {};
    for (const { name, loaded, position, waiting } of this.#streams.values()) {
      if (loaded || waiting.length > 0) streams[name] = { position, state: loaded };
    }
    for (const name of new Set(this.#stored.map((each) => each.stream))) {
      streams[name] = { position: startOf(this.#storedOf(name)), state: false };
    }
    return streams;
  }

  welcome(welcome: Welcome): void {
    this.writer ??= welcome.writer;
    this.#last = welcome.last;
    this.#sending = new Sending(welcome.last);
    for (const name of welcome.streams) {
      if (!this.#streams.has(name)) this.#streams.set(name, new Stream(name, this.#person));
    }
    const lost = [...this.#streams.keys()].filter((name) => !welcome.streams.includes(name));
    for (const name of lost) this.#streams.delete(name);
    if (lost.length > 0) this.#listeners.tell("records", null);
  }

  load(load: Load): void {
    const stream = this.#streams.get(load.stream);
    if (!stream) return;
    const outcome = stream.load(load, this.#last[load.stream] ?? {}, this.#storedOf(load.stream));
    this.#stored = this.#stored.filter((each) => each.stream !== load.stream);
    this.#live.add(load.stream);
    this.#absorb(stream, outcome);
    for (const { writer, n } of stream.doubtful) this.#mouth.send({ type: "skip", stream: stream.name, writer, n });
    this.#proposeEarly(load.stream);
    this.#pump();
  }

  follow(events: Events): void {
    const stream = this.#streams.get(events.stream);
    if (!stream || !this.#live.has(events.stream)) return;
    const outcome = stream.receive(events);
    if (outcome) {
      const revealed = events.events.filter((event) => event.revealed).flatMap(({ changes }) => changes.map(changedId));
      if (revealed.length > 0) this.#listeners.tell("revealed", revealed);
      this.#handBackLate(outcome);
      this.#absorb(stream, outcome);
      this.#pump();
    } else {
      this.#mouth.again();
    }
  }

  /** What was typed into a draft while it was being shown is saved in it, but not in what everyone sees. */
  #handBackLate(outcome: Outcome): void {
    for (const record of outcome.removed) {
      const shown = isItem(record) && record.public ? this.get(record.public) : undefined;
      const text = textOf(record);
      if (shown && text && text !== textOf(shown)) outcome.handedBack.push({ item: shown.id, text, by: null });
    }
  }

  /** Mostly no news: its event has been seen or is on its way behind this, and that is what settles it. */
  saved({ stream: name, writer, n }: Saved): void {
    const stream = this.#streams.get(name);
    const outcome = stream?.saved(writer, n);
    if (stream && outcome) this.#absorb(stream, outcome);
  }

  refused(refused: Refused): void {
    if (refused.code === "out-of-order") {
      this.#mouth.again();
      return;
    }
    const stream = this.#streams.get(refused.stream);
    const outcome = stream?.refuse(refused.writer, refused.n, refused.by ?? null);
    if (!stream || !outcome) return;
    this.#absorb(stream, outcome);
    this.#listeners.tell("refused", refused);
    this.#pump();
  }

  /** The line broke. */
  broken(): void {
    this.#live.clear();
    this.#sending = null;
    for (const stream of this.#streams.values()) for (const pending of stream.waiting) pending.sent = false;
  }

  /** What is confirmed of this stream is not to be trusted: it is loaded anew on the next connection. */
  forget(stream: StreamId): void {
    this.#streams.get(stream)?.forget();
  }

  #proposeEarly(name: StreamId): void {
    const early = this.#early.filter(({ stream }) => stream === name);
    this.#early = this.#early.filter(({ stream }) => stream !== name);
    for (const { intent } of early) this.#proposeTo(name, intent);
  }

  // --- what follows ---

  #pump(): void {
    const sending = this.#sending;
    if (!sending || !this.#mouth.welcomed || this.held) return;
    let underWay = 0;
    for (const stream of this.#streams.values()) underWay += stream.waiting.filter((each) => each.sent).length;
    for (const name of this.#live) {
      const stream = this.#streams.get(name);
      for (let due = stream && sending.next(stream, underWay); stream && due; due = sending.next(stream, underWay)) {
        if ("send" in due) {
          underWay += 1;
          for (const message of due.send) this.#mouth.send(message);
        } else if ("empty" in due) {
          this.#absorb(stream, stream.drop(due.empty));
        } else {
          this.#refuseHere(stream, due.tooLarge);
        }
      }
    }
  }

  #refuseHere(stream: Stream, { writer, n }: Pending): void {
    const outcome = stream.refuse(writer, n, null);
    if (outcome) this.#absorb(stream, outcome);
    const message = "expected less at once: this is more than one message can hold";
    this.#listeners.tell("refused", { type: "refused", stream: stream.name, writer, n, code: "too-long", message });
  }

  /** Keep what changed on the device, and tell the interface. */
  #absorb(stream: Stream, outcome: Outcome): void {
    const { rebased: texts } = outcome;
    const rebased = stream.waiting.filter(
      ({ intent, open }) => !open && (texts === null || (intent.type === "text.edit" && texts.has(intent.id))),
    );
    this.#keep(stream, rebased, outcome);
    for (const { id, edit } of outcome.landed) this.#listeners.tell("spliced", id, edit);
    if (outcome.changed === null || outcome.changed.size > 0) this.#listeners.tell("records", outcome.changed);
    if (outcome.handedBack.length > 0) this.#listeners.tell("handedBack", outcome.handedBack);
    this.#changed();
  }

  #keep(stream: Stream, kept: readonly Pending[], { gone, lost }: Pick<Outcome, "gone" | "lost">): void {
    if (kept.length + gone.length + lost.length === 0) return;
    const seen = stream.position;
    const entry = ({ writer, n, intent, order }: Gone): StoredIntent => {
      return { stream: stream.name, writer, n, intent, seen, page: this.writer ?? "", order };
    };
    // After a failure the device may lack any of them.
    const entries = (this.#store.safe ? kept : stream.waiting).map(entry);
    entries.push(...lost.map(({ of, by }) => ({ ...entry(of), lost: { by } })));
    const keys = gone.map(({ writer, n }) => ({ stream: stream.name, writer, n }));
    void this.#store.write(entries, keys);
  }

  #storedOf(stream: StreamId): StoredIntent[] {
    return this.#stored.filter((each) => each.stream === stream);
  }
}
