// What a group privately placed on one canvas, worked out to be read: by step, with mean and spread. Pure.

import { placedAs } from "../../../canvas/area";
import { type Split, splitOf } from "../../../core/spread";
import { frameAt, pointOf, zonesAt } from "../../../core/zones";
import type { Canvas, Coordinates, Figure, Language, Layout, Placement, Step } from "../../../generated/protocol";

/** Who belongs where, in which order. */
export interface Belonging {
  organisationOf: (person: string) => string | null;
  readonly order: readonly string[];
}

const newestFirst = (steps: Iterable<string | null | undefined>, agenda: readonly Step[]) => {
  const at = (id: string) => agenda.findIndex((step) => step.id === id);
  return [...new Set(steps)].filter((id) => id != null).sort((a, b) => at(b) - at(a));
};

/** The frame of a part that names none. */
const HOME = "figure";

/** Something that can be measured of a place: along an axis, towards a corner, from the centre. */
export interface Measure {
  readonly id: string;
  readonly label: string;
  readonly low: string;
  readonly high: string;
  /** From the left of its line to the right: 0 to 100, or the other way round. */
  readonly reversed: boolean;
}

export interface MeasureWords {
  readonly distance: string;
  readonly centre: string;
  readonly edge: string;
  readonly little: string;
  readonly much: string;
}

/** The measures of a canvas, those of each of its frames with scales; values are parts of a hundred. */
export function measuresOf(canvas: Canvas, layout: Layout, language: Language, words: MeasureWords): Measure[] {
  return Object.entries(layout.scales).flatMap(([frame, scale]) =>
    measuresIn(scale, frame, canvas, layout, language, words).map((each) => ({ ...each, id: named(frame, each.id) })),
  );
}

/** Several frames of a canvas can have an axis of the same name. */
const named = (frame: string, coordinate: string) => `${frame}.${coordinate}`;

function measuresIn(
  scale: Coordinates,
  frame: string,
  { template }: Canvas,
  layout: Layout,
  language: Language,
  words: MeasureWords,
): Measure[] {
  switch (scale.type) {
    case "axes":
      return scale.axes.flatMap(({ id }) => {
        const axis = template.axes?.find((each) => each.id === axisOf(template.figure, frame, id));
        if (!axis) return [];
        const [low, high] = [axis.low.label[language], axis.high.label[language]];
        return [{ id, label: axis.label[language], low, high, reversed: axis.reversed ?? false }];
      });
    case "weights":
      return scale.zones.map((id) => {
        const label = layout.zones.find((zone) => zone.id === id)?.label[language] ?? id;
        return { id, label, low: words.little, high: words.much, reversed: false };
      });
    case "radial":
      return [{ id: "distance", label: words.distance, low: words.centre, high: words.edge, reversed: false }];
  }
}

/** Which axis of the template runs along x or y of this frame. */
function axisOf(figure: Figure, frame: string, along: "x" | "y"): string {
  const parts = figure.type === "page" ? figure.parts : [];
  for (const part of parts) {
    if ((part.type === "field" || part.type === "chevrons") && (part.id ?? HOME) === frame) {
      return (along === "x" ? part.x : "y" in part ? part.y : null) ?? along;
    }
  }
  return along;
}

/** The coordinates there as parts of a hundred; none beside the figure. */
function valuesAt(layout: Layout, { place }: Placement): { readonly [measure: string]: number } {
  const frame = frameAt(layout, ...pointOf(layout, place));
  const { coordinates } = zonesAt(layout, place);
  const times = layout.scales[frame]?.type === "axes" ? 1 : 100;
  return Object.fromEntries(Object.entries(coordinates).map(([id, value]) => [named(frame, id), value * times]));
}

export interface PlacedToken {
  readonly key: string;
  /** Whose token it was; null: everyone's own, or a card. */
  readonly organisation: string | null;
  /** The card that it was. */
  readonly card: string | null;
  /** Which of their own tokens, where there are several. */
  readonly which: string;
  readonly n: number;
  /** In which zones, the most first. */
  readonly zones: readonly { readonly zone: string | null; readonly n: number }[];
  readonly measures: readonly { readonly measure: string; readonly split: Split }[];
}

export interface PlacedStep {
  readonly step: string;
  readonly tokens: readonly PlacedToken[];
}

export function placed(
  placements: readonly Placement[],
  canvas: Canvas,
  layout: Layout,
  agenda: readonly Step[],
  belonging: Belonging,
): PlacedStep[] {
  const here = placements.filter((each) => each.canvas === canvas.id);
  return newestFirst(
    here.map(({ step }) => step),
    agenda,
  ).map((step) => {
    const among = here.filter((each) => each.step === step);
    const keys = [...new Set(among.map(placedAs))];
    const tokens = keys.map((key) => {
      const of = among.filter((each) => placedAs(each) === key);
      return tokenOf(key, of, layout, belonging);
    });
    return { step, tokens: tokens.sort((a, b) => rank(a, canvas, belonging) - rank(b, canvas, belonging)) };
  });
}

/** People's own tokens first, as the template names them, then those of organisations in their order, then cards. */
function rank({ organisation, card, which }: PlacedToken, { template }: Canvas, { order }: Belonging): number {
  const tokens = template.tokens ?? [];
  if (card !== null) return tokens.length + order.length + 1;
  if (organisation !== null) return tokens.length + 1 + order.indexOf(organisation);
  return tokens.findIndex(({ id }) => id === which);
}

function tokenOf(
  key: string,
  of: readonly Placement[],
  layout: Layout,
  { organisationOf, order }: Belonging,
): PlacedToken {
  const counted = new Map<string | null, number>();
  const values = new Map<string, { value: number; author: string | null }[]>();
  for (const placement of of) {
    const zone = zonesAt(layout, placement.place).zones[0] ?? null;
    counted.set(zone, (counted.get(zone) ?? 0) + 1);
    for (const [measure, value] of Object.entries(valuesAt(layout, placement))) {
      values.set(measure, [...(values.get(measure) ?? []), { value, author: placement.author ?? null }]);
    }
  }
  const zones = [...counted].map(([zone, n]) => ({ zone, n })).sort((a, b) => b.n - a.n);
  const measures = [...values].flatMap(([measure, among]) => {
    const split = splitOf(among, organisationOf, order);
    return split ? [{ measure, split }] : [];
  });
  const [first] = of;
  const { organisation = null, card = null, which = "" } = first ?? {};
  return { key, organisation, card, which, n: of.length, zones, measures };
}
