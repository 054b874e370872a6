// Chance decides who writes, what arrives when, which lines break and which pages die; in the end all agree, and every
// letter was saved once or handed back. A failing run prints its seed; CHAOS_RUNS asks for more of them.

import { afterEach, beforeEach, expect, it, vi } from "vitest";
import { Device } from "../../tests/device";
import { Dice } from "../../tests/dice";
import { LittleServer, type TestLine } from "../../tests/little-server";
import type { Sticky } from "../generated/protocol";
import { openSession } from "./session";
import type { Store } from "./store";
import type { HandedBack, Session } from "./types";

const RUNS = Number(process.env.CHAOS_RUNS ?? 60);
const FIRST_SEED = Number(process.env.CHAOS_SEED ?? 1);
const STEPS = 250;
const FIRST_LETTER = 0x4e00;

/** deleting: letters and notes too, and undoing; locking: a facilitator locks and unlocks; quiet: neither. */
type Kind = "deleting" | "locking" | "quiet";

interface Page {
  person: string;
  session: Session;
  device: Device;
  lines: TestLine[];
}

class World {
  readonly server = new LittleServer();
  readonly pages: Page[] = [];
  readonly handedBack: HandedBack[] = [];
  /** How many letters were typed; each is another one. */
  letters = 0;
  /** Letters that somebody saw in this order when typing one of them. */
  readonly neighbours: [string | undefined, string | undefined][] = [];

  constructor(
    readonly dice: Dice,
    readonly kind: Kind,
  ) {
    for (const id of ["a", "b"]) {
      const place = { frame: "f", u: 0, v: 0 };
      const record: Sticky = { kind: "sticky", id, canvas: "c", place, author: "x", text: "" };
      this.server.append("server", "server-1", this.server.events.length + 1, [{ do: "put", record }]);
    }
    this.server.facilitators.add("fac");
    if (kind !== "quiet" && dice.below(3) === 0) this.server.tail = 8;
  }

  open(person: string, device: Device): Page {
    const lines: TestLine[] = [];
    const socket = () => {
      lines.push(this.server.connect());
      return lines.at(-1) as TestLine;
    };
    const session = openSession(
      { workshop: "w", person, socketUrl: "" },
      { socket, store: device as unknown as Store },
    );
    const page = { person, session, device, lines };
    // Handed back is handed back: what a page that dies had on screen is not asked for again.
    session.on("handedBack", (texts) => this.handedBack.push(...texts));
    this.pages.push(page);
    return page;
  }

  async step(): Promise<void> {
    const { dice, server } = this;
    const page = dice.oneOf(this.pages);
    const what = dice.below(100);
    if (what < 25) this.type(page);
    else if (what < 28) this.create(page);
    else if (what < 30) this.move(page);
    else if (what < 32 && this.kind === "deleting") page.session.propose({ type: "undo" });
    else if (what < 34 && this.kind !== "quiet") this.lock();
    else if (what < 35 && this.kind === "deleting")
      page.session.propose({ type: "item.delete", ids: [this.note(page)] });
    else if (what < 36 && server.lines.length > 0) dice.oneOf(server.lines).cut();
    else if (what < 38) await this.reload(page);
    else if (what < 39 && this.kind !== "quiet" && this.pages.length < 8) this.open(page.person, page.device);
    else if (what === 39 && dice.below(3) === 0) server.restart();
    else if (what < 50) await vi.advanceTimersByTimeAsync(dice.oneOf([5, 30, 300, 1_000]));
    else if (server.lines.length > 0) this.deliver(dice.below(6));
    server.lines = server.lines.filter((line) => !line.dead);
    await vi.advanceTimersByTimeAsync(0);
  }

  /** Some messages arrive on one line, in either direction. */
  deliver(most: number): void {
    const line = this.dice.oneOf(this.server.lines);
    for (let message = 0; message <= most; message += 1) line.deliver(this.dice.below(2) ? "up" : "down");
  }

  note({ session }: Page): string {
    const notes = [...session.records()].filter((record) => record.kind === "sticky");
    return notes.length > 0 ? this.dice.oneOf(notes).id : "a";
  }

  type(page: Page): void {
    const { dice } = this;
    const id = this.note(page);
    const record = page.session.get(id);
    if (record?.kind !== "sticky") return;
    const points = Array.from(record.text ?? "");
    const at = dice.below(points.length + 1);
    const remove = this.kind === "deleting" ? dice.below(Math.min(3, points.length - at) + 1) : 0;
    this.letters += 1;
    const letter = String.fromCodePoint(FIRST_LETTER + this.letters);
    this.neighbours.push([points[at - 1], letter], [letter, points[at]]);
    points.splice(at, remove, letter);
    page.session.setText(id, points.join(""));
  }

  create({ person, session }: Page): void {
    if (session.saving.state === "connecting") return;
    this.letters += 1;
    const text = String.fromCodePoint(FIRST_LETTER + this.letters);
    const place = { frame: "f", u: 0, v: 0 };
    const item: Sticky = { kind: "sticky", id: session.newId(), canvas: "c", place, author: person, text };
    session.propose({ type: "item.create", items: [item] });
  }

  move(page: Page): void {
    const place = { frame: "f", u: this.dice.below(100) / 100, v: 0 };
    page.session.propose({ type: "item.move", moves: [{ id: this.note(page), place }] });
  }

  lock(): void {
    const page = this.pages.find(({ person }) => person === "fac");
    if (page) page.session.propose({ type: "item.lock", ids: [this.note(page)], locked: this.dice.below(2) === 0 });
  }

  /** The page goes, and nobody hears its last words; the next one finds what the device has. */
  async reload(page: Page): Promise<void> {
    for (const line of page.lines) line.dead = true;
    page.session.close();
    // A second tab of the same browser goes on with the same storage.
    const shared = this.pages.some((other) => other !== page && other.device === page.device);
    const device = shared ? page.device : page.device.copy();
    this.pages.splice(this.pages.indexOf(page), 1);
    this.open(page.person, device);
    await vi.advanceTimersByTimeAsync(0);
  }

  async calm(): Promise<void> {
    for (let round = 0; round < 50; round += 1) {
      await vi.advanceTimersByTimeAsync(1_000);
      for (let busy = true; busy; ) {
        busy = false;
        for (const line of [...this.server.lines]) {
          while (line.deliver("up") || line.deliver("down")) busy = true;
        }
        await vi.advanceTimersByTimeAsync(0);
      }
      if (this.pages.every(({ session }) => session.saving.state === "saved")) return;
    }
  }
}

beforeEach(() => {
  vi.useFakeTimers({ toFake: ["setTimeout", "clearTimeout", "setInterval", "clearInterval", "performance"] });
});

afterEach(() => {
  vi.restoreAllMocks();
  vi.useRealTimers();
});

async function run(seed: number, kind: Kind): Promise<World> {
  const dice = new Dice(seed);
  vi.spyOn(Math, "random").mockImplementation(() => dice.below(1_000) / 1_000);
  const world = new World(dice, kind);
  for (const person of ["anna", "bert", "fac", "zoe"]) world.open(person, new Device());
  for (let step = 0; step < STEPS; step += 1) await world.step();
  await world.calm();
  for (const { person, session, device } of world.pages) {
    const where = `seed ${seed}, ${person}`;
    expect(session.saving, where).toEqual({ state: "saved" });
    const seen = new Map([...session.records()].map((record) => [record.id, record]));
    expect(seen, where).toEqual(world.server.state.records);
    expect([...device.entries.keys()], where).toEqual([]);
    session.close();
  }
  return world;
}

it("[SAVE-140] whatever breaks, all pages come to show the same, all saved", async () => {
  for (let seed = FIRST_SEED; seed < FIRST_SEED + RUNS; seed += 1) await run(seed, "deleting");
});

it("[SAVE-141] whatever breaks or is refused, every letter is there once, or was handed back", async () => {
  for (let seed = FIRST_SEED; seed < FIRST_SEED + RUNS; seed += 1) {
    const world = await run(seed, "locking");
    const saved = Array.from(textsOf(world).join(""));
    const back = world.handedBack.map(({ text }) => text).join("");
    expect(new Set(saved).size, `seed ${seed}: a letter is there twice`).toBe(saved.length);
    for (let letter = 1; letter <= world.letters; letter += 1) {
      const one = String.fromCodePoint(FIRST_LETTER + letter);
      expect(saved.includes(one) || back.includes(one), `seed ${seed}: letter ${letter} is lost`).toBe(true);
    }
  }
});

it("[TEXT-140] whatever breaks, every letter stays between those it was typed between", async () => {
  for (let seed = FIRST_SEED; seed < FIRST_SEED + RUNS; seed += 1) {
    const world = await run(seed, "quiet");
    const all = textsOf(world).join("\n");
    for (const [left = "", right = ""] of world.neighbours) {
      if (left && right)
        expect(all.indexOf(left), `seed ${seed}: ${left} before ${right}`).toBeLessThan(all.indexOf(right));
    }
    expect(Array.from(all.replaceAll("\n", "")).length, `seed ${seed}`).toBe(world.letters);
    expect(world.handedBack, `seed ${seed}`).toEqual([]);
  }
});

function textsOf(world: World): string[] {
  return [...world.server.state.records.values()].map((record) => (record as Sticky).text ?? "");
}
