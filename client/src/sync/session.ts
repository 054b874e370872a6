// A session on one workshop: the line, the streams, the store and the clock put together. What the interface proposes
// shows at once, waits until it is saved, and is sent again after any break; what happens comes in and is told.

import { BrokenStreamError } from "../core/state";
import { diff, pointsIn, slicePoints, wellFormed } from "../core/text";
import type {
  Events,
  From,
  Heads,
  Hello,
  Here,
  Intent,
  Load,
  Position,
  Refused,
  Role,
  Saved,
  ServerMessage,
  Welcome,
} from "../generated/protocol";
import { MAX_TEXT, VERSION, type Record as WorkshopRecord } from "../generated/protocol";
import { HeadWatch } from "./heads";
import { Listeners, report } from "./listeners";
import type { Gone } from "./lost";
import { Peers, Whereabouts } from "./presence";
import { type StoredIntent, startOf } from "./restore";
import { Sending } from "./sending";
import { Line, type SocketLike } from "./socket";
import { Store } from "./store";
import { nothing, type Outcome, Stream } from "./stream";
import type { Peer, SavingState, Session, SessionEvents, SessionOptions, StreamId } from "./types";
import { Typing } from "./typing";
import type { Pending } from "./waiting";

const SHARED = "shared";

/** What a session is made of; other parts than the browser's are for tests. */
export interface SessionParts {
  socket: (url: string) => SocketLike;
  store: Store;
}

export function openSession(options: SessionOptions, parts: Partial<SessionParts> = {}): Session {
  const session = new LiveSession(options, {
    socket: parts.socket ?? ((url) => new WebSocket(url) as SocketLike),
    store: parts.store ?? new Store(options.workshop, options.person),
  });
  session.start();
  return session;
}

class LiveSession implements Session {
  readonly person: string;
  readonly #line: Line;
  readonly #store: Store;
  readonly #listeners = new Listeners<SessionEvents>();
  readonly #peers = new Peers();
  readonly #whereabouts: Whereabouts;
  readonly #typing: Typing;
  readonly #headWatch = new HeadWatch();
  readonly #streams = new Map<StreamId, Stream>();
  /** Streams that the present connection has loaded. */
  readonly #live = new Set<StreamId>();
  readonly #numbers = new Map<StreamId, number>();
  /** Proposed before there was anything to propose it to. */
  #early: { intent: Intent; stream: StreamId }[] = [];
  /** Left by earlier page loads, until their stream is loaded. */
  #stored: StoredIntent[] = [];
  /** Given by the first welcome, and kept: what waits is known by it. */
  #writer: string | null = null;
  #role: Role = "observer";
  #ids = 0;
  #sending: Sending | null = null;
  #last: Welcome["last"] = {};
  #clock: { server: number; here: number } | null = null;
  #readOnly: string | null = null;
  #closed: { code: number; message: string } | null = null;
  #saving: SavingState = { state: "connecting" };
  readonly #leaving = new AbortController();

  constructor(options: SessionOptions, parts: SessionParts) {
    this.person = options.person;
    this.#store = parts.store;
    const events = {
      hello: () => this.#hello(),
      heard: (message: ServerMessage) => this.#heard(message),
      broken: () => this.#broken(),
      closed: (code: number, message: string) => this.#finished(code, message),
    };
    this.#line = new Line(options.socketUrl, events, parts.socket);
    this.#whereabouts = new Whereabouts(this.#line);
    this.#typing = new Typing((stream, typed) => {
      this.#keep(stream, [typed], nothing());
      this.#pump();
    });
  }

  start(): void {
    this.#store.all().then((stored) => {
      if (this.#leaving.signal.aborted) return;
      this.#stored = stored;
      this.#line.start();
    });
    if (typeof window === "undefined") return;
    const { signal } = this.#leaving;
    const nudge = () => this.#line.nudge();
    window.addEventListener("online", nudge, { signal });
    document.addEventListener("visibilitychange", () => document.visibilityState === "visible" && nudge(), { signal });
    window.addEventListener("pagehide", () => this.#typing.end(), { signal });
    window.addEventListener("beforeunload", (event) => this.#mayLeave() || event.preventDefault(), { signal });
  }

  // --- what the interface reads ---

  get role(): Role {
    return this.#role;
  }

  get saving(): SavingState {
    return this.#saving;
  }

  get peers(): ReadonlyMap<string, Peer> {
    return this.#peers.all;
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

  now(): number {
    return this.#clock ? this.#clock.server + performance.now() - this.#clock.here : Date.now();
  }

  on<K extends keyof SessionEvents>(event: K, listener: SessionEvents[K]): () => void {
    return this.#listeners.on(event, listener);
  }

  // --- what the interface does ---

  newId(): string {
    if (this.#writer === null) throw new Error("expected a session that was welcomed once, but it is still connecting");
    this.#ids += 1;
    return `${this.#writer}.${this.#ids.toString(36)}`;
  }

  propose(intent: Intent, stream?: StreamId): void {
    this.#typing.end();
    this.#proposeTo(stream ?? this.#streamFor(intent), intent);
  }

  setText(id: string, text: string, caret?: number): void {
    const stream = this.#streams.get(this.streamOf(id) ?? "");
    const record = stream?.get(id);
    if (!stream || record?.kind !== "sticky") return;
    let wanted = wellFormed(text);
    if (pointsIn(wanted) > MAX_TEXT) {
      const beyond = slicePoints(wanted, MAX_TEXT);
      wanted = slicePoints(wanted, 0, MAX_TEXT);
      this.#listeners.tell("handedBack", [{ item: id, text: beyond, by: null }]);
    }
    const edit = diff(record.text ?? "", wanted, caret);
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

  here(here: Here): void {
    this.#whereabouts.say(here);
  }

  close(): void {
    this.#typing.end();
    this.#leaving.abort();
    this.#whereabouts.close();
    this.#line.close();
    void this.#store.close();
  }

  #proposeTo(name: StreamId, intent: Intent, typed = false): void {
    const stream = this.#streams.get(name);
    if (this.#writer === null || !stream?.loaded) {
      this.#early.push({ intent, stream: name });
      this.#refreshSaving();
      return;
    }
    const n = (this.#numbers.get(name) ?? 0) + 1;
    this.#numbers.set(name, n);
    const { pending, outcome } = stream.propose(this.#writer, n, intent);
    if (typed) this.#typing.begin(stream, pending, this.#live.has(name));
    // What is still being typed is kept when it is complete: what is kept never gets more, another page may send it.
    if (!pending.open) this.#keep(stream, [pending], nothing());
    this.#absorb(stream, outcome);
    this.#pump();
  }

  #streamFor(intent: Intent): StreamId {
    if (intent.type === "item.move") return this.streamOf(intent.moves[0]?.id ?? "") ?? SHARED;
    if ("ids" in intent) return this.streamOf(intent.ids[0] ?? "") ?? SHARED;
    return ("id" in intent && this.streamOf(intent.id)) || SHARED;
  }

  // --- what the server says ---

  #hello(): Hello {
    const streams: { [stream: string]: From } = {};
    for (const { name, loaded, position, waiting } of this.#streams.values()) {
      if (loaded || waiting.length > 0) streams[name] = { position, state: loaded };
    }
    for (const name of new Set(this.#stored.map((each) => each.stream))) {
      streams[name] = { position: startOf(this.#storedOf(name)), state: false };
    }
    return { type: "hello", v: VERSION, person: this.person, streams, writer: this.#writer };
  }

  #heard(message: ServerMessage): void {
    try {
      this.#take(message);
    } catch (error) {
      if (!(error instanceof BrokenStreamError)) throw error;
      report(error);
      const stream = "stream" in message ? this.#streams.get(message.stream) : undefined;
      stream?.forget();
      this.#line.again();
    }
  }

  #take(message: ServerMessage): void {
    switch (message.type) {
      case "welcome":
        this.#welcome(message);
        break;
      case "load":
        this.#load(message);
        break;
      case "events":
        this.#follow(message);
        break;
      case "refused":
        this.#refused(message);
        break;
      case "saved":
        this.#saved(message);
        break;
      case "presence":
        this.#peers.hear(message.people, this.#writer);
        this.#listeners.tell("presence", this.peers);
        break;
      case "heads":
        this.#compare(message);
        break;
      case "notice":
        if (message.code === "read-only") this.#readOnly = message.message;
        this.#refreshSaving();
        this.#listeners.tell("notice", message.code, message.message);
        break;
    }
  }

  #load(load: Load): void {
    const stream = this.#streams.get(load.stream);
    if (!stream) return;
    const outcome = stream.load(load, this.#last[load.stream] ?? {}, this.#storedOf(load.stream));
    this.#stored = this.#stored.filter((each) => each.stream !== load.stream);
    this.#live.add(load.stream);
    this.#absorb(stream, outcome);
    for (const { writer, n } of stream.doubtful) this.#line.send({ type: "skip", stream: stream.name, writer, n });
    this.#proposeEarly(load.stream);
    this.#pump();
  }

  #follow(events: Events): void {
    const stream = this.#streams.get(events.stream);
    if (!stream || !this.#live.has(events.stream)) return;
    const outcome = stream.receive(events);
    if (outcome) {
      this.#absorb(stream, outcome);
      this.#pump();
    } else {
      this.#line.again();
    }
  }

  /** Mostly no news: its event has been seen or is on its way behind this, and that is what settles it. */
  #saved({ stream: name, writer, n }: Saved): void {
    const stream = this.#streams.get(name);
    const outcome = stream?.saved(writer, n);
    if (stream && outcome) this.#absorb(stream, outcome);
  }

  #refused(refused: Refused): void {
    if (refused.code === "out-of-order") {
      this.#line.again();
      return;
    }
    const stream = this.#streams.get(refused.stream);
    const outcome = stream?.refuse(refused.writer, refused.n, refused.by ?? null);
    if (!stream || !outcome) return;
    this.#absorb(stream, outcome);
    this.#listeners.tell("refused", refused);
    this.#pump();
  }

  #welcome(welcome: Welcome): void {
    this.#writer ??= welcome.writer;
    this.#role = welcome.role;
    this.#clock = { server: welcome.now, here: performance.now() };
    this.#last = welcome.last;
    this.#sending = new Sending(welcome.last);
    this.#readOnly = null;
    for (const name of welcome.streams) {
      if (!this.#streams.has(name)) this.#streams.set(name, new Stream(name, this.person));
    }
    const lost = [...this.#streams.keys()].filter((name) => !welcome.streams.includes(name));
    for (const name of lost) this.#streams.delete(name);
    if (lost.length > 0) this.#listeners.tell("records", null);
    this.#headWatch.clear();
    this.#whereabouts.repeat();
  }

  #proposeEarly(name: StreamId): void {
    const early = this.#early.filter(({ stream }) => stream === name);
    this.#early = this.#early.filter(({ stream }) => stream !== name);
    for (const { intent } of early) this.#proposeTo(name, intent);
  }

  #compare({ heads }: Heads): void {
    if (!this.#headWatch.agrees(heads, (name) => (this.#live.has(name) ? this.position(name) : undefined))) {
      this.#line.again();
    }
  }

  #broken(): void {
    this.#live.clear();
    this.#sending = null;
    for (const stream of this.#streams.values()) for (const pending of stream.waiting) pending.sent = false;
    this.#peers.clear();
    this.#listeners.tell("presence", this.peers);
    this.#refreshSaving();
  }

  #finished(code: number, message: string): void {
    this.#broken();
    this.#closed = { code, message };
    this.#refreshSaving();
  }

  // --- what follows ---

  #pump(): void {
    const sending = this.#sending;
    if (!sending || !this.#line.welcomed || this.#readOnly) return;
    let underWay = 0;
    for (const stream of this.#streams.values()) underWay += stream.waiting.filter((each) => each.sent).length;
    for (const name of this.#live) {
      const stream = this.#streams.get(name);
      for (let due = stream && sending.next(stream, underWay); stream && due; due = sending.next(stream, underWay)) {
        if ("send" in due) {
          underWay += 1;
          for (const message of due.send) this.#line.send(message);
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
    this.#refreshSaving();
  }

  #keep(stream: Stream, kept: readonly Pending[], { gone, lost }: Pick<Outcome, "gone" | "lost">): void {
    if (kept.length + gone.length + lost.length === 0) return;
    const seen = stream.position;
    const entry = ({ writer, n, intent, order }: Gone): StoredIntent => {
      return { stream: stream.name, writer, n, intent, seen, page: this.#writer ?? "", order };
    };
    // After a failure the device may lack any of them.
    const entries = (this.#store.safe ? kept : stream.waiting).map(entry);
    entries.push(...lost.map(({ of, by }) => ({ ...entry(of), lost: { by } })));
    const keys = gone.map(({ writer, n }) => ({ stream: stream.name, writer, n }));
    void this.#store.write(entries, keys);
  }

  #refreshSaving(): void {
    const state = this.#savingNow();
    if (JSON.stringify(state) === JSON.stringify(this.#saving)) return;
    this.#saving = state;
    this.#listeners.tell("saving", state);
  }

  #savingNow(): SavingState {
    if (this.#closed) return { state: "closed", ...this.#closed };
    const waiting = this.#waiting();
    if (![...this.#streams.values()].some((stream) => stream.loaded)) return { state: "connecting" };
    if (this.#live.size < this.#streams.size) return { state: "reconnecting", waiting };
    if (this.#readOnly) return { state: "read-only", message: this.#readOnly };
    return waiting > 0 ? { state: "waiting", waiting } : { state: "saved" };
  }

  #waiting(): number {
    let waiting = this.#early.length;
    for (const stream of this.#streams.values()) waiting += stream.waiting.length + stream.doubtful.length;
    return waiting;
  }

  #mayLeave(): boolean {
    return this.#waiting() === 0 || (this.#store.safe && this.#early.length === 0);
  }

  #storedOf(stream: StreamId): StoredIntent[] {
    return this.#stored.filter((each) => each.stream === stream);
  }
}
