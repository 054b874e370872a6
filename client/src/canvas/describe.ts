// What a screen reader says of an item, and how zones and people are named in a sentence. Pure.

import { zonesAt } from "../core/zones";
import type { Item, Layout, Place } from "../generated/protocol";
import type { CanvasWords } from "../words/canvas";
import { belongingOf, nameOf, personsOwn } from "./belonging";
import type { CanvasModel, Language } from "./types";

/** "kind, text, author, organisation, zones", and who locked it. */
export function describe(model: CanvasModel, item: Item, words: CanvasWords, language: Language): string {
  const belonging = belongingOf(model, item);
  const parts: string[] = [];
  if (item.kind === "sticky") {
    parts.push(`${words.sticky}: ${item.text?.trim() || words.emptyText}`);
    parts.push(words.by(nameOf(belonging) || words.someone));
    if (belonging.organisation) parts.push(belonging.organisation.name);
  } else if (item.kind === "partner-token") {
    parts.push(words.partnerToken(nameOf(belonging) || words.anOrganisation));
  } else {
    parts.push(words.ownToken(nameOf(belonging) || words.someone));
    if (belonging.organisation) parts.push(belonging.organisation.name);
  }
  parts.push(whereOf(model.sheet.layout, item.place, words, language));
  if (item.locked) parts.push(words.lockedMark(nameOfPerson(model, item.locked, words)));
  return parts.join(", ");
}

/** "in A en B", or that it lies beside all zones. */
export function whereOf(layout: Layout, place: Place, words: CanvasWords, language: Language): string {
  const names = zonesAt(layout, place).zones.map((id) => {
    return layout.zones.find((zone) => zone.id === id)?.label[language] ?? id;
  });
  return names.length === 0 ? words.besideZones : words.inZones(listed(names, words.and));
}

/** "A", "A en B", "A, B en C". */
export function listed(names: readonly string[], and: string): string {
  if (names.length < 2) return names.join("");
  return `${names.slice(0, -1).join(", ")} ${and} ${names.at(-1)}`;
}

export function nameOfPerson(model: CanvasModel, id: string, words: CanvasWords): string {
  return nameOf(personsOwn(model, id)) || words.theFacilitator;
}

/** Who made it and for whom, as shown on hover and focus: "Amira · Gemeente Oeverdam". */
export function ownerLine(model: CanvasModel, item: Item, words: CanvasWords): string {
  const { person, organisation } = belongingOf(model, item);
  const line = [person?.name, organisation?.name].filter(Boolean).join(" · ") || words.someone;
  return item.locked ? `${line} · ${words.lockedMark(nameOfPerson(model, item.locked, words))}` : line;
}
