// Writing in a note, a text or a card from the list: every letter goes to the others at once, and theirs come in without losing the caret.

import { useEffect, useRef } from "preact/hooks";
import { textOf, type Written } from "../../core/state";
import { MAX_TEXT } from "../../generated/protocol";
import { words } from "../../words";
import { caretAfter } from "./caret";
import { itemText } from "./item-words";
import { useRoom } from "./room";

export function NoteEditor({ note, onDone }: { note: Written; onDone: () => void }) {
  const w = words.value;
  const { live } = useRoom();
  const field = useRef<HTMLTextAreaElement>(null);
  // A card that says nothing of its own says what its template does.
  const text = note.text || (note.kind === "card" ? itemText(live, note) : "");
  const first = useRef(text);
  useEffect(() => {
    const element = field.current;
    element?.focus();
    element?.setSelectionRange(element.value.length, element.value.length);
    live.writing.value = note.id;
    return () => {
      if (live.writing.peek() === note.id) live.writing.value = null;
      live.here({ type: "here", canvas: note.canvas });
    };
  }, [note.id]);
  useEffect(() => {
    const element = field.current;
    // As it is now, not as it was drawn: letters typed since then are in it already.
    const now = textOf(live.session.get(note.id));
    if (!element || now === undefined || element.value === now || (now === "" && note.kind === "card")) return;
    const { selectionStart, selectionEnd, value } = element;
    element.value = now;
    element.setSelectionRange(caretAfter(value, now, selectionStart), caretAfter(value, now, selectionEnd));
  }, [text]);
  const onInput = (event: { currentTarget: HTMLTextAreaElement }) => {
    live.session.setText(note.id, event.currentTarget.value);
    live.here({ type: "here", canvas: note.canvas, typing: note.id });
  };
  const onKey = (event: KeyboardEvent) => {
    if (event.isComposing) return;
    if (event.key === "Escape" || (event.key === "Enter" && (event.ctrlKey || event.metaKey))) {
      event.preventDefault();
      event.stopPropagation();
      onDone();
    }
  };
  return (
    <div class="note-editor">
      <textarea
        class="input"
        ref={field}
        rows={3}
        maxLength={MAX_TEXT}
        aria-label={note.kind === "connector" ? w.arrowLabel : w.noteText}
        defaultValue={first.current}
        onInput={onInput}
        onKeyDown={onKey}
      />
      <button type="button" class="button" onClick={onDone}>
        {w.done}
      </button>
    </div>
  );
}
