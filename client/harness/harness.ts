// The canvas view by itself, with intents applied on the spot: for looking, measuring and trying out by hand.
// Address: ?theme=dark &role=observer &language=en &many=1000 &peers=1 &sheet=<name>, a sheet served as /sheets/<name>.json
// &mode=write (and other modes, or cluster+) &paused &groups &placed=people|partners|anonymous &vote &result &light=zone
// &back: the zone of individual interests is private for good

import "@fontsource-variable/schibsted-grotesk";
import "../src/app/theme.css";
import { applyEdit, type Edit } from "../src/core/text";
import { createCanvasView } from "../src/canvas";
import type { CanvasActions, CanvasModel, Language, Sheet } from "../src/canvas/types";
import { type Leading, NOTHING_LEADS } from "../src/canvas/leading";
import { isPrivate, type Standing } from "../src/core/rights";
import { liesBack } from "../src/core/item-rights";
import type { Here, Intent, Item, Situation, Template } from "../src/generated/protocol";
import type { Peer } from "../src/sync/types";
import { sampleLead, step } from "./led";
import { organisations, people, sampleItems, triangle } from "./sample";

const asked = new URLSearchParams(location.search);
if (asked.get("theme")) document.documentElement.dataset.theme = asked.get("theme") ?? "";
const language = (asked.get("language") ?? "nl") as Language;
const me = asked.get("me") ?? "p0";

const items = new Map<string, Item>();
const named = asked.get("sheet");
const back = asked.has("back") ? ["individual"] : [];
let sheet = named ? ((await (await fetch(`/sheets/${named}.json`)).json()) as Sheet) : triangle(0.4, back);
const standing: Standing = {
  role: (asked.get("role") ?? "facilitator") as Standing["role"],
  situation: (asked.get("mode") ?? "free") as Situation,
  paused: asked.has("paused"),
};
const drafts = new Set<string>();
let leading: Leading = NOTHING_LEADS;
if (!asked.has("empty")) for (const item of sampleItems(sheet)) items.set(item.id, item);
const many = Number(asked.get("many") ?? 0);
for (let index = 0; index < many; index += 1) {
  const place = { frame: "figure", u: -0.25 + ((index * 37) % 100) / 66, v: -0.1 + (index % 83) / 69 };
  const text = `Kaartje ${index}: wat wij hier samen belangrijk vinden`;
  items.set(`m${index}`, { kind: "sticky", id: `m${index}`, canvas: "c", place, author: `p${index % 14}`, z: index, text });
}

const model: CanvasModel = {
  template: {} as Template,
      settings: undefined,
  canvas: "c",
  get sheet() {
    return sheet;
  },
  set sheet(next) {
    sheet = next;
  },
  items: () => [...items.values()].filter((item) => !item.deleted),
  item: (id) => items.get(id),
  person: (id) => people.find((person) => person.id === id),
  organisation: (id) => organisations.find((organisation) => organisation.id === id),
  kinds: ["sticky", "partner-token", "participant-token"],
  leading: () => leading,
};

const intents: Intent[] = [];
const said: string[] = [];
let lastHere: Here | null = null;
let made = 0;

function change(id: string, fields: Partial<Item>): void {
  const item = items.get(id);
  if (item) items.set(id, { ...item, ...fields } as Item);
}

function apply(intent: Intent): void {
  intents.push(intent);
  if (intent.type === "item.create") {
    for (const item of intent.items) {
      const own = isPrivate(standing.situation) || liesBack(sheet.layout, item.place);
      const there = items.get(item.id);
      if (there) change(item.id, { place: item.place, deleted: null });
      else items.set(item.id, own ? { ...item, step: leading.step?.id, public: `shown-${item.id}` } : item);
      if (own) drafts.add(item.id);
    }
  }
  if (intent.type === "item.move") for (const { id, place } of intent.moves) change(id, { place });
  if (intent.type === "item.delete") for (const id of intent.ids) change(id, { deleted: me });
  if (intent.type === "item.lock") for (const id of intent.ids) change(id, { locked: intent.locked ? me : null });
  if (intent.type === "item.resize") {
    change(intent.id, { width: intent.width, height: intent.height, place: intent.place } as Partial<Item>);
  }
  if (intent.type === "item.order") {
    const zs = [...items.values()].map((item) => item.z ?? 0);
    for (const id of intent.ids) change(id, { z: intent.front ? Math.max(...zs) + 1 : Math.min(...zs) - 1 });
  }
  if (intent.type === "item.lift") for (const { id, place } of intent.moves) show(id, { place });
  if (intent.type === "vote.cast") leading = { ...leading, dots: new Map(leading.dots).set(intent.item, intent.dots) };
  if (intent.type === "group.set") {
    const { type: _, ...group } = intent;
    const others = leading.groups.filter(({ id }) => id !== group.id);
    leading = { ...leading, groups: group.items?.length ? [...others, { kind: "group", ...group }] : others };
  }
  view.changed(intent.type === "item.move" ? new Set(intent.moves.map(({ id }) => id)) : null);
}

/** A draft as everyone sees it from now on; the answer is its new id. */
function show(id: string, fields: Partial<Item> = {}): string {
  const draft = items.get(id);
  if (!draft?.public) return id;
  const { step: _, public: shown, ...rest } = draft;
  items.delete(id);
  drafts.delete(id);
  items.set(shown, { ...rest, ...fields, id: shown } as Item);
  return shown;
}

/** What a reveal does: all drafts, and these notes of others, which nobody saw before. */
function reveal(others: readonly Item[] = []): void {
  const shown = [...drafts].map((id) => show(id));
  for (const item of others) items.set(item.id, item);
  const ids = [...shown, ...others.map(({ id }) => id)];
  Object.assign(standing, { situation: "reveal" });
  leading = { ...leading, step: step("reveal") };
  view.refresh();
  view.revealed(ids);
  view.changed(new Set(ids));
}

const actions: CanvasActions = {
  me,
  standing: () => standing,
  isDraft: (item) => drafts.has(item.id),
  propose: apply,
  setText: (id, text) => {
    change(id, { text } as Partial<Item>);
    view.changed(new Set([id]));
  },
  newId: () => {
    made += 1;
    return `new${made}`;
  },
  here: (here) => {
    lastHere = here;
  },
};

leading = sampleLead(asked, items);
const view = createCanvasView(document.getElementById("host") as HTMLElement);
view.setInsets({ top: 0, right: 0, bottom: 0, left: 0 });
view.on("say", (sentence) => said.push(sentence));
view.show(model, asked.has("replay") ? null : actions, language);

/** Somebody else's edit of a text, as the session would tell it. */
function theirs(id: string, edit: Edit): void {
  const item = items.get(id);
  if (item?.kind !== "sticky") return;
  change(id, { text: applyEdit(item.text ?? "", edit) } as Partial<Item>);
  view.spliced(id, edit);
  view.changed(new Set([id]));
}

const peer = (number: number, here: Partial<Here>): [string, Peer] => [
  `p${number}-a`,
  { writer: `p${number}-a`, person: `p${number}`, here: { type: "here", canvas: "c", ...here } },
];
if (asked.has("peers")) {
  view.peers(
    new Map([
      peer(3, { x: 420, y: 330 }),
      peer(6, { x: 1060, y: 400 }),
      peer(1, { x: 1020, y: 640 }),
      peer(8, { typing: "n17" }),
      peer(0, { x: 540, y: 860, drag: [["n20", 500, 820]] }),
    ]),
  );
}

Object.assign(window, {
  harness: {
    ...{ view, items, intents, said, model, theirs, peer, triangle },
    ...{ standing, drafts, reveal },
    here: () => lastHere,
    /** Another mode, and what leads the session then. */
    lead: (mode: Situation, fields: Partial<Leading> = {}) => {
      Object.assign(standing, { situation: mode });
      leading = { ...leading, step: mode === "free" ? undefined : step(mode), ...fields };
      view.refresh();
      view.changed(new Set());
    },
    leading: () => leading,
    change: (id: string, fields: Partial<Item>) => {
      change(id, fields);
      view.changed(new Set([id]));
    },
    resheet: (size: number) => {
      sheet = triangle(size, back);
      view.changed(null);
    },
  },
});
