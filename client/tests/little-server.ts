// A server for tests: one workshop in memory that orders intents as the real one does (live/sequencer.py, canvas/carry.py)
// and knows just enough rules to refuse some. Its lines deliver only when told to, and can be cut.

import { applyEvent, emptyState, isItem, type StreamState } from "../src/core/state";
import { type Edit, fits, inverse, transform } from "../src/core/text";
import type {
  Ask,
  Change,
  ClientMessage,
  Event,
  Hello,
  Intent,
  Load,
  Position,
  ServerMessage,
  Skip,
  Record as WorkshopRecord,
} from "../src/generated/protocol";
import type { SocketLike } from "../src/sync/socket";

interface OtherEdit {
  seq: number;
  writer: string;
  edit: Edit;
}

interface Bridge {
  upto: number;
  others: OtherEdit[];
}

class Refusal extends Error {
  constructor(
    readonly code: string,
    readonly by?: string,
  ) {
    super(`expected otherwise: ${code}`);
  }
}

/** One connection. What either side says waits until it is delivered. */
export class TestLine implements SocketLike {
  onopen: ((event: never) => void) | null = null;
  onmessage: ((event: { data: unknown }) => void) | null = null;
  onclose: ((event: { code: number; reason: string }) => void) | null = null;
  readonly bufferedAmount = 0;
  readonly up: string[] = [];
  readonly down: string[] = [];
  person = "";
  writer = "";
  opened = false;
  admitted = false;
  dead = false;

  constructor(readonly server: LittleServer) {}

  send(data: string): void {
    if (!this.dead) this.up.push(data);
  }

  close(): void {
    this.dead = true;
  }

  say(message: ServerMessage): void {
    if (!this.dead) this.down.push(JSON.stringify(message));
  }

  /** Deliver the oldest message of one direction; false when there is none. */
  deliver(direction: "up" | "down"): boolean {
    if (this.dead) return false;
    if (!this.opened) {
      this.opened = true;
      this.onopen?.(undefined as never);
      return true;
    }
    const message = this[direction].shift();
    if (message === undefined) return false;
    if (direction === "up") this.server.hear(this, JSON.parse(message) as ClientMessage);
    else this.onmessage?.({ data: message });
    return true;
  }

  /** The network breaks: what was under way is lost. */
  cut(code = 1006, reason = ""): void {
    if (this.dead) return;
    this.dead = true;
    this.onclose?.({ code, reason });
  }
}

export class LittleServer {
  state: StreamState = emptyState();
  readonly events: Event[] = [];
  lines: TestLine[] = [];
  facilitators = new Set<string>();
  /** How many events it still knows for those who come back. */
  tail = 1_000_000;
  /** Changes with each history, so that positions of another one are not recognised. */
  era = "a";
  /** All asks that came in, in order. */
  readonly asked: (Ask | Skip)[] = [];
  #bridges = new Map<string, Bridge>();
  #refused = new Map<string, number>();
  #edits = new Map<string, OtherEdit[]>();
  #backs: { by: string; seq: number; id: string; edit: Edit }[] = [];
  #writers = 0;

  readonly connect = (): TestLine => {
    const line = new TestLine(this);
    this.lines.push(line);
    return line;
  };

  get position(): Position {
    return this.positionAt(this.events.length);
  }

  positionAt(seq: number): Position {
    return { seq, token: seq === 0 ? "" : `${this.era}${seq}` };
  }

  /** Forget what is only in memory, and cut everyone off. */
  restart(): void {
    this.#bridges.clear();
    this.#refused.clear();
    for (const line of this.lines) line.cut(1012);
    this.lines = [];
  }

  /** The history is replaced by one that begins with these records. */
  fork(records: readonly WorkshopRecord[]): void {
    this.era = `${this.era}'`;
    this.state = emptyState();
    this.events.length = 0;
    this.#edits.clear();
    this.restart();
    this.append(
      "server",
      "server-x",
      1,
      records.map((record): Change => ({ do: "put", record })),
    );
  }

  /** Something that the server itself, or somebody not at a line, does. */
  append(by: string, writer: string, n: number, changes: readonly Change[], undone?: number): void {
    const event: Event = {
      at: this.events.length + 1,
      by,
      intent: { writer, n },
      changes,
      ...(undone ? { undone: { seq: undone } } : {}),
    } as Event;
    this.events.push(event);
    const seq = this.events.length;
    for (const change of changes) {
      if (change.do !== "splice") continue;
      const before = this.text(change.id);
      this.#backs.push({ by, seq, id: change.id, edit: inverse(before, change.edit) });
      const edits = this.#edits.get(change.id) ?? [];
      edits.push({ seq, writer: undone ? "" : writer, edit: change.edit });
      this.#edits.set(change.id, edits);
    }
    applyEvent(this.state, event);
    for (const line of this.lines) {
      if (!line.admitted) continue;
      line.say({ type: "events", stream: "shared", after: seq - 1, position: this.position, events: [event] });
    }
  }

  text(id: string): string {
    const record = this.state.records.get(id);
    return record?.kind === "sticky" ? (record.text ?? "") : "";
  }

  hear(line: TestLine, message: ClientMessage): void {
    if (message.type === "hello") this.#welcome(line, message);
    else if (message.type !== "here") this.#judge(line, message);
  }

  #welcome(line: TestLine, hello: Hello): void {
    this.#writers += 1;
    line.person = hello.person;
    line.writer = hello.writer ?? `${hello.person}-${this.#writers}`;
    for (const other of this.lines) if (other !== line && other.writer === line.writer) other.cut(4103);
    const own = [...this.state.writers].filter(([writer]) => writer.startsWith(`${hello.person}-`));
    line.say({
      type: "welcome",
      v: hello.v,
      writer: line.writer,
      person: hello.person,
      role: this.facilitators.has(hello.person) ? "facilitator" : "participant",
      now: 1_000_000,
      streams: ["shared"],
      last: Object.keys(hello.streams ?? {}).length > 0 ? { shared: Object.fromEntries(own) } : {},
    });
    line.say(this.#load(hello));
    line.admitted = true;
  }

  #load(hello: Hello): Load {
    const base = { type: "load", stream: "shared", position: this.position } as const;
    const snapshot = [...this.state.records.values()];
    const known = hello.streams?.shared;
    if (!known) return { ...base, snapshot };
    const { seq, token } = known.position;
    if (token !== this.positionAt(seq).token || seq > this.events.length) return { ...base, snapshot, forked: true };
    if (this.events.length - seq > this.tail) return { ...base, snapshot };
    const tail = { ...base, after: seq, events: this.events.slice(seq) };
    return known.state ? tail : { ...tail, snapshot };
  }

  #judge(line: TestLine, message: Ask | Skip): void {
    const { writer, n, stream } = message;
    this.asked.push(message);
    const saved = this.state.writers.get(writer) ?? 0;
    if (n <= saved) {
      const happened = this.events.some(({ intent }) => intent.writer === writer && intent.n === n);
      if (happened) line.say({ type: "saved", stream, writer, n });
      else line.say({ type: "refused", stream, writer, n, code: "invalid", message: "it was refused before" });
      return;
    }
    try {
      if (n > Math.max(saved, this.#refused.get(writer) ?? 0) + 1) throw new Refusal("out-of-order");
      if (message.type === "skip") throw new Refusal("invalid");
      this.#decide(line.person, writer, n, message.intent);
    } catch (error) {
      if (!(error instanceof Refusal)) throw error;
      if (error.code !== "out-of-order") this.#refused.set(writer, n);
      const { code, by } = error;
      line.say({
        type: "refused",
        stream,
        writer,
        n,
        code: code as "invalid",
        message: error.message,
        ...(by ? { by } : {}),
      });
    }
  }

  #decide(person: string, writer: string, n: number, intent: Intent): void {
    if (intent.type === "undo") this.#undo(person, writer, n);
    else this.append(person, writer, n, this.#changes(person, writer, intent));
  }

  #changes(person: string, writer: string, intent: Intent): Change[] {
    switch (intent.type) {
      case "item.create":
        return intent.items.map((item, index) => {
          if (this.state.records.has(item.id)) throw new Refusal("exists");
          return { do: "put", record: { ...item, author: person, z: this.state.top + 1 + index } };
        });
      case "item.move":
        for (const { id } of intent.moves) this.#changeable(person, id);
        return intent.moves.map(({ id, place }) => ({ do: "patch", id, set: { place } }));
      case "item.delete":
        for (const id of intent.ids) this.#changeable(person, id);
        return intent.ids.map((id) => ({ do: "patch", id, set: { deleted: person } }));
      case "item.lock":
        if (!this.facilitators.has(person)) throw new Refusal("not-allowed");
        for (const id of intent.ids) this.#changeable(person, id);
        return intent.ids.map((id) => ({ do: "patch", id, set: { locked: intent.locked ? person : null } }));
      case "text.edit":
        return this.#edit(person, writer, intent);
      default:
        throw new Refusal("invalid");
    }
  }

  #undo(person: string, writer: string, n: number): void {
    const back = this.#backs.findLast((each) => each.by === person);
    if (!back) throw new Refusal("nothing-to-undo");
    this.#backs = this.#backs.filter((each) => each !== back);
    let { edit } = back;
    for (const later of this.#edits.get(back.id) ?? []) {
      if (later.seq > back.seq) edit = transform(edit, later.edit, true);
    }
    this.append(person, writer, n, edit.length > 0 ? [{ do: "splice", id: back.id, edit }] : [], back.seq);
  }

  #changeable(person: string, id: string): void {
    const item = this.state.records.get(id);
    if (!isItem(item)) throw new Refusal("unknown-item");
    if (item.locked && !this.facilitators.has(person)) throw new Refusal("locked", item.locked);
  }

  #edit(person: string, writer: string, intent: Intent & { type: "text.edit" }): Change[] {
    this.#changeable(person, intent.id);
    if (intent.edit.length === 0) throw new Refusal("wrong-text");
    if (intent.seen > this.events.length) throw new Refusal("invalid");
    const key = `${writer} ${intent.id}`;
    const recent = this.#edits.get(intent.id) ?? [];
    const bridge = this.#bridges.get(key);
    const known = bridge ? Math.max(bridge.upto, intent.seen) : intent.seen;
    const others = [
      ...(bridge?.others ?? []).filter((each) => each.seq > intent.seen),
      ...recent.filter((each) => each.seq > known && each.writer !== writer),
    ];
    let { edit }: { edit: Edit } = intent;
    const carried = others.map((other) => {
      const after = transform(other.edit, edit, other.writer < writer);
      edit = transform(edit, other.edit, writer < other.writer);
      return { ...other, edit: after };
    });
    if (!fits(this.text(intent.id), edit)) throw new Refusal("wrong-text");
    this.#bridges.set(key, { upto: Math.max(known, recent.at(-1)?.seq ?? 0), others: carried });
    return edit.length > 0 ? [{ do: "splice", id: intent.id, edit }] : [];
  }
}
