// What a person chooses for this device: the language of the interface, light or dark.

import { effect, signal } from "@preact/signals";
import type { Language } from "../canvas/types";
import { remember, remembered } from "./device";

export type Theme = "light" | "dark";

/** Dutch or English, whichever the browser's owner prefers; Dutch for all others. */
export function preferredLanguage(languages: readonly string[]): Language {
  for (const tag of languages) {
    if (tag.toLowerCase().startsWith("nl")) return "nl";
    if (tag.toLowerCase().startsWith("en")) return "en";
  }
  return "nl";
}

const known = <T extends string>(value: string | null, ...options: T[]): T | null =>
  options.find((option) => option === value) ?? null;

const chosenLanguage = known(remembered("language"), "nl", "en");

export const language = signal<Language>(
  chosenLanguage ?? preferredLanguage(typeof navigator === "undefined" ? [] : navigator.languages),
);

export function chooseLanguage(next: Language): void {
  language.value = next;
  remember("language", next);
}

/** The workshop's language, for who never chose one on this device. */
export function suggestLanguage(next: Language): void {
  if (known(remembered("language"), "nl", "en") === null) language.value = next;
}

const systemDark = typeof matchMedia === "undefined" ? null : matchMedia("(prefers-color-scheme: dark)");

/** null: as the system is. */
export const chosenTheme = signal<Theme | null>(known(remembered("theme"), "light", "dark"));
const system = signal<Theme>(systemDark?.matches ? "dark" : "light");

systemDark?.addEventListener("change", (event) => {
  system.value = event.matches ? "dark" : "light";
});

export const themeNow = () => chosenTheme.value ?? system.value;

export function toggleTheme(): void {
  const next = themeNow() === "dark" ? "light" : "dark";
  // Back to what the system has means following the system again.
  chosenTheme.value = next === system.value ? null : next;
  remember("theme", chosenTheme.value);
}

/** Keeps <html lang> and <html data-theme> as chosen. */
export function applySettings(root: HTMLElement): void {
  effect(() => {
    root.lang = language.value;
  });
  effect(() => {
    if (chosenTheme.value) root.dataset.theme = chosenTheme.value;
    else delete root.dataset.theme;
  });
}
