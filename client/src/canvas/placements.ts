// Where people had placed tokens while each placed alone, as the reveal showed it: quiet marks that nobody can move, the
// middle of them and how far they lie apart. Of a chosen partner's token all marks, each with a hairline to where the
// group has it; else people's own, and of partners' tokens only small marks.

import { isPlaced } from "../core/state";
import type { Item, Organisation, ParticipantToken, Placement } from "../generated/protocol";
import { areaOf, counting, isOwn, lastPlaced, placedKey } from "./area";
import { AreaPainting } from "./area-painting";
import { belongingOf, lettersOf, personsOwn } from "./belonging";
import type { Point } from "./camera";
import type { Entry } from "./entry";
import type { ItemLayer } from "./items";
import { markElement, markLetter } from "./marks";
import { pointOf } from "./places";
import type { Selection } from "./select";
import { element, type Stage } from "./stage";
import type { CanvasModel } from "./types";
import type { Viewport } from "./viewport";

/** So many of one organisation have an area of their own; two would only have a line. */
const SEVERAL = 3;

/** Marks become so many times as large as on the sheet, the further away that is. */
const LARGEST = 2.2;

interface Mark {
  readonly placement: Placement;
  readonly at: Point;
  readonly little: boolean;
  readonly letters: string;
  readonly organisation: Organisation | null;
}

export class Placements {
  readonly #stage: Stage;
  readonly #viewport: Viewport;
  readonly #items: ItemLayer;
  readonly #selection: Selection;
  readonly #layer = element("div", "canvas-placements");
  readonly #marks = new Map<string, { root: HTMLElement; look: string }>();
  readonly #spreads: AreaPainting;
  #revealed = new Set<string>();
  /** What was drawn last, and how. */
  #key: readonly unknown[] = [];
  #zoom = 0;
  #shown: readonly Mark[] = [];
  /** The token of which all marks are shown. */
  #asked: string | null = null;

  constructor(stage: Stage, viewport: Viewport, items: ItemLayer, selection: Selection) {
    this.#stage = stage;
    this.#viewport = viewport;
    this.#items = items;
    this.#selection = selection;
    this.#layer.setAttribute("aria-hidden", "true"); // a token's own label says by how many it was placed
    this.#spreads = new AreaPainting(this.#layer);
    items.layer.before(this.#layer);
    stage.eachFrame(() => this.#step());
  }

  revealed(ids: Iterable<string>): void {
    for (const id of ids) this.#revealed.add(id);
  }

  /** Names or marks may have changed. */
  refresh(): void {
    this.#key = [];
    this.#stage.draw();
  }

  /** The one token that is chosen or has the focus. */
  #token(): Item | null {
    const [only, ...more] = this.#selection.entries;
    return only && more.length === 0 && isPlaced(only.item) ? only.item : null;
  }

  #step(): boolean {
    const { model, leading } = this.#stage;
    if (!model) return false;
    const { placements } = leading;
    if (placements.length === 0 && this.#shown.length === 0) return false;
    const token = this.#token();
    const key = [placements, model.sheet, token?.id, token ? this.#items.drawn : 0];
    const { zoom } = this.#viewport.camera;
    const same = key.every((each, index) => each === this.#key[index]);
    if (!same) {
      this.#key = key;
      this.#draw(model, placements, token);
    }
    if (same && zoom === this.#zoom) return false;
    this.#zoom = zoom;
    // Of the same size on screen at any zoom, but not larger than the tokens that they are about.
    const larger = Math.min(1 / zoom, LARGEST);
    this.#layer.classList.toggle("far", 1 / zoom > LARGEST);
    for (const { placement, at } of this.#shown) {
      const root = this.#marks.get(placement.id)?.root;
      if (root) root.style.transform = `translate(${at.x}px, ${at.y}px) scale(${larger})`;
    }
    this.#spreads.scale(zoom);
    return false;
  }

  #draw(model: CanvasModel, placements: readonly Placement[], token: Item | null): void {
    const last = lastPlaced(placements);
    const key = token && placedKey(token);
    const chosen = key === null ? undefined : last.get(key);
    this.#layer.classList.toggle("about-one", chosen !== undefined);
    if (this.#asked !== null) this.#items.lift(this.#asked, "asked", false);
    this.#asked = chosen && token ? token.id : null;
    if (this.#asked !== null) this.#items.lift(this.#asked, "asked", true);
    const marks = chosen
      ? chosen.map((each) => this.#mark(model, each, false))
      : [...last].flatMap(([of, all]) => all.map((each) => this.#mark(model, each, !isOwn(of))));
    this.#show(marks);
    this.#spreads.clear();
    if (chosen && token) this.#aboutOne(model, token, marks);
    else for (const [of, all] of last) if (isOwn(of)) this.#aboutPeople(model, all, token);
  }

  /** A partner's token: how far apart people had placed it, and from each a hairline to where the group has it. */
  #aboutOne(model: CanvasModel, token: Item, marks: readonly Mark[]): void {
    const { organisation } = belongingOf(model, token);
    const points = this.#points(model, counting(marks.map(({ placement }) => placement)));
    const spread = areaOf(points);
    if (spread) this.#spreads.area(spread, organisation);
    const entry = this.#items.get(token.id);
    if (!entry) return;
    for (const { at } of marks) this.#spreads.hairline(at, entry.at, reachOf(entry, at), organisation);
  }

  /** People's own tokens: each organisation's spread, the middle of all, and whence the chosen one has been moved. */
  #aboutPeople(model: CanvasModel, placements: readonly Placement[], token: Item | null): void {
    const valid = counting(placements);
    const of = new Map<Organisation | null, Placement[]>();
    for (const placement of valid) {
      const { organisation } = personsOwn(model, placement.author);
      of.set(organisation, [...(of.get(organisation) ?? []), placement]);
    }
    const whole = areaOf(this.#points(model, valid));
    const [only] = of.keys();
    if (whole && !(of.size === 1 && only)) this.#spreads.area(whole, null);
    for (const [organisation, all] of of) {
      const spread = organisation && all.length >= SEVERAL ? areaOf(this.#points(model, all)) : null;
      if (spread) this.#spreads.area(spread, organisation);
    }
    if (whole) this.#spreads.middle(whole.middle);
    const own = token?.kind === "participant-token" && placements.find((each) => isOf(each, token));
    const entry = own ? this.#items.get(token.id) : undefined;
    if (!own || !entry) return;
    const { organisation } = personsOwn(model, own.author);
    const at = pointOf(model.sheet.layout, own.place);
    this.#spreads.hairline(at, entry.at, reachOf(entry, at), organisation);
  }

  #points(model: CanvasModel, placements: readonly Placement[]): Point[] {
    return placements.map(({ place }) => pointOf(model.sheet.layout, place));
  }

  /** A little one tells which token it is about, a larger one who placed it. */
  #mark(model: CanvasModel, placement: Placement, little: boolean): Mark {
    const by = personsOwn(model, placement.author);
    const about = placement.organisation ? (model.organisation(placement.organisation) ?? null) : null;
    return {
      ...{ placement, little, at: pointOf(model.sheet.layout, placement.place) },
      letters: little || placement.author == null ? "" : lettersOf(by),
      organisation: little ? about : by.organisation,
    };
  }

  #show(marks: readonly Mark[]): void {
    this.#shown = marks;
    const there = new Set(marks.map(({ placement }) => placement.id));
    for (const [id, { root }] of this.#marks) {
      if (there.has(id)) continue;
      root.remove();
      this.#marks.delete(id);
    }
    for (const mark of marks) {
      const { placement, little, letters, organisation } = mark;
      const look = `${little} ${letters} ${organisation?.mark ?? ""} ${organisation?.order ?? ""}`;
      const before = this.#marks.get(placement.id);
      if (before?.look === look) continue;
      before?.root.remove();
      const root = markOf(mark);
      if (this.#revealed.has(placement.id)) root.classList.add("revealed");
      this.#layer.append(root);
      this.#marks.set(placement.id, { root, look });
    }
    this.#revealed.clear();
    this.#zoom = 0;
  }
}

const isOf = ({ author, which = "" }: Placement, token: ParticipantToken): boolean =>
  author === token.person && which === (token.which ?? "");

/** How far a token or a card reaches from its middle in this direction. */
function reachOf({ item, at, width, drawnHeight: height }: Entry, { x, y }: Point): number {
  if (item.kind !== "card") return width / 2;
  const [dx, dy] = [Math.abs(x - at.x), Math.abs(y - at.y)];
  return Math.min(width / dx, height / dy) * Math.hypot(dx, dy) * 0.5 || 0;
}

/** A circle with who placed it and their mark; only the mark where it is little; a bare dot where nobody is named. */
function markOf({ little, letters, organisation }: Mark): HTMLElement {
  const root = element("div", `placement${little ? " little" : ""}${!little && letters === "" ? " anonymous" : ""}`);
  if (organisation) {
    root.style.setProperty("--own", `var(--org-${organisation.mark})`);
    root.style.setProperty("--own-note", `var(--org-${organisation.mark}-note)`);
    root.append(markElement(organisation.mark, markLetter(organisation)));
  }
  if (letters) root.dataset.letters = letters;
  return root;
}
