// Sessions whose line breaks, whose page dies, whose history is replaced: nothing is lost, nothing happens twice.

import { describe, expect, it, vi } from "vitest";
import { crash, NOTE, newNote, open, opened, reconnect, server, settle, textOf } from "../../tests/pages";

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

  it("[RESUME-123] a line that leaves something unanswered is given up after 7 s of silence", async () => {
    const { session, line } = await opened("anna");
    const silent = line();
    session.setText("note", "unheard");
    await vi.advanceTimersByTimeAsync(6_000);
    expect(silent.dead).toBe(false);
    await vi.advanceTimersByTimeAsync(3_000);
    expect(silent.dead).toBe(true);
    expect(session.saving.state).toBe("reconnecting");
    await reconnect();
    expect(session.saving).toEqual({ state: "saved" });
    expect(textOf(session)).toBe("unheard");
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

describe("a server that cannot vouch for the history", () => {
  it("[RESUME-122] what I ask for waits and is not sent, until a new line is welcomed without that", async () => {
    const { session, line } = await opened("anna");
    line().say({ type: "notice", code: "read-only", message: "expected the history" });
    await settle();
    session.setText("note", "middle, later");
    expect(session.saving).toEqual({ state: "read-only", message: "expected the history" });
    expect(line().up).toEqual([]);
    line().cut();
    await reconnect();
    expect(server.text("note")).toBe("middle, later");
    expect(session.saving).toEqual({ state: "saved" });
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
