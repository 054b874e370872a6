// "I am ready": each person says so for the step under way, and can take it back.

import { words } from "../../../words";
import { Icon } from "../../icons";
import { useRoom } from "../room";

/** `main`: it is what there is to do in the end, in a private step. */
export function ReadyButton({ main }: { main?: boolean }) {
  const { live } = useRoom();
  const { led } = live;
  const step = led.step.value;
  if (!step || !led.may("ready.set", "own")) return null;
  const ready = led.ready.value;
  return (
    <button
      type="button"
      class={`button ready-button ${main && !ready ? "main" : ""}`}
      aria-pressed={ready}
      onClick={() => live.session.propose({ type: "ready.set", step: step.id, ready: !ready })}
    >
      {ready && <Icon name="check" />}
      {words.value.imReady}
    </button>
  );
}
