// How it works in two sentences, and all shortcuts.

import { words } from "../../../words";
import { Icon } from "../../icons";
import { clockSound, toggleClockSound } from "../clock-time";

export function Help() {
  const w = words.value;
  const groups: [string, [string, string][]][] = [
    [
      w.groupTools,
      [
        ["V", w.toolSelect],
        ["H", w.toolHand],
        ["N", w.toolNote],
        ["T", w.toolText],
        ["A", w.keyArrow],
        ["K", w.toolLaser],
        ["Esc", w.keyBack],
        ["?", w.keyHelp],
      ],
    ],
    [
      w.groupNotes,
      [
        [w.keyDouble, w.toolNote],
        [w.keyEnter, w.keyEdit],
        ["Esc", w.keyEndEdit],
        ["Tab · Ctrl Enter", w.keyNextNote],
        [w.keyArrows, w.keyNudge],
        [w.keyClick, w.keyAdd],
        ["Ctrl A", w.keyAll],
        ["Ctrl D", w.duplicate],
        ["[ · ]", `${w.back} · ${w.front}`],
        [w.keyDelete, w.delete],
        ["Ctrl G", w.groupThese],
        ["Ctrl Shift G", w.ungroupThese],
        ["+ · −", w.keyDots],
        ["Ctrl Z", w.undo],
        ["Ctrl Shift Z", w.redo],
      ],
    ],
    [
      w.groupView,
      [
        [w.keySpace, w.keyPan],
        [w.keyWheel, w.keyZoom],
        ["Shift 1", w.fit],
        ["Shift 2", w.keyFitSelection],
        ["Shift 0", w.keyHundred],
      ],
    ],
  ];
  return (
    <>
      <p>{w.helpStart}</p>
      <p>{w.helpList}</p>
      <p class="row">
        <button type="button" class="button" aria-pressed={clockSound.value} onClick={toggleClockSound}>
          <Icon name={clockSound.value ? "sound" : "silence"} />
          {w.clockSound}
        </button>
      </p>
      {groups.map(([title, keys]) => (
        <section key={title}>
          <h3>{title}</h3>
          <dl class="keys">
            {keys.map(([key, what]) => (
              <div key={key}>
                <dt>
                  <kbd>{key}</kbd>
                </dt>
                <dd>{what}</dd>
              </div>
            ))}
          </dl>
        </section>
      ))}
    </>
  );
}
