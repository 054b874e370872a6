// Words of what comes of a session: results of scores, placing and votes; decisions and actions.

import { type Both, count } from "./two";

export const outcomes = {
  // Results.
  results: { nl: "Resultaten", en: "Results" },
  resultsNone: {
    nl: "Nog geen uitslag op dit canvas. Hier komt wat er geplaatst, gescoord of gestemd is, zodra het getoond is.",
    en: "No results on this canvas yet. What was placed, scored or voted comes here once it is shown.",
  },
  formerStep: { nl: "Een eerdere stap", en: "An earlier step" },
  meanSpread: {
    nl: "Gemiddelde ± spreiding. De pijl is de hele groep.",
    en: "Mean ± spread. The arrow is the whole group.",
  },
  theGroup: { nl: "Groep", en: "Group" },
  measureDistance: { nl: "Afstand tot het midden", en: "Distance from the centre" },
  measureCentre: { nl: "midden", en: "centre" },
  measureEdge: { nl: "rand", en: "edge" },
  measureLittle: { nl: "weinig", en: "little" },
  measureMuch: { nl: "veel", en: "much" },
  voteResult: { nl: "Uitslag van de stippen", en: "Result of the dots" },
  voters: {
    nl: (n: number) => `${n} ${n === 1 ? "persoon heeft" : "mensen hebben"} gestemd`,
    en: (n: number) => `${count(n, "person", "people")} voted`,
  },
  voteNoDots: { nl: "Niemand zette een stip.", en: "Nobody placed a dot." },
  dots: { nl: (n: number) => count(n, "stip", "stippen"), en: (n: number) => count(n, "dot", "dots") },
  deletedSince: { nl: "daarna verwijderd", en: "deleted since" },

  // Agreements.
  agreements: { nl: "Afspraken", en: "Agreements" },
  agreementsNone: { nl: "Nog geen besluiten of acties.", en: "No decisions or actions yet." },
  agreementAdd: { nl: "Leg een afspraak vast", en: "Record an agreement" },
  agreementKind: { nl: "Wat is het?", en: "What is it?" },
  decision: { nl: "Besluit", en: "Decision" },
  action: { nl: "Actie", en: "Action" },
  decisions: { nl: "Besluiten", en: "Decisions" },
  actions: { nl: "Acties", en: "Actions" },
  decisionText: { nl: "Wat besluiten we?", en: "What do we decide?" },
  actionText: { nl: "Wat gaat er gebeuren?", en: "What will be done?" },
  agreementEmpty: { nl: "Schrijf op wat jullie afspreken.", en: "Write down what you agree." },
  agreementResets: {
    nl: "Met een andere tekst telt niet meer wat organisaties ervan zeiden.",
    en: "With another text, what organisations said of it no longer counts.",
  },
  ownerOrganisation: { nl: "Van welke organisatie?", en: "Whose organisation?" },
  ownerNone: { nl: "Van ons samen", en: "Ours together" },
  ownerPerson: { nl: "Wie?", en: "Who?" },
  ownerNobody: { nl: "Nog niemand", en: "Nobody yet" },
  dueDay: { nl: "Voor wanneer?", en: "By when?" },
  agreementSave: { nl: "Leg vast", en: "Record it" },
  agreementChange: { nl: "Wijzig", en: "Change" },
  agreementDue: { nl: (day: string) => `voor ${day}`, en: (day: string) => `by ${day}` },
  decisionSaved: { nl: "Besluit vastgelegd.", en: "Decision recorded." },
  actionSaved: { nl: "Actie vastgelegd.", en: "Action recorded." },
  agreementGone: { nl: "Afspraak weggehaald.", en: "Agreement taken away." },
  agreeObserver: {
    nl: "Je kijkt mee: je leest de afspraken en verandert ze niet.",
    en: "You are watching: you read the agreements and change nothing.",
  },
  agreeNotNow: {
    nl: "Afspraken maken kan in de stap Conclusie, of als iedereen vrij werkt. Lezen kan altijd.",
    en: "Agreements are made in a step to conclude, or when everyone works freely. You can always read them.",
  },
  agreePaused: { nl: "Het is pauze. Lezen kan altijd.", en: "It is a break. You can always read." },
  consentsOf: {
    nl: (what: string) => `Wat organisaties zeggen van: ${what}`,
    en: (what: string) => `What organisations say to: ${what}`,
  },
  consentFor: {
    nl: (who: string, what: string) => `${who} over: ${what}`,
    en: (who: string, what: string) => `${who} on: ${what}`,
  },
  consentAgree: { nl: "Akkoord", en: "Agree" },
  consentConcern: { nl: "Akkoord met zorg", en: "Agree with a concern" },
  consentObject: { nl: "Bezwaar", en: "Object" },
  consentNone: { nl: "nog niets gezegd", en: "nothing said yet" },

  // Scores.
  scoresGiven: { nl: "Scores", en: "Scores" },
  scoring: { nl: "Scoren", en: "Scoring" },
  scoreFor: { nl: (zone: string) => `Score voor ${zone}`, en: (zone: string) => `Score for ${zone}` },
  scoreBack: { nl: "Haal de score weg", en: "Take the score away" },
  scoresLeft: {
    nl: (n: number) => `Nog ${n} zonder oordeel.`,
    en: (n: number) => `${n} without an answer yet.`,
  },
  scoredAll: { nl: "Alles is ingevuld.", en: "Everything is filled in." },
  scoreNotNow: { nl: "Scoren kan niet in deze stap.", en: "Scoring is not possible in this step." },

  // Check-in and check-out.
  checkInAsk: { nl: "Hoe kom je binnen?", en: "How do you come in?" },
  checkOutAsk: { nl: "Hoe ga je weg?", en: "How do you leave?" },
  checkLow: { nl: "laag", en: "low" },
  checkHigh: { nl: "hoog", en: "high" },
  checkWord: { nl: "In één woord", en: "In one word" },
  checkChoose: { nl: "Kies eerst een cijfer.", en: "Choose a number first." },
  checkShare: { nl: "Deel met iedereen", en: "Share with everyone" },
  checkChange: { nl: "Wijzig", en: "Change" },
  checkDone: { nl: "Gedeeld", en: "Shared" },
  checkShared: { nl: "Iedereen ziet je antwoord.", en: "Everyone sees your answer." },
  checkAnswers: { nl: "Wat iedereen zegt", en: "What everyone says" },
  checkNone: { nl: "Nog niemand heeft iets gezegd.", en: "Nobody has said anything yet." },

  // Votes.
  vote: { nl: "Stemming", en: "Vote" },
  dotsLeft: {
    nl: (n: number) => (n === 0 ? "Al je stippen zijn gezet." : `Nog ${count(n, "stip", "stippen")} te zetten.`),
    en: (n: number) => (n === 0 ? "You have placed all your dots." : `${count(n, "dot", "dots")} left.`),
  },
  dotsPut: {
    nl: (n: number, left: number) => `${count(n, "stip", "stippen")} hierop, nog ${left} over.`,
    en: (n: number, left: number) => `${count(n, "dot", "dots")} on this, ${left} left.`,
  },
  dotsMine: {
    nl: (n: number) => `${count(n, "stip", "stippen")} van jou`,
    en: (n: number) => `${count(n, "dot", "dots")} of yours`,
  },
  dotsOn: { nl: (what: string) => `Stippen op ${what}`, en: (what: string) => `Dots on ${what}` },
  yourDots: { nl: "Jouw stippen", en: "Your dots" },
  dotMore: { nl: "Zet een stip", en: "Add a dot" },
  dotLess: { nl: "Haal een stip weg", en: "Take a dot away" },
  voteGoesOn: { nl: "Er worden stippen gezet.", en: "People are placing dots." },
  voteAll: { nl: "Op alles wat hier ligt", en: "On everything here" },
  voteNotes: { nl: "Op kaartjes", en: "On notes" },
  votePartners: { nl: "Op fiches van organisaties", en: "On organisations' tokens" },
  voteTokens: { nl: "Op fiches", en: "On tokens" },
  voteCards: { nl: "Op kaarten", en: "On cards" },
  voteTexts: { nl: "Op teksten", en: "On texts" },
  voteIn: {
    nl: (kind: string, zone: string) => `${kind} in ${zone}`,
    en: (kind: string, zone: string) => `${kind} in ${zone}`,
  },
  voteSeveral: { nl: "meer op één mag", en: "several on one is fine" },
  voteSingle: { nl: "één per stuk", en: "one each" },
  voteNameless: { nl: "zonder namen", en: "without names" },
  keyDots: {
    nl: "Een stip erbij of eraf, als er stippen worden gezet",
    en: "A dot more or less, while there is a vote",
  },
  voteClosed: { nl: "De stemming is gesloten. Kijk bij Resultaten.", en: "The vote is closed. See Results." },
  voteOpened: {
    nl: (n: number, about: string) => `Zet ${count(n, "stip", "stippen")}. ${about}.`,
    en: (n: number, about: string) => `Place ${count(n, "dot", "dots")}. ${about}.`,
  },
  goTo: { nl: (what: string) => `Naar ${what}`, en: (what: string) => `Go to ${what}` },
  othersToken: {
    nl: (who: string) => `Dit fiche is van ${who}. Iedereen verplaatst het eigen fiche.`,
    en: (who: string) => `This token is ${who}'s. Everyone moves their own.`,
  },
} satisfies Both;
