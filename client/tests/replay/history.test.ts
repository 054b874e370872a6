import { describe, expect, it } from "vitest";
import { applyEvent, emptyState } from "../../src/core/state";
import type { Event, Sticky } from "../../src/generated/protocol";
import { dragsAt, dragsOf, offsetAt } from "../../src/replay/drags";
import { countAt, History } from "../../src/replay/history";
import { Player } from "../../src/replay/player";

const note: Sticky = {
  kind: "sticky",
  id: "n",
  canvas: "c",
  place: { frame: "f", u: 0, v: 0 },
  author: "p",
};

/** A note and then `moves` moves of it, one every 100 ms. */
function moving(moves: number): Event[] {
  const events: Event[] = [
    { at: 1000, by: "p", intent: { writer: "p-a", n: 1 }, changes: [{ do: "put", record: note }] },
  ];
  for (let n = 1; n <= moves; n++) {
    const place = { frame: "f", u: n, v: 0 };
    const changes = [{ do: "patch", id: "n", set: { place } } as const];
    events.push({ at: 1000 + n * 100, by: "p", intent: { writer: "p-a", n: n + 1 }, changes });
  }
  return events;
}

describe("History", () => {
  it("[REPLAY-4] has the state after any number of events that folding them one by one gives", () => {
    const events = moving(2500);
    const history = new History();
    history.append(events.slice(0, 1700));
    history.append(events.slice(1700));
    for (const count of [0, 1, 999, 1000, 1001, 2000, 2499, 2501, 9999]) {
      const folded = emptyState();
      for (const event of events.slice(0, count)) applyEvent(folded, event);
      expect(history.stateAfter(count).records, `after ${count}`).toEqual(folded.records);
    }
  });

  it("[REPLAY-4] gives a state of its own each time", () => {
    const history = new History();
    history.append(moving(3));
    history.stateAfter(4).records.clear();
    expect(history.stateAfter(4).records.size).toBe(1);
  });

  it("[REPLAY-4] counts events up to and with a moment", () => {
    const events = [10, 20, 20, 30].map((at) => ({ at }));
    expect([9, 10, 19, 20, 29, 30, 99].map((at) => countAt(events, at))).toEqual([0, 1, 1, 3, 3, 4, 4]);
  });
});

describe("Player", () => {
  function playerOf(events: Event[]): Player {
    const player = new Player();
    player.history.append(events);
    player.grown();
    return player;
  }
  const u = (player: Player) => (player.state.records.get("n") as Sticky | undefined)?.place.u;

  it("[REPLAY-5] shows the state of the moment it is sought to, forwards and backwards", () => {
    const player = playerOf(moving(1200));
    player.seek(50_000);
    expect(u(player)).toBe(500);
    player.seek(50_150);
    expect(u(player)).toBe(501);
    player.seek(100);
    expect(u(player)).toBe(1);
    player.seek(1e9);
    expect([u(player), player.time.value]).toEqual([1200, 120_000]);
    player.seek(-5);
    expect(player.time.value).toBe(0);
  });

  it("[REPLAY-5] says which records changed on the way, or that anything may have", () => {
    const player = playerOf(moving(1200));
    const seen: (ReadonlySet<string> | null)[] = [];
    player.onChange = (ids) => seen.push(ids);
    player.seek(100);
    player.seek(120);
    player.seek(0);
    expect(seen).toEqual([new Set(["n"]), new Set(), null]);
  });

  it("[REPLAY-5] steps from event to event", () => {
    const player = playerOf(moving(3));
    player.step(1);
    player.step(1);
    expect(u(player)).toBe(2);
    player.step(-1);
    expect(u(player)).toBe(1);
    player.step(-1);
    player.step(-1);
    expect(player.time.value).toBe(0);
  });
});

describe("drags", () => {
  const dropped: Event = {
    at: 5000,
    by: "p",
    intent: { writer: "p-a", n: 1 },
    changes: [{ do: "patch", id: "n", set: { place: { frame: "f", u: 1, v: 1 } } }],
    path: [
      [100, 10, 0],
      [500, 10, 40],
    ],
  };

  it("[REPLAY-6] are under way from their start until the drop", () => {
    const drags = dragsOf([...moving(2), dropped]);
    expect(drags).toMatchObject([{ start: 4500, end: 5000, ids: ["n"], by: "p" }]);
    expect([4499, 4500, 4999, 5000].map((at) => dragsAt(drags, at).length)).toEqual([0, 1, 1, 0]);
  });

  it("[REPLAY-6] go evenly from point to point of their path", () => {
    const path = dropped.path ?? [];
    expect(offsetAt(path, 0)).toEqual({ dx: 0, dy: 0 });
    expect(offsetAt(path, 50)).toEqual({ dx: 5, dy: 0 });
    expect(offsetAt(path, 300)).toEqual({ dx: 10, dy: 20 });
    expect(offsetAt(path, 900)).toEqual({ dx: 10, dy: 40 });
  });
});
