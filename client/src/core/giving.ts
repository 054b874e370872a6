// What people give to zones, and to cards in them: a score, a smiley or a tick. What can be given on a canvas, what was,
// and what comes of it. Pure; the same as server/raakvlak/canvas/decide_marks.py asks, and as the report counts.

import type { Canvas, Card, Item, Layout, Score, SetGroupScore, SetScore, Step, Words } from "../generated/protocol";
import type { seededCard } from "./cards";
import { scoreId, type Thing } from "./predict-led";
import { isPrivate, rightIn, type Standing } from "./rights";
import { cardId } from "./token-ids";

export type Scale = "score" | "smiley" | "checkbox";

/** The highest of each: a smiley is sad, neutral, happy; a tick not done, not needed, done. */
export const HIGHEST: Readonly<Record<Scale, number>> = { score: 5, smiley: 3, checkbox: 3 };
export const TICKED = 3;

/** One scale: of a zone or a card, for one aspect where there are several. */
export interface Row extends Thing {
  readonly scale: Scale;
  readonly item: string | null;
  readonly aspect: string;
  /** What the aspect or the entry of the list is called. */
  readonly name: Words | null;
}

/** What is given something as a whole: all rows of a zone or a card. */
export interface Subject {
  readonly key: string;
  readonly zone: string;
  readonly card: Card | null;
  readonly scale: Scale;
  readonly rows: readonly Row[];
  /** A person ticks one of the cards with this row; null: each by itself. */
  readonly oneOf: string | null;
}

/** A private step: given for oneself until it is shown. In the open: shown at once. Null: nothing can be given now. */
export type How = "own" | "open" | null;

/** What scales are laid out by. */
export type Sheeted = Pick<Canvas, "id" | "template" | "settings">;

const sameWords = (text: string): Words => ({ nl: text, en: text });

/** What each thing is scored for; one without a name where there is nothing to tell apart. */
export function aspectsOf({ template, settings }: Sheeted): { readonly id: string; readonly name: Words | null }[] {
  const { scoring, lists } = template;
  const aspects: { id: string; name: Words | null }[] = (scoring?.aspects ?? []).map(({ id, label }) => ({
    id,
    name: label,
  }));
  const list = lists?.find(({ id }) => id === scoring?.each);
  if (list) {
    const entries = settings?.[list.id] ?? [];
    aspects.push(...entries.map(({ id, name }) => ({ id, name: sameWords(name) })));
    for (let number = entries.length + 1; number <= (list.least ?? 1); number += 1) {
      const name = { nl: `${list.label.nl} ${number}`, en: `${list.label.en} ${number}` };
      aspects.push({ id: String(number), name });
    }
  }
  return aspects.length > 0 ? aspects : [{ id: "", name: null }];
}

/**
 * All that can be given something on the canvas: zones in the template's order, each with its cards. A template that
 * scores nothing by itself is scored by its zones, where a step asks for it: `all`.
 */
export function subjectsOn(canvas: Sheeted, layout: Layout, items: Iterable<Item>, all = false): Subject[] {
  const { template } = canvas;
  const aspects = aspectsOf(canvas);
  const withCards = new Set((template.cards ?? []).map(({ zone }) => zone));
  const cards = cardsByZone(canvas, items);
  const rowsOf = (zone: string, scale: Scale, item: string | null): Row[] =>
    (scale === "score" ? aspects : [{ id: "", name: null }]).map(({ id, name }) => ({
      ...{ canvas: canvas.id, zone, scale, item, aspect: id, name },
    }));
  const subject = (zone: string, scale: Scale, card: Card | null, oneOf: string | null = null): Subject => ({
    ...{ key: card?.id ?? `zone:${zone}`, zone, card, scale, oneOf },
    rows: rowsOf(zone, scale, card?.id ?? null),
  });
  const found: Subject[] = [];
  for (const { id, accepts = [] } of template.zones) {
    for (const { card, seeded } of cards.get(id) ?? []) {
      if (seeded.kind === "checkbox") found.push(subject(id, "checkbox", card, seeded.row ?? null));
      else if (seeded.kind === "statement" || accepts.includes("score")) found.push(subject(id, "score", card));
    }
    if (withCards.has(id)) continue;
    const scale = accepts.find((kind) => kind === "score" || kind === "smiley");
    if (!scale) continue;
    for (const zone of layout.zones) if (zone.of === id) found.push(subject(zone.id, scale as Scale, null));
  }
  if (found.length > 0 || !all) return found;
  return zonesThatMean(canvas, layout).map((zone) => subject(zone, "score", null));
}

/** The zones that mean something: not those in which a figure only keeps what has no place yet, or its reasons. */
function zonesThatMean({ template: { figure } }: Sheeted, layout: Layout): string[] {
  const beside = figure.type === "rings" ? figure.tray : figure.type === "quadrant" ? figure.strip : null;
  return layout.zones.filter(({ id, private: back }) => id !== beside && !back).map(({ id }) => id);
}

/** By the zone in which they lay first, in the template's order; copies are given nothing. */
function cardsByZone({ id: canvas, template }: Sheeted, items: Iterable<Item>) {
  const there = new Map<string, Card>();
  for (const item of items) {
    if (item.kind === "card" && item.deleted == null && item.id === cardId(canvas, item.card)) there.set(item.id, item);
  }
  const found = new Map<string, { card: Card; seeded: NonNullable<ReturnType<typeof seededCard>> }[]>();
  for (const seeded of template.cards ?? []) {
    const card = there.get(cardId(canvas, seeded.id));
    if (card) found.set(seeded.zone, [...(found.get(seeded.zone) ?? []), { card, seeded }]);
  }
  return found;
}

/** Whether, and in which stream, something can be given on the canvas now. */
export function howToGive(standing: Standing, step: Step | undefined, canvas: string): How {
  if (isPrivate(standing.situation)) {
    return step?.canvas === canvas && rightIn("score.set", "own", standing) !== "no" ? "own" : null;
  }
  return rightIn("score.set", "shared", standing) !== "no" ? "open" : null;
}

/** The intent that gives a value, or (null) takes it back. */
export function giving(row: Row, value: number | null, how: "own" | "open", step: Step | undefined): SetScore {
  const { canvas, zone, scale, item, aspect } = row;
  const given = { canvas, zone, value, scale, item, aspect };
  return { type: "score.set", ...given, ...(how === "own" && step ? { step: step.id } : {}) };
}

/** Of the others in its row what has to be taken back when this is ticked: a person ticks one. */
export function othersTicked(subject: Subject, among: readonly Subject[], value: (row: Row) => number | null): Row[] {
  if (subject.oneOf === null) return [];
  const others = among.filter((each) => each.oneOf === subject.oneOf && each.key !== subject.key);
  return others.flatMap(({ rows }) => rows.filter((row) => value(row) === TICKED));
}

/** The same as `giving` for what the group holds. */
export function givingForGroup({ canvas, zone, scale, item, aspect }: Row, value: number | null): SetGroupScore {
  return { type: "score.group", canvas, zone, value, scale, item, aspect };
}

// --- what was given ---

const keyOf = ({ zone, scale, item, aspect }: Pick<Thing, "zone" | "scale" | "item" | "aspect">) =>
  `${zone}:${scale ?? "score"}:${item ?? ""}:${aspect ?? ""}`;

/** What is in its author's own stream: nobody else sees it. */
const isDraft = (score: Score) => score.step != null && score.id === scoreId(score.step, score);

/** What was given on one canvas, by what it was given to. */
export class Givens {
  readonly #drafts = new Map<string, Score>();
  readonly #group = new Map<string, number>();
  readonly #shown = new Map<string, Score[]>();

  constructor(scores: Iterable<Score>) {
    for (const score of scores) {
      const key = keyOf(score);
      if (isDraft(score)) this.#drafts.set(score.id, score);
      else if (score.group) this.#group.set(key, score.value);
      else this.#shown.set(key, [...(this.#shown.get(key) ?? []), score]);
    }
  }

  /** What I have given: in a private step then, else what I gave last that everyone sees. */
  mine(row: Row, me: string, privately: Step | undefined): number | null {
    if (privately) return this.#drafts.get(scoreId(privately.id, row))?.value ?? null;
    return this.#shown.get(keyOf(row))?.findLast(({ author }) => author === me)?.value ?? null;
  }

  /** All that counts of what was given to a zone, or to cards that lay in it first. */
  inZone(zone: string, scale: Scale): readonly Score[] {
    const among = [...this.#shown.values()].flatMap(([first]) => (first ? [first] : []));
    const there = among.filter((score) => score.zone === zone && (score.scale ?? "score") === scale);
    return there.flatMap((score) => this.counting(score));
  }

  group(row: Row): number | null {
    return this.#group.get(keyOf(row)) ?? null;
  }

  /** What counts of what everyone sees: each person's last; where some have no name, what the last step brought. */
  counting(row: Pick<Thing, "zone" | "scale" | "item" | "aspect">): readonly Score[] {
    const all = this.#shown.get(keyOf(row)) ?? [];
    if (all.some(({ author }) => author == null)) return all.filter(({ step }) => step === all.at(-1)?.step);
    return [...new Map(all.map((score) => [score.author, score])).values()];
  }
}
