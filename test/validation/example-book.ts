/** Books of figures for tests: the made-up example as it would be read, with a few cells written over from a Markdown table. */
import { sheetBlueprint, emptyExtent, coreSheets } from "../../src/blueprint/workbook-blueprint";
import { sheetDefinitions } from "../../src/blueprint/definitions";
import { demandTable } from "../../src/blueprint/sheets/demand-and-supply";
import { gapTable, horizonTable } from "../../src/blueprint/sheets/gap-analysis";
import { profileTable } from "../../src/blueprint/sheets/profile";
import { demandUnitWords, type Setup } from "../../src/blueprint/setup";
import type { Holding, SheetId, TableBlueprint } from "../../src/blueprint/types";
import { madeUpExample } from "../../src/domain/example";
import { numberOf, type Figure } from "../../src/domain/figures";
import { isoDate, serialOfDate, type IsoDate } from "../../src/domain/period";
import { groups, horizons, nameKey, roleGroups } from "../../src/domain/taxonomy";
import { blankCell, type Book, type BookTable, type Cell, type NamedCell } from "../../src/validation/book";
import { horizonColumns } from "../../src/validation/rows";

const asAt = isoDate("2009-03-31") as IsoDate;
export const setup: Setup = {
  structure: "2009", organisationCode: "Q31", organisationName: "North West", period: "2009/10", asAt: isoDate("2009-04-01") as IsoDate,
  roleGroups: roleGroups.map((group) => group.name), demandUnit: "headcount",
};

const number = (value: number, numberFormat = "#,##0"): Cell => ({ kind: "number", value, numberFormat, formula: null });
const text = (value: string): Cell => (value === "" ? blankCell : { kind: "text", value, numberFormat: "General", formula: null });
const date = (iso: string): Cell => number(serialOfDate(iso as IsoDate), "d mmmm yyyy");

/**
 * A cell as a test writes it: 16 is a number, "16 " in quotes is text, 5% a number shown so, 2009-03-31 a date, TRUE logical, #REF! an
 * error, {=A1}16 what a formula gives; everything else is the text it reads. Nothing is a blank.
 */
export function cellFrom(written: string): Cell {
  const formula = /^\{(=[^}]*)\}(.*)$/.exec(written);
  if (formula) return { ...cellFrom(formula[2] ?? ""), formula: formula[1] ?? "" };
  if (written === "") return blankCell;
  if (/^".*"$/.test(written)) return text(written.slice(1, -1));
  if (/^-?\d+(\.\d+)?$/.test(written)) return number(Number(written));
  if (/^\d+(\.\d+)?%$/.test(written)) return number(Number(written.slice(0, -1)) / 100, "0%");
  if (/^\d{4}-\d{2}-\d{2}$/.test(written)) return date(written);
  if (written === "TRUE" || written === "FALSE") return { kind: "logical", value: written === "TRUE", numberFormat: "General", formula: null };
  if (/^#[A-Z/0]+[!?]?$/.test(written)) return { kind: "error", value: written, numberFormat: "General", formula: null };
  return text(written);
}

/** Rows of a Markdown table, by header. */
export function markdown(table: string): readonly Readonly<Record<string, string>>[] {
  const lines = table.split("\n").map((line) => line.trim()).filter((line) => line.startsWith("|")).map((line) => line.slice(1, -1).split("|").map((part) => part.trim()));
  const [headers = [], ...rows] = lines;
  return rows.filter((row) => !row.every((part) => /^:?-+:?$/.test(part))).map((row) => Object.fromEntries(headers.map((header, index) => [header, row[index] ?? ""])));
}

function figureCell(figure: Figure): Cell {
  const value = numberOf(figure);
  return value !== null ? number(value) : figure.kind === "not-applicable" ? text("n/a") : blankCell;
}

const example = madeUpExample(setup.roleGroups, groups.map((group) => group.name), asAt);

const demandCells: readonly Readonly<Record<string, Cell>>[] = example.demand.map((row) => ({
  "Role group": text(row.roleGroup), Posts: number(row.posts), Comment: text(row.comment), Source: text(row.source),
  ...Object.fromEntries(horizons.flatMap(({ id }, index) => [[horizonColumns[index]?.demand, number(row.demand[id])], [horizonColumns[index]?.supply, number(row.supply[id])]])),
}));

const profileCells: readonly Readonly<Record<string, Cell>>[] = example.profile.map((row) => ({
  Group: text(row.group), Population: text(row.population), "In group": figureCell(row.inGroup), "Not in group": figureCell(row.notInGroup), Unknown: figureCell(row.unknown),
  "Comparator %": row.comparatorShare.kind === "number" ? number(Number((row.comparatorShare.value * 100).toFixed(1))) : figureCell(row.comparatorShare),
  "As-at date": date(row.asAt), Source: text(row.source), Comment: text(row.comment),
}));

function tableOf(id: SheetId, name: string): TableBlueprint {
  const found = sheetBlueprint(id, setup, emptyExtent(setup)).tables.find((table) => table.name === name);
  if (found === undefined) throw new RangeError(`No table ${name} on ${id}.`);
  return found;
}

const tabOf = (id: SheetId): string => sheetDefinitions.find((sheet) => sheet.id === id)?.tab ?? id;

function bookTable(id: SheetId, name: string, rows: readonly Readonly<Record<string, Cell>>[]): BookTable {
  const { top, left, columns } = tableOf(id, name);
  const filled = rows.map((row) => columns.map(({ header, holds }): Cell => row[header] ?? (holds.kind === "formula" ? { ...number(0), formula: holds.formula } : blankCell)));
  return { sheet: id, tab: tabOf(id), name, top, left, headers: columns.map((column) => column.header), rows: filled, ruleLost: new Map() };
}

/** What formulas would show for these entries, as far as rules look at it. */
function derived(demand: readonly Readonly<Record<string, Cell>>[]): readonly (readonly [string, BookTable])[] {
  const value = (row: Readonly<Record<string, Cell>>, header: string): number | null => { const cell = row[header]; return cell?.kind === "number" ? Number(cell.value) : null; };
  let complete = [...demand];
  const totals = horizons.map((horizon, index): Readonly<Record<string, Cell>> => {
    const { demand: d, supply: s } = horizonColumns[index] ?? horizonColumns[0];
    const counted = demand.filter((row) => value(row, d) !== null && value(row, s) !== null);
    const sum = (header: string): Cell => ({ ...number(counted.reduce((total, row) => total + (value(row, header) ?? 0), 0)), formula: "=SUMIFS()" });
    complete = complete.filter((row) => value(row, d) !== null && value(row, s) !== null);
    const soFar = complete.reduce((total, row) => total + horizonColumns.slice(0, index + 1).reduce((gap, columns) => gap + (value(row, columns.supply) ?? 0) - (value(row, columns.demand) ?? 0), 0), 0);
    return { Horizon: text(horizon.name), Demand: sum(d), Supply: sum(s), "Cumulative gap": { ...number(Math.round(soFar * 10) / 10), formula: "=SUM()" } };
  });
  const gap = demand.map((row) => ({ "Role group": { ...text(String(row["Role group"]?.value ?? "")), formula: "=INDEX()" } }));
  return [[horizonTable.name, bookTable("gap", horizonTable.name, totals)], [gapTable.name, bookTable("gap", gapTable.name, gap)]];
}

function named(cover: Readonly<Record<string, string>>): ReadonlyMap<string, NamedCell> {
  const { cells, names } = sheetBlueprint("cover", setup);
  const held = (row: number, column: number): Holding => cells.find((cell) => cell.row === row && cell.column === column)?.holds ?? null;
  return new Map(names.filter(({ rows = 1 }) => rows === 1).map(({ name, row, column }): [string, NamedCell] => {
    const written = cover[name];
    return [name, { sheet: "cover", tab: "Cover", row, column, cell: written === undefined ? cellOf(held(row, column)) : cellFrom(written) }];
  }));
}

function cellOf(holds: Holding): Cell {
  if (holds === null || "formula" in holds) return blankCell;
  return "number" in holds ? number(holds.number) : "date" in holds ? date(holds.date) : text(holds.text);
}

export interface Edits {
  /** Markdown: the row with this Role group is written over where a column is given; a new one is added. */
  readonly demand?: string;
  /** The same by Group and Population. */
  readonly profile?: string;
  /** By the name of the cell. */
  readonly cover?: Readonly<Record<string, string>>;
}

function written(rows: readonly Readonly<Record<string, Cell>>[], keys: readonly string[], table: string | undefined): readonly Readonly<Record<string, Cell>>[] {
  const result = [...rows];
  for (const line of markdown(table ?? "")) {
    const cells = Object.fromEntries(Object.entries(line).map(([header, cell]) => [header, cellFrom(cell)]));
    const at = line[keys[0] ?? ""]?.startsWith("+") === true ? -1 : result.findIndex((row) => keys.every((key) => nameKey(String(row[key]?.value ?? "")) === nameKey(String(cells[key]?.value ?? ""))));
    const clean = Object.fromEntries(Object.entries(cells).map(([header, cell]) => [header, typeof cell.value === "string" && cell.value.startsWith("+") ? cellFrom(cell.value.slice(1).trim()) : cell]));
    if (at < 0) result.push(clean);
    else result[at] = { ...result[at], ...clean };
  }
  return result;
}

/** The example with edits. A key that starts with "+" adds a row even where one has that key. */
export function exampleBook({ demand, profile, cover = {} }: Edits = {}): Book {
  const demandRows = written(demandCells, ["Role group"], demand);
  const unit = cover.nmDemandUnit ?? demandUnitWords.headcount;
  return {
    sheets: coreSheets.map((id) => ({ id, tab: tabOf(id) })), copies: [], keptPack: null, logHead: null,
    tables: new Map([
      ...sheetDefinitions.filter(({ id }) => coreSheets.includes(id)).flatMap(({ id, tables }) => tables.map((name) => [name, bookTable(id, name, [])] as const)),
      [demandTable.name, bookTable("demand", demandTable.name, demandRows)],
      [profileTable.name, bookTable("profile", profileTable.name, written(profileCells, ["Group", "Population"], profile))],
      ...derived(demandRows),
    ]),
    named: named({ ...cover, nmDemandUnit: unit }),
  };
}
