import { expect, it } from "vitest";
import { shortTitle, tabTitles } from "../../src/app/short-title";
import type { Canvas } from "../../src/generated/protocol";

it.each([
  ["De gouden driehoek: soorten belangen", "De gouden driehoek"],
  ["Strategische kern, complementaire ring en vrije ruimte", "Strategische kern"],
  ["Vertrouwen en waakzaamheid", "Vertrouwen en waakzaamheid"],
  ["Partners, belangen, brengen en halen, gedeelde ambitie", "Partners, belangen, brengen en halen, gedeelde ambitie"],
])("[UI-6] a tab shows %s as %s", (title, short) => {
  expect(shortTitle(title)).toBe(short);
});

it("[UI-6] numbers the second canvas of the same template", () => {
  const canvas = { template: { title: { nl: "Halen en brengen", en: "Give and take" } } } as Canvas;
  expect(tabTitles([canvas, canvas], "en")).toEqual(["Give and take", "Give and take 2"]);
});
