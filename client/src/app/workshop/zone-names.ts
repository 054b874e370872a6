// Zones by name, and which one an item lies in.

import { zonesAt } from "../../core/zones";
import type { Item, Language, Layout, Zone } from "../../generated/protocol";

export const labelOfZone = (zone: Zone, language: Language) => zone.label[language];

/** The name of the topmost zone that holds the item, null beside all of them. */
export function zoneOf(layout: Layout, item: Item, language: Language): string | null {
  const top = zonesAt(layout, item.place).zones[0];
  const zone = layout.zones.find(({ id }) => id === top);
  return zone ? labelOfZone(zone, language) : null;
}
