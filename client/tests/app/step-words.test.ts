import { describe, expect, it } from "vitest";
import { countsSaid } from "../../src/app/workshop/taking-part/counts";
import { askedIn, placeIn, saidIn, wayIn } from "../../src/app/workshop/taking-part/step-words";
import type { Canvas, Mode, Step } from "../../src/generated/protocol";
import { DUTCH, ENGLISH } from "../../src/words";

const step = (fields: Partial<Step> = {}): Step => ({
  ...{ kind: "step", id: "s", mode: "write", minutes: 5, order: 0, title: { nl: "Schrijven", en: "Writing" } },
  ...{ prompt: { nl: "", en: "Write one." }, ...fields },
});

describe("a step in words", () => {
  it("[UI-163] is said in one's own language, or in the other where nobody said it in that", () => {
    expect(saidIn(step().title, "nl")).toBe("Schrijven");
    expect(saidIn(step().prompt, "nl")).toBe("Write one.");
    expect(saidIn({ nl: " ", en: "" }, "nl")).toBe("");
  });

  it("[UI-163] has its place among the steps that are not skipped", () => {
    const agenda = [step({ id: "a" }), step({ id: "b", skipped: true }), step({ id: "c" }), step({ id: "d" })];
    expect(placeIn(agenda, agenda[2] as Step)).toEqual({ n: 2, of: 3 });
    expect(placeIn(agenda, agenda[1] as Step)).toEqual({ n: 2, of: 4 });
  });

  it("[UI-163] asks in an introduction what the canvas asks, but of who introduces", () => {
    const canvas = { template: { prompt: { nl: "Welke belangen?", en: "Which interests?" } } } as Canvas;
    const intro = step({ mode: "intro", prompt: { nl: "Licht het canvas toe.", en: "" } });
    expect(askedIn(intro, "participant", canvas, "nl")).toBe("Welke belangen?");
    expect(askedIn(intro, "observer", canvas, "en")).toBe("Which interests?");
    expect(askedIn(intro, "facilitator", canvas, "nl")).toBe("Licht het canvas toe.");
    expect(askedIn(intro, "participant", undefined, "nl")).toBe("Licht het canvas toe.");
    expect(askedIn(step(), "participant", canvas, "nl")).toBe("Write one.");
  });

  it("[UI-163] says to each role in one line how one takes part", () => {
    const way = (fields: Partial<Step>, role: "participant" | "facilitator" | "observer" = "participant") => {
      const { how, more } = wayIn(step(fields), role, "Noor", false, ENGLISH);
      return [how, more].filter(Boolean).join(" · ");
    };
    expect(way({})).toBe("on your own · shown to all when Noor reveals");
    expect(way({ anonymous: true }, "facilitator")).toBe(
      "on your own, without your name · shown to all when you reveal",
    );
    expect(way({ mode: "cluster" })).toBe("ask aloud, Noor moves");
    expect(way({ mode: "cluster", movers: "everyone" })).toBe("move together what belongs together");
    expect(way({ mode: "cluster" }, "facilitator")).toBe("you move, others ask aloud");
    expect(way({ mode: "discuss" }, "observer")).toBe("you are watching");
    expect(wayIn(step({ mode: "cluster" }), "participant", null, false, DUTCH).how).toBe(
      "vraag hardop, de begeleider verplaatst",
    );
  });

  it("[UI-163] has such a line for every mode, in both languages", () => {
    const modes: Mode[] = [
      ...(["check-in", "intro", "write", "place", "score", "reveal"] as const),
      ...(["cluster", "discuss", "vote", "conclude", "check-out", "freeze"] as const),
    ];
    for (const mode of modes) {
      for (const w of [DUTCH, ENGLISH]) expect(wayIn(step({ mode }), "participant", null, true, w).how).not.toBe("");
    }
  });
});

describe("how far the others are", () => {
  const tally = { type: "tally", step: "s", written: 8, ready: 5 } as const;

  it("[UI-164] counts everyone but me", () => {
    const said = countsSaid(tally, { written: true, ready: true }, "write", false, ENGLISH);
    expect(said).toBe("Others: 7 written, 4 ready");
    expect(countsSaid({ ...tally, ready: 0 }, { written: false, ready: true }, "place", false, DUTCH)).toBe(
      "Anderen: 8 geplaatst, 0 klaar",
    );
  });

  it("[UI-164] counts all together where the step is anonymous", () => {
    const said = countsSaid(tally, { written: true, ready: true }, "score", true, ENGLISH);
    expect(said).toBe("Together: 8 scored, 5 ready");
  });
});
