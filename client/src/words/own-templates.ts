// Words of uploading a template of one's own.

import { type Both, count } from "./two";

export const ownTemplates = {
  ownCanvases: { nl: "Eigen canvassen", en: "Canvases of your own" },
  ownCanvasesHint: {
    nl: "Een canvas is een tekstbestand, zonder code. Begin met het voorbeeld; de uitleg zegt wat elk stuk betekent.",
    en: "A canvas is a text file, without code. Begin with the example; the explanation says what each piece means.",
  },
  uploadCanvas: { nl: "Voeg een bestand toe", en: "Add a file" },
  uploading: { nl: "Wordt nagekeken…", en: "Being checked…" },
  howToWrite: { nl: "Lees de uitleg (Engels)", en: "Read the explanation" },
  exampleFile: { nl: "Download het voorbeeld", en: "Download the example" },
  schemaFile: { nl: "Download het schema voor een editor", en: "Download the schema for an editor" },
  canvasAdded: {
    nl: (title: string) => `“${title}” is in orde en gekozen.`,
    en: (title: string) => `“${title}” is fine, and chosen.`,
  },
  canvasFaults: {
    nl: (file: string, n: number) =>
      `${file}: ${count(n, "fout", "fouten")}. Verbeter het bestand en voeg het opnieuw toe.`,
    en: (file: string, n: number) => `${file}: ${count(n, "fault", "faults")}. Mend the file and add it again.`,
  },
  canvasRefused: {
    nl: (file: string) => `${file} is niet toegevoegd.`,
    en: (file: string) => `${file} was not added.`,
  },
  faultLine: { nl: (n: number) => `Regel ${n}`, en: (n: number) => `Line ${n}` },
  canvasTooLarge: {
    nl: (most: number) => `Het bestand is te groot: hooguit ${most} KB.`,
    en: (most: number) => `The file is too large: at most ${most} KB.`,
  },
  canvasNoText: {
    nl: "Dit is geen tekstbestand in UTF-8. Bewaar het zo en voeg het opnieuw toe.",
    en: "This is no text file in UTF-8. Save it as that and add it again.",
  },
  removeCanvas: { nl: (title: string) => `Haal ${title} weg`, en: (title: string) => `Remove ${title}` },
} satisfies Both;
