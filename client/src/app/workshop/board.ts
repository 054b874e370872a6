// The canvas on screen: shows the chosen canvas of the live workshop in the canvas view, and the view's state as signals.

import { computed, effect, signal } from "@preact/signals";
import { leadingOn, NOTHING_LEADS } from "../../canvas/leading";
import { linksOn } from "../../canvas/link-model";
import type { Camera, CanvasActions, CanvasModel, CanvasView, Sheet, Tool } from "../../canvas/types";
import { isItem } from "../../core/state";
import { BUILT_KINDS, type Canvas, type ItemKind, type Settings } from "../../generated/protocol";
import { language } from "../settings";
import { goTo } from "./arrows";
import type { Live } from "./live";
import { Sheets, settingsKey } from "./sheets";

const RETRY_MS = 3000;

export const kindsOf = (canvas: Canvas): ItemKind[] =>
  canvas.template.kinds.filter((kind) => (BUILT_KINDS as readonly string[]).includes(kind));

/** The settings of the canvas, with a size of the centre that is being tried out. */
const settingsOf = ({ settings }: Canvas, centre: number | null): Settings | undefined =>
  centre === null ? settings : { ...settings, centre };

export class Board {
  readonly tool = signal<Tool>("select");
  readonly camera = signal<Camera>({ x: 0, y: 0, zoom: 1 });
  readonly selection = signal<readonly string[]>([]);
  readonly editing = signal<string | null>(null);
  /** The sheet of the chosen canvas, null until it has come. */
  readonly sheet = signal<{ canvas: string; sheet: Sheet } | null>(null);
  /** A size of the centre being tried out by this facilitator, not asked for yet. */
  readonly triedCentre = signal<number | null>(null);
  /** The last sentence to show and read out; the number tells two equal ones apart. */
  readonly said = signal<{ sentence: string; n: number }>({ sentence: "", n: 0 });
  readonly view = signal<CanvasView | null>(null);

  readonly #sheets: Sheets;
  /** Canvases whose view somebody moved by hand, and where to. */
  readonly #moved = new Set<string>();
  readonly #cameras = new Map<string, Camera>();
  readonly #stops: (() => void)[] = [];
  /** What leads the session on the chosen canvas. */
  readonly #leading = computed(() => {
    const { found, dots } = this.live.led;
    const canvas = this.live.canvas.value;
    this.#ledBefore = canvas ? leadingOn(canvas.id, found.value, dots.value, this.#ledBefore) : NOTHING_LEADS;
    return this.#ledBefore;
  });
  #ledBefore = NOTHING_LEADS;
  #shown: string | null = null;
  #sought: string | null = null;
  #movedByHand: (() => void) | null = null;

  constructor(readonly live: Live) {
    this.#sheets = new Sheets(live.id);
    this.#stops.push(
      effect(() => this.#fetch()),
      effect(() => this.#show()),
      effect(() => {
        live.led.standing.value;
        this.view.value?.refresh();
      }),
      live.session.on("revealed", (ids) => this.view.peek()?.revealed(ids)),
      live.session.on("records", (ids) => this.view.peek()?.changed(ids)),
      live.session.on("presence", (peers) => this.view.peek()?.peers(peers)),
      live.session.on("spliced", (id, edit) => this.view.peek()?.spliced(id, edit)),
    );
  }

  say(sentence: string): void {
    this.said.value = { sentence, n: this.said.peek().n + 1 };
  }

  /** Choose this item and bring it into view, as soon as its canvas is there. */
  find(id: string): void {
    this.#sought = id;
    this.#findNow();
  }

  #findNow(): void {
    const view = this.view.peek();
    const id = this.#sought;
    const item = id === null ? undefined : this.live.links.seen.get(id);
    if (!view || !item || item.canvas !== this.#shown) return;
    this.#sought = null;
    requestAnimationFrame(() => view.select([item.id], true));
  }

  onMovedByHand(listener: () => void): void {
    this.#movedByHand = listener;
  }

  /** Give the board its view; the answer takes it away again. */
  attach(view: CanvasView): () => void {
    const stops = [
      view.on("tool", (tool) => {
        this.tool.value = tool;
      }),
      view.on("camera", (camera) => {
        this.camera.value = camera;
      }),
      view.on("selection", (ids) => {
        this.selection.value = ids;
      }),
      view.on("editing", (id) => {
        this.editing.value = id;
        this.live.writing.value = id;
      }),
      view.on("moved", () => {
        if (this.#shown) this.#moved.add(this.#shown);
        this.#movedByHand?.();
      }),
      view.on("lead", (item) => goTo({ live: this.live, board: this }, item)),
      view.on("say", (sentence) => this.say(sentence)),
    ];
    this.view.value = view;
    return () => {
      this.#remember();
      for (const stop of stops) stop();
      this.#shown = null;
      this.view.value = null;
      this.selection.value = [];
      this.editing.value = null;
    };
  }

  #remember(): void {
    const view = this.view.peek();
    if (view && this.#shown && this.#moved.has(this.#shown)) this.#cameras.set(this.#shown, view.camera);
  }

  #fetch(): void {
    const canvas = this.live.canvas.value;
    if (!canvas) return;
    const inLanguage = language.value;
    const settings = settingsOf(canvas, this.triedCentre.value);
    const key = settingsKey(settings);
    const wanted = () => {
      const now = this.live.canvas.peek();
      if (now?.id !== canvas.id || language.peek() !== inLanguage) return false;
      return settingsKey(settingsOf(now, this.triedCentre.peek())) === key;
    };
    const get = () =>
      this.#sheets.get(canvas, inLanguage, settings).then(
        (sheet) => {
          if (wanted()) this.sheet.value = { canvas: canvas.id, sheet };
        },
        () => {
          setTimeout(() => wanted() && get(), RETRY_MS);
        },
      );
    get();
  }

  #show(): void {
    const view = this.view.value;
    const come = this.sheet.value;
    const canvas = this.live.canvas.peek();
    if (!view || !come || canvas?.id !== come.canvas) return;
    const same = this.#shown === come.canvas;
    if (!same) this.#remember();
    view.show(this.#model(canvas, come.sheet), this.#actions(), language.peek());
    // A canvas that nobody moved stays fitted, whatever becomes of the window.
    const camera = same ? undefined : this.#cameras.get(come.canvas);
    if (camera) view.setCamera(camera);
    view.peers(this.live.peers.peek());
    this.#shown = come.canvas;
    this.camera.value = view.camera;
    this.#findNow();
  }

  #model(canvas: Canvas, sheet: Sheet): CanvasModel {
    const { live } = this;
    return {
      canvas: canvas.id,
      template: canvas.template,
      settings: canvas.settings,
      sheet,
      items: () => live.itemsOf(canvas.id),
      item: (id) => {
        const record = live.session.get(id);
        if (!isItem(record)) return undefined;
        // A draft that has been shown is in what everyone sees already.
        return record.public == null || !live.session.get(record.public) ? record : undefined;
      },
      person: (id) => {
        const record = live.session.get(id);
        return record?.kind === "person" ? record : undefined;
      },
      organisation: (id) => {
        const record = live.session.get(id);
        return record?.kind === "organisation" ? record : undefined;
      },
      kinds: kindsOf(canvas),
      leading: () => this.#leading.peek(),
      links: linksOn(canvas.id, live.links),
    };
  }

  #actions(): CanvasActions {
    const { live } = this;
    const { session } = live;
    return {
      me: session.person,
      standing: () => live.led.standing.peek(),
      isDraft: (item) => live.led.isDraft(item),
      propose: (intent) => live.led.propose(intent, this.sheet.peek()?.sheet.layout),
      setText: (id, text, caret) => session.setText(id, text, caret),
      newId: () => session.newId(),
      here: (here) => live.here(here),
    };
  }

  close(): void {
    for (const stop of this.#stops) stop();
  }
}
