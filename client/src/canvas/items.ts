// The items on the sheet: one element each, made when first needed, moved once a frame, hidden while out of view.

import { shownTokenId } from "../core/token-ids";
import type { Item } from "../generated/protocol";
import { grown, overlap, type Point, type Rect } from "./camera";
import { type Entry, newEntry, rectOf, write } from "./entry";
import { sizeOf } from "./faces";
import { dressAgain, layOut } from "./lay";
import { type Leading, NOTHING_LEADS } from "./leading";
import { along, GLIDE } from "./motion";
import { Passing } from "./passing";
import { pointOf } from "./places";
import { type Look, lift, stack } from "./stacking";
import { element, type Stage } from "./stage";
import type { CanvasModel, Sheet } from "./types";
import type { Viewport } from "./viewport";
import { showZoom } from "./zoom-looks";

/** Sheet px around the view in which items are kept drawn. */
const AROUND = 160;
/** How long what was dropped stays there, if no record says so (ms). */
const PATIENCE = 1500;
/** What of a session's lead shows in how items stand. */
const DRESSING = ["step", "groups", "placements", "round", "result"] as const;

export class ItemLayer {
  readonly #stage: Stage;
  readonly #viewport: Viewport;
  readonly layer = element("div", "canvas-items");
  readonly #entries = new Map<string, Entry>();
  /** Drafts going on as what everyone sees. */
  readonly passing = new Passing(this.#entries);
  #model: CanvasModel | null = null;
  #sheet: Sheet | null = null;
  #language = "";
  #dirty: Set<string> | null = null; // null: all
  #moved = new Set<Entry>();
  #order = false;
  #seen: Rect = { x: 0, y: 0, width: 0, height: 0 };
  #zoom = 0;
  #fontsChanged = false;
  #leading: Leading = NOTHING_LEADS;
  /** Shown to everyone just now: what comes under these ids fades in. */
  #revealed = new Set<string>();
  /** Another number whenever something was drawn elsewhere, came or went. */
  drawn = 0;
  /** Items that must stay drawn wherever they are: focused, edited, dragged. */
  keep: (id: string) => boolean = () => false;
  /** Told once per frame, after items were made or went. */
  onChange: (gone: readonly string[]) => void = () => {};

  constructor(stage: Stage, viewport: Viewport) {
    this.#stage = stage;
    this.#viewport = viewport;
    stage.world.append(this.layer);
    stage.eachFrame((now) => this.#step(now));
    document.fonts?.addEventListener("loadingdone", this.#fontsLoaded);
  }

  get(id: string): Entry | undefined {
    return this.#entries.get(id);
  }

  all(): IterableIterator<Entry> {
    return this.#entries.values();
  }

  changed(ids: ReadonlySet<string> | null): void {
    if (ids === null) this.#dirty = null;
    else if (this.#dirty) for (const id of ids) this.#dirty.add(id);
    this.#stage.draw();
  }

  /** How these stand may be different now; null: all. Cheaper than `changed`: what they say is not laid out anew. */
  redress(ids: Iterable<string> | null): void {
    const entries = ids === null ? this.#entries.values() : [...ids].flatMap((id) => this.#entries.get(id) ?? []);
    for (const entry of entries) {
      entry.dressed = false;
      this.#moved.add(entry);
    }
    this.#stage.draw();
  }

  revealed(ids: Iterable<string>): void {
    for (const id of ids) this.#revealed.add(id);
  }

  /** The rectangle (sheet px) an item takes as drawn. */
  rect(entry: Entry): Rect {
    return rectOf(entry);
  }

  /** Show the item here (sheet px, its centre), over `duration` ms. */
  hold(id: string, at: Point, duration = 0): void {
    const entry = this.#entries.get(id);
    if (!entry) return;
    entry.held = at;
    entry.awaiting = null;
    this.#send(entry, at, duration, true);
  }

  /** Let it go home: at once what is meant to be there already, else gliding. */
  release(id: string, glide = true): void {
    const entry = this.#entries.get(id);
    if (!entry?.held) return;
    entry.held = null;
    entry.awaiting = null;
    this.#send(entry, entry.home, glide ? GLIDE : 0, false);
  }

  /** Dropped where it is held; it goes home when its record moved, or after a while. */
  await(id: string, patience = PATIENCE): void {
    const entry = this.#entries.get(id);
    if (!entry?.held) return;
    entry.awaiting = { place: entry.item.place, until: performance.now() + patience };
    this.#moved.add(entry);
    this.#stage.draw();
  }

  /** Above all others, or back among them; `look` is the class that shows why. */
  lift(id: string, look: Look, on: boolean): void {
    const entry = this.#entries.get(id);
    if (entry) lift(entry, look, on);
  }

  /** A size for now, until the record has it. */
  resizeFor(id: string, width: number, height: number): void {
    const entry = this.#entries.get(id);
    if (!entry) return;
    entry.width = width;
    entry.height = height;
    entry.fitted = false;
    this.#moved.add(entry);
    this.#stage.draw();
  }

  /** The item's size by its record again. */
  refit(id: string): void {
    this.changed(new Set([id]));
  }

  destroy(): void {
    document.fonts?.removeEventListener("loadingdone", this.#fontsLoaded);
  }

  readonly #fontsLoaded = (): void => {
    this.#fontsChanged = true;
    this.#stage.draw();
  };

  #send(entry: Entry, to: Point, duration: number, even: boolean): void {
    const still = Math.hypot(to.x - entry.at.x, to.y - entry.at.y) < 0.01;
    if (duration <= 0 || still || this.#stage.calm || !entry.shown) {
      entry.motion = null;
      entry.at = to;
    } else {
      entry.motion = { from: entry.at, to, start: performance.now(), duration, even };
    }
    this.#moved.add(entry);
    this.#stage.draw();
  }

  #step(now: number): boolean {
    this.sync();
    this.#lead();
    this.#look();
    if (this.#moved.size > 0) this.drawn += 1;
    let moving = false;
    for (const entry of this.#moved) {
      if (entry.awaiting) {
        if (now > entry.awaiting.until) this.release(entry.id);
        else moving = true;
      }
      if (!entry.motion) continue;
      const { at, done } = along(entry.motion, now);
      entry.at = at;
      if (done) entry.motion = null;
      else moving = true;
    }
    this.#cull();
    this.#layOut();
    for (const entry of this.#moved) {
      write(entry);
      if (!entry.motion && !entry.awaiting) this.#moved.delete(entry);
    }
    return moving || this.#moved.size > 0;
  }

  /** What leads the session may have changed how things stand: all of them, or those on which my dots are others now. */
  #lead(): void {
    const [before, now] = [this.#leading, this.#stage.leading];
    if (before === now) return;
    this.#leading = now;
    const kept = DRESSING.every((key) => before[key] === now[key]);
    if (kept) this.redress(new Set([...before.dots.keys(), ...now.dots.keys()]));
    else this.redress(null);
  }

  /** Takes over what the model says now. */
  sync(): void {
    const { model, language } = this.#stage;
    if (!model) return;
    const other = model !== this.#model && model.canvas !== this.#model?.canvas;
    const all = this.#dirty === null || model !== this.#model || language !== this.#language;
    const moved = model.sheet !== this.#sheet;
    if (!all && !moved && this.#dirty?.size === 0) return;
    if (other) this.#clear();
    this.#model = model;
    this.#sheet = model.sheet;
    this.#language = language;
    const dirty = this.#dirty;
    this.#dirty = new Set();
    const gone: string[] = [];
    gone.push(...this.#syncLinks(model, moved));
    if (all || moved) {
      const there = new Set<string>();
      for (const item of model.items()) {
        if (item.kind === "connector") continue; // drawn as a line between others
        there.add(item.id);
        this.#take(item, moved);
      }
      for (const [id, { item }] of this.#entries) if (!there.has(id) && item.kind !== "connector") gone.push(id);
      if (all) this.#again();
    } else {
      for (const id of dirty ?? []) {
        const item = model.item(id);
        const draft = this.passing.draftOf(id);
        if (item?.kind === "connector") continue;
        if (item && item.canvas === model.canvas && !item.deleted) this.#take(item, false);
        else if (this.#entries.has(id)) gone.push(id);
        else if (draft && !model.item(draft.id)) gone.push(draft.id);
        else if (model.person(id) || model.organisation(id)) this.#again();
      }
    }
    for (const id of gone) this.#drop(id, model.item(id) === undefined);
    if (this.#order) stack(this.#entries.values());
    this.#order = false;
    this.#revealed.clear();
    this.drawn += 1;
    this.onChange(gone);
  }

  /** Arrows come and go with what they hold on to, and are called by it; gives those that went. */
  #syncLinks({ links }: CanvasModel, jump: boolean): string[] {
    const here = new Map(links.here().map((each) => [each.id, each]));
    for (const link of here.values()) if (this.#entries.get(link.id)?.item !== link) this.#take(link, jump);
    this.redress(here.keys());
    return [...this.#entries.values()].filter(({ item }) => isGone(item, here)).map(({ id }) => id);
  }

  /** Everything may look different: other letters, another language, a person or an organisation that changed. */
  #again(): void {
    for (const entry of this.#entries.values()) {
      entry.fitted = false;
      this.#moved.add(entry);
    }
  }

  /** What was a draft until now stays where it is. */
  #take(item: Item, jump: boolean): void {
    const draft = this.passing.draftOf(item.id);
    if (draft && !this.#entries.has(item.id)) this.passing.become(draft, item.id);
    this.passing.note(item);
    this.#put(item, jump);
  }

  #put(item: Item, jump: boolean): void {
    const model = this.#stage.model as CanvasModel;
    const { layout } = model.sheet;
    let entry = this.#entries.get(item.id);
    const home = entry && item.kind === "connector" ? entry.home : pointOf(layout, item.place);
    const fresh = entry === undefined;
    if (!entry) {
      entry = newEntry(item, home, layout);
      this.#entries.set(item.id, entry);
      this.layer.append(entry.face.root);
      if (this.#revealed.has(item.id)) fadeIn(entry.face.root);
      this.#redressShown(item);
    }
    const before = entry.item;
    entry.item = item;
    if (item.kind !== "label" && item.kind !== "connector") Object.assign(entry, sizeOf(item, layout)); // a text is as large as it turns out to be
    if (fresh || before.z !== item.z) this.#order = true;
    const movedHome = Math.hypot(home.x - entry.home.x, home.y - entry.home.y) > 0.01;
    entry.home = home;
    if (entry.awaiting && entry.awaiting.place !== item.place) {
      entry.held = null;
      entry.awaiting = null;
      this.#send(entry, home, jump ? 0 : GLIDE, false);
    } else if (!entry.held && (movedHome || fresh)) {
      this.#send(entry, home, jump || fresh ? 0 : GLIDE, false);
    }
    this.#moved.add(entry);
    if (before !== item) entry.fitted = false;
  }

  /** `away`: its record is not there any more, which a draft's is not since it was shown. */
  #drop(id: string, away = false): void {
    let entry = this.#entries.get(id);
    if (!entry) return;
    const { item } = entry;
    if (away && standsFor(item)) entry = this.passing.tokenShown(entry);
    this.passing.forget(item);
    entry.face.root.remove();
    if (this.#entries.get(entry.id) === entry) this.#entries.delete(entry.id);
    this.#moved.delete(entry);
    this.#redressShown(item);
  }

  /** What a private stand-in stands for looks otherwise while there is one. */
  #redressShown(item: Item): void {
    if (!standsFor(item)) return;
    this.#order = true;
    this.redress([shownTokenId(item)]);
  }

  #clear(): void {
    for (const id of [...this.#entries.keys()]) this.#drop(id);
  }

  /** What depends on the zoom: tiles, and names that can be read. */
  #look(): void {
    const { zoom } = this.#viewport.camera;
    if (zoom === this.#zoom) return;
    this.#zoom = zoom;
    showZoom(this.layer, zoom);
  }

  #cull(): void {
    const seen = grown(this.#viewport.seen, AROUND);
    const { x, y, width, height } = this.#seen;
    const panned = seen.x !== x || seen.y !== y || seen.width !== width || seen.height !== height;
    this.#seen = seen;
    for (const entry of panned ? this.#entries.values() : this.#moved) {
      const shown = entry.item.kind === "connector" || overlap(this.rect(entry), seen) || this.keep(entry.id);
      if (shown === entry.shown) continue;
      entry.shown = shown;
      entry.face.root.hidden = !shown;
      if (shown) this.#moved.add(entry);
    }
  }

  /** Lays out what is in view and changed; the rest waits until it is seen. */
  #layOut(): void {
    if (this.#fontsChanged) {
      this.#fontsChanged = false;
      this.#again();
    }
    const { model } = this.#stage;
    const open = [...this.#moved].filter((entry) => entry.shown && !entry.fitted);
    if (open.length > 0) layOut(open, this.#stage);
    for (const entry of this.#moved) if (model && entry.shown && !entry.dressed) dressAgain(entry, model, this.#stage);
  }
}

const isGone = ({ kind, id }: Item, links: ReadonlyMap<string, Item>): boolean =>
  kind === "connector" && !links.has(id);

/** Whether it is a private stand-in of a token or a card. */
const standsFor = (item: Item): boolean => shownTokenId(item) !== item.id;

function fadeIn(root: HTMLElement): void {
  root.classList.add("revealed");
  root.addEventListener("animationend", () => root.classList.remove("revealed"), { once: true });
}
