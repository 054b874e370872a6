import { describe, expect, it } from "vitest";
import type { Step } from "../../../generated/protocol";
import { droppedBehind, forecast, MINUTE, minutesOf, movedBehind, nextStep, rowsOf, spentOn } from "./plan";

const NOW = 1_000 * MINUTE;
const SAID = { nl: "x", en: "x" };

const step = (id: string, minutes: number, more: Partial<Step> = {}): Step => ({
  ...{ kind: "step", id, mode: "discuss", title: SAID, prompt: SAID, minutes, order: 0 },
  ...more,
});
const done = (id: string, minutes: number, spent: number) => step(id, minutes, { spent: spent * MINUTE });
const now = (id: string, minutes: number, since: number) => step(id, minutes, { entered: NOW - since * MINUTE });

describe("the agenda in the console", () => {
  it("[UI-130] ticks what was done, strikes what is skipped, and numbers all others", () => {
    const agenda = [done("a", 3, 3), step("b", 6, { skipped: true }), now("c", 6, 4), step("d", 12)];
    expect(rowsOf(agenda, "c").map(({ number, standing }) => [number, standing])).toEqual([
      [1, "done"],
      [null, "skipped"],
      [2, "now"],
      [3, "ahead"],
    ]);
  });

  it("[UI-130] shows the step under way as such, also where it had been done or skipped before", () => {
    const back = step("a", 3, { spent: 3 * MINUTE, entered: NOW });
    expect(rowsOf([back, step("b", 6, { skipped: true })], "b").map(({ standing }) => standing)).toEqual([
      "ahead",
      "now",
    ]);
    expect(rowsOf([back], "a")[0]?.standing).toBe("now");
  });

  it("[UI-131] passes over skipped steps, and goes on behind the last one that was done", () => {
    const agenda = [done("a", 3, 3), now("b", 6, 1), step("c", 6, { skipped: true }), step("d", 12)];
    expect(nextStep(agenda, "b")?.id).toBe("d");
    expect(nextStep(agenda, "d")).toBeUndefined();
    expect(nextStep(agenda, "a")?.id).toBe("b");
    const stopped = [done("a", 3, 3), step("b", 6, { skipped: true }), step("c", 6)];
    expect(nextStep(stopped, undefined)?.id).toBe("c");
    expect(nextStep([done("a", 3, 3)], undefined)).toBeUndefined();
    expect(nextStep([], undefined)).toBeUndefined();
    expect(nextStep([step("passed", 3), done("a", 3, 3), step("b", 6)], undefined)?.id).toBe("b");
  });

  it("[UI-132] adds up all times that a step was under way", () => {
    expect(spentOn(step("a", 6), NOW)).toBe(0);
    expect(spentOn(step("a", 6, { spent: 2 * MINUTE, entered: NOW - MINUTE }), NOW)).toBe(3 * MINUTE);
    expect(spentOn(step("a", 6, { entered: NOW + MINUTE }), NOW)).toBe(0);
  });

  it("[UI-132] runs late by what done steps took more than planned, and by what the clock was given", () => {
    const agenda = [done("a", 3, 3), done("b", 6, 8), now("c", 6, 4), step("d", 12), step("e", 5)];
    expect(forecast(agenda, "c", 2 * MINUTE, NOW)).toEqual({ late: 2 * MINUTE, end: NOW + 19 * MINUTE });
    expect(forecast(agenda, "c", 3 * MINUTE, NOW)).toEqual({ late: 3 * MINUTE, end: NOW + 20 * MINUTE });
  });

  it("[UI-132] runs late by what the step under way is over its time, and early by what others left", () => {
    expect(forecast([done("a", 6, 4), now("b", 6, 6)], "b", 0, NOW).late).toBe(-2 * MINUTE);
    expect(forecast([now("b", 6, 9)], "b", -3 * MINUTE, NOW)).toEqual({ late: 3 * MINUTE, end: NOW });
  });

  it("[UI-132] goes by the plan where a step has no clock", () => {
    expect(forecast([now("a", 6, 2), step("b", 5)], "a", null, NOW)).toEqual({ late: 0, end: NOW + 9 * MINUTE });
    expect(forecast([now("a", 0, 2)], "a", null, NOW)).toEqual({ late: 2 * MINUTE, end: NOW });
  });

  it("[UI-132] waits for no step that is skipped, was passed over or is done", () => {
    const agenda = [
      step("passed", 30),
      now("a", 6, 0),
      step("skipped", 30, { skipped: true }),
      done("d", 5, 5),
      step("e", 5),
    ];
    expect(forecast(agenda, "a", 6 * MINUTE, NOW)).toEqual({ late: 0, end: NOW + 11 * MINUTE });
  });

  it("[UI-132] counts from now on before anything is under way", () => {
    expect(forecast([step("a", 3), step("b", 6)], undefined, null, NOW)).toEqual({ late: 0, end: NOW + 9 * MINUTE });
    const stopped = [step("passed", 9), done("a", 3, 3), step("b", 6)];
    expect(forecast(stopped, undefined, null, NOW)).toEqual({ late: 0, end: NOW + 6 * MINUTE });
    expect([0, 29_000, 31_000, -90_001].map(minutesOf)).toEqual([0, 0, 1, -2]);
  });

  it("[UI-133] moves a step one up or down, and no further than the ends", () => {
    const agenda = [step("a", 1), step("b", 1), step("c", 1)];
    expect(movedBehind(agenda, "b", -1)).toBeNull();
    expect(movedBehind(agenda, "c", -1)).toBe("a");
    expect(movedBehind(agenda, "a", 1)).toBe("b");
    expect(movedBehind(agenda, "a", -1)).toBeUndefined();
    expect(movedBehind(agenda, "c", 1)).toBeUndefined();
    expect(movedBehind(agenda, "x", 1)).toBeUndefined();
  });

  it("[UI-133] drops a step between the two rows where it is let go", () => {
    const agenda = [step("a", 1), step("b", 1), step("c", 1)];
    expect([0, 1, 2, 3].map((to) => droppedBehind(agenda, "a", to))).toEqual([undefined, undefined, "b", "c"]);
    expect([0, 1, 2, 3].map((to) => droppedBehind(agenda, "c", to))).toEqual([null, "a", undefined, undefined]);
  });
});
