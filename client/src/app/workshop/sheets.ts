// Sheets of canvases: fetched once for each canvas, language and settings, and the last ones kept.

import type { Language, Sheet } from "../../canvas/types";
import { fullyNamed } from "../../core/zone-names";
import type { Canvas, Settings } from "../../generated/protocol";
import { getSheet } from "../api";

/** So many are kept: a list that grows live makes a sheet with each entry. */
const KEPT = 60;

/** What tells two settings apart. */
export const settingsKey = (settings: Settings | undefined) => JSON.stringify(settings ?? {});

export class Sheets {
  /** The one that was asked for last is the last. */
  readonly #kept = new Map<string, Promise<Sheet>>();

  constructor(private readonly workshop: string) {}

  get(canvas: Canvas, language: Language, settings: Settings = {}): Promise<Sheet> {
    const key = `${canvas.id} ${language} ${settingsKey(settings)}`;
    const sheet = this.#kept.get(key) ?? this.#ask(canvas, language, settings);
    this.#kept.delete(key);
    this.#kept.set(key, sheet);
    const [oldest] = this.#kept.keys();
    if (this.#kept.size > KEPT && oldest !== undefined) this.#kept.delete(oldest);
    // What failed is asked again next time.
    sheet.catch(() => this.#kept.get(key) === sheet && this.#kept.delete(key));
    return sheet;
  }

  async #ask({ id, template }: Canvas, language: Language, settings: Settings): Promise<Sheet> {
    const sheet = await getSheet(this.workshop, id, { language, settings });
    return { ...sheet, layout: fullyNamed(template, settings, sheet.layout) };
  }
}
