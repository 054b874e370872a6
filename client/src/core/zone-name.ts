// What a zone is called where it is named: with the entries that it repeats for. Pure.

import type { Canvas, Language, ListText, Zone } from "../generated/protocol";

type Sheeted = Pick<Canvas, "template" | "settings">;

/** "Brings, Municipality": the zone, then the entries of its row and its column. */
export function zoneName(zone: Zone, canvas: Sheeted, language: Language): string {
  const entries = [zone.row, zone.column].flatMap((track) => entryName(track ?? "", canvas, language) ?? []);
  return [zone.label[language], ...entries].join(", ");
}

/** Of a track `<id>.<entry>`; null for one that does not repeat. */
function entryName(track: string, { template, settings }: Sheeted, language: Language): string | null {
  const dot = track.indexOf(".");
  if (dot < 0) return null;
  const [repeats, entry] = [track.slice(0, dot), track.slice(dot + 1)];
  const lists = template.lists ?? [];
  const list = lists.find(({ id }) => id === repeats) ?? lists.find(({ id }) => repeats.startsWith(id.slice(0, -1)));
  return list ? entryIn(list, settings?.[list.id] ?? [], entry, language) : null;
}

/** The entry's name, or, where it only fills the list up, its number. */
export function entryIn(
  list: ListText,
  entries: readonly { readonly id: string; readonly name: string }[],
  id: string,
  language: Language,
): string {
  return entries.find((entry) => entry.id === id)?.name ?? `${list.label[language]} ${id}`;
}
