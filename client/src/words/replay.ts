// Words of the replay.

import { type Both, count } from "./two";

export const replay = {
  replay: { nl: "Terugkijken", en: "Replay" },
  play: { nl: "Speel af", en: "Play" },
  pause: { nl: "Pauzeer", en: "Pause" },
  previousMoment: { nl: "Vorige gebeurtenis", en: "Previous moment" },
  nextMoment: { nl: "Volgende gebeurtenis", en: "Next moment" },
  speed: { nl: "Snelheid", en: "Speed" },
  speedOf: { nl: (n: number) => `${n} keer zo snel`, en: (n: number) => `${n} times as fast` },
  skipSilence: { nl: "Sla stilte over", en: "Skip silence" },
  timeline: { nl: "Tijdlijn", en: "Timeline" },
  ofTotal: { nl: (total: string) => `van ${total}`, en: (total: string) => `of ${total}` },
  people: { nl: (n: number) => count(n, "persoon", "personen"), en: (n: number) => count(n, "person", "people") },
  events: {
    nl: (n: number) => count(n, "gebeurtenis", "gebeurtenissen"),
    en: (n: number) => count(n, "moment", "moments"),
  },
  justHappened: { nl: "Net gebeurd", en: "Just happened" },
  nothingHappenedYet: { nl: "Op dit moment is er nog niets gebeurd.", en: "At this moment nothing has happened yet." },
  replayEmpty: { nl: "Nog niets om terug te kijken.", en: "Nothing to replay yet." },
  replayEmptyDo: {
    nl: "Wat mensen op het canvas doen, verschijnt hier vanzelf.",
    en: "What people do on the canvas appears here by itself.",
  },
  replayFailed: {
    nl: "De geschiedenis kon niet helemaal worden opgehaald.",
    en: "The history could not be fetched completely.",
  },
  fetched: { nl: (n: number) => `${n} gebeurtenissen opgehaald…`, en: (n: number) => `${n} moments fetched…` },
  toLive: { nl: "Naar de workshop", en: "To the workshop" },
  toLiveShort: { nl: "Workshop", en: "Workshop" },
  goAlong: { nl: "Volg de actie", en: "Follow the action" },
  fetchingHistory: { nl: "De geschiedenis ophalen…", en: "Fetching the history…" },
  noOrganisationRow: { nl: "Zonder organisatie", en: "No organisation" },
  activityOf: { nl: (who: string) => `Activiteit van ${who}`, en: (who: string) => `Activity of ${who}` },

  wroteNote: { nl: (who: string) => `${who} maakte een kaartje`, en: (who: string) => `${who} made a note` },
  madeNotes: {
    nl: (who: string, n: number) => `${who} maakte ${n} kaartjes`,
    en: (who: string, n: number) => `${who} made ${n} notes`,
  },
  aNote: { nl: "een kaartje", en: "a note" },
  aToken: { nl: "een fiche", en: "a token" },
  something: { nl: "iets", en: "something" },
  noteSaying: { nl: (text: string) => `het kaartje “${text}”`, en: (text: string) => `the note “${text}”` },
  tokenOf: { nl: (whose: string) => `het fiche van ${whose}`, en: (whose: string) => `the token of ${whose}` },
  things: { nl: (n: number) => count(n, "ding", "dingen"), en: (n: number) => count(n, "thing", "things") },
  placedToken: {
    nl: (who: string, what: string) => `${who} plaatste ${what}`,
    en: (who: string, what: string) => `${who} placed ${what}`,
  },
  movedItem: {
    nl: (who: string, what: string) => `${who} verschoof ${what}`,
    en: (who: string, what: string) => `${who} moved ${what}`,
  },
  movedTo: {
    nl: (who: string, what: string, zone: string) => `${who} schoof ${what} naar ${zone}`,
    en: (who: string, what: string, zone: string) => `${who} moved ${what} to ${zone}`,
  },
  editedText: { nl: (who: string) => `${who} schreef`, en: (who: string) => `${who} wrote` },
  deletedItem: {
    nl: (who: string, what: string) => `${who} verwijderde ${what}`,
    en: (who: string, what: string) => `${who} deleted ${what}`,
  },
  restoredItem: {
    nl: (who: string, what: string) => `${who} zette ${what} terug`,
    en: (who: string, what: string) => `${who} put back ${what}`,
  },
  lockedItem: {
    nl: (who: string, what: string) => `${who} vergrendelde ${what}`,
    en: (who: string, what: string) => `${who} locked ${what}`,
  },
  unlockedItem: {
    nl: (who: string, what: string) => `${who} ontgrendelde ${what}`,
    en: (who: string, what: string) => `${who} unlocked ${what}`,
  },
  resizedItem: {
    nl: (who: string, what: string) => `${who} veranderde de maat van ${what}`,
    en: (who: string, what: string) => `${who} resized ${what}`,
  },
  orderedItem: {
    nl: (who: string, what: string) => `${who} legde ${what} naar voren of achteren`,
    en: (who: string, what: string) => `${who} brought ${what} forward or back`,
  },
  addedCanvas: { nl: (who: string) => `${who} voegde een canvas toe`, en: (who: string) => `${who} added a canvas` },
  changedCanvas: {
    nl: (who: string) => `${who} paste het canvas aan`,
    en: (who: string) => `${who} adjusted the canvas`,
  },
  workshopBegan: { nl: "De workshop begon", en: "The workshop began" },
  joined: { nl: (who: string) => `${who} deed mee`, en: (who: string) => `${who} joined` },
  organisationAdded: { nl: (who: string) => `${who} kwam erbij`, en: (who: string) => `${who} was added` },
  didSomething: { nl: (who: string) => `${who} veranderde iets`, en: (who: string) => `${who} changed something` },
  tookBack: {
    nl: (who: string) => `${who} maakte een wijziging ongedaan`,
    en: (who: string) => `${who} undid a change`,
  },
  didAgain: {
    nl: (who: string) => `${who} deed opnieuw wat ongedaan was gemaakt`,
    en: (who: string) => `${who} did again what was undone`,
  },
} satisfies Both;
