// Words of taking part in a session that is led: the step, private writing, readiness, votes, agreements, waiting.

import type { Both } from "./two";

export const takingPart = {
  agreements: { nl: "Afspraken", en: "Agreements" },
} satisfies Both;
