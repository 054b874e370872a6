// The words of the interface in the language that this person chose. Every word exists in both or it does not compile.

import { computed } from "@preact/signals";
import { language } from "../app/settings";
import { adjust } from "./adjust";
import { app } from "./app";
import { console } from "./console";
import { gallery } from "./gallery";
import { giving } from "./giving";
import { links } from "./links";
import { outcomes } from "./outcomes";
import { ownTemplates } from "./own-templates";
import { replay } from "./replay";
import { report } from "./report";
import { start } from "./start";
import { takingPart } from "./taking-part";
import type { Both, In } from "./two";
import { workshop } from "./workshop";

/** By area; a word of one must not be a word of another. */
export const AREAS = [
  app,
  start,
  ownTemplates,
  gallery,
  workshop,
  replay,
  report,
  console,
  takingPart,
  outcomes,
  giving,
  adjust,
  links,
] as const;

const all = {
  ...app,
  ...start,
  ...ownTemplates,
  ...gallery,
  ...workshop,
  ...replay,
  ...report,
  ...console,
  ...takingPart,
  ...outcomes,
  ...giving,
  ...adjust,
  ...links,
};

export type Words = In<typeof all>;

function inLanguage(which: "nl" | "en"): Words {
  const entries = Object.entries(all as Both).map(([key, both]) => [key, both[which]]);
  return Object.fromEntries(entries) as Words;
}

export const DUTCH = inLanguage("nl");
export const ENGLISH = inLanguage("en");

/** In components: `const w = words.value`, then `w.saved`. */
export const words = computed(() => (language.value === "nl" ? DUTCH : ENGLISH));
