// What a clipboard holds, as notes. Pure. A plain list or a column of a spreadsheet is one note a line; notes copied from
// a canvas also travel inside the HTML, with their sizes and how they lay to each other.

/** Lines taken from one paste. */
export const MAX_PASTED = 200;

export interface PastedNote {
  readonly text: string;
  /** Centre, counted from the middle of all of them; absent for plain lines. */
  readonly x?: number;
  readonly y?: number;
  readonly width?: number;
  readonly height?: number;
}

const ATTRIBUTE = "data-raakvlak-notes";

/** Notes as HTML: a list that any program can take, with our own form in an attribute. */
export function toHtml(notes: readonly PastedNote[]): string {
  const items = notes.map(({ text }) => `<li>${escaped(text).replaceAll("\n", "<br>")}</li>`).join("");
  return `<ul ${ATTRIBUTE}="${escaped(JSON.stringify(notes))}">${items}</ul>`;
}

/** Notes as plain text, one a line; a note of several lines stands in one. */
export function toPlain(notes: readonly PastedNote[]): string {
  return notes.map(({ text }) => text.trim().replace(/\s*\n\s*/g, " ")).join("\n");
}

/** Our own notes in HTML; null if there are none or they are not as we write them. */
export function fromHtml(html: string): PastedNote[] | null {
  const found = new RegExp(`${ATTRIBUTE}="([^"]*)"`).exec(html)?.[1];
  if (found === undefined) return null;
  let notes: unknown;
  try {
    notes = JSON.parse(unescaped(found));
  } catch {
    return null; // somebody else's HTML: its plain text is good enough
  }
  if (!Array.isArray(notes) || notes.length === 0 || !notes.every(isNote)) return null;
  return notes;
}

/** The lines of a text that say something. Cells of a spreadsheet with line breaks, which come quoted, are one. */
export function fromPlain(text: string): PastedNote[] {
  return cells(text.replace(/\r\n?/g, "\n"))
    .map((line) =>
      line
        .replace(/^\s*[•·▪◦‣–—*-](?=\s)\s*/u, "")
        .replace(/[^\S\n]+/g, " ")
        .trim(),
    )
    .filter((line) => line !== "")
    .map((line) => ({ text: line }));
}

function cells(text: string): string[] {
  const lines: string[] = [];
  let at = 0;
  while (at < text.length) {
    const quoted = text[at] === '"' ? /^"((?:[^"]|"")*)"(?=[\t\n]|$)/.exec(text.slice(at)) : null;
    let line = "";
    if (quoted?.[1]?.includes("\n")) {
      line = quoted[1].replaceAll('""', '"');
      at += quoted[0].length;
    }
    const end = text.indexOf("\n", at);
    lines.push(line + text.slice(at, end < 0 ? text.length : end));
    at = end < 0 ? text.length : end + 1;
  }
  return lines;
}

function isNote(value: unknown): value is PastedNote {
  if (typeof value !== "object" || value === null) return false;
  const note = value as Record<string, unknown>;
  const number = (field: unknown) => field === undefined || (typeof field === "number" && Number.isFinite(field));
  return typeof note.text === "string" && [note.x, note.y, note.width, note.height].every(number);
}

/** Columns and rows for so many notes: a block about as wide as it is high on a sheet wider than that. */
export function gridOf(count: number): { columns: number; rows: number } {
  const columns = Math.max(1, Math.ceil(Math.sqrt(count)));
  return { columns, rows: Math.ceil(count / columns) };
}

const escaped = (text: string): string =>
  text.replaceAll("&", "&amp;").replaceAll('"', "&quot;").replaceAll("<", "&lt;").replaceAll(">", "&gt;");

const unescaped = (text: string): string =>
  text
    .replaceAll("&quot;", '"')
    .replaceAll("&#34;", '"')
    .replaceAll("&lt;", "<")
    .replaceAll("&gt;", ">")
    .replaceAll("&amp;", "&");
