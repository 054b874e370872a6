import { describe, expect, it } from "vitest";
import { apart, NAME_HEIGHT, NAME_WIDTH, POINTER_STAYS, stillSeen } from "../../src/replay/pointers";

describe("pointers", () => {
  it("[REPLAY-9] are gone three seconds of the time line after somebody's last deed", () => {
    expect(POINTER_STAYS).toBe(3000);
    expect([999, 1000, 3999, 4000, 60_000].map((now) => stillSeen(1000, now))).toEqual([
      false,
      true,
      true,
      false,
      false,
    ]);
  });

  it("[REPLAY-9] that would lie over one another are put below, at any zoom", () => {
    const crowd = ["a", "b", "d", "e"].map((person, index) => ({ person, x: 10 * index, y: 5 * index }));
    for (const zoom of [0.25, 1, 2]) {
      const shown = apart(crowd, zoom);
      expect(shown.map(({ person }) => person).sort()).toEqual(["a", "b", "d", "e"]);
      shown.forEach((one, index) => {
        for (const other of shown.slice(index + 1)) {
          expect(Math.abs(one.y - other.y) * zoom).toBeGreaterThanOrEqual(NAME_HEIGHT);
        }
      });
    }
  });

  it("[REPLAY-9] stay where they are when there is room", () => {
    const far = [
      { person: "a", x: 0, y: 0 },
      { person: "b", x: NAME_WIDTH, y: 0 },
      { person: "d", x: 0, y: NAME_HEIGHT },
    ];
    expect(apart(far, 1)).toEqual(expect.arrayContaining(far));
  });
});
