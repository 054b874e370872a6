// Steps that take the place of the canvas: coming in and going out, and, where there is no room beside it, writing and
// scoring. The canvases stay a press away.

import type { Step } from "../../../generated/protocol";
import { narrow } from "../../narrow";
import { language } from "../../settings";
import type { Live } from "../live";
import { Check } from "./check";
import { Scores } from "./scores";
import { saidIn } from "./step-words";
import { Write } from "./write";
import "./page.css";
import "./write.css";

/** The step under way, if it has a page of its own for this person. */
export function pageStep({ led, canvases }: Live): Step | null {
  const step = led.step.value;
  if (step?.mode === "check-in" || step?.mode === "check-out") return step;
  if (!step || !narrow.value || led.role.value !== "participant") return null;
  if (step.mode === "score") return led.may("score.set", "own") ? step : null;
  const canvas = canvases.value.find(({ id }) => id === step.canvas);
  const writes = step.mode === "write" && canvas?.template.kinds.includes("sticky");
  return writes && led.may("item.create", "own") ? step : null;
}

function Body({ step }: { step: Step }) {
  if (step.mode === "score") return <Scores />;
  return step.mode === "write" ? <Write step={step} /> : <Check step={step} />;
}

export function StepPage({ step }: { step: Step }) {
  return (
    <div class={`step-page ${step.mode === "write" ? "writing" : ""}`}>
      <div class="step-sheet">
        <h2 class={step.mode === "write" ? "unseen" : ""}>{saidIn(step.title, language.value)}</h2>
        <Body step={step} />
      </div>
    </div>
  );
}
