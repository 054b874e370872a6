// Words of the canvas while a session is led: why something is not possible in this step, drafts, votes, groups, what
// people had placed, what is private for good.

import { type Both, count } from "./two";

const dots = (n: number) => count(n, "stip", "stippen");
const dotsEn = (n: number) => count(n, "dot", "dots");

export const canvasLed = {
  // Why it is not possible now; each a whole sentence.
  itIsPaused: { nl: "Het is pauze; straks gaan we verder.", en: "It is a pause; we go on in a moment." },
  onlyFacilitatorMoves: { nl: "Nu schuift alleen de begeleider.", en: "Only the facilitator moves things now." },
  facilitatorMoves: {
    nl: "Nu schuift de begeleider; schrijven kan straks weer.",
    en: "The facilitator is moving things now; writing comes later.",
  },
  movingNow: { nl: "Nu schuiven we; schrijven kan straks weer.", en: "We are moving things now; writing comes later." },
  everyoneWrites: {
    nl: "Dit is voor iedereen zichtbaar; nu schrijft ieder voor zich.",
    en: "Everyone sees this; now each of us writes alone.",
  },
  everyonePlaces: {
    nl: "Dit is voor iedereen zichtbaar; nu plaatst ieder voor zich.",
    en: "Everyone sees this; now each of us places alone.",
  },
  everyoneScores: {
    nl: "Dit is voor iedereen zichtbaar; nu scoort ieder voor zich.",
    en: "Everyone sees this; now each of us scores alone.",
  },
  readingNow: {
    nl: "Nu lezen we wat er staat; veranderen kan straks weer.",
    en: "We are reading now; changing comes later.",
  },
  introNow: {
    nl: "Nu is er uitleg; zo kun je aan de slag.",
    en: "This is the introduction; you can start in a moment.",
  },
  checkInNow: { nl: "Eerst komt iedereen binnen.", en: "First everyone checks in." },
  checkOutNow: {
    nl: "We ronden af; het canvas blijft zoals het is.",
    en: "We are closing; the canvas stays as it is.",
  },
  votingNow: {
    nl: "Nu zetten we stippen; veranderen kan straks weer.",
    en: "We are placing dots now; changing comes later.",
  },
  concludingNow: {
    nl: "Nu leggen we afspraken vast; het canvas blijft zoals het is.",
    en: "We are making agreements now; the canvas stays as it is.",
  },
  frozenNow: {
    nl: "Het canvas staat vast; je kunt alles lezen.",
    en: "The canvas is frozen; you can read everything.",
  },
  draftShowFirst: {
    nl: "Dit is nog je concept; toon het eerst aan iedereen.",
    en: "This is still your draft; show it to everyone first.",
  },
  draftLater: {
    nl: "Dit is nog je concept; verder werken kan weer als ieder voor zich werkt.",
    en: "This is still your draft; you can go on when everyone works alone again.",
  },
  notNow: { nl: "Dat kan nu niet.", en: "That is not possible now." },

  // Drafts
  draft: { nl: "concept, alleen jij ziet dit", en: "draft, only you see this" },
  anonymous: { nl: "anoniem", en: "anonymous" },
  shownNow: { nl: "Je concept is nu voor iedereen te zien.", en: "Everyone sees your draft now." },
  ownPlace: {
    nl: "Alleen jij ziet waar je dit neerzet, tot de begeleider het toont.",
    en: "Only you see where you put this, until the facilitator shows it.",
  },

  // What is private for good
  onlyYours: { nl: "alleen voor jezelf", en: "only for yourself" },
  alreadyShared: {
    nl: "Dit ziet iedereen al; hier komt alleen wat je voor jezelf schrijft.",
    en: "Everyone sees this already; only what you write for yourself goes here.",
  },
  tokensNotHere: {
    nl: "Fiches horen hier niet; iedereen moet ze zien.",
    en: "Tokens do not go here; everyone must see them.",
  },
  showToAll: { nl: "Toon aan iedereen", en: "Show to everyone" },
  keepPrivate: { nl: "Houd voor mezelf", en: "Keep for myself" },
  showQuestion: { nl: "Hier ziet iedereen het.", en: "Everyone would see it here." },
  allSeeThis: { nl: "Nu ziet iedereen dit.", en: "Everyone sees this now." },

  // Votes
  voteOn: { nl: (text: string) => `Stippen op ${text}`, en: (text: string) => `Dots on ${text}` },
  dotMore: { nl: "Zet een stip", en: "Add a dot" },
  dotLess: { nl: "Haal een stip weg", en: "Take a dot away" },
  dotsLeft: {
    nl: (n: number) => (n === 0 ? "Al je stippen zijn gezet." : `Nog ${dots(n)} te zetten.`),
    en: (n: number) => (n === 0 ? "You have placed all your dots." : `${dotsEn(n)} left.`),
  },
  oneDotEach: { nl: "Op elk kaartje kan 1 stip van jou.", en: "You can put 1 dot on each." },
  notUpForVote: { nl: "Over dit stemmen we nu niet.", en: "This is not part of the vote." },
  myDots: { nl: (n: number) => `${dots(n)} van jou`, en: (n: number) => `${dotsEn(n)} of yours` },
  result: {
    nl: (n: number, rank: number) => `${dots(n)}, plaats ${rank}`,
    en: (n: number, rank: number) => `${dotsEn(n)}, place ${rank}`,
  },

  // Where people had placed it
  placedByMany: {
    nl: (n: number) => `geplaatst door ${n}`,
    en: (n: number) => `placed by ${n}`,
  },

  // Groups
  group: { nl: "Groep", en: "Group" },
  unnamedGroup: { nl: "Groep zonder titel", en: "Group without a title" },
  groupOf: {
    nl: (title: string, n: number) => `Groep: ${title}, ${count(n, "onderdeel", "onderdelen")}`,
    en: (title: string, n: number) => `Group: ${title}, ${count(n, "item", "items")}`,
  },
  inGroup: { nl: (title: string) => `in groep ${title}`, en: (title: string) => `in group ${title}` },
  groupTitle: { nl: "Titel van de groep", en: "Title of the group" },
  grouped: {
    nl: (n: number) => `${n} gegroepeerd. Typ een titel.`,
    en: (n: number) => `${n} grouped. Type a title.`,
  },
  ungrouped: {
    nl: "De groep is uit elkaar. Alles ligt waar het lag.",
    en: "The group is gone. Everything stays where it was.",
  },
  leftGroup: { nl: (n: number) => `${n} uit de groep gehaald.`, en: (n: number) => `${n} taken out of the group.` },
  ungroup: { nl: "Haal de groep uit elkaar", en: "Take the group apart" },
  groupNeedsTwo: { nl: "Kies eerst wat bij elkaar hoort.", en: "Select first what belongs together." },
  noGroupHere: { nl: "Dit zit niet in een groep.", en: "This is not in a group." },
  draftsNotGrouped: { nl: "Een concept kan nog niet in een groep.", en: "A draft cannot be in a group yet." },

  // Attention
  laserUnseen: {
    nl: "Ieder werkt nu voor zich: niemand ziet je aanwijzer.",
    en: "Everyone works alone now: nobody sees your pointer.",
  },
} satisfies Both;
