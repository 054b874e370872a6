// Copy, cut and paste by the browser's own events, which need no permission and work on plain http.

import { pointsIn } from "../core/text";
import { MAX_TEXT } from "../generated/protocol";
import { around, type Point } from "./camera";
import type { Commands } from "./commands";
import type { Editor } from "./edit";
import type { ItemLayer } from "./items";
import { listens } from "./keys";
import type { Maker } from "./make";
import { fromHtml, fromPlain, gridOf, MAX_PASTED, type PastedNote, toHtml, toPlain } from "./pasted";
import type { Selection } from "./select";
import { NOTE } from "./sizes";
import type { Stage } from "./stage";
import type { Viewport } from "./viewport";

const GAP = 16;

export interface ClipboardParts {
  readonly stage: Stage;
  readonly viewport: Viewport;
  readonly items: ItemLayer;
  readonly selection: Selection;
  readonly commands: Commands;
  readonly maker: Maker;
  readonly editor: Editor;
  /** The pointer (screen px) while it is over the view. */
  pointer(): Point | null;
}

export class Clipboard {
  readonly #parts: ClipboardParts;

  constructor(parts: ClipboardParts) {
    this.#parts = parts;
    document.addEventListener("copy", this.#copy);
    document.addEventListener("cut", this.#cut);
    document.addEventListener("paste", this.#paste);
  }

  destroy(): void {
    document.removeEventListener("copy", this.#copy);
    document.removeEventListener("cut", this.#cut);
    document.removeEventListener("paste", this.#paste);
  }

  readonly #copy = (event: ClipboardEvent): void => {
    this.#copied(event);
  };

  readonly #cut = (event: ClipboardEvent): void => {
    if (this.#copied(event)) this.#parts.commands.delete();
  };

  readonly #paste = (event: ClipboardEvent): void => {
    const { stage, maker, selection } = this.#parts;
    if (!this.#concerns(event) || !event.clipboardData) return;
    const own = fromHtml(event.clipboardData.getData("text/html"));
    const all = own ?? fromPlain(event.clipboardData.getData("text/plain"));
    if (all.length === 0) return;
    event.preventDefault();
    const fitting = all.filter(({ text }) => pointsIn(text) <= MAX_TEXT);
    const notes = fitting.slice(0, MAX_PASTED);
    const made = maker.notes(this.#laidOut(notes));
    if (made.length === 0) return;
    selection.choose(made);
    const { words } = stage;
    if (made.length < notes.length) return; // why not has been said
    if (fitting.length < all.length) stage.say(words.lineTooLong(MAX_TEXT));
    else if (notes.length < all.length) stage.say(words.pastedSome(notes.length, all.length));
    else stage.say(words.pasted(made.length));
  };

  #copied(event: ClipboardEvent): boolean {
    const { stage, selection, items } = this.#parts;
    if (!this.#concerns(event) || !event.clipboardData) return false;
    const notes = selection.entries.filter(({ item }) => item.kind === "sticky");
    const box = around(notes.map((entry) => items.rect(entry)));
    if (!box) return false;
    const middle = { x: box.x + box.width / 2, y: box.y + box.height / 2 };
    const copied = notes.map(({ item, at, width, height }) => ({
      text: item.kind === "sticky" ? (item.text ?? "") : "",
      ...{ x: Math.round(at.x - middle.x), y: Math.round(at.y - middle.y), width, height },
    }));
    event.preventDefault();
    event.clipboardData.setData("text/plain", toPlain(copied));
    event.clipboardData.setData("text/html", toHtml(copied));
    stage.say(stage.words.copied(copied.length));
    return true;
  }

  /** Whether the event is about the canvas: not text selected elsewhere, not a field. */
  #concerns(event: ClipboardEvent): boolean {
    const { stage, editor } = this.#parts;
    if (event.defaultPrevented || editor.owns(event.target) || !listens(stage, event.target)) return false;
    const selected = window.getSelection();
    return event.type === "paste" || !selected || selected.isCollapsed;
  }

  /** Around the pointer, else the middle of the view: as they lay when copied, or in a block. */
  #laidOut(notes: readonly PastedNote[]) {
    const { viewport, maker } = this.#parts;
    const around = maker.freeSpot(viewport.toSheet(this.#parts.pointer() ?? viewport.middle));
    const { columns, rows } = gridOf(notes.length);
    const [stepX, stepY] = [NOTE.width + GAP, NOTE.height + GAP];
    return notes.map(({ text, x, y, width, height }, index) => {
      const column = index % columns;
      const row = Math.floor(index / columns);
      const at = {
        x: around.x + (x ?? (column - (columns - 1) / 2) * stepX),
        y: around.y + (y ?? (row - (rows - 1) / 2) * stepY),
      };
      return { at, text, ...(width && height ? { width, height } : {}) };
    });
  }
}
