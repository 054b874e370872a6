// A question where something was pressed, instead of a dialog: what will happen, yes, and never mind.

import { useEffect, useId, useRef } from "preact/hooks";
import { words } from "../../../words";

interface ConfirmProps {
  text: string;
  yes: string;
  danger?: boolean;
  onYes: () => void;
  onNo: () => void;
}

export function Confirm({ text, yes, danger, onYes, onNo }: ConfirmProps) {
  const id = useId();
  const root = useRef<HTMLDivElement>(null);
  useEffect(() => {
    const before = document.activeElement;
    // Who went on to do something else, such as writing, is not called away.
    const here = before === null || before === document.body || before.closest(".console") !== null;
    if (here && !before?.matches("textarea, input")) root.current?.querySelector<HTMLElement>("button")?.focus();
    root.current?.scrollIntoView({ block: "nearest" });
    return () => {
      if (root.current?.contains(document.activeElement) && before instanceof HTMLElement) before.focus();
    };
  }, []);
  const onKey = (event: KeyboardEvent) => {
    if (event.key !== "Escape") return;
    event.preventDefault();
    event.stopPropagation();
    onNo();
  };
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: Escape in it is the same as its second button
    <div class="confirm" ref={root} onKeyDown={onKey}>
      <p id={id} role="alert">
        {text}
      </p>
      <div class="row">
        <button type="button" class={`button ${danger ? "danger" : "main"}`} aria-describedby={id} onClick={onYes}>
          {yes}
        </button>
        <button type="button" class="button plain" onClick={onNo}>
          {words.value.cancel}
        </button>
      </div>
    </div>
  );
}
