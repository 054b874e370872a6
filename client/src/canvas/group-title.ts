// The title of a group, over its outline: to be dragged, pressed, named; beside it the way to end the group.

import type { CanvasWords } from "../words/canvas";
import type { Point } from "./camera";
import { CROSS, signElement } from "./marks";
import { ownPresses } from "./presses";
import { element } from "./stage";

/** Letters in a title, and the least width (screen px) it gets. */
const MOST = 80;
const NARROW = 168;

export class GroupTitle {
  readonly root = element("div", "group-head");
  readonly #title = element("div", "group-title");
  readonly #end = document.createElement("button");
  #field: HTMLInputElement | null = null;
  #said = "";
  #label = "";

  constructor(id: string, end: () => void) {
    this.#title.dataset.group = id;
    this.#title.tabIndex = -1;
    this.#title.setAttribute("role", "button");
    this.#end.type = "button";
    this.#end.className = "group-end";
    this.#end.tabIndex = -1; // by keyboard: Ctrl-Shift-G
    this.#end.append(signElement(CROSS, 20));
    this.#end.addEventListener("click", end);
    ownPresses(this.#end);
    this.root.append(this.#title, this.#end);
  }

  say(title: string, items: number, words: CanvasWords): void {
    this.#said = title;
    this.#title.textContent = title || words.group;
    this.#title.classList.toggle("unnamed", title === "");
    this.#title.setAttribute("aria-label", words.groupOf(title || words.unnamedGroup, items));
    this.#end.title = words.ungroup;
    this.#end.setAttribute("aria-label", words.ungroup);
    this.#label = words.groupTitle;
  }

  focus(): void {
    this.#title.focus({ preventScroll: true });
  }

  /** Over the outline's top left corner (screen px). */
  place(at: Point, width: number): void {
    this.root.style.transform = `translate(${Math.round(at.x)}px, ${Math.round(at.y)}px) translateY(-100%)`;
    this.root.style.maxWidth = `${Math.round(Math.max(NARROW, width))}px`;
  }

  edit(done: (title: string) => void): void {
    if (this.#field) return;
    const field = document.createElement("input");
    this.#field = field;
    field.className = "group-field";
    field.maxLength = MOST;
    field.value = this.#said;
    field.placeholder = this.#label;
    field.setAttribute("aria-label", this.#label);
    const end = (keep: boolean) => {
      if (this.#field !== field) return;
      this.#field = null;
      const title = field.value.trim();
      const hadFocus = document.activeElement === field;
      field.remove();
      this.#title.hidden = false;
      if (hadFocus) this.focus();
      if (keep && title !== this.#said) done(title);
    };
    field.addEventListener("keydown", (event) => {
      event.stopPropagation(); // these keys are for the text, not for the canvas
      if (event.isComposing || !["Enter", "Escape"].includes(event.key)) return;
      event.preventDefault();
      end(event.key === "Enter");
    });
    field.addEventListener("blur", () => end(true));
    ownPresses(field);
    this.#title.hidden = true;
    this.root.prepend(field);
    field.focus({ preventScroll: true });
    field.select();
  }

  remove(): void {
    this.#field = null; // what was being typed is for a group that is no more
    this.root.remove();
  }
}
