// A device's storage that answers at once; the real one (sync/store.ts) has its own test.

import type { StoredIntent } from "../src/sync/restore";
import type { IntentKey } from "../src/sync/store";

export class Device {
  readonly entries = new Map<string, StoredIntent>();
  safe = true;

  all = async (): Promise<StoredIntent[]> => structuredClone([...this.entries.values()]);

  write = async (kept: readonly StoredIntent[], gone: readonly IntentKey[]): Promise<void> => {
    for (const { stream, writer, n } of gone) this.entries.delete(`${stream} ${writer} ${n}`);
    for (const entry of kept) {
      this.entries.set(`${entry.stream} ${entry.writer} ${entry.n}`, structuredClone(entry));
    }
  };

  close = async (): Promise<void> => {};

  copy(): Device {
    const device = new Device();
    for (const [key, entry] of this.entries) device.entries.set(key, entry);
    return device;
  }
}
