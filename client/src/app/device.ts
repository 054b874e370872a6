// What this device and this tab remember. Storage may be forbidden or full: then nothing is remembered, and all works.

function read(storage: () => Storage, key: string): string | null {
  try {
    return storage().getItem(key);
  } catch {
    return null;
  }
}

function write(storage: () => Storage, key: string, value: string | null): void {
  try {
    if (value === null) storage().removeItem(key);
    else storage().setItem(key, value);
  } catch {
    // Private windows may refuse; the setting then lasts as long as the page.
  }
}

const device = () => window.localStorage;
const tab = () => window.sessionStorage;

export const remembered = (key: string) => read(device, `raakvlak.${key}`);
export const remember = (key: string, value: string | null) => write(device, `raakvlak.${key}`, value);

/** The workshop just made in this tab, as JSON: its links show again after a reload. */
export const madeInTab = () => read(tab, "raakvlak.made");
export const setMadeInTab = (made: string | null) => write(tab, "raakvlak.made", made);

/** Which person this tab is in a workshop; another tab may be someone else. */
export const personOfTab = (workshop: string) => read(tab, `raakvlak.person.${workshop}`);
export const setPersonOfTab = (workshop: string, person: string | null) =>
  write(tab, `raakvlak.person.${workshop}`, person);

const textsKey = (workshop: string, person: string) => `raakvlak.texts.${workshop}.${person}`;

/** Texts that could not be saved and are still offered to this person. */
export function keptTexts<T>(workshop: string, person: string): readonly T[] {
  try {
    const kept: unknown = JSON.parse(read(device, textsKey(workshop, person)) ?? "[]");
    return Array.isArray(kept) ? kept : [];
  } catch {
    return [];
  }
}

export const keepTexts = (workshop: string, person: string, texts: readonly unknown[]) =>
  write(device, textsKey(workshop, person), texts.length > 0 ? JSON.stringify(texts) : null);
