// Laying items out: how they look, what a screen reader says of them, and notes' texts fitted into them.

import { belongingOf, lookOf } from "./belonging";
import { describe } from "./describe";
import type { Entry } from "./entry";
import { dress } from "./faces";
import { fitAll, heightFor, roomFor } from "./fit";
import type { Stage } from "./stage";
import type { CanvasModel } from "./types";

export function layOut(entries: readonly Entry[], stage: Stage): void {
  const { model } = stage;
  if (!model) return;
  for (const entry of entries) dressed(entry, model, stage);
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

function dressed(entry: Entry, model: CanvasModel, stage: Stage): void {
  const { item, face } = entry;
  const { language, words } = stage;
  const belonging = belongingOf(model, item);
  const look = `${lookOf(belonging)} ${item.locked ?? ""}`;
  if (look !== entry.look) {
    dress(face, item, belonging);
    entry.look = look;
  }
  if (face.text && item.kind === "sticky") {
    const text = item.text ?? "";
    // A last empty line has no height of its own; while writing there, it must.
    const shown = text.endsWith("\n") ? `${text}\u200b` : text;
    if (face.text.textContent !== shown) face.text.textContent = shown;
  }
  entry.drawnHeight = entry.height;
  face.root.lang = language;
  face.root.style.width = `${entry.width}px`;
  face.root.style.height = `${entry.height}px`;
  face.root.setAttribute("aria-label", describe(model, item, words, language));
  entry.fitted = true;
}
