// What waits to be saved, kept on this device, so that it outlives the page: IndexedDB, one entry for each intent.
// Where a browser has no storage (blocked, private, full) everything works, but waits in memory only.

import type { StoredIntent } from "./restore";

const DATABASE = "raakvlak";
const VERSION = 1;
const WAITING = "waiting";
/** A browser that has not opened its storage after so many ms is taken to have none. */
const PATIENCE = 3_000;

export type IntentKey = Pick<StoredIntent, "stream" | "writer" | "n">;

/** One person's waiting intents in one workshop. No method rejects or throws. */
export class Store {
  /** Whether the last write reached this device. */
  safe = true;
  readonly #scope: string;
  readonly #database: Promise<IDBDatabase | null>;

  constructor(workshop: string, person: string, factory: IDBFactory | undefined = globalThis.indexedDB) {
    this.#scope = `${workshop} ${person}`;
    this.#database = Promise.race([open(factory), new Promise<null>((give) => setTimeout(give, PATIENCE, null))]);
  }

  /** All that waits, of every page load of this person. */
  async all(): Promise<StoredIntent[]> {
    const database = await this.#database;
    if (!database) return [];
    const range = IDBKeyRange.bound([this.#scope], [this.#scope, []]);
    try {
      const request = database.transaction(WAITING, "readonly").objectStore(WAITING).getAll(range);
      return (await result(request)) as StoredIntent[];
    } catch {
      this.safe = false;
      return [];
    }
  }

  /** Keep and forget, both or neither. What is written later is on the device later. */
  async write(kept: readonly StoredIntent[], gone: readonly IntentKey[]): Promise<void> {
    try {
      const database = await this.#database;
      if (!database) {
        this.safe = false;
        return;
      }
      const transaction = database.transaction(WAITING, "readwrite");
      const entries = transaction.objectStore(WAITING);
      for (const { stream, writer, n } of gone) entries.delete([this.#scope, stream, writer, n]);
      for (const intent of kept) entries.put({ ...intent, scope: this.#scope });
      await finished(transaction);
      this.safe = true;
    } catch {
      this.safe = false;
    }
  }

  async close(): Promise<void> {
    (await this.#database)?.close();
  }
}

async function open(factory: IDBFactory | undefined): Promise<IDBDatabase | null> {
  try {
    if (!factory) return null;
    const request = factory.open(DATABASE, VERSION);
    request.onupgradeneeded = () => {
      request.result.createObjectStore(WAITING, { keyPath: ["scope", "stream", "writer", "n"] });
    };
    const database = await result(request);
    // Another tab with a newer version of this page must be able to go on.
    database.onversionchange = () => database.close();
    return database;
  } catch {
    return null;
  }
}

function result<T>(request: IDBRequest<T>): Promise<T> {
  return new Promise((resolve, reject) => {
    request.onsuccess = () => resolve(request.result);
    request.onerror = () => reject(request.error);
  });
}

function finished(transaction: IDBTransaction): Promise<void> {
  return new Promise((resolve, reject) => {
    transaction.oncomplete = () => resolve();
    transaction.onabort = () => reject(transaction.error);
  });
}
