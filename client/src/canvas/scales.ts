// Scales on the sheet, where they are printed and on cards: a press on a circle, a face or a box gives it, a press on what
// was given takes it back. What is too small to be hit opens a sheet with large ones. By keyboard: a number, the arrows,
// Backspace to take it back, Enter for the sheet.

import { HIGHEST, type Row, type Subject, TICKED } from "../core/giving";
import { spreadOf } from "../core/spread";
import { GIVING_WORDS } from "../words/giving";
import type { Rect } from "./camera";
import { Giving } from "./give";
import type { ItemLayer } from "./items";
import { ownPresses } from "./presses";
import { BOX, drawPips, drawScale, stepAt } from "./scale-drawing";
import { ScaleSheet } from "./scale-sheet";
import { outcomeSaid, rowName, subjectName, valueSaid, wordsOn } from "./scale-words";
import type { Stop } from "./select";
import { element, type Stage } from "./stage";
import type { Sheet } from "./types";
import type { Viewport } from "./viewport";

/** Sheet px: of a scale at the foot of a card. */
const FOOT = 36;
const CELL = 52;
const PAD = 12;
/** Screen px: what is smaller cannot be hit. */
const LEAST = { fine: 9, coarse: 38 };

/** One scale as it stands on the sheet; without a row: several small ones, that open the sheet. */
interface Shown {
  readonly root: HTMLElement;
  subject: Subject;
  row: Row | null;
  rect: Rect;
  look: string;
}

export class Scales {
  readonly #stage: Stage;
  readonly #viewport: Viewport;
  readonly #items: ItemLayer;
  readonly #giving: Giving;
  readonly #sheet: ScaleSheet;
  readonly #layer = element("div", "canvas-scales");
  readonly #shown = new Map<string, Shown>();
  #seen: readonly unknown[] = [];
  #zoom = 0;

  constructor(stage: Stage, viewport: Viewport, items: ItemLayer) {
    this.#stage = stage;
    this.#viewport = viewport;
    this.#items = items;
    this.#giving = new Giving(stage, items);
    this.#sheet = new ScaleSheet(stage, viewport, this.#giving);
    items.layer.before(this.#layer);
    stage.eachFrame(() => this.#step());
  }

  get stops(): Stop[] {
    return [...this.#shown].map(([key, { rect }]) => ({ id: stopOf(key), home: rect, height: rect.height }));
  }

  get focused(): string | null {
    const found = [...this.#shown].find(([, { root }]) => root === document.activeElement);
    return found ? stopOf(found[0]) : null;
  }

  focus(stop: string): boolean {
    const shown = [...this.#shown].find(([key]) => stopOf(key) === stop)?.[1];
    if (!shown) return false;
    this.#viewport.reveal(shown.rect);
    shown.root.focus({ preventScroll: true });
    return true;
  }

  /** Closes the sheet with large ones; false if there was none. */
  close(): boolean {
    return this.#sheet.close();
  }

  // --- what is there ---

  #step(): boolean {
    const { model, leading, language } = this.#stage;
    if (!model) return false;
    this.#giving.refresh();
    const { how, givens, subjects } = this.#giving;
    const { zoom } = this.#viewport.camera;
    const seen = [model.sheet, subjects, givens, how, leading.step, language, this.#items.drawn];
    if (zoom !== this.#zoom) this.#layer.parentElement?.style.setProperty("--ring", `${2 / zoom}px`);
    this.#zoom = zoom;
    if (seen.some((each, index) => each !== this.#seen[index])) {
      this.#seen = seen;
      this.#show(model.sheet);
    }
    this.#sheet.refresh();
    return false;
  }

  #show(sheet: Sheet): void {
    const there = new Set<string>();
    const printed = printedRows(sheet);
    for (const subject of this.#giving.subjects) {
      const several = subject.card !== null && subject.rows.length > 1;
      for (const row of several ? [null] : subject.rows) {
        const key = `${subject.key} ${row?.aspect ?? ""}`;
        const rect = subject.card ? this.#onCard(subject) : printed.get(key);
        if (!rect) continue;
        there.add(key);
        const shown = this.#shown.get(key) ?? this.#created(key, subject);
        Object.assign(shown, { subject, row, rect });
        this.#draw(shown);
      }
    }
    for (const [key, { root }] of this.#shown) {
      if (there.has(key)) continue;
      root.remove();
      this.#shown.delete(key);
    }
  }

  /** Beside the text of a line to tick, at the foot of all else. */
  #onCard({ card, scale }: Subject): Rect | undefined {
    const entry = card ? this.#items.get(card.id) : undefined;
    if (!entry) return undefined;
    const { x, y, width, height } = this.#items.rect(entry);
    if (scale === "checkbox") return { x, y: y - 2, width: FOOT - 4, height: BOX + 4 };
    const inside = entry.face.root.dataset.line === "card" ? PAD : 0;
    const most = Math.min(width - 2 * inside, HIGHEST.score * CELL);
    return { x: x + inside, y: y + height - FOOT + 1, width: most, height: FOOT - 4 };
  }

  #created(key: string, subject: Subject): Shown {
    const root = element("div", "scale");
    root.tabIndex = -1;
    root.dataset.give = key;
    const rect = { x: 0, y: 0, width: 0, height: 0 };
    const shown: Shown = { root, subject, row: null, rect, look: "" };
    root.addEventListener("click", (event) => this.#pressed(shown, event));
    root.addEventListener("pointermove", (event) => this.#over(shown, this.#small(shown, event) ? null : event));
    root.addEventListener("pointerleave", () => this.#over(shown, null));
    root.addEventListener("keydown", (event) => this.#key(shown, event));
    ownPresses(root);
    // What lies on a card lies under the notes that cover it.
    (subject.card ? this.#items.layer : this.#layer).append(root);
    this.#shown.set(key, shown);
    return shown;
  }

  #draw(shown: Shown): void {
    const { root, subject, row, rect } = shown;
    const entry = subject.card ? this.#items.get(subject.card.id) : undefined;
    const { style } = root;
    style.transform = `translate(${rect.x}px, ${rect.y}px)`;
    if (entry) {
      if (style.zIndex !== entry.face.root.style.zIndex) style.zIndex = entry.face.root.style.zIndex;
      root.hidden = entry.face.root.hidden;
    }
    const { how, givens } = this.#giving;
    const values = subject.rows.map((each) => this.#giving.shown(subject, each));
    const outcomes = how === "own" ? [] : subject.rows.map((each) => givens.counting(each).map(({ value }) => value));
    const key = [values, outcomes, rect.width, rect.height, how, this.#stage.language, subject.card?.text];
    const look = JSON.stringify(key);
    if (look === shown.look) return;
    shown.look = look;
    if (how) root.dataset.how = how;
    else delete root.dataset.how;
    root.dataset.scale = subject.scale;
    root.replaceChildren(
      row
        ? this.#picture(shown, row)
        : drawPips(
            values.map(({ value }) => value),
            rect,
          ),
    );
    if (row) this.#sayRow(shown, row);
    else this.#saySeveral(shown, values.filter(({ value }) => value !== null).length);
  }

  #picture({ subject, rect }: Shown, row: Row): SVGElement {
    const { how, givens } = this.#giving;
    const { value, group } = this.#giving.shown(subject, row);
    const given = how === "own" ? [] : givens.counting(row).map((each) => each.value);
    const ticks = given.filter((each) => each === TICKED).length;
    return drawScale({
      ...{ scale: subject.scale, size: rect, value, group, draft: how === "own" && value !== null },
      outcome: spreadOf(given),
      counts: [1, 2, 3].map((step) => given.filter((each) => each === step).length),
      ticked: subject.scale === "checkbox" && given.length > 0 ? ticks / given.length : null,
    });
  }

  // --- what is said of it ---

  #sayRow({ root, subject }: Shown, row: Row): void {
    const { language, model } = this.#stage;
    const words = model ? wordsOn(model, language) : GIVING_WORDS[language];
    const { givens, how } = this.#giving;
    const { value, group } = this.#giving.shown(subject, row);
    const given = valueSaid(row.scale, value, words, subject.oneOf !== null);
    const outcome = how === "own" ? null : outcomeSaid(row, givens, words, language);
    const said = [group ? words.groupHolds(given) : given, outcome].filter(Boolean).join(". ");
    const name = rowName(row, this.#name(subject), words, language);
    if (row.scale === "checkbox") {
      const { actions } = this.#stage;
      role(root, actions ? "checkbox" : "img", `${name}. ${said}`);
      const checked = value === TICKED ? "true" : value === TICKED - 1 ? "mixed" : "false";
      attribute(root, "aria-checked", actions ? checked : null);
    } else if (how) {
      role(root, "slider", name);
      attribute(root, "aria-valuemin", "0");
      attribute(root, "aria-valuemax", String(HIGHEST[row.scale]));
      attribute(root, "aria-valuenow", String(value ?? 0));
      attribute(root, "aria-valuetext", said);
    } else {
      role(root, "img", `${name}. ${said}`);
      for (const each of ["valuemin", "valuemax", "valuenow", "valuetext"]) attribute(root, `aria-${each}`, null);
    }
  }

  #saySeveral({ root, subject }: Shown, given: number): void {
    const words = GIVING_WORDS[this.#stage.language];
    const said = words.givenOf(given, subject.rows.length);
    role(root, "button", `${words.scalesOf(this.#name(subject))}. ${said}`);
    attribute(root, "aria-haspopup", "dialog");
  }

  #name(subject: Subject): string {
    const { model, language } = this.#stage;
    return model ? subjectName(subject, model, model.sheet.layout, language) : "";
  }

  // --- what is done with it ---

  /** Whether its steps are too small to be hit, by this pointer. */
  #small({ row, rect, subject }: Shown, event: MouseEvent): boolean {
    const { zoom } = this.#viewport.camera;
    const touch = event instanceof PointerEvent && event.pointerType === "touch";
    const least = touch ? LEAST.coarse : LEAST.fine;
    const steps = subject.scale === "checkbox" ? 1 : HIGHEST[subject.scale];
    return row === null || Math.min(rect.width / steps, rect.height) * zoom < least;
  }

  #pressed(shown: Shown, event: MouseEvent): void {
    const { subject, row, root } = shown;
    if (this.#giving.whyNot(subject) !== null || row === null || this.#small(shown, event)) {
      this.#open(shown);
      return;
    }
    root.focus({ preventScroll: true });
    if (subject.scale === "checkbox") this.#giving.tick(subject, row);
    else {
      const box = root.getBoundingClientRect();
      const step = stepAt(row.scale, (event.clientX - box.left) / box.width);
      this.#giving.give(subject, row, this.#giving.shown(subject, row).value === step ? null : step);
    }
  }

  #open({ subject, rect, root }: Shown): void {
    const no = this.#giving.whyNot(subject);
    if (no !== null && !this.#giving.hasOutcome(subject)) this.#stage.say(no);
    else this.#sheet.open(subject, rect, this.#name(subject), root);
  }

  #over({ root }: Shown, event: PointerEvent | null): void {
    const box = root.getBoundingClientRect();
    for (const step of root.querySelectorAll<SVGElement>(".scale-step")) {
      const scale = root.dataset.scale as Row["scale"];
      const over = event !== null && scale !== "checkbox" && stepAt(scale, (event.clientX - box.left) / box.width);
      step.classList.toggle("over", over !== false && step.dataset.step === String(over));
    }
  }

  #key(shown: Shown, event: KeyboardEvent): void {
    const { subject, row } = shown;
    if (event.ctrlKey || event.metaKey || event.altKey || event.key === "Tab" || event.key === "Escape") return;
    if (event.key === "Enter" || row === null) {
      if (event.key !== "Enter" && event.key !== " ") return;
      this.#open(shown);
    } else if (event.key === " ") {
      if (subject.scale !== "checkbox") this.#open(shown);
      else if (this.#giving.whyNot(subject) === null) this.#giving.tick(subject, row);
      else this.#open(shown);
    } else {
      const next = this.#asked(subject, row, event.key);
      if (next === undefined) return;
      if (this.#giving.whyNot(subject) === null) this.#giving.give(subject, row, next);
      else this.#open(shown);
    }
    event.preventDefault();
    event.stopPropagation();
  }

  /** What a key gives; undefined: it is not for the scale. */
  #asked(subject: Subject, row: Row, key: string): number | null | undefined {
    const now = this.#giving.shown(subject, row).value;
    const most = HIGHEST[row.scale];
    if (key === "Backspace" || key === "Delete" || key === "0") return null;
    if (/^[1-9]$/.test(key)) return Number(key) <= most ? Number(key) : undefined;
    if (key === "Home") return 1;
    if (key === "End") return most;
    if (key === "ArrowRight" || key === "ArrowUp") return Math.min(most, (now ?? 0) + 1);
    if (key === "ArrowLeft" || key === "ArrowDown") return now === null ? 1 : Math.max(1, now - 1);
    return undefined;
  }
}

const stopOf = (key: string) => `scale:${key}`;

/** Where the sheet has scales printed, by the zone's key and the aspect. */
function printedRows({ shapes }: Sheet): Map<string, Rect> {
  const rows = new Map<string, Rect>();
  for (const shape of shapes) {
    if (shape.type === "chart" && shape.kind === "scale") rows.set(`zone:${shape.zones[0]} ${shape.aspect}`, shape);
  }
  return rows;
}

function role(root: HTMLElement, name: string, label: string): void {
  attribute(root, "role", name);
  attribute(root, "aria-label", label);
}

function attribute(root: HTMLElement, name: string, value: string | null): void {
  if (value === null) root.removeAttribute(name);
  else if (root.getAttribute(name) !== value) root.setAttribute(name, value);
}
