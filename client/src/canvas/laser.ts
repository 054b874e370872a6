// Laser pointers, one's own and others': a dot with a short trail that fades; without motion only the dot.

import type { Point } from "./camera";
import { element, type Stage } from "./stage";
import { drawn } from "./svg";
import { type Passed, recent, stretches } from "./trail";
import type { Viewport } from "./viewport";

/** Screen px. */
const THICK = 7;

interface Beam {
  readonly dot: HTMLElement;
  readonly lines: SVGElement;
  colour: string;
  /** Where it points (sheet px); null when it is off, and its trail still fades. */
  at: Point | null;
  way: Passed[];
}

export class Lasers {
  readonly #stage: Stage;
  readonly #viewport: Viewport;
  readonly #svg = drawn("svg", { class: "laser-trails", "aria-hidden": "true" });
  readonly #dots = element("div", "laser-dots");
  readonly #beams = new Map<string, Beam>();

  constructor(stage: Stage, viewport: Viewport) {
    this.#stage = stage;
    this.#viewport = viewport;
    stage.overlay.append(this.#svg, this.#dots);
    stage.eachFrame((now) => this.#step(now));
  }

  /** `who` points there (sheet px), in this colour; null: no longer. */
  point(who: string, at: Point | null, colour: string): void {
    let beam = this.#beams.get(who);
    if (!beam) {
      if (!at) return;
      beam = { dot: element("div", "laser-dot"), lines: drawn("g"), colour: "", at, way: [] };
      this.#beams.set(who, beam);
      this.#dots.append(beam.dot);
      this.#svg.append(beam.lines);
    }
    if (beam.at?.x !== at?.x || beam.at?.y !== at?.y) this.#stage.draw();
    beam.at = at;
    if (beam.colour === colour) return;
    beam.colour = colour;
    beam.dot.style.background = colour;
    beam.lines.style.stroke = colour;
  }

  #step(now: number): boolean {
    for (const [who, beam] of this.#beams) {
      const { at } = beam;
      const last = beam.way.at(-1);
      if (at && !this.#stage.calm && (!last || last.x !== at.x || last.y !== at.y)) beam.way.push({ ...at, at: now });
      beam.way = recent(beam.way, now);
      if (!at && beam.way.length === 0) {
        beam.dot.remove();
        beam.lines.remove();
        this.#beams.delete(who);
      } else this.#draw(beam, now);
    }
    return [...this.#beams.values()].some(({ way }) => way.length > 1);
  }

  #draw({ dot, lines, at, way }: Beam, now: number): void {
    dot.hidden = at === null;
    if (at) {
      const { x, y } = this.#viewport.toScreen(at);
      dot.style.transform = `translate(${x.toFixed(1)}px, ${y.toFixed(1)}px)`;
    }
    const parts = stretches(way, now);
    while (lines.childElementCount > parts.length) lines.lastElementChild?.remove();
    while (lines.childElementCount < parts.length) lines.append(drawn("line"));
    parts.forEach(({ from, to, life }, index) => {
      const line = lines.children[index];
      const [a, b] = [this.#viewport.toScreen(from), this.#viewport.toScreen(to)];
      const set = (name: string, value: number) => line?.setAttribute(name, value.toFixed(2));
      set("x1", a.x);
      set("y1", a.y);
      set("x2", b.x);
      set("y2", b.y);
      set("stroke-width", Math.max(1, THICK * life));
    });
  }
}
