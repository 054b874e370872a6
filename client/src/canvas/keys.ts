// The keyboard. Letters match the character typed. Keys count while the canvas (or nothing) has the focus, and on tools
// that are marked with data-canvas-keys; never in fields or dialogs elsewhere.

import { isWritten } from "../core/state";
import type { Commands } from "./commands";
import type { Connecting } from "./connecting";
import type { Editor } from "./edit";
import type { Folds } from "./folds";
import type { Groups } from "./groups";
import type { ItemLayer } from "./items";
import type { Lift } from "./lift";
import type { Links } from "./links";
import type { Nudge } from "./nudge";
import type { Pointers } from "./pointer";
import { whyNot } from "./rights";
import type { Scales } from "./scales";
import type { Selection, Stop } from "./select";
import type { Stage } from "./stage";
import type { Tool } from "./types";
import type { Viewport } from "./viewport";
import type { Votes } from "./votes";

const NUDGE = 8;
const NUDGE_FAR = 40;
/** Screen px that an arrow moves the view when nothing is selected. */
const PAN = 64;

const ARROWS: Readonly<Record<string, readonly [number, number]>> = {
  ArrowLeft: [-1, 0],
  ArrowRight: [1, 0],
  ArrowUp: [0, -1],
  ArrowDown: [0, 1],
};

/** A dot more or less; the minus of mathematics as well. */
const VOTING: Readonly<Record<string, 1 | -1>> = { "+": 1, "-": -1, "\u2212": -1 };

export interface KeyParts {
  readonly stage: Stage;
  readonly viewport: Viewport;
  readonly items: ItemLayer;
  readonly selection: Selection;
  readonly commands: Commands;
  readonly editor: Editor;
  readonly nudge: Nudge;
  readonly pointers: Pointers;
  readonly groups: Groups;
  readonly votes: Votes;
  readonly lift: Lift;
  readonly links: Links;
  readonly connecting: Connecting;
  readonly scales: Scales;
  readonly folds: Folds;
  tool(): Tool;
  setTool(tool: Tool): void;
  newNote(as?: "note" | "text"): void;
  /** Ends writing and makes the next note beside this one. */
  nextNote(): void;
}

/** Things with stops of their own for Tab. */
interface Around {
  readonly stops: readonly Stop[];
  readonly focused: string | null;
  /** False if it is no stop of theirs. */
  focus(stop: string): boolean;
}

/** Whether keys pressed at this element are for the canvas. */
export function listens(stage: Stage, target: EventTarget | null): boolean {
  if (stage.root.getClientRects().length === 0) return false;
  if (!(target instanceof Element) || target === document.body || target === document.documentElement) {
    return document.querySelector("dialog[open], [aria-modal=true]") === null;
  }
  return stage.root.contains(target) || target.closest("[data-canvas-keys]") !== null;
}

export class Keys {
  readonly #parts: KeyParts;
  #panned = false;

  constructor(parts: KeyParts) {
    this.#parts = parts;
    document.addEventListener("keydown", this.#down);
    document.addEventListener("keyup", this.#up);
    window.addEventListener("blur", this.#lost);
  }

  destroy(): void {
    document.removeEventListener("keydown", this.#down);
    document.removeEventListener("keyup", this.#up);
    window.removeEventListener("blur", this.#lost);
  }

  readonly #down = (event: KeyboardEvent): void => {
    const { editor, stage } = this.#parts;
    stage.root.classList.remove("pointed");
    if (event.defaultPrevented || event.isComposing) return;
    if (editor.owns(event.target)) {
      if (this.#writing(event)) event.preventDefault();
      return;
    }
    if (!listens(stage, event.target)) return;
    const target = event.target instanceof Element && event.target !== document.body ? event.target : null;
    const onTool = target !== null && (!stage.root.contains(target) || target.closest("button") !== null);
    const done = command(event) ? this.#command(event) : this.#plain(event, onTool);
    if (done) event.preventDefault();
  };

  readonly #up = (event: KeyboardEvent): void => {
    if (event.key !== " ") return;
    const { pointers, selection } = this.#parts;
    pointers.space = false;
    // A short press of the space bar on an item that has the focus selects it.
    const { focused } = selection;
    if (focused !== null && !this.#panned && event.target instanceof HTMLElement && event.target.dataset.item) {
      selection.toggle(focused);
    }
  };

  readonly #lost = (): void => {
    this.#parts.pointers.space = false;
  };

  /** Keys while writing in a note; true if they were for us and not for the text. */
  #writing(event: KeyboardEvent): boolean {
    const { editor, selection } = this.#parts;
    if (event.key === "Escape") {
      editor.end();
      selection.set([]); // the note keeps the focus, so that N makes the next one instead of typing in this one
      return true;
    }
    if ((event.key === "Tab" && !event.shiftKey) || (event.key === "Enter" && command(event))) {
      this.#parts.nextNote();
      return true;
    }
    if (event.key === "Tab") {
      editor.end();
      return true;
    }
    if (!command(event)) return false;
    const letter = event.key.toLowerCase();
    if (letter !== "z" && letter !== "y") return false;
    editor.undo(letter === "y" || event.shiftKey);
    return true;
  }

  #command(event: KeyboardEvent): boolean {
    const { selection, commands, nudge, groups } = this.#parts;
    const letter = event.key.toLowerCase();
    if (letter === "a") selection.all();
    else if (letter === "d") commands.duplicate();
    else if (letter === "g") {
      nudge.flush();
      if (event.shiftKey) groups.ungroup();
      else groups.group();
    } else if (letter === "z" || letter === "y") {
      nudge.flush();
      commands.undo(letter === "y" || event.shiftKey);
    } else return false;
    return true;
  }

  #plain(event: KeyboardEvent, onTool: boolean): boolean {
    const { viewport, selection, commands, stage } = this.#parts;
    const digit = event.shiftKey && !event.altKey ? /^(?:Digit|Numpad)([012])$/.exec(event.code)?.[1] : undefined;
    if (digit) {
      if (digit === "0") viewport.zoomAt(viewport.middle, 1, true);
      else if (digit === "1" || selection.entries.length === 0) viewport.fit(true);
      else viewport.fitRects(selection.entries.map((entry) => this.#parts.items.rect(entry)));
      stage.emit("moved");
      return true;
    }
    if (event.key === "[" || event.key === "]") {
      commands.order(event.key === "]");
      return true;
    }
    if (event.key === "Delete" || event.key === "Backspace") return this.#delete();
    if (event.key === "Escape") return this.#escape();
    if (event.key === "Tab" && (!onTool || this.#beside !== null)) return this.#tab(event);
    // What follows works buttons too; there it must go on doing that.
    if (!onTool) {
      const arrow = ARROWS[event.key];
      if (arrow) return this.#arrow(event, arrow);
      if (event.key === "Enter" || event.key === "F2") return this.#edit();
      if (event.key === " ") return this.#space(event);
    }
    return !event.altKey && this.#character(event, onTool);
  }

  #delete(): boolean {
    const { selection, commands, stage } = this.#parts;
    if (selection.entries.length === 0) return false;
    const next = selection.focused ? selection.next(1, selection.focused) : null;
    if (commands.delete() === 0) return true;
    if (next !== null && !selection.has(next)) selection.focus(next);
    else stage.root.focus({ preventScroll: true });
    return true;
  }

  #escape(): boolean {
    const { pointers, selection, stage, lift, scales, folds } = this.#parts;
    if (pointers.cancel() || lift.cancel() || scales.close() || folds.close()) return true;
    if (this.#parts.tool() !== "select") this.#parts.setTool("select");
    else if (selection.ids.length > 0) selection.set([]);
    else if (selection.focused) stage.root.focus({ preventScroll: true });
    else return false;
    return true;
  }

  #arrow(event: KeyboardEvent, [x, y]: readonly [number, number]): boolean {
    const { selection, nudge, commands, viewport, stage, groups } = this.#parts;
    const group = groups.focused;
    const entries = group === null ? selection.entries : groups.entries(group);
    if (event.altKey) {
      if (y === 0 || entries.length === 0) return false;
      commands.step(y < 0);
    } else if (entries.length > 0) {
      selection.set(entries.map((entry) => entry.id));
      const far = event.shiftKey ? NUDGE_FAR : NUDGE;
      nudge.by(entries, x * far, y * far);
    } else {
      viewport.pan(-x * PAN, -y * PAN);
      stage.emit("moved");
    }
    return true;
  }

  /** What Tab stops at beside items and groups. */
  get #around(): readonly Around[] {
    const { links, scales, folds } = this.#parts;
    return [links.chips, scales, folds];
  }

  get #beside(): string | null {
    return this.#around.map(({ focused }) => focused).find((each) => each !== null) ?? null;
  }

  #tab(event: KeyboardEvent): boolean {
    const { selection, stage, groups, connecting, items } = this.#parts;
    const around = this.#around;
    if (!(event.target instanceof Element) || !stage.root.contains(event.target)) return false;
    const now = selection.focused ?? groups.focused ?? this.#beside;
    const stops = [...groups.stops, ...around.flatMap((each) => each.stops)];
    let next = selection.next(event.shiftKey ? -1 : 1, now, stops);
    // An arrow that is being drawn leads to no other.
    while (connecting.armed && next !== null && items.get(next)?.item.kind === "connector") {
      next = selection.next(event.shiftKey ? -1 : 1, next, stops);
    }
    if (next === null) {
      // Backwards from the first item to the canvas itself; past the last the browser goes on by itself.
      if (!event.shiftKey || now === null) return false;
      stage.root.focus({ preventScroll: true });
      return true;
    }
    if (now === null && event.shiftKey) return false;
    const stop = next;
    if (items.get(stop)) selection.focus(stop, true);
    else if (!around.some((each) => each.focus(stop))) groups.focus(stop);
    return true;
  }

  #edit(): boolean {
    const { selection, editor, groups, connecting } = this.#parts;
    if (connecting.armed) {
      connecting.choose(selection.focused);
      return true;
    }
    const group = groups.focused;
    if (group !== null) return groups.edit(group) || true;
    const entry = selection.entries.length === 1 ? selection.entries[0] : undefined;
    if (!isWritten(entry?.item)) return false;
    if (editor.start(entry.id)) selection.set([entry.id]);
    return true;
  }

  #space(event: KeyboardEvent): boolean {
    const { pointers, groups } = this.#parts;
    const group = groups.focused;
    if (group !== null && !event.repeat) groups.choose(group);
    if (!event.repeat) {
      this.#panned = false;
      pointers.space = true;
    } else if (pointers.busy) this.#panned = true;
    return true;
  }

  /** A character: a dot while there is a vote, typed into the one selected note, else a tool. */
  #character(event: KeyboardEvent, onTool: boolean): boolean {
    const { selection, editor, items, votes, stage } = this.#parts;
    const { key } = event;
    const about = votes.about;
    if (about !== null && VOTING[key]) {
      votes.cast(about, VOTING[key]);
      return true;
    }
    const [only, ...more] = selection.ids;
    const note = only !== undefined && more.length === 0 && !onTool ? items.get(only)?.item : undefined;
    const character = [...key].length === 1 && key !== "?" && key !== " ";
    const composed = key === "Dead" || key === "Process"; // an input method begins: the field must be there to take it
    // A card's words are changed on purpose, not by a key that was meant for something else.
    const typed = note?.kind === "sticky" || note?.kind === "label" || note?.kind === "connector";
    const no = typed ? whyNot(stage, "text.edit", note) : "";
    if (note && no === null) {
      if (composed) {
        editor.start(note.id);
        return false;
      }
      if (character) return editor.start(note.id, { type: key }) || true;
    }
    if (this.#tool(key.toLowerCase())) return true;
    if (!character || !no) return false;
    stage.say(no);
    return true;
  }

  #tool(letter: string): boolean {
    if (letter === "v") this.#parts.setTool("select");
    else if (letter === "h") this.#parts.setTool("hand");
    else if (letter === "a") this.#parts.setTool("arrow");
    else if (letter === "k") this.#parts.setTool(this.#parts.tool() === "laser" ? "select" : "laser");
    else if (letter === "t") this.#parts.newNote("text");
    else if (letter === "n") this.#parts.newNote();
    else return false;
    return true;
  }
}

/** Ctrl, or Cmd on a Mac; but not AltGr, which on Windows is Ctrl and Alt together and types characters. */
function command(event: KeyboardEvent): boolean {
  return (event.ctrlKey || event.metaKey) && !event.altKey && !event.getModifierState("AltGraph");
}
