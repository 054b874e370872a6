// How an item looks: the elements of a note, a card, a text and of the two tokens. Where it stands is not decided here.

import { seededCard } from "../core/cards";
import { isToken } from "../core/state";
import { tokenText } from "../core/tones";
import type { Item, Layout, Template } from "../generated/protocol";
import type { CanvasWords } from "../words/canvas";
import { type Belonging, lettersOf, nameOf } from "./belonging";
import type { Size } from "./camera";
import { CLOSED_EYE, LOCK, markElement, markLetter, signElement, TONES } from "./marks";
import type { Result } from "./results";
import { element } from "./stage";
import type { Trim } from "./trim";
import type { CanvasModel, Language } from "./types";

export const PARTNER_TOKEN = 88;
export const PARTICIPANT_TOKEN = 76;
const STICKY = { width: 188, height: 140 };
/** A card for which the layout has no size, and a text before it is measured. */
const CARD = { width: 240, height: 72 };
const TEXT = { width: 160, height: 24 };
/** My dots stand side by side up to so many, then with their number; so many places have a number of their own. */
const MOST_DOTS = 4;
const RANKED = 3;

/** The size an item has by its record and the layout; a note or a card with much text is drawn higher. */
export function sizeOf(item: Item, layout: Layout): Size {
  if (item.kind === "sticky") return { width: item.width ?? STICKY.width, height: item.height ?? STICKY.height };
  if (item.kind === "card") return layout.cards.find(({ card }) => card === item.card) ?? CARD;
  if (item.kind === "label" || item.kind === "connector") return TEXT;
  const side = item.kind === "partner-token" ? PARTNER_TOKEN : PARTICIPANT_TOKEN;
  return { width: side, height: side };
}

export interface Face {
  readonly root: HTMLElement;
  /** What a note, a card or a text says; null for tokens. */
  readonly text: HTMLElement | null;
}

/** An item's element, without its text and its look. */
export function createFace(item: Item): Face {
  const root = element("div", `item ${item.kind}`);
  root.dataset.item = item.id;
  root.tabIndex = -1;
  root.setAttribute("role", "button");
  const text = isToken(item) ? null : element("div", `${item.kind}-text`);
  if (text) root.append(text);
  return { root, text };
}

/** How a card of the template is drawn: a small sheet, or a line of the page that is ticked or scored. */
export function showLine({ root }: Face, item: Item, template: Template): void {
  if (item.kind === "card") root.dataset.line = seededCard(template, item)?.kind ?? "card";
}

const STANDING = ["draft", "quiet", "anonymous", "aside", "fixed", "second"] as const;

/** How it stands, by the style sheet alone. */
export function showStanding({ root }: Face, trim: Trim): void {
  for (const look of STANDING) {
    if (root.classList.contains(look) !== trim[look]) root.classList.toggle(look, trim[look]);
  }
}

/** The parts that tell whose it is and how it stands, made anew when that changes. */
export function dress(
  face: Face,
  item: Item,
  belonging: Belonging,
  trim: Trim,
  model: CanvasModel,
  words: CanvasWords,
  language: Language,
): void {
  const { root, text } = face;
  const { organisation } = belonging;
  if (organisation) root.dataset.mark = String(organisation.mark);
  else delete root.dataset.mark;
  for (const look of STANDING) root.classList.toggle(look, trim[look]);
  const mark = organisation ? markElement(organisation.mark, markLetter(organisation)) : null;
  const letters = element("span", "letters");
  // Drawn by the style sheet: for speech and screen readers an item is called by what it says and whose it is.
  letters.dataset.letters = trim.anonymous ? words.anonymous : lettersOf(belonging);
  const lock = item.locked ? sign(LOCK, "lock") : null;
  const eye = trim.draft ? sign(CLOSED_EYE, "eye") : null;
  const dots = trim.dots > 0 ? dotsElement(trim.dots) : null;
  const badge = trim.result ? badgeElement(trim.result, model) : null;
  if (text && item.kind !== "sticky") {
    const aside = element("div", "card-aside");
    aside.setAttribute("aria-hidden", "true");
    aside.append(...[dots, eye, lock].filter((part) => part !== null));
    root.replaceChildren(...[text, aside, badge].filter((part) => part !== null));
    return;
  }
  if (text) {
    const foot = element("div", "sticky-foot");
    foot.setAttribute("aria-hidden", "true"); // the item's label says it in full
    const aside = element("span", "sticky-aside");
    const tone = trim.tone ? sign(TONES[trim.tone.sign], "tone") : null;
    aside.append(...[dots, eye, lock, tone].filter((part) => part !== null));
    foot.append(...[mark, letters, aside].filter((part) => part !== null));
    root.replaceChildren(...[text, foot, badge].filter((part) => part !== null));
    return;
  }
  const name = element("div", "token-name");
  const printed = element("span", "token-name-text"); // its own box, so that the patch behind it ends where each line does
  const which = trim.second && item.kind === "participant-token" ? tokenText(model.template, item.which) : undefined;
  printed.textContent = which ? words.tokenWhich(nameOf(belonging), which.label[language]) : nameOf(belonging);
  name.append(printed);
  const disc = element("div", "token-disc");
  disc.setAttribute("aria-hidden", "true");
  disc.append(...[mark, letters].filter((part) => part !== null));
  root.replaceChildren(...[disc, name, dots, eye, lock, badge].filter((part) => part !== null));
}

function sign(d: string, name: string): SVGSVGElement {
  const made = signElement(d, 20);
  made.classList.add(name);
  return made;
}

/** So many of my dots. */
function dotsElement(dots: number): HTMLElement {
  const made = element("span", "own-dots");
  made.setAttribute("aria-hidden", "true");
  const few = dots <= MOST_DOTS;
  for (let each = 0; each < (few ? dots : 1); each += 1) made.append(element("i", "dot"));
  if (!few) made.dataset.count = String(dots);
  return made;
}

/** What came of a vote: the place if it is one of the first, the dots, and of whom they are. */
function badgeElement({ dots, rank, split }: Result, { organisation: found }: CanvasModel): HTMLElement {
  const badge = element("span", "result");
  badge.setAttribute("aria-hidden", "true");
  if (rank <= RANKED) {
    badge.dataset.rank = String(rank);
    const place = element("b", "result-rank");
    place.dataset.count = String(rank);
    badge.append(place);
  }
  const sum = element("span", "result-sum");
  sum.append(element("i", "dot"));
  sum.dataset.count = String(dots);
  badge.append(sum);
  if (split.length === 0) return badge;
  const parts = element("span", "result-split");
  for (const { organisation: id, dots: part } of split) {
    const organisation = id === null ? undefined : found(id);
    const one = element("span", "result-part");
    one.dataset.count = String(part);
    if (organisation) {
      const mark = markElement(organisation.mark, markLetter(organisation));
      mark.style.color = `var(--org-${organisation.mark})`;
      one.append(mark);
    } else one.append(element("i", "dot"));
    parts.append(one);
  }
  badge.append(parts);
  return badge;
}
