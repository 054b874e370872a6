// Keys of the whole screen: help, and closing what is open. The canvas knows its own keys.

import type { Room } from "./room";

const writing = (target: EventTarget | null) =>
  target instanceof HTMLElement && (target.isContentEditable || target.matches("input, textarea, select"));

export function workshopKeys({ live, board }: Room): () => void {
  const onKey = (event: KeyboardEvent) => {
    if (event.defaultPrevented || event.isComposing || event.ctrlKey || event.metaKey || event.altKey) return;
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
