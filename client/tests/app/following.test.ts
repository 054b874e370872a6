import { expect, it } from "vitest";
import { hereOf, othersHere, Summons } from "../../src/app/workshop/following";
import type { Peer } from "../../src/sync/types";

const peer = (writer: string, person: string, here: Partial<Peer["here"]> = {}): [string, Peer] => [
  writer,
  { writer, person, here: { type: "here", ...here } },
];

it("[PRES-20] follows, of somebody's pages, the one that shows a canvas", () => {
  const peers = new Map([
    peer("a-1", "a", { canvas: "c1" }),
    peer("a-2", "a", { canvas: "c2", view: [0, 0, 10, 10] }),
    peer("b-1", "b", { canvas: "c3" }),
  ]);
  expect(hereOf(peers, "a")?.canvas).toBe("c2");
  expect(hereOf(peers, "b")?.canvas).toBe("c3");
  expect(hereOf(peers, "c")).toBeNull();
});

it("[PRES-21] shows everyone who is here once, by name, and not me", () => {
  const peers = new Map([peer("a-1", "a"), peer("a-2", "a"), peer("b-1", "b"), peer("me-2", "me")]);
  const names: Record<string, string> = { a: "Mo", b: "Jelle", me: "Noor" };
  expect(othersHere(peers, "me", (id) => names[id] ?? null)).toEqual(["b", "a"]);
});

it("[UI-138] goes along with a facilitator who brings everyone, once for each time, and not for what was before", () => {
  const summons = new Summons();
  const since = 1000;
  const noor = (brings?: number) => new Map([peer("noor-1", "noor", brings === undefined ? {} : { brings })]);
  expect(summons.hear(noor(900), since)).toBeNull();
  expect(summons.hear(noor(1100), since)).toBe("noor");
  expect(summons.hear(noor(1100), since)).toBeNull();
  const reloaded = new Map([...noor(1100), peer("noor-2", "noor")]);
  expect(summons.hear(reloaded, since)).toBeNull();
  // Also where nothing was seen of that page before.
  expect(summons.hear(new Map([peer("mo-1", "mo", { brings: 1200 })]), since)).toBe("mo");
});
