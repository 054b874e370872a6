// Words of taking part in a session that is led: the step, private writing, readiness, votes, agreements, waiting.

import type { Both } from "./two";

export const takingPart = {
  agreements: { nl: "Afspraken", en: "Agreements" },

  clock: { nl: "Tijd over", en: "Time left" },
  clockStopped: { nl: "De klok staat stil op", en: "The clock stands still at" },
  clockMinute: { nl: "Nog 1 minuut.", en: "1 minute left." },
  clockEnded: { nl: "De tijd is om.", en: "The time is up." },
  clockSoundOn: { nl: "Laat horen als de tijd om is", en: "Sound when the time is up" },
  clockSoundOff: { nl: "Geen geluid als de tijd om is", en: "No sound when the time is up" },
} satisfies Both;
