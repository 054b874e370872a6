// A draft that is shown goes on as what everyone sees: the same element, in the same place, still selected and with the
// focus. A note comes back under the id that its draft had kept for it. A token's draft leaves a mark of where it was; it
// goes on as the token itself where that has come to lie just there, else the token takes over what it was chosen for.

import { shownTokenId } from "../core/token-ids";
import type { Item } from "../generated/protocol";
import type { Entry } from "./entry";

/** Sheet px: so near is the same place. */
const SAME = 0.5;

export interface Listener {
  /** Somebody may be writing in it or have it in their hands. */
  before(from: string): void;
  after(from: string, to: string): void;
}

export class Passing {
  readonly #entries: Map<string, Entry>;
  /** Drafts by the id of what is there once they are shown. */
  readonly #drafts = new Map<string, string>();
  listener: Listener = { before: () => {}, after: () => {} };

  constructor(entries: Map<string, Entry>) {
    this.#entries = entries;
  }

  note(item: Item): void {
    if (item.public != null) this.#drafts.set(item.public, item.id);
  }

  forget({ public: shown }: Item): void {
    if (shown != null) this.#drafts.delete(shown);
  }

  /** The draft that was shown as this. */
  draftOf(id: string): Entry | undefined {
    return this.#entries.get(this.#drafts.get(id) ?? "");
  }

  /** The draft is a record under this id from now on. */
  become(entry: Entry, id: string): void {
    const from = entry.id;
    this.listener.before(from);
    this.forget(entry.item);
    this.#entries.delete(from);
    entry.id = id;
    entry.face.root.dataset.item = id;
    this.#entries.set(id, entry);
    this.listener.after(from, id);
  }

  /** A token's draft is gone since it was shown; gives the element that is no longer needed, its own or the token's. */
  tokenShown(entry: Entry): Entry {
    const token = this.#entries.get(shownTokenId(entry.item));
    if (!token || token === entry) return entry;
    if (Math.hypot(token.home.x - entry.at.x, token.home.y - entry.at.y) < SAME && !token.held) {
      const { id, item, home } = token;
      this.#entries.delete(id);
      this.become(entry, id);
      Object.assign(entry, { item, home, at: home, held: null, awaiting: null, motion: null, fitted: false, look: "" });
      return token;
    }
    this.listener.before(entry.id);
    this.listener.after(entry.id, token.id);
    return entry;
  }
}
