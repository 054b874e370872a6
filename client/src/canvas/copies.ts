// What can be made of an item once more. Pure.

import { seededCard } from "../core/cards";
import type { Card, Item, Sticky, Template, TextLabel } from "../generated/protocol";

type Placed = "id" | "canvas" | "place" | "author" | "z";

/** Something new, before it is said where it lies and who makes it. */
export type Bare = Omit<Sticky, Placed> | Omit<TextLabel, Placed> | Omit<Card, Placed>;

/** Its copy; null for what is there once: tokens, and cards that the template does not let be copied. */
export function copyOf(template: Template, item: Item): Bare | null {
  switch (item.kind) {
    case "sticky": {
      const { kind, text, width, height, tone } = item;
      return { kind, ...present({ text, width, height, tone }) };
    }
    case "label":
      return { kind: item.kind, ...present({ text: item.text }) };
    case "card":
      return seededCard(template, item)?.copies ? { kind: item.kind, card: item.card } : null;
    default:
      return null;
  }
}

/** Without the fields that have their defaults: a record has one form, as the server writes it. */
function present<T extends object>(fields: T): T {
  return Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== undefined)) as T;
}
