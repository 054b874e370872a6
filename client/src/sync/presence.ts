// Who else is here, and saying where I am: at most 20 times a second, and only the latest.

import type { Here, PersonHere } from "../generated/protocol";
import type { Peer } from "./types";

/** ms between two sayings. */
export const PRESENCE_PAUSE = 50;
/** Bytes that may wait on the line before presence is held back: what people write goes first. */
const BACKLOG = 64 * 1024;

/** What a line must be for presence to be said. */
interface Mouth {
  readonly welcomed: boolean;
  readonly backlog: number;
  send(message: Here): void;
}

export class Whereabouts {
  #latest: Here | null = null;
  #due = false;
  #saidAt = Number.NEGATIVE_INFINITY;
  #timer: ReturnType<typeof setTimeout> | undefined;
  readonly #mouth: Mouth;

  constructor(mouth: Mouth) {
    this.#mouth = mouth;
  }

  say(here: Here): void {
    this.#latest = here;
    this.#due = true;
    this.#flush();
  }

  /** A new connection knows nothing of me. */
  repeat(): void {
    if (this.#latest) this.say(this.#latest);
  }

  close(): void {
    clearTimeout(this.#timer);
    this.#timer = undefined;
    this.#due = false;
  }

  #flush(): void {
    if (!this.#due || this.#timer !== undefined || !this.#latest) return;
    const wait = this.#saidAt + PRESENCE_PAUSE - performance.now();
    if (wait > 0 || this.#mouth.backlog > BACKLOG) {
      this.#timer = setTimeout(
        () => {
          this.#timer = undefined;
          this.#flush();
        },
        Math.max(wait, PRESENCE_PAUSE / 5),
      );
      return;
    }
    if (!this.#mouth.welcomed) return;
    this.#due = false;
    this.#saidAt = performance.now();
    this.#mouth.send(this.#latest);
  }
}

/** The others' latest, by their page load. */
export class Peers {
  #peers: ReadonlyMap<string, Peer> = new Map();

  get all(): ReadonlyMap<string, Peer> {
    return this.#peers;
  }

  /** Take in who moved and who left; `mine` is not among them. */
  hear(people: readonly PersonHere[], mine: string | null): void {
    const peers = new Map(this.#peers);
    for (const { writer, person, here } of people) {
      if (here && writer !== mine) peers.set(writer, { writer, person, here });
      else peers.delete(writer);
    }
    this.#peers = peers;
  }

  clear(): void {
    this.#peers = new Map();
  }
}
