// Words of the canvas view: what a screen reader hears of an item, and the sentences that say why something is not so.

import type { Language } from "../generated/protocol";
import { canvasLed } from "./canvas-led";
import { canvasLinks } from "./links";
import { type Both, count, type In } from "./two";

export const canvas = {
  canvas: { nl: "Canvas", en: "Canvas" },
  sticky: { nl: "Kaartje", en: "Note" },
  emptyText: { nl: "nog leeg", en: "still empty" },
  card: { nl: "Kaart", en: "Card" },
  label: { nl: "Tekst", en: "Text" },
  chart: { nl: "Grafiek", en: "Chart" },
  chartEmpty: { nl: "nog leeg", en: "still empty" },
  partnerToken: { nl: (who: string) => `Fiche van ${who}`, en: (who: string) => `Token of ${who}` },
  ownToken: { nl: (who: string) => `Fiche van ${who}`, en: (who: string) => `Token of ${who}` },
  by: { nl: (who: string) => `van ${who}`, en: (who: string) => `by ${who}` },
  inZones: { nl: (zones: string) => `in ${zones}`, en: (zones: string) => `in ${zones}` },
  besideZones: { nl: "naast de zones", en: "beside the zones" },
  lockedMark: { nl: (who: string) => `vergrendeld door ${who}`, en: (who: string) => `locked by ${who}` },
  and: { nl: "en", en: "and" },
  someone: { nl: "Iemand", en: "Someone" },
  anOrganisation: { nl: "een organisatie", en: "an organisation" },
  theFacilitator: { nl: "De begeleider", en: "The facilitator" },

  lockedBy: {
    nl: (who: string) => `${who} heeft dit vergrendeld. Je kunt het wel lezen.`,
    en: (who: string) => `${who} locked this. You can still read it.`,
  },
  othersToken: {
    nl: (who: string) => `Dit fiche is van ${who}. Iedereen verplaatst het eigen fiche.`,
    en: (who: string) => `This token is ${who}'s. Everyone moves their own.`,
  },
  onlyOwnDeleted: {
    nl: "Je kunt alleen verwijderen wat je zelf hebt gemaakt.",
    en: "You can only delete what you made yourself.",
  },
  onlyLook: { nl: "Je kijkt mee. Veranderen kan hier niet.", en: "You are watching. You cannot change anything here." },
  onlyFacilitatorsLock: {
    nl: "Alleen de begeleider vergrendelt.",
    en: "Only the facilitator locks things.",
  },
  onlyFacilitatorsWord: {
    nl: "Een kaart heeft een vaste tekst. Alleen de begeleider past die aan.",
    en: "A card has a fixed text. Only the facilitator changes it.",
  },
  lineStays: {
    nl: "Deze regel blijft staan. Je kunt hem wel een oordeel geven.",
    en: "This line stays where it is. You can still rate it.",
  },
  arrowFollows: { nl: "Een pijl volgt waar hij aan vastzit.", en: "An arrow follows what it is attached to." },
  noTextsHere: { nl: "Op dit canvas horen geen losse teksten.", en: "This canvas has no loose texts." },
  noNotesHere: { nl: "Op dit canvas horen geen kaartjes.", en: "This canvas has no notes." },
  noTokensHere: { nl: "Op dit canvas hoort geen fiche van jou.", en: "This canvas has no token of yours." },
  dragToken: { nl: "Sleep je fiche naar waar jij het ziet.", en: "Drag your token to where you see it." },
  thereOnce: { nl: "Dit is er maar één keer.", en: "There is only one of this." },
  chooseFirst: { nl: "Kies eerst iets.", en: "Select something first." },

  pasted: {
    nl: (n: number) => `${count(n, "kaartje", "kaartjes")} geplakt.`,
    en: (n: number) => `${count(n, "note", "notes")} pasted.`,
  },
  pastedSome: {
    nl: (n: number, all: number) => `De eerste ${n} van ${all} regels zijn geplakt. Plak de rest apart.`,
    en: (n: number, all: number) => `The first ${n} of ${all} lines were pasted. Paste the rest separately.`,
  },
  lineTooLong: {
    nl: (most: number) => `Een regel is langer dan ${most} tekens en is niet geplakt.`,
    en: (most: number) => `A line is longer than ${most} characters and was not pasted.`,
  },
  textFull: {
    nl: (most: number) => `Een kaartje heeft plaats voor ${most} tekens.`,
    en: (most: number) => `A note holds ${most} characters.`,
  },
  copied: { nl: (n: number) => `${n} gekopieerd.`, en: (n: number) => `${n} copied.` },
  deleted: { nl: (n: number) => `${n} verwijderd.`, en: (n: number) => `${n} deleted.` },
  nowIn: { nl: (zones: string) => `Nu ${zones}.`, en: (zones: string) => `Now ${zones}.` },

  typing: { nl: (who: string) => `${who} typt`, en: (who: string) => `${who} is typing` },
  writing: { nl: "Tekst van het kaartje", en: "Text of the note" },
  resize: { nl: "Sleep om het kaartje groter of kleiner te maken", en: "Drag to make the note larger or smaller" },
  someoneDeleted: {
    nl: "Dit kaartje is verwijderd terwijl je schreef.",
    en: "This note was deleted while you were writing.",
  },
  ...canvasLed,
  ...canvasLinks,
} satisfies Both;

export type CanvasWords = In<typeof canvas>;

const of = (language: Language): CanvasWords =>
  Object.fromEntries(Object.entries(canvas as Both).map(([key, both]) => [key, both[language]])) as CanvasWords;

export const CANVAS_WORDS: Readonly<{ nl: CanvasWords; en: CanvasWords }> = { nl: of("nl"), en: of("en") };
