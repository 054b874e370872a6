// Writing in a note, a text or a card: a text field over what it says, kept in step with what others write in it at the same time.

import { isWritten, textOf } from "../core/state";
import { carriedPlace, compose, diff, type Edit, pointsIn, slicePoints } from "../core/text";
import { MAX_TEXT } from "../generated/protocol";
import { wordsOf } from "./describe";
import type { Entry } from "./entry";
import { FOOT, PADDING } from "./fit";
import type { Here } from "./here";
import type { ItemLayer } from "./items";
import { whyNot } from "./rights";
import type { Stage } from "./stage";
import type { Camera } from "./types";
import type { Viewport } from "./viewport";
import { toPoints, toUnits, Writing } from "./writing";

/** On screen a text being written is at least so many px (larger by touch, where a keyboard takes half the screen). */
const LEAST_TEXT = 8;
const LEAST_TEXT_TOUCH = 15;
/** And then it becomes so large (times the least). */
const NEARER = 1.5;
const BASE_TEXT = 19;
/** By touch a keyboard takes the lower part of the screen: what is written stands at this height. */
const ABOVE_KEYBOARD = 0.3;

export interface Ended {
  readonly id: string;
  /** Made for this writing, and nothing was written. */
  readonly unused: boolean;
}

interface Session {
  readonly id: string;
  readonly writing: Writing;
  readonly fresh: boolean;
  /** Made without saying where: the next click on the sheet says it. */
  loose: boolean;
  composing: boolean;
  /** What others wrote while an input method was composing. */
  waiting: Edit;
  /** The model has said what we sent last, so that another text there is somebody else's. */
  agreed: boolean;
}

export class Editor {
  readonly #stage: Stage;
  readonly #viewport: Viewport;
  readonly #items: ItemLayer;
  readonly #here: Here;
  readonly #field = document.createElement("textarea");
  #session: Session | null = null;
  #touch = false;
  /** The view before it was brought nearer for writing, and the one it then became. */
  #nearer: { readonly from: Camera; readonly to: Camera } | null = null;
  onEnd: (ended: Ended) => void = () => {};

  constructor(stage: Stage, viewport: Viewport, items: ItemLayer, here: Here) {
    this.#stage = stage;
    this.#viewport = viewport;
    this.#items = items;
    this.#here = here;
    const field = this.#field;
    field.className = "canvas-editor";
    field.hidden = true;
    field.spellcheck = true;
    field.addEventListener("beforeinput", (event) => this.#beforeInput(event));
    field.addEventListener("input", () => this.#input());
    field.addEventListener("compositionstart", () => this.#composing(true));
    field.addEventListener("compositionend", () => this.#composing(false));
    field.addEventListener("blur", () => this.end(true));
    field.addEventListener("select", () => this.#tellCaret());
    field.addEventListener("keyup", () => this.#tellCaret());
    field.addEventListener("pointerup", () => this.#tellCaret());
    stage.world.append(field);
    window.addEventListener("pointerdown", this.#pointed, { capture: true });
    stage.eachFrame(() => this.#step());
  }

  get id(): string | null {
    return this.#session?.id ?? null;
  }

  /** Nothing stands in the field. */
  get empty(): boolean {
    return this.#field.value === "";
  }

  /** The note that was made without saying where, as long as nothing is written in it. */
  get loose(): string | null {
    const session = this.#session;
    const bare = session?.loose && !session.composing && this.empty && session.writing.text === "";
    return bare ? session.id : null;
  }

  /** Where the note lies has been said. */
  settle(): void {
    if (this.#session) this.#session.loose = false;
  }

  owns(target: EventTarget | null): boolean {
    return target === this.#field;
  }

  /** Begins writing in a note; false, with a sentence, if that is not allowed. `type` is put at the end at once. */
  start(id: string, options: { fresh?: boolean; loose?: boolean; type?: string } = {}): boolean {
    const entry = this.#items.get(id);
    if (!entry || !isWritten(entry.item)) return false;
    if (this.#session?.id === id) return true;
    this.end(true);
    const no = whyNot(this.#stage, "text.edit", entry.item);
    if (no !== null) {
      this.#stage.say(no);
      return false;
    }
    const text = this.#modelText(id) ?? "";
    this.#session = {
      ...{ id, writing: new Writing(text), fresh: options.fresh ?? false, loose: options.loose ?? false },
      ...{ composing: false, waiting: [], agreed: true },
    };
    this.#bringNear(entry);
    const field = this.#field;
    field.hidden = false;
    field.value = text;
    field.lang = this.#stage.language;
    const { arrowWords, writing } = this.#stage.words;
    field.setAttribute("aria-label", entry.item.kind === "connector" ? arrowWords : writing);
    this.#items.lift(id, "edited", true);
    this.#place(entry);
    field.focus({ preventScroll: true });
    field.setSelectionRange(text.length, text.length);
    this.#stage.emit("editing", id);
    this.#tellCaret();
    this.#stage.draw();
    if (options.type) {
      field.setRangeText(options.type, text.length, text.length, "end");
      this.#commit();
    }
    return true;
  }

  /** Ends writing; what was written is with the session already. The view goes back to where it was, or stays. */
  end(stay = false): void {
    const session = this.#session;
    if (!session) return;
    if (session.composing) {
      session.composing = false;
      this.#commit();
    }
    this.#session = null;
    const entry = this.#items.get(session.id);
    this.#items.lift(session.id, "edited", false);
    const hadFocus = document.activeElement === this.#field;
    this.#field.hidden = true;
    this.#field.value = "";
    if (hadFocus) (entry?.face.root ?? this.#stage.root).focus({ preventScroll: true });
    this.#here.typing(null, null);
    if (!stay && this.#nearer && this.#viewport.isAt(this.#nearer.to)) this.#viewport.set(this.#nearer.from, true);
    if (!stay) this.#nearer = null;
    const text = textOf(entry?.item) ?? "";
    this.#stage.emit("editing", null);
    this.onEnd({ id: session.id, unused: session.fresh && text === "" && session.writing.text === "" });
    this.#stage.draw();
  }

  /** Somebody else's edit, at once, so that the caret stays where it is. */
  spliced(id: string, edit: Edit): void {
    const session = this.#session;
    if (session?.id !== id) return;
    if (session.composing) {
      session.waiting = compose(session.waiting, edit);
      return;
    }
    if (session.agreed && this.#modelText(id) === session.writing.text) return; // seen already
    this.#theirs(session, edit);
  }

  /** What may be written in is another now; what is being written ends if it may not go on, with the reason. */
  refresh(): void {
    const entry = this.#session && this.#items.get(this.#session.id);
    // A draft that was shown just now is no draft any more: it goes on as what everyone sees.
    const there = entry && this.#stage.model?.item(entry.id) !== undefined;
    const no = there ? whyNot(this.#stage, "text.edit", entry.item) : null;
    if (no === null) return;
    this.end(true);
    this.#stage.say(no);
  }

  undo(redo: boolean): void {
    const session = this.#session;
    if (!session || session.composing) return;
    const caret = redo ? session.writing.redo() : session.writing.undo();
    if (caret === null) return;
    this.#show(session.writing.text, caret, caret);
    this.#send(session);
  }

  destroy(): void {
    this.end();
    window.removeEventListener("pointerdown", this.#pointed, { capture: true });
  }

  readonly #pointed = (event: PointerEvent): void => {
    this.#touch = event.pointerType === "touch";
  };

  #beforeInput(event: InputEvent): void {
    if (event.inputType === "historyUndo" || event.inputType === "historyRedo") {
      event.preventDefault();
      this.undo(event.inputType === "historyRedo");
    } else if (event.data && !event.isComposing && pointsIn(this.#field.value) + pointsIn(event.data) > MAX_TEXT) {
      const { selectionStart, selectionEnd, value } = this.#field;
      if (pointsIn(value) - (selectionEnd - selectionStart) + pointsIn(event.data) <= MAX_TEXT) return;
      event.preventDefault();
      this.#stage.say(this.#stage.words.textFull(MAX_TEXT));
    }
  }

  #input(): void {
    if (this.#session && !this.#session.composing) this.#commit();
  }

  #composing(is: boolean): void {
    const session = this.#session;
    if (!session || session.composing === is) return;
    session.composing = is;
    if (!is) this.#commit();
  }

  /** Takes over what stands in the field, together with what others wrote meanwhile. */
  #commit(): void {
    const session = this.#session;
    if (!session) return;
    const { writing } = session;
    let value = this.#field.value;
    if (pointsIn(value) > MAX_TEXT) {
      value = slicePoints(value, 0, MAX_TEXT);
      this.#stage.say(this.#stage.words.textFull(MAX_TEXT));
      this.#show(value, MAX_TEXT, MAX_TEXT);
    }
    const caret = toPoints(value, this.#field.selectionEnd);
    const model = this.#modelText(session.id);
    let theirs = session.waiting;
    session.waiting = [];
    if (theirs.length === 0 && session.agreed && model !== null) theirs = diff(writing.text, model);
    if (theirs.length > 0) {
      const now = writing.typedOver(value, caret, theirs, performance.now());
      this.#show(writing.text, now, now);
    } else {
      writing.typed(value, caret, performance.now());
    }
    this.#send(session);
  }

  #send(session: Session): void {
    const { text } = session.writing;
    if (this.#modelText(session.id) !== text) {
      this.#stage.actions?.setText(session.id, text, toPoints(text, this.#field.selectionEnd));
      session.agreed = this.#modelText(session.id) === text;
    }
    this.#items.changed(new Set([session.id]));
    this.#tellCaret();
  }

  #theirs(session: Session, edit: Edit): void {
    const { value, selectionStart, selectionEnd } = this.#field;
    const [start, end] = [toPoints(value, selectionStart), toPoints(value, selectionEnd)];
    session.writing.theirs(edit);
    this.#show(session.writing.text, carriedPlace(start, edit, true), carriedPlace(end, edit, true));
  }

  /** The field's text and selection; the field is touched only if it says something else. */
  #show(text: string, start: number, end: number): void {
    if (this.#field.value !== text) this.#field.value = text;
    this.#field.setSelectionRange(toUnits(text, start), toUnits(text, end));
  }

  #modelText(id: string): string | null {
    const { model, language } = this.#stage;
    const item = model?.item(id);
    if (!model || !isWritten(item)) return null;
    // A card that says nothing of its own says what the template does; but not while somebody empties it to write anew.
    const emptied = this.#session?.id === id && this.#session.writing.text === "" && !item.text;
    return emptied ? "" : wordsOf(model, item, language);
  }

  #tellCaret(): void {
    if (!this.#session) return;
    this.#here.typing(this.#session.id, toPoints(this.#field.value, this.#field.selectionEnd));
  }

  /** Brings the view near enough to read what is written, and the note into it. */
  #bringNear(entry: Entry): void {
    const rect = this.#items.rect(entry);
    const { camera, size } = this.#viewport;
    const least = this.#touch ? LEAST_TEXT_TOUCH : LEAST_TEXT;
    const small = camera.zoom * BASE_TEXT < least;
    const low = this.#touch && this.#viewport.toScreen(rect).y > size.height * ABOVE_KEYBOARD;
    if (!small && !low) {
      this.#viewport.reveal(rect);
      return;
    }
    this.#stage.emit("moved");
    const zoom = small ? (least * NEARER) / BASE_TEXT : camera.zoom;
    const to = this.#viewport.approach(rect, zoom, this.#touch ? ABOVE_KEYBOARD : null);
    this.#nearer = { from: this.#nearer?.from ?? camera, to };
  }

  #step(): boolean {
    const session = this.#session;
    if (!session) return false;
    const entry = this.#items.get(session.id);
    if (!entry) {
      this.#stage.say(this.#stage.words.someoneDeleted);
      this.end();
      return false;
    }
    const model = this.#modelText(session.id);
    if (model === session.writing.text) session.agreed = true;
    else if (session.agreed && !session.composing && model !== null) {
      this.#theirs(session, diff(session.writing.text, model));
    }
    this.#place(entry);
    return false;
  }

  #place(entry: Entry): void {
    const { style, dataset } = this.#field;
    const { kind } = entry.item;
    dataset.step = entry.face.root.dataset.step ?? "0";
    dataset.kind = kind;
    if (kind === "sticky") {
      const { x, y, width, height } = this.#items.rect(entry);
      style.transform = `translate(${x + PADDING}px, ${y + PADDING}px)`;
      style.width = `${width - 2 * PADDING}px`;
      style.height = `${height - 2 * PADDING - FOOT}px`;
      return;
    }
    // Just over what it says, wherever the style sheet puts that.
    const { offsetLeft, offsetTop, offsetWidth, offsetHeight } = entry.face.text ?? entry.face.root;
    const { x, y } = this.#items.rect(entry);
    style.transform = `translate(${x + offsetLeft}px, ${y + offsetTop}px)`;
    style.width = `${offsetWidth + 1}px`;
    style.height = `${offsetHeight}px`;
  }
}
