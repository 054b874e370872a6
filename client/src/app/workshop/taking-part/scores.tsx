// Scoring: a circle from 1 to 5 for each zone of the step's canvas, mine alone until it is shown.

import { useSignal } from "@preact/signals";
import { useEffect, useId } from "preact/hooks";
import { scoreId } from "../../../core/predict-led";
import type { Canvas, Step } from "../../../generated/protocol";
import { words } from "../../../words";
import { IconButton } from "../../controls";
import { language } from "../../settings";
import type { Live } from "../live";
import { useRoom } from "../room";

export const GRADES = [1, 2, 3, 4, 5] as const;

/** The zones that mean something: not those in which a figure only keeps what has no place yet, or its reasons. */
export function zonesToScore({ template }: Canvas) {
  const { figure } = template;
  const beside = figure.type === "rings" ? figure.tray : figure.type === "quadrant" ? figure.strip : null;
  return template.zones.filter((zone) => zone.id !== beside && !zone.private);
}

/** The step under way if I may score in it now. */
function scoringStep({ led }: Live): Step | null {
  const step = led.step.value;
  return step?.mode === "score" && led.may("score.set", "own") ? step : null;
}

function scoreOf(live: Live, step: Step, canvas: string, zone: string): number | null {
  live.led.found.value;
  const record = live.session.get(scoreId(step.id, { canvas, zone }));
  return record?.kind === "score" ? record.value : null;
}

interface GradesProps {
  legend: string;
  value: number | null;
  onChoose: (value: number) => void;
  /** What the ends mean, read out with the first and the last. */
  ends?: readonly [low: string, high: string];
}

/** Circles 1 to 5; the chosen one is filled with ink. */
export function Grades({ legend, value, onChoose, ends }: GradesProps) {
  const group = useId();
  const name = (grade: number) => {
    if (grade === 1 && ends) return `1, ${ends[0]}`;
    return grade === 5 && ends ? `5, ${ends[1]}` : String(grade);
  };
  return (
    <fieldset class="grades">
      <legend class="unseen">{legend}</legend>
      {GRADES.map((grade) => (
        <label key={grade} class="grade">
          <input
            type="radio"
            name={group}
            checked={value === grade}
            aria-label={name(grade)}
            onChange={() => onChoose(grade)}
          />
          <span class="figures" aria-hidden="true">
            {grade}
          </span>
        </label>
      ))}
    </fieldset>
  );
}

interface ZoneProps {
  canvas: Canvas;
  zone: { readonly id: string; readonly label: { readonly nl: string; readonly en: string } };
}

/** My score of one zone; nothing where I cannot score it now. */
export function ZoneScore({ canvas, zone }: ZoneProps) {
  const w = words.value;
  const { live } = useRoom();
  const step = scoringStep(live);
  const saved = step && scoreOf(live, step, canvas.id, zone.id);
  // The id under which it will be shown is the server's, so that the session does not guess a score: we do until it is saved.
  const chosen = useSignal<number | null | undefined>(undefined);
  const refused = live.refusal.value;
  useEffect(() => {
    chosen.value = undefined;
  }, [saved, refused, step?.id]);
  if (!step || step.canvas !== canvas.id || !zonesToScore(canvas).some(({ id }) => id === zone.id)) return null;
  const value = chosen.value === undefined ? saved : chosen.value;
  const label = zone.label[language.value];
  const put = (score: number | null) => {
    chosen.value = score;
    live.session.propose({ type: "score.set", step: step.id, zone: zone.id, value: score });
  };
  return (
    <div class="zone-score">
      <Grades legend={w.scoreFor(label)} value={value} onChoose={put} />
      {value !== null && <IconButton icon="close" name={w.scoreBack} about={label} onClick={() => put(null)} />}
    </div>
  );
}

/** All zones beside the canvas. */
export function Scores() {
  const w = words.value;
  const { live } = useRoom();
  const step = live.led.step.value;
  const canvas = live.canvases.value.find(({ id }) => id === step?.canvas);
  const scoring = scoringStep(live);
  if (!canvas || !scoring) return <p class="help">{w.scoreNotNow}</p>;
  const zones = zonesToScore(canvas);
  const left = zones.filter(({ id }) => scoreOf(live, scoring, canvas.id, id) === null).length;
  return (
    <>
      <p class="help">{left === 0 ? w.scoredAll : w.scoresLeft(left)}</p>
      <ul class="score-list">
        {zones.map((zone) => (
          <li key={zone.id}>
            <h3>{zone.label[language.value]}</h3>
            <ZoneScore canvas={canvas} zone={zone} />
          </li>
        ))}
      </ul>
    </>
  );
}
