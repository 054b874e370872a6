// The arrows that one canvas shows, and how what they hold on to is called. Pure.

import { cardText } from "../core/cards";
import { type End, endOf, type Seen } from "../core/links";
import type { Canvas, Connector, Item } from "../generated/protocol";
import type { CanvasWords } from "../words/canvas";
import { nameOf, personsOwn } from "./belonging";
import type { CanvasModel, Language } from "./types";

export interface LinkModel {
  /** That begin on this canvas and whose ends are both seen. */
  here(): Connector[];
  /** That lead from other canvases to what lies on this one. */
  incoming(): Connector[];
  end(connector: Connector, end: End): Item | undefined;
  /** A canvas of the workshop. */
  canvas(id: string): Canvas | undefined;
}

export interface LinkSource {
  /** All that this person sees, on any canvas; of what is deleted, nothing. */
  connectors(): Iterable<Connector>;
  seen: Seen;
  canvas(id: string): Canvas | undefined;
}

export function linksOn(canvas: string, { connectors, seen, ...rest }: LinkSource): LinkModel {
  const end = (connector: Connector, which: End) => endOf(connector, which, seen);
  const whole = (connector: Connector) => end(connector, "start") !== undefined && end(connector, "end") !== undefined;
  const found = (wanted: (connector: Connector) => boolean) =>
    [...connectors()].filter((each) => wanted(each) && whole(each));
  return {
    ...rest,
    end,
    here: () => found((each) => each.canvas === canvas),
    incoming: () => found((each) => each.canvas !== canvas && end(each, "end")?.canvas === canvas),
  };
}

/** No arrows at all. */
export const NO_LINKS: LinkModel = {
  here: () => [],
  incoming: () => [],
  end: () => undefined,
  canvas: () => undefined,
};

/** So much of what something says is enough to know it by. */
const ENOUGH = 60;

/** What an item is called in a sentence: what it says, or whose it is. */
export function calledAs(model: CanvasModel, item: Item, words: CanvasWords, language: Language): string {
  switch (item.kind) {
    case "sticky":
    case "label":
    case "connector":
      return shortened(item.text?.trim().replace(/\s+/g, " ") || words.emptyText);
    case "partner-token":
      return model.organisation(item.organisation)?.name ?? words.anOrganisation;
    case "participant-token":
      return nameOf(personsOwn(model, item.person)) || words.someone;
    case "card": {
      const template = model.links.canvas(item.canvas)?.template ?? model.template;
      return shortened(cardText(template, item, language) || words.emptyText);
    }
  }
}

/** Cut between two words, where it is long. */
export function shortened(text: string, most = ENOUGH): string {
  if (text.length <= most) return text;
  const cut = text.slice(0, most);
  const gap = cut.lastIndexOf(" ");
  return `${gap > most / 2 ? cut.slice(0, gap) : cut}…`;
}

/** The same, and on which canvas it lies where that is another one. */
export function calledFully(model: CanvasModel, item: Item, words: CanvasWords, language: Language): string {
  const called = calledAs(model, item, words, language);
  const canvas = item.canvas === model.canvas ? undefined : model.links.canvas(item.canvas);
  return canvas ? words.onCanvas(called, canvas.template.title[language]) : called;
}
