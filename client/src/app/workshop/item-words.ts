// Items in words: what they say and what kind they are, for lists.

import type { Item } from "../../generated/protocol";
import { words } from "../../words";
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
  }
}

export function kindName(item: Item): string {
  const w = words.value;
  return { sticky: w.kindSticky, "partner-token": w.kindPartner, "participant-token": w.kindParticipant }[item.kind];
}
