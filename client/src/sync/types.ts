// What the rest of the client knows of synchronisation: a session on one workshop. How it is done is in session.ts.

import type { Here, Intent, Position, Refused, Role, Tally, Record as WorkshopRecord } from "../generated/protocol";

export type StreamId = string; // "shared", "facilitators" or "person:<id>"

export type SavingState =
  | { state: "connecting" } // before the first welcome
  | { state: "lobby" } // welcomed, but not let in yet: there is nothing to see
  | { state: "saved" }
  | { state: "waiting"; waiting: number } // connected, so many changes not yet saved
  | { state: "reconnecting"; waiting: number } // the line is gone; work goes on
  | { state: "read-only"; message: string } // the server cannot vouch for the history: look, do not touch
  | { state: "closed"; code: number; message: string }; // for good: not admitted, or another version

export interface Peer {
  writer: string;
  person: string;
  here: Here;
}

/** Text of mine that could not be saved (its item is gone or its history forked); shown with a way to keep it. */
export interface HandedBack {
  item: string | null;
  text: string;
  by: string | null; // who deleted it, where that is why
}

export interface SessionEvents {
  /** Records whose predicted form changed; null means: anything may have. At most once per frame of the network. */
  records: (ids: ReadonlySet<string> | null) => void;
  saving: (state: SavingState) => void;
  /** How many have something private, and how many are ready, in the step that is under way. */
  tally: (tally: Tally) => void;
  /** These have just been shown to everyone, together. Told before `records`. */
  revealed: (ids: readonly string[]) => void;
  presence: (peers: ReadonlyMap<string, Peer>) => void;
  refused: (refusal: Refused) => void;
  handedBack: (texts: HandedBack[]) => void;
  notice: (code: string, message: string) => void;
  /** A splice not of my making, carried over my pending ones: to keep a caret in place. Told before `records`. */
  spliced: (id: string, edit: readonly { at: number; remove?: number; insert?: string }[]) => void;
}

export interface Session {
  readonly person: string;
  readonly role: Role;
  /** The record as it is with my waiting intents over it, from whichever of my streams holds it. */
  get(id: string): WorkshopRecord | undefined;
  /** All records, predicted. */
  records(): Iterable<WorkshopRecord>;
  /** The stream that holds the record. */
  streamOf(id: string): StreamId | undefined;
  /** A new id that nobody else can make. Throws before the first welcome (while `saving` is "connecting"). */
  newId(): string;
  /** Ask for something; it shows at once and waits until saved. Never throws for what the server would refuse. */
  propose(intent: Intent, stream?: StreamId): void;
  /** Replace the text of an item; the session finds the smallest edit. `caret`: code points before it, afterwards. */
  setText(id: string, text: string, caret?: number): void;
  readonly saving: SavingState;
  readonly peers: ReadonlyMap<string, Peer>;
  /** Say where I am; sent at most 20 times a second, only the latest. */
  here(here: Here): void;
  /** The server's clock in ms since 1970, as well as we know it. */
  now(): number;
  position(stream: StreamId): Position | undefined;
  on<K extends keyof SessionEvents>(event: K, listener: SessionEvents[K]): () => void;
  close(): void;
}

export interface SessionOptions {
  workshop: string;
  person: string;
  socketUrl: string;
}
