// How it is now and how somebody would have it: their tokens of one field, joined by a dotted line, so that one sees whose
// belong together and how far they are apart.

import { firstWith, tokenText } from "../core/tones";
import type { Item, ParticipantToken } from "../generated/protocol";
import { arrowBetween } from "./arrow";
import { personsOwn } from "./belonging";
import type { Entry } from "./entry";
import type { ItemLayer } from "./items";
import type { Links } from "./links";
import { isDraft } from "./rights";
import type { Stage } from "./stage";
import { drawn } from "./svg";
import type { CanvasModel } from "./types";

const WIDTH = 2.5;

export class Pairs {
  readonly #stage: Stage;
  readonly #items: ItemLayer;
  readonly #links: Links;
  readonly #svg = drawn("svg", { class: "canvas-links canvas-pairs", "aria-hidden": "true" });
  #drawn = -1;
  #key = "";

  constructor(stage: Stage, items: ItemLayer, links: Links) {
    this.#stage = stage;
    this.#items = items;
    this.#links = links;
    items.layer.before(this.#svg);
    stage.eachFrame(() => this.#step());
  }

  #step(): boolean {
    const { model } = this.#stage;
    if (!model || this.#drawn === this.#items.drawn) return false;
    this.#drawn = this.#items.drawn;
    const lines = (model.template.tokens?.length ?? 0) > 1 ? this.#lines(model) : [];
    const key = JSON.stringify(lines);
    if (key === this.#key) return false;
    this.#key = key;
    this.#svg.replaceChildren(
      ...lines.map(({ d, colour }) => {
        const path = drawn("path", { d, "stroke-width": WIDTH, "stroke-dasharray": "0.1 7" });
        path.style.stroke = colour;
        return path;
      }),
    );
    return false;
  }

  #lines(model: CanvasModel): { d: string; colour: string }[] {
    const tokens = this.#tokens();
    return [...tokens.values()].flatMap((entry) => {
      const token = entry.item as ParticipantToken;
      const first = this.#firstOf(model, token);
      const from = first ? tokens.get(keyOf(token.person, first)) : undefined;
      const arrow = from && from !== entry ? arrowBetween(this.#links.box(from), this.#links.box(entry), 0) : null;
      if (!arrow) return [];
      const { organisation } = personsOwn(model, token.person);
      return [{ d: arrow.whole, colour: organisation ? `var(--org-${organisation.mark})` : "var(--ink2)" }];
    });
  }

  #firstOf({ template }: CanvasModel, { which }: ParticipantToken): string | undefined {
    const text = tokenText(template, which);
    return text && firstWith(template, text)?.id;
  }

  /** People's tokens; where somebody has a private stand-in, that. */
  #tokens(): ReadonlyMap<string, Entry> {
    const found = new Map<string, Entry>();
    const isOwn = (item: Item): item is ParticipantToken => item.kind === "participant-token";
    for (const entry of this.#items.all()) {
      const { item } = entry;
      if (!isOwn(item)) continue;
      const key = keyOf(item.person, item.which ?? "");
      if (!found.has(key) || isDraft(this.#stage, item)) found.set(key, entry);
    }
    return found;
  }
}

const keyOf = (person: string, which: string): string => `${person} ${which}`;
