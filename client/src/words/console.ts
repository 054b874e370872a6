// Words of the facilitator's console: clock, agenda, actions, people, notes. What the modes of steps are called by
// themselves is the same as in server/raakvlak/canvas/agenda.py.

import type { Mode, Said } from "../generated/protocol";
import { type Both, count } from "./two";

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

export const console = {
  console: { nl: "Begeleiding", en: "Facilitator's console" },
  consoleOpen: { nl: "Toon de begeleiding", en: "Show the console" },
  consoleFold: { nl: "Verberg de begeleiding", en: "Hide the console" },

  leadClock: { nl: "Klok", en: "Clock" },
  leadLeft: {
    nl: (minutes: number) => `nog, van ${count(minutes, "minuut", "minuten")}`,
    en: (minutes: number) => `left, of ${count(minutes, "minute", "minutes")}`,
  },
  leadOver: {
    nl: (minutes: number) => `over de tijd, van ${count(minutes, "minuut", "minuten")}`,
    en: (minutes: number) => `over time, of ${count(minutes, "minute", "minutes")}`,
  },
  leadStands: {
    nl: (minutes: number) => `klok staat, van ${count(minutes, "minuut", "minuten")}`,
    en: (minutes: number) => `clock stopped, of ${count(minutes, "minute", "minutes")}`,
  },
  leadNoClock: { nl: "bezig, zonder klok", en: "so far, no clock" },
  leadFree: { nl: "bezig · iedereen werkt vrij", en: "so far · everyone works freely" },
  leadNotBegun: { nl: "Nog niet begonnen", en: "Not started yet" },
  leadStopped: { nl: "Sessie gestopt", en: "Session stopped" },
  leadBeginWith: { nl: (step: string) => `Begint met ${step}.`, en: (step: string) => `Starts with ${step}.` },
  leadBeginFree: {
    nl: "Er staat geen stap klaar. Iedereen werkt vrij.",
    en: "No step is waiting. Everyone works freely.",
  },
  leadMinute: { nl: "+1 min", en: "+1 min" },
  leadMinuteSaid: { nl: "+1 min op de klok", en: "+1 min on the clock" },
  leadClockStop: { nl: "Klok stilzetten", en: "Pause the clock" },
  leadClockRun: { nl: "Klok laten lopen", en: "Start the clock" },
  leadStart: { nl: "Start", en: "Start" },
  leadNext: { nl: "Volgende stap", en: "Next step" },
  leadStop: { nl: "Stop sessie", en: "Stop session" },
  leadStopSure: {
    nl: "De sessie stopt; daarna werkt iedereen vrij. Starten kan weer.",
    en: "The session stops; then everyone works freely. You can start again.",
  },
  leadBegin: { nl: "Start sessie", en: "Start session" },

  agenda: { nl: "Agenda", en: "Agenda" },
  agendaPlan: { nl: "plan", en: "plan" },
  agendaActual: { nl: "gedaan", en: "actual" },
  agendaLate: {
    nl: (minutes: number) => `loopt ${minutes} min uit`,
    en: (minutes: number) => `${minutes} min over`,
  },
  agendaEarly: {
    nl: (minutes: number) => `${minutes} min voor`,
    en: (minutes: number) => `${minutes} min ahead`,
  },
  agendaOnTime: { nl: "op schema", en: "on time" },
  agendaEnds: { nl: (time: string) => `klaar rond ${time}`, en: (time: string) => `done around ${time}` },
  agendaWhole: { nl: (minutes: number) => `samen ${minutes} min`, en: (minutes: number) => `${minutes} min in all` },
  agendaEmpty: { nl: "Nog geen stappen.", en: "No steps yet." },
  agendaEmptyDo: {
    nl: "Voeg een stap toe, of een canvas: dat brengt zijn stappen mee.",
    en: "Add a step, or a canvas: it brings its own steps.",
  },
  agendaNoCanvas: { nl: "Zonder canvas", en: "No canvas" },
  agendaStep: { nl: (number: number) => `Stap ${number}`, en: (number: number) => `Step ${number}` },
  agendaPlanned: {
    nl: (minutes: number) => `gepland ${count(minutes, "minuut", "minuten")}`,
    en: (minutes: number) => `planned ${count(minutes, "minute", "minutes")}`,
  },
  agendaTook: {
    nl: (minutes: number) => `duurde ${count(minutes, "minuut", "minuten")}`,
    en: (minutes: number) => `took ${count(minutes, "minute", "minutes")}`,
  },
  agendaNow: { nl: "nu bezig", en: "under way" },
  agendaSkipped: { nl: "overgeslagen", en: "skipped" },
  agendaDone: { nl: "gedaan", en: "done" },
  agendaReveals: {
    nl: (title: string) => `${title}: alles op het canvas wordt zichtbaar, voor iedereen.`,
    en: (title: string) => `${title}: everything on the canvas is shown, to everyone.`,
  },
  agendaRevealsYes: { nl: "Onthul", en: "Reveal" },
  agendaFew: {
    nl: "Minder dan 3 mensen schreven anoniem: je kunt raden wie. Toon je het toch?",
    en: "Fewer than 3 people wrote anonymously: one can guess who. Show it all the same?",
  },
  agendaFewYes: { nl: "Toon het toch", en: "Show it anyway" },
  agendaEdit: { nl: "Agenda aanpassen", en: "Edit agenda" },
  agendaEditDone: { nl: "Klaar met aanpassen", en: "Done editing" },
  agendaAdd: { nl: "Stap erbij", en: "Add step" },
  agendaLeave: { nl: "Werk vrij", en: "Work freely" },
  agendaLeaveHint: {
    nl: "Geen stap is dan bezig.",
    en: "Then no step is under way.",
  },
  stepUp: { nl: (title: string) => `${title} omhoog`, en: (title: string) => `${title} up` },
  stepDown: { nl: (title: string) => `${title} omlaag`, en: (title: string) => `${title} down` },
  stepSkip: { nl: (title: string) => `Sla ${title} over`, en: (title: string) => `Skip ${title}` },
  stepUnskip: { nl: (title: string) => `Doe ${title} toch`, en: (title: string) => `Do ${title} after all` },
  stepEdit: { nl: "Bewerk", en: "Edit" },
  stepMoved: {
    nl: (title: string, place: number) => `${title} is nu de ${place}e rij.`,
    en: (title: string, place: number) => `${title} is row ${place} now.`,
  },
  stepNew: { nl: "Nieuwe stap", en: "New step" },
  stepMode: { nl: "Wat gebeurt er", en: "What happens" },
  stepTitle: {
    nl: (language: string) => `Titel in het ${language}`,
    en: (language: string) => `Title in ${language}`,
  },
  stepPrompt: {
    nl: (language: string) => `Opdracht in het ${language}`,
    en: (language: string) => `Assignment in ${language}`,
  },
  stepDutch: { nl: "Nederlands", en: "Dutch" },
  stepEnglish: { nl: "Engels", en: "English" },
  stepTitleMissing: { nl: "Geef de stap een titel.", en: "Give the step a title." },
  stepOneEnough: {
    nl: "Vul één taal in, dan zien anderen die ook.",
    en: "Fill in one language and everyone sees that one.",
  },
  stepCanvas: { nl: "Canvas", en: "Canvas" },
  stepMinutes: { nl: "Minuten", en: "Minutes" },
  stepAnonymous: { nl: "Anoniem: namen gaan nooit mee", en: "Anonymous: names never come along" },
  stepAnonymousFixed: {
    nl: "Deze stap is begonnen: dit ligt vast.",
    en: "This step has begun: this is fixed.",
  },
  stepMovers: { nl: "Iedereen schuift mee", en: "Everyone moves notes" },
  stepTurns: { nl: "Onthul per organisatie of persoon", en: "Reveal by organisation or person" },
  stepSave: { nl: "Bewaar", en: "Save" },
  stepRemove: { nl: "Verwijder stap", en: "Remove step" },
  stepRemoveSure: {
    nl: "De stap gaat uit de agenda en komt niet terug. Overslaan kan ook.",
    en: "The step leaves the agenda and does not come back. You can also skip it.",
  },
  stepRemoveNot: { nl: "Deze stap is bezig.", en: "This step is under way." },

  acts: { nl: "Acties", en: "Actions" },
  actReveal: { nl: "Onthul", en: "Reveal" },
  actRevealed: { nl: "Onthuld", en: "Revealed" },
  actDots: { nl: "Start stippen", en: "Start dots" },
  actDotsClose: { nl: "Sluit stemming", en: "Close vote" },
  actSpotlight: { nl: "Spotlight", en: "Spotlight" },
  actSpotlightOff: { nl: "Licht uit", en: "Light off" },
  actBring: { nl: "Haal iedereen hier", en: "Bring everyone here" },
  actLock: { nl: "Vergrendel", en: "Lock" },
  actUnlock: { nl: "Ontgrendel", en: "Unlock" },
  actGroup: { nl: "Groepeer", en: "Group" },
  actPause: { nl: "Pauzeer alles", en: "Pause everyone" },
  actGoOn: { nl: "Ga verder", en: "Go on" },
  actChooseFirst: {
    nl: "Kies eerst iets op het canvas dat iedereen ziet.",
    en: "First select something on the canvas that everyone sees.",
  },
  actBrought: { nl: "Iedereen komt naar jouw beeld.", en: "Everyone comes to your view." },

  revealOn: { nl: (canvas: string) => `Op ${canvas}`, en: (canvas: string) => `On ${canvas}` },
  revealAll: { nl: "Onthul alles", en: "Reveal all" },
  revealCounts: {
    nl: (written: number, ready: number) =>
      `${count(written, "persoon heeft", "mensen hebben")} iets geschreven of geplaatst, ${ready} ${ready === 1 ? "is" : "zijn"} klaar.`,
    en: (written: number, ready: number) =>
      `${count(written, "person has", "people have")} written or placed something, ${ready} ${ready === 1 ? "is" : "are"} ready.`,
  },
  revealNone: {
    nl: "Nu is geen afgeschermde stap bezig. Wat eerder bleef liggen, komt mee.",
    en: "No private step is under way. What was left before comes along.",
  },
  revealTurns: { nl: "Toon om de beurt: kies hieronder wie.", en: "Show one by one: choose who below." },
  revealBy: { nl: "Of een voor een", en: "Or one by one" },
  revealOf: { nl: (who: string) => `Onthul van ${who}`, en: (who: string) => `Reveal ${who}'s` },
  revealAnonymous: {
    nl: "Deze stap is anoniem: alles komt tegelijk, zonder namen.",
    en: "This step is anonymous: all of it at once, without names.",
  },

  voteDots: { nl: "Stippen per persoon", en: "Dots a person" },
  voteAbout: { nl: "Waarover", en: "About" },
  voteAnyZone: { nl: "Het hele canvas", en: "The whole canvas" },
  voteKind: { nl: "Wat", en: "What" },
  voteAnyKind: { nl: "Alles", en: "Everything" },
  voteSeveral: { nl: "Meer stippen op hetzelfde mag", en: "Several dots on one thing are fine" },
  voteNames: { nl: "Uitslag", en: "Result" },
  voteNamed: { nl: "Met namen", en: "With names" },
  voteAnonymous: { nl: "Anoniem", en: "Anonymous" },
  voteStart: {
    nl: (dots: number) => `Start met ${count(dots, "stip", "stippen")}`,
    en: (dots: number) => `Start with ${count(dots, "dot", "dots")}`,
  },
  voteCast: {
    nl: (voters: number) => `${count(voters, "persoon zette", "mensen zetten")} stippen.`,
    en: (voters: number) => `${count(voters, "person", "people")} put dots.`,
  },
  voteUnderWay: {
    nl: (dots: number, canvas: string) => `${count(dots, "stip", "stippen")} per persoon op ${canvas}.`,
    en: (dots: number, canvas: string) => `${count(dots, "dot", "dots")} a person on ${canvas}.`,
  },
  voteClose: { nl: "Sluit en toon de uitslag", en: "Close and show the result" },

  spotZones: { nl: "Een zone in het licht", en: "Light up a zone" },
  spotHint: {
    nl: "Of kies kaartjes op het canvas en druk dan op Spotlight.",
    en: "Or select notes on the canvas, then press Spotlight.",
  },
  groupTitle: { nl: "Titel van de groep", en: "Title of the group" },
  groupMake: {
    nl: (n: number) => `Groepeer ${count(n, "kaartje", "kaartjes")}`,
    en: (n: number) => `Group ${count(n, "note", "notes")}`,
  },
  groupRename: { nl: "Bewaar titel", en: "Save title" },
  groupApart: { nl: "Haal uit elkaar", en: "Take apart" },
  pauseWord: { nl: "Woord op het scherm", en: "Word on the screen" },
  pauseNow: { nl: "Pauzeer", en: "Pause" },
  pauseBreak: { nl: "Pauze", en: "Break" },
  pauseListen: { nl: "Luister even", en: "Please listen" },
  pauseTalk: { nl: "In gesprek", en: "Talking" },
  pausedNow: { nl: (word: string) => `Iedereen leest: ${word}`, en: (word: string) => `Everyone reads: ${word}` },
  pausedWordless: { nl: "Alles staat stil.", en: "Everything is paused." },

  lobby: { nl: (n: number) => `${n} ${n === 1 ? "wacht" : "wachten"}`, en: (n: number) => `${n} waiting` },
  lobbySaid: {
    nl: (n: number) => (n === 1 ? "1 persoon wacht op toelating." : `${n} mensen wachten op toelating.`),
    en: (n: number) => (n === 1 ? "1 person is waiting to be let in." : `${n} people are waiting to be let in.`),
  },
  lobbyAll: { nl: "Laat allen binnen", en: "Let all in" },
  lobbyOne: { nl: "Laat binnen", en: "Let in" },
  lobbyRefuse: { nl: (name: string) => `Stuur ${name} weg`, en: (name: string) => `Send ${name} away` },
  lobbySwitch: { nl: "Wachtkamer", en: "Waiting room" },

  crowd: { nl: "Mensen", en: "People" },
  crowdHere: {
    nl: (here: number, all: number) => `Hier: ${here} van ${all}`,
    en: (here: number, all: number) => `Here: ${here} of ${all}`,
  },
  crowdReady: { nl: "klaar", en: "ready" },
  crowdWritten: { nl: "geschreven", en: "written" },
  crowdKey: { nl: "Gevuld is klaar, gestippeld weg.", en: "Filled is ready, dashed away." },
  crowdKeyAway: { nl: "Gestippeld is weg.", en: "Dashed is away." },
  crowdEmpty: { nl: "Nog geen deelnemers.", en: "No participants yet." },
  crowdEmptyDo: { nl: "Stuur ze de link die onder Delen staat.", en: "Send them the link under Share." },
  crowdNone: { nl: "Zonder organisatie", en: "No organisation" },
  crowdFacilitators: { nl: "Begeleiders", en: "Facilitators" },
  crowdObservers: { nl: "Meekijkers", en: "Observers" },
  crowdIsReady: { nl: "klaar", en: "ready" },
  crowdIsAway: { nl: "even weg", en: "away" },
  crowdIsHere: { nl: "hier", en: "here" },
  personName: { nl: "Naam", en: "Name" },
  personOrganisation: { nl: "Organisatie", en: "Organisation" },
  personSave: { nl: "Bewaar", en: "Save" },
  personFollow: { nl: "Volg", en: "Follow" },
  personUnfollow: { nl: "Volg niet meer", en: "Stop following" },
  personLead: { nl: "Maak begeleider", en: "Make facilitator" },
  personTakePart: { nl: "Maak deelnemer", en: "Make participant" },
  personRemove: { nl: "Verwijder", en: "Remove" },
  personRemoveYes: { nl: (name: string) => `Verwijder ${name}`, en: (name: string) => `Remove ${name}` },
  personRemoveSure: {
    nl: (name: string) =>
      `${name} gaat eruit en kan niet terug. De link van die rol wordt vernieuwd: stuur de nieuwe aan wie nog moet komen.`,
    en: (name: string) =>
      `${name} is sent away and cannot come back. The link for that role is renewed: send the new one to whoever still has to come.`,
  },
  personRemoved: {
    nl: (name: string) => `${name} is verwijderd. De link is vernieuwd: stuur de nieuwe aan wie nog moet komen.`,
    en: (name: string) => `${name} was removed. The link was renewed: send the new one to whoever still has to come.`,
  },
  personNewLink: { nl: "Toon de nieuwe link", en: "Show the new link" },

  memos: { nl: "Eigen notities, alleen voor begeleiders", en: "Private notes, for facilitators only" },
  memoOf: { nl: "Notities bij", en: "Notes about" },
  memoNow: { nl: (title: string) => `${title} (nu)`, en: (title: string) => `${title} (now)` },
  memoWith: { nl: (title: string) => `${title}, met notities`, en: (title: string) => `${title}, with notes` },
  memoNone: {
    nl: "Notities horen bij een stap. Voeg eerst een stap toe.",
    en: "Notes belong to a step. Add a step first.",
  },

  followedByMany: { nl: (n: number) => `${n} mensen volgen je`, en: (n: number) => `${n} people are following you` },
  broughtBy: {
    nl: (name: string) => `${name} brengt je hierheen. Beweeg om los te laten.`,
    en: (name: string) => `${name} brings you here. Move to let go.`,
  },

  linkRevoked: { nl: "Ingetrokken: deze link opent niets.", en: "Revoked: this link opens nothing." },
  linkRevokedNow: { nl: (which: string) => `${which} ingetrokken.`, en: (which: string) => `${which} revoked.` },
  linkRevoke: { nl: "Trek in", en: "Revoke" },
  linkRevokeWarning: {
    nl: "Dan komt hier niemand meer mee binnen, tot je een nieuwe link maakt. Wie al meedoet, blijft.",
    en: "Then nobody gets in by it until you make a new link. Whoever joined stays.",
  },
  linkAgain: { nl: "Maak een nieuwe link", en: "Make a new link" },
} satisfies Both;
