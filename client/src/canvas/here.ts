// What others may see of this person while it happens: pointer, drag under way, typing, the part of the sheet in view.

import { type Dragged, MAX_ITEMS } from "../generated/protocol";
import type { Point } from "./camera";
import type { Stage } from "./stage";
import type { Viewport } from "./viewport";

const round = (value: number): number => Math.round(value * 10) / 10;

export class Here {
  readonly #stage: Stage;
  readonly #viewport: Viewport;
  #pointer: Point | null = null;
  #drag: readonly Dragged[] = [];
  #typing: string | null = null;
  #caret: number | null = null;
  #laser = false;

  constructor(stage: Stage, viewport: Viewport) {
    this.#stage = stage;
    this.#viewport = viewport;
    stage.on("camera", () => this.#tell());
  }

  /** Screen px; the sheet may move under a pointer that rests. */
  pointer(at: Point | null): void {
    this.#pointer = at;
    this.#tell();
  }

  /** Centres (sheet px) of what is being dragged; none when it is over. */
  drag(dragged: readonly { id: string; at: Point }[]): void {
    this.#drag = dragged.slice(0, MAX_ITEMS).map(({ id, at }) => [id, round(at.x), round(at.y)]);
    this.#tell();
  }

  /** The pointer is a laser pointer now. */
  laser(on: boolean): void {
    this.#laser = on;
    this.#tell();
  }

  typing(id: string | null, caret: number | null): void {
    this.#typing = id;
    this.#caret = caret;
    this.#tell();
  }

  #tell(): void {
    const { actions, model } = this.#stage;
    if (!actions || !model || this.#viewport.size.width === 0) return;
    const { x, y, width, height } = this.#viewport.seen;
    const pointer = this.#pointer ? this.#viewport.toSheet(this.#pointer) : null;
    actions.here({
      type: "here",
      canvas: model.canvas,
      ...(pointer ? { x: round(pointer.x), y: round(pointer.y) } : {}),
      ...(this.#drag.length > 0 ? { drag: this.#drag } : {}),
      ...(this.#typing ? { typing: this.#typing } : {}),
      ...(this.#typing && this.#caret !== null ? { caret: this.#caret } : {}),
      ...(this.#laser ? { laser: true } : {}),
      view: [round(x), round(y), round(width), round(height)],
    });
  }
}
