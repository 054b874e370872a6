// The line to the server: opened, watched, and opened again whenever it breaks. Knows time and sockets, and of the
// messages only that hello comes first and welcome answers it.

import { CLOSE, type ClientMessage, type Hello, type ServerMessage } from "../generated/protocol";

/** How often the server says something (ms), whatever happens: it announces its heads. */
export const BEAT = 5_000;
/** A line on which nothing was heard for so long (ms) is dead. */
export const SILENCE = 3 * BEAT;
/** The same, once something was asked on it: a beat and a little more, since people wait. */
export const UNANSWERED = 1.4 * BEAT;
/** A line that is not welcomed in this time (ms) is given up. */
export const CONNECTING = 10_000;
/** Pauses between attempts (ms): the first, and the longest. */
export const FIRST_PAUSE = 250;
export const LONGEST_PAUSE = 5_000;
/** Close codes from here to below 5000 are for good. */
const FINAL = 4_100;
const OUR_GOODBYE = 1000;

/** What we use of a WebSocket. */
export interface SocketLike {
  onopen: ((event: never) => void) | null;
  onmessage: ((event: { data: unknown }) => void) | null;
  onclose: ((event: { code: number; reason: string }) => void) | null;
  send(data: string): void;
  close(code?: number): void;
  readonly bufferedAmount: number;
}

export interface LineEvents {
  /** What to say first. */
  hello(): Hello;
  heard(message: ServerMessage): void;
  /** The line broke; it is being tried again. */
  broken(): void;
  /** It is over for good. */
  closed(code: number, message: string): void;
}

export class Line {
  /** Bumped at each attempt, so that an old socket's last words are not heard. */
  #attempt = 0;
  #socket: SocketLike | null = null;
  #open = false;
  #welcomed = false;
  #failures = 0;
  #heardAt = 0;
  #welcomedAt = 0;
  #askedAt = Number.NEGATIVE_INFINITY;
  #retry: ReturnType<typeof setTimeout> | undefined;
  #watch: ReturnType<typeof setInterval> | undefined;
  #over = false;
  readonly #url: string;
  readonly #events: LineEvents;
  readonly #make: (url: string) => SocketLike;

  constructor(url: string, events: LineEvents, make: (url: string) => SocketLike) {
    this.#url = url;
    this.#events = events;
    this.#make = make;
  }

  start(): void {
    this.#watch = setInterval(() => this.#look(), BEAT / 5);
    this.#connect();
  }

  get welcomed(): boolean {
    return this.#welcomed;
  }

  /** Bytes that the network has not taken yet. */
  get backlog(): number {
    return this.#socket?.bufferedAmount ?? 0;
  }

  send(message: ClientMessage): void {
    if (!this.#open) return;
    if (message.type === "ask") this.#askedAt = now();
    this.#socket?.send(JSON.stringify(message));
  }

  /** The network may be back: try at once, or give up a line that has been silent for longer than a beat. */
  nudge(): void {
    if (this.#over) return;
    const silent = now() - this.#heardAt > BEAT * 1.2;
    if (this.#socket === null) this.#connect();
    else if (this.#welcomed && silent) this.again();
  }

  /** Leave this line for a new one, at once if it has been good. */
  again(): void {
    if (this.#over || this.#socket === null) return;
    const pause = this.#pause(true);
    this.#leave();
    this.#events.broken();
    this.#connectAfter(pause);
  }

  close(): void {
    this.#over = true;
    clearInterval(this.#watch);
    this.#leave();
  }

  #connect(): void {
    clearTimeout(this.#retry);
    this.#attempt += 1;
    const attempt = this.#attempt;
    this.#heardAt = now();
    const socket = this.#make(this.#url);
    this.#socket = socket;
    socket.onopen = () => {
      if (attempt !== this.#attempt) return;
      this.#open = true;
      this.send(this.#events.hello());
    };
    socket.onmessage = ({ data }) => {
      if (attempt !== this.#attempt) return;
      this.#heardAt = now();
      const message = JSON.parse(String(data)) as ServerMessage;
      if (message.type === "welcome") {
        this.#welcomed = true;
        this.#welcomedAt = now();
      }
      this.#events.heard(message);
    };
    socket.onclose = ({ code, reason }) => {
      if (attempt === this.#attempt) this.#closed(code, reason);
    };
  }

  #closed(code: number, reason: string): void {
    const pause = this.#pause(code === CLOSE.RESYNC || code === CLOSE.COME_BACK);
    this.#leave();
    if (code >= FINAL && code < 5_000) {
      this.#over = true;
      clearInterval(this.#watch);
      this.#events.closed(code, reason);
      return;
    }
    this.#events.broken();
    this.#connectAfter(pause);
  }

  #leave(): void {
    clearTimeout(this.#retry);
    this.#attempt += 1;
    const socket = this.#socket;
    this.#socket = null;
    this.#open = false;
    this.#welcomed = false;
    socket?.close(OUR_GOODBYE);
  }

  #connectAfter(pause: number): void {
    clearTimeout(this.#retry);
    this.#retry = setTimeout(() => this.#connect(), pause);
  }

  /** Longer after each failure, and never the same for everyone whom a restart has cut off. */
  #pause(atOnce: boolean): number {
    if (this.#welcomed && now() - this.#welcomedAt > BEAT) this.#failures = 0;
    if (this.#welcomed && atOnce && this.#failures === 0) {
      this.#failures = 1;
      return 0;
    }
    const longest = Math.min(LONGEST_PAUSE, FIRST_PAUSE * 2 ** this.#failures);
    this.#failures += 1;
    return longest * (0.5 + Math.random() / 2);
  }

  #look(): void {
    if (this.#socket === null) return;
    const answer = this.#askedAt >= this.#heardAt ? UNANSWERED : SILENCE;
    const patience = this.#welcomed ? answer : CONNECTING;
    if (now() - this.#heardAt > patience) this.again();
  }
}

function now(): number {
  return performance.now();
}
