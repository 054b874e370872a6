// What a measure comes to, as it is read.

import { describe, expect, test } from "vitest";
import type { Column, ReportOrganisation, Result, Row } from "../generated/protocol";
import { quoted } from "./paper";
import { hasAnything, tableOf } from "./table";

const both = (text: string) => ({ nl: text, en: text });
const column = (id: string, more: Partial<Column> = {}): Column => ({ id, label: both(id), ...more });
const MEAN = column("mean", { form: "mean" });
const SPREAD = column("spread", { form: "mean" });
const COUNT = column("count");
const organisation = (id: string, order: number): ReportOrganisation => ({
  id,
  name: id,
  mark: order,
  order,
  people: 1,
});
const TWO = [organisation("oost", 0), organisation("west", 1)];

const result = (measure: string, columns: Column[], rows: Partial<Row>[]): Result => ({
  measure,
  title: both("Title"),
  columns,
  rows: rows.map((row, index) => ({ id: `row-${index}`, label: both(`Row ${index}`), numbers: [], ...row })),
});

const read = (of: Result, language: "nl" | "en" = "en") => tableOf(of, TWO, language, "All");
const texts = (of: Result, language: "nl" | "en" = "en") =>
  read(of, language).rows.map((row) => row.cells.map((cell) => `${cell.text}${cell.more && ` ${cell.more}`}`));

describe("a table", () => {
  test("has a mean and its spread in one cell, in the reader's language", () => {
    const scores = result(
      "scores",
      [MEAN, SPREAD, COUNT],
      [3.5, 2, 4].map((mean) => ({ numbers: [mean, 0.5, 4] })),
    );
    expect(texts(scores)[0]).toEqual(["3.5 ± 0.5", "4"]);
    expect(texts(scores, "nl")[0]).toEqual(["3,5 ± 0,5", "4"]);
    expect(read(scores).rows[0]?.bar).toEqual({ from: 0.5, to: 0.75, marks: [0.625] });
  });

  test("says no spread of what one person gave", () => {
    const rows = [3, 4, 5].map((mean) => ({ numbers: [mean, 0, 1] }));
    expect(texts(result("scores", [MEAN, SPREAD, COUNT], rows))[0]).toEqual(["3.0", "1"]);
  });

  test("has a column for each organisation", () => {
    const rows = [1, 2, 3].map((dots) => ({ numbers: [dots], organisations: { oost: [dots], west: [0] } }));
    const votes = result("votes", [column("dots")], rows);
    expect(read(votes).heads.map((head) => head.organisation?.id ?? "")).toEqual(["", "oost", "west"]);
    expect(texts(votes)[1]).toEqual(["2", "2", "0"]);
  });

  test("has a row for each organisation, and one for all, where there are few things", () => {
    const axis = (x: number): Partial<Row> => ({
      numbers: [x, 10, 2],
      organisations: { oost: [x - 10, 0, 1], west: [x + 10, 0, 1] },
    });
    const table = read(result("positions", [MEAN, SPREAD, COUNT], [axis(50), axis(30)]));
    expect(table.rows.map((row) => row.label)).toEqual(["oost", "west", "All"]);
    expect(table.rows.map((row) => row.cells[0]?.text)).toEqual(["40", "60", "50"]);
    expect(table.rows.at(-1)?.total).toBe(true);
  });

  test("has only the gaps, where these are asked for", () => {
    const columns = [MEAN, SPREAD, COUNT, { ...MEAN, of: both("b") }, SPREAD, COUNT, column("gap", { form: "signed" })];
    const rows = [2, -1, 0].map((gap) => ({ numbers: [3, 0, 2, 3 + gap, 0, 2, gap] }));
    expect(texts(result("scores", columns, rows))).toEqual([["+2.0"], ["−1.0"], ["0.0"]]);
  });

  test("leaves out classes that nobody chose, and things that nobody has", () => {
    const classes = result("classes", [column("placed"), { ...COUNT, of: both("core") }], [{ numbers: [2, 0] }]);
    expect(texts(classes)).toEqual([["2"]]);
    const shared = result(
      "shared",
      [column("organisations")],
      [{ numbers: [1], organisations: { oost: [1] }, names: ["oost"] }, { numbers: [0] }],
    );
    expect(texts(shared)).toEqual([["1", "●", "–"].slice(0, 2)]);
  });
});

test("a result without any number or name says nothing", () => {
  expect(hasAnything(result("votes", [COUNT], [{ numbers: [0] }, { numbers: [null] }]))).toBe(false);
  expect(hasAnything(result("empty", [COUNT], [{ numbers: [0], names: ["Oost"] }]))).toBe(true);
});

test("a title in a style sheet stays text, whatever it holds", () => {
  expect(quoted('a"} b')).toBe('"a\\22 \\7d  b"');
});
