// The variables of the theme that hold an organisation's colours.

export const MARK_COUNT = 8;

export const NO_ORGANISATION = "var(--ink2)";

export function organisationColours(mark: number) {
  const n = mark % MARK_COUNT;
  return { colour: `var(--org-${n})`, note: `var(--org-${n}-note)`, edge: `var(--org-${n}-edge)` };
}
