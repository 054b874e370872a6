// Controls that several screens use: buttons with icons, one of a few, copying, a panel beside the canvas.

import { useSignal } from "@preact/signals";
import type { ComponentChildren } from "preact";
import { useEffect, useId, useRef } from "preact/hooks";
import { words } from "../words";
import { copyText } from "./clipboard";
import { Icon, type IconName } from "./icons";

interface IconButtonProps {
  icon: IconName;
  /** The accessible name, which also shows on hover and focus. */
  name: string;
  /** What it is about, where several buttons have the same name; read out only. */
  about?: string;
  onClick: () => void;
  /** Shown behind the name and announced as the control's key. */
  shortcut?: string;
  pressed?: boolean;
  expanded?: boolean;
  disabled?: boolean;
  class?: string;
}

export function IconButton(props: IconButtonProps) {
  const { icon, name, about, shortcut, pressed, expanded, disabled, onClick } = props;
  return (
    <button
      type="button"
      class={`icon-button ${props.class ?? ""}`}
      aria-label={about ? `${name}: ${about}` : name}
      aria-pressed={pressed}
      aria-expanded={expanded}
      aria-disabled={disabled || undefined}
      aria-keyshortcuts={shortcut}
      onClick={() => disabled || onClick()}
    >
      <Icon name={icon} />
      <span class="hint" aria-hidden="true">
        {name}
        {shortcut && <kbd>{shortcut.replace("Shift+", "⇧").replace("Control+", "Ctrl ")}</kbd>}
      </span>
    </button>
  );
}

interface OneOfProps<T extends string> {
  legend: string;
  value: T;
  options: readonly { value: T; text: string; lang?: string; name?: string }[];
  onChoose: (value: T) => void;
  quiet?: boolean;
}

/** One of a few, all in sight. */
export function OneOf<T extends string>({ legend, value, options, onChoose, quiet }: OneOfProps<T>) {
  const group = useId();
  return (
    <fieldset class={`one-of ${quiet ? "quiet" : ""}`}>
      <legend class={quiet ? "unseen" : "label"}>{legend}</legend>
      <div class="one-of-row">
        {options.map((option) => (
          <label key={option.value}>
            <input
              type="radio"
              name={group}
              checked={option.value === value}
              aria-label={option.name}
              onChange={() => onChoose(option.value)}
            />
            <span lang={option.lang}>{option.text}</span>
          </label>
        ))}
      </div>
    </fieldset>
  );
}

interface TextFieldProps {
  label: string;
  value: string;
  onInput: (value: string) => void;
  hint?: string;
  fault?: string | undefined;
  placeholder?: string;
  autoComplete?: string;
  required?: boolean;
}

export function TextField({ label, value, onInput, hint, fault, ...rest }: TextFieldProps) {
  const id = useId();
  const described = [fault && `${id}-fault`, hint && `${id}-hint`].filter(Boolean).join(" ");
  return (
    <div class="field">
      <label class="label" for={id}>
        {label}
      </label>
      <input
        id={id}
        class="input"
        type="text"
        maxLength={80}
        value={value}
        aria-invalid={fault ? true : undefined}
        aria-describedby={described || undefined}
        onInput={(event) => onInput(event.currentTarget.value)}
        {...rest}
      />
      {hint && (
        <p class="help" id={`${id}-hint`}>
          {hint}
        </p>
      )}
      {fault && <Fault id={`${id}-fault`}>{fault}</Fault>}
    </div>
  );
}

export function Fault({ id, children }: { id?: string; children: ComponentChildren }) {
  return (
    <p class="fault" id={id} role="alert">
      <Icon name="warning" size={16} />
      <span>{children}</span>
    </p>
  );
}

interface CopyableProps {
  label: string;
  hint?: string;
  text: string;
  button?: string;
  wraps?: boolean;
}

/** A text to take along, with a button that copies it. */
export function Copyable({ label, hint, text, button, wraps }: CopyableProps) {
  const w = words.value;
  const id = useId();
  const field = useRef<HTMLInputElement & HTMLTextAreaElement>(null);
  const outcome = useSignal<"" | "copied" | "failed">("");
  const copy = async () => {
    const done = await copyText(text, field.current);
    outcome.value = done ? "copied" : "failed";
  };
  const select = () => field.current?.select();
  return (
    <div class="copyable">
      <label class="label" for={id}>
        {label}
      </label>
      {hint && (
        <p class="help" id={`${id}-hint`}>
          {hint}
        </p>
      )}
      <div class="copyable-row">
        {wraps ? (
          <textarea id={id} class="input" ref={field} readOnly rows={3} value={text} onFocus={select} />
        ) : (
          <input id={id} class="input" ref={field} readOnly value={text} onFocus={select} />
        )}
        <button type="button" class="button" aria-describedby={hint && `${id}-hint`} onClick={copy}>
          <Icon name={outcome.value === "copied" ? "check" : "copy"} />
          {outcome.value === "copied" ? w.copied : (button ?? w.copy)}
          <span class="unseen"> {label}</span>
        </button>
      </div>
      <p class="help" role="status">
        {outcome.value === "failed" ? w.copyFailed : ""}
      </p>
    </div>
  );
}

interface PanelProps {
  title: string;
  /** It opened by itself: the focus stays where it is. */
  quiet?: boolean;
  onClose: () => void;
  children: ComponentChildren;
}

/** Beside the canvas, never a dialog over it: what goes on stays in sight and in reach. */
export function Panel({ title, quiet, onClose, children }: PanelProps) {
  const id = useId();
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => {
    const before = document.activeElement;
    if (!quiet) heading.current?.focus();
    const panel = heading.current?.closest("aside");
    return () => {
      // Whoever went on elsewhere stays there.
      if (quiet && !panel?.contains(document.activeElement)) return;
      if (before instanceof HTMLElement && before.isConnected) before.focus();
    };
  }, []);
  return (
    <aside class="panel" aria-labelledby={id}>
      <header class="panel-head">
        <h2 id={id} ref={heading} tabIndex={-1}>
          {title}
        </h2>
        <IconButton icon="close" name={words.value.close} onClick={onClose} />
      </header>
      {/* Focusable, so that the arrow keys can scroll it where nothing in it takes the focus. */}
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: a region that scrolls must be in reach of the keyboard */}
      <section class="panel-body" tabIndex={0} aria-labelledby={id}>
        {children}
      </section>
    </aside>
  );
}
