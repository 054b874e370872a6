// Who made what is under the pointer or has the focus: a small line below it. The note's foot says the same, shorter.

import type { Size } from "./camera";
import { ownerLine } from "./describe";
import type { ItemLayer } from "./items";
import { pillAt } from "./pill";
import type { Selection } from "./select";
import { element, type Stage } from "./stage";
import type { Viewport } from "./viewport";

/** Screen px between an item and its line. */
const AWAY = 7;

export class OwnerLine {
  #hovered: string | null = null;
  #shown = "";
  #size: Size = { width: 0, height: 0 };

  constructor(stage: Stage, viewport: Viewport, items: ItemLayer, selection: Selection, busy: () => boolean) {
    const line = element("div", "owner-line");
    line.hidden = true;
    line.setAttribute("aria-hidden", "true"); // the item's own label says it
    stage.overlay.append(line);
    stage.root.addEventListener("pointerover", (event) => {
      const item = event.target instanceof Element ? event.target.closest<HTMLElement>("[data-item]") : null;
      const id = event.pointerType === "touch" ? null : (item?.dataset.item ?? null);
      if (id === this.#hovered) return;
      this.#hovered = id;
      stage.draw();
    });
    stage.root.addEventListener("pointerleave", () => {
      this.#hovered = null;
      stage.draw();
    });
    for (const event of ["focusin", "focusout"]) stage.root.addEventListener(event, () => stage.draw());
    stage.eachFrame(() => {
      const focused = document.activeElement?.matches(":focus-visible") ? selection.focused : null;
      const id = busy() ? null : (this.#hovered ?? focused);
      const entry = id ? items.get(id) : undefined;
      const model = stage.model;
      // What is selected has a bar that says whose it is.
      if (!entry || !model || !entry.shown || selection.has(entry.id)) {
        if (!line.hidden) line.hidden = true;
        return false;
      }
      const text = ownerLine(model, entry.item, stage.words);
      line.hidden = false;
      if (text !== this.#shown) {
        line.textContent = text;
        this.#size = { width: line.offsetWidth, height: line.offsetHeight };
      }
      this.#shown = text;
      const rect = items.rect(entry);
      const [top, bottom] = [viewport.toScreen(rect), viewport.toScreen({ x: rect.x, y: rect.y + rect.height })];
      const at = pillAt({ x: bottom.x, y: bottom.y + AWAY }, top.y - AWAY, this.#size, viewport.size);
      line.style.transform = `translate(${Math.round(at.x)}px, ${Math.round(at.y)}px)`;
      return false;
    });
  }
}
