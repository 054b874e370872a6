// How things are named, fitted and ordered: initials, marks, text steps, printed names, what a screen reader says.

import { expect, describe as group, it } from "vitest";
import type { Item, Layout, Organisation, Person, Template, TextShape } from "../generated/protocol";
import { CANVAS_WORDS, canvas } from "../words/canvas";
import { describe, ownerLine } from "./describe";
import { fitAll, heightFor, roomFor, STEPS } from "./fit";
import { boxOf, broken, labelAt, printed } from "./labels";
import { NOTHING_LEADS } from "./leading";
import { NO_LINKS } from "./link-model";
import { initials, MARKS, markLetter } from "./marks";
import { onSheet } from "./places";
import { readingOrder } from "./select";
import type { CanvasModel } from "./types";

group("letters and marks", () => {
  it("[UI-110] two letters stand for a person or an organisation", () => {
    expect(initials("Amira")).toBe("AM");
    expect(initials("Jan de Vries")).toBe("JV");
    expect(initials("Gemeente Oeverdam")).toBe("GO");
    expect(initials("  Zorggroep De Brink ")).toBe("ZB");
    expect(initials("é")).toBe("É");
    expect(initials("Anne-Marie")).toBe("AM");
    expect(initials("🙂")).toBe("?");
  });

  it("[UI-110] there are eight marks; from the ninth organisation on they carry its letter", () => {
    expect(new Set(MARKS).size).toBe(8);
    expect(markLetter({ name: "Gemeente", order: 7 })).toBe("");
    expect(markLetter({ name: "gemeente", order: 8 })).toBe("G");
  });
});

group("a note's text", () => {
  /** A text so many letters long in a note 164 px wide inside, letters being half as wide as high. */
  const text = (letters: number, height = 140) => {
    let step = -1;
    return {
      use: (next: number) => {
        step = next;
      },
      height: () => {
        const { size, line } = STEPS[step] ?? { size: 0, line: 0 };
        return Math.ceil((letters * size * 0.5) / 164) * line;
      },
      room: roomFor(height),
      step: () => step,
    };
  };

  it("[UI-111] is 19 px if it fits, then 17, 15 and 13, each with its line height", () => {
    expect(STEPS.map(({ size, line }) => `${size}/${line}`)).toEqual(["19/24", "17/22", "15/20", "13/18"]);
    const all = [text(20), text(75), text(85), text(120), text(1000)];
    fitAll(all);
    expect(all.map((each) => each.step())).toEqual([0, 1, 2, 3, 3]);
  });

  it("[UI-111] makes the note grow downward when 13 px does not fit, and is never cut", () => {
    const long = text(1000);
    const [height] = fitAll([long]);
    expect(height).toBeGreaterThan(roomFor(140));
    expect(roomFor(heightFor(140, height ?? 0))).toBeGreaterThanOrEqual(height ?? Number.POSITIVE_INFINITY);
    expect(heightFor(140, 20)).toBe(140);
  });
});

group("printed names", () => {
  const layout: Layout = {
    width: 1000,
    height: 800,
    frames: { figure: { x: 0, y: 0, width: 400, height: 400 }, sheet: { x: 0, y: 0, width: 1000, height: 800 } },
    zones: [
      {
        ...{ id: "a", of: "a", row: null, column: null },
        label: { nl: "Samen", en: "Together" },
        accepts: [],
        private: false,
        areas: [{ type: "rect", x: 0, y: 0, width: 400, height: 400 }],
      },
      {
        ...{ id: "b", of: "b", row: null, column: null },
        label: { nl: "Apart", en: "Apart" },
        accepts: [],
        private: false,
        areas: [{ type: "ring", x: 200, y: 200, inner: 0, outer: 90 }],
      },
    ],
    scales: { figure: { type: "radial", x: 200, y: 200, radius: 200 } },
    home: "figure",
    cards: [],
    reach: 0,
  };
  const shape: TextShape = {
    ...{ type: "text", x: 20, y: 40, lines: ["Onbelemmerd samenwerken"], size: 24, leading: 30, weight: 650 },
    ...{ colour: "ink", anchor: "start", role: "zone", zone: "a", rotate: 0 },
  };
  const wide = (line: string) => line.length * 0.5;
  const outline = { type: "zone" as const, zone: "a", d: "M0 0L400 0L400 400L0 400Z" };
  const at = (text: TextShape, zoom: number, others: TextShape[] = []) =>
    labelAt(printed(text, { layout, shapes: [outline, text, ...others] }, wide), zoom, wide);

  it("[UI-112] the box around an outline holds its circles", () => {
    expect(boxOf(outline.d)).toEqual({ x: 0, y: 0, width: 400, height: 400 });
    expect(boxOf("M10 50A40 40 0 1 1 90 50A40 40 0 1 1 10 50Z")).toEqual({ x: 10, y: 10, width: 80, height: 80 });
    expect(boxOf("")).toBeNull();
  });

  it("[UI-112] names are never under 12 px on screen, and as printed where they are larger", () => {
    expect(at(shape, 1)).toEqual({ size: 24, leading: 30, x: 20, y: 40, lines: shape.lines });
    for (const zoom of [0.49, 0.25, 0.2]) {
      expect((at(shape, zoom)?.size ?? 0) * zoom).toBeCloseTo(12);
      expect((at({ ...shape, role: "axis" }, zoom)?.size ?? 0) * zoom).toBeCloseTo(12);
    }
  });

  it("[UI-112] a name whose words would not fit in its zone is as large as they let it be", () => {
    const far = at(shape, 0.1);
    expect(far?.size).toBeGreaterThan(24);
    expect(20 + Math.max(...(far?.lines ?? []).map(wide)) * (far?.size ?? 0)).toBeLessThanOrEqual(400);
  });

  it("[UI-112] a name grown too wide for its zone is broken anew, and one at the bottom grows upward", () => {
    expect(at(shape, 0.25)?.lines).toEqual(["Onbelemmerd", "samenwerken"]);
    const low = at({ ...shape, y: 390 }, 0.25);
    expect(low?.lines.length).toBe(2);
    expect((low?.y ?? 0) + (low?.leading ?? 0)).toBeLessThan(400);
    expect(broken("een twee drie", (line) => line.length <= 8)).toEqual(["een twee", "drie"]);
  });

  it("[UI-112] a name keeps clear of the names beside it, and on the sheet", () => {
    const loose: TextShape = { ...shape, zone: null, role: "title" };
    expect(at(loose, 0.2)?.lines.length).toBe(1);
    expect(at(loose, 0.2, [{ ...shape, x: 520, y: 36 }])?.lines.length).toBe(2);
    expect(at(loose, 0.2, [{ ...shape, x: 520, y: 300 }])?.lines.length).toBe(1);
    const axis: TextShape = { ...loose, role: "axis", anchor: "middle", x: 500, y: 700, lines: ["van laag naar hoog"] };
    const ends: TextShape[] = [
      { ...axis, anchor: "start", x: 100, lines: ["Laag"] },
      { ...axis, anchor: "end", x: 900, lines: ["Hoog"] },
    ];
    expect(at(axis, 0.2)?.lines.length).toBe(1);
    expect(at(axis, 0.2, ends)?.lines.length).toBe(2);
    const edge = at({ ...loose, x: 900, lines: ["Nog"] }, 0.1);
    expect((edge?.x ?? 0) + wide("Nog") * (edge?.size ?? 0)).toBeLessThanOrEqual(1000);
  });

  it("[UI-112] a name grows no further than to what stands under it", () => {
    const hint: TextShape = { ...shape, role: "hint", y: 100, size: 31, lines: ["Een tip"], zone: "b" };
    const grown = at(shape, 0.3, [hint]);
    expect(grown?.size).toBeGreaterThan(24);
    expect((grown?.size ?? 0) * 0.3).toBeLessThan(12);
    expect((grown?.y ?? 0) + 0.25 * (grown?.size ?? 0)).toBeLessThanOrEqual(100 - 31 * 0.72);
    expect((at(shape, 0.3, [{ ...hint, x: 600 }])?.size ?? 0) * 0.3).toBeCloseTo(12);
    expect((at(shape, 0.28, [hint])?.size ?? 0) * 0.28).toBeCloseTo(12); // the hint is gone
  });

  it("[UI-112] a hint right under a name goes down as that grows", () => {
    const hint: TextShape = { ...shape, role: "hint", y: 66, size: 20, lines: ["Een tip"] };
    const [name, moved] = [at(shape, 0.46, [hint]), at(hint, 0.46, [shape])];
    expect((name?.size ?? 0) * 0.46).toBeCloseTo(12);
    expect((moved?.y ?? 0) - 66).toBeCloseTo((name?.y ?? 0) + 0.25 * (name?.size ?? 0) - 46);
    const far: TextShape = { ...hint, y: 300 };
    expect(at(far, 0.46, [shape])?.y).toBe(300);
  });

  it("[UI-112] hints go when they would be under 9 px, and headings over them too", () => {
    const hint: TextShape = { ...shape, role: "hint", size: 18 };
    expect(at(hint, 0.51)?.size).toBe(18);
    expect(at(hint, 0.49)).toBeNull();
    const heading: TextShape = { ...shape, x: 600, y: 500, size: 18 };
    expect(at(heading, 0.49, [shape])).toBeNull();
    expect(at(heading, 0.49)).not.toBeNull(); // the only name of its zone, beside it
    const large: TextShape = { ...heading, size: 22 };
    const below: TextShape = { ...hint, x: 600, y: 540, size: 20 };
    expect(at(large, 0.46, [shape, below])).not.toBeNull();
    expect(at(large, 0.44, [shape, below])).toBeNull(); // its hint would be 8.8 px
  });

  it("[UI-113] what is made or dropped beside the sheet comes to lie on it", () => {
    expect(onSheet(layout, { x: -50, y: 900 })).toEqual({ x: 0, y: 800 });
    expect(onSheet(layout, { x: -50, y: 400 }, { width: 188, height: 140 })).toEqual({ x: 94, y: 400 });
    expect(onSheet(layout, { x: 5, y: 5 }, { width: 1200, height: 140 })).toEqual({ x: 500, y: 70 });
  });

  const organisation: Organisation = { kind: "organisation", id: "o", name: "Waterschap", mark: 1, order: 1 };
  const people: Person[] = [
    { kind: "person", id: "p", name: "Jelle", role: "participant", organisation: "o" },
    { kind: "person", id: "f", name: "Noor", role: "facilitator" },
  ];
  const model: CanvasModel = {
    template: {} as Template,
    settings: undefined,
    canvas: "c",
    sheet: { layout, shapes: [] },
    items: () => [],
    item: () => undefined,
    person: (id) => people.find((person) => person.id === id),
    organisation: (id) => (id === "o" ? organisation : undefined),
    kinds: [],
    leading: () => NOTHING_LEADS,
    links: NO_LINKS,
  };
  const note: Item = {
    ...{ kind: "sticky", id: "n", canvas: "c", author: "p", text: "Droge voeten" },
    place: { frame: "figure", u: 0.5, v: 0.5 },
  };

  it("[UI-114] a screen reader hears kind, text, author, organisation and zones, in both languages", () => {
    expect(describe(model, note, CANVAS_WORDS.nl, "nl")).toBe(
      "Kaartje: Droge voeten, van Jelle, Waterschap, in Apart en Samen",
    );
    expect(describe(model, note, CANVAS_WORDS.en, "en")).toBe(
      "Note: Droge voeten, by Jelle, Waterschap, in Apart and Together",
    );
  });

  it("[UI-114] and hears what is empty, beside the zones, or locked, and by whom", () => {
    const beside: Item = { ...note, text: " ", place: { frame: "sheet", u: 0.9, v: 0.9 }, locked: "f" };
    expect(describe(model, beside, CANVAS_WORDS.nl, "nl")).toBe(
      "Kaartje: nog leeg, van Jelle, Waterschap, naast de zones, vergrendeld door Noor",
    );
    expect(ownerLine(model, beside, CANVAS_WORDS.en)).toBe("Jelle · Waterschap · locked by Noor");
    const token: Item = {
      ...{ kind: "partner-token", id: "c.partner.o", canvas: "c", author: "f", organisation: "o" },
      place: { frame: "figure", u: 0.1, v: 0.1 },
    };
    expect(describe(model, token, CANVAS_WORDS.en, "en")).toBe("Token of Waterschap, in Together");
  });

  it("[UI-192] and hears of a draft that nobody else sees it, in both languages", () => {
    const draft = { draft: true, dots: 0, result: null };
    expect(describe(model, note, CANVAS_WORDS.nl, "nl", draft)).toContain("concept, alleen jij ziet dit");
    expect(describe(model, note, CANVAS_WORDS.en, "en", draft)).toContain("draft, only you see this");
    expect(describe(model, note, CANVAS_WORDS.en, "en")).not.toContain("draft");
  });

  it("[UI-194] of what was made anonymously nobody is named", () => {
    const { author: _, ...anonymous } = note;
    expect(describe(model, anonymous, CANVAS_WORDS.nl, "nl")).toBe("Kaartje: Droge voeten, anoniem, in Apart en Samen");
    expect(ownerLine(model, anonymous, CANVAS_WORDS.en)).toBe("anonymous");
  });

  it("[UI-201] and in which group it is, [UI-199] and what came of a vote", () => {
    const group = { kind: "group" as const, id: "g", canvas: "c", title: "Water", items: ["n"] };
    const led = { ...model, leading: () => ({ ...NOTHING_LEADS, groups: [group], grouped: new Map([["n", group]]) }) };
    const voted = { draft: false, dots: 0, result: { dots: 4, rank: 1, split: [] } };
    expect(describe(led, note, CANVAS_WORDS.nl, "nl", voted)).toContain("in groep Water, 4 stippen, plaats 1");
  });

  it("[UI-115] Tab goes by rows, each from left to right", () => {
    const at = (id: string, x: number, y: number) => ({ id, home: { x, y }, height: 140 });
    const items = [at("d", 100, 400), at("b", 500, 90), at("a", 100, 130), at("c", 900, 110), at("e", 300, 420)];
    expect(readingOrder(items).map(({ id }) => id)).toEqual(["a", "b", "c", "d", "e"]);
  });

  it("[UI-116] no sentence of the canvas ends in an exclamation mark", () => {
    for (const [key, { nl, en }] of Object.entries(canvas)) {
      for (const word of [nl, en]) {
        const text = typeof word === "string" ? word : (word as (...filled: unknown[]) => string)("2", "3");
        expect(text, key).not.toContain("!");
        expect(text.trim(), key).toBe(text);
      }
    }
  });
});
