// What the parts of the view share: its elements, what it shows, who looks, and the one animation frame they draw in.

import { CANVAS_WORDS, type CanvasWords } from "../words/canvas";
import { type Leading, NOTHING_LEADS } from "./leading";
import type { CanvasActions, CanvasModel, CanvasViewEvents, Language } from "./types";

type Listeners = { [K in keyof CanvasViewEvents]: Set<CanvasViewEvents[K]> };

/** Draws what changed; true when it must draw again in the next frame because something is still moving. */
export type Step = (now: number) => boolean;

export class Stage {
  readonly root = element("div", "canvas");
  /** In sheet px; the camera moves it as a whole. */
  readonly world = element("div", "canvas-world");
  /** In screen px, over everything else. */
  readonly overlay = element("div", "canvas-overlay");

  model: CanvasModel | null = null;
  actions: CanvasActions | null = null;
  language: Language = "nl";

  readonly #listeners: Listeners = {
    selection: new Set(),
    tool: new Set(),
    camera: new Set(),
    editing: new Set(),
    moved: new Set(),
    lead: new Set(),
    say: new Set(),
  };
  readonly #steps: Step[] = [];
  readonly #calm = window.matchMedia("(prefers-reduced-motion: reduce)");
  #frame = 0;

  constructor(host: HTMLElement) {
    this.root.append(this.world, this.overlay);
    this.root.setAttribute("role", "group");
    this.root.tabIndex = 0;
    host.append(this.root);
  }

  get words(): CanvasWords {
    return CANVAS_WORDS[this.language];
  }

  /** What leads the session on this canvas. */
  get leading(): Leading {
    return this.model?.leading() ?? NOTHING_LEADS;
  }

  /** Whether things should be in place at once instead of moving there. */
  get calm(): boolean {
    return this.#calm.matches;
  }

  on<K extends keyof CanvasViewEvents>(event: K, listener: CanvasViewEvents[K]): () => void {
    this.#listeners[event].add(listener);
    return () => this.#listeners[event].delete(listener);
  }

  emit<K extends keyof CanvasViewEvents>(event: K, ...values: Parameters<CanvasViewEvents[K]>): void {
    for (const listener of [...this.#listeners[event]]) {
      (listener as (...values: Parameters<CanvasViewEvents[K]>) => void)(...values);
    }
  }

  say(sentence: string): void {
    this.emit("say", sentence);
  }

  /** Steps run in the order in which they were added. */
  eachFrame(step: Step): void {
    this.#steps.push(step);
  }

  /** Draw in the next animation frame; any number of calls lead to one. */
  draw(): void {
    if (this.#frame === 0) this.#frame = requestAnimationFrame(this.#run);
  }

  stop(): void {
    cancelAnimationFrame(this.#frame);
    this.#frame = -1; // so that nothing starts it again
    this.root.remove();
  }

  readonly #run = (): void => {
    this.#frame = 0;
    const now = performance.now();
    let moving = false;
    for (const step of this.#steps) moving = step(now) || moving;
    if (moving) this.draw();
  };
}

export function element(name: "div" | "span" | "i" | "b", className: string): HTMLElement {
  const made = document.createElement(name);
  made.className = className;
  return made;
}
