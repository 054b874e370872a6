// What a facilitator may change about a canvas: the size of a triangle's centre.

import { useId } from "preact/hooks";
import { words } from "../../../words";
import { useRoom } from "../room";

const LEAST = 20;
const MOST = 90;
const STEP = 2;

export function Adjust() {
  const w = words.value;
  const id = useId();
  const { live, board } = useRoom();
  const canvas = live.canvas.value;
  if (!canvas) return null;
  const { figure } = canvas.template;
  if (figure.type !== "triangle") return <p class="help">{w.nothingToAdjust}</p>;
  const own = figure.centre_size ?? 0.4;
  const now = board.triedCentre.value ?? canvas.settings?.centre ?? own;
  const set = (centre: number | null) => {
    // The canvas shows it at once; nothing jumps back while the server answers.
    live.session.propose({ type: "canvas.set", id: canvas.id, settings: centre === null ? {} : { centre } });
    board.triedCentre.value = null;
  };
  return (
    <div class="field">
      <label class="label" for={id}>
        {w.centreSize}
      </label>
      <div class="row">
        <input
          id={id}
          type="range"
          min={LEAST}
          max={MOST}
          step={STEP}
          value={Math.round(now * 100)}
          aria-valuetext={`${Math.round(now * 100)}%`}
          aria-describedby={`${id}-hint`}
          onInput={(event) => (board.triedCentre.value = event.currentTarget.valueAsNumber / 100)}
          onChange={(event) => set(event.currentTarget.valueAsNumber / 100)}
        />
        <output class="figures">{Math.round(now * 100)}%</output>
      </div>
      <p class="help" id={`${id}-hint`}>
        {w.centreHint}
      </p>
      {now !== own && (
        <button type="button" class="button" onClick={() => set(null)}>
          {w.centreReset}
        </button>
      )}
    </div>
  );
}
