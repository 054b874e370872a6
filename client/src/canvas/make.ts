// Making notes, texts, copies and tokens: where they go, under which id, and in whose sight. In a private step what one makes is a
// draft, and what lies in a zone that is private for good is one's own.

import { isPlaced, isToken } from "../core/state";
import { draftTokenId, participantTokenId, partnerTokenId } from "../core/token-ids";
import type { Item, Layout } from "../generated/protocol";
import { askInParts } from "./asking";
import { overlap, type Point } from "./camera";
import type { Bare } from "./copies";
import type { Entry } from "./entry";
import { sizeOf } from "./faces";
import type { ItemLayer } from "./items";
import { blockOnSheet, placeAt } from "./places";
import { isBack, placesPrivately, sorted, whyNotMake } from "./rights";
import type { Selection } from "./select";
import { bounded } from "./sizes";
import type { Stage } from "./stage";
import { tokenSpot } from "./token-spot";
import type { Viewport } from "./viewport";

/** Sheet px between a note and the one made beside it, and between a note and one in just the same place. */
const GAP = 16;
export const OFFSET = 24;

export interface NewNote {
  readonly at: Point;
  readonly text: string;
  readonly width?: number;
  readonly height?: number;
}

export class Maker {
  readonly #stage: Stage;
  readonly #viewport: Viewport;
  readonly #items: ItemLayer;
  readonly #selection: Selection;

  constructor(stage: Stage, viewport: Viewport, items: ItemLayer, selection: Selection) {
    this.#stage = stage;
    this.#viewport = viewport;
    this.#items = items;
    this.#selection = selection;
  }

  /** Makes a note around a point (sheet px); null, with a sentence, if that is not possible. */
  note(at: Point): string | null {
    return this.notes([{ at, text: "" }])[0] ?? null;
  }

  /** Makes a text without a note around a point (sheet px). */
  text(at: Point): string | null {
    return this.make([{ at, bare: { kind: "label" } }])[0] ?? null;
  }

  notes(notes: readonly NewNote[]): string[] {
    return this.make(
      notes.map(({ at, text, width, height }) => ({
        at,
        bare: { kind: "sticky", ...(text ? { text } : {}), ...sized(width, height) },
      })),
    );
  }

  /** Makes something of each of these around a point (sheet px); as one block where there are several. */
  make(all: readonly { readonly at: Point; readonly bare: Bare }[]): string[] {
    const { actions, model, words } = this.#stage;
    if (!actions || !model) return this.#no(words.onlyLook);
    const strange = all.find(({ bare }) => !model.kinds.includes(bare.kind));
    if (strange) return this.#no(strange.bare.kind === "label" ? words.noTextsHere : words.noNotesHere);
    const top = this.#top();
    const { layout } = model.sheet;
    const common = { id: "", canvas: model.canvas, author: actions.me };
    const items = all.map(({ at, bare }, index): Item => {
      return { ...bare, ...common, place: placeAt(layout, at), z: top + 1 + index };
    });
    const spots = blockOnSheet(
      layout,
      items.map((item, index) => ({ ...sizeOf(item, layout), ...(all[index]?.at ?? { x: 0, y: 0 }) })),
    );
    spots.forEach((spot, index) => {
      const item = items[index];
      if (item) items[index] = { ...item, place: placeAt(layout, spot) };
    });
    const { yes, no } = sorted(items, ({ place }) => whyNotMake(this.#stage, place));
    if (no !== null) this.#stage.say(no);
    const made = yes.map((item) => ({ ...item, id: actions.newId() }));
    // What lies in a zone that is private for good goes to another stream than the rest.
    for (const back of [false, true]) {
      const part = made.filter(({ place }) => isBack(this.#stage, place) === back);
      askInParts(this.#stage, part, (all) => ({ type: "item.create", items: all }));
    }
    this.#shown(made);
    return made.map(({ id }) => id);
  }

  /** Where a new note goes if one lies just there already. */
  freeSpot(at: Point): Point {
    let { x, y } = at;
    const taken = () => [...this.#items.all()].some(({ home }) => Math.hypot(home.x - x, home.y - y) < OFFSET / 2);
    for (let tries = 0; tries < 40 && taken(); tries += 1) {
      x += OFFSET;
      y += OFFSET;
    }
    return { x, y };
  }

  /** The first free spot to the right of a note, else in the row below it. */
  besides(entry: Entry): Point {
    const layout = this.#stage.model?.sheet.layout;
    const { width, height } = entry;
    const others = [...this.#items.all()].map((each) => this.#items.rect(each));
    const free = ({ x, y }: Point) => {
      const rect = {
        x: x - width / 2 - GAP / 2,
        y: y - height / 2 - GAP / 2,
        width: width + GAP,
        height: height + GAP,
      };
      return !others.some((other) => overlap(other, rect));
    };
    const { home } = entry;
    const right = (layout?.width ?? 0) - width / 2;
    for (let row = 0; row < 4; row += 1) {
      const y = home.y + row * (height + GAP);
      if (row > 0 && layout && y > layout.height - height / 2) break;
      for (let x = row === 0 ? home.x + width + GAP : home.x; x <= right; x += width + GAP) {
        if (free({ x, y })) return { x, y };
      }
    }
    return this.freeSpot({ x: home.x + OFFSET, y: home.y + OFFSET });
  }

  /** One's own token, or one's organisation's, whichever this canvas is for: there to be dragged to where it should be. */
  ownToken(which = ""): void {
    const { actions, model, words, leading } = this.#stage;
    if (!actions || !model) return;
    const organisation = model.person(actions.me)?.organisation ?? null;
    const own = model.kinds.includes("participant-token");
    if (!own && !(organisation && model.kinds.includes("partner-token"))) {
      this.#stage.say(words.noTokensHere);
      return;
    }
    const place = placeAt(model.sheet.layout, this.#tokenSpot(model.sheet.layout));
    const common = { canvas: model.canvas, place, author: actions.me, z: this.#top() + 1 };
    const id = own || !organisation ? participantTokenId(model.canvas, actions.me, leading.step, which) : null;
    const token: Item = id
      ? { kind: "participant-token", id, person: actions.me, ...(which ? { which } : {}), ...common }
      : {
          kind: "partner-token",
          id: partnerTokenId(model.canvas, organisation ?? "", leading.step),
          organisation: organisation ?? "",
          ...common,
        };
    if (!this.#items.get(token.id)) {
      const no = whyNotMake(this.#stage, place);
      if (no !== null) {
        this.#stage.say(no);
        return;
      }
      actions.propose({ type: "item.create", items: [token] });
      this.#shown([token]);
    }
    this.#selection.choose([token.id]);
    const there = this.#items.get(token.id);
    if (there) this.#viewport.reveal(this.#items.rect(there));
    this.#stage.say(words.dragToken);
  }

  /** Private stand-ins of tokens and cards, or those that are there already, at these points (sheet px). */
  placePrivately(targets: readonly { entry: Entry; at: Point }[]): string[] {
    const { actions, model, leading, words } = this.#stage;
    const { step } = leading;
    if (!actions || !model || !step) return [];
    const top = this.#top();
    const items = targets.flatMap(({ entry: { item }, at }, index): Item[] => {
      if (!isPlaced(item) || !placesPrivately(this.#stage, item)) return [];
      const { locked, public: _, ...same } = item;
      const place = placeAt(model.sheet.layout, at);
      return [
        {
          ...same,
          id: draftTokenId(item.id, step.id),
          canvas: model.canvas,
          author: actions.me,
          z: top + 1 + index,
          place,
        },
      ];
    });
    if (items.length === 0) return [];
    askInParts(this.#stage, items, (part) => ({ type: "item.create", items: part }));
    this.#shown(items);
    this.#stage.say(words.ownPlace);
    return items.map(({ id }) => id);
  }

  /** Where a new token goes: beside the figure, else in its middle if that is in view, else of the view. */
  #tokenSpot(layout: Layout): Point {
    const figure = layout.frames.figure;
    const middle = figure && { x: figure.x + figure.width / 2, y: figure.y + figure.height / 2 };
    const seen = middle && this.#viewport.contains(this.#viewport.toScreen(middle));
    const tokens = [...this.#items.all()].filter(({ item }) => isToken(item)).map(({ home }) => home);
    return tokenSpot(layout, seen ? middle : this.#viewport.toSheet(this.#viewport.middle), tokens);
  }

  #no(sentence: string): string[] {
    this.#stage.say(sentence);
    return [];
  }

  #top(): number {
    let top = 0;
    for (const { item } of this.#items.all()) top = Math.max(top, item.z ?? 0);
    return top;
  }

  /** New items are there at once, to be selected and written in. */
  #shown(items: readonly Item[]): void {
    this.#items.changed(new Set(items.map(({ id }) => id)));
    this.#items.sync();
  }
}

const sized = (width?: number, height?: number) =>
  width && height ? { width: bounded(width), height: bounded(height) } : {};
