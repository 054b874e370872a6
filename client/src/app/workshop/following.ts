// Following: my view goes where somebody else's is, until I move or they leave. A facilitator can bring everyone along.

import { batch, computed, effect, type ReadonlySignal, signal } from "@preact/signals";
import { fitting, NO_INSETS } from "../../canvas/camera";
import type { Here } from "../../generated/protocol";
import type { Peer } from "../../sync/types";
import { words } from "../../words";
import type { Board } from "./board";
import type { Live } from "./live";

/** Where a person is: of their pages the one that shows a canvas. */
export function hereOf(peers: ReadonlyMap<string, Peer>, person: string): Here | null {
  let found: Here | null = null;
  for (const peer of peers.values()) {
    if (peer.person === person && (found === null || (peer.here.view && !found.view))) found = peer.here;
  }
  return found;
}

/** Who is here now, each once, without me; in the order of their names. */
export function othersHere(peers: ReadonlyMap<string, Peer>, me: string, nameOf: (id: string) => string | null) {
  const people = new Set([...peers.values()].map((peer) => peer.person));
  people.delete(me);
  return [...people].sort((a, b) => (nameOf(a) ?? "").localeCompare(nameOf(b) ?? "") || (a < b ? -1 : 1));
}

/** When each page of a facilitator last brought everyone along, as far as I have seen. */
export class Summons {
  readonly #seen = new Map<string, number>();

  /**
   * Who brings me along now, if anyone does. What had been before I came (`since`, by the server's clock) is over.
   */
  hear(peers: ReadonlyMap<string, Peer>, since: number): string | null {
    let called: string | null = null;
    for (const { writer, person, here } of peers.values()) {
      const before = this.#seen.get(writer) ?? since;
      const now = here.brings ?? 0;
      this.#seen.set(writer, Math.max(before, now));
      if (now > before) called = person;
    }
    return called;
  }
}

export class Following {
  readonly person = signal<string | null>(null);
  /** I do not follow by my own choice: a facilitator brought me along. */
  readonly brought = signal(false);
  /** Who follow me. */
  readonly followers: ReadonlySignal<readonly string[]>;
  readonly #summons = new Summons();
  #since: number | null = null;
  readonly #stops: (() => void)[] = [];

  constructor(
    private readonly live: Live,
    private readonly board: Board,
  ) {
    this.followers = computed(() => {
      const me = live.session.person;
      const peers = [...live.peers.value.values()];
      return [...new Set(peers.filter((peer) => peer.here.follows === me).map((peer) => peer.person))].sort();
    });
    board.onMovedByHand(() => this.stop());
    this.#stops.push(
      // Whoever writes wants to read what they write.
      effect(() => {
        if (board.editing.value !== null) this.stop();
      }),
      effect(() => live.sayFollowing(this.person.value)),
      effect(() => {
        // Before the first welcome the server's clock is not known.
        if (live.saving.value.state === "connecting") return;
        this.#since ??= live.session.now();
        const called = this.#summons.hear(live.peers.value, this.#since);
        if (called !== null) this.#follow(called, true);
      }),
      effect(() => this.#keepUp()),
    );
  }

  toggle(person: string): void {
    if (this.person.peek() === person) {
      this.stop();
      return;
    }
    this.#follow(person, false);
  }

  stop(): void {
    this.person.value = null;
  }

  /** Bring everyone to where I am; who leads does not follow. */
  bring(): void {
    this.stop();
    this.live.bring();
  }

  #follow(person: string, brought: boolean): void {
    batch(() => {
      this.brought.value = brought;
      this.person.value = person;
    });
  }

  #keepUp(): void {
    const person = this.person.value;
    if (person === null) return;
    const here = hereOf(this.live.peers.value, person);
    if (here === null) {
      // Without a line nobody is in sight: they are not gone for that.
      if (this.live.saving.peek().state === "reconnecting") return;
      this.board.say(words.peek().personLeft(this.live.nameOf(person) ?? words.peek().someone));
      this.person.value = null;
      return;
    }
    if (here.canvas && here.canvas !== this.live.canvas.peek()?.id) this.live.showCanvas(here.canvas);
    const view = this.board.view.value;
    // Their part of the sheet belongs to their canvas: wait until it is on my screen.
    if (!view || !here.view || this.board.sheet.value?.canvas !== here.canvas) return;
    const [x, y, width, height] = here.view;
    const size = { width: view.element.clientWidth, height: view.element.clientHeight };
    view.setCamera(fitting({ x, y, width, height }, size, NO_INSETS, 0, Number.POSITIVE_INFINITY), true);
  }

  close(): void {
    for (const stop of this.#stops) stop();
  }
}
