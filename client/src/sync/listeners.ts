// Who wants to be told what. A listener that fails costs the others nothing.

type Handlers<E> = { [K in keyof E]: (...args: never[]) => void };

export class Listeners<E extends Handlers<E>> {
  readonly #listeners = new Map<keyof E, Set<E[keyof E]>>();

  on<K extends keyof E>(event: K, listener: E[K]): () => void {
    const listeners = this.#listeners.get(event) ?? new Set();
    this.#listeners.set(event, listeners);
    listeners.add(listener);
    return () => listeners.delete(listener);
  }

  tell<K extends keyof E>(event: K, ...args: Parameters<E[K]>): void {
    for (const listener of [...(this.#listeners.get(event) ?? [])]) {
      try {
        listener(...args);
      } catch (error) {
        report(error);
      }
    }
  }
}

/** Let the error be seen as any other uncaught one, while we go on. */
export function report(error: unknown): void {
  queueMicrotask(() => {
    throw error;
  });
}
