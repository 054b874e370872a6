// Giving on the canvas on screen: what can be given there, whether it can now, and what stands there. Scales and the sheet
// with large ones share it.

import { forGroup, type Giver, giverOn, gives, mayGive, type Stands, standsIn, ticks } from "../core/giver";
import { Givens, type How, type Row, type Subject, subjectsOn } from "../core/giving";
import { cardId } from "../core/token-ids";
import type { Intent, Item, Score } from "../generated/protocol";
import { GIVING_WORDS } from "../words/giving";
import type { ItemLayer } from "./items";
import type { Stage } from "./stage";
import type { Sheet } from "./types";

export class Giving {
  readonly #stage: Stage;
  readonly #items: ItemLayer;
  #sheet: Sheet | null = null;
  #cards: readonly Item[] = [];
  #scores: readonly Score[] | null = null;
  #giver: Giver = giverOn("", null, "", undefined, [], new Givens([]));

  constructor(stage: Stage, items: ItemLayer) {
    this.#stage = stage;
    this.#items = items;
  }

  get how(): How {
    return this.#giver.how;
  }

  get givens(): Givens {
    return this.#giver.givens;
  }

  get subjects(): readonly Subject[] {
    return this.#giver.subjects;
  }

  /** Takes over what the model says now; what did not change stays the same object. */
  refresh(): void {
    const { model, leading, actions } = this.#stage;
    if (!model) return;
    const { template, settings, canvas: id, sheet } = model;
    const cards = (template.cards ?? []).flatMap((each) => this.#items.get(cardId(id, each.id))?.item ?? []);
    const same = cards.length === this.#cards.length && cards.every((each, index) => each === this.#cards[index]);
    let { subjects, givens } = this.#giver;
    if (sheet !== this.#sheet || !same) {
      subjects = subjectsOn({ id, template, ...(settings ? { settings } : {}) }, sheet.layout, cards);
      this.#sheet = sheet;
      this.#cards = cards;
    }
    if (leading.scores !== this.#scores) givens = new Givens(leading.scores);
    this.#scores = leading.scores;
    this.#giver = giverOn(id, actions?.standing() ?? null, actions?.me ?? "", leading.step, subjects, givens);
  }

  shown(subject: Subject, row: Row): Stands {
    return standsIn(this.#giver, subject, row);
  }

  forGroup(subject: Subject): boolean {
    return forGroup(this.#giver, subject);
  }

  /** Why nothing can be given here now, as a sentence; null: it can. */
  whyNot(subject: Subject): string | null {
    if (mayGive(this.#giver, subject)) return null;
    const words = GIVING_WORDS[this.#stage.language];
    return this.#giver.standing && this.#giver.standing.role !== "observer" ? words.giveLater : words.giveLooking;
  }

  hasOutcome({ rows }: Subject): boolean {
    return rows.some((row) => this.givens.group(row) !== null || this.givens.counting(row).length > 0);
  }

  tick(subject: Subject, row: Row): void {
    this.#ask(ticks(this.#giver, subject, row));
  }

  give(subject: Subject, row: Row, value: number | null): void {
    this.#ask(gives(this.#giver, subject, row, value));
  }

  #ask(intents: readonly Intent[]): void {
    for (const intent of intents) this.#stage.actions?.propose(intent);
    this.#stage.draw();
  }
}
