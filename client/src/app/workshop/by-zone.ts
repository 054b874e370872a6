// Items of a canvas in the order of the list: by topmost zone, and there from top to bottom.

import { pointOf } from "../../canvas/places";
import { zonesAt } from "../../core/zones";
import type { Item, Layout } from "../../generated/protocol";

export interface Listed {
  item: Item;
  /** Zones under the topmost one that hold it as well. */
  alsoIn: readonly string[];
}

/** By zone id; "" holds what lies beside all zones. Every zone is there, also when nothing is in it. */
export function byZone(layout: Layout, items: Iterable<Item>): Map<string, Listed[]> {
  const found = new Map<string, Listed[]>(layout.zones.map((zone) => [zone.id, []]));
  found.set("", []);
  for (const item of items) {
    if (item.kind === "connector") continue; // listed with what it connects
    const [top = "", ...alsoIn] = zonesAt(layout, item.place).zones;
    found.get(top)?.push({ item, alsoIn });
  }
  const at = ({ item }: Listed) => pointOf(layout, item.place);
  for (const listed of found.values()) {
    listed.sort((a, b) => at(a).y - at(b).y || at(a).x - at(b).x || (a.item.id < b.item.id ? -1 : 1));
  }
  return found;
}
