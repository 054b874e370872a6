// Items in words: what they say and what kind they are, for lists.

import { cardText } from "../../core/cards";
import { tokenText, toneOf } from "../../core/tones";
import type { Item, Template } from "../../generated/protocol";
import { words } from "../../words";
import { language } from "../settings";
import { arrowText } from "./arrows";
import type { Live } from "./live";

export function itemText(live: Live, item: Item): string {
  const w = words.value;
  switch (item.kind) {
    case "sticky":
      return item.text?.trim() || w.emptyNote;
    case "partner-token":
      return live.organisations.value.get(item.organisation)?.name ?? w.kindPartner;
    case "participant-token": {
      const template = templateOf(live, item);
      const which = template && tokenText(template, item.which);
      const name = live.nameOf(item.person) ?? w.someone;
      return which ? w.tokenOfWhich(name, which.label[language.value]) : name;
    }
    case "card": {
      const template = templateOf(live, item);
      return template ? cardText(template, item, language.value) : "";
    }
    case "connector":
      return arrowText(live, item);
    case "label":
      return item.text?.trim() || w.emptyNote;
  }
}

const templateOf = (live: Live, item: Item): Template | undefined =>
  live.canvases.value.find(({ id }) => id === item.canvas)?.template;

/** What a note is marked as; null for nothing. */
export function toneName(live: Live, item: Item): string | null {
  const template = templateOf(live, item);
  return (template && toneOf(template, item)?.label[language.value]) ?? null;
}

export function kindName(item: Item): string {
  const w = words.value;
  return {
    sticky: w.kindSticky,
    "partner-token": w.kindPartner,
    "participant-token": w.kindParticipant,
    card: w.kindCard,
    label: w.kindLabel,
    connector: w.kindConnector,
  }[item.kind];
}
