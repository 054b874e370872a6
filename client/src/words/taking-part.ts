// Words of taking part in a session that is led: the step, private writing, readiness, votes, agreements, waiting.

import { type Both, count } from "./two";

export const takingPart = {
  // The step under way: which one, and in one line what to do in it.
  stepOf: { nl: (n: number, of: number) => `Stap ${n} van ${of}`, en: (n: number, of: number) => `Step ${n} of ${of}` },
  stepNow: {
    nl: (where: string, title: string, prompt: string) => `${where}: ${title}. ${prompt}`,
    en: (where: string, title: string, prompt: string) => `${where}: ${title}. ${prompt}`,
  },
  stepNone: { nl: "Iedereen werkt vrij.", en: "Everyone works freely." },
  wayCheckIn: { nl: "zeg hoe je binnenkomt", en: "say how you come in" },
  wayIntro: { nl: "kijk en luister", en: "look and listen" },
  wayAlone: { nl: "ieder voor zich", en: "on your own" },
  wayNameless: { nl: "ieder voor zich, zonder naam", en: "on your own, without your name" },
  wayShown: {
    nl: (who: string) => `zichtbaar als ${who} onthult`,
    en: (who: string) => `shown to all when ${who} reveals`,
  },
  wayShownByMe: { nl: "zichtbaar als jij onthult", en: "shown to all when you reveal" },
  wayReveal: { nl: "lees in stilte", en: "read in silence" },
  wayTurns: { nl: "om de beurt getoond", en: "shown one by one" },
  wayTurnsByMe: { nl: "jij toont om de beurt", en: "you show one by one" },
  wayCluster: {
    nl: (who: string) => `vraag hardop, ${who} verplaatst`,
    en: (who: string) => `ask aloud, ${who} moves`,
  },
  wayClusterByMe: { nl: "jij verplaatst, anderen vragen hardop", en: "you move, others ask aloud" },
  wayClusterAll: { nl: "verplaats samen wat bij elkaar hoort", en: "move together what belongs together" },
  wayDiscuss: { nl: "praat, schrijf en verplaats samen", en: "talk, write and move together" },
  wayVote: { nl: "zet je stippen", en: "place your dots" },
  wayVoteSoon: { nl: "stippen zetten kan als de begeleider opent", en: "dots once the facilitator opens the vote" },
  wayVoteByMe: { nl: "jij opent de stemming", en: "you open the vote" },
  wayConclude: { nl: "maak samen afspraken", en: "agree together" },
  wayCheckOut: { nl: "zeg hoe je weggaat", en: "say how you leave" },
  wayFreeze: { nl: "kijk, alles staat vast", en: "look, everything stands still" },
  wayObserver: { nl: "je kijkt mee", en: "you are watching" },
  theFacilitator: { nl: "de begeleider", en: "the facilitator" },

  // Waiting to be let in, and being sent away.
  lobbyTitle: { nl: "Even wachten", en: "One moment" },
  lobbyWho: { nl: (who: string) => `Je wacht als ${who}.`, en: (who: string) => `You are waiting as ${who}.` },
  lobbyWhy: {
    nl: "De begeleider laat je zo binnen. Je hoeft niets te doen: deze pagina gaat vanzelf verder.",
    en: "The facilitator will let you in shortly. There is nothing to do: this page goes on by itself.",
  },
  letIn: { nl: "Je bent binnen.", en: "You are in." },
  waitsHint: {
    nl: "Na het meedoen wacht je even tot de begeleider je binnenlaat.",
    en: "After joining you wait a moment until the facilitator lets you in.",
  },
  waitsToBeLetIn: { nl: "wacht om binnen te komen", en: "waiting to be let in" },
  removedTitle: { nl: "Je doet niet meer mee", en: "You no longer take part" },
  removedWhy: {
    nl: (title: string) =>
      `De begeleider heeft je uit “${title}” gehaald. Wat je met de groep deelde, blijft daar staan. Is het een vergissing? Vraag de begeleider om een nieuwe link.`,
    en: (title: string) =>
      `The facilitator took you out of “${title}”. What you shared with the group stays there. Is it a mistake? Ask the facilitator for a new link.`,
  },
  removedTexts: { nl: "Dit was nog niet opgeslagen", en: "This was not saved yet" },

  // The clock.
  clock: { nl: "Tijd over", en: "Time left" },
  clockStopped: { nl: "De klok staat stil op", en: "The clock stands still at" },
  clockMinute: { nl: "Nog 1 minuut.", en: "1 minute left." },
  clockEnded: { nl: "De tijd is om.", en: "The time is up." },
  clockSound: { nl: "Geluid als de tijd om is", en: "Sound when the time is up" },
  clockSoundOn: { nl: "Laat horen als de tijd om is", en: "Sound when the time is up" },
  clockSoundOff: { nl: "Geen geluid als de tijd om is", en: "No sound when the time is up" },

  // Private steps and readiness.
  privateBar: { nl: "Alleen van jou", en: "Yours alone" },
  onlyYouDrafts: { nl: "Alleen jij ziet je concepten.", en: "Only you see your drafts." },
  onlyYouScores: { nl: "Alleen jij ziet je scores.", en: "Only you see your scores." },
  onlyYouShort: { nl: "Alleen jij ziet dit.", en: "Only you see this." },
  namelessDrafts: { nl: "Niemand ziet wie wat schreef.", en: "Nobody sees who wrote what." },
  othersSoFar: {
    nl: (written: number, ready: number) => `Anderen: ${written} geschreven, ${ready} klaar`,
    en: (written: number, ready: number) => `Others: ${written} written, ${ready} ready`,
  },
  allSoFar: {
    nl: (written: number, ready: number) => `Samen: ${written} geschreven, ${ready} klaar`,
    en: (written: number, ready: number) => `Together: ${written} written, ${ready} ready`,
  },
  othersPlaced: {
    nl: (placed: number, ready: number) => `Anderen: ${placed} geplaatst, ${ready} klaar`,
    en: (placed: number, ready: number) => `Others: ${placed} placed, ${ready} ready`,
  },
  allPlaced: {
    nl: (placed: number, ready: number) => `Samen: ${placed} geplaatst, ${ready} klaar`,
    en: (placed: number, ready: number) => `Together: ${placed} placed, ${ready} ready`,
  },
  othersScored: {
    nl: (scored: number, ready: number) => `Anderen: ${scored} gescoord, ${ready} klaar`,
    en: (scored: number, ready: number) => `Others: ${scored} scored, ${ready} ready`,
  },
  allScored: {
    nl: (scored: number, ready: number) => `Samen: ${scored} gescoord, ${ready} klaar`,
    en: (scored: number, ready: number) => `Together: ${scored} scored, ${ready} ready`,
  },
  imReady: { nl: "Ik ben klaar", en: "I'm ready" },
  readyCount: { nl: (n: number) => `${n} klaar`, en: (n: number) => `${n} ready` },
  onlyYou: { nl: "alleen jij ziet dit", en: "only you see this" },

  yourDrafts: { nl: "Jouw concepten", en: "Your drafts" },
  zonesToGo: {
    nl: (n: number) => `nog ${count(n, "vak", "vakken")} leeg`,
    en: (n: number) => `${count(n, "zone", "zones")} to go`,
  },
  writeWhere: { nl: "Waar hoort het?", en: "Where does it belong?" },

  // Drafts that were not shown.
  draftsLeft: {
    nl: (what: string) => `Je hebt nog ${what} die niemand ziet.`,
    en: (what: string) => `You still have ${what} that nobody sees.`,
  },
  draftLeft: {
    nl: (what: string) => `Je hebt nog ${what} dat niemand ziet.`,
    en: (what: string) => `You still have ${what} that nobody sees.`,
  },
  drafts: { nl: (n: number) => count(n, "concept", "concepten"), en: (n: number) => count(n, "draft", "drafts") },
  scores: { nl: (n: number) => count(n, "score", "scores"), en: (n: number) => count(n, "score", "scores") },
  showDrafts: { nl: "Toon ze", en: "Show them" },
  showDraft: { nl: "Toon het", en: "Show it" },
  keepDrafts: { nl: "Bewaar voor mezelf", en: "Keep for myself" },
  dropDrafts: { nl: "Gooi weg", en: "Discard" },
  dropDraftsSure: { nl: "Weg is weg. Toch weggooien?", en: "Gone is gone. Discard them?" },
  dropDraftsYes: { nl: "Ja, gooi weg", en: "Yes, discard" },
  draftsNameless: {
    nl: "Zonder naam: alleen de begeleider kan dit tonen, samen met wat anderen schreven.",
    en: "Without a name: only the facilitator can show this, together with what others wrote.",
  },
  draftsShowLater: { nl: "Tonen kan niet in deze stap.", en: "Showing is not possible in this step." },
  draftsKept: { nl: "Ze blijven van jou alleen.", en: "They stay yours alone." },
  draftsDropped: { nl: "Weggegooid.", en: "Discarded." },
  showThis: { nl: "Toon aan iedereen", en: "Show everyone" },
  allSee: { nl: (zone: string) => `${zone} (iedereen ziet het)`, en: (zone: string) => `${zone} (everyone sees it)` },

  // What was typed and could not be saved.
  lateStep: {
    nl: "De stap veranderde terwijl je schreef. Dit kwam niet meer mee.",
    en: "The step changed while you were writing. This came too late.",
  },
  latePause: {
    nl: "De pauze begon terwijl je schreef. Dit kwam niet meer mee.",
    en: "The break began while you were writing. This came too late.",
  },
  lateShown: {
    nl: "Je kaartje werd getoond terwijl je schreef. Zo eindigt het bij jou.",
    en: "Your note was shown while you were writing. This is how it ends here.",
  },
  lateLocked: {
    nl: (who: string) => `${who} vergrendelde dit terwijl je schreef.`,
    en: (who: string) => `${who} locked this while you were writing.`,
  },
  putBackLater: {
    nl: "Terugzetten kan zodra je weer mag schrijven. Tot dan blijft het hier staan.",
    en: "You can put it back as soon as you may write again. Until then it stays here.",
  },
  writeLater: {
    nl: "Schrijven kan nu niet. Je tekst blijft hier staan.",
    en: "You cannot write now. Your text stays here.",
  },
  restoreLater: { nl: "Terugzetten kan niet in deze stap.", en: "Putting back is not possible in this step." },

  nameless: { nl: "Zonder naam", en: "Without a name" },

  // What was shown.
  revealed: { nl: (what: string) => `Onthuld: ${what}.`, en: (what: string) => `Revealed: ${what}.` },
  placements: {
    nl: (n: number) => count(n, "plaatsing", "plaatsingen"),
    en: (n: number) => count(n, "placement", "placements"),
  },

  // Pause.
  paused: { nl: "Even pauze", en: "A short break" },
  pausedWhy: { nl: "Alles blijft staan. Je kunt wel lezen.", en: "Everything stays. You can still read." },
  pauseOver: { nl: "We gaan verder.", en: "We go on." },
} satisfies Both;
