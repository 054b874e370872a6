// One measure of a canvas: a table, with its key in a sentence under it.

import { useSignal } from "@preact/signals";
import { OrganisationMark } from "../app/mark";
import { language } from "../app/settings";
import type { ReportOrganisation, Result } from "../generated/protocol";
import { type Words, words } from "../words";
import { type Bar, type Cell, type Head, type Table, type TableRow, tableOf } from "./table";

/** Longer tables show so many rows on the screen until asked for all; on paper they are whole. */
const ROWS = 12;
/** Letters in a row's cells: more, and the table takes the whole width; so does one with names longer than this. */
const NARROW = 24;
const LONG = 120;
const LEAST = 6;
/** With more organisations than this their marks stand alone over the columns. */
const NAMED = 4;

const MARKS = {
  widest: "markWidest",
  divided: "markDivided",
  everyone: "markEveryone",
  several: "markSeveral",
  one: "markOne",
  "one-sided": "markOneSided",
  short: "markShort",
  none: "markNone",
} as const satisfies Partial<Record<string, keyof Words>>;

/** Where an empty row is news. */
const TELLS_EMPTY = new Set(["empty", "ties", "starts", "balance", "ticks"]);

interface MeasureProps {
  result: Result;
  organisations: readonly ReportOrganisation[];
}

export function Measure({ result, organisations }: MeasureProps) {
  const w = words.value;
  const all = useSignal(false);
  const table = tableOf(result, organisations, language.value, w.reportAll);
  const named = table.heads.filter((head) => head.organisation).length <= NAMED;
  const over = table.heads.some((head) => head.over);
  const wide = widthOf(table) > NARROW || table.rows.some((row) => row.names.join("").length > LONG);
  return (
    <section class={`measure ${wide ? "measure-wide" : ""}`}>
      <h4>{result.title[language.value]}</h4>
      <div class="measure-scroll">
        <table>
          <thead>
            {over && <Over heads={table.heads} bars={table.bars} />}
            <tr>
              <td />
              {table.bars && <td class="measure-bar" />}
              {table.heads.map((head, index) => (
                <th key={index} scope="col">
                  {head.organisation ? <OrganisationHead organisation={head.organisation} named={named} /> : head.text}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {table.rows.map((row, index) => (
              <MeasureRow
                key={row.id}
                row={row}
                table={table}
                measure={result.measure}
                hidden={index >= ROWS && !all.value}
                tellsEmpty={TELLS_EMPTY.has(result.measure)}
              />
            ))}
          </tbody>
        </table>
      </div>
      {table.rows.length > ROWS && (
        <button
          type="button"
          class="button link measure-all"
          onClick={() => {
            all.value = !all.value;
          }}
        >
          {all.value ? w.reportShowFewer : w.reportShowAll(table.rows.length)}
        </button>
      )}
      <p class="help">
        {[
          table.scale &&
            result.measure !== "differences" &&
            (table.scale[1] === 5 ? w.reportOneToFive : w.reportToHundred),
          result.anonymous && w.reportAnonymous,
        ]
          .filter(Boolean)
          .join(" ")}
      </p>
    </section>
  );
}

/** How many letters a table's cells are wide. */
function widthOf(table: Table): number {
  const cells = table.heads.map((_, at) =>
    Math.max(...table.rows.map((row) => (row.cells[at]?.text.length ?? 0) + (row.cells[at]?.more.length ?? 0))),
  );
  return cells.reduce((sum, width) => sum + Math.max(LEAST, width), 0);
}

function Over({ heads, bars }: { heads: readonly Head[]; bars: boolean }) {
  const spans: { text: string; span: number }[] = [];
  for (const head of heads) {
    const last = spans.at(-1);
    if (last && last.text === head.over) last.span += 1;
    else spans.push({ text: head.over, span: 1 });
  }
  return (
    <tr>
      <td />
      {bars && <td class="measure-bar" />}
      {spans.map((each, index) => (
        <th key={index} scope="colgroup" colSpan={each.span} class="measure-over">
          {each.text}
        </th>
      ))}
    </tr>
  );
}

function OrganisationHead({ organisation, named }: { organisation: ReportOrganisation; named: boolean }) {
  return (
    <span class="measure-organisation">
      <OrganisationMark organisation={organisation} size={12} />
      <span class={named ? "" : "unseen"}>{organisation.name}</span>
    </span>
  );
}

interface MeasureRowProps {
  row: TableRow;
  table: Table;
  measure: string;
  hidden: boolean;
  tellsEmpty: boolean;
}

function MeasureRow({ row, table, measure, hidden, tellsEmpty }: MeasureRowProps) {
  const w = words.value;
  const marks = row.marks.flatMap((mark) =>
    mark in MARKS && (mark !== "none" || tellsEmpty) ? [w[MARKS[mark as keyof typeof MARKS]]] : [],
  );
  return (
    <tr class={`${row.total ? "measure-total" : ""} ${hidden ? "measure-more" : ""}`}>
      <th scope="row">
        <span class="measure-label">
          {row.organisation && <OrganisationMark organisation={row.organisation} size={12} />}
          <span>{row.label || "–"}</span>
          {marks.map((mark) => (
            <span class="measure-mark" key={mark}>
              {mark}
            </span>
          ))}
        </span>
        {row.names.length > 0 && <Names measure={measure} names={row.names} />}
      </th>
      {table.bars && <td class="measure-bar">{row.bar && <BarPicture bar={row.bar} />}</td>}
      {row.cells.map((cell, index) => (
        <Figure key={index} cell={cell} />
      ))}
    </tr>
  );
}

function Names({ measure, names }: { measure: string; names: readonly string[] }) {
  const [low = "", high = ""] = names;
  const text =
    measure === "differences" && high ? words.value.reportLowHigh(low, high) : names.filter(Boolean).join(" · ");
  return <span class="measure-names">{text}</span>;
}

const Figure = ({ cell }: { cell: Cell }) => (
  <td>
    <b>
      <Figures text={cell.text} />
    </b>
    {cell.more && (
      <span class="measure-quiet">
        {" "}
        <Figures text={cell.more} />
      </span>
    )}
  </td>
);

/** Digits of one width, so that they stand under each other; what is between them in its own. */
const Figures = ({ text }: { text: string }) => (
  <>
    {text.split(/(\d+)/).map((part, index) =>
      index % 2 ? (
        <span key={index} class="figures">
          {part}
        </span>
      ) : (
        part
      ),
    )}
  </>
);

const WIDTH = 96;
const HEIGHT = 12;
const MARGIN = 5;

function BarPicture({ bar }: { bar: Bar }) {
  const at = (share: number) => MARGIN + share * (WIDTH - 2 * MARGIN);
  if (bar.marks.length === 0) {
    return (
      <svg width={WIDTH} height={HEIGHT} viewBox={`0 0 ${WIDTH} ${HEIGHT}`} aria-hidden="true">
        <rect class="bar-fill" x={0} y={2} width={Math.max(bar.to > 0 ? 1 : 0, bar.to * WIDTH)} height={HEIGHT - 4} />
      </svg>
    );
  }
  return (
    <svg width={WIDTH} height={HEIGHT} viewBox={`0 0 ${WIDTH} ${HEIGHT}`} aria-hidden="true">
      <path class="bar-track" d={`M${MARGIN} ${HEIGHT / 2}H${WIDTH - MARGIN}`} />
      <rect class="bar-band" x={at(bar.from)} y={HEIGHT / 2 - 3} width={at(bar.to) - at(bar.from)} height={6} />
      {bar.marks.map((mark, index) => (
        <circle key={index} class={index ? "bar-open" : "bar-mark"} cx={at(mark)} cy={HEIGHT / 2} r={4} />
      ))}
    </svg>
  );
}
