// Presence: seldom, only the latest, and only the others'.

import { afterEach, beforeEach, expect, it, vi } from "vitest";
import type { Here } from "../generated/protocol";
import { HeadWatch } from "./heads";
import { Peers, Whereabouts } from "./presence";

beforeEach(() => {
  vi.useFakeTimers({ toFake: ["setTimeout", "clearTimeout", "performance"] });
});

afterEach(() => {
  vi.useRealTimers();
});

function mouth() {
  const said: Here[] = [];
  return { welcomed: true, backlog: 0, said, send: (here: Here) => said.push(here) };
}

const at = (x: number): Here => ({ type: "here", x, y: 0 });

it("[PRES-120] at most 20 times a second: the first at once, the last for certain", () => {
  const line = mouth();
  const whereabouts = new Whereabouts(line);
  for (let x = 1; x <= 100; x += 1) {
    whereabouts.say(at(x));
    vi.advanceTimersByTime(10);
  }
  vi.advanceTimersByTime(100);
  expect(line.said[0]).toEqual(at(1));
  expect(line.said.at(-1)).toEqual(at(100));
  expect(line.said.length).toBeLessThanOrEqual(22);
  expect(line.said.length).toBeGreaterThanOrEqual(18);
});

it("[PRES-121] what is said without a line is said once it is there, and again on every new one", () => {
  const line = { ...mouth(), welcomed: false };
  const whereabouts = new Whereabouts(line);
  whereabouts.say(at(1));
  whereabouts.say(at(2));
  vi.advanceTimersByTime(100);
  expect(line.said).toEqual([]);
  line.welcomed = true;
  whereabouts.repeat();
  vi.advanceTimersByTime(100);
  whereabouts.repeat();
  expect(line.said).toEqual([at(2), at(2)]);
});

it("[PRES-122] while the line is full of what people wrote, presence waits", () => {
  const line = { ...mouth(), backlog: 1_000_000 };
  const whereabouts = new Whereabouts(line);
  whereabouts.say(at(1));
  vi.advanceTimersByTime(500);
  expect(line.said).toEqual([]);
  line.backlog = 0;
  vi.advanceTimersByTime(100);
  expect(line.said).toEqual([at(1)]);
});

it("[PRES-123] peers are the others, until they leave", () => {
  const peers = new Peers();
  const here = at(1);
  const people = [
    { writer: "a-1", person: "a", here },
    { writer: "me-1", person: "me", here },
  ];
  peers.hear(people, "me-1");
  const before = peers.all;
  expect([...before.keys()]).toEqual(["a-1"]);
  peers.hear([{ writer: "a-1", person: "a" }], "me-1");
  expect([...peers.all.keys()]).toEqual([]);
  expect([...before.keys()]).toEqual(["a-1"]);
});

it("[RESUME-130] being behind for one beat is nothing, for two it is; another token at the same place is at once", () => {
  const watch = new HeadWatch();
  const head = (seq: number, token = `t${seq}`) => ({ shared: { seq, token } });
  const mine =
    (seq: number, token = `t${seq}`) =>
    () => ({ seq, token });
  expect(watch.agrees(head(5), mine(5))).toBe(true);
  expect(watch.agrees(head(7), mine(5))).toBe(true);
  expect(watch.agrees(head(9), mine(8))).toBe(true);
  expect(watch.agrees(head(9), mine(8))).toBe(false);
  expect(watch.agrees(head(9), mine(9, "other"))).toBe(false);
  expect(watch.agrees(head(9), () => undefined)).toBe(true);
});
