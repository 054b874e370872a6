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

  chapters: { nl: "Stappen", en: "Steps" },
  freely: { nl: "Vrij", en: "Freely" },
  chapterAt: {
    nl: (title: string, at: string) => `${title}, vanaf ${at}`,
    en: (title: string, at: string) => `${title}, from ${at}`,
  },

  enteredStep: {
    nl: (who: string, step: string) => `${who} begon de stap ${step}`,
    en: (who: string, step: string) => `${who} began the step ${step}`,
  },
  enteredShowing: {
    nl: (who: string, step: string, what: string) => `${who} begon de stap ${step} en toonde ${what}`,
    en: (who: string, step: string, what: string) => `${who} began the step ${step} and showed ${what}`,
  },
  leftSteps: {
    nl: (who: string) => `${who} liet iedereen vrij werken`,
    en: (who: string) => `${who} let everyone work freely`,
  },
  revealedThat: {
    nl: (who: string, what: string) => `${who} toonde ${what}`,
    en: (who: string, what: string) => `${who} showed ${what}`,
  },
  openedVote: {
    nl: (who: string, n: number) => `${who} opende een stemming met ${count(n, "stip", "stippen")}`,
    en: (who: string, n: number) => `${who} opened a vote with ${count(n, "dot", "dots")}`,
  },
  closedVote: {
    nl: (who: string, n: number) => `${who} sloot de stemming: ${count(n, "persoon", "personen")} stemden`,
    en: (who: string, n: number) => `${who} closed the vote: ${count(n, "person", "people")} voted`,
  },
  recordedDecision: {
    nl: (who: string, what: string) => `${who} legde een besluit vast: ${what}`,
    en: (who: string, what: string) => `${who} recorded a decision: ${what}`,
  },
  recordedAction: {
    nl: (who: string, what: string) => `${who} legde een actie vast: ${what}`,
    en: (who: string, what: string) => `${who} recorded an action: ${what}`,
  },
  changedAgreement: {
    nl: (who: string, what: string) => `${who} wijzigde de afspraak: ${what}`,
    en: (who: string, what: string) => `${who} changed the agreement: ${what}`,
  },
  tookAgreementAway: {
    nl: (who: string, what: string) => `${who} haalde de afspraak weg: ${what}`,
    en: (who: string, what: string) => `${who} took away the agreement: ${what}`,
  },
  consentedAgree: {
    nl: (who: string, what: string) => `${who} is akkoord met: ${what}`,
    en: (who: string, what: string) => `${who} agrees with: ${what}`,
  },
  consentedConcern: {
    nl: (who: string, what: string) => `${who} is akkoord, met een zorg, met: ${what}`,
    en: (who: string, what: string) => `${who} agrees, with a concern, with: ${what}`,
  },
  consentedObject: {
    nl: (who: string, what: string) => `${who} heeft bezwaar tegen: ${what}`,
    en: (who: string, what: string) => `${who} objects to: ${what}`,
  },
  checkedIn: {
    nl: (who: string, said: string) => `${who} kwam binnen: ${said}`,
    en: (who: string, said: string) => `${who} came in: ${said}`,
  },
  checkedOut: {
    nl: (who: string, said: string) => `${who} ging weg: ${said}`,
    en: (who: string, said: string) => `${who} left: ${said}`,
  },
  madeGroup: {
    nl: (who: string, title: string) => `${who} legde bij elkaar${title ? `: ${title}` : " wat bij elkaar hoort"}`,
    en: (who: string, title: string) => `${who} grouped${title ? `: ${title}` : " what belongs together"}`,
  },
  endedGroup: { nl: (who: string) => `${who} hief een groep op`, en: (who: string) => `${who} ended a group` },
  removedPerson: {
    nl: (who: string, whom: string) => `${who} haalde ${whom} uit de workshop`,
    en: (who: string, whom: string) => `${who} took ${whom} out of the workshop`,
  },
  admitted: {
    nl: (who: string, whom: string) => `${who} liet ${whom} binnen`,
    en: (who: string, whom: string) => `${who} let ${whom} in`,
  },
  admittedMany: {
    nl: (who: string, n: number) => `${who} liet ${count(n, "persoon", "personen")} binnen`,
    en: (who: string, n: number) => `${who} let ${count(n, "person", "people")} in`,
  },
  changedRole: {
    nl: (who: string, whom: string, role: string) => `${who} gaf ${whom} een andere rol: ${role}`,
    en: (who: string, whom: string, role: string) => `${who} gave ${whom} another role: ${role}`,
  },
  renamedPerson: {
    nl: (whom: string) => `Iemand heet nu ${whom}`,
    en: (whom: string) => `Somebody is now called ${whom}`,
  },
  changedPerson: {
    nl: (who: string, whom: string) => `${who} gaf ${whom} een andere organisatie`,
    en: (who: string, whom: string) => `${who} gave ${whom} another organisation`,
  },
  startedSession: { nl: (who: string) => `${who} begon de sessie`, en: (who: string) => `${who} began the session` },
  stoppedSession: { nl: (who: string) => `${who} sloot de sessie`, en: (who: string) => `${who} closed the session` },
  pausedAll: {
    nl: (who: string, word: string) => `${who} hield pauze${word ? `: ${word}` : ""}`,
    en: (who: string, word: string) => `${who} began a break${word ? `: ${word}` : ""}`,
  },
  endedPause: {
    nl: (who: string) => `${who} ging verder na de pauze`,
    en: (who: string) => `${who} went on after the break`,
  },
  spotlightOn: {
    nl: (who: string) => `${who} lichtte iets uit`,
    en: (who: string) => `${who} put something in the spotlight`,
  },
  spotlightOff: {
    nl: (who: string) => `${who} deed de spotlight uit`,
    en: (who: string) => `${who} took the spotlight off`,
  },
  waitingOn: {
    nl: (who: string) => `${who} opende de wachtkamer`,
    en: (who: string) => `${who} opened the waiting room`,
  },
  waitingOff: {
    nl: (who: string) => `${who} sloot de wachtkamer`,
    en: (who: string) => `${who} closed the waiting room`,
  },
  renamedWorkshop: {
    nl: (who: string, title: string) => `${who} noemde de workshop ${title}`,
    en: (who: string, title: string) => `${who} called the workshop ${title}`,
  },
  changedLinks: { nl: (who: string) => `${who} veranderde een link`, en: (who: string) => `${who} changed a link` },
  setClock: { nl: (who: string) => `${who} zette de klok`, en: (who: string) => `${who} set the clock` },
  changedAgenda: {
    nl: (who: string) => `${who} paste de agenda aan`,
    en: (who: string) => `${who} changed the agenda`,
  },

  wroteNote: { nl: (who: string) => `${who} maakte een kaartje`, en: (who: string) => `${who} made a note` },
  madeNotes: {
    nl: (who: string, n: number) => `${who} maakte ${n} kaartjes`,
    en: (who: string, n: number) => `${who} made ${n} notes`,
  },
  wroteText: { nl: (who: string) => `${who} maakte een tekst`, en: (who: string) => `${who} made a text` },
  copiedCard: {
    nl: (who: string, what: string) => `${who} maakte een kopie van ${what}`,
    en: (who: string, what: string) => `${who} made a copy of ${what}`,
  },
  drewArrow: {
    nl: (who: string, from: string, to: string) => `${who} trok een pijl van ${from} naar ${to}`,
    en: (who: string, from: string, to: string) => `${who} drew an arrow from ${from} to ${to}`,
  },
  changedArrow: { nl: (who: string) => `${who} veranderde een pijl`, en: (who: string) => `${who} changed an arrow` },
  markedNote: {
    nl: (who: string, tone: string) => `${who} markeerde een kaartje als “${tone}”`,
    en: (who: string, tone: string) => `${who} marked a note as “${tone}”`,
  },
  unmarkedNote: {
    nl: (who: string) => `${who} haalde de markering van een kaartje`,
    en: (who: string) => `${who} took the mark off a note`,
  },
  gaveScore: {
    nl: (who: string, value: string, what: string) => `${who} gaf ${value} aan “${what}”`,
    en: (who: string, value: string, what: string) => `${who} gave ${value} to “${what}”`,
  },
  groupGave: {
    nl: (who: string, value: string, what: string) => `${who} noteerde voor de groep ${value} bij “${what}”`,
    en: (who: string, value: string, what: string) => `${who} noted ${value} for the group at “${what}”`,
  },
  tookScoreBack: {
    nl: (who: string) => `${who} nam een oordeel terug`,
    en: (who: string) => `${who} took a rating back`,
  },
  sadFace: { nl: "een sip gezicht", en: "a sad face" },
  neutralFace: { nl: "een neutraal gezicht", en: "a neutral face" },
  happyFace: { nl: "een blij gezicht", en: "a happy face" },
  tickDone: { nl: "een vinkje", en: "a tick" },
  tickNotNeeded: { nl: "“niet nodig”", en: "“not needed”" },
  tickNotDone: { nl: "“niet gedaan”", en: "“not done”" },
  texts: { nl: (n: number) => count(n, "tekst", "teksten"), en: (n: number) => count(n, "text", "texts") },
  cards: { nl: (n: number) => count(n, "kaart", "kaarten"), en: (n: number) => count(n, "card", "cards") },
  arrows: { nl: (n: number) => count(n, "pijl", "pijlen"), en: (n: number) => count(n, "arrow", "arrows") },
  aText: { nl: "een tekst", en: "a text" },
  aCard: { nl: "een kaart", en: "a card" },
  anArrow: { nl: "een pijl", en: "an arrow" },
  textSaying: { nl: (text: string) => `de tekst “${text}”`, en: (text: string) => `the text “${text}”` },
  cardSaying: { nl: (text: string) => `de kaart “${text}”`, en: (text: string) => `the card “${text}”` },
  arrowSaying: { nl: (text: string) => `de pijl “${text}”`, en: (text: string) => `the arrow “${text}”` },
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
