// Text of mine that could not be saved, until it is handed back: in one piece, when nothing more of it waits. Pure.

import { textOf } from "../core/state";
import { insertedText } from "../core/text";
import type { Intent } from "../generated/protocol";
import type { Pending } from "./waiting";

/** An intent that does not happen. */
export type Gone = Pick<Pending, "writer" | "n" | "intent" | "order">;

export interface Lost {
  id: string;
  text: string;
  /** Who deleted or locked the item, where that is why. */
  by: string | null;
  /** The item was deleted while I wrote: its whole text is handed back, not only what was refused. */
  whole: boolean;
  /** The intents that the text was in. */
  of: Gone[];
}

export class LostTexts {
  readonly #lost = new Map<string, Lost>();

  /** Note the texts in an intent that does not happen. */
  add(gone: Gone, by: string | null): void {
    for (const [id, text] of textsIn(gone.intent)) {
      const lost = this.#at(id);
      lost.text += text;
      lost.by = by ?? lost.by;
      lost.of.push(gone);
    }
  }

  /** What I wrote was saved in an item that this person has deleted meanwhile. */
  deleted(id: string, by: string): void {
    const lost = this.#at(id);
    lost.by = by;
    lost.whole = true;
  }

  /** Those that are complete; they are not kept here any longer. */
  take(complete: (id: string) => boolean): Lost[] {
    const taken = [...this.#lost.values()].filter(({ id }) => complete(id));
    for (const { id } of taken) this.#lost.delete(id);
    return taken;
  }

  /** Whether a text of this intent is still to be handed back. */
  holds(gone: Gone): boolean {
    return [...this.#lost.values()].some(({ of }) => of.includes(gone));
  }

  #at(id: string): Lost {
    const lost = this.#lost.get(id) ?? { id, text: "", by: null, whole: false, of: [] };
    this.#lost.set(id, lost);
    return lost;
  }
}

function textsIn(intent: Intent): [id: string, text: string][] {
  if (intent.type === "text.edit") return [[intent.id, insertedText(intent.edit)]];
  if (intent.type !== "item.create") return [];
  return intent.items.flatMap((item): [string, string][] => {
    const text = textOf(item);
    return text ? [[item.id, text]] : [];
  });
}
