// Pages for tests: sessions on one little server, that hear and say only what is delivered.

import { afterEach, beforeEach, vi } from "vitest";
import type { Sticky } from "../src/generated/protocol";
import { openSession } from "../src/sync/session";
import type { Store } from "../src/sync/store";
import type { HandedBack, Session } from "../src/sync/types";
import { Device } from "./device";
import { LittleServer, type TestLine } from "./little-server";

export const NOTE: Sticky = {
  kind: "sticky",
  id: "note",
  canvas: "c",
  place: { frame: "f", u: 0.5, v: 0.5 },
  author: "x",
  z: 1,
  text: "middle",
};

/** The server of the present test. */
export let server: LittleServer;
const sessions: Session[] = [];

beforeEach(() => {
  vi.useFakeTimers({ toFake: ["setTimeout", "clearTimeout", "setInterval", "clearInterval", "performance"] });
  server = new LittleServer();
  server.append("server", "server-1", 1, [{ do: "put", record: NOTE }]);
});

afterEach(() => {
  for (const session of sessions.splice(0)) session.close();
  vi.useRealTimers();
});

export interface Page {
  session: Session;
  device: Device;
  handedBack: HandedBack[];
  refused: string[];
  line(): TestLine;
}

export async function open(person: string, device = new Device()): Promise<Page> {
  const session = openSession(
    { workshop: "w", person, socketUrl: "ws://test" },
    { socket: server.connect, store: device as unknown as Store },
  );
  sessions.push(session);
  const page: Page = {
    session,
    device,
    handedBack: [],
    refused: [],
    line: () => {
      const line = server.lines.findLast((each) => !each.dead && each.person === person);
      if (!line) throw new Error("expected a line, but it is cut");
      return line;
    },
  };
  session.on("handedBack", (texts) => page.handedBack.push(...texts));
  session.on("refused", ({ code }) => page.refused.push(code));
  await vi.advanceTimersByTimeAsync(0);
  return page;
}

/** Deliver all that is under way, in both directions. */
export async function settle(): Promise<void> {
  await vi.advanceTimersByTimeAsync(0);
  let busy = true;
  while (busy) {
    busy = false;
    for (const line of [...server.lines]) {
      while (line.deliver("up")) busy = true;
      while (line.deliver("down")) busy = true;
    }
    await vi.advanceTimersByTimeAsync(0);
  }
}

/** Let the time pass in which a broken line is opened again. */
export async function reconnect(): Promise<void> {
  await vi.advanceTimersByTimeAsync(6_000);
  await settle();
}

export async function opened(person: string, device = new Device()): Promise<Page> {
  const page = await open(person, device);
  await settle();
  return page;
}

/** The page dies: nothing it still does is heard or kept. */
export function crash(page: Page): void {
  for (const line of server.lines) if (line.person === page.session.person) line.dead = true;
  page.device.write = async () => {};
  page.session.close();
}

export const textOf = (session: Session, id = "note") => (session.get(id) as Sticky | undefined)?.text ?? "";

export const newNote = (session: Session, more: Partial<Sticky> = {}): Sticky => {
  const id = session.newId();
  return { kind: "sticky", id, canvas: "c", place: { frame: "f", u: 0, v: 0 }, author: session.person, ...more };
};
