import { expect, test } from "vitest";
import type { Item, Situation } from "../generated/protocol";
import { type ItemIntent, mayChangeItem, whyNotItem } from "./item-rights";
import type { Standing } from "./rights";

const place = { frame: "figure", u: 0.5, v: 0.5 };
const note = (fields: Partial<Item> = {}): Item =>
  ({ kind: "sticky", id: "a.1", canvas: "c", place, author: "p-me", ...fields }) as Item;
const token: Item = { kind: "participant-token", id: "c.own.p-other", canvas: "c", place, person: "p-other" };
const standing = (situation: Situation, role: Standing["role"] = "participant", paused = false): Standing => ({
  ...{ role, situation, paused },
});
const why = (intent: ItemIntent, item: Item, now: Standing, draft = false, back = false) =>
  whyNotItem(intent, item, draft, now, "p-me", back);

test("[UI-160] Nobody is offered what an item's lock, its author, the step or a pause forbids.", () => {
  expect(why("item.move", note(), standing("free"))).toBeNull();
  expect(why("item.move", note({ author: "p-other" }), standing("discuss"))).toBeNull();
  expect(why("item.move", note(), standing("vote"))).toBe("not-now");
  expect(why("text.edit", note(), standing("cluster+"))).toBe("not-now");
  expect(why("item.move", note(), standing("cluster+"))).toBeNull();
  expect(why("item.move", note({ locked: "p-x" }), standing("free"))).toBe("locked");
  expect(why("item.move", token, standing("free"))).toBe("others-token");
  expect(why("item.delete", note({ author: "p-other" }), standing("free"))).toBe("not-own");
  expect(why("item.restore", note({ author: "p-other", deleted: "p-me" }), standing("free"))).toBeNull();
  expect(why("item.restore", note({ author: "p-other", deleted: "p-x" }), standing("free"))).toBe("not-own");
  expect(why("item.lock", note(), standing("free"))).toBe("facilitators");
  expect(why("item.move", note(), standing("free", "observer"))).toBe("observer");
  expect(why("item.move", note(), standing("free", "participant", true))).toBe("paused");
});

test("[UI-160] A facilitator changes everyone's at any time, but nothing private beside a private step.", () => {
  const leads = (situation: Situation) => standing(situation, "facilitator", true);
  expect(why("item.move", note({ author: "p-x", locked: "p-x" }), leads("freeze"))).toBeNull();
  expect(why("item.lock", note(), leads("vote"))).toBeNull();
  expect(why("item.move", note(), leads("vote"), true)).toBe("not-now");
  expect(why("item.lock", note(), leads("write"), true)).toBe("not-now");
});

test("[UI-160] A draft is written in private steps, can be deleted and shown later, and not moved any more.", () => {
  expect(mayChangeItem("text.edit", note(), true, standing("write"), "p-me")).toBe(true);
  expect(why("text.edit", note(), standing("write"))).toBe("not-now");
  expect(why("item.move", note(), standing("reveal"), true)).toBe("not-now");
  expect(why("item.delete", note(), standing("reveal"), true)).toBeNull();
  expect(why("item.delete", note(), standing("freeze"), true)).toBe("not-now");
  expect(why("reveal", note(), standing("reveal"), true)).toBeNull();
  expect(why("reveal", note(), standing("write"), true)).toBe("not-now");
  expect(why("reveal", note(), standing("free"))).toBe("not-now");
});

test("[UI-160] What is private for good stays in hand while all talk, and is lifted, not revealed.", () => {
  expect(why("item.move", note(), standing("discuss"), true, true)).toBeNull();
  expect(why("item.move", note(), standing("discuss"), true, false)).toBe("not-now");
  expect(why("item.lift", note(), standing("discuss"), true, true)).toBeNull();
  expect(why("reveal", note(), standing("discuss"), true, true)).toBe("not-now");
  expect(why("item.lift", note(), standing("discuss"), true, false)).toBe("not-now");
});
