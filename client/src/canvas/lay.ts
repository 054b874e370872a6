// Laying items out: how they look, what a screen reader says of them, and notes' texts fitted into them.

import type { Item } from "../generated/protocol";
import { belongingOf, lookOf } from "./belonging";
import { describe, wordsOf } from "./describe";
import type { Entry } from "./entry";
import { dress, type Face, showLine, showStanding } from "./faces";
import { fitAll, heightFor, PADDING, roomFor } from "./fit";
import type { Stage } from "./stage";
import { trimKey, trimOf } from "./trim";
import type { CanvasModel } from "./types";

/** Height of the circles under a statement (sheet px). */
const BELOW_STATEMENT = 36;

/** A card is printed: with many words it rather grows than become too small. */
const SMALLEST_CARD = 2;

export function layOut(entries: readonly Entry[], stage: Stage): void {
  const { model } = stage;
  if (!model) return;
  for (const entry of entries) laid(entry, model, stage);
  const notes = entries.filter(({ item, face }) => face.text !== null && !isMeasured(item));
  const heights = fitAll(
    notes.map(({ face, height, item }) => ({
      use: (step) => face.root.setAttribute("data-step", String(step)),
      height: () => face.text?.offsetHeight ?? 0,
      room: roomFor(height, keptBeside(item, face)),
      ...(item.kind === "card" ? { last: SMALLEST_CARD } : {}),
    })),
  );
  notes.forEach((entry, index) => {
    entry.drawnHeight = heightFor(entry.height, heights[index] ?? 0, keptBeside(entry.item, entry.face));
    entry.face.root.style.height = `${entry.drawnHeight}px`;
  });
  for (const entry of entries) if (entry.item.kind === "label") measured(entry);
}

/** Px of a card's height that its text leaves free: its padding, or under a statement the circles. */
function keptBeside(item: Item, { root }: Face): number | undefined {
  if (item.kind !== "card") return undefined;
  return { card: 2 * PADDING, checkbox: 0, statement: BELOW_STATEMENT }[root.dataset.line ?? ""];
}

/** Whether its words alone say how large it is; an arrow's are measured where it is drawn. */
const isMeasured = ({ kind }: Item): boolean => kind === "label" || kind === "connector";

/** A text without a note is as large as its words. */
function measured(entry: Entry): void {
  const { offsetWidth, offsetHeight } = entry.face.root;
  entry.width = offsetWidth;
  entry.height = entry.drawnHeight = offsetHeight;
}

/** Whose it is and how it stands; its text and its size stay as they are. */
export function dressAgain(entry: Entry, model: CanvasModel, stage: Stage): void {
  const { item, face } = entry;
  const { language, words } = stage;
  const belonging = belongingOf(model, item);
  const trim = trimOf(stage, model, item);
  const look = `${lookOf(belonging)} ${item.locked ?? ""} ${language} ${trimKey(trim)}`;
  if (look !== entry.look) {
    dress(face, item, belonging, trim, model, words, language);
    entry.look = look;
  }
  showStanding(face, trim);
  face.root.setAttribute("aria-label", describe(model, item, words, language, trim));
  entry.dressed = true;
}

function laid(entry: Entry, model: CanvasModel, stage: Stage): void {
  const { item, face } = entry;
  showLine(face, item, model.template);
  dressAgain(entry, model, stage);
  if (face.text) {
    const text = wordsOf(model, item, stage.language);
    // A last empty line has no height of its own; while writing there, it must.
    const shown = text.endsWith("\n") ? `${text}\u200b` : text;
    if (face.text.textContent !== shown) face.text.textContent = shown;
  }
  entry.drawnHeight = entry.height;
  face.root.lang = stage.language;
  if (!isMeasured(item)) {
    face.root.style.width = `${entry.width}px`;
    face.root.style.height = `${entry.height}px`;
  }
  entry.fitted = true;
}
