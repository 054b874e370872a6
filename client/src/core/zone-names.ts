// What the zones of a layout are called in full, so that those that repeat are told apart: "Belangen · Gemeente". Pure.

import type { Layout, ListText, Settings, Template, Track, Words, Zone } from "../generated/protocol";

type Tracks = ReadonlyMap<string, Track>;

/** The layout with zones by their full names. */
export function fullyNamed(template: Template, settings: Settings, layout: Layout): Layout {
  const tracks: Tracks = new Map(
    (template.figure.type === "page" ? template.figure.parts : []).flatMap((part) =>
      part.type === "grid" ? [...part.columns, ...part.rows].map((track) => [track.id, track] as const) : [],
    ),
  );
  const several = new Map<string, number>();
  for (const { of } of layout.zones) several.set(of, (several.get(of) ?? 0) + 1);
  const zones = layout.zones.map((zone) => {
    if (several.get(zone.of) === 1) return zone;
    const alike = layout.zones.filter(({ of }) => of === zone.of);
    const parts = partsOf(zone, alike, tracks, template, settings);
    return { ...zone, label: { nl: joined(parts, "nl"), en: joined(parts, "en") } };
  });
  return { ...layout, zones };
}

/** Its own name, then its row's and its column's where these tell it from the others of its name. */
function partsOf(zone: Zone, alike: readonly Zone[], tracks: Tracks, template: Template, settings: Settings): Words[] {
  const lanes = [zone.row, zone.column].flatMap((lane, index) => {
    const differ = alike.some(({ row, column }) => (index === 0 ? row : column) !== lane);
    return lane !== null && differ ? [laneName(lane, tracks, template, settings)] : [];
  });
  if (lanes.length === 0) lanes.push(entryName(zone.id.slice(zone.of.length + 1), template, settings, null));
  return [zone.label, ...lanes.filter((words) => words !== null)];
}

/** A row or a column: what it is printed with, or the entry for which it repeats. */
function laneName(lane: string, tracks: Tracks, template: Template, settings: Settings): Words | null {
  const track = tracks.get(lane);
  if (track) return track.label ?? null;
  const dot = lane.indexOf(".");
  const repeats = tracks.get(lane.slice(0, dot))?.repeat ?? null;
  return dot < 0 ? null : entryName(lane.slice(dot + 1), template, settings, repeats);
}

/** An entry of a list (null: of any), or what fills the list up: "Partner 3". */
function entryName(id: string, template: Template, settings: Settings, of: ListText["id"] | null): Words | null {
  const lists = (template.lists ?? []).filter((list) => of === null || list.id === of);
  for (const list of lists) {
    const entry = settings[list.id]?.find((each) => each.id === id);
    if (entry) return { nl: entry.name, en: entry.name };
  }
  const [list] = lists;
  return list && /^\d+$/.test(id) ? { nl: `${list.label.nl} ${id}`, en: `${list.label.en} ${id}` } : null;
}

function joined(parts: readonly Words[], language: "nl" | "en"): string {
  return [...new Set(parts.map((words) => words[language]))].join(" · ");
}
