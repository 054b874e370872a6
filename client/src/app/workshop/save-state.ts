// The state of saving as an icon and words.

import type { SavingState } from "../../sync/types";
import type { Words } from "../../words";
import type { IconName } from "../icons";

export interface Shown {
  kind: SavingState["state"];
  icon: IconName | null; // null: a gold dot
  text: string;
}

/** `stuck`: nothing was saved for a while; before that, what waits is on its way and not worth a number. */
export function shownSaving(saving: SavingState, w: Words, stuck = true): Shown {
  switch (saving.state) {
    case "connecting":
    case "lobby":
      return { kind: saving.state, icon: "sync", text: w.connecting };
    case "saved":
      return { kind: saving.state, icon: "check", text: w.saved };
    case "waiting":
      return stuck
        ? { kind: saving.state, icon: null, text: w.waiting(saving.waiting) }
        : { kind: saving.state, icon: "sync", text: w.savingNow };
    case "reconnecting": {
      const waiting = saving.waiting > 0 ? ` · ${w.waiting(saving.waiting)}` : "";
      return { kind: saving.state, icon: "sync", text: w.reconnecting + waiting };
    }
    case "read-only":
      return { kind: saving.state, icon: "warning", text: w.readOnly };
    case "closed":
      return { kind: saving.state, icon: "warning", text: w.closed };
  }
}
