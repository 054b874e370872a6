// Everyone stops, and reads a word: one of a few at a press, or one's own.

import { useSignal } from "@preact/signals";
import { MAX_NAME } from "../../../generated/protocol";
import { words } from "../../../words";
import { useRoom } from "../room";
import { useDesk } from "./desk";

export function PausePanel() {
  const w = words.value;
  const desk = useDesk();
  const { live } = useRoom();
  const own = useSignal("");
  const pause = (word: string) => {
    live.session.propose({ type: "pause.set", word });
    desk.action.value = null;
  };
  return (
    <>
      <p class="act-about">{w.pauseWord}</p>
      <ul class="act-list">
        {[w.pauseBreak, w.pauseListen, w.pauseTalk].map((word) => (
          <li key={word}>
            <button type="button" class="button" onClick={() => pause(word)}>
              {word}
            </button>
          </li>
        ))}
      </ul>
      <form
        class="act-own"
        onSubmit={(event) => {
          event.preventDefault();
          pause(own.value.trim() || w.pauseBreak);
        }}
      >
        <input
          class="input"
          type="text"
          maxLength={MAX_NAME}
          aria-label={w.pauseWord}
          value={own.value}
          onInput={(event) => {
            own.value = event.currentTarget.value;
          }}
        />
        <button type="submit" class="button main">
          {w.pauseNow}
        </button>
      </form>
    </>
  );
}
