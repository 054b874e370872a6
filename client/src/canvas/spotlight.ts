// The spotlight: a veil over the canvas, with the lit zones cut out of it and the lit items, and all that lies in those
// zones, above it. It takes nothing away: what is dimmed can still be read, chosen and reached by keyboard.

import { zonesAt } from "../core/zones";
import type { Item, Spotlight as Lit, Place } from "../generated/protocol";
import type { ItemLayer } from "./items";
import { VEIL } from "./stacking";
import type { Stage } from "./stage";
import { drawn } from "./svg";
import type { Sheet } from "./types";

/** As long as it takes to come and go (ms); see led.css. */
const VEILING = 160;

export class Spotlight {
  readonly #stage: Stage;
  readonly #items: ItemLayer;
  readonly #veil = drawn("svg", { class: "spotlight-veil", "aria-hidden": "true" });
  #lit: Lit | undefined;
  #sheet: Sheet | null = null;
  #drawn = -1;
  /** Whether what lies at a place is lit, as found out last. */
  readonly #known = new Map<string, { place: Place; lit: boolean }>();
  #going = 0;

  constructor(stage: Stage, items: ItemLayer) {
    this.#stage = stage;
    this.#items = items;
    this.#veil.style.zIndex = String(VEIL);
    stage.eachFrame(() => this.#step());
  }

  #step(): boolean {
    const { spotlight } = this.#stage.leading;
    const sheet = this.#stage.model?.sheet ?? null;
    const another = spotlight !== this.#lit || sheet !== this.#sheet;
    if (another) {
      this.#lit = spotlight;
      this.#sheet = sheet;
      this.#known.clear();
      this.#paint(spotlight, sheet);
    }
    if (!another && (!spotlight || this.#drawn === this.#items.drawn)) return false;
    this.#drawn = this.#items.drawn;
    for (const { id, item, face } of this.#items.all()) {
      const lit = spotlight !== undefined && this.#isLit(spotlight, item);
      if (face.root.classList.contains("lit") !== lit) this.#items.lift(id, "lit", lit);
    }
    return false;
  }

  #isLit(spotlight: Lit, item: Item): boolean {
    if (spotlight.items?.includes(item.id)) return true;
    const layout = this.#sheet?.layout;
    if (!layout || !spotlight.zones?.length) return false;
    const known = this.#known.get(item.id);
    if (known?.place === item.place) return known.lit;
    const lit = zonesAt(layout, item.place).zones.some((zone) => spotlight.zones?.includes(zone));
    this.#known.set(item.id, { place: item.place, lit });
    return lit;
  }

  #paint(spotlight: Lit | undefined, sheet: Sheet | null): void {
    window.clearTimeout(this.#going);
    if (!spotlight || !sheet) {
      this.#veil.classList.remove("on");
      this.#going = window.setTimeout(() => this.#veil.remove(), VEILING);
      return;
    }
    const { width, height } = sheet.layout;
    this.#veil.setAttribute("viewBox", `0 0 ${width} ${height}`);
    this.#veil.style.width = `${width}px`;
    this.#veil.style.height = `${height}px`;
    // Far beyond the sheet: the table around it is dimmed as well.
    const all = { x: -2 * width, y: -2 * height, width: 5 * width, height: 5 * height };
    const mask = drawn("mask", { id: "spotlight-mask", maskUnits: "userSpaceOnUse", ...all });
    mask.append(drawn("rect", { ...all, fill: "#fff" }));
    for (const shape of sheet.shapes) {
      if (shape.type !== "zone" || !spotlight.zones?.includes(shape.zone)) continue;
      mask.append(drawn("path", { d: shape.d, fill: "#000", "fill-rule": "evenodd" }));
    }
    this.#veil.replaceChildren(mask, drawn("rect", { ...all, class: "veil", mask: "url(#spotlight-mask)" }));
    if (!this.#veil.isConnected) this.#items.layer.append(this.#veil);
    // The next frame, so that there is something to come from.
    requestAnimationFrame(() => this.#veil.classList.toggle("on", this.#lit !== undefined));
  }
}
