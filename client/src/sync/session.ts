// A session on one workshop: the line, what this page holds of the streams, presence and the clock put together.

import { BrokenStreamError } from "../core/state";
import type {
  Heads,
  Hello,
  Here,
  Intent,
  Notice,
  Position,
  Role,
  ServerMessage,
  Welcome,
  Record as WorkshopRecord,
} from "../generated/protocol";
import { VERSION } from "../generated/protocol";
import { HeadWatch } from "./heads";
import { Listeners, report } from "./listeners";
import { Peers, Whereabouts } from "./presence";
import { Replica } from "./replica";
import { Line, type SocketLike } from "./socket";
import { Store } from "./store";
import type { Peer, SavingState, Session, SessionEvents, SessionOptions, StreamId } from "./types";

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
  readonly #replica: Replica;
  readonly #listeners = new Listeners<SessionEvents>();
  readonly #peers = new Peers();
  readonly #whereabouts: Whereabouts;
  readonly #headWatch = new HeadWatch();
  #role: Role = "observer";
  #clock: { server: number; here: number } | null = null;
  /** Everything was loaded once. */
  #begun = false;
  #readOnly: string | null = null;
  /** Not let in yet. */
  #lobby = false;
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
    const changed = () => this.#refreshSaving();
    this.#replica = new Replica(options.person, parts.store, this.#line, this.#listeners, changed);
  }

  start(): void {
    const { signal } = this.#leaving;
    this.#replica.start().then(() => signal.aborted || this.#line.start());
    if (typeof window === "undefined") return;
    const nudge = () => this.#line.nudge();
    window.addEventListener("online", nudge, { signal });
    window.addEventListener("offline", () => this.#line.again(), { signal });
    document.addEventListener("visibilitychange", () => document.visibilityState === "visible" && nudge(), { signal });
    window.addEventListener("pagehide", () => this.#replica.endTyping(), { signal });
    window.addEventListener("beforeunload", (event) => this.#replica.mayLeave || event.preventDefault(), { signal });
  }

  // --- what the interface reads and does ---

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
    return this.#replica.get(id);
  }

  records(): Iterable<WorkshopRecord> {
    return this.#replica.records();
  }

  streamOf(id: string): StreamId | undefined {
    return this.#replica.streamOf(id);
  }

  position(stream: StreamId): Position | undefined {
    return this.#replica.position(stream);
  }

  now(): number {
    return this.#clock ? this.#clock.server + performance.now() - this.#clock.here : Date.now();
  }

  on<K extends keyof SessionEvents>(event: K, listener: SessionEvents[K]): () => void {
    return this.#listeners.on(event, listener);
  }

  newId(): string {
    return this.#replica.newId();
  }

  propose(intent: Intent, stream?: StreamId): void {
    this.#replica.propose(intent, stream);
  }

  setText(id: string, text: string, caret?: number): void {
    this.#replica.setText(id, text, caret);
  }

  here(here: Here): void {
    this.#whereabouts.say(here);
  }

  close(): void {
    this.#replica.endTyping();
    this.#leaving.abort();
    this.#whereabouts.close();
    this.#line.close();
    void this.#store.close();
  }

  // --- what the server says ---

  #hello(): Hello {
    const { writer } = this.#replica;
    return { type: "hello", v: VERSION, person: this.person, streams: this.#replica.known(), writer };
  }

  #heard(message: ServerMessage): void {
    try {
      this.#take(message);
    } catch (error) {
      if (!(error instanceof BrokenStreamError)) throw error;
      report(error);
      if ("stream" in message) this.#replica.forget(message.stream);
      this.#line.again();
    }
  }

  #take(message: ServerMessage): void {
    switch (message.type) {
      case "welcome":
        this.#welcome(message);
        break;
      case "load":
        this.#replica.load(message);
        break;
      case "events":
        this.#replica.follow(message);
        break;
      case "refused":
        this.#replica.refused(message);
        break;
      case "saved":
        this.#replica.saved(message);
        break;
      case "presence":
        this.#peers.hear(message.people, this.#replica.writer);
        this.#listeners.tell("presence", this.peers);
        break;
      case "tally":
        this.#listeners.tell("tally", message);
        break;
      case "heads":
        this.#compare(message);
        break;
      case "notice":
        this.#notice(message);
        break;
    }
  }

  #welcome(welcome: Welcome): void {
    this.#role = welcome.role;
    this.#clock = { server: welcome.now, here: performance.now() };
    this.#readOnly = null;
    this.#lobby = welcome.waiting ?? false;
    this.#replica.held = false;
    this.#replica.welcome(welcome);
    this.#headWatch.clear();
    this.#whereabouts.repeat();
    this.#refreshSaving();
  }

  #notice({ code, message }: Notice): void {
    if (code === "read-only") {
      this.#readOnly = message;
      this.#replica.held = true;
      this.#refreshSaving();
    }
    this.#listeners.tell("notice", code, message);
  }

  #compare({ heads }: Heads): void {
    if (!this.#headWatch.agrees(heads, (name) => this.#replica.livePosition(name))) this.#line.again();
  }

  #broken(): void {
    this.#replica.broken();
    this.#peers.clear();
    this.#listeners.tell("presence", this.peers);
    this.#refreshSaving();
  }

  #finished(code: number, message: string): void {
    this.#broken();
    this.#closed = { code, message };
    this.#refreshSaving();
  }

  #refreshSaving(): void {
    const state = this.#savingNow();
    if (JSON.stringify(state) === JSON.stringify(this.#saving)) return;
    this.#saving = state;
    this.#listeners.tell("saving", state);
  }

  #savingNow(): SavingState {
    const { live, waiting } = this.#replica;
    this.#begun ||= live;
    if (this.#closed) return { state: "closed", ...this.#closed };
    if (this.#lobby) return { state: "lobby" };
    if (!this.#begun) return { state: "connecting" };
    if (!live) return { state: "reconnecting", waiting };
    if (this.#readOnly) return { state: "read-only", message: this.#readOnly };
    return waiting > 0 ? { state: "waiting", waiting } : { state: "saved" };
  }
}
