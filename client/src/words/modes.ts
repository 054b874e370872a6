// What the modes of steps are called, and what participants do in them, for whoever chooses one. The titles are the same
// as in server/raakvlak/canvas/agenda.py.

import type { Mode, Said } from "../generated/protocol";

/** What a step is called until a facilitator calls it something else. */
export const MODE_TITLES: Readonly<Record<Mode, Said>> = {
  "check-in": { nl: "Binnenkomen", en: "Check-in" },
  intro: { nl: "Uitleg", en: "Introduction" },
  write: { nl: "Schrijven", en: "Writing" },
  place: { nl: "Plaatsen", en: "Placing" },
  score: { nl: "Scoren", en: "Scoring" },
  reveal: { nl: "Onthullen", en: "Reveal" },
  cluster: { nl: "Schuiven", en: "Clustering" },
  discuss: { nl: "Gesprek", en: "Conversation" },
  vote: { nl: "Stippen zetten", en: "Voting with dots" },
  conclude: { nl: "Conclusie", en: "Conclusion" },
  "check-out": { nl: "Afronden", en: "Check-out" },
  freeze: { nl: "Stilgezet", en: "Frozen" },
};

/** What participants then may do, for whoever chooses a mode. */
export const MODE_HINTS: Readonly<Record<Mode, Said>> = {
  "check-in": { nl: "Ieder zegt hoe die erbij zit.", en: "Everyone says how they are." },
  intro: { nl: "Deelnemers kijken.", en: "Participants look." },
  write: { nl: "Ieder schrijft voor zichzelf, tot je onthult.", en: "Everyone writes privately, until you reveal." },
  place: {
    nl: "Ieder plaatst fiches voor zichzelf, tot je onthult.",
    en: "Everyone places privately, until you reveal.",
  },
  score: {
    nl: "Ieder geeft scores voor zichzelf, tot je onthult.",
    en: "Everyone scores privately, until you reveal.",
  },
  reveal: { nl: "Alles wordt zichtbaar; daarna lezen.", en: "Everything is shown; then people read." },
  cluster: { nl: "Kaartjes verschuiven, niet schrijven.", en: "Moving notes, not writing." },
  discuss: { nl: "Iedereen schrijft en schuift, en ziet alles.", en: "Everyone writes and moves, and sees all." },
  vote: { nl: "Kijken en stippen zetten.", en: "Looking and putting dots." },
  conclude: { nl: "Besluiten en acties opschrijven.", en: "Writing decisions and actions." },
  "check-out": { nl: "Ieder zegt hoe die weggaat.", en: "Everyone says how they leave." },
  freeze: { nl: "Niemand verandert iets.", en: "Nobody changes anything." },
};
