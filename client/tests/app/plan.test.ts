import { describe, expect, it } from "vitest";
import {
  breaksBetween,
  earlier,
  minutesOf,
  NOTHING,
  planOf,
  runsOver,
  withCanvas,
  withoutBreak,
  withoutCanvas,
} from "../../src/app/start/plan";
import { found, themesOf } from "../../src/app/start/search";
import type { Route, TemplateCard } from "../../src/generated/protocol";

const route: Route = {
  id: "interests",
  order: 1,
  title: { nl: "Belangen", en: "Interests" },
  minutes: 100,
  canvases: ["a", "b", "c"],
  breaks: [
    { after: 1, minutes: 5 },
    { after: 2, minutes: 10 },
  ],
};

const card = (id: string, minutes: number, theme: string, nl: string, en: string): TemplateCard => ({
  id,
  order: 0,
  theme,
  title: { nl, en },
  prompt: { nl: `Vraag over ${nl}`, en: `Question about ${en}` },
  minutes,
  kinds: ["sticky"],
});

const cards = [
  card("a", 30, "interests", "De gouden driehoek", "The golden triangle"),
  card("b", 40, "relationship", "Vertrouwen en waakzaamheid", "Trust and vigilance"),
  card("c", 15, "interests", "Coöperatie en één doel", "Cooperation and one goal"),
];

describe("[ROUTE-2] a route", () => {
  it("adds up its canvases and breaks", () => {
    expect(minutesOf(planOf(route), cards)).toBe(30 + 40 + 15 + 5 + 10);
  });

  it("says by how much a plan runs over, and only then", () => {
    const plan = planOf(route);
    expect(runsOver(plan, minutesOf(plan, cards))).toBe(0);
    const longer = withCanvas(plan, "d");
    expect(runsOver(longer, minutesOf(longer, [...cards, { id: "d", minutes: 12 }]))).toBe(12);
    expect(runsOver(NOTHING, 900)).toBe(0);
  });

  it("moves its breaks along when a canvas before them is left out, and never doubles one", () => {
    expect(withoutCanvas(planOf(route), "c").breaks).toEqual(route.breaks);
    expect(withoutCanvas(planOf(route), "b").breaks).toEqual([{ after: 1, minutes: 5 }]);
    expect(withoutCanvas(planOf(route), "a").breaks).toEqual([{ after: 1, minutes: 10 }]);
  });

  it("has no break after its last canvas", () => {
    expect(breaksBetween(withoutCanvas(planOf(route), "c"))).toEqual([{ after: 1, minutes: 5 }]);
  });

  it("is nothing without canvases", () => {
    const empty = ["a", "b", "c"].reduce(withoutCanvas, planOf(route));
    expect(empty).toEqual(NOTHING);
  });

  it("can lose a break and change its order", () => {
    expect(withoutBreak(planOf(route), 1).breaks).toEqual([{ after: 2, minutes: 10 }]);
    expect(earlier(planOf(route), "c").templates).toEqual(["a", "c", "b"]);
    expect(earlier(planOf(route), "a").templates).toEqual(["a", "b", "c"]);
  });
});

describe("[EX-7] finding canvases", () => {
  it("finds all the words in either language, whatever their accents and case", () => {
    expect(found(cards, null, "GOLDEN tri").map((each) => each.id)).toEqual(["a"]);
    expect(found(cards, null, "cooperatie een").map((each) => each.id)).toEqual(["c"]);
    expect(found(cards, null, "vraag").length).toBe(3);
    expect(found(cards, null, "golden trust")).toEqual([]);
  });

  it("finds by theme, and counts themes", () => {
    expect(found(cards, "interests", "").map((each) => each.id)).toEqual(["a", "c"]);
    expect(found(cards, "interests", "trust")).toEqual([]);
    expect(themesOf(cards)).toEqual([
      ["interests", 2],
      ["relationship", 1],
    ]);
  });
});
