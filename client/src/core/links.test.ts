import { expect, test } from "vitest";
import type { Connector, Item, Sticky } from "../generated/protocol";
import { endOf, knownAs, type Seen } from "./links";

const place = { frame: "sheet", u: 0.5, v: 0.5 };
const note = (id: string, more: Partial<Sticky> = {}): Item => ({ kind: "sticky", id, canvas: "c", place, ...more });
const token = (id: string, more = {}): Item => ({
  ...{ kind: "partner-token" as const, id, canvas: "c", place, organisation: "o" },
  ...more,
});
const arrow = (start: string, end: string, more: Partial<Connector> = {}): Connector => ({
  ...{ kind: "connector", id: "arrow", canvas: "c", place, start, end },
  ...more,
});

function seeing(shared: readonly Item[], own: readonly Item[] = []): Seen {
  const all = [...shared, ...own];
  return {
    get: (id) => all.find((item) => item.id === id),
    draftOf: (id) => own.find((item) => item.public === id),
    isDraft: (item) => own.some(({ id }) => id === item.id),
  };
}

test("[LINK-2] An arrow holds on to nothing that is deleted, until it is put back.", () => {
  const link = arrow("a", "b");
  expect(endOf(link, "start", seeing([link, note("a"), note("b")]))?.id).toBe("a");
  expect(endOf(link, "start", seeing([link, note("a", { deleted: "p" }), note("b")]))).toBeUndefined();
  expect(endOf(link, "end", seeing([link, note("a")]))).toBeUndefined();
});

test("a private arrow finds a draft by the id that this will have, and one's stand-in before the token", () => {
  const link = arrow("shown-later", "c.partner.o", { step: "s" });
  const draft = note("mine", { public: "shown-later", step: "s" });
  const standIn = token("c.partner.o.s", { step: "s" });
  const seen = seeing([token("c.partner.o")], [link, draft, standIn]);
  expect(endOf(link, "start", seen)?.id).toBe("mine");
  expect(endOf(link, "end", seen)?.id).toBe("c.partner.o.s");
  expect(endOf(link, "end", seeing([token("c.partner.o")], [link, draft]))?.id).toBe("c.partner.o");
});

test("everyone's arrow stays with the token, whatever one has placed oneself", () => {
  const link = arrow("c.partner.o", "b");
  const seen = seeing([link, token("c.partner.o"), note("b")], [token("c.partner.o.s", { step: "s" })]);
  expect(endOf(link, "start", seen)?.id).toBe("c.partner.o");
});

test("an end is named as everyone knows it", () => {
  expect(knownAs(note("a"), false)).toBe("a");
  expect(knownAs(note("mine", { public: "later", step: "s" }), true)).toBe("later");
  expect(knownAs(note("mine"), true)).toBe("mine");
  expect(knownAs(token("c.partner.o.s", { step: "s", public: "later" }), true)).toBe("c.partner.o");
});
