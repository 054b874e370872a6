// Moving items to a zone, and writing notes into one, without a pointer: they get a free spot there.

import { placeAt, pointOf } from "../../canvas/places";
import type { Item, Layout, Place, Zone } from "../../generated/protocol";
import { words } from "../../words";
import { language } from "../settings";
import { spotsIn } from "../spots";
import type { Live } from "./live";
import { labelOfZone } from "./zone-names";

/** Free places in a zone, away from everything but the items that are about to move. */
export function freePlaces(live: Live, layout: Layout, canvas: string, zone: string, moving: readonly Item[]): Place[] {
  const ids = new Set(moving.map((item) => item.id));
  const taken = [...live.itemsOf(canvas)]
    .filter((item) => !ids.has(item.id))
    .map((item) => pointOf(layout, item.place));
  const count = Math.max(1, moving.length);
  return spotsIn(layout, zone, { count, taken }).map((spot) => placeAt(layout, spot));
}

/** Moves the items; the answer is a sentence that says so. */
export function placeInZone(live: Live, layout: Layout, items: readonly Item[], zone: Zone): string {
  const canvas = items[0]?.canvas;
  if (!canvas) return "";
  const places = freePlaces(live, layout, canvas, zone.id, items);
  const moves = items.flatMap((item, index) => {
    const place = places[index] ?? places.at(-1);
    return place ? [{ id: item.id, place }] : [];
  });
  if (moves.length > 0) live.session.propose({ type: "item.move", moves });
  return words.peek().movedIn(labelOfZone(zone, language.peek()));
}

/** Writes a new note into a zone. */
export function writeInZone(live: Live, layout: Layout, canvas: string, zone: Zone, text: string): void {
  const [place] = freePlaces(live, layout, canvas, zone.id, []);
  if (!place) return;
  proposeNote(live, canvas, place, text);
}

export function proposeNote(live: Live, canvas: string, place: Place, text: string): string {
  const id = live.session.newId();
  live.session.propose({
    type: "item.create",
    items: [{ kind: "sticky", id, canvas, place, author: live.session.person, text }],
  });
  return id;
}
