// A step in words, as one person reads them: what it is called, which one of the agenda, and how one takes part in it.

import type { Canvas, Language, Role, Said, Step } from "../../../generated/protocol";
import type { Words } from "../../../words";

/** In this language, or in the other where nobody said it in this one. */
export function saidIn(said: Said, language: Language): string {
  return said[language].trim() || said[language === "nl" ? "en" : "nl"].trim();
}

/**
 * What it asks. What a step of introduction says is for who introduces: the others read the question of its canvas.
 * Empty where nothing is asked.
 */
export function askedIn(step: Step, role: Role, canvas: Canvas | undefined, language: Language): string {
  if (step.mode === "intro" && role !== "facilitator" && canvas) return canvas.template.prompt[language];
  return saidIn(step.prompt, language);
}

/** The how-manieth step of the agenda it is, of how many; skipped ones do not count. */
export function placeIn(agenda: readonly Step[], step: Step): { n: number; of: number } {
  const counted = agenda.filter((each) => !each.skipped || each.id === step.id);
  return { n: counted.findIndex(({ id }) => id === step.id) + 1, of: counted.length };
}

export interface Way {
  /** What to do, in a few words that go on after "Step 4 of 7". */
  how: string;
  /** What comes of it; left out where there is little room. */
  more: string | null;
}

/** `leader`: the name of who facilitates, null if that is not one person. */
export function wayIn(step: Step, role: Role, leader: string | null, voting: boolean, w: Words): Way {
  if (role === "observer") return { how: w.wayObserver, more: null };
  const leads = role === "facilitator";
  const who = leader ?? w.theFacilitator;
  const only = (how: string): Way => ({ how, more: null });
  switch (step.mode) {
    case "check-in":
      return only(w.wayCheckIn);
    case "intro":
      return only(w.wayIntro);
    case "write":
    case "place":
    case "score":
      return {
        how: step.anonymous ? w.wayNameless : w.wayAlone,
        more: leads ? w.wayShownByMe : w.wayShown(who),
      };
    case "reveal":
      if (!step.turns) return only(w.wayReveal);
      return only(leads ? w.wayTurnsByMe : w.wayTurns);
    case "cluster":
      if (step.movers === "everyone") return only(w.wayClusterAll);
      return only(leads ? w.wayClusterByMe : w.wayCluster(who));
    case "discuss":
      return only(w.wayDiscuss);
    case "vote":
      if (voting) return only(w.wayVote);
      return only(leads ? w.wayVoteByMe : w.wayVoteSoon);
    case "conclude":
      return only(w.wayConclude);
    case "check-out":
      return only(w.wayCheckOut);
    case "freeze":
      return only(w.wayFreeze);
  }
}
