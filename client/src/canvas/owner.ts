// Who made what is under the pointer or has the focus: a small line below it. The note's foot says the same, shorter.

import { ownerLine } from "./describe";
import type { ItemLayer } from "./items";
import type { Selection } from "./select";
import { element, type Stage } from "./stage";
import type { Viewport } from "./viewport";

export class OwnerLine {
  #hovered: string | null = null;
  #shown = "";

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
      if (!entry || !model || !entry.shown) {
        if (!line.hidden) line.hidden = true;
        return false;
      }
      const text = ownerLine(model, entry.item, stage.words);
      if (text !== this.#shown) line.textContent = text;
      this.#shown = text;
      const rect = items.rect(entry);
      const at = viewport.toScreen({ x: rect.x, y: rect.y + rect.height });
      line.hidden = false;
      line.style.transform = `translate(${Math.round(at.x)}px, ${Math.round(at.y) + 7}px)`;
      return false;
    });
  }
}
