// What is said of a scale: what it is about, what was given, and what came of it. Pure.

import { cardText } from "../core/cards";
import { type Givens, HIGHEST, type Row, type Scale, type Subject, TICKED } from "../core/giving";
import { spreadOf } from "../core/spread";
import type { Canvas, Language, Layout } from "../generated/protocol";
import { GIVING_WORDS, type GivingWords } from "../words/giving";

export type Sheeted = Pick<Canvas, "template" | "settings">;

/** The words of scales, with what a box says on this canvas. */
export function wordsOn({ template: { scoring } }: Sheeted, language: Language): GivingWords {
  const words = GIVING_WORDS[language];
  if (!scoring?.ticks) return words;
  const [notDone, notNeeded, done] = scoring.ticks;
  return { ...words, notDone: notDone[language], notNeeded: notNeeded[language], isDone: done[language] };
}

/** What is scored: the card's text, or the zone's name. */
export function subjectName(subject: Subject, canvas: Sheeted, layout: Layout, language: Language): string {
  if (subject.card) return cardText(canvas.template, subject.card, language);
  return layout.zones.find(({ id }) => id === subject.zone)?.label[language] ?? subject.zone;
}

export function rowName(row: Row, of: string, words: GivingWords, language: Language): string {
  const what = row.name ? `${of}, ${row.name[language]}` : of;
  if (row.scale === "smiley") return words.smileyName(what);
  return row.scale === "checkbox" ? words.tickName(what) : words.scoreName(what);
}

/** What a value means; `oneOf`: one of several is chosen, so that it is ticked or not. */
export function valueSaid(scale: Scale, value: number | null, words: GivingWords, oneOf = false): string {
  if (oneOf) return value === TICKED ? words.chosen : words.notChosen;
  if (value === null) return words.notGiven;
  if (scale === "score") return words.outOfFive(value);
  const said =
    scale === "smiley" ? [words.sad, words.neutral, words.happy] : [words.notDone, words.notNeeded, words.isDone];
  return said[value - 1] ?? String(value);
}

/** What the group gave, in a sentence; null where nobody did. */
export function outcomeSaid(row: Row, givens: Givens, words: GivingWords, language: Language): string | null {
  const values = givens.counting(row).map(({ value }) => value);
  const all = spreadOf(values);
  if (!all) return null;
  const of = (value: number) => values.filter((each) => each === value).length;
  if (row.scale === "checkbox") return words.groupTicked(of(TICKED), values.length);
  if (row.scale === "smiley") return words.groupFaces(of(3), of(2), of(1));
  const number = new Intl.NumberFormat(language, { maximumFractionDigits: 1 });
  const mean = all.n > 1 ? `${number.format(all.mean)} ± ${number.format(all.spread)}` : number.format(all.mean);
  return words.groupMean(mean, all.n);
}

/** What each step of the scale is called, from the lowest. */
export function stepsSaid(
  row: Row,
  { template: { scoring } }: Sheeted,
  words: GivingWords,
  language: Language,
): string[] {
  return Array.from({ length: HIGHEST[row.scale] }, (_, index) => {
    const value = index + 1;
    if (row.scale !== "score") return valueSaid(row.scale, value, words);
    const end = value === 1 ? scoring?.low : value === HIGHEST.score ? scoring?.high : null;
    return end ? `${value}, ${end[language]}` : String(value);
  });
}
