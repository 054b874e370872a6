// Items in words: what they say and what kind they are, for lists.

import { cardText } from "../../core/cards";
import type { Item } from "../../generated/protocol";
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
    case "participant-token":
      return live.nameOf(item.person) ?? w.someone;
    case "card": {
      const canvas = live.canvases.value.find(({ id }) => id === item.canvas);
      return canvas ? cardText(canvas.template, item, language.value) : "";
    }
    case "connector":
      return arrowText(live, item);
    case "label":
      return item.text?.trim() || w.emptyNote;
  }
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
