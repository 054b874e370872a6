// Words of the gallery on the start page: routes, themes, searching, pictures.

import type { Both } from "./two";
import { count } from "./two";

export const gallery = {
  chooseRoute: { nl: "Kies een route", en: "Choose a route" },
  routeOf: {
    nl: (canvases: number, minutes: number) => `${count(canvases, "canvas", "canvassen")} · ${minutes} min`,
    en: (canvases: number, minutes: number) => `${count(canvases, "canvas", "canvases")} · ${minutes} min`,
  },
  orLoose: { nl: "Of kies zelf", en: "Or choose yourself" },
  allThemes: { nl: "Alle", en: "All" },
  theme: { nl: "Thema", en: "Theme" },
  complexity: { nl: "Complexiteit", en: "Complexity" },
  ambition: { nl: "Ambitie", en: "Ambition" },
  interests: { nl: "Belangen", en: "Interests" },
  relationship: { nl: "Relatie", en: "Relationship" },
  organisation: { nl: "Organisatie", en: "Organisation" },
  process: { nl: "Proces", en: "Process" },
  overall: { nl: "Geheel", en: "Overall" },
  searchCanvas: { nl: "Zoek een canvas", en: "Search canvases" },
  canvasesShown: {
    nl: (n: number) => (n === 1 ? "1 canvas" : `${n} canvassen`),
    en: (n: number) => (n === 1 ? "1 canvas" : `${n} canvases`),
  },
  noCanvasFound: {
    nl: "Geen canvas gevonden. Zoek met een ander woord of kies een ander thema.",
    en: "No canvas found. Try another word or another theme.",
  },
  lookAt: { nl: (what: string) => `Bekijk ${what}`, en: (what: string) => `Look at ${what}` },
  exampleOf: {
    nl: (what: string) => `${what}, met een voorbeeld ingevuld`,
    en: (what: string) => `${what}, filled in`,
  },
  closePicture: { nl: "Sluit", en: "Close" },
  addToWorkshop: { nl: "Kies dit canvas", en: "Choose this canvas" },
  takeFromWorkshop: { nl: "Laat dit canvas weg", en: "Leave this canvas out" },
  pauseAfter: { nl: (n: number) => `Pauze na canvas ${n}`, en: (n: number) => `Break after canvas ${n}` },
  withoutPause: {
    nl: (n: number) => `Laat de pauze na canvas ${n} weg`,
    en: (n: number) => `Leave out the break after canvas ${n}`,
  },
  runsOver: {
    nl: (over: number, planned: number) =>
      `${over} min langer dan de ${planned} min van deze route. Kort stappen in of laat een canvas weg.`,
    en: (over: number, planned: number) =>
      `${over} min longer than the ${planned} min of this route. Shorten steps or leave out a canvas.`,
  },
} satisfies Both;
