// A sheet, people and notes by hand, for looking at the canvas view without a server.

import type { Item, Layout, Organisation, Person, Shape, TextShape } from "../src/generated/protocol";
import { placeAt } from "../src/canvas/places";
import type { Sheet } from "../src/canvas/types";

const [WIDTH, HEIGHT] = [1520, 1080];
const TOP: [number, number] = [760, 110];
const LEFT: [number, number] = [270, 960];
const RIGHT: [number, number] = [1250, 960];
const MIDDLE: [number, number] = [760, (110 + 960 * 2) / 3];

const words = (nl: string, en: string) => ({ nl, en });
const path = (points: readonly (readonly [number, number])[]) => `M${points.map((p) => p.join(" ")).join("L")}Z`;

/** `back`: zones that are private for good. */
export function triangle(size: number, back: readonly string[] = []): Sheet {
  const within = ([x, y]: [number, number]): [number, number] => [
    MIDDLE[0] + (x - MIDDLE[0]) * size,
    MIDDLE[1] + (y - MIDDLE[1]) * size,
  ];
  const centre = [within(TOP), within(LEFT), within(RIGHT)] as const;
  const corners = {
    collective: [[0, 0], [WIDTH, 0], [WIDTH, 260], centre[2], centre[0], centre[1], [0, 260]],
    organisation: [[0, 260], centre[1], [760, 960], [760, HEIGHT], [0, HEIGHT]],
    individual: [[WIDTH, 260], centre[2], [760, 960], [760, HEIGHT], [WIDTH, HEIGHT]],
  } satisfies Record<string, [number, number][]>;
  const zone = (id: string, label: { nl: string; en: string }, points: readonly [number, number][]) => ({
    ...{ id, of: id, label, accepts: ["sticky" as const], private: back.includes(id), row: null, column: null },
    areas: [{ type: "polygon" as const, points }],
  });
  const layout: Layout = {
    width: WIDTH,
    height: HEIGHT,
    frames: {
      figure: { x: 270, y: 110, width: 980, height: 850 },
      sheet: { x: 0, y: 0, width: WIDTH, height: HEIGHT },
    },
    reach: 60,
    zones: [
      zone("collective", words("Collectieve belangen", "Collective interests"), corners.collective),
      zone("organisation", words("Organisatiebelangen", "Organisational interests"), corners.organisation),
      zone("individual", words("Individuele belangen", "Individual interests"), corners.individual),
      zone("shared", words("Gezamenlijk belang", "Shared interest"), centre),
    ],
    scales: {
      figure: { type: "weights", zones: ["collective", "organisation", "individual"], corners: [TOP, LEFT, RIGHT] },
    },
    home: "figure",
    cards: [],
  };
  const text = (x: number, y: number, lines: string[], over: Partial<TextShape>): TextShape => ({
    ...{ type: "text", x, y, lines, size: 17, leading: 22, weight: 650, colour: "ink", anchor: "start" },
    ...{ role: "zone", zone: null, rotate: 0 },
    ...over,
  });
  const hint = { size: 13, leading: 18, weight: 400, colour: "ink2", role: "hint" } as const;
  const line = (d: string, width: number, over = {}): Shape => ({
    ...{ type: "path", d, fill: "none", stroke: "ink", width, dash: [] },
    ...over,
  });
  const dotted = { stroke: "edge", dash: [1, 5] };
  const shapes: Shape[] = [
    ...layout.zones.map((each): Shape => {
      const [area] = each.areas;
      return { type: "zone", zone: each.id, d: area?.type === "polygon" ? path(area.points) : "" };
    }),
    line(path(centre), 1.5, { fill: "gold-zone" }),
    line(path([TOP, LEFT, RIGHT]), 2.75),
    line(`M50 262L${centre[1].join(" ")}M1470 262L${centre[2].join(" ")}M760 960V1070`, 1.5, dotted),
    text(36, 58, ["De gouden driehoek"], { size: 26, leading: 32, role: "title" }),
    text(36, 86, ["Soorten belangen"], { ...hint, size: 16 }),
    text(816, 56, ["Collectieve belangen"], { zone: "collective" }),
    text(816, 84, ["In elke complexe situatie spelen collectieve belangen een rol."], hint),
    text(36, 1000, ["Organisatiebelangen"], { zone: "organisation" }),
    text(36, 1028, ["Veelal gekoppeld aan de doelen en kernwaarden"], hint),
    text(1484, 1000, ["Individuele belangen"], { zone: "individual", anchor: "end" }),
    text(1484, 1028, ["Persoonlijke overtuigingen, drijfveren en belangen"], { ...hint, anchor: "end" }),
    text(760, centre[1][1] + 36, ["Gezamenlijk belang"], { zone: "shared", anchor: "middle" }),
  ];
  return { layout, shapes };
}

export const organisations: Organisation[] = [
  "Gemeente Oeverdam",
  "Waterschap Lage Linge",
  "Zorggroep De Brink",
  "Bouwbedrijf Vesta",
  "Woonstichting Linde",
  "Huisartsen De Kade",
  "Energie Zonnedijk",
  "Bewonersraad Weide",
  "Oeverdamse Ondernemers",
].map((name, order) => ({ kind: "organisation", id: `o${order}`, name, mark: order % 8, order }));

const names = ["Noor", "Amira", "Jo", "Jelle", "Femke", "Sanne", "Mo", "Daan", "Kim", "Tijs", "Ravi", "Bas", "Lotte", "Omar"];
const whose = [null, 0, 0, 1, 1, 2, 2, 3, 3, 4, 5, 6, 7, 8];
export const people: Person[] = names.map((name, index) => ({
  kind: "person",
  id: `p${index}`,
  name,
  role: index === 0 ? "facilitator" : "participant",
  organisation: typeof whose[index] === "number" ? `o${whose[index]}` : null,
}));

const notes: [number, number, number, string][] = [
  [560, 260, 7, "Ook woningen voor starters"],
  [760, 235, 5, "Ouderen kunnen in hun eigen kern oud worden"],
  [960, 235, 3, "Droge voeten in 2050, ook bij piekbuien"],
  [1160, 260, 4, "Schoon en zichtbaar water in de wijk"],
  [136, 440, 2, "300 woningen klaar voor 2030"],
  [136, 596, 8, "Een bouwstroom van vijf jaar die rendeert"],
  [136, 752, 1, "Eén aanspreekpunt per partij"],
  [336, 500, 3, "Geen bouw in de bergingszone"],
  [336, 656, 5, "40 plekken met zorg op loopafstand"],
  [600, 414, 1, "Een wijk waar mensen elkaar kennen"],
  [930, 394, 6, "Zorg blijft betaalbaar en bereikbaar"],
  [1200, 500, 3, "Dat water nu eens vooraf meetelt"],
  [1400, 440, 7, "Niet weer twee jaar praten zonder besluit"],
  [1200, 656, 9, "Een lange tekst die echt niet in een kaartje past en daarom eerst kleiner wordt en dan groeit: vergrijzing, woningbouwopgave, klimaatadaptatie, energietransitie en een verantwoordelijkheidsverdeling die niemand nog begrijpt."],
  [1400, 620, 10, "Huisartsenvoorzieningen dichtbij"],
  [1400, 790, 11, "Warmtenet"],
  [1200, 850, 12, "Meepraten voor het besluit"],
  [770, 610, 4, "Eerst bodem en water, dan de stenen"],
  [700, 770, 2, "Eén planning, elk kwartaal samen bijgesteld"],
  [900, 770, 6, "Zorg en water samen in het plan"],
  [420, 850, 0, "Een kaartje van de begeleider"],
  [560, 1000, 13, "Negende organisatie"],
];

export function sampleItems(sheet: Sheet): Item[] {
  const { layout } = sheet;
  const place = (x: number, y: number) =>
    placeAt(layout, { x: (x * layout.width) / WIDTH, y: (y * layout.height) / HEIGHT });
  return [
    ...notes.map(
      ([x, y, author, text], index): Item => ({
        ...{ kind: "sticky", id: `n${index}`, canvas: "c", place: place(x, y), author: `p${author}`, z: index + 1, text },
        ...(index === 12 ? { locked: "p0" } : {}),
      }),
    ),
    ...[0, 4, 5].map(
      (number, index): Item => ({
        ...{ kind: "partner-token", id: `c.partner.o${number}`, canvas: "c", author: "p0", organisation: `o${number}` },
        ...{ place: place(1060 + index * 150, 960), z: 100 + index },
      }),
    ),
    ...[1, 5].map(
      (number, index): Item => ({
        ...{ kind: "participant-token", id: `c.own.p${number}`, canvas: "c", author: `p${number}`, person: `p${number}` },
        ...{ place: place(470 + index * 140, 660), z: 200 + index },
      }),
    ),
  ];
}
