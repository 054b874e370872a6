// Zones by name, and which one an item lies in.

import { zonesAt } from "../../core/zones";
import type { Canvas, Item, Language, Layout, Zone } from "../../generated/protocol";

/** The zones of a canvas in the order in which its template names them, those that repeat one after the other. */
export const inOrder = ({ template }: Pick<Canvas, "template">, { zones }: Layout): Zone[] =>
  template.zones.flatMap(({ id }) => zones.filter(({ of }) => of === id));

export const labelOfZone = (zone: Zone, language: Language) => zone.label[language];

/** The name of the topmost zone that holds the item, null beside all of them. */
export function zoneOf(layout: Layout, item: Item, language: Language): string | null {
  const top = zonesAt(layout, item.place).zones[0];
  const zone = layout.zones.find(({ id }) => id === top);
  return zone ? labelOfZone(zone, language) : null;
}
