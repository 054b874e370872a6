// Words of the facilitator's console: agenda, clock, actions, people, notes.

import type { Both } from "./two";

export const console = {
  linkRevoked: { nl: "Ingetrokken: deze link opent niets.", en: "Revoked: this link opens nothing." },
} satisfies Both;
