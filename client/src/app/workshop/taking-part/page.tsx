// Steps that take the place of the canvas: coming in and going out, and scoring where there is no room beside it. The
// canvases stay a press away.

import type { Step } from "../../../generated/protocol";
import { narrow } from "../../narrow";
import { language } from "../../settings";
import type { Live } from "../live";
import { Check } from "./check";
import { Scores } from "./scores";
import { saidIn } from "./step-words";

/** The step under way, if it has a page of its own for this person. */
export function pageStep({ led }: Live): Step | null {
  const step = led.step.value;
  if (step?.mode === "check-in" || step?.mode === "check-out") return step;
  return step?.mode === "score" && narrow.value && led.may("score.set", "own") ? step : null;
}

export function StepPage({ step }: { step: Step }) {
  return (
    <div class="step-page">
      <div class="step-sheet">
        <h2>{saidIn(step.title, language.value)}</h2>
        {step.mode === "score" ? <Scores /> : <Check step={step} />}
      </div>
    </div>
  );
}
