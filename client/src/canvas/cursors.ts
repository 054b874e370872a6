// The others on this canvas, as it happens: their pointers with names, what they drag, and in which note they write.

import type { Peer } from "../sync/types";
import { nameOf, personsOwn } from "./belonging";
import type { Point, Size } from "./camera";
import type { ItemLayer } from "./items";
import type { Lasers } from "./laser";
import { markElement, markLetter, POINTER, signElement } from "./marks";
import { along, type Motion, TICK } from "./motion";
import { pillAt } from "./pill";
import { element, type Stage } from "./stage";
import type { Viewport } from "./viewport";

/** After somebody's drag ends, so long (ms) its items wait for the move that was its drop. */
const PATIENCE = 600;
/** Screen px between the names of several who write in one note. */
const CHIP = 24;
/** A pointer that lay still so long (ms) is only an arrow: its name would hide what is written there. */
const STILL = 10_000;
/** From a pointer's tip to its name, as in canvas.css. */
const NAME_AT: Point = { x: 11, y: 13 };

interface Other {
  readonly cursor: HTMLElement;
  readonly chip: HTMLElement;
  look: string;
  /** The colour of whom they belong to. */
  own: string;
  at: Point | null;
  motion: Motion | null;
  /** The timer that takes the name of a still pointer away. */
  resting: number;
  label: Size;
  dragged: ReadonlySet<string>;
  typing: string | null;
  peer: Peer;
}

export class Others {
  readonly #stage: Stage;
  readonly #viewport: Viewport;
  readonly #items: ItemLayer;
  readonly #lasers: Lasers;
  readonly #layer = element("div", "canvas-others");
  readonly #others = new Map<string, Other>();
  #peers: ReadonlyMap<string, Peer> = new Map();
  /** Whether an item is being dragged from here; then it is ours for now. */
  mine: (id: string) => boolean = () => false;

  constructor(stage: Stage, viewport: Viewport, items: ItemLayer, lasers: Lasers) {
    this.#stage = stage;
    this.#viewport = viewport;
    this.#items = items;
    this.#lasers = lasers;
    this.#layer.setAttribute("aria-hidden", "true");
    stage.overlay.append(this.#layer);
    stage.eachFrame((now) => this.#step(now));
  }

  peers(peers: ReadonlyMap<string, Peer>): void {
    this.#peers = peers;
    this.#items.sync(); // what somebody drags may have been made just now
    this.#take();
    this.#stage.draw();
  }

  /** Somebody else is dragging this. */
  holds(id: string): boolean {
    for (const other of this.#others.values()) if (other.dragged.has(id)) return true;
    return false;
  }

  /** Names or colours may have changed, or the canvas. */
  refresh(): void {
    for (const other of this.#others.values()) other.look = "";
    this.#take();
  }

  #take(): void {
    const { model } = this.#stage;
    for (const [writer, other] of [...this.#others]) {
      const peer = this.#peers.get(writer);
      if (peer && model && peer.here.canvas === model.canvas) continue;
      this.#let(other, new Set());
      this.#lasers.point(writer, null, other.own);
      window.clearTimeout(other.resting);
      other.cursor.remove();
      other.chip.remove();
      this.#others.delete(writer);
    }
    if (!model) return;
    for (const [writer, peer] of this.#peers) {
      if (peer.here.canvas !== model.canvas) continue;
      const other = this.#others.get(writer) ?? this.#created(writer, peer);
      other.peer = peer;
      this.#point(other);
      this.#drag(other);
      other.typing = peer.here.typing ?? null;
    }
  }

  #created(writer: string, peer: Peer): Other {
    const other: Other = {
      ...{ cursor: element("div", "cursor"), chip: element("div", "name-chip"), look: "", own: "var(--ink)" },
      ...{ at: null, motion: null },
      ...{ resting: 0, label: { width: 0, height: 0 } },
      ...{ dragged: new Set<string>(), typing: null, peer },
    };
    other.cursor.hidden = true;
    other.chip.hidden = true;
    this.#layer.append(other.cursor, other.chip);
    this.#others.set(writer, other);
    return other;
  }

  #point(other: Other): void {
    const { x, y } = other.peer.here;
    if (typeof x !== "number" || typeof y !== "number") {
      other.at = null;
      other.motion = null;
      return;
    }
    const to = { x, y };
    const last = other.motion?.to ?? other.at;
    if (!last || last.x !== x || last.y !== y) this.#stirred(other);
    if (!other.at || this.#stage.calm) other.at = to;
    else if (last && (last.x !== x || last.y !== y)) {
      other.motion = { from: other.at, to, start: performance.now(), duration: TICK, even: true };
    }
  }

  #stirred(other: Other): void {
    other.cursor.classList.remove("still");
    window.clearTimeout(other.resting);
    other.resting = window.setTimeout(() => other.cursor.classList.add("still"), STILL);
  }

  #drag(other: Other): void {
    const dragged = new Set<string>();
    for (const [id, x, y] of other.peer.here.drag ?? []) {
      if (this.mine(id)) continue;
      dragged.add(id);
      this.#items.hold(id, { x, y }, TICK);
      this.#items.lift(id, "carried", true);
    }
    this.#let(other, dragged);
  }

  /** Let go of what is dragged no more. */
  #let(other: Other, dragged: ReadonlySet<string>): void {
    const before = other.dragged;
    other.dragged = dragged;
    for (const id of before) {
      if (this.holds(id)) continue;
      this.#items.lift(id, "carried", false);
      if (!this.mine(id)) this.#items.await(id, PATIENCE);
    }
  }

  #step(now: number): boolean {
    let moving = false;
    const writers = new Map<string, number>();
    for (const [writer, other] of this.#others) {
      this.#dress(other);
      if (other.motion) {
        const { at, done } = along(other.motion, now);
        other.at = at;
        if (done) other.motion = null;
        else moving = true;
      }
      // Who types has a name at the note; a pointer left lying there would only hide what is written.
      const pointed = other.at && other.typing === null ? this.#viewport.toScreen(other.at) : null;
      const laser = other.peer.here.laser === true;
      other.cursor.classList.toggle("laser", laser);
      this.#lasers.point(writer, laser ? other.at : null, other.own);
      this.#place(other.cursor, pointed);
      if (pointed && !other.cursor.hidden) this.#keepName(other, pointed);
      this.#place(other.chip, this.#chipAt(other, writers));
    }
    return moving;
  }

  /** The name beside a pointer stays within the view. */
  #keepName(other: Other, pointed: Point): void {
    const name = other.cursor.lastElementChild;
    if (!(name instanceof HTMLElement)) return;
    if (other.label.width === 0) other.label = { width: name.offsetWidth, height: name.offsetHeight };
    const at = { x: pointed.x + NAME_AT.x, y: pointed.y + NAME_AT.y };
    const kept = pillAt(at, pointed.y - NAME_AT.y / 2, other.label, this.#viewport.size);
    name.style.translate = `${Math.round(kept.x - at.x)}px ${Math.round(kept.y - at.y)}px`;
  }

  /** Where somebody's name stands who writes in a note, or drags one without a pointer. */
  #chipAt(other: Other, writers: Map<string, number>): Point | null {
    const [dragged] = other.at ? [] : other.dragged;
    const id = other.typing ?? dragged;
    const entry = id ? this.#items.get(id) : undefined;
    if (!entry) return null;
    const before = writers.get(entry.id) ?? 0;
    writers.set(entry.id, before + 1);
    const corner = this.#viewport.toScreen(this.#items.rect(entry));
    const y = corner.y - CHIP * (before + 1);
    const seen = entry.shown && corner.y + entry.drawnHeight * this.#viewport.camera.zoom > 0;
    return { x: corner.x, y: seen ? Math.max(CHIP * before, y) : y };
  }

  #place(chip: HTMLElement, at: Point | null): void {
    const shown = at !== null && this.#viewport.contains({ x: Math.max(0, at.x), y: Math.max(0, at.y) });
    if (chip.hidden === shown) chip.hidden = !shown;
    if (at && shown) chip.style.transform = `translate(${Math.round(at.x)}px, ${Math.round(at.y)}px)`;
  }

  #dress(other: Other): void {
    const { model, words } = this.#stage;
    if (!model) return;
    const belonging = personsOwn(model, other.peer.person);
    const { organisation } = belonging;
    const name = nameOf(belonging) || words.someone;
    const look = `${organisation?.mark ?? ""} ${organisation?.order ?? ""} ${name} ${other.typing !== null}`;
    if (look === other.look) return;
    other.look = look;
    other.own = organisation ? `var(--org-${organisation.mark})` : "var(--ink)";
    const label = (text: string) => {
      const made = element("div", "name-label");
      if (organisation) made.append(markElement(organisation.mark, markLetter(organisation)));
      made.append(text);
      return made;
    };
    const arrow = signElement(POINTER, 16, true);
    arrow.style.color = other.own;
    other.label = { width: 0, height: 0 };
    other.cursor.replaceChildren(arrow, label(name));
    other.chip.replaceChildren(label(other.typing !== null ? words.typing(name) : name));
  }
}
