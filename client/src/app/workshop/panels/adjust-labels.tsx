// What zones and axes are called, where the workbook's figure is lost: a facilitator's words instead of the canvas's.

import { labelled, type Wordable, withLabel, wordable } from "../../../core/settings";
import type { Canvas } from "../../../generated/protocol";
import { words } from "../../../words";
import { language } from "../../settings";
import { useRoom } from "../room";

/** So many letters fit where the canvas prints a name. */
const LONGEST = 60;

export function AdjustLabels({ canvas }: { canvas: Canvas }) {
  const w = words.value;
  const { live } = useRoom();
  const all = wordable(canvas.template);
  if (all.length === 0) return null;
  const called = ({ what, words: own }: Wordable) => {
    if (what === "zone") return w.zoneCalled(own[language.value]);
    return { axis: w.axisName, low: w.axisLow, high: w.axisHigh }[what];
  };
  const set = (key: string, text: string) => {
    const settings = withLabel(canvas.settings ?? {}, canvas.template, key, text);
    live.session.propose({ type: "canvas.set", id: canvas.id, settings });
  };
  return (
    <section class="adjust-part">
      <h3>{w.labelsTitle}</h3>
      <p class="help">
        {w.labelsHint} {w.labelsHintMore}
      </p>
      {all.map((each) => {
        const own = each.words[language.value];
        return (
          <label key={each.key} class="adjust-label">
            <span class="label">
              {called(each)}
              {each.ours && <span class="ours">{w.ourExample}</span>}
            </span>
            <input
              class="input"
              type="text"
              maxLength={LONGEST}
              placeholder={own}
              value={labelled(canvas.settings, each.key) ?? own}
              onChange={(event) => {
                set(each.key, event.currentTarget.value);
                if (!event.currentTarget.value.trim()) event.currentTarget.value = own;
              }}
            />
          </label>
        );
      })}
    </section>
  );
}
