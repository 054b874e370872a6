// Words that every screen shares: what is wrong, copying, languages, light and dark.

import type { RefusalCode } from "../generated/protocol";
import type { Both } from "./two";

export const app = {
  raakvlak: { nl: "Raakvlak", en: "Raakvlak" },
  close: { nl: "Sluit", en: "Close" },
  cancel: { nl: "Laat maar", en: "Never mind" },
  copy: { nl: "Kopieer", en: "Copy" },
  copied: { nl: "Gekopieerd", en: "Copied" },
  copyFailed: {
    nl: "Kopiëren lukte niet. De tekst is geselecteerd: kopieer hem zelf.",
    en: "Copying did not work. The text is selected: copy it yourself.",
  },
  tryAgain: { nl: "Probeer opnieuw", en: "Try again" },
  language: { nl: "Taal", en: "Language" },
  dutch: { nl: "Nederlands", en: "Nederlands" },
  english: { nl: "English", en: "English" },
  toLight: { nl: "Licht", en: "Light" },
  toDark: { nl: "Donker", en: "Dark" },
  loading: { nl: "Even ophalen…", en: "Fetching…" },
  minutes: { nl: (n: number) => `${n} min`, en: (n: number) => `${n} min` },

  facilitator: { nl: "Begeleider", en: "Facilitator" },
  participant: { nl: "Deelnemer", en: "Participant" },
  observer: { nl: "Meekijker", en: "Observer" },
  noOrganisation: { nl: "Geen organisatie", en: "No organisation" },

  notFound: { nl: "Hier is geen workshop.", en: "There is no workshop here." },
  notFoundDo: {
    nl: "Kijk of de link compleet is, of begin een nieuwe workshop.",
    en: "Check that the link is complete, or start a new workshop.",
  },
  newWorkshop: { nl: "Nieuwe workshop", en: "New workshop" },

  serverUnreachable: {
    nl: "De server is niet bereikbaar. Probeer het zo nog eens.",
    en: "The server cannot be reached. Try again in a moment.",
  },
  badCode: { nl: "Deze code klopt niet. Vraag hem na.", en: "This code is not right. Check it." },
  badLink: {
    nl: "Deze link opent geen workshop meer. Vraag de begeleider om een nieuwe.",
    en: "This link no longer opens a workshop. Ask the facilitator for a new one.",
  },
  needLink: {
    nl: "Open de workshop met de link die je kreeg.",
    en: "Open the workshop with the link you were given.",
  },
  needLettingIn: {
    nl: "De wachtkamer staat aan. Een begeleider kan je binnenlaten, of de wachtkamer uitzetten.",
    en: "The waiting room is on. A facilitator can let you in, or turn the waiting room off.",
  },
  workshopFull: { nl: "Deze workshop is vol.", en: "This workshop is full." },
  tooBusy: { nl: "Het is nu erg druk. Probeer het zo nog eens.", en: "It is very busy. Try again in a moment." },
  somethingWrong: {
    nl: (what: string) => `Dat lukte niet: ${what}`,
    en: (what: string) => `That did not work: ${what}`,
  },
} satisfies Both;

/** Why the server did not do what was asked, for whoever asked it. `by` is a name where someone else's deed is why. */
export const REFUSALS: Record<RefusalCode, { nl: (by: string | null) => string; en: (by: string | null) => string }> = {
  "not-allowed": { nl: () => "Dat mag je hier niet.", en: () => "You are not allowed to do that here." },
  locked: {
    nl: (by) => `${by ?? "De begeleider"} heeft dit vergrendeld. Je kunt het wel lezen.`,
    en: (by) => `${by ?? "The facilitator"} locked this. You can still read it.`,
  },
  "unknown-item": { nl: () => "Dit is er niet meer.", en: () => "This is no longer there." },
  "unknown-canvas": { nl: () => "Dit canvas is er niet.", en: () => "This canvas is not there." },
  "unknown-template": { nl: () => "Dit canvas bestaat hier niet.", en: () => "This canvas does not exist here." },
  exists: { nl: () => "Dit is er al.", en: () => "This is there already." },
  "wrong-kind": { nl: () => "Dat past niet op dit canvas.", en: () => "That does not belong on this canvas." },
  "wrong-text": { nl: () => "Die tekst kon niet worden bewaard.", en: () => "That text could not be saved." },
  "too-many": {
    nl: () => "Dit canvas is vol. Verwijder eerst iets.",
    en: () => "This canvas is full. Delete something first.",
  },
  "too-long": {
    nl: () => "Deze tekst is te lang. Maak er twee kaartjes van.",
    en: () => "This text is too long. Make it two notes.",
  },
  stale: {
    nl: () => "Je wijziging kwam te laat om te passen. Kijk hoe het nu is.",
    en: () => "Your change came too late to fit. See how it is now.",
  },
  "out-of-order": {
    nl: () => "Er ging een wijziging verloren. Laad de pagina opnieuw.",
    en: () => "A change got lost. Reload the page.",
  },
  "nothing-to-undo": { nl: () => "Er is niets meer terug te draaien.", en: () => "There is nothing left to undo." },
  "not-now": { nl: () => "Dat kan niet in deze stap.", en: () => "That is not possible in this step." },
  paused: {
    nl: () => "De workshop staat even stil. Zo gaan we verder.",
    en: () => "The workshop is paused. We go on in a moment.",
  },
  "unknown-step": { nl: () => "Deze stap is er niet meer.", en: () => "This step is no longer there." },
  "unknown-person": { nl: () => "Deze persoon is er niet meer.", en: () => "This person is no longer here." },
  "unknown-round": { nl: () => "Deze stemming is er niet meer.", en: () => "This vote is no longer there." },
  "unknown-agreement": { nl: () => "Deze afspraak is er niet meer.", en: () => "This agreement is no longer there." },
  "few-authors": {
    nl: () => "Minder dan 3 mensen schreven anoniem: je kunt raden wie. Bevestig het als je het toch toont.",
    en: () => "Fewer than 3 people wrote anonymously: one can guess who. Confirm if you show it all the same.",
  },
  "nothing-private": { nl: () => "Er is niets meer te onthullen.", en: () => "There is nothing left to reveal." },
  "private-zone": {
    nl: () => "Dit vak is van ieder voor zich. Wat iedereen ziet, past daar niet.",
    en: () => "This zone is each person's own. What everyone sees does not go there.",
  },
  "not-empty": {
    nl: () => "Daar ligt nog iets. Verplaats of verwijder het eerst.",
    en: () => "Something still lies there. Move or delete it first.",
  },
  "no-dots-left": { nl: () => "Je hebt geen stippen meer over.", en: () => "You have no dots left." },
  "last-facilitator": {
    nl: () => "Er moet iemand blijven die begeleidt. Maak eerst iemand anders begeleider.",
    en: () => "Somebody has to lead. Make someone else a facilitator first.",
  },
  invalid: {
    nl: () => "De server begreep dit niet. Laad de pagina opnieuw.",
    en: () => "The server did not understand. Reload the page.",
  },
};
