// A button that shows a few more: closes with Esc, by choosing, and when the focus or a press goes elsewhere.

import { useSignal } from "@preact/signals";
import { type ComponentChildren, createContext } from "preact";
import { useContext, useEffect, useRef } from "preact/hooks";
import { Icon, type IconName } from "../icons";

const CloseMenu = createContext<() => void>(() => {});

interface MenuProps {
  name: string;
  icon?: IconName;
  /** Shown instead of an icon. */
  text?: ComponentChildren;
  class?: string;
  children: ComponentChildren;
}

export function Menu({ name, icon, text, children, ...rest }: MenuProps) {
  const open = useSignal(false);
  const root = useRef<HTMLDivElement>(null);
  const button = useRef<HTMLButtonElement>(null);
  const list = useRef<HTMLDivElement>(null);
  const close = () => {
    open.value = false;
  };
  /** What was chosen goes away with the list; whoever chose it is back at the button. */
  const closeToButton = () => {
    close();
    button.current?.focus({ preventScroll: true });
  };
  useEffect(() => {
    if (!open.value) return;
    list.current?.scrollIntoView({ block: "nearest", inline: "nearest" });
    const inside = (target: EventTarget | null) => target instanceof Node && root.current?.contains(target) === true;
    const onKey = (event: KeyboardEvent) => {
      if (event.key !== "Escape") return;
      event.preventDefault();
      event.stopPropagation();
      close();
      button.current?.focus();
    };
    const onElsewhere = (event: Event) => inside(event.target) || close();
    window.addEventListener("keydown", onKey, true);
    window.addEventListener("focusin", onElsewhere);
    // Canvases keep presses to themselves and do not take the focus in every browser: listen before they do.
    window.addEventListener("pointerdown", onElsewhere, true);
    return () => {
      window.removeEventListener("keydown", onKey, true);
      window.removeEventListener("focusin", onElsewhere);
      window.removeEventListener("pointerdown", onElsewhere, true);
    };
  }, [open.value]);
  return (
    <div class={`menu ${rest.class ?? ""}`} ref={root}>
      <button
        type="button"
        class={text ? "button plain" : "icon-button"}
        ref={button}
        aria-label={name}
        title={text ? undefined : name}
        aria-expanded={open.value}
        onClick={() => {
          open.value = !open.value;
        }}
      >
        {icon && <Icon name={icon} />}
        {text}
        {text && <Icon name="down" size={16} />}
      </button>
      {open.value && (
        <CloseMenu.Provider value={closeToButton}>
          <div class="menu-list" ref={list}>
            {children}
          </div>
        </CloseMenu.Provider>
      )}
    </div>
  );
}

interface MenuItemProps {
  class?: string;
  pressed?: boolean;
  onClick: () => void;
  children: ComponentChildren;
}

export function MenuItem({ pressed, onClick, children, ...rest }: MenuItemProps) {
  const close = useContext(CloseMenu);
  return (
    <button
      type="button"
      class={`menu-item ${rest.class ?? ""}`}
      aria-pressed={pressed}
      onClick={() => {
        close();
        onClick();
      }}
    >
      {children}
    </button>
  );
}
