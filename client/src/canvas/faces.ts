// How an item looks: the elements of a note and of the two tokens. Where it stands is not decided here.

import type { Item } from "../generated/protocol";
import { type Belonging, lettersOf, nameOf } from "./belonging";
import type { Size } from "./camera";
import { LOCK, markElement, markLetter, signElement } from "./marks";
import { element } from "./stage";

export const PARTNER_TOKEN = 88;
export const PARTICIPANT_TOKEN = 76;
const STICKY = { width: 188, height: 140 };

/** The size an item has by its record; a note with much text is drawn higher. */
export function sizeOf(item: Item): Size {
  if (item.kind === "sticky") return { width: item.width ?? STICKY.width, height: item.height ?? STICKY.height };
  const side = item.kind === "partner-token" ? PARTNER_TOKEN : PARTICIPANT_TOKEN;
  return { width: side, height: side };
}

export interface Face {
  readonly root: HTMLElement;
  /** A note's text; null for tokens. */
  readonly text: HTMLElement | null;
}

/** An item's element, without its text and its look. */
export function createFace(item: Item): Face {
  const root = element("div", `item ${item.kind}`);
  root.dataset.item = item.id;
  root.tabIndex = -1;
  root.setAttribute("role", "button");
  const text = item.kind === "sticky" ? element("div", "sticky-text") : null;
  if (text) root.append(text);
  return { root, text };
}

/** The parts that tell whose it is, made anew when that changes. */
export function dress(face: Face, item: Item, belonging: Belonging): void {
  const { root, text } = face;
  const { organisation } = belonging;
  if (organisation) root.dataset.mark = String(organisation.mark);
  else delete root.dataset.mark;
  const mark = organisation ? markElement(organisation.mark, markLetter(organisation)) : null;
  const letters = element("span", "letters");
  // Drawn by the style sheet: for speech and screen readers an item is called by what it says and whose it is.
  letters.dataset.letters = lettersOf(belonging);
  const lock = item.locked ? signElement(LOCK, 20) : null;
  lock?.classList.add("lock");
  if (text) {
    const foot = element("div", "sticky-foot");
    foot.setAttribute("aria-hidden", "true"); // the item's label says it in full
    foot.append(...[mark, letters, lock].filter((part) => part !== null));
    root.replaceChildren(text, foot);
    return;
  }
  const name = element("div", "token-name");
  const printed = element("span", "token-name-text"); // its own box, so that the patch behind it ends where each line does
  printed.textContent = nameOf(belonging);
  name.append(printed);
  const disc = element("div", "token-disc");
  disc.setAttribute("aria-hidden", "true");
  disc.append(...[mark, letters].filter((part) => part !== null));
  root.replaceChildren(...[disc, name, lock].filter((part) => part !== null));
}
