/** Works the totals of Gap analysis out again from what was entered, and compares (E33). */
import { demandTable } from "../../blueprint/sheets/demand-and-supply";
import { gapTable, horizonTable } from "../../blueprint/sheets/gap-analysis";
import { blank } from "../../domain/figures";
import { cumulativeTotals } from "../../domain/gap";
import { roundLikeExcel } from "../../domain/rounding";
import { horizons, sameName } from "../../domain/taxonomy";
import type { Book } from "../book";
import { finding, type Finding, type Rule } from "../finding";
import { plainNumber, spelt } from "../reading";
import { demandRows, horizonColumns, rowsOf, type Row } from "../rows";
import { a1 } from "../../blueprint/place";

export const shownTotals: Rule = (book) => {
  const left = rowsLeftOut(book);
  return left.length > 0 ? left : horizons.flatMap(({ name }, index) => ofHorizon(book, name, index));
};

function rowsLeftOut(book: Book): readonly Finding[] {
  const [gap, demand] = [book.tables.get(gapTable.name), book.tables.get(demandTable.name)];
  if (gap === undefined || demand === undefined || gap.rows.length === demand.rows.length) return [];
  return [finding("E33.rows", { identity: gap.sheet, tab: gap.tab, cell: a1(gap.top, gap.left) }, { shown: String(gap.rows.length), rows: String(demand.rows.length) })];
}

function ofHorizon(book: Book, horizon: string, index: number): readonly Finding[] {
  const shown = rowsOf(book, horizonTable).find((row) => sameName(row.text("Horizon"), horizon));
  const columns = horizonColumns[index];
  const headers = book.tables.get(demandTable.name)?.headers ?? [];
  if (shown === undefined || columns === undefined || ![columns.demand, columns.supply].every((header) => headers.includes(header))) return [];
  // Only role groups with both figures count, so that supply is never held against demand that is not known.
  const counted = demandRows(book).filter((row) => row.number(columns.demand) !== null && row.number(columns.supply) !== null);
  return [...compared(shown, "Demand", horizon, counted, columns.demand), ...compared(shown, "Supply", horizon, counted, columns.supply), ...addedUp(book, shown, horizon, index)];
}

/** The cumulative gap by the rule of the domain, which leaves a role group out from its first missing figure on. */
function addedUp(book: Book, shown: Row, horizon: string, index: number): readonly Finding[] {
  const headers = book.tables.get(demandTable.name)?.headers ?? [];
  if (!horizonColumns.every(({ demand, supply }) => headers.includes(demand) && headers.includes(supply))) return [];
  const figures = demandRows(book).map((row) => horizonColumns.map(({ demand, supply }) => ({ demand: row.at(demand)?.figure ?? blank, supply: row.at(supply)?.figure ?? blank })));
  const [total, cell, value] = [cumulativeTotals(figures)[index]?.gap, shown.at("Cumulative gap"), shown.number("Cumulative gap")];
  if (total?.kind !== "number" || cell === null || (value !== null && roundLikeExcel(value, 6) === roundLikeExcel(total.value, 6))) return [];
  return [finding("E33.total", cell.place, { column: "Cumulative gap", horizon: horizon.toLowerCase(), found: spelt(cell.reading) || "nothing", sum: plainNumber(total.value) })];
}

function compared(shown: Row, column: string, horizon: string, counted: readonly Row[], from: string): readonly Finding[] {
  const cell = shown.at(column);
  if (cell === null || (counted.length === 0 && cell.reading.kind !== "number")) return [];
  const sum = roundLikeExcel(counted.reduce((total, row) => total + (row.number(from) ?? 0), 0), 6);
  const value = shown.number(column);
  if (value !== null && counted.length > 0 && roundLikeExcel(value, 6) === sum) return [];
  return [finding("E33.total", cell.place, { column, horizon: horizon.toLowerCase(), found: spelt(cell.reading) || "nothing", sum: counted.length === 0 ? "nothing: none is entered" : plainNumber(sum) })];
}
