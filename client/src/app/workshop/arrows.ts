// Arrows, as this person sees them: of all canvases, what they hold on to, how they are called, and drawing them.

import { computed } from "@preact/signals";
import { type LinkSource, linksOn, shortened } from "../../canvas/link-model";
import { type End, endOf, knownAs } from "../../core/links";
import { isItem } from "../../core/state";
import type { Canvas, Connector, Item } from "../../generated/protocol";
import { words } from "../../words";
import { language } from "../settings";
import { kindsOf } from "./board";
import { itemText } from "./item-words";
import type { Live } from "./live";
import { mayMake } from "./rights";
import type { Room } from "./room";

/** Where arrows are found; looked through once after each change of items. */
export function arrowsOf(live: Live): LinkSource {
  const get = (id: string): Item | undefined => {
    const record = live.session.get(id);
    if (!isItem(record)) return undefined;
    return record.public == null || !live.session.get(record.public) ? record : undefined;
  };
  const found = computed(() => {
    live.items.value;
    const connectors: Connector[] = [];
    const drafts = new Map<string, string>();
    for (const record of live.session.records()) {
      if (!isItem(record)) continue;
      if (record.public != null) drafts.set(record.public, record.id);
      if (record.kind === "connector" && record.deleted == null && get(record.id)) connectors.push(record);
    }
    return { connectors, drafts };
  });
  return {
    connectors: () => found.value.connectors,
    seen: {
      get,
      draftOf: (id) => get(found.value.drafts.get(id) ?? ""),
      isDraft: (item) => live.led.isDraft(item),
    },
    canvas: (id) => live.canvases.value.find((canvas) => canvas.id === id),
  };
}

/** An arrow at an item: what it leads to, or comes from. */
export interface AtItem {
  readonly connector: Connector;
  readonly out: boolean;
  readonly other: Item;
}

export function arrowsAt({ links }: Live, item: Item): AtItem[] {
  return [...links.connectors()].flatMap((connector): AtItem[] => {
    const [start, end] = [endOf(connector, "start", links.seen), endOf(connector, "end", links.seen)];
    if (!start || !end) return [];
    if (start.id === item.id) return [{ connector, out: true, other: end }];
    return end.id === item.id ? [{ connector, out: false, other: start }] : [];
  });
}

/** What an item is called in a sentence, with its canvas where that is not this one. */
export function calledIn(live: Live, item: Item, canvas: string): string {
  const text = shortened(itemText(live, item));
  return item.canvas === canvas ? text : words.value.onCanvasNamed(text, titleOf(live, item.canvas));
}

export const titleOf = (live: Live, canvas: string): string =>
  live.canvases.value.find(({ id }) => id === canvas)?.template.title[language.value] ?? "";

/** An arrow by what it connects; what cannot be found, as somebody's. */
export function arrowText(live: Live, connector: Connector): string {
  const w = words.value;
  const called = (end: End) => {
    const item = endOf(connector, end, live.links.seen) ?? live.links.seen.get(connector[end]);
    return item && item.kind !== "connector" ? calledIn(live, item, connector.canvas) : w.somethingGone;
  };
  const between = w.arrowBetween(called("start"), called("end"));
  const text = connector.text?.trim();
  return text ? `${text}: ${between}` : between;
}

/** Whether an arrow can begin at this item now. */
export function mayBegin(room: Room, item: Item): boolean {
  const { live } = room;
  const canvas = live.canvases.value.find(({ id }) => id === item.canvas);
  if (!canvas || item.kind === "connector" || !kindsOf(canvas).includes("connector")) return false;
  const zones = live.led.isDraft(item) && !live.led.private.value;
  return mayMake(live, zones ? { private: true } : undefined);
}

/** Draws an arrow; gives the one that is there if it is there already. */
export function proposeArrow(live: Live, start: Item, end: Item): string {
  const named = (item: Item) => knownAs(item, live.led.isDraft(item));
  const ends = { start: named(start), end: named(end) };
  const there = linksOn(start.canvas, live.links)
    .here()
    .find((each) => each.start === ends.start && each.end === ends.end);
  if (there) return there.id;
  const id = live.session.newId();
  const common = { kind: "connector", id, canvas: start.canvas, place: start.place } as const;
  live.led.propose({ type: "item.create", items: [{ ...common, author: live.session.person, ...ends }] });
  return id;
}

/** What an arrow from this item can lead to, by canvas: first what lies on the same one. */
export function targetsOf(live: Live, start: Item): { canvas: Canvas; items: Item[] }[] {
  const rest = live.canvases.value.filter(({ id }) => id !== start.canvas);
  const own = live.canvases.value.filter(({ id }) => id === start.canvas);
  return [...own, ...rest].map((canvas) => ({
    canvas,
    items: [...live.itemsOf(canvas.id)].filter((item) => item.kind !== "connector" && item.id !== start.id),
  }));
}

/** The canvas on which an item lies, with the item chosen. */
export function goTo({ live, board }: Pick<Room, "live" | "board">, item: Item): void {
  live.pastPage.value = true;
  live.showCanvas(item.canvas);
  board.find(item.id);
}
