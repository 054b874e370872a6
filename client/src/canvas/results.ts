// What came of a vote, item by item: how many dots, which place, and of whom where that is known. Pure.

import type { Round } from "../generated/protocol";

export interface Result {
  readonly dots: number;
  /** 1 for the most; items with as many dots share a place, and the next one is counted on. */
  readonly rank: number;
  /** Dots by organisation (null: of who belongs to none), the most first; empty where the vote was anonymous. */
  readonly split: readonly { readonly organisation: string | null; readonly dots: number }[];
}

/** `lying`: whether an item is still there to be ranked. `organisationOf`: that of a person. */
export function resultsOf(
  round: Round,
  lying: (item: string) => boolean,
  organisationOf: (person: string) => string | null,
): ReadonlyMap<string, Result> {
  const counted = new Map<string, Map<string | null, number>>();
  for (const { item, dots, person } of round.ballots ?? []) {
    if (dots <= 0 || !lying(item)) continue;
    const of = counted.get(item) ?? new Map<string | null, number>();
    const organisation = person == null ? null : organisationOf(person);
    of.set(organisation, (of.get(organisation) ?? 0) + dots);
    counted.set(item, of);
  }
  const total = (of: ReadonlyMap<string | null, number>) => [...of.values()].reduce((sum, dots) => sum + dots, 0);
  const named = round.anonymous !== true;
  return new Map(
    [...counted].map(([item, of]) => {
      const dots = total(of);
      const rank = 1 + [...counted.values()].filter((other) => total(other) > dots).length;
      const split = named ? [...of].map(([organisation, part]) => ({ organisation, dots: part })) : [];
      split.sort((a, b) => b.dots - a.dots || ((a.organisation ?? "") < (b.organisation ?? "") ? -1 : 1));
      return [item, { dots, rank, split }];
    }),
  );
}
