// What may be done on the canvas in each step, the sentence that says why not, and what becomes of what is let go.

import { describe, expect, test } from "vitest";
import type { Standing } from "../core/rights";
import type { Item, Layout, Place, Situation, Template } from "../generated/protocol";
import { CANVAS_WORDS } from "../words/canvas";
import { fateOf } from "./drops";
import { NOTHING_LEADS } from "./leading";
import { NO_LINKS } from "./link-model";
import {
  type Asking,
  onlyReads,
  placesPrivately,
  whyNot,
  whyNotAsk,
  whyNotMake,
  whyNotMove,
  whyNotUndo,
} from "./rights";

const words = CANVAS_WORDS.nl;
const area = (x: number) => [{ type: "rect" as const, x, y: 0, width: 500, height: 800 }];
const zone = (id: string) => ({ id, of: id, row: null, column: null, accepts: [] });
const layout: Layout = {
  width: 1000,
  height: 800,
  frames: { figure: { x: 0, y: 0, width: 1000, height: 800 }, sheet: { x: 0, y: 0, width: 1000, height: 800 } },
  zones: [
    { ...zone("front"), label: { nl: "Voor", en: "Front" }, private: false, areas: area(0) },
    { ...zone("back"), label: { nl: "Achter", en: "Back" }, private: true, areas: area(500) },
  ],
  scales: { figure: { type: "radial", x: 500, y: 400, radius: 400 } },
  home: "figure",
  cards: [],
  reach: 0,
};
const FRONT: Place = { frame: "figure", u: 0.2, v: 0.5 };
const BACK: Place = { frame: "figure", u: 0.8, v: 0.5 };
const common = { canvas: "c", place: FRONT };
const note = (fields: Partial<Item> = {}): Item =>
  ({ ...common, kind: "sticky", id: "n", author: "me", ...fields }) as Item;
const partner: Item = { ...common, kind: "partner-token", id: "c.partner.o", organisation: "o" };
const own = (person: string): Item => ({ ...common, kind: "participant-token", id: `c.own.${person}`, person });
const draft = note({ id: "draft", public: "shown" });
const kept = note({ id: "kept", public: "shown-2", place: BACK });

function asking(situation: Situation, over: Partial<Standing> = {}): Asking {
  const standing: Standing = { role: "participant", situation, paused: false, ...over };
  return {
    words,
    leading: NOTHING_LEADS,
    model: {
      template: {} as Template,
      settings: undefined,
      ...{ canvas: "c", sheet: { layout, shapes: [] }, kinds: ["sticky"], items: () => [], item: () => undefined },
      ...{ person: () => undefined, organisation: () => undefined, leading: () => NOTHING_LEADS, links: NO_LINKS },
    },
    actions: {
      ...{ me: "me", standing: () => standing, propose: () => {}, setText: () => {}, newId: () => "", here: () => {} },
      isDraft: (item) => item.public != null,
    },
  };
}

describe("[UI-191] what is not possible now is refused with one sentence that says why", () => {
  test("in a private step nothing that everyone sees is changed; what one makes is one's own", () => {
    expect(whyNot(asking("write"), "text.edit", note())).toBe(words.everyoneWrites);
    expect(whyNotMove(asking("place"), note())).toBe(words.everyonePlaces);
    expect(whyNotMake(asking("write"), FRONT)).toBeNull();
    expect(whyNot(asking("write"), "text.edit", draft)).toBeNull();
    expect(whyNotUndo(asking("write"))).toBeNull();
  });

  test("while only facilitators move, others hear just that; where everyone moves nobody else writes", () => {
    expect(whyNotMove(asking("cluster"), note())).toBe(words.onlyFacilitatorMoves);
    expect(whyNotAsk(asking("cluster"), "group.set")).toBe(words.onlyFacilitatorMoves);
    expect(whyNotMake(asking("cluster"), FRONT)).toBe(words.facilitatorMoves);
    expect(whyNotMove(asking("cluster+"), note())).toBeNull();
    expect(whyNot(asking("cluster+"), "text.edit", note())).toBe(words.movingNow);
    expect(whyNotMove(asking("cluster", { role: "facilitator" }), note())).toBeNull();
  });

  test("in a pause nobody but a facilitator changes anything; an observer never does", () => {
    expect(whyNotMove(asking("free", { paused: true }), note())).toBe(words.itIsPaused);
    expect(whyNotMake(asking("free", { paused: true }), FRONT)).toBe(words.itIsPaused);
    expect(whyNotUndo(asking("free", { paused: true }))).toBe(words.itIsPaused);
    expect(whyNotMove(asking("free", { paused: true, role: "facilitator" }), note())).toBeNull();
    expect(whyNotMake(asking("free", { role: "observer" }), FRONT)).toBe(words.onlyLook);
  });

  test("each step in which the canvas is only read says what is going on instead", () => {
    const said = (["reveal", "intro", "vote", "conclude", "check-in", "check-out", "freeze"] as const).map((mode) =>
      whyNotMake(asking(mode), FRONT),
    );
    expect(new Set(said).size).toBe(7);
    expect(said).not.toContain(words.notNow);
  });

  test("a draft that is left over waits for its author to show it, or for a step alone; an anonymous one only waits", () => {
    expect(whyNotMove(asking("discuss"), draft)).toBe(words.draftShowFirst);
    expect(whyNotMove(asking("vote"), draft)).toBe(words.draftLater);
    const anonymous = { ...asking("discuss"), leading: { ...NOTHING_LEADS, anonymous: ["s"] } };
    expect(whyNotMove(anonymous, { ...draft, step: "s" } as Item)).toBe(words.draftLater);
  });

  test("the canvas looks as if it can only be read where nothing can be done, and not while one can vote", () => {
    expect(onlyReads(asking("free"))).toBe(false);
    expect(onlyReads(asking("write"))).toBe(false);
    expect(onlyReads(asking("reveal"))).toBe(true);
    expect(onlyReads(asking("free", { role: "observer" }))).toBe(true);
    const round = { kind: "round" as const, id: "r", canvas: "c", dots: 3, opened: 1 };
    expect(onlyReads({ ...asking("vote"), leading: { ...NOTHING_LEADS, round } })).toBe(false);
  });
});

describe("[UI-193] in a private step a token that is dragged stays, and a stand-in of one's own goes there", () => {
  test("a partner's token, and one's own; nobody else's", () => {
    expect(placesPrivately(asking("place"), partner)).toBe(true);
    expect(fateOf(asking("place"), partner, FRONT)).toBe("place");
    expect(fateOf(asking("place"), own("me"), FRONT)).toBe("place");
    expect(fateOf(asking("place"), own("jo"), FRONT)).toEqual({ no: words.othersToken(words.someone) });
    expect(fateOf(asking("place", { role: "facilitator" }), partner, FRONT)).toBe("place");
    expect(fateOf(asking("discuss"), partner, FRONT)).toBe("move");
  });

  test("the stand-in itself is moved like anything of one's own", () => {
    expect(fateOf(asking("place"), { ...partner, id: "c.partner.o.s", public: "p" } as Item, FRONT)).toBe("move");
  });
});

describe("[UI-207] what lies in a zone that is private for good is shown only by being taken out and confirmed", () => {
  test("dragging it out asks first, and in a private step leaves it private", () => {
    expect(fateOf(asking("free"), kept, FRONT)).toBe("lift");
    expect(fateOf(asking("discuss"), kept, FRONT)).toBe("lift");
    expect(fateOf(asking("reveal"), kept, FRONT)).toBe("lift");
    expect(fateOf(asking("write"), kept, FRONT)).toBe("move");
    expect(fateOf(asking("vote"), kept, FRONT)).toEqual({ no: words.draftLater });
  });

  test("within it it is moved, and what everyone sees does not get in, nor does a token", () => {
    expect(fateOf(asking("discuss"), kept, BACK)).toBe("move");
    expect(fateOf(asking("free"), note(), BACK)).toEqual({ no: words.alreadyShared });
    expect(fateOf(asking("free", { role: "facilitator" }), note(), BACK)).toEqual({ no: words.alreadyShared });
    expect(fateOf(asking("place"), partner, BACK)).toEqual({ no: words.tokensNotHere });
  });

  test("a note can be written there while all talk, where nothing is private otherwise", () => {
    expect(whyNotMake(asking("discuss"), BACK)).toBeNull();
    expect(whyNotMake(asking("cluster"), BACK)).not.toBeNull();
  });
});
