// Opens the console and folds it away; says who waits at the door, also while it is folded away.

import { words } from "../../../words";
import { Icon } from "../../icons";
import { useRoom } from "../room";
import { consoleOpen, toggleConsole } from "./open";

export function ConsoleButton() {
  const w = words.value;
  const { live } = useRoom();
  const open = consoleOpen.value;
  const waiting = live.led.waiting.value.length;
  const toggle = () => {
    // Where there is room for one of them, the console comes instead of the panel.
    if (!open) live.panel.value = null;
    toggleConsole();
  };
  const name = open ? w.consoleFold : w.consoleOpen;
  return (
    <>
      <button
        type="button"
        class="icon-button console-button"
        aria-expanded={open}
        aria-label={waiting > 0 && !open ? `${name}. ${w.lobbySaid(waiting)}` : name}
        onClick={toggle}
      >
        <Icon name="console" />
        {waiting > 0 && !open && <span class="console-waiting figures">{waiting}</span>}
        <span class="hint" aria-hidden="true">
          {name}
        </span>
      </button>
      <span class="unseen" role="status">
        {waiting > 0 ? w.lobbySaid(waiting) : ""}
      </span>
    </>
  );
}
