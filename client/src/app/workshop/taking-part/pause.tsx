// A pause: the facilitator's word, large and calm, while the canvas stays to be read.

import { words } from "../../../words";
import { Icon } from "../../icons";
import { useRoom } from "../room";

export function PauseBar() {
  const w = words.value;
  const { live } = useRoom();
  const word = live.led.paused.value;
  if (word === null) return null;
  return (
    <section class="pause-bar" aria-label={w.paused}>
      <Icon name="pause" />
      <p class="pause-word">{word.trim() || w.paused}</p>
      <p class="help">{w.pausedWhy}</p>
    </section>
  );
}
