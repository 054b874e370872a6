// What a facilitator may change about a canvas, and what they may know of it: the size of a triangle's centre, the lists
// that it repeats for, the names on it, and where its content comes from.

import { useId } from "preact/hooks";
import type { Canvas } from "../../../generated/protocol";
import { words } from "../../../words";
import { useRoom } from "../room";
import { AdjustLabels } from "./adjust-labels";
import { AdjustList } from "./adjust-list";
import { Provenance } from "./provenance";
import "./adjust.css";

const LEAST = 20;
const MOST = 90;
const STEP = 2;

export function Adjust() {
  const { live } = useRoom();
  const canvas = live.canvas.value;
  if (!canvas) return null;
  const { figure, lists = [] } = canvas.template;
  return (
    <div class="adjust" key={canvas.id}>
      {figure.type === "triangle" && <Centre canvas={canvas} own={figure.centre_size ?? 0.4} />}
      {lists.map((list) => (
        <AdjustList key={list.id} canvas={canvas} list={list} />
      ))}
      <AdjustLabels canvas={canvas} />
      <Provenance template={canvas.template} />
    </div>
  );
}

function Centre({ canvas, own }: { canvas: Canvas; own: number }) {
  const w = words.value;
  const id = useId();
  const { live, board } = useRoom();
  const now = board.triedCentre.value ?? canvas.settings?.centre ?? own;
  const set = (centre: number | null) => {
    const { centre: _, ...settings } = canvas.settings ?? {};
    // The canvas shows it at once; nothing jumps back while the server answers.
    live.session.propose({
      type: "canvas.set",
      id: canvas.id,
      settings: centre === null ? settings : { ...settings, centre },
    });
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
