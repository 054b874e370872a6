// What an intent will change if it is granted: shown at once, replaced by what really happened. Pure. Whether it is
// allowed is not asked here: the server alone decides. What only the server can complete is not predicted.

import type { Change, CreateItems, Intent, Item, OrderItems, Record as WorkshopRecord } from "../generated/protocol";
import { predictLed, touchedLed } from "./predict-led";
import { isItem, isPlaced, type Making, textOf } from "./state";

/** What a prediction is made from. */
export interface Outlook {
  get(id: string): WorkshopRecord | undefined;
  /** The highest and the lowest z when the intent was proposed. */
  readonly top: number;
  readonly bottom: number;
  /** The person who proposes. */
  readonly me: string;
}

/** The changes that the intent asks for; none for records that are not there. */
export function predict(intent: Intent, outlook: Outlook): Change[] {
  switch (intent.type) {
    case "item.create":
      return created(intent, outlook);
    case "item.move":
      return intent.moves
        .filter((move) => isItem(outlook.get(move.id)))
        .map((move) => ({ do: "patch", id: move.id, set: { place: move.place } }));
    case "item.resize": {
      const { width, height, place } = intent;
      return outlook.get(intent.id)?.kind === "sticky"
        ? [{ do: "patch", id: intent.id, set: { width, height, place } }]
        : [];
    }
    case "item.order":
      return ordered(intent, outlook);
    case "item.delete":
      return itemsAmong(intent.ids, outlook)
        .filter((item) => !item.deleted)
        .map((item) => ({ do: "patch", id: item.id, set: { deleted: outlook.me } }));
    case "item.restore":
      return itemsAmong(intent.ids, outlook)
        .filter((item) => item.deleted)
        .map((item) => ({ do: "patch", id: item.id, set: { deleted: null } }));
    case "item.lock": {
      const locked = intent.locked ? outlook.me : null;
      return itemsAmong(intent.ids, outlook).map((item) => ({ do: "patch", id: item.id, set: { locked } }));
    }
    case "text.edit":
      return intent.edit.length > 0 && textOf(outlook.get(intent.id)) !== undefined
        ? [{ do: "splice", id: intent.id, edit: intent.edit }]
        : [];
    case "sticky.tone":
      return outlook.get(intent.id)?.kind === "sticky"
        ? [{ do: "patch", id: intent.id, set: { tone: intent.tone } }]
        : [];
    case "connector.set": {
      const { start, end, strength = 1 } = intent;
      return outlook.get(intent.id)?.kind === "connector"
        ? [{ do: "patch", id: intent.id, set: { start, end, strength } }]
        : [];
    }
    case "canvas.set":
      return outlook.get(intent.id)?.kind === "canvas"
        ? [{ do: "patch", id: intent.id, set: { settings: intent.settings } }]
        : [];
    case "organisation.rename":
      return outlook.get(intent.id)?.kind === "organisation"
        ? [{ do: "patch", id: intent.id, set: { name: intent.name } }]
        : [];
    case "workshop.rename":
      return outlook.get("workshop") ? [{ do: "patch", id: "workshop", set: { title: intent.title } }] : [];
    case "canvas.add":
    case "organisation.add":
    case "invite.renew":
    case "invite.revoke":
    case "undo":
    case "redo":
      return [];
    default:
      return predictLed(intent, outlook);
  }
}

/** The ids of all records that the intent may be predicted to change. */
export function touched(intent: Intent, me: string): readonly string[] {
  switch (intent.type) {
    case "item.create":
      return intent.items.map((item) => item.id);
    case "item.move":
      return intent.moves.map((move) => move.id);
    case "item.order":
    case "item.delete":
    case "item.restore":
    case "item.lock":
      return intent.ids;
    case "item.resize":
    case "text.edit":
    case "sticky.tone":
    case "connector.set":
    case "canvas.set":
    case "organisation.rename":
    case "canvas.add":
    case "organisation.add":
      return [intent.id];
    case "workshop.rename":
    case "invite.renew":
    case "invite.revoke":
      return ["workshop"];
    case "undo":
    case "redo":
      return [];
    default:
      return touchedLed(intent, me);
  }
}

function created(intent: CreateItems, outlook: Outlook): Making[] {
  const changes: Making[] = [];
  for (const [index, item] of intent.items.entries()) {
    if (!outlook.get(item.id)) {
      const { locked, deleted, ...rest } = item;
      changes.push({ do: "put", record: { ...rest, author: outlook.me, z: outlook.top + 1 + index } as Item });
    } else if (isPlaced(item)) {
      changes.push({ do: "patch", id: item.id, set: { place: item.place, deleted: null } });
    }
  }
  return changes;
}

function ordered(intent: OrderItems, outlook: Outlook): Making[] {
  const items = itemsAmong(intent.ids, outlook).sort((a, b) => (a.z ?? 0) - (b.z ?? 0));
  const first = intent.front ? outlook.top + 1 : outlook.bottom - items.length;
  return items.map((item, index) => ({ do: "patch", id: item.id, set: { z: first + index } }));
}

function itemsAmong(ids: readonly string[], outlook: Outlook): Item[] {
  return [...new Set(ids)].map((id) => outlook.get(id)).filter(isItem);
}
