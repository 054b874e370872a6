// Giving on the canvas on screen: what can be given there, whether it can now, and what stands there. Scales and the sheet
// with large ones share it.

import {
  Givens,
  giving,
  givingForGroup,
  type How,
  howToGive,
  othersTicked,
  type Row,
  type Subject,
  subjectsOn,
  TICKED,
} from "../core/giving";
import { rightIn } from "../core/rights";
import { cardId } from "../core/token-ids";
import type { Canvas, Item, Score } from "../generated/protocol";
import { GIVING_WORDS } from "../words/giving";
import type { ItemLayer } from "./items";
import type { Stage } from "./stage";
import type { Sheet } from "./types";

/** What stands in a scale: mine, or what the group holds. */
export interface Standing {
  readonly value: number | null;
  readonly group: boolean;
}

export class Giving {
  readonly #stage: Stage;
  readonly #items: ItemLayer;
  #sheet: Sheet | null = null;
  #cards: readonly Item[] = [];
  #scores: readonly Score[] | null = null;
  how: How = null;
  givens = new Givens([]);
  subjects: readonly Subject[] = [];

  constructor(stage: Stage, items: ItemLayer) {
    this.#stage = stage;
    this.#items = items;
  }

  /** Takes over what the model says now; what did not change stays the same object. */
  refresh(): void {
    const { model, leading, actions } = this.#stage;
    if (!model) return;
    const { template, settings, canvas: id, sheet } = model;
    const cards = (template.cards ?? []).flatMap((each) => this.#items.get(cardId(id, each.id))?.item ?? []);
    const same = cards.length === this.#cards.length && cards.every((each, index) => each === this.#cards[index]);
    if (sheet !== this.#sheet || !same) {
      const canvas: Pick<Canvas, "id" | "template" | "settings"> = { id, template, ...(settings ? { settings } : {}) };
      this.subjects = subjectsOn(canvas, sheet.layout, cards);
      this.#sheet = sheet;
      this.#cards = cards;
    }
    if (leading.scores !== this.#scores) this.givens = new Givens(leading.scores);
    this.#scores = leading.scores;
    this.how = actions ? howToGive(actions.standing(), leading.step, id) : null;
  }

  /** In a private step mine alone; else what the group holds, if anything, comes first. */
  shown(subject: Subject, row: Row): Standing {
    const group = this.how === "own" ? null : this.givens.group(row);
    if (group !== null) return { value: group, group: true };
    return this.forGroup(subject) ? { value: null, group: true } : { value: this.mine(row), group: false };
  }

  mine(row: Row): number | null {
    const { actions, leading } = this.#stage;
    return this.givens.mine(row, actions?.me ?? "", this.how === "own" ? leading.step : undefined);
  }

  /** Whether what is ticked here now is what the group holds: who facilitates notes it, once all is open. */
  forGroup({ scale }: Subject): boolean {
    const standing = this.#stage.actions?.standing();
    if (scale !== "checkbox" || this.how === "own" || standing?.role !== "facilitator") return false;
    return rightIn("score.group", "shared", standing) !== "no";
  }

  /** Why nothing can be given here now, as a sentence; null: it can. */
  whyNot(subject: Subject): string | null {
    if (this.how !== null || this.forGroup(subject)) return null;
    const words = GIVING_WORDS[this.#stage.language];
    return this.#stage.actions?.standing().role === "participant" ? words.giveLater : words.giveLooking;
  }

  hasOutcome({ rows }: Subject): boolean {
    return rows.some((row) => this.givens.group(row) !== null || this.givens.counting(row).length > 0);
  }

  /** A box is done, then not needed, then not done; one of several is chosen or not. */
  tick(subject: Subject, row: Row): void {
    const { value } = this.shown(subject, row);
    if (subject.oneOf !== null) this.give(subject, row, value === TICKED ? null : TICKED);
    else this.give(subject, row, value === null || value === 1 ? TICKED : value - 1);
  }

  give(subject: Subject, row: Row, value: number | null): void {
    if (value === TICKED && row.scale === "checkbox") {
      const others = othersTicked(subject, this.subjects, (each) =>
        this.forGroup(subject) ? this.givens.group(each) : this.mine(each),
      );
      for (const other of others) this.#ask(subject, other, null);
    }
    this.#ask(subject, row, value);
    this.#stage.draw();
  }

  #ask(subject: Subject, row: Row, value: number | null): void {
    const { actions, leading } = this.#stage;
    if (this.forGroup(subject)) actions?.propose(givingForGroup(row, value));
    else if (this.how !== null) actions?.propose(giving(row, value, this.how, leading.step));
  }
}
