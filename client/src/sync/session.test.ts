// Sessions against a server that delivers when told to: what is shown, waits, is saved once, and survives.

import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { Device } from "../../tests/device";
import { LittleServer, type TestLine } from "../../tests/little-server";
import type { Sticky } from "../generated/protocol";
import { openSession } from "./session";
import type { Store } from "./store";
import type { HandedBack, Session } from "./types";

const NOTE: Sticky = {
  kind: "sticky",
  id: "note",
  canvas: "c",
  place: { frame: "f", u: 0.5, v: 0.5 },
  author: "x",
  z: 1,
  text: "middle",
};

let server: LittleServer;
const sessions: Session[] = [];

beforeEach(() => {
  vi.useFakeTimers({ toFake: ["setTimeout", "clearTimeout", "setInterval", "clearInterval", "performance"] });
  server = new LittleServer();
  server.append("server", "server-1", 1, [{ do: "put", record: NOTE }]);
});

afterEach(() => {
  for (const session of sessions.splice(0)) session.close();
  vi.useRealTimers();
});

interface Page {
  session: Session;
  device: Device;
  handedBack: HandedBack[];
  refused: string[];
  line(): TestLine;
}

async function open(person: string, device = new Device()): Promise<Page> {
  const session = openSession(
    { workshop: "w", person, socketUrl: "ws://test" },
    { socket: server.connect, store: device as unknown as Store },
  );
  sessions.push(session);
  const page: Page = {
    session,
    device,
    handedBack: [],
    refused: [],
    line: () => {
      const line = server.lines.findLast((each) => !each.dead && each.person === person);
      if (!line) throw new Error("expected a line, but it is cut");
      return line;
    },
  };
  session.on("handedBack", (texts) => page.handedBack.push(...texts));
  session.on("refused", ({ code }) => page.refused.push(code));
  await vi.advanceTimersByTimeAsync(0);
  return page;
}

/** Deliver all that is under way, in both directions. */
async function settle(): Promise<void> {
  await vi.advanceTimersByTimeAsync(0);
  let busy = true;
  while (busy) {
    busy = false;
    for (const line of [...server.lines]) {
      while (line.deliver("up")) busy = true;
      while (line.deliver("down")) busy = true;
    }
    await vi.advanceTimersByTimeAsync(0);
  }
}

/** Let the time pass in which a broken line is opened again. */
async function reconnect(): Promise<void> {
  await vi.advanceTimersByTimeAsync(6_000);
  await settle();
}

async function opened(person: string, device = new Device()): Promise<Page> {
  const page = await open(person, device);
  await settle();
  return page;
}

/** The page dies: nothing it still does is heard or kept. */
function crash(page: Page): void {
  for (const line of server.lines) if (line.person === page.session.person) line.dead = true;
  page.device.write = async () => {};
  page.session.close();
}

const textOf = (session: Session, id = "note") => (session.get(id) as Sticky | undefined)?.text ?? "";

const newNote = (session: Session, more: Partial<Sticky> = {}): Sticky => {
  const id = session.newId();
  return { kind: "sticky", id, canvas: "c", place: { frame: "f", u: 0, v: 0 }, author: session.person, ...more };
};

describe("proposing", () => {
  it("[SAVE-120] shows at once, and is saved when its event comes back, not before", async () => {
    const { session } = await opened("anna");
    session.setText("note", "middle!");
    expect(textOf(session)).toBe("middle!");
    expect(session.saving).toEqual({ state: "waiting", waiting: 1 });
    server.lines[0]?.deliver("up");
    expect(session.saving.state).toBe("waiting");
    await settle();
    expect(session.saving).toEqual({ state: "saved" });
    expect(server.text("note")).toBe("middle!");
  });

  it("[SAVE-121] a new item stands in front of all others, as its author's, while it waits", async () => {
    const { session } = await opened("anna");
    session.propose({ type: "item.create", items: [newNote(session)] });
    session.propose({ type: "item.create", items: [newNote(session)] });
    const made = [...session.records()].filter((record) => record.id.startsWith("anna-")) as Sticky[];
    expect(made.map(({ z, author }) => [z, author])).toEqual([
      [2, "anna"],
      [3, "anna"],
    ]);
  });

  it("[SAVE-122] what is proposed before the first welcome waits for it", async () => {
    const page = await open("anna");
    page.session.propose({ type: "item.delete", ids: ["note"] });
    expect(page.session.saving.state).toBe("connecting");
    await settle();
    expect((server.state.records.get("note") as Sticky).deleted).toBe("anna");
    expect(page.session.saving).toEqual({ state: "saved" });
  });

  it("[SAVE-123] what is refused disappears again, and is told", async () => {
    server.append("server", "server-1", 2, [{ do: "patch", id: "note", set: { locked: "fac" } }]);
    const { session, refused } = await opened("anna");
    session.propose({ type: "item.move", moves: [{ id: "note", place: { frame: "f", u: 1, v: 1 } }] });
    expect((session.get("note") as Sticky).place.u).toBe(1);
    await settle();
    expect((session.get("note") as Sticky).place.u).toBe(0.5);
    expect(refused).toEqual(["locked"]);
    session.propose({ type: "item.create", items: [newNote(session)] });
    await settle();
    expect(session.saving).toEqual({ state: "saved" });
  });

  it("[SAVE-124] never more than 200 are under way", async () => {
    const { session, line } = await opened("anna");
    const items = Array.from({ length: 500 }, () => newNote(session));
    for (const item of items) session.propose({ type: "item.create", items: [item] });
    expect(line().up.length).toBe(200);
    await settle();
    expect(session.saving).toEqual({ state: "saved" });
    for (const item of items) expect(server.state.records.has(item.id)).toBe(true);
  });

  it("[SAVE-125] what one message cannot hold is refused here, and its text handed back", async () => {
    const { session, refused, handedBack, line } = await opened("anna");
    const items = Array.from({ length: 40 }, () => newNote(session, { text: "x".repeat(9_000) }));
    session.propose({ type: "item.create", items });
    expect(line().up).toEqual([]);
    expect(refused).toEqual(["too-long"]);
    expect(handedBack.length).toBe(40);
    session.setText("note", "after");
    await settle();
    expect(server.text("note")).toBe("after");
  });
});

describe("texts", () => {
  it("[TEXT-110] both see both when two write in one note at once", async () => {
    const [anna, bert] = [await opened("anna"), await opened("bert")];
    anna.session.setText("note", "AA middle");
    bert.session.setText("note", "middle BB");
    await settle();
    expect(textOf(anna.session)).toBe("AA middle BB");
    expect(textOf(bert.session)).toBe("AA middle BB");
    expect(server.text("note")).toBe("AA middle BB");
  });

  it("[TEXT-111] the first letter goes at once, what follows within 30 ms goes together", async () => {
    const { session, line } = await opened("anna");
    session.setText("note", "middle1");
    expect(line().up.length).toBe(1);
    session.setText("note", "middle12");
    session.setText("note", "middle123");
    expect(line().up.length).toBe(1);
    await vi.advanceTimersByTimeAsync(30);
    expect(line().up.length).toBe(2);
    await settle();
    expect(server.text("note")).toBe("middle123");
    expect(server.events.length).toBe(3);
  });

  it("[TEXT-112] typing that is taken back at once costs nothing, and the numbers go on", async () => {
    const { session } = await opened("anna");
    session.setText("note", "middle1");
    session.setText("note", "middle12");
    session.setText("note", "middle1");
    session.setText("note", "middle1x");
    await vi.advanceTimersByTimeAsync(50);
    await settle();
    expect(server.text("note")).toBe("middle1x");
    expect(session.saving).toEqual({ state: "saved" });
  });

  it("[TEXT-113] whoever types is told where the others' letters land in what they see", async () => {
    const [anna, bert] = [await opened("anna"), await opened("bert")];
    const landed: unknown[] = [];
    bert.session.on("spliced", (id, edit) => landed.push([id, edit, textOf(bert.session)]));
    bert.session.setText("note", "BB middle");
    anna.session.setText("note", "middle AA");
    anna.line().deliver("up");
    bert.line().deliver("down");
    expect(landed).toEqual([["note", [{ at: 9, insert: " AA" }], "BB middle AA"]]);
  });

  it("[TEXT-114] a late edit lands in a note that somebody else deleted, and is handed back whole", async () => {
    const [anna, bert] = [await opened("anna"), await opened("bert")];
    bert.session.setText("note", "middle and more");
    anna.session.propose({ type: "item.delete", ids: ["note"] });
    anna.line().deliver("up");
    await settle();
    expect(server.text("note")).toBe("middle and more");
    expect(bert.handedBack).toEqual([{ item: "note", text: "middle and more", by: "anna" }]);
    expect(anna.handedBack).toEqual([]);
  });

  it("[TEXT-115] what was typed into a note that has just been locked comes back in one piece", async () => {
    const { session, handedBack } = await opened("anna");
    session.setText("note", "middle a");
    await vi.advanceTimersByTimeAsync(40);
    session.setText("note", "middle ab");
    await vi.advanceTimersByTimeAsync(40);
    server.append("fac", "fac-1", 1, [{ do: "patch", id: "note", set: { locked: "fac" } }]);
    await settle();
    expect(handedBack).toEqual([{ item: "note", text: " ab", by: "fac" }]);
    expect(textOf(session)).toBe("middle");
  });

  it("[TEXT-116] what does not fit into the longest text is handed back", async () => {
    const { session, handedBack } = await opened("anna");
    session.setText("note", `${"x".repeat(10_000)}rest`);
    expect(handedBack).toEqual([{ item: "note", text: "rest", by: null }]);
    await settle();
    expect(server.text("note").length).toBe(10_000);
  });

  it("[UNDO-110] an undoing among typing moves what was typed meanwhile, for everyone alike", async () => {
    const [anna, bert] = [await opened("anna"), await opened("bert")];
    anna.session.setText("note", "XXmiddle");
    await settle();
    anna.session.propose({ type: "undo" });
    anna.session.setText("note", "XXmiddle end");
    bert.session.setText("note", "XXmiddle BB");
    await vi.advanceTimersByTimeAsync(30);
    await settle();
    expect(textOf(anna.session)).toBe(server.text("note"));
    expect(textOf(bert.session)).toBe(server.text("note"));
    expect(server.text("note").startsWith("middle")).toBe(true);
  });
});

describe("a broken line", () => {
  it("[RESUME-110] work goes on without a line, and is saved once when it is back", async () => {
    const { session, line } = await opened("anna");
    line().cut();
    session.setText("note", "middle offline");
    session.propose({ type: "item.create", items: [newNote(session)] });
    expect(session.saving).toEqual({ state: "reconnecting", waiting: 2 });
    await reconnect();
    expect(session.saving).toEqual({ state: "saved" });
    expect(server.text("note")).toBe("middle offline");
  });

  it("[RESUME-111] what arrived before the line broke does not happen twice", async () => {
    const { session, line } = await opened("anna");
    session.setText("note", "middle once");
    line().deliver("up");
    line().cut();
    await reconnect();
    expect(server.text("note")).toBe("middle once");
    expect(textOf(session)).toBe("middle once");
    expect(session.saving).toEqual({ state: "saved" });
  });

  it("[RESUME-112] waiting text is carried over what others wrote meanwhile", async () => {
    const [anna, bert] = [await opened("anna"), await opened("bert")];
    anna.line().cut();
    anna.session.setText("note", "middle offline");
    bert.session.setText("note", "before middle");
    await settle();
    await reconnect();
    expect(server.text("note")).toBe("before middle offline");
    expect(textOf(anna.session)).toBe("before middle offline");
  });

  it("[RESUME-113] a refusal that got lost with the line is found out, and its text handed back", async () => {
    const { session, line, handedBack } = await opened("anna");
    server.append("fac", "fac-1", 1, [{ do: "patch", id: "note", set: { locked: "fac" } }]);
    session.setText("note", "middle lost");
    session.propose({ type: "item.create", items: [newNote(session)] });
    line().deliver("up");
    line().deliver("up");
    line().cut();
    await reconnect();
    expect(handedBack).toEqual([{ item: "note", text: " lost", by: null }]);
    expect(textOf(session)).toBe("middle");
    expect(session.saving).toEqual({ state: "saved" });
  });

  it("[RESUME-114] a number that was refused before the break is skipped after it", async () => {
    const { session, line } = await opened("anna");
    server.append("fac", "fac-1", 1, [{ do: "patch", id: "note", set: { locked: "fac" } }]);
    session.setText("note", "middle lost");
    await settle();
    server.restart();
    session.propose({ type: "item.create", items: [newNote(session)] });
    await reconnect();
    expect(line().dead).toBe(false);
    expect(server.asked.map(({ type, n }) => `${type} ${n}`)).toEqual(["ask 1", "skip 1", "ask 2"]);
    expect(session.saving).toEqual({ state: "saved" });
  });

  it("[RESUME-115] too long away: texts are handed back, everything else is saved", async () => {
    const { session, line, handedBack } = await opened("anna");
    line().cut();
    session.setText("note", "middle away");
    const mine = newNote(session, { text: "mine" });
    session.propose({ type: "item.create", items: [mine] });
    session.setText(mine.id, "mine too");
    server.append("x", "x-1", 1, [{ do: "splice", id: "note", edit: [{ at: 0, insert: "z" }] }]);
    server.tail = 0;
    await vi.advanceTimersByTimeAsync(1_000);
    await reconnect();
    expect(handedBack).toEqual([{ item: "note", text: " away", by: null }]);
    expect(server.text(mine.id)).toBe("mine too");
    expect(server.text("note")).toBe("zmiddle");
    expect(session.saving).toEqual({ state: "saved" });
  });

  it("[RESUME-121] too long away: of what was under way, what was refused is handed back, what was saved is not", async () => {
    const { session, line, handedBack } = await opened("anna");
    session.setText("note", "middle saved");
    await vi.advanceTimersByTimeAsync(40);
    line().deliver("up");
    server.append("fac", "fac-1", 1, [{ do: "patch", id: "note", set: { locked: "fac" } }]);
    session.setText("note", "middle saved, refused");
    session.propose({ type: "item.create", items: [newNote(session)] });
    line().deliver("up");
    line().deliver("up");
    line().cut();
    server.tail = 0;
    await reconnect();
    expect(handedBack).toEqual([{ item: "note", text: ", refused", by: null }]);
    expect(textOf(session)).toBe("middle saved");
    expect(session.saving).toEqual({ state: "saved" });
  });

  it("[RESUME-116] another history: texts are handed back, and what is shown is the new one", async () => {
    const { session, handedBack } = await opened("anna");
    session.setText("note", "middle mine");
    server.fork([{ ...NOTE, text: "another" }]);
    await reconnect();
    expect(handedBack).toEqual([{ item: "note", text: " mine", by: null }]);
    expect(textOf(session)).toBe("another");
    expect(session.saving).toEqual({ state: "saved" });
  });

  it("[RESUME-117] a silent line is given up after 15 s", async () => {
    const { session, line } = await opened("anna");
    const silent = line();
    await vi.advanceTimersByTimeAsync(14_000);
    expect(silent.dead).toBe(false);
    await vi.advanceTimersByTimeAsync(3_000);
    expect(silent.dead).toBe(true);
    expect(session.saving.state).toBe("reconnecting");
    await reconnect();
    expect(session.saving).toEqual({ state: "saved" });
  });

  it("[RESUME-118] a lost frame is noticed by the heads, and fetched", async () => {
    const { session, line } = await opened("anna");
    server.append("x", "x-1", 1, [{ do: "splice", id: "note", edit: [{ at: 0, insert: "z" }] }]);
    line().down.length = 0;
    for (let beat = 0; beat < 2; beat += 1) {
      line().say({ type: "heads", heads: { shared: server.position } });
      line().deliver("down");
    }
    await reconnect();
    expect(textOf(session)).toBe("zmiddle");
  });

  it("[RESUME-119] a closing for good is not tried again", async () => {
    const { session, line } = await opened("anna");
    line().cut(4102, "expected a person who joined from this browser");
    const lines = server.lines.length;
    await vi.advanceTimersByTimeAsync(60_000);
    expect(server.lines.length).toBe(lines);
    expect(session.saving).toEqual({
      state: "closed",
      code: 4102,
      message: "expected a person who joined from this browser",
    });
  });

  it("[RESUME-120] attempts come ever less often, at most 5 s apart", async () => {
    await opened("anna");
    const times: number[] = [];
    for (let attempt = 0; attempt < 12; attempt += 1) {
      server.lines.at(-1)?.cut();
      const lines = server.lines.length;
      const from = performance.now();
      while (server.lines.length === lines) await vi.advanceTimersByTimeAsync(10);
      times.push(performance.now() - from);
    }
    expect(times[0]).toBeLessThanOrEqual(260);
    expect(Math.max(...times)).toBeLessThanOrEqual(5_010);
    expect(Math.min(...times.slice(6))).toBeGreaterThanOrEqual(2_490);
  });
});

describe("a reload", () => {
  it("[SAVE-130] what waited is shown and saved by the next page, under its own number", async () => {
    const page = await opened("anna");
    page.line().cut();
    page.session.setText("note", "middle kept");
    crash(page);
    const device = page.device.copy();
    server.append("x", "x-1", 1, [{ do: "splice", id: "note", edit: [{ at: 0, insert: "zz" }] }]);
    const next = await opened("anna", device);
    expect(server.text("note")).toBe("zzmiddle kept");
    expect(server.events.at(-1)?.intent).toEqual({ writer: "anna-1", n: 1 });
    expect(textOf(next.session)).toBe("zzmiddle kept");
    expect(next.session.saving).toEqual({ state: "saved" });
    expect(device.entries.size).toBe(0);
  });

  it("[SAVE-131] what had been saved just before the page died is not saved twice", async () => {
    const page = await opened("anna");
    page.session.setText("note", "middle once");
    page.line().deliver("up");
    crash(page);
    const device = page.device.copy();
    const next = await opened("anna", device);
    expect(server.text("note")).toBe("middle once");
    expect(device.entries.size).toBe(0);
    expect(textOf(next.session)).toBe("middle once");
    expect(next.session.saving).toEqual({ state: "saved" });
  });

  it("[SAVE-132] new typing over what was left goes out only when that is saved", async () => {
    const page = await opened("anna");
    page.line().cut();
    page.session.setText("note", "middle old");
    crash(page);
    const device = page.device.copy();
    const next = await open("anna", device);
    const line = server.lines.at(-1);
    line?.deliver("up");
    line?.deliver("up");
    line?.deliver("down");
    line?.deliver("down");
    expect(textOf(next.session)).toBe("middle old");
    next.session.setText("note", "middle old new");
    expect(line?.up.length).toBe(1);
    await settle();
    expect(server.text("note")).toBe("middle old new");
    expect(next.session.saving).toEqual({ state: "saved" });
  });

  it("[SAVE-133] after a fork what was left in texts is handed back, the rest is saved", async () => {
    const page = await opened("anna");
    page.line().cut();
    page.session.setText("note", "middle left");
    const mine = newNote(page.session, { text: "note of mine" });
    page.session.propose({ type: "item.create", items: [mine] });
    crash(page);
    server.fork([NOTE]);
    const device = page.device.copy();
    const next = await opened("anna", device);
    expect(next.handedBack).toEqual([{ item: "note", text: " left", by: null }]);
    expect(server.text(mine.id)).toBe("note of mine");
    expect(device.entries.size).toBe(0);
  });
});
