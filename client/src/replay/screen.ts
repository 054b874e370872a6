// The canvas of a replay: shows the state at the player's moment, drags on their way, and who did what just then.

import { effect, signal } from "@preact/signals";
import { language } from "../app/settings";
import { Sheets, settingsKey } from "../app/workshop/sheets";
import { type Found, leadingOn, NOTHING_LEADS } from "../canvas/leading";
import { type LinkModel, linksOn } from "../canvas/link-model";
import { pointOf } from "../canvas/places";
import type { CanvasModel, CanvasView, Sheet } from "../canvas/types";
import { isItem } from "../core/state";
import { zonesAt } from "../core/zones";
import type { Canvas, Item, Place, Settings, Record as WorkshopRecord } from "../generated/protocol";
import type { Peer } from "../sync/types";
import { offsetAt } from "./drags";
import { canvasToSee, whereOf } from "./moments";
import type { Player } from "./player";
import { apart, type Pointer, stillSeen } from "./pointers";

/** Events further back are not looked at for pointers. */
const POINTER_EVENTS = 60;

export class ReplayScreen {
  readonly canvas = signal<string | null>(null);
  readonly canvases = signal<readonly Canvas[]>([]);
  /** Switch to the canvas on which something happens. */
  readonly goAlong = signal(true);
  readonly sheet = signal<{ canvas: string; sheet: Sheet } | null>(null);
  readonly view = signal<CanvasView | null>(null);
  /** Goes up whenever the moment changed. */
  readonly moment = signal(0);

  readonly #sheets: Sheets;
  readonly #floating = new Set<string>();
  readonly #stops: (() => void)[] = [];
  /** Of the sheet that came last. */
  #settings = "";

  constructor(
    readonly workshop: string,
    readonly player: Player,
  ) {
    this.#sheets = new Sheets(workshop);
    player.onChange = (ids) => this.#changed(ids);
    this.#stops.push(
      effect(() => this.#fetch()),
      effect(() => this.#show()),
    );
  }

  /** Names of zones on the canvas that is shown; of others the layout is not here. */
  readonly zoneNames = (canvas: string, place: Place): string | null => {
    const shown = this.sheet.value;
    if (shown?.canvas !== canvas || !shown.sheet.layout.frames[place.frame]) return null;
    const { layout } = shown.sheet;
    const top = zonesAt(layout, place).zones[0];
    return layout.zones.find((zone) => zone.id === top)?.label[language.value] ?? null;
  };

  choose(canvas: string): void {
    this.goAlong.value = false;
    this.canvas.value = canvas;
  }

  attach(view: CanvasView): () => void {
    this.view.value = view;
    return () => {
      this.view.value = null;
    };
  }

  close(): void {
    this.player.pause();
    for (const stop of this.#stops) stop();
  }

  #changed(ids: ReadonlySet<string> | null): void {
    const { records } = this.player.state;
    const framed = ids === null || [...ids].some((id) => records.get(id)?.kind === "canvas");
    if (framed) {
      const canvases = [...records.values()].filter((record) => record.kind === "canvas");
      this.canvases.value = canvases.sort((a, b) => a.order - b.order);
    }
    const shown = this.canvas.peek();
    const gone = shown === null || !this.canvases.peek().some((canvas) => canvas.id === shown);
    const elsewhere = this.goAlong.peek() ? this.#whereNow() : null;
    if (elsewhere) this.canvas.value = elsewhere;
    else if (gone) this.canvas.value = this.canvases.peek()[0]?.id ?? null;
    const view = this.view.peek();
    if (view && (ids === null || ids.size > 0)) view.changed(ids);
    this.#dragNowAndNext(view);
    view?.peers(this.#pointers());
    this.moment.value += 1;
  }

  /** The canvas of the last event that was on one. */
  #whereNow(): string | null {
    const { history, state } = this.player;
    const drag = this.player.drags[0];
    const dragged = drag && state.records.get(drag.ids[0] ?? "");
    if (isItem(dragged)) return dragged.canvas;
    for (let index = this.player.count.peek() - 1; index >= 0 && index > this.player.count.peek() - 20; index--) {
      const event = history.events[index];
      const canvas = event ? canvasToSee(event, state) : null;
      if (canvas) return canvas;
    }
    return null;
  }

  /** What has only just appeared can be moved in the view's next frame, not before. */
  #dragNowAndNext(view: CanvasView | null): void {
    this.#drag(view);
    if (this.player.drags.length > 0) requestAnimationFrame(() => this.#drag(this.view.peek()));
  }

  #drag(view: CanvasView | null): void {
    const layout = this.sheet.peek()?.sheet.layout;
    const shown = this.canvas.peek();
    if (!view || !layout) return;
    const at = this.player.history.start + this.player.time.peek();
    const now = new Set<string>();
    for (const drag of this.player.drags) {
      const { dx, dy } = offsetAt(drag.path, at - drag.start);
      for (const id of drag.ids) {
        const item = this.player.state.records.get(id);
        if (!isItem(item) || item.canvas !== shown) continue;
        const home = pointOf(layout, item.place);
        view.float(id, { x: home.x + dx, y: home.y + dy });
        now.add(id);
      }
    }
    for (const id of this.#floating) if (!now.has(id)) view.float(id, null);
    this.#floating.clear();
    for (const id of now) this.#floating.add(id);
  }

  /** Who was doing something just now on this canvas, as if they were here. */
  #pointers(): ReadonlyMap<string, Peer> {
    const { player } = this;
    const peers = new Map<string, Peer>();
    const layout = this.sheet.peek()?.sheet.layout;
    const canvas = this.canvas.peek();
    if (!layout || !canvas) return peers;
    const points = new Map<string, Pointer>();
    const at = player.history.start + player.time.peek();
    const count = player.count.peek();
    for (let index = Math.max(0, count - POINTER_EVENTS); index < count; index++) {
      const event = player.history.events[index];
      if (!event || event.by === "server" || !stillSeen(event.at, at)) continue;
      const { item } = whereOf(event, player.state);
      const record = item ? player.state.records.get(item) : undefined;
      if (!isItem(record) || record.canvas !== canvas || record.deleted != null) continue;
      points.set(event.by, { person: event.by, ...this.#beside(record, layout) });
    }
    for (const drag of player.drags) {
      const record = player.state.records.get(drag.ids[0] ?? "");
      if (!isItem(record) || record.canvas !== canvas) continue;
      const { dx, dy } = offsetAt(drag.path, at - drag.start);
      const { x, y } = this.#beside(record, layout);
      points.set(drag.by, { person: drag.by, x: x + dx, y: y + dy });
    }
    for (const { person, x, y } of apart([...points.values()], this.view.peek()?.camera.zoom ?? 1)) {
      const writer = `replay-${person}`;
      peers.set(writer, { writer, person, here: { type: "here", canvas, x, y } });
    }
    return peers;
  }

  /** Where a hand would hold the item: at its lower right, so that its text stays to be read. */
  #beside(item: Item, layout: Sheet["layout"]) {
    const { x, y } = pointOf(layout, item.place);
    const [width, height] = item.kind === "sticky" ? [item.width ?? 188, item.height ?? 140] : [64, 64];
    return { x: x + width * 0.3, y: y + height * 0.3 };
  }

  #settingsOf(canvas: string): Settings | undefined {
    const record = this.player.state.records.get(canvas);
    return record?.kind === "canvas" ? record.settings : undefined;
  }

  #fetch(): void {
    const canvas = this.canvas.value;
    const shown = this.canvases.value.find(({ id }) => id === canvas);
    if (!canvas || !shown) return;
    const inLanguage = language.value;
    const settings = this.#settingsOf(canvas);
    const key = settingsKey(settings);
    const come = this.sheet.peek();
    if (come?.canvas === canvas && this.#settings === key && this.#language === inLanguage) return;
    this.#sheets.get(shown, inLanguage, settings).then(
      (sheet) => {
        if (this.canvas.peek() !== canvas || language.peek() !== inLanguage) return;
        if (settingsKey(this.#settingsOf(canvas)) !== key) return;
        this.#settings = key;
        this.#language = inLanguage;
        this.sheet.value = { canvas, sheet };
      },
      // The last sheet stays; the next change of canvas or language asks again.
      () => {},
    );
  }

  #language: string | null = null;

  #show(): void {
    const view = this.view.value;
    const come = this.sheet.value;
    if (!view || !come || come.canvas !== this.canvas.peek()) return;
    const canvas = this.player.state.records.get(come.canvas);
    if (canvas?.kind !== "canvas") return;
    view.show(this.#model(canvas, come.sheet), null, language.peek());
    this.#dragNowAndNext(view);
  }

  #links(canvas: string): LinkModel {
    const records = () => this.player.state.records;
    const item = (id: string) => {
      const found = records().get(id);
      return isItem(found) ? found : undefined;
    };
    return linksOn(canvas, {
      *connectors() {
        for (const each of records().values()) if (each.kind === "connector" && each.deleted == null) yield each;
      },
      seen: { get: item, draftOf: () => undefined, isDraft: () => false },
      canvas: (id) => {
        const found = records().get(id);
        return found?.kind === "canvas" ? found : undefined;
      },
    });
  }

  #model({ id: canvas, template, settings }: Canvas, sheet: Sheet): CanvasModel {
    const { player } = this;
    const record = (id: string) => player.state.records.get(id);
    let leading = NOTHING_LEADS;
    let at = -1;
    return {
      links: this.#links(canvas),
      leading: () => {
        const moment = this.moment.peek();
        if (moment !== at) leading = leadingOn(canvas, foundIn(player.state.records.values()), new Map(), leading);
        at = moment;
        return leading;
      },
      canvas,
      template,
      settings,
      sheet,
      *items() {
        for (const each of player.state.records.values()) {
          if (isItem(each) && each.canvas === canvas && each.deleted == null) yield each;
        }
      },
      item: (id) => {
        const found = record(id);
        return isItem(found) ? found : undefined;
      },
      person: (id) => {
        const found = record(id);
        return found?.kind === "person" ? found : undefined;
      },
      organisation: (id) => {
        const found = record(id);
        return found?.kind === "organisation" ? found : undefined;
      },
      kinds: [],
    };
  }
}

/** What leads the session at this moment, as everyone saw it. */
function foundIn(records: Iterable<WorkshopRecord>): Found {
  const all = [...records];
  const of = <K extends WorkshopRecord["kind"]>(kind: K) =>
    all.filter((record): record is Extract<WorkshopRecord, { kind: K }> => record.kind === kind);
  return {
    workshop: of("workshop")[0],
    steps: of("step"),
    groups: of("group").filter(({ items }) => items?.length),
    placements: of("placement"),
    rounds: of("round").sort((a, b) => a.opened - b.opened),
    scores: of("score"),
  };
}
