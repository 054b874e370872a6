// From what a measure comes to, to a table as it is read: means with their spread in one cell, a bar where numbers are
// to be compared, a column for each organisation; or, where there are few rows, a row for each organisation instead.

import type { Language } from "../canvas/types";
import type { Column, ReportOrganisation, Result, Row } from "../generated/protocol";

export type Numbers = readonly (number | null)[];

/** Several columns that are read as one: a mean and its spread, a number and its share. */
interface Unit {
  column: Column;
  at: number;
  /** Where the second number is. */
  beside: number | null;
}

export interface Cell {
  text: string;
  /** The spread or share, set more quietly behind it. */
  more: string;
}

/** From 0 to 1: a band, and the marks on it (the first filled, the second open); or without marks a bar from 0. */
export interface Bar {
  from: number;
  to: number;
  marks: readonly number[];
}

export interface Head {
  text: string;
  /** Over several heads: what they are of. */
  over: string;
  organisation: ReportOrganisation | null;
}

export interface TableRow {
  id: string;
  label: string;
  organisation: ReportOrganisation | null;
  names: readonly string[];
  marks: NonNullable<Row["marks"]>;
  bar: Bar | null;
  cells: readonly Cell[];
  total: boolean;
}

export interface Table {
  heads: readonly Head[];
  rows: readonly TableRow[];
  bars: boolean;
  /** The ends of its scale, where it has one. */
  scale: readonly [number, number] | null;
}

/** Between two scores. */
const GREATEST_GAP = 4;
const HAS: Cell = { text: "●", more: "" };
const NOTHING: Cell = { text: "–", more: "" };
/** Rows up to this number become columns where there are organisations. */
const FEW = 2;
/** Columns of an organisation's that are read together. */
const MOST_UNITS = 3;
/** Of differences between organisations so many are told. */
const WIDEST = 6;
const TURNED = new Set(["positions", "scores", "coverage", "ticks"]);

export const sayIn = (label: Row["label"] | null | undefined, language: Language): string =>
  label == null ? "" : typeof label === "string" ? label : label[language];

/** Whether there is anything to read in it. */
export const hasAnything = (result: Result): boolean =>
  result.rows.some((row) => row.numbers.some((number) => number !== null && number !== 0) || row.names?.length);

export function tableOf(
  result: Result,
  organisations: readonly ReportOrganisation[],
  language: Language,
  everyone: string,
): Table {
  const scale = scaleOf(result);
  const units = unitsOf(result.columns).filter((unit) => tells(unit, result));
  const present = organisations.filter((each) => result.rows.some((row) => row.organisations?.[each.id]));
  const say = (numbers: Numbers | undefined, unit: Unit) => cellOf(numbers, unit, scale, language);
  if (TURNED.has(result.measure) && result.rows.length <= FEW && present.length > 0) {
    return turned(result, units, present, scale, language, everyone, say);
  }
  const groups = together(units, result);
  const split = groups.length <= MOST_UNITS ? present : [];
  const kinds = new Set(units.flatMap((unit) => (unit.column.of == null ? [] : [unit.column.id])));
  const shared = result.measure === "shared";
  const most = Math.max(0, ...result.rows.map((row) => row.numbers[units[0]?.at ?? 0] ?? 0));
  const bars = result.rows.length > 1 && units.length > 0;
  const gaps = units[0]?.column.id === "gap";
  return {
    scale,
    bars: bars && (scale !== null || most > 0 || gaps) && !["classes", "ties", "starts"].includes(result.measure),
    heads: [
      ...units.map((unit) => ({
        text: headOf(unit, language),
        over: kinds.size > 1 && unit.column.of != null ? unit.column.label[language] : "",
        organisation: null,
      })),
      ...split.map((organisation) => ({ text: organisation.name, over: "", organisation })),
    ],
    rows: rowsOf(result).map((row) => ({
      id: row.id,
      label: sayIn(row.label, language),
      organisation: organisations.find((each) => each.id === row.id) ?? null,
      names: shared && split.length > 0 ? [] : (row.names ?? []).map((name) => sayIn(name, language)),
      marks: row.marks ?? [],
      bar: barOf(row.numbers, units, scale, most),
      total: false,
      cells: [
        ...units.map((unit) => say(row.numbers, unit)),
        ...split.map((each) =>
          shared && row.organisations?.[each.id] ? HAS : joined(row.organisations?.[each.id], groups, scale, language),
        ),
      ],
    })),
  };
}

/** Only the widest differences; only what somebody has, where it is told who shares it. */
function rowsOf(result: Result): readonly Row[] {
  if (result.measure === "differences") return result.rows.slice(0, WIDEST);
  return result.measure === "shared" ? result.rows.filter((row) => row.numbers[0] !== 0) : result.rows;
}

/** A row for each organisation and one for all; a column for each row of the result. */
function turned(
  result: Result,
  units: readonly Unit[],
  present: readonly ReportOrganisation[],
  scale: Table["scale"],
  language: Language,
  everyone: string,
  say: (numbers: Numbers | undefined, unit: Unit) => Cell,
): Table {
  const shown = units.filter((unit) => unit.column.id !== "count" || unit.beside !== null || units.length < 3);
  const several = result.rows.length > 1;
  const row = (organisation: ReportOrganisation | null): TableRow => ({
    id: organisation?.id ?? "",
    label: organisation?.name ?? everyone,
    organisation,
    names: [],
    marks: [],
    total: organisation === null,
    bar:
      several || shown.length > 2
        ? null
        : barOf(numbersOf(result.rows[0] as Row, organisation), shown, scale, scale ? 1 : 100),
    cells: result.rows.flatMap((each) => shown.map((unit) => say(numbersOf(each, organisation), unit))),
  });
  return {
    scale,
    bars: !several && shown.length <= 2 && scale !== null,
    heads: result.rows.flatMap((each) =>
      shown.map((unit) => ({
        text: headOf(unit, language),
        over: several ? sayIn(each.label, language) : "",
        organisation: null,
      })),
    ),
    rows: [...present.map(row), row(null)],
  };
}

const numbersOf = (row: Row, organisation: ReportOrganisation | null): Numbers | undefined =>
  organisation ? row.organisations?.[organisation.id] : row.numbers;

function scaleOf(result: Result): Table["scale"] {
  if (result.measure === "positions") return [0, 100];
  const summed = result.columns.some((column) => column.id === "total" || column.id === "area");
  return ["scores", "differences"].includes(result.measure) && !summed ? [1, 5] : null;
}

/** Columns as units; how many gave something is left out where there are several means. */
function unitsOf(columns: readonly Column[]): Unit[] {
  const units: Unit[] = [];
  const means = columns.filter((column) => column.id === "mean").length;
  columns.forEach((column, at) => {
    const last = units.at(-1);
    const first = last?.column.id;
    const behind = (column.id === "spread" && first === "mean") || (column.id === "share" && first === "count");
    if (last && last.beside === null && last.at === at - 1 && behind) last.beside = at;
    else if (!(column.id === "count" && means > 1)) units.push({ column, at, beside: null });
  });
  return units;
}

/** Whether a column is worth its room: of gaps between scores only these, of classes only those that somebody chose. */
function tells(unit: Unit, result: Result): boolean {
  const gap = result.measure === "scores" && result.columns.some((column) => column.id === "gap");
  if (gap) return unit.column.id === "gap";
  return result.measure !== "classes" || result.rows.some((row) => row.numbers[unit.at]);
}

/** The units that are told of each organisation: those of every aspect, or what is counted first. */
function together(units: readonly Unit[], result: Result): Unit[] {
  if (result.measure === "smileys") return units.slice(0, 3);
  if (result.measure === "ticks") {
    const share = units.filter((unit) => unit.column.id === "share");
    if (share.length > 0) return share;
  }
  const first = units[0]?.column.id;
  const same = units.filter((unit) => unit.column.id === first && unit.column.of != null);
  if (same.length > 0) return same;
  const rank = units.filter((unit) => unit.column.id === "rank" && result.measure === "scores");
  return [...units.slice(0, 1), ...rank];
}

const headOf = (unit: Unit, language: Language): string => {
  const of = sayIn(unit.column.of, language);
  if (of) return of;
  if (unit.column.id === "mean" && unit.beside !== null) return language === "nl" ? "gemiddelde" : "mean";
  return unit.column.label[language];
};

function cellOf(numbers: Numbers | undefined, unit: Unit, scale: Table["scale"], language: Language): Cell {
  const value = numbers?.[unit.at];
  if (value == null) return NOTHING;
  const beside = unit.beside === null ? null : numbers?.[unit.beside];
  const digits = scale?.[1] === 100 ? 0 : 1;
  const text = say(value, unit.column, language, digits);
  if (beside == null) return { text, more: "" };
  // What one person said has no spread.
  if (unit.column.id === "mean" && beside === 0 && numbers?.[unit.beside === null ? 0 : unit.beside + 1] === 1) {
    return { text, more: "" };
  }
  const quiet = unit.column.id === "mean" ? `± ${plain(beside, language, digits)}` : percent(beside, language);
  return { text, more: quiet };
}

/** What an organisation has, in one cell: "2.3 → 4.1", "2 · 0 · 1". */
function joined(
  numbers: Numbers | undefined,
  groups: readonly Unit[],
  scale: Table["scale"],
  language: Language,
): Cell {
  const cells = groups.map((unit) => cellOf(numbers, { ...unit, beside: null }, scale, language));
  if (cells.every((cell) => cell === NOTHING)) return NOTHING;
  if (groups.at(-1)?.column.id === "rank" && groups.length === 2) {
    return { text: cells[0]?.text ?? "", more: cells[1] && cells[1] !== NOTHING ? `(${cells[1].text})` : "" };
  }
  return { text: cells.map((cell) => cell.text).join(" · "), more: "" };
}

const plain = (value: number, language: Language, digits: number): string =>
  value.toLocaleString(language, { minimumFractionDigits: digits, maximumFractionDigits: digits });

const percent = (value: number, language: Language): string => `${plain(value, language, 0)}\u202f%`;

function say(value: number, column: Column, language: Language, digits: number): string {
  switch (column.form ?? "count") {
    case "percent":
      return percent(value, language);
    case "mean":
      return plain(value, language, digits);
    case "signed": {
      const size = plain(Math.abs(value), language, digits);
      const nothing = Number(Math.abs(value).toFixed(digits)) === 0;
      return nothing ? size : `${value > 0 ? "+" : "−"}${size}`;
    }
    default:
      return plain(value, language, Number.isInteger(value) ? 0 : 1);
  }
}

function barOf(numbers: Numbers | undefined, units: readonly Unit[], scale: Table["scale"], most: number): Bar | null {
  const first = units[0];
  const value = first && numbers?.[first.at];
  if (!first || value == null) return null;
  if (first.column.id === "gap") return { from: 0, to: Math.min(1, Math.abs(value) / GREATEST_GAP), marks: [] };
  if (scale) {
    const share = (number: number) => Math.min(1, Math.max(0, (number - scale[0]) / (scale[1] - scale[0])));
    const means = units.filter((unit) => ["mean", "lowest", "highest"].includes(unit.column.id));
    if (means.length > 2) return null;
    const values = means.map((unit) => numbers?.[unit.at]).filter((number) => number != null);
    const spread = first.beside === null ? null : numbers?.[first.beside];
    if (means.length === 1 && spread != null) {
      return { from: share(value - spread), to: share(value + spread), marks: [share(value)] };
    }
    const shares = values.map(share);
    return { from: Math.min(...shares), to: Math.max(...shares), marks: shares };
  }
  const whole = first.column.form === "percent" ? 100 : most;
  return whole > 0 ? { from: 0, to: Math.min(1, value / whole), marks: [] } : null;
}
