// Words of scales, smileys and tick boxes: on the canvas, in the list and beside them.

import type { Language } from "../generated/protocol";
import { type Both, count, type In } from "./two";

export const giving = {
  scoreName: { nl: (what: string) => `Score voor ${what}`, en: (what: string) => `Score for ${what}` },
  smileyName: { nl: (what: string) => `Gevoel bij ${what}`, en: (what: string) => `Feeling about ${what}` },
  tickName: { nl: (what: string) => `Afvinken: ${what}`, en: (what: string) => `Tick: ${what}` },
  notGiven: { nl: "nog niets gegeven", en: "nothing given yet" },
  outOfFive: { nl: (n: number) => `${n} van 5`, en: (n: number) => `${n} of 5` },
  sad: { nl: "niet blij", en: "sad" },
  neutral: { nl: "neutraal", en: "neutral" },
  happy: { nl: "blij", en: "happy" },
  notDone: { nl: "niet gedaan", en: "not done" },
  notNeeded: { nl: "niet nodig", en: "not needed" },
  isDone: { nl: "gedaan", en: "done" },
  chosen: { nl: "gekozen", en: "chosen" },
  notChosen: { nl: "niet gekozen", en: "not chosen" },
  thisOne: { nl: "Deze kies ik", en: "I choose this one" },
  fitsBest: { nl: "Kies wat het best past", en: "Choose what fits best" },
  mine: { nl: "Jij", en: "You" },
  group: { nl: "De groep", en: "The group" },
  takeAllBack: { nl: "Alles terugnemen", en: "Take all back" },
  takeBack: { nl: "Terugnemen", en: "Take back" },
  moreAbout: { nl: (zone: string) => `Toelichting bij ${zone}`, en: (zone: string) => `Explanation of ${zone}` },
  closeScale: { nl: "Sluiten", en: "Close" },
  scalesOf: { nl: (what: string) => `${what}: scores geven`, en: (what: string) => `${what}: give scores` },
  givenOf: {
    nl: (given: number, all: number) => `${given} van ${all} gegeven`,
    en: (given: number, all: number) => `${given} of ${all} given`,
  },
  groupMean: {
    nl: (mean: string, n: number) => `Groep: ${mean} (${count(n, "persoon", "personen")})`,
    en: (mean: string, n: number) => `Group: ${mean} (${count(n, "person", "people")})`,
  },
  groupFaces: {
    nl: (happy: number, neutral: number, sad: number) => `Groep: ${happy} blij, ${neutral} neutraal, ${sad} niet blij`,
    en: (happy: number, neutral: number, sad: number) => `Group: ${happy} happy, ${neutral} neutral, ${sad} sad`,
  },
  groupTicked: {
    nl: (ticked: number, n: number) => `Groep: ${ticked} van ${n} vinken dit af`,
    en: (ticked: number, n: number) => `Group: ${ticked} of ${n} tick this`,
  },
  groupHolds: { nl: (what: string) => `Samen vastgesteld: ${what}`, en: (what: string) => `Agreed together: ${what}` },
  giveLater: {
    nl: "Nu geef je hier geen score. De begeleider zegt wanneer.",
    en: "You do not score here now. The facilitator says when.",
  },
  giveLooking: { nl: "Je kijkt mee. Een score geef je niet.", en: "You are watching. You do not score." },
} satisfies Both;

export type GivingWords = In<typeof giving>;

const of = (language: Language): GivingWords =>
  Object.fromEntries(Object.entries(giving as Both).map(([key, both]) => [key, both[language]])) as GivingWords;

export const GIVING_WORDS: Readonly<{ nl: GivingWords; en: GivingWords }> = { nl: of("nl"), en: of("en") };
