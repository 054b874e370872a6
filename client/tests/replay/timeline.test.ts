import { describe, expect, it } from "vitest";
import { activity, afterSilence, axisMarks, barsPath, clock, LEAD, SILENCE, timeAt } from "../../src/replay/timeline";

describe("activity", () => {
  const events = [0, 5, 10, 99, 100].map((at, index) => ({ at: 1000 + at, by: index % 2 === 0 ? "a" : "b" }));

  it("[REPLAY-1] counts every event once, in its row and bin, the last moment in the last bin", () => {
    const rows = activity(events, 1000, 100, 10, (by) => by);
    expect(rows.get("a")).toEqual([1, 1, 0, 0, 0, 0, 0, 0, 0, 1]);
    expect(rows.get("b")).toEqual([1, 0, 0, 0, 0, 0, 0, 0, 0, 1]);
  });

  it("[REPLAY-1] puts a single moment into the first bin", () => {
    expect(activity([{ at: 7, by: "a" }], 7, 0, 3, (by) => by).get("a")).toEqual([1, 0, 0]);
  });

  it("[REPLAY-1] has no rows without events", () => {
    expect(activity([], 0, 0, 10, (by) => by).size).toBe(0);
  });
});

describe("the axis", () => {
  it("[REPLAY-2] marks round moments, no more than there is room for", () => {
    expect(axisMarks(7 * 60_000, 8)).toEqual([0, 1, 2, 3, 4, 5, 6, 7].map((minute) => minute * 60_000));
    expect(axisMarks(114 * 60_000, 8)).toHaveLength(8);
    for (const duration of [1, 1000, 3_600_000, 90_000_000, 900_000_000]) {
      expect(axisMarks(duration, 6).length).toBeLessThanOrEqual(7);
    }
  });

  it("[REPLAY-2] reads like a clock", () => {
    expect([0, 59_999, 60_000, 3_102_000, 6_840_000].map(clock)).toEqual(["0:00", "0:59", "1:00", "51:42", "1:54:00"]);
  });

  it("[REPLAY-2] draws the most active bin highest and leaves empty ones out", () => {
    expect(barsPath([0, 4, 1], 4, 20)).toBe("M1.1 20v-20.00h.8v20.00zM2.1 20v-10.00h.8v10.00z");
  });
});

describe("scrubbing", () => {
  it("[REPLAY-8] goes to the time under the pointer, and no further than the ends of the line", () => {
    const line = { left: 100, width: 400 };
    expect([40, 100, 200, 500, 900].map((x) => timeAt(x, line, 8000))).toEqual([0, 0, 2000, 8000, 8000]);
    expect(timeAt(100, { left: 100, width: 0 }, 8000)).toBe(0);
  });
});

describe("skipping silence", () => {
  const beginnings = [0, 1000, 60_000];

  it("[REPLAY-3] goes on a moment before the next thing that happens", () => {
    expect(afterSilence(beginnings, 2000)).toBe(60_000 - LEAD);
  });

  it("[REPLAY-3] leaves short pauses, and the end, as they were", () => {
    expect(afterSilence(beginnings, 60_000 - SILENCE)).toBe(60_000 - SILENCE);
    expect(afterSilence(beginnings, 500)).toBe(500);
    expect(afterSilence(beginnings, 61_000)).toBe(61_000);
    expect(afterSilence([], 5)).toBe(5);
  });
});
