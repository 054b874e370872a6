// Keys of the whole screen: help, taking back, and closing what is open. The canvas knows its own keys.

import { mayTakeBack } from "./rights";
import type { Room } from "./room";

/** Inputs that hold no text: what is typed there is not for them. */
const TEXTLESS = "[type=range], [type=radio], [type=checkbox], [type=button], [type=submit]";

const writing = (target: EventTarget | null) =>
  target instanceof HTMLElement &&
  (target.isContentEditable || target.matches(`input:not(${TEXTLESS}), textarea, select`));

/** Ctrl or Cmd with Z or Y. AltGr, which on Windows is Ctrl and Alt together, types characters. */
function taking(event: KeyboardEvent): "undo" | "redo" | null {
  if (!(event.ctrlKey || event.metaKey) || event.altKey || event.getModifierState("AltGraph")) return null;
  const letter = event.key.toLowerCase();
  if (letter === "y" || (letter === "z" && event.shiftKey)) return "redo";
  return letter === "z" ? "undo" : null;
}

export function workshopKeys({ live, board }: Room): () => void {
  const onKey = (event: KeyboardEvent) => {
    if (event.defaultPrevented || event.isComposing) return;
    const take = taking(event);
    // Where a canvas has the focus it has taken the key already; a text is taken back by its own field.
    if (take && !writing(event.target)) {
      const view = board.view.peek();
      if (view) view.command(take);
      else if (mayTakeBack(live)) live.led.propose({ type: take });
      event.preventDefault();
      return;
    }
    if (event.ctrlKey || event.metaKey || event.altKey) return;
    if (event.key === "Escape" && live.panel.peek() !== null && board.editing.peek() === null) {
      live.panel.value = null;
      event.preventDefault();
      return;
    }
    if (writing(event.target)) return;
    if (event.key === "?") {
      live.toggle("help");
      event.preventDefault();
    }
  };
  window.addEventListener("keydown", onKey);
  return () => window.removeEventListener("keydown", onKey);
}
