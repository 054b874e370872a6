// Connectors and what they hold on to. Pure. As the server has it (server/raakvlak/canvas/decide_links.py).

import type { Connector, Item } from "../generated/protocol";
import { draftTokenId, shownTokenId } from "./token-ids";

export type End = "start" | "end";

/** What somebody sees. */
export interface Seen {
  get(id: string): Item | undefined;
  /** What will have this id once it is shown, in one's own stream. */
  draftOf(id: string): Item | undefined;
  isDraft(item: Item): boolean;
}

/** The id by which everyone knows an item, or will: a stand-in's is that of what it stands for. */
export function knownAs(item: Item, draft: boolean): string {
  if (!draft) return item.id;
  const shown = item.kind === "sticky" ? item.id : shownTokenId(item);
  return shown === item.id ? (item.public ?? item.id) : shown;
}

/** What an end holds on to, as one sees it; undefined while it is deleted or not seen. */
export function endOf(connector: Connector, end: End, seen: Seen): Item | undefined {
  const id = connector[end];
  const own = seen.isDraft(connector);
  // A private arrow holds on to one's own stand-in, where there is one.
  const standIn = own && connector.step != null ? seen.get(draftTokenId(id, connector.step)) : undefined;
  return [standIn, seen.get(id), own ? seen.draftOf(id) : undefined].find((item) => item && item.deleted == null);
}
