import { expect, it } from "vitest";
import type { Step } from "../../../generated/protocol";
import { MODE_HINTS, MODE_TITLES } from "../../../words/modes";
import { changedMode, MODES, planOf } from "./step-plan";

const STEP: Step = {
  ...{ kind: "step", id: "s", mode: "write", minutes: 6, order: 2, canvas: "c", anonymous: true },
  ...{ title: { nl: "Schrijven", en: "Writing" }, prompt: { nl: "Eén belang.", en: "One interest." } },
};

it("[UI-134] starts from the step as it is, and keeps what nobody changes", () => {
  expect(planOf(STEP, "other")).toEqual({
    ...{ mode: "write", title: STEP.title, prompt: STEP.prompt, minutes: 6, canvas: "c" },
    ...{ anonymous: true, movers: "facilitators", turns: false },
  });
  expect(planOf(undefined, "c").canvas).toBe("c");
  expect(planOf({ ...STEP, canvas: null }, "other").canvas).toBeNull();
});

it("[UI-134] gives a step the name of its new mode, unless somebody named it otherwise", () => {
  const named = planOf(STEP, null);
  expect(changedMode(named, "vote")).toEqual({ mode: "vote", title: MODE_TITLES.vote });
  const own = { ...named, title: { nl: "Stilte", en: "Writing" } };
  expect(changedMode(own, "vote").title).toEqual({ nl: "Stilte", en: MODE_TITLES.vote.en });
});

it("[UI-134] has a name and a line for every mode", () => {
  expect([...MODES].sort()).toEqual(Object.keys(MODE_TITLES).sort());
  for (const mode of MODES) {
    for (const said of [MODE_TITLES[mode], MODE_HINTS[mode]]) expect(said.nl && said.en).toBeTruthy();
  }
});
