// A canvas's settings as a facilitator changes them: entries of its lists, and what its zones and axes are called. Pure.

import type { Entry, ListText, Settings, Template, Words } from "../generated/protocol";

type ListName = ListText["id"];

export const entriesOf = (settings: Settings | undefined, list: ListName): readonly Entry[] => settings?.[list] ?? [];

const withEntries = (settings: Settings, list: ListName, entries: readonly Entry[]): Settings => ({
  ...settings,
  [list]: entries,
});

export const withEntry = (settings: Settings, list: ListName, entry: Entry): Settings =>
  withEntries(settings, list, [...entriesOf(settings, list), entry]);

export const withoutEntry = (settings: Settings, list: ListName, id: string): Settings =>
  withEntries(
    settings,
    list,
    entriesOf(settings, list).filter((entry) => entry.id !== id),
  );

export const withNamed = (settings: Settings, list: ListName, id: string, name: string): Settings =>
  withEntries(
    settings,
    list,
    entriesOf(settings, list).map((entry) => (entry.id === id ? { ...entry, name } : entry)),
  );

/** With other words for a zone or an axis; empty, or as the template has it in either language: the template's. */
export function withLabel(settings: Settings, template: Template, key: string, text: string): Settings {
  const others = (settings.labels ?? []).filter((label) => label.key !== key);
  const words = wordable(template).find((each) => each.key === key)?.words;
  const own = text.trim() !== "" && text !== words?.nl && text !== words?.en;
  return { ...settings, labels: own ? [...others, { key, text: text.trim() }] : others };
}

export interface Wordable {
  readonly key: string;
  readonly words: Words;
  readonly what: "zone" | "axis" | "low" | "high";
  readonly ours: boolean;
}

/** What a facilitator may word otherwise, where the template lets them: axes with their ends, then zones. */
export function wordable({ axes = [], zones, editable }: Template): Wordable[] {
  if (!editable) return [];
  return [
    ...axes.flatMap(({ id, label, low, high, origin }) => {
      const ours = origin === "reconstruction";
      const key = `axis:${id}`;
      return [
        { key, words: label, what: "axis", ours } as const,
        { key: `${key}:low`, words: low.label, what: "low", ours } as const,
        { key: `${key}:high`, words: high.label, what: "high", ours } as const,
      ];
    }),
    ...zones.map(({ id, label, origin }) => {
      return { key: `zone:${id}`, words: label, what: "zone", ours: origin === "reconstruction" } as const;
    }),
  ];
}

export const labelled = (settings: Settings | undefined, key: string): string | undefined =>
  settings?.labels?.find((label) => label.key === key)?.text;
