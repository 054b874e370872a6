import { describe, expect, it } from "vitest";
import { clockLook, clockNews, clockText, untilNext } from "../../src/app/workshop/clock-time";

const MINUTE = 60_000;

describe("the clock of a step", () => {
  it("[UI-162] reads its full time at the start, 0:00 at the end, and with a plus what is over", () => {
    expect([6 * MINUTE, 155_000, 154_001, 1, 0, -400, -12_300].map(clockText)).toEqual([
      ...["6:00", "2:35", "2:35", "0:01", "0:00", "0:00", "+0:12"],
    ]);
    expect(clockText(62 * MINUTE + 5_000)).toBe("1:02:05");
  });

  it("[UI-162] changes its look at a fifth and at a twentieth of its time", () => {
    const looks = [6 * MINUTE, 72_001, 72_000, 18_000, 0, -5_000].map((left) => clockLook(left, 6 * MINUTE));
    expect(looks).toEqual(["calm", "calm", "low", "last", "over", "over"]);
  });

  it("[UI-162] ticks when it reads differently, and no sooner", () => {
    for (const left of [155_000, 154_001, 700, 0, -1, -999, -1_000, -1_400]) {
      const next = untilNext(left);
      expect(next).toBeGreaterThan(0);
      expect(next).toBeLessThanOrEqual(1_000);
      if (left > 1_000 || left < -1_000) expect(clockText(left - next - 1)).not.toBe(clockText(left));
    }
  });

  it("[UI-162] is read out a minute before the end and at the end, each once", () => {
    expect(clockNews(61_000, 60_000, 6 * MINUTE)).toBe("minute");
    expect(clockNews(60_000, 59_000, 6 * MINUTE)).toBeNull();
    expect(clockNews(60_500, 59_500, MINUTE)).toBeNull();
    expect(clockNews(1_000, -5, 6 * MINUTE)).toBe("end");
    expect(clockNews(-5, -1_005, 6 * MINUTE)).toBeNull();
    expect(clockNews(90_000, -5, 6 * MINUTE)).toBe("end");
  });
});
