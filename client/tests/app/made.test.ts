import { describe, expect, it } from "vitest";
import { type Made, madeFrom } from "../../src/app/start/made";

const link = (url: string) => ({ url, line: `Doe mee: ${url}`, qr: "<svg/>" });
const MADE: Made = {
  id: "w1",
  title: "Wonen en water",
  links: {
    facilitator: link("http://127.0.0.1/w/w1#f"),
    participant: link("http://127.0.0.1/w/w1#p"),
    observer: link("http://127.0.0.1/w/w1#o"),
    localOnly: true,
  },
};

describe("the workshop made in this tab", () => {
  it("[UI-151] is there again after a reload, with its links", () => {
    expect(madeFrom(JSON.stringify(MADE))).toEqual(MADE);
  });

  it("[UI-151] is left out when what was kept is not it", () => {
    const { observer: _, ...two } = MADE.links;
    for (const kept of [
      "{",
      "null",
      "3",
      "{}",
      JSON.stringify({ ...MADE, links: two }),
      JSON.stringify({ ...MADE, id: 1 }),
    ])
      expect(madeFrom(kept), kept).toBeNull();
    expect(madeFrom(null)).toBeNull();
  });
});
