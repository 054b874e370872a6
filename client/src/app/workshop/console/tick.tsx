// A box to tick, with its words.

import { useId } from "preact/hooks";

interface TickProps {
  text: string;
  on: boolean;
  hint?: string | undefined;
  disabled?: boolean;
  onChange: (on: boolean) => void;
}

export function Tick({ text, on, hint, disabled, onChange }: TickProps) {
  const id = useId();
  return (
    <div class="tick">
      <input
        type="checkbox"
        id={id}
        checked={on}
        disabled={disabled}
        aria-describedby={hint && `${id}-hint`}
        onChange={(event) => onChange(event.currentTarget.checked)}
      />
      <label for={id}>{text}</label>
      {hint && (
        <p class="help" id={`${id}-hint`}>
          {hint}
        </p>
      )}
    </div>
  );
}
