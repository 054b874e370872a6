import { expect, test } from "vitest";
import type { Layout, Settings, Template, Zone } from "../generated/protocol";
import { fullyNamed } from "./zone-names";

const words = (nl: string, en = nl) => ({ nl, en });
const template = {
  lists: [
    { id: "partners", label: words("Partner"), least: 3 },
    { id: "issues", label: words("Thema", "Issue"), least: 2 },
  ],
  figure: {
    type: "page",
    parts: [
      {
        type: "grid",
        columns: [{ id: "give", label: words("Geven", "Give") }],
        rows: [{ id: "partners", repeat: "partners" }, { id: "themes", repeat: "issues" }, { id: "all" }],
      },
    ],
  },
} as unknown as Template;
const settings: Settings = { partners: [{ id: "org-1", name: "Gemeente" }] };
const zone = (id: string, of: string, row: string | null, column: string | null): Zone => ({
  ...{ id, of, row, column, label: words("Belang", "Interest"), accepts: [], areas: [], private: false },
});
const named = (...zones: Zone[]) =>
  fullyNamed(template, settings, { zones } as unknown as Layout).zones.map(({ label }) => label.en);

test("[UI-232] Zones that repeat are called by their row, column or entry as well, those that do not by their name.", () => {
  const cells = [
    zone("cell.partners.org-1.give", "cell", "partners.org-1", "give"),
    zone("cell.partners.2.take", "cell", "partners.2", "take"),
  ];
  expect(named(...cells)).toEqual(["Interest · Gemeente · Give", "Interest · Partner 2"]);
  const themes = [zone("cell.themes.1", "cell", "themes.1", null), zone("cell.themes.2", "cell", "themes.2", null)];
  expect(named(...themes)).toEqual(["Interest · Issue 1", "Interest · Issue 2"]);
  expect(named(zone("petal.org-1", "petal", null, null), zone("petal.2", "petal", null, null))).toEqual([
    ...["Interest · Gemeente", "Interest · Partner 2"],
  ]);
  expect(named(zone("cell", "cell", "all", "give"))).toEqual(["Interest"]);
});
