// The live workshop as signals: what the session knows, made readable for components, and what this person sees of it.

import { batch, computed, effect, type ReadonlySignal, type Signal, signal } from "@preact/signals";
import { isItem } from "../../core/state";
import type { Canvas, Here, Item, Organisation, Person, Refused, Workshop } from "../../generated/protocol";
import type { HandedBack, Peer, SavingState, Session } from "../../sync/types";
import { keepTexts, keptTexts } from "../device";
import { arrowsOf } from "./arrows";
import { Led } from "./led";

export type PanelName =
  | "share"
  | "help"
  | "deleted"
  | "adjust"
  | "tokens"
  | "add-canvas"
  | "agreements"
  | "results"
  | "scores"
  | "arrow";

/** Why a text came back: somebody deleted or locked its item, the step or a pause came first, or it was shown. */
export type WhyBack = "deleted" | "locked" | "paused" | "step" | "shown" | "lost";
export type Kept = HandedBack & { key: number; why: WhyBack };

const byOrder = <T extends { order: number; id: string }>(a: T, b: T) => a.order - b.order || (a.id < b.id ? -1 : 1);

export class Live {
  readonly saving: Signal<SavingState>;
  readonly peers: Signal<ReadonlyMap<string, Peer>>;
  readonly workshop: ReadonlySignal<Workshop | undefined>;
  readonly canvases: ReadonlySignal<readonly Canvas[]>;
  readonly organisations: ReadonlySignal<ReadonlyMap<string, Organisation>>;
  readonly people: ReadonlySignal<ReadonlyMap<string, Person>>;
  readonly me: ReadonlySignal<Person | undefined>;
  /** Goes up with every change to an item: for lists of items. */
  readonly items = signal(0);
  /** Arrows of all canvases, and what they hold on to. */
  readonly links = arrowsOf(this);
  /** The item from which an arrow is to be drawn in its panel. */
  readonly arrowFrom = signal<string | null>(null);
  readonly panel = signal<PanelName | null>(null);
  /** The panel that opened by itself, if any: it does not take the focus. */
  readonly offered = signal<PanelName | null>(null);
  /** In a step with a page of its own: this person looks at the canvas all the same. */
  readonly pastPage = signal(false);
  readonly asList = signal(false);
  /** The note in which this person is writing, on the canvas or in the list. */
  readonly writing = signal<string | null>(null);
  /** What was written into a zone's field in the list and not added yet; going to the canvas and back keeps it. */
  readonly #drafts = new Map<string, Signal<string>>();
  readonly handedBack = signal<readonly Kept[]>([]);
  readonly refusal = signal<Refused | null>(null);
  readonly notice = signal<string | null>(null);
  /** The canvas on screen: as chosen, or the first. */
  readonly canvas: ReadonlySignal<Canvas | undefined>;

  /** What leads the session: steps, votes, agreements, people who wait. */
  readonly led: Led;

  readonly #framing = signal(0);
  readonly #chosen = signal<string | null>(null);
  /** A canvas that is shown as soon as it is there. */
  readonly #awaited = signal<string | null>(null);
  readonly #stops: (() => void)[] = [];
  #keys = 0;
  #here: Here = { type: "here" };
  #follows: string | null = null;
  /** When I last brought everyone to where I am, by the server's clock. */
  #brings = 0;

  constructor(
    readonly id: string,
    readonly session: Session,
  ) {
    this.handedBack.value = keptTexts<Kept>(id, session.person).map((each) => ({ ...each, key: this.#keys++ }));
    this.saving = signal(session.saving);
    this.led = new Led(session, this.#framing);
    this.peers = signal(session.peers);
    // Everything but items is in one pass: there is little of it and it changes seldom.
    const frame = computed(() => {
      this.#framing.value;
      const found = {
        workshop: undefined as Workshop | undefined,
        canvases: [] as Canvas[],
        organisations: [] as Organisation[],
        people: new Map<string, Person>(),
      };
      for (const record of session.records()) {
        if (record.kind === "workshop") found.workshop = record;
        else if (record.kind === "canvas") found.canvases.push(record);
        else if (record.kind === "organisation") found.organisations.push(record);
        else if (record.kind === "person") found.people.set(record.id, record);
      }
      found.canvases.sort(byOrder);
      found.organisations.sort(byOrder);
      return { ...found, organisations: new Map(found.organisations.map((each) => [each.id, each])) };
    });
    this.workshop = computed(() => frame.value.workshop);
    this.canvases = computed(() => frame.value.canvases);
    this.organisations = computed(() => frame.value.organisations);
    this.people = computed(() => frame.value.people);
    this.me = computed(() => this.people.value.get(session.person));
    this.canvas = computed(() => {
      const find = (id: string | null) => this.canvases.value.find((canvas) => canvas.id === id);
      return find(this.#awaited.value) ?? find(this.#chosen.value) ?? this.canvases.value[0];
    });
    this.#stops.push(
      session.on("records", (ids) => this.#changed(ids)),
      session.on("saving", (state) => {
        this.saving.value = state;
      }),
      session.on("tally", (tally) => {
        this.led.tally.value = tally;
      }),
      session.on("presence", (peers) => {
        // The session may go on using the same map; a new one is what tells the components.
        this.peers.value = new Map(peers);
      }),
      session.on("refused", (refusal) => {
        this.refusal.value = refusal;
      }),
      session.on("notice", (code) => {
        this.notice.value = code;
      }),
      session.on("handedBack", (texts) => {
        this.#handBack(texts);
      }),
      // Kept over a reload, until whoever wrote them says what becomes of them.
      effect(() => keepTexts(id, session.person, this.handedBack.value)),
    );
    // Whoever looks at no canvas yet is here as well.
    this.here(this.#here);
  }

  #handBack(texts: readonly HandedBack[]): void {
    for (const text of texts) {
      if (!text.text.trim()) continue;
      // One offer for each note: the last text holds what the ones before it held.
      const others = this.handedBack.peek().filter(({ item }) => item === null || item !== text.item);
      this.handedBack.value = [...others, { ...text, key: this.#keys++, why: this.#whyBack(text) }];
    }
  }

  /** The server has told of the step or the pause before it refused what came later. */
  #whyBack({ item, by }: HandedBack): WhyBack {
    const record = item === null ? undefined : this.session.get(item);
    if (by !== null) return isItem(record) && record.locked === by && record.deleted == null ? "locked" : "deleted";
    const { role, paused } = this.led.standing.peek();
    if (role !== "facilitator" && paused) return "paused";
    // Ids of what is shown are the server's.
    if (isItem(record) && !item?.includes(".")) return "shown";
    return this.led.step.peek() && role !== "facilitator" ? "step" : "lost";
  }

  /** Somebody deleted what I am writing in: what I wrote is saved there, and offered to me again. */
  #deletedUnderMyHands(): void {
    const id = this.writing.peek();
    const record = id ? this.session.get(id) : undefined;
    if (
      (record?.kind !== "sticky" && record?.kind !== "label") ||
      !record.deleted ||
      record.deleted === this.session.person
    )
      return;
    this.writing.value = null;
    this.#handBack([{ item: record.id, text: record.text ?? "", by: record.deleted }]);
  }

  #changed(ids: ReadonlySet<string> | null): void {
    this.#deletedUnderMyHands();
    const records = ids === null ? null : [...ids].map((id) => this.session.get(id));
    batch(() => {
      // What is gone may have been either.
      if (records === null || records.some((each) => !isItem(each))) this.#framing.value += 1;
      if (records === null || records.some((each) => !each || isItem(each))) this.items.value += 1;
    });
  }

  showCanvas(id: string): void {
    batch(() => {
      this.#chosen.value = this.canvas.peek()?.id ?? null;
      this.#awaited.value = id;
    });
  }

  /** Open a panel that belongs to the step which has just begun, where nothing else is open. */
  offer(panel: PanelName): void {
    if (this.panel.peek() !== null) return;
    batch(() => {
      this.offered.value = panel;
      this.panel.value = panel;
    });
  }

  toggle(panel: PanelName): void {
    this.offered.value = null;
    this.panel.value = this.panel.value === panel ? null : panel;
  }

  draftIn(canvas: string, zone: string): Signal<string> {
    const key = JSON.stringify([canvas, zone]);
    const draft = this.#drafts.get(key) ?? signal("");
    this.#drafts.set(key, draft);
    return draft;
  }

  settle(key: number): void {
    this.handedBack.value = this.handedBack.value.filter((each) => each.key !== key);
  }

  /** Items of a canvas; deleted ones on request. A draft that has been shown is in what everyone sees already. */
  *itemsOf(canvas: string, deleted = false): Iterable<Item> {
    for (const record of this.session.records()) {
      if (!isItem(record) || record.canvas !== canvas || (record.deleted != null) !== deleted) continue;
      if (record.public == null || !this.session.get(record.public)) yield record;
    }
  }

  nameOf(person: string | null | undefined): string | null {
    return (person && this.people.value.get(person)?.name) || null;
  }

  organisationOf(person: string | null | undefined): Organisation | undefined {
    const organisation = person && this.people.value.get(person)?.organisation;
    return organisation ? this.organisations.value.get(organisation) : undefined;
  }

  /** Where I am, as the canvas says, with whom I follow. */
  here(here: Here): void {
    this.#here = here;
    const canvas = here.canvas ?? this.canvas.peek()?.id;
    this.session.here({
      ...here,
      ...(canvas ? { canvas } : {}),
      ...(this.#follows ? { follows: this.#follows } : {}),
      ...(this.#brings ? { brings: this.#brings } : {}),
    });
  }

  /** Facilitators: everyone's view goes where mine is, until they move. */
  bring(): void {
    this.#brings = Math.round(this.session.now());
    this.here(this.#here);
  }

  sayFollowing(person: string | null): void {
    if (this.#follows === person) return;
    this.#follows = person;
    this.here(this.#here);
  }

  close(): void {
    for (const stop of this.#stops) stop();
    this.session.close();
  }
}
