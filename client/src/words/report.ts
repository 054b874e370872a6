// Words of the report.

import { type Both, count } from "./two";

export const report = {
  report: { nl: "Verslag", en: "Report" },
  reportRead: { nl: "Lees het verslag", en: "Read the report" },
  reportPrint: { nl: "Druk af", en: "Print" },
  reportToWorkshop: { nl: "Naar de workshop", en: "To the workshop" },
  reportToWorkshopShort: { nl: "Workshop", en: "Workshop" },
  reportPeople: {
    nl: (n: number) => count(n, "deelnemer", "deelnemers"),
    en: (n: number) => count(n, "participant", "participants"),
  },
  reportContents: { nl: "In dit verslag", en: "In this report" },
  reportOrganisations: { nl: "Organisaties", en: "Organisations" },
  reportPeopleOf: { nl: (n: number) => count(n, "persoon", "mensen"), en: (n: number) => count(n, "person", "people") },
  reportNotes: { nl: (n: number) => count(n, "kaartje", "kaartjes"), en: (n: number) => count(n, "note", "notes") },
  reportAgreements: { nl: "Besluiten en acties", en: "Decisions and actions" },
  reportNoAgreements: {
    nl: "Er zijn geen besluiten of acties vastgelegd.",
    en: "No decisions or actions were recorded.",
  },
  reportMeasures: { nl: "In cijfers", en: "In numbers" },
  reportWritten: { nl: "Wat er is geschreven", en: "What was written" },
  reportElsewhere: { nl: "Naast de vakken", en: "Beside the zones" },
  reportUnused: { nl: "Niet gebruikt", en: "Not used" },
  reportEmpty: { nl: "Er is nog niets gedeeld.", en: "Nothing has been shared yet." },
  reportEmptyDo: {
    nl: "Zodra er iets op een canvas ligt, staat het hier.",
    en: "As soon as something lies on a canvas, it is here.",
  },
  reportAll: { nl: "Allen samen", en: "All together" },
  reportMean: { nl: "gemiddelde ± spreiding", en: "mean ± spread" },
  reportOneToFive: {
    nl: "Gemiddelde ± spreiding, op een schaal van 1 tot 5.",
    en: "Mean ± spread, on a scale from 1 to 5.",
  },
  reportToHundred: {
    nl: "Gemiddelde ± spreiding, op een schaal van 0 tot 100.",
    en: "Mean ± spread, on a scale from 0 to 100.",
  },
  reportAnonymous: {
    nl: "Zonder namen gegeven, dus niet per organisatie.",
    en: "Given without names, so not by organisation.",
  },
  reportShowAll: { nl: (n: number) => `Toon alle ${n}`, en: (n: number) => `Show all ${n}` },
  reportShowFewer: { nl: "Toon minder", en: "Show fewer" },
  reportPicture: { nl: (title: string) => `Canvas: ${title}`, en: (title: string) => `Canvas: ${title}` },
  reportPictureFailed: { nl: "De tekening laadt niet.", en: "The picture does not load." },
  reportHead: {
    nl: (seq: number, token: string) => `Stand na ${count(seq, "gebeurtenis", "gebeurtenissen")}, kenmerk ${token}`,
    en: (seq: number, token: string) => `State after ${count(seq, "event", "events")}, mark ${token}`,
  },
  reportLowHigh: {
    nl: (low: string, high: string) => `laag: ${low} · hoog: ${high}`,
    en: (low: string, high: string) => `low: ${low} · high: ${high}`,
  },
  markWidest: { nl: "grootste spreiding", en: "widest spread" },
  markNone: { nl: "leeg", en: "empty" },
  markDivided: { nl: "verdeeld", en: "divided" },
  markEveryone: { nl: "allen", en: "all" },
  markSeveral: { nl: "enkele", en: "some" },
  markOne: { nl: "één", en: "one" },
  markOneSided: { nl: "eenzijdig", en: "one-sided" },
  markShort: { nl: "veel stippen, lage score", en: "many dots, low score" },
} satisfies Both;
