// Means and spreads of what a group scored or placed, as a whole and by organisation. Pure.

/** `spread` is the standard deviation of these very values, not an estimate for others. */
export interface Spread {
  readonly n: number;
  readonly mean: number;
  readonly spread: number;
}

export function spreadOf(values: readonly number[]): Spread | null {
  const n = values.length;
  if (n === 0) return null;
  const mean = values.reduce((sum, value) => sum + value, 0) / n;
  const variance = values.reduce((sum, value) => sum + (value - mean) ** 2, 0) / n;
  return { n, mean, spread: Math.sqrt(variance) };
}

export interface Valued {
  readonly value: number;
  /** Null: it was given without a name. */
  readonly author: string | null;
}

export interface Split {
  readonly all: Spread;
  /** By organisation (null: people without one); empty where anything was given without a name. */
  readonly by: readonly (Spread & { readonly organisation: string | null })[];
}

/** `order`: the organisations in the order in which they are to come. Null without values. */
export function splitOf(
  values: readonly Valued[],
  organisationOf: (person: string) => string | null,
  order: readonly string[],
): Split | null {
  const all = spreadOf(values.map(({ value }) => value));
  if (!all) return null;
  if (values.some(({ author }) => author === null)) return { all, by: [] };
  const groups = new Map<string | null, number[]>();
  for (const { value, author } of values) {
    const organisation = author === null ? null : organisationOf(author);
    groups.set(organisation, [...(groups.get(organisation) ?? []), value]);
  }
  const by = [...order, null].flatMap((organisation) => {
    const spread = spreadOf(groups.get(organisation) ?? []);
    return spread ? [{ organisation, ...spread }] : [];
  });
  return { all, by };
}
