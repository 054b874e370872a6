// Sheets of canvases: fetched once for each canvas, language and setting, and then kept.

import type { Language, Sheet } from "../../canvas/types";
import { getSheet } from "../api";

export class Sheets {
  readonly #kept = new Map<string, Promise<Sheet>>();

  constructor(private readonly workshop: string) {}

  get(canvas: string, language: Language, centre?: number | null): Promise<Sheet> {
    const key = `${canvas} ${language} ${centre ?? ""}`;
    const kept = this.#kept.get(key);
    if (kept) return kept;
    const asked = getSheet(this.workshop, canvas, language, centre);
    this.#kept.set(key, asked);
    // What failed is asked again next time.
    asked.catch(() => this.#kept.delete(key));
    return asked;
  }
}
