// Laying items out: how they look, what a screen reader says of them, and notes' texts fitted into them.

import { belongingOf, lookOf } from "./belonging";
import { describe } from "./describe";
import type { Entry } from "./entry";
import { dress, showStanding } from "./faces";
import { fitAll, heightFor, roomFor } from "./fit";
import type { Stage } from "./stage";
import { trimKey, trimOf } from "./trim";
import type { CanvasModel } from "./types";

export function layOut(entries: readonly Entry[], stage: Stage): void {
  const { model } = stage;
  if (!model) return;
  for (const entry of entries) laid(entry, model, stage);
  const notes = entries.filter(({ face }) => face.text !== null);
  const heights = fitAll(
    notes.map(({ face, height }) => ({
      use: (step) => face.root.setAttribute("data-step", String(step)),
      height: () => face.text?.offsetHeight ?? 0,
      room: roomFor(height),
    })),
  );
  notes.forEach((entry, index) => {
    entry.drawnHeight = heightFor(entry.height, heights[index] ?? 0);
    entry.face.root.style.height = `${entry.drawnHeight}px`;
  });
}

/** Whose it is and how it stands; its text and its size stay as they are. */
export function dressAgain(entry: Entry, model: CanvasModel, stage: Stage): void {
  const { item, face } = entry;
  const { language, words } = stage;
  const belonging = belongingOf(model, item);
  const trim = trimOf(stage, model, item);
  const look = `${lookOf(belonging)} ${item.locked ?? ""} ${language} ${trimKey(trim)}`;
  if (look !== entry.look) {
    dress(face, item, belonging, trim, model, words);
    entry.look = look;
  }
  showStanding(face, trim);
  face.root.setAttribute("aria-label", describe(model, item, words, language, trim));
  entry.dressed = true;
}

function laid(entry: Entry, model: CanvasModel, stage: Stage): void {
  const { item, face } = entry;
  dressAgain(entry, model, stage);
  if (face.text && item.kind === "sticky") {
    const text = item.text ?? "";
    // A last empty line has no height of its own; while writing there, it must.
    const shown = text.endsWith("\n") ? `${text}\u200b` : text;
    if (face.text.textContent !== shown) face.text.textContent = shown;
  }
  entry.drawnHeight = entry.height;
  face.root.lang = stage.language;
  face.root.style.width = `${entry.width}px`;
  face.root.style.height = `${entry.height}px`;
  entry.fitted = true;
}
