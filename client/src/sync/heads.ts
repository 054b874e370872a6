// Whether we are where the server says the streams are. Frames on one line come in order, so being behind for longer
// than a beat means that something was lost; another token at the same place, that the history is another one.

import type { Heads, Position } from "../generated/protocol";

export class HeadWatch {
  /** Streams that did not agree at the last beat: where they should have been. */
  readonly #apart = new Map<string, number>();

  /** `mine` gives undefined for a stream that is not compared now. */
  agrees(heads: Heads["heads"], mine: (stream: string) => Position | undefined): boolean {
    let agreed = true;
    for (const [stream, head] of Object.entries(heads)) {
      const position = mine(stream);
      const before = this.#apart.get(stream);
      this.#apart.delete(stream);
      if (!position) continue;
      if (position.seq === head.seq) {
        agreed &&= position.token === head.token;
      } else {
        const behindStill = before !== undefined && position.seq < head.seq && position.seq < before;
        const aheadStill = before !== undefined && position.seq > head.seq && position.seq > before;
        agreed &&= !behindStill && !aheadStill;
        this.#apart.set(stream, head.seq);
      }
    }
    return agreed;
  }

  clear(): void {
    this.#apart.clear();
  }
}
