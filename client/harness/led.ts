// What leads a session, by hand: a step, groups, votes, what people had placed, a spotlight.

import type { Leading } from "../src/canvas/leading";
import { NOTHING_LEADS } from "../src/canvas/leading";
import type { Item, Mode, Placement, Round, Situation, Step } from "../src/generated/protocol";

export function step(situation: Situation): Step {
  const mode = (situation === "cluster+" ? "cluster" : situation) as Mode;
  const said = { nl: "", en: "" };
  return {
    ...{ kind: "step", id: `step-${situation}`, mode, title: said, prompt: said, minutes: 5, order: 1 },
    movers: situation === "cluster+" ? "everyone" : "facilitators",
  };
}

const round: Round = { kind: "round", id: "r", canvas: "c", dots: 5, opened: 1, only: "sticky" };

function placed(kind: string): Placement[] {
  const at: [number, number][] = [
    [0.38, 0.52],
    [0.45, 0.6],
    [0.52, 0.48],
    [0.4, 0.7],
    [0.62, 0.62],
    [0.58, 0.75],
    [0.47, 0.42],
    [0.66, 0.5],
    [0.3, 0.66],
    [0.55, 0.58],
  ];
  return at.map(([u, v], index) => ({
    ...{ kind: "placement", id: `pl${index}`, canvas: "c", step: "s", place: { frame: "figure", u, v } },
    ...(kind === "anonymous" ? {} : { author: `p${index + 1}` }),
    ...(kind === "partners" ? { organisation: `o${index < 6 ? 4 : 5}` } : {}),
  }));
}

export function sampleLead(asked: URLSearchParams, items: ReadonlyMap<string, Item>): Leading {
  const mode = asked.get("mode") as Situation | null;
  const notes = [...items.keys()].filter((id) => /^n\d+$/.test(id));
  const ballot = (item: number, dots: number, person: number) => ({ item: `n${item}`, dots, person: `p${person}` });
  const group = (id: string, title: string, members: string[]) => ({
    ...{ kind: "group" as const, id, canvas: "c", title, items: members },
  });
  const ballots = [ballot(17, 3, 1), ballot(17, 2, 3), ballot(19, 2, 5), ballot(19, 1, 7), ballot(2, 3, 4)];
  const groups = asked.has("groups")
    ? [group("g1", "Wonen voor iedereen", ["n0", "n1", "n9"]), group("g2", "", ["n13", "n14", "n15"])]
    : [];
  return {
    ...NOTHING_LEADS,
    groups,
    grouped: new Map(groups.flatMap((each) => each.items.map((id) => [id, each] as const))),
    step: mode && mode !== ("free" as Situation) ? step(mode) : undefined,
    placements: asked.has("placed") ? placed(asked.get("placed") ?? "") : [],
    round: asked.has("vote") ? round : undefined,
    dots: asked.has("vote") ? new Map([[notes[3] ?? "", 2]]) : new Map(),
    result: asked.has("result")
      ? { ...round, ended: 2, voters: 6, ballots: [...ballots, ballot(5, 1, 7), ballot(8, 1, 9), ballot(11, 12, 6)] }
      : undefined,
    spotlight: asked.has("light") ? { canvas: "c", zones: [asked.get("light") ?? ""], items: ["n5"] } : undefined,
  };
}
