import { describe, expect, it } from "vitest";
import { applyEvent, emptyState } from "../../src/core/state";
import type { Change, Event, Record as WorkshopRecord } from "../../src/generated/protocol";
import { History } from "../../src/replay/history";
import { chaptersOf } from "../../src/replay/led-moments";
import { canvasToSee, momentOf } from "../../src/replay/moments";
import { DUTCH, ENGLISH, type Words } from "../../src/words";

const place = { frame: "f", u: 0.5, v: 0.5 };
const step = (id: string, nl: string, en: string, fields: object = {}): WorkshopRecord =>
  ({
    ...{ kind: "step", id, mode: "write", minutes: 5, order: 0, canvas: "c", prompt: { nl: "", en: "" } },
    ...{ title: { nl, en }, ...fields },
  }) as WorkshopRecord;
const records: WorkshopRecord[] = [
  { kind: "workshop", id: "workshop", title: "Living", language: "en" },
  { kind: "organisation", id: "o", name: "Vesta", mark: 3, order: 0 },
  { kind: "person", id: "noor", name: "Noor", role: "facilitator" },
  { kind: "person", id: "kim", name: "Kim", role: "participant", organisation: "o" },
  { kind: "person", id: "mo", name: "Mo", role: "participant", waiting: true },
  step("w", "Schrijven", "Writing"),
  step("r", "Onthullen", "Reveal", { mode: "reveal" }),
  step("out", "Afronden", "Check-out", { mode: "check-out" }),
];
const put = (record: object): Change => ({ do: "put", record: record as WorkshopRecord });
const set = (fields: object, id = "workshop"): Change => ({ do: "patch", id, set: fields });
const shown = (id: string) => put({ kind: "sticky", id, canvas: "c", place, author: null, text: "x" });

function happened(by: string, changes: Change[], revealed = false, w: Words = ENGLISH) {
  const state = emptyState();
  const before = { at: 1, by: "server", intent: { writer: "server-a", n: 1 } };
  applyEvent(state, { ...before, changes: records.map((record) => ({ do: "put", record })) });
  const event: Event = { at: 2, by, intent: { writer: `${by}-a`, n: 1 }, changes, revealed };
  applyEvent(state, event);
  return { moment: momentOf(event, 0, state, w, () => null), canvas: canvasToSee(event, state) };
}

const told = (...changes: Change[]) => happened("noor", changes).moment.sentence;

describe("moments of a led session", () => {
  it("[REPLAY-12] says which step began, in the reader's language, and looks at its canvas", () => {
    const enter = [set({ entered: 2 }, "w"), set({ step: "w" })];
    expect(happened("noor", enter)).toMatchObject({
      moment: { sentence: "Noor began the step Writing", who: "noor", item: null, canvas: "c" },
      canvas: "c",
    });
    expect(happened("noor", enter, false, DUTCH).moment.sentence).toBe("Noor begon de stap Schrijven");
    expect(told(set({ step: null }))).toBe("Noor let everyone work freely");
  });

  it("[REPLAY-12] says how much was shown, and of nobody what it was", () => {
    const enter = [set({ step: "r" }), shown("a"), shown("b")];
    const { moment, canvas } = happened("noor", enter, true);
    expect([moment.sentence, moment.about, moment.deed, canvas]).toEqual([
      ...["Noor began the step Reveal and showed 2 notes", null, "other", "c"],
    ]);
    const placement = put({ kind: "placement", id: "p", canvas: "c", step: "w", place });
    expect(happened("kim", [shown("a"), placement], true).moment.sentence).toBe("Kim showed 1 note and 1 placement");
  });

  it("[REPLAY-12] tells votes, agreements and what organisations say to them", () => {
    const round = { kind: "round", id: "v", canvas: "c", dots: 3, opened: 2 };
    expect(told(put(round))).toBe("Noor opened a vote with 3 dots");
    expect(told(put({ ...round, ended: 2, voters: 8 }))).toBe("Noor closed the vote: 8 people voted");
    const agreement = { kind: "agreement", id: "a", what: "decision", text: "Soil first.", author: "noor", at: 2 };
    expect(told(put(agreement))).toBe("Noor recorded a decision: Soil first.");
    expect(told(put({ ...agreement, what: "action" }))).toBe("Noor recorded an action: Soil first.");
    expect(told(put({ ...agreement, at: 1 }))).toBe("Noor changed the agreement: Soil first.");
    expect(told(put({ ...agreement, deleted: "noor" }))).toBe("Noor took away the agreement: Soil first.");
    const consent = { organisation: "o", how: "object", by: "kim", at: 2 };
    const said = put({ ...agreement, at: 1, consents: [consent] });
    expect(happened("kim", [said]).moment.sentence).toBe("Vesta objects to: Soil first.");
  });

  it("[REPLAY-12] tells sessions, pauses, check-outs, and who came in or went", () => {
    expect(told(put({ kind: "session", id: "s", started: 2 }), set({ session: "s" }))).toBe("Noor began the session");
    expect(told(set({ session: null }))).toBe("Noor closed the session");
    expect(told(set({ paused: "Coffee" }))).toBe("Noor began a break: Coffee");
    expect(told(set({ paused: null }))).toBe("Noor went on after the break");
    const check = { kind: "check", id: "x", step: "out", person: "kim", mood: 4, word: "hopeful" };
    expect(happened("kim", [put(check)]).moment.sentence).toBe("Kim left: 4, hopeful");
    expect(told(set({ waiting: false }, "mo"))).toBe("Noor let Mo in");
    expect(told(set({ removed: true }, "mo"), set({ generations: {} }))).toBe("Noor took Mo out of the workshop");
    expect(told(set({ order: 3 }, "w"))).toBe("Noor changed the agenda");
  });

  it("[REPLAY-12] leaves nothing that leads a session without words", () => {
    const timer = put({ kind: "timer", id: "timer", step: "w", total: 1, left: 1 });
    const spotlight = set({ spotlight: { canvas: "c" } });
    for (const w of [DUTCH, ENGLISH]) {
      for (const change of [
        timer,
        spotlight,
        set({ spotlight: null }),
        set({ waiting: true }),
        set({ title: "New" }),
      ]) {
        expect(happened("noor", [change], false, w).moment.sentence).not.toBe(w.didSomething("Noor"));
      }
    }
  });
});

describe("the time line of sessions", () => {
  const at = (moment: number, ...changes: Change[]): Event => {
    return { at: moment, by: "noor", intent: { writer: "noor-a", n: moment }, changes };
  };
  const base = at(10, ...records.map((record) => put(record)));
  const session = (id: string, started: number, ended?: number) =>
    put({ kind: "session", id, started, ...(ended ? { ended } : {}) });
  const historyOf = (...events: Event[]) => {
    const history = new History();
    history.append(events);
    return history;
  };

  it("[REPLAY-11] is that of all events where there was no session", () => {
    const history = historyOf(base, at(50, set({ title: "x" })));
    expect([history.start, history.end]).toEqual([10, 50]);
  });

  it("[REPLAY-11] begins with the first session and ends with the last, or goes on with it", () => {
    const events = [base, at(20, session("s", 20)), at(30, session("s", 20, 30)), at(40, session("t", 40))];
    const open = historyOf(...events, at(60, set({ title: "x" })));
    expect([open.start, open.end]).toEqual([20, 60]);
    const closed = historyOf(...events, at(55, session("t", 40, 55)), at(60, set({ title: "x" })));
    expect([closed.start, closed.end, closed.duration]).toEqual([20, 55, 35]);
  });

  it("[REPLAY-13] has a chapter for each step as it was gone through, within these bounds", () => {
    const events = [
      ...[base, at(15, set({ step: "w" })), at(20, session("s", 20)), at(30, set({ step: "r" }))],
      ...[
        at(40, set({ step: null })),
        at(50, set({ step: "w" })),
        at(60, session("s", 20, 60)),
        at(70, set({ step: "r" })),
      ],
    ];
    const history = historyOf(...events);
    const whole = history.stateAfter(events.length);
    const chapters = chaptersOf(history.events, whole, history.start, history.end);
    expect(chapters.map(({ from, to, step }) => [from, to, step?.id ?? null])).toEqual([
      [20, 30, "w"],
      [30, 40, "r"],
      [40, 50, null],
      [50, 60, "w"],
    ]);
    expect(chaptersOf([base], whole, 10, 50)).toEqual([]);
  });
});
