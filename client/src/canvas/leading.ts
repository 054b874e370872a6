// What leads the session, as far as it shows on one canvas: the step, groups, votes, where people had placed tokens, and
// what everyone's attention is drawn to. Pure. What did not change stays the same object, so that nothing is drawn anew.

import type { Group, Placement, Round, Score, Spotlight, Step, Workshop } from "../generated/protocol";

export interface Leading {
  /** The step under way, if any. */
  readonly step: Step | undefined;
  /** Steps in which what people make is shown without an author. */
  readonly anonymous: readonly string[];
  readonly groups: readonly Group[];
  /** The same, by what lies in them. */
  readonly grouped: ReadonlyMap<string, Group>;
  /** Where people had privately placed tokens, in the order in which it was shown. */
  readonly placements: readonly Placement[];
  /** The vote under way here. */
  readonly round: Round | undefined;
  /** The last vote here that was closed; none while another is under way. */
  readonly result: Round | undefined;
  /** All votes here that were closed. */
  readonly closed: readonly Round[];
  /** What was given to zones and cards, mine that nobody else sees included. */
  readonly scores: readonly Score[];
  /** My dots in the vote under way, by item. */
  readonly dots: ReadonlyMap<string, number>;
  readonly spotlight: Spotlight | undefined;
}

/** What is found among the records. */
export interface Found {
  readonly workshop: Workshop | undefined;
  readonly steps: readonly Step[];
  readonly groups: readonly Group[];
  readonly placements: readonly Placement[];
  /** In the order in which they were opened. */
  readonly rounds: readonly Round[];
  readonly scores: readonly Score[];
}

export const NOTHING_LEADS: Leading = {
  ...{
    step: undefined,
    anonymous: [],
    groups: [],
    grouped: new Map(),
    placements: [],
    round: undefined,
    result: undefined,
    closed: [],
    scores: [],
  },
  ...{ dots: new Map(), spotlight: undefined },
};

export function leadingOn(
  canvas: string,
  found: Found,
  dots: ReadonlyMap<string, number>,
  before: Leading = NOTHING_LEADS,
): Leading {
  const { workshop, steps } = found;
  const here = <T extends { canvas: string }>(each: T) => each.canvas === canvas;
  const rounds = found.rounds.filter(here);
  const round = rounds.find(({ ended }) => ended == null);
  const spotlight = workshop?.spotlight?.canvas === canvas ? workshop.spotlight : undefined;
  const groups = steady(before.groups, found.groups.filter(here));
  const next: Leading = {
    step: steps.find(({ id }) => id === workshop?.step),
    anonymous: steady(
      before.anonymous,
      steps.filter(({ anonymous }) => anonymous).map(({ id }) => id),
    ),
    groups,
    grouped: groups === before.groups ? before.grouped : byItem(groups),
    placements: steady(before.placements, found.placements.filter(here)),
    round,
    result: round ? undefined : rounds.findLast(({ ended }) => ended != null),
    closed: steady(
      before.closed,
      rounds.filter(({ ended }) => ended != null),
    ),
    scores: steady(before.scores, found.scores.filter(here)),
    dots: round ? steadyMap(before.dots, dots) : NOTHING_LEADS.dots,
    spotlight,
  };
  const keys = Object.keys(next) as (keyof Leading)[];
  return keys.every((key) => next[key] === before[key]) ? before : next;
}

function byItem(groups: readonly Group[]): ReadonlyMap<string, Group> {
  return new Map(groups.flatMap((group) => (group.items ?? []).map((id) => [id, group] as const)));
}

function steady<T>(before: readonly T[], now: readonly T[]): readonly T[] {
  return before.length === now.length && now.every((each, index) => each === before[index]) ? before : now;
}

function steadyMap(before: ReadonlyMap<string, number>, now: ReadonlyMap<string, number>): ReadonlyMap<string, number> {
  return before.size === now.size && [...now].every(([key, value]) => before.get(key) === value) ? before : now;
}
