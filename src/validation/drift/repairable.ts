/** What of the drift can be put back without a person, and without anything that Excel would refuse half way. */
import { spellingsIn } from "../../blueprint/formula";
import type { Book } from "../book";
import type { Drift } from "./drift";
import { findDrift } from "./find-drift";
import { tableDefinitions } from "./made";
import { missingHeadings } from "./needs";

/** In the order of the sheets. */
export const repairable = (book: Book): readonly Drift[] => findDrift(book).filter((drift) => isRepairable(book, drift));

function isRepairable(book: Book, drift: Drift): boolean {
  switch (drift.kind) {
    case "line": return false;
    case "name": return drift.at !== null;
    case "formula": return missingHeadings(drift.formula, book).length === 0 && everyTableComesBack(book, spellingsIn(drift.formula).filter((ours) => tableDefinitions.has(ours)));
    case "chart": return drift.chart.series.every(({ values }) => missingHeadings(`${values.table}[${values.column}]`, book).length === 0) && everyTableComesBack(book, drift.chart.series.map(({ values }) => values.table));
    default: return true;
  }
}

/** A table that is gone comes back only with its sheet, or where its headings still stand. */
function everyTableComesBack(book: Book, tables: readonly string[]): boolean {
  const comingBack = findDrift(book).flatMap((drift) => (drift.kind === "table" ? [drift.definition.name] : drift.kind === "sheet" ? [...tableDefinitions.values()].filter(({ sheet }) => sheet === drift.sheet).map(({ name }) => name) : []));
  return tables.every((name) => book.tables.has(name) || comingBack.includes(name));
}
