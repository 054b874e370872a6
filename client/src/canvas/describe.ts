// What a screen reader says of an item, and how zones and people are named in a sentence. Pure.

import { cardText } from "../core/cards";
import { isPlaced, textOf } from "../core/state";
import { tokenText, toneOf } from "../core/tones";
import { zonesAt } from "../core/zones";
import type { Connector, Item, Layout, Place } from "../generated/protocol";
import type { CanvasWords } from "../words/canvas";
import { lastPlaced, placedKey } from "./area";
import { belongingOf, nameOf, personsOwn } from "./belonging";
import { calledFully } from "./link-model";
import type { Trim } from "./trim";
import type { CanvasModel, Language } from "./types";

/** What is said of an item beside what it is: how it stands in a session that is led. */
export type Standing = Pick<Trim, "draft" | "dots" | "result">;

/** "kind, text, author, organisation, zones", who locked it, and how it stands in a session that is led. */
export function describe(
  model: CanvasModel,
  item: Item,
  words: CanvasWords,
  language: Language,
  standing?: Standing,
): string {
  const belonging = belongingOf(model, item);
  const parts: string[] = [];
  if (item.kind === "sticky") {
    parts.push(`${words.sticky}: ${item.text?.trim() || words.emptyText}`);
    parts.push(item.author == null ? words.anonymous : words.by(nameOf(belonging) || words.someone));
    if (belonging.organisation) parts.push(belonging.organisation.name);
    const tone = toneOf(model.template, item);
    if (tone) parts.push(words.markedAs(tone.label[language]));
  } else if (item.kind === "card" || item.kind === "label") {
    parts.push(`${words[item.kind]}: ${wordsOf(model, item, language).trim() || words.emptyText}`);
  } else if (item.kind === "connector") {
    parts.push(...arrowParts(model, item, words, language));
  } else if (item.kind === "partner-token") {
    parts.push(words.partnerToken(nameOf(belonging) || words.anOrganisation));
  } else {
    const which = tokenText(model.template, item.which);
    const said = words.ownToken(nameOf(belonging) || words.someone);
    parts.push(which ? words.tokenWhich(said, which.label[language]) : said);
    if (belonging.organisation) parts.push(belonging.organisation.name);
  }
  if (item.kind !== "connector") parts.push(whereOf(model.sheet.layout, item.place, words, language));
  if (isPlaced(item)) parts.push(...placedOf(model, item, words));
  const group = model.leading().grouped.get(item.id);
  if (group) parts.push(words.inGroup(group.title || words.unnamedGroup));
  if (item.locked) parts.push(words.lockedMark(nameOfPerson(model, item.locked, words)));
  if (standing?.draft) parts.push(words.draft);
  if (standing?.dots) parts.push(words.myDots(standing.dots));
  if (standing?.result) parts.push(words.result(standing.result.dots, standing.result.rank));
  return parts.join(", ");
}

/** What an arrow connects, what it says, and how thick it is. */
function arrowParts(model: CanvasModel, arrow: Connector, words: CanvasWords, language: Language): string[] {
  const called = (end: Item | undefined) => (end ? calledFully(model, end, words, language) : words.someone);
  const { links } = model;
  const parts = [words.arrow(called(links.end(arrow, "start")), called(links.end(arrow, "end")))];
  if (arrow.text?.trim()) parts.push(words.quoted(arrow.text.trim()));
  if ((arrow.strength ?? 1) > 1) parts.push(words.thick(arrow.strength ?? 1));
  return parts;
}

/** What an item says: what is written on it, or what the template's card says. */
export function wordsOf(model: Pick<CanvasModel, "template">, item: Item, language: Language): string {
  if (item.kind === "card") return cardText(model.template, item, language);
  return textOf(item) ?? "";
}

/** By how many a partner's token or a card was placed privately, in the last step in which it was. */
function placedOf(model: CanvasModel, item: Item, words: CanvasWords): string[] {
  const { placements } = model.leading();
  const key = placedKey(item);
  const all = key === null ? undefined : lastPlaced(placements).get(key);
  return all ? [words.placedByMany(all.length)] : [];
}

/** "in A en B", or that it lies beside all zones. */
export function whereOf(layout: Layout, place: Place, words: CanvasWords, language: Language): string {
  const names = zonesAt(layout, place).zones.map((id) => {
    return layout.zones.find((zone) => zone.id === id)?.label[language] ?? id;
  });
  return names.length === 0 ? words.besideZones : words.inZones(listed(names, words.and));
}

/** "A", "A en B", "A, B en C". */
export function listed(names: readonly string[], and: string): string {
  if (names.length < 2) return names.join("");
  return `${names.slice(0, -1).join(", ")} ${and} ${names.at(-1)}`;
}

export function nameOfPerson(model: CanvasModel, id: string, words: CanvasWords): string {
  return nameOf(personsOwn(model, id)) || words.theFacilitator;
}

/** Who made it and for whom, as shown on hover and focus: "Amira · Gemeente Oeverdam". */
export function ownerLine(model: CanvasModel, item: Item, words: CanvasWords): string {
  if (item.kind === "card") return item.locked ? words.lockedMark(nameOfPerson(model, item.locked, words)) : "";
  const { person, organisation } = belongingOf(model, item);
  const nobody = item.kind === "sticky" && item.author == null ? words.anonymous : words.someone;
  const line = [person?.name, organisation?.name].filter(Boolean).join(" · ") || nobody;
  return item.locked ? `${line} · ${words.lockedMark(nameOfPerson(model, item.locked, words))}` : line;
}
