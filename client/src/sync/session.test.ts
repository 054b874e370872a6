// Sessions against a server that delivers when told to: what is shown, what waits, and what is typed at once.

import { describe, expect, it, vi } from "vitest";
import { newNote, open, opened, server, settle, textOf } from "../../tests/pages";
import type { Sticky } from "../generated/protocol";

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
