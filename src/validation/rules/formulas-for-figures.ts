/** Says where figures are worked out by formulas of a person's own, a note for each column (W18). Linking to one's own sheets is a fair way to work. */
import { finding, type Finding, type Rule } from "../finding";
import { demandFigures, demandRows, profileCounts, profileRows, type Row } from "../rows";

export const formulasForFigures: Rule = (book) => [
  ...demandFigures.flatMap((header) => inColumn(demandRows(book), header)),
  ...[...profileCounts, "Comparator %"].flatMap((header) => inColumn(profileRows(book), header)),
];

function inColumn(rows: readonly Row[], column: string): readonly Finding[] {
  const cells = rows.flatMap((row) => { const entry = row.at(column); return entry === null || entry.cell.formula === null ? [] : [entry]; });
  const [first] = cells;
  if (first === undefined) return [];
  return [finding("W18", first.place, { count: cells.length === 1 ? "1 cell" : `${cells.length} cells`, verb: cells.length === 1 ? "is" : "are", column, first: first.place.cell })];
}
