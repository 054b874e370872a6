// Groups on the sheet: an outline around what belongs together, and its title above, which can be dragged, named and
// reached by keyboard. What lies in a group, and what it is called, is everyone's.

import { type Group, MAX_ITEMS } from "../generated/protocol";
import type { Point, Rect } from "./camera";
import { nameOfPerson } from "./describe";
import type { Entry } from "./entry";
import { GroupTitle } from "./group-title";
import { outlineOf, titleSize, wholeGroup, withoutItems } from "./grouping";
import type { ItemLayer } from "./items";
import { isDraft, sorted, whyNotAsk } from "./rights";
import type { Selection } from "./select";
import { element, type Stage } from "./stage";
import type { Viewport } from "./viewport";

/** Screen px: outlines are as thick at any zoom. */
const LINE = 1.5;

interface Shown {
  readonly outline: HTMLElement;
  readonly title: GroupTitle;
  group: Group;
  rect: Rect;
}

export class Groups {
  readonly #stage: Stage;
  readonly #viewport: Viewport;
  readonly #items: ItemLayer;
  readonly #selection: Selection;
  readonly #layer = element("div", "canvas-groups");
  readonly #titles = element("div", "canvas-titles");
  readonly #shown = new Map<string, Shown>();
  #groups: readonly Group[] = [];
  #drawn = -1;
  #camera: unknown = null;
  #language = "";
  #zoom = 0;
  #spotlight: unknown = undefined;

  constructor(stage: Stage, viewport: Viewport, items: ItemLayer, selection: Selection) {
    this.#stage = stage;
    this.#viewport = viewport;
    this.#items = items;
    this.#selection = selection;
    items.layer.before(this.#layer); // outlines lie under what they hold
    stage.overlay.append(this.#titles);
    stage.eachFrame(() => this.#step());
  }

  /** The group whose title has the focus. */
  get focused(): string | null {
    const active = document.activeElement;
    return active instanceof HTMLElement && this.#titles.contains(active) ? (active.dataset.group ?? null) : null;
  }

  /** Where titles come as one goes through the canvas with Tab. */
  get stops(): { id: string; home: Point; height: number }[] {
    return [...this.#shown].map(([id, { rect }]) => ({ id, home: { x: rect.x, y: rect.y - 1 }, height: 1 }));
  }

  focus(id: string): void {
    const shown = this.#shown.get(id);
    if (!shown) return;
    this.#viewport.reveal(shown.rect);
    shown.title.focus();
  }

  /** What lies in the group. */
  entries(id: string): Entry[] {
    return (this.#shown.get(id)?.group.items ?? []).flatMap((item) => this.#items.get(item) ?? []);
  }

  /** Choose all that lies in the group. */
  choose(id: string): void {
    this.#selection.set(this.entries(id).map((entry) => entry.id));
    this.#shown.get(id)?.title.focus();
  }

  /** Give the group another name; false, with a sentence, if that is not possible. */
  edit(id: string): boolean {
    const shown = this.#shown.get(id);
    if (!shown || !this.#may(shown.group.items ?? [])) return false;
    shown.title.edit((title) => this.#set({ ...shown.group, title }));
    return true;
  }

  /** What is chosen belongs together from now on; its title can be typed at once. */
  group(): void {
    const { actions, model, words } = this.#stage;
    const { yes, no } = sorted(this.#selection.entries, ({ item }) =>
      isDraft(this.#stage, item) ? words.draftsNotGrouped : null,
    );
    if (!actions || !model || yes.length < 2) {
      this.#stage.say(no ?? whyNotAsk(this.#stage, "group.set") ?? words.groupNeedsTwo);
      return;
    }
    const items = yes.slice(0, MAX_ITEMS).map(({ id }) => id);
    if (!this.#may(items)) return;
    const id = actions.newId();
    this.#set({ kind: "group", id, canvas: model.canvas, title: "", items });
    this.#sync();
    this.#stage.say(words.grouped(items.length));
    this.edit(id);
  }

  /** The group is no more; or of what is chosen in it, only that is taken out. */
  ungroup(id: string | null = this.focused): void {
    const { words, leading } = this.#stage;
    const ids = new Set(
      id === null ? this.#selection.entries.map((entry) => entry.id) : (this.#shown.get(id)?.group.items ?? []),
    );
    const changed = withoutItems(leading.groups, ids);
    if (changed.length === 0) {
      this.#stage.say(words.noGroupHere);
      return;
    }
    if (!this.#may(changed.flatMap(({ items }) => items ?? []))) return;
    const whole = wholeGroup(leading.groups, ids, (item) => this.#items.get(item) !== undefined);
    const hadFocus = this.focused !== null;
    for (const group of changed) this.#set(group.id === whole?.id ? { ...group, items: [] } : group);
    const [first] = ids;
    if (hadFocus && first) this.#selection.focus(first);
    this.#stage.say(whole ? words.ungrouped : words.leftGroup(ids.size));
  }

  /** Whether groups of these may be changed now; says so if not. */
  #may(items: readonly string[]): boolean {
    const { model, words, actions } = this.#stage;
    const lock = items.map((id) => model?.item(id)?.locked).find((by) => by != null);
    const held = lock && model && actions?.standing().role !== "facilitator";
    const no = whyNotAsk(this.#stage, "group.set") ?? (held ? words.lockedBy(nameOfPerson(model, lock, words)) : null);
    if (no !== null) this.#stage.say(no);
    return no === null;
  }

  #set({ id, canvas, title, items }: Group): void {
    const there = (items ?? []).filter((item) => this.#stage.model?.item(item) !== undefined);
    this.#stage.actions?.propose({ type: "group.set", id, canvas, title: title ?? "", items: there });
    this.#stage.draw();
  }

  #step(): boolean {
    const { groups, spotlight } = this.#stage.leading;
    const { camera } = this.#viewport;
    const lit = this.#spotlight === spotlight;
    this.#spotlight = spotlight;
    const same = groups === this.#groups && this.#language === this.#stage.language;
    if (same && lit && this.#drawn === this.#items.drawn && this.#camera === camera) return false;
    if (!same) this.#sync();
    this.#drawn = this.#items.drawn;
    this.#camera = camera;
    this.#language = this.#stage.language;
    if (this.#shown.size > 0) this.#draw();
    return false;
  }

  /** Takes over which groups there are. */
  #sync(): void {
    const { groups } = this.#stage.leading;
    this.#groups = groups;
    const ids = new Set(groups.map(({ id }) => id));
    for (const [id, { outline, title }] of this.#shown) {
      if (ids.has(id)) continue;
      outline.remove();
      title.remove();
      this.#shown.delete(id);
    }
    for (const group of groups) {
      const shown = this.#shown.get(group.id) ?? this.#created(group);
      shown.group = group;
      shown.title.say(group.title ?? "", (group.items ?? []).length, this.#stage.words);
    }
  }

  #created(group: Group): Shown {
    const title = new GroupTitle(group.id, () => this.ungroup(group.id));
    const shown = { outline: element("div", "group-outline"), title, group, rect: { x: 0, y: 0, width: 0, height: 0 } };
    this.#layer.append(shown.outline);
    this.#titles.append(title.root);
    this.#shown.set(group.id, shown);
    return shown;
  }

  #draw(): void {
    const { spotlight } = this.#stage.leading;
    const { zoom } = this.#viewport.camera;
    if (zoom !== this.#zoom) {
      this.#layer.style.setProperty("--line", `${Math.max(1, LINE / zoom)}px`);
      this.#titles.style.setProperty("--size", `${titleSize(zoom)}px`);
      this.#zoom = zoom;
    }
    for (const [id, shown] of this.#shown) {
      const entries = this.entries(id);
      const rect = outlineOf(entries.map((entry) => this.#items.rect(entry)));
      shown.outline.hidden = rect === null;
      shown.title.root.hidden = rect === null;
      if (!rect) continue;
      shown.rect = rect;
      const { style } = shown.outline;
      style.transform = `translate(${rect.x}px, ${rect.y}px)`;
      style.width = `${rect.width}px`;
      style.height = `${rect.height}px`;
      const lit = !spotlight || entries.some(({ face }) => face.root.classList.contains("lit"));
      shown.title.root.classList.toggle("dim", !lit);
      shown.title.place(this.#viewport.toScreen(rect), rect.width * zoom);
    }
  }
}
