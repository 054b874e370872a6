// Choosing on a scale beside the canvas: circles from 1 to 5, three faces, what a box can say.

import { useId } from "preact/hooks";
import type { Scale } from "../../../core/giving";
import type { GivingWords } from "../../../words/giving";
import { Face } from "./face";

export const GRADES = [1, 2, 3, 4, 5] as const;

interface GradesProps {
  legend: string;
  value: number | null;
  onChoose: (value: number) => void;
  /** What the ends mean, read out with the first and the last. */
  ends?: readonly [low: string, high: string] | undefined;
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

interface ChoiceProps {
  scale: Exclude<Scale, "score">;
  words: GivingWords;
  legend: string;
  value: number | null;
  onChoose: (value: number) => void;
}

/** Three faces, or in words what a box can say. */
export function Choice({ scale, words: w, legend, value, onChoose }: ChoiceProps) {
  const group = useId();
  const faces = scale === "smiley";
  const said = faces ? [w.sad, w.neutral, w.happy] : [w.notDone, w.notNeeded, w.isDone];
  // What is done is what most people look for first.
  const order = faces ? [1, 2, 3] : [3, 2, 1];
  return (
    <fieldset class="grades">
      <legend class="unseen">{legend}</legend>
      {order.map((step) => {
        const name = said[step - 1] ?? "";
        return (
          <label key={step} class={`grade ${faces ? "face" : "worded"}`} title={faces ? name : undefined}>
            <input
              type="radio"
              name={group}
              checked={value === step}
              aria-label={name}
              onChange={() => onChoose(step)}
            />
            <span aria-hidden="true">{faces ? <Face mood={step - 2} /> : name}</span>
          </label>
        );
      })}
    </fieldset>
  );
}
