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
  const before = useRef<Element | null>(null);
  useEffect(() => {
    before.current = document.activeElement;
    // Who went on to do something else, such as writing, is not called away.
    const here = before.current === document.body || before.current?.closest(".console") != null;
    if (here && !before.current?.matches("textarea, input")) {
      root.current?.querySelector<HTMLElement>("button")?.focus({ preventScroll: true });
    }
    root.current?.scrollIntoView({ block: "nearest" });
  }, []);
  /** The buttons go away: the focus goes back to where it came from. */
  const leave = (then: () => void) => {
    const from = before.current;
    if (root.current?.contains(document.activeElement) && from instanceof HTMLElement && from.isConnected) from.focus();
    then();
  };
  const onKey = (event: KeyboardEvent) => {
    if (event.key !== "Escape") return;
    event.preventDefault();
    event.stopPropagation();
    leave(onNo);
  };
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: Escape in it is the same as its second button
    <div class="confirm" ref={root} onKeyDown={onKey}>
      <p id={id} role="alert">
        {text}
      </p>
      <div class="row">
        <button
          type="button"
          class={`button ${danger ? "danger" : "main"}`}
          aria-describedby={id}
          onClick={() => leave(onYes)}
        >
          {yes}
        </button>
        <button type="button" class="button plain" onClick={() => leave(onNo)}>
          {words.value.cancel}
        </button>
      </div>
    </div>
  );
}
