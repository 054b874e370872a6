// What this person may do with an item, so that the list offers nothing that will be refused. The server decides.

import type { Item } from "../../generated/protocol";
import type { Live } from "./live";

export function mayChange({ session }: Live, item: Item): boolean {
  if (session.role !== "participant") return session.role === "facilitator";
  if (item.locked != null) return false;
  return item.kind !== "participant-token" || item.person === session.person;
}

export function mayDelete(live: Live, item: Item): boolean {
  return mayChange(live, item) && (live.session.role === "facilitator" || item.author === live.session.person);
}
