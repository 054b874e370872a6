// Sheets of canvases: fetched once for each canvas, language and settings, and the last ones kept.

import type { Language, Sheet } from "../../canvas/types";
import type { Settings } from "../../generated/protocol";
import { getSheet } from "../api";

/** So many are kept: a list that grows live makes a sheet with each entry. */
const KEPT = 60;

/** What tells two settings apart. */
export const settingsKey = (settings: Settings | undefined) => JSON.stringify(settings ?? {});

export class Sheets {
  /** The one that was asked for last is the last. */
  readonly #kept = new Map<string, Promise<Sheet>>();

  constructor(private readonly workshop: string) {}

  get(canvas: string, language: Language, settings: Settings | undefined): Promise<Sheet> {
    const key = `${canvas} ${language} ${settingsKey(settings)}`;
    const sheet = this.#kept.get(key) ?? getSheet(this.workshop, canvas, { language, settings: settings ?? {} });
    this.#kept.delete(key);
    this.#kept.set(key, sheet);
    const [oldest] = this.#kept.keys();
    if (this.#kept.size > KEPT && oldest !== undefined) this.#kept.delete(oldest);
    // What failed is asked again next time.
    sheet.catch(() => this.#kept.get(key) === sheet && this.#kept.delete(key));
    return sheet;
  }
}
