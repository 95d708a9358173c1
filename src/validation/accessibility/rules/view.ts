/** Points A06, A07, A09 and A10: what is filtered, frozen, hidden or cut off. */
import { a1, columnLetters } from "../../../blueprint/place";
import { areasOf } from "../areas";
import { barrier, some, type Barrier, type Offer } from "../barrier";
import { cellAt, filledCells, hiding, isInside, lookAt, type LookedBook, type LookedSheet } from "../looked";

export function viewBarriers(book: LookedBook): readonly Barrier[] {
  const hidden = book.hiddenTabs;
  return [
    ...(hidden.length === 0 ? [] : [barrier("A09.sheets", { tab: "", cell: "" }, { count: some(hidden.length, "sheet is", "sheets are"), tabs: hidden.slice(0, 6).join(", ") + (hidden.length > 6 ? ` and ${hidden.length - 6} more` : "") })]),
    ...book.sheets.flatMap((sheet) => [...cutOff(sheet), ...filters(sheet), ...frozen(sheet), ...hiddenLines(sheet), ...tooNarrow(sheet)]),
  ];
}

/** Points of the screen that a letter takes at size 11, on average. Generous, so that nobody is told of text that fits. */
const LETTER = 4.6;
const DIGIT = 4.9;
const USUAL_SIZE = 11;

/** Whether a text needs clearly more room than there is. */
function isWider(text: string, size: number, points: number, perLetter: number): boolean {
  return text.length * perLetter * (size / USUAL_SIZE) > points + 2;
}

const widthAt = ({ used, widths }: LookedSheet, column: number): number => (used === null ? 0 : widths[column - used.left] ?? Infinity);

/** Words run on over a blank neighbour; over a filled one they are cut. Merged cells have more room than their column. */
function cutOff(sheet: LookedSheet): readonly Barrier[] {
  const isHidden = hiding(sheet);
  const cut = filledCells(sheet).filter(({ row, column, cell }) => {
    const look = lookAt(sheet, row, column);
    return cell.kind === "text" && look !== null && !look.fits && cellAt(sheet, row, column + 1).kind !== "blank" && isWider(cell.text, look.size, widthAt(sheet, column), LETTER)
      && !isHidden(row, column) && !sheet.merged.some((area) => isInside(area, row, column));
  });
  const [first] = cut;
  if (first === undefined) return [];
  const at = a1(first.row, first.column);
  const offer: Offer | null = sheet.isProtected ? null : { asks: "", changes: `The text of ${some(cut.length, "cell", "cells")} on ${sheet.tab} wraps, and the rows grow to hold it.`, mend: () => ({ kind: "wrap", tab: sheet.tab, areas: areasOf(cut) }) };
  return [barrier("A06.cut-off", { tab: sheet.tab, cell: at }, { count: some(cut.length, "cell", "cells"), cell: at }, offer)];
}

function filters(sheet: LookedSheet): readonly Barrier[] {
  const at = { tab: sheet.tab, cell: "" };
  if (sheet.filter === "in-force" || sheet.tables.some(({ isFiltered }) => isFiltered)) return [barrier("A07.filtered", at)];
  const tables = sheet.tables.filter(({ filterButtons }) => filterButtons).map(({ name }) => name);
  if (sheet.filter === "none" && tables.length === 0) return [];
  const offer: Offer | null = sheet.isProtected ? null : { asks: "", changes: `The filter buttons on ${sheet.tab} go away.`, mend: () => ({ kind: "no-filters", tab: sheet.tab, tables, ofSheet: sheet.filter === "idle" }) };
  return [barrier("A07.filters", at, {}, offer)];
}

function frozen({ tab, isFrozen }: LookedSheet): readonly Barrier[] {
  return isFrozen ? [barrier("A07.frozen", { tab, cell: "" }, {}, { asks: "", changes: `Rows and columns of ${tab} are frozen no longer.`, mend: () => ({ kind: "unfreeze", tab }) })] : [];
}

/** Rows that a filter hides are told of as a filter. */
function hiddenLines(sheet: LookedSheet): readonly Barrier[] {
  const { tab, hiddenColumns } = sheet;
  const hiddenRows = sheet.filter === "in-force" || sheet.tables.some(({ isFiltered }) => isFiltered) ? [] : sheet.hiddenRows;
  const [row, column] = [hiddenRows[0], hiddenColumns[0]];
  return [
    ...(row === undefined ? [] : [barrier("A09.rows", { tab, cell: a1(row, 0) }, { count: some(hiddenRows.length, "row is", "rows are"), row: String(row + 1) })]),
    ...(column === undefined ? [] : [barrier("A09.columns", { tab, cell: a1(0, column) }, { count: some(hiddenColumns.length, "column is", "columns are"), column: columnLetters(column) })]),
  ];
}

/** Excel shows ### for a figure that does not fit; a host that shows the figure all the same is asked for its room. */
function tooNarrow(sheet: LookedSheet): readonly Barrier[] {
  const isHidden = hiding(sheet);
  const narrow = filledCells(sheet).filter(({ row, column, cell }) => {
    const look = lookAt(sheet, row, column);
    return cell.kind === "number" && !isHidden(row, column) && !sheet.merged.some((area) => isInside(area, row, column))
      && (/^#+$/.test(cell.text) || (look !== null && isWider(cell.text, look.size, widthAt(sheet, column), DIGIT)));
  });
  const columns = [...new Set(narrow.map(({ column }) => column))];
  const [first] = narrow;
  if (first === undefined) return [];
  const offer: Offer | null = sheet.isProtected ? null : {
    asks: "", changes: `${columns.length === 1 ? "Column" : "Columns"} ${columns.map(columnLetters).join(", ")} of ${sheet.tab} ${columns.length === 1 ? "becomes" : "become"} as wide as what ${columns.length === 1 ? "it holds" : "they hold"}.`,
    // The cells with figures only: a title above them is not to make the column as wide as the sheet.
    mend: () => ({ kind: "widen", tab: sheet.tab, areas: areasOf(narrow) }),
  };
  return [barrier("A10.too-narrow", { tab: sheet.tab, cell: a1(first.row, first.column) }, { count: some(columns.length, "column is", "columns are"), column: columnLetters(first.column) }, offer)];
}
