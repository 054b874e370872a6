// Who made what is under the pointer or has the focus: a small line below it. The note's foot says the same, shorter.

import type { Size } from "./camera";
import { ownerLine } from "./describe";
import type { Hover } from "./hover";
import type { ItemLayer } from "./items";
import { pillAt } from "./pill";
import type { Selection } from "./select";
import { element, type Stage } from "./stage";
import type { Viewport } from "./viewport";

/** Screen px between an item and its line. */
const AWAY = 7;

export class OwnerLine {
  #shown = "";
  #size: Size = { width: 0, height: 0 };

  /** `busy`: nothing is to be said; `taken`: something else stands at this item. */
  constructor(
    stage: Stage,
    viewport: Viewport,
    items: ItemLayer,
    selection: Selection,
    hover: Hover,
    busy: () => boolean,
    taken: (id: string) => boolean,
  ) {
    const line = element("div", "owner-line");
    line.hidden = true;
    line.setAttribute("aria-hidden", "true"); // the item's own label says it
    stage.overlay.append(line);
    for (const event of ["focusin", "focusout"]) stage.root.addEventListener(event, () => stage.draw());
    stage.eachFrame(() => {
      const focused = document.activeElement?.matches(":focus-visible") ? selection.focused : null;
      const id = busy() ? null : (hover.id ?? focused);
      const entry = id ? items.get(id) : undefined;
      const model = stage.model;
      // What is selected has a bar that says whose it is.
      if (!entry || !model || !entry.shown || selection.has(entry.id) || taken(entry.id)) {
        if (!line.hidden) line.hidden = true;
        return false;
      }
      const text = ownerLine(model, entry.item, stage.words);
      line.hidden = text === "";
      if (text !== this.#shown) {
        line.textContent = text;
        this.#size = { width: line.offsetWidth, height: line.offsetHeight };
      }
      this.#shown = text;
      const rect = items.rect(entry);
      const [top, bottom] = [viewport.toScreen(rect), viewport.toScreen({ x: rect.x, y: rect.y + rect.height })];
      // Below it hangs what came of a vote, if anything did.
      const y = entry.face.root.querySelector(".result") ? top.y - AWAY - this.#size.height : bottom.y + AWAY;
      const at = pillAt({ x: bottom.x, y }, top.y - AWAY, this.#size, viewport.size);
      line.style.transform = `translate(${Math.round(at.x)}px, ${Math.round(at.y)}px)`;
      return false;
    });
  }
}
