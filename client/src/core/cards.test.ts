import { expect, test } from "vitest";
import { copyOf } from "../canvas/copies";
import type { Card, Item, Template } from "../generated/protocol";
import { cardText, staysPut } from "./cards";
import { whyNotItem } from "./item-rights";

const template = {
  cards: [
    { id: "move", zone: "z", text: { nl: "Verplaats", en: "Move" }, copies: true },
    { id: "once", zone: "z", text: { nl: "Eén", en: "One" } },
    { id: "tick", zone: "z", text: { nl: "Vink", en: "Tick" }, kind: "checkbox" },
    { id: "rate", zone: "z", text: { nl: "Oordeel", en: "Rate" }, kind: "statement" },
  ],
} as unknown as Template;
const common = { canvas: "c", place: { frame: "sheet", u: 0.5, v: 0.5 } };
const card = (id: string, text?: string): Card => ({
  ...{ kind: "card", id: `c.card.${id}`, card: id, ...common },
  ...(text ? { text } : {}),
});
const participant = { role: "participant", situation: "free", paused: false } as const;
const facilitator = { ...participant, role: "facilitator" } as const;

test("[UI-231] A card says what a facilitator worded, else what the template does, in the language of who reads it.", () => {
  expect([cardText(template, card("move"), "nl"), cardText(template, card("move"), "en")]).toEqual([
    "Verplaats",
    "Move",
  ]);
  expect(cardText(template, card("move", "Anders"), "en")).toBe("Anders");
  expect(cardText(template, card("gone"), "en")).toBe("");
});

test("[UI-231] Lines to tick or score and arrows stay where they are, for facilitators too; cards are moved by all.", () => {
  const arrow: Item = { kind: "connector", id: "w.1", start: "a", end: "b", ...common };
  const why = (item: Item, standing: typeof participant | typeof facilitator) =>
    whyNotItem("item.move", item, false, standing, "me", false, staysPut(template, item));
  expect(["move", "tick", "rate"].map((id) => why(card(id), participant))).toEqual([null, "stays", "stays"]);
  expect([why(card("tick"), facilitator), why(arrow, facilitator)]).toEqual(["stays", "stays"]);
});

test("[UI-231] Participants leave a card its words, and do not delete what lay there from the start.", () => {
  const why = (intent: "text.edit" | "item.delete", standing: typeof participant | typeof facilitator) =>
    whyNotItem(intent, card("move"), false, standing, "me");
  expect([why("text.edit", participant), why("item.delete", participant)]).toEqual(["facilitators", "not-own"]);
  expect([why("text.edit", facilitator), why("item.delete", facilitator)]).toEqual([null, null]);
});

test("[UI-231] Notes and texts are copied, cards where the template lets them, all else is there once.", () => {
  const token: Item = { kind: "partner-token", id: "c.partner.o", organisation: "o", ...common };
  expect(copyOf(template, card("move", "Anders"))).toEqual({ kind: "card", card: "move" });
  expect([copyOf(template, card("once")), copyOf(template, token)]).toEqual([null, null]);
  const note: Item = { kind: "sticky", id: "w.1", text: "a", tone: "plus", author: "me", z: 4, ...common };
  expect(copyOf(template, note)).toEqual({ kind: "sticky", text: "a", tone: "plus" });
  expect(copyOf(template, { kind: "label", id: "w.2", text: "b", ...common })).toEqual({ kind: "label", text: "b" });
});
