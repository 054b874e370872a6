// Words of adjusting a canvas: what its lists repeat for, what its zones and axes are called, where its content is from.

import type { Both } from "./two";

export const adjust = {
  listOf: {
    nl: (n: number, most: number) => `${n} van ten hoogste ${most}`,
    en: (n: number, most: number) => `${n} of at most ${most}`,
  },
  listHint: {
    nl: "Elke naam krijgt een eigen plek op het canvas, zodra je hem toevoegt.",
    en: "Every name gets a place of its own on the canvas as soon as you add it.",
  },
  entryName: { nl: (what: string, n: number) => `${what} ${n}`, en: (what: string, n: number) => `${what} ${n}` },
  entryNew: { nl: (what: string) => `Nieuw: ${what}`, en: (what: string) => `New: ${what}` },
  entryAdd: { nl: "Voeg toe", en: "Add" },
  entryFrom: { nl: "Voeg een organisatie toe", en: "Add an organisation" },
  entryRemove: { nl: (name: string) => `Haal weg: ${name}`, en: (name: string) => `Take out: ${name}` },
  entryOrganisation: { nl: "een organisatie van deze workshop", en: "an organisation of this workshop" },
  entriesFull: { nl: "De lijst is vol.", en: "The list is full." },
  labelsTitle: { nl: "Namen op het canvas", en: "Names on the canvas" },
  labelsHint: {
    nl: "De figuur van het werkboek is niet bewaard gebleven. Pas de namen aan zoals jullie ze gebruiken.",
    en: "The workbook's figure was lost. Word the names the way you use them.",
  },
  labelsHintMore: {
    nl: "Je woorden gelden in beide talen. Leeg is weer de naam van het canvas.",
    en: "Your words count in both languages. Empty brings back the canvas's own name.",
  },
  axisName: { nl: "As", en: "Axis" },
  axisLow: { nl: "Laag eind", en: "Low end" },
  axisHigh: { nl: "Hoog eind", en: "High end" },
  zoneCalled: { nl: (zone: string) => `Vak: ${zone}`, en: (zone: string) => `Zone: ${zone}` },
  ourExample: { nl: "ons voorbeeld", en: "our example" },
  fromTitle: { nl: "Waar dit vandaan komt", en: "Where this comes from" },
  fromWorkbook: { nl: "Werkboek", en: "Workbook" },
  fromFound: { nl: "Elders gevonden", en: "Found elsewhere" },
  fromUs: { nl: "Ons voorbeeld", en: "Our example" },
  fromSource: { nl: "Naar de bron", en: "To the source" },
  oursTitle: { nl: "Onze voorbeelden op dit canvas", en: "Our examples on this canvas" },
  oursPrompt: { nl: "De vraag", en: "The question" },
  oursMay: {
    nl: "Wat ons voorbeeld is, mag je gerust anders zeggen of weghalen.",
    en: "What is our example, feel free to say otherwise or take away.",
  },
} satisfies Both;
