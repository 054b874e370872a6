// What is under the pointer: an item, or a control that is about one (marked with data-about).

import type { Stage } from "./stage";

export class Hover {
  #id: string | null = null;

  constructor(stage: Stage) {
    stage.root.addEventListener("pointerover", (event) => {
      const found =
        event.target instanceof Element ? event.target.closest<HTMLElement>("[data-item], [data-about]") : null;
      const id = event.pointerType === "touch" ? null : (found?.dataset.item ?? found?.dataset.about ?? null);
      if (id === this.#id) return;
      this.#id = id;
      stage.draw();
    });
    stage.root.addEventListener("pointerleave", () => {
      this.#id = null;
      stage.draw();
    });
  }

  get id(): string | null {
    return this.#id;
  }
}
