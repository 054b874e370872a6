// The sheet that opens at a scale: the same one large, in px of the screen, with what its ends mean, what came of it, and
// a way to take it back. For fingers, for a sheet seen from afar, and where one thing is scored for several.

import type { Row, Subject } from "../core/giving";
import { GIVING_WORDS } from "../words/giving";
import type { Rect } from "./camera";
import type { Giving } from "./give";
import { CROSS, signElement } from "./marks";
import { ownPresses } from "./presses";
import { drawScale } from "./scale-drawing";
import { outcomeSaid, rowName, stepsSaid, wordsOn } from "./scale-words";
import { element, type Stage } from "./stage";
import type { Viewport } from "./viewport";

/** Screen px: from the scale, from the view's edge, and across a face. */
const AWAY = 8;
const EDGE = 8;
const FACE = 40;

interface Opened {
  readonly key: string;
  readonly rect: Rect;
  readonly name: string;
  readonly from: HTMLElement;
  look: string;
}

export class ScaleSheet {
  readonly #stage: Stage;
  readonly #viewport: Viewport;
  readonly #giving: Giving;
  readonly #root = element("div", "scale-sheet");
  #opened: Opened | null = null;

  constructor(stage: Stage, viewport: Viewport, giving: Giving) {
    this.#stage = stage;
    this.#viewport = viewport;
    this.#giving = giving;
    this.#root.hidden = true;
    this.#root.setAttribute("role", "dialog");
    ownPresses(this.#root);
    // Its keys are its own: numbers and arrows choose.
    this.#root.addEventListener("keydown", (event) => {
      if (event.key === "Escape") this.close();
      event.stopPropagation();
    });
    this.#root.addEventListener("wheel", (event) => event.stopPropagation());
    this.#root.addEventListener("focusout", (event) => {
      const to = event.relatedTarget;
      if (to instanceof Node && !this.#root.contains(to)) this.close(false);
    });
    stage.root.addEventListener("pointerdown", () => this.close(false));
    stage.overlay.append(this.#root);
  }

  open(subject: Subject, rect: Rect, name: string, from: HTMLElement): void {
    this.#opened = { key: subject.key, rect, name, from, look: "" };
    this.refresh();
    const first = ["input:checked", "input", "button"].map((each) => this.#root.querySelector<HTMLElement>(each));
    first.find((each) => each !== null)?.focus({ preventScroll: true });
  }

  /** `back`: the focus goes to where it was opened. */
  close(back = true): boolean {
    const opened = this.#opened;
    if (!opened) return false;
    this.#opened = null;
    this.#root.hidden = true;
    if (back) opened.from.focus({ preventScroll: true });
    return true;
  }

  /** Says what is so now, at its scale. */
  refresh(): void {
    const opened = this.#opened;
    if (!opened) return;
    const subject = this.#giving.subjects.find(({ key }) => key === opened.key);
    if (!subject || !opened.from.isConnected) {
      this.close(false);
      return;
    }
    const { givens, how } = this.#giving;
    const values = subject.rows.map((row) => [this.#giving.shown(subject, row), givens.counting(row)]);
    const look = JSON.stringify([values, how, this.#stage.language]);
    if (look !== opened.look) {
      opened.look = look;
      this.#say(subject, opened);
    }
    this.#root.hidden = false;
    this.#place(opened.rect);
  }

  #place(rect: Rect): void {
    const { viewport, root } = { viewport: this.#viewport, root: this.#root };
    const [low, high] = [
      viewport.toScreen({ x: rect.x, y: rect.y + rect.height }),
      viewport.toScreen({ x: rect.x, y: rect.y }),
    ];
    const { width, height } = viewport.size;
    const [wide, tall] = [root.offsetWidth, root.offsetHeight];
    const below = low.y + AWAY + tall <= height - EDGE;
    const x = Math.max(EDGE, Math.min(low.x, width - wide - EDGE));
    const y = below ? low.y + AWAY : Math.max(EDGE, Math.min(high.y - AWAY - tall, height - tall - EDGE));
    root.style.transform = `translate(${Math.round(x)}px, ${Math.round(y)}px)`;
  }

  #say(subject: Subject, { name }: Opened): void {
    const words = GIVING_WORDS[this.#stage.language];
    const focused = document.activeElement instanceof HTMLElement ? document.activeElement.dataset.choice : undefined;
    this.#root.setAttribute("aria-label", words.scalesOf(name));
    const no = this.#giving.whyNot(subject);
    this.#root.replaceChildren(
      this.#head(name),
      ...subject.rows.flatMap((row) => [...this.#row(subject, row, name, no === null)]),
      ...(no === null ? this.#foot(subject) : [paragraph(no)]),
    );
    if (focused) this.#root.querySelector<HTMLElement>(`[data-choice="${focused}"]`)?.focus({ preventScroll: true });
  }

  #head(name: string): HTMLElement {
    const words = GIVING_WORDS[this.#stage.language];
    const head = element("div", "scale-sheet-head");
    const title = document.createElement("h3");
    title.textContent = name;
    const close = document.createElement("button");
    close.type = "button";
    close.className = "scale-close";
    close.setAttribute("aria-label", words.closeScale);
    close.append(signElement(CROSS, 20));
    close.addEventListener("click", () => this.close());
    head.append(title, close);
    return head;
  }

  *#row(subject: Subject, row: Row, name: string, may: boolean): Iterable<HTMLElement> {
    const { language, model } = this.#stage;
    const words = model ? wordsOn(model, language) : GIVING_WORDS[language];
    const { givens, how } = this.#giving;
    if (may && model) {
      const field = document.createElement("fieldset");
      const called = row.name?.[language] ?? (this.#giving.forGroup(subject) ? words.group : null);
      field.setAttribute("aria-label", rowName(row, name, words, language));
      const choices = element("div", "scale-choices");
      const { value } = this.#giving.shown(subject, row);
      choices.append(
        ...stepsSaid(row, model, words, language).map((said, index) =>
          this.#choice(subject, row, index + 1, said, value),
        ),
      );
      if (called !== null) {
        const legend = document.createElement("legend");
        legend.textContent = called;
        field.append(legend);
      }
      field.append(choices);
      yield field;
    } else if (row.name) yield paragraph(row.name[language]);
    const outcome = how === "own" ? null : outcomeSaid(row, givens, words, language);
    if (outcome) yield paragraph(outcome);
  }

  #choice(subject: Subject, row: Row, step: number, said: string, value: number | null): HTMLElement {
    const label = document.createElement("label");
    label.className = "scale-choice";
    const input = document.createElement("input");
    input.type = "radio";
    input.name = `scale-${row.aspect}`;
    input.checked = step === value;
    input.dataset.choice = `${row.aspect}-${step}`;
    input.setAttribute("aria-label", said);
    input.addEventListener("change", () => this.#giving.give(subject, row, step));
    label.append(input);
    if (row.scale === "smiley") {
      label.dataset.scale = "smiley";
      label.title = said;
      label.append(faceOf(step, step === value));
    } else {
      label.classList.toggle("worded", row.scale === "checkbox");
      const shown = document.createElement("span");
      shown.textContent = row.scale === "checkbox" ? said : String(step);
      shown.setAttribute("aria-hidden", "true");
      label.append(shown);
    }
    return label;
  }

  *#foot(subject: Subject): Iterable<HTMLElement> {
    const { language, model } = this.#stage;
    const words = GIVING_WORDS[language];
    const { low, high } = model?.template.scoring ?? {};
    if (subject.scale === "score" && low && high) {
      const ends = element("div", "scale-ends");
      ends.setAttribute("aria-hidden", "true"); // the first and the last say it
      ends.append(span(`1 ${low[language]}`), span(`5 ${high[language]}`));
      yield ends;
    }
    if (!subject.rows.some((row) => this.#giving.shown(subject, row).value !== null)) return;
    const back = document.createElement("button");
    back.type = "button";
    back.className = "scale-back";
    back.dataset.choice = "back";
    back.textContent = subject.rows.length > 1 ? words.takeAllBack : words.takeBack;
    back.addEventListener("click", () => {
      for (const row of subject.rows) {
        if (this.#giving.shown(subject, row).value !== null) this.#giving.give(subject, row, null);
      }
      this.#root.querySelector<HTMLElement>("input")?.focus({ preventScroll: true });
    });
    yield back;
  }
}

/** One face alone, cut out of the three. */
function faceOf(step: number, chosen: boolean): SVGElement {
  const size = { width: 3 * FACE, height: FACE };
  const look = { group: false, draft: false, outcome: null, counts: [], ticked: null, value: chosen ? step : null };
  const picture = drawScale({ scale: "smiley", size, ...look });
  picture.setAttribute("viewBox", `${(step - 1) * FACE} 0 ${FACE} ${FACE}`);
  picture.setAttribute("aria-hidden", "true");
  picture.style.overflow = "hidden";
  return picture;
}

function paragraph(text: string): HTMLElement {
  const made = document.createElement("p");
  made.textContent = text;
  return made;
}

function span(text: string): HTMLElement {
  const made = element("span", "");
  made.textContent = text;
  return made;
}
