// Words of arrows, marked notes and pairs of tokens: on the canvas and around it.

import type { Both } from "./two";

export const canvasLinks = {
  arrow: {
    nl: (from: string, to: string) => `Pijl van ${from} naar ${to}`,
    en: (from: string, to: string) => `Arrow from ${from} to ${to}`,
  },
  onCanvas: {
    nl: (what: string, canvas: string) => `${what} op ${canvas}`,
    en: (what: string, canvas: string) => `${what} on ${canvas}`,
  },
  quoted: { nl: (text: string) => `‘${text}’`, en: (text: string) => `‘${text}’` },
  thick: { nl: (n: number) => `dikte ${n}`, en: (n: number) => `thickness ${n}` },
  leadsTo: {
    nl: (what: string, canvas: string) => `Pijl naar ${what} op ${canvas}. Ga erheen`,
    en: (what: string, canvas: string) => `Arrow to ${what} on ${canvas}. Go there`,
  },
  leadsFrom: {
    nl: (what: string, canvas: string) => `Pijl van ${what} op ${canvas}. Ga erheen`,
    en: (what: string, canvas: string) => `Arrow from ${what} on ${canvas}. Go there`,
  },
  arrowBegin: { nl: "Kies waar de pijl begint.", en: "Choose where the arrow begins." },
  arrowFrom: {
    nl: (what: string) => `Pijl vanaf ${what}. Kies waar hij heen gaat, ook op een ander canvas.`,
    en: (what: string) => `Arrow from ${what}. Choose where it goes, also on another canvas.`,
  },
  arrowMade: {
    nl: (to: string) => `Pijl naar ${to}. Typ voor een bijschrift.`,
    en: (to: string) => `Arrow to ${to}. Type to give it a label.`,
  },
  arrowAdded: { nl: (to: string) => `Pijl naar ${to} toegevoegd.`, en: (to: string) => `Arrow to ${to} added.` },
  arrowThere: { nl: "Die pijl is er al.", en: "That arrow is there already." },
  arrowNowhere: {
    nl: "Laat de pijl los op een kaartje, fiche of kaart.",
    en: "Let go of the arrow on a note, token or card.",
  },
  noArrowsHere: { nl: "Op dit canvas horen geen pijlen.", en: "This canvas has no arrows." },
  drawArrow: { nl: "Sleep naar waar de pijl heen gaat", en: "Drag to where the arrow goes" },
  moveEnd: { nl: "Sleep om het einde te verplaatsen", en: "Drag to move this end" },
  arrowWords: { nl: "Bijschrift van de pijl", en: "Label of the arrow" },
  tokenWhich: {
    nl: (who: string, which: string) => `${who}, ${which}`,
    en: (who: string, which: string) => `${who}, ${which}`,
  },
  markedAs: { nl: (tone: string) => `gemarkeerd: ${tone}`, en: (tone: string) => `marked: ${tone}` },
} satisfies Both;

export const links = {
  toolArrow: { nl: "Pijl", en: "Arrow" },
  arrowTo: { nl: "Pijl naar…", en: "Arrow to…" },
  arrowToOf: { nl: (what: string) => `Pijl van ${what} naar…`, en: (what: string) => `Arrow from ${what} to…` },
  arrowOut: { nl: (to: string) => `Pijl naar ${to}`, en: (to: string) => `Arrow to ${to}` },
  arrowIn: { nl: (from: string) => `Pijl van ${from}`, en: (from: string) => `Arrow from ${from}` },
  arrowsOf: { nl: (what: string) => `Pijlen van ${what}`, en: (what: string) => `Arrows of ${what}` },
  onCanvasNamed: {
    nl: (what: string, canvas: string) => `${what} (${canvas})`,
    en: (what: string, canvas: string) => `${what} (${canvas})`,
  },
  somethingGone: { nl: "iets dat verwijderd is", en: "something deleted" },
  arrowBetween: {
    nl: (from: string, to: string) => `${from} → ${to}`,
    en: (from: string, to: string) => `${from} → ${to}`,
  },
  thickness: { nl: "Dikte", en: "Thickness" },
  thin: { nl: "Dun", en: "Thin" },
  medium: { nl: "Middel", en: "Medium" },
  thickest: { nl: "Dik", en: "Thick" },
  turnAround: { nl: "Draai om", en: "Turn around" },
  labelArrow: { nl: "Bijschrift", en: "Label" },
  arrowLabel: { nl: "Bijschrift van de pijl", en: "Label of the arrow" },
  goThere: { nl: "Ga erheen", en: "Go there" },
  whereTo: { nl: "Zoek waarheen", en: "Find where to" },
  nothingFound: { nl: "Niets gevonden.", en: "Nothing found." },
  nothingToLink: { nl: "Hier is nog niets om heen te gaan.", en: "There is nothing here to go to yet." },
  arrowAdded: { nl: (to: string) => `Pijl naar ${to} toegevoegd.`, en: (to: string) => `Arrow to ${to} added.` },
  arrowGone: { nl: "Pijl verwijderd.", en: "Arrow deleted." },
  emptyCard: { nl: "(lege kaart)", en: "(empty card)" },
  tone: { nl: "Markeer", en: "Mark" },
  markAs: { nl: (tone: string) => `Markeer: ${tone}`, en: (tone: string) => `Mark: ${tone}` },
  ownTokens: { nl: "Jouw fiches", en: "Your tokens" },
  tokenOfWhich: {
    nl: (who: string, which: string) => `${who}, ${which}`,
    en: (who: string, which: string) => `${who}, ${which}`,
  },
  ownTokenWhich: { nl: (which: string) => `Jouw fiche: ${which}`, en: (which: string) => `Your token: ${which}` },
  tokens: { nl: "Fiches", en: "Tokens" },
  keyArrow: {
    nl: "Pijl vanaf wat je kiest; Enter bij waar hij heen gaat",
    en: "Arrow from what you chose; Enter at where it goes",
  },
} satisfies Both;
