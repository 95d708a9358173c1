/** Columns of our tables: headings, formulas, words of the template, how numbers are shown, rules for entry, colours. */
import { a1 } from "../../blueprint/place";
import { styles } from "../../blueprint/theme";
import type { ColumnBlueprint, HighlightBlueprint, TableBlueprint } from "../../blueprint/types";
import { ledTo } from "../../blueprint/formula";
import type { BookTable, Cell } from "../book";
import { columnKey } from "../standing";
import { quoted } from "../words";
import type { Drift, NumberFormatDrift } from "./drift";
import { highlightedColumns, type ColumnHighlights } from "./made";
import { needsWhatIsGone } from "./needs";
import { normalFormula, normalHighlight } from "./normal-formula";
import { renamedIn, standsAs, type Places } from "./places";
import { lostFormat } from "./shown-as";

export function columnDrift(places: Places): readonly Drift[] {
  return places.made.now.tables.flatMap((made) => {
    const table = places.tableOf(made.name);
    if (table === undefined) return [];
    return [...headings(places, made, table), ...made.columns.flatMap((column, index) => inColumn(places, { made, table, column, index })), ...colours(places, made, table)];
  });
}

interface InTable { readonly made: TableBlueprint; readonly table: BookTable; readonly column: ColumnBlueprint; readonly index: number }

function headings({ book, sheet }: Places, made: TableBlueprint, table: BookTable): readonly Drift[] {
  return [...renamedIn(book, made.name)].map(([header, held]) => ({ kind: "header", sheet: sheet.id, tab: sheet.tab, table: made.name, header, held, at: { row: table.top, column: table.left + table.headers.indexOf(held) } }));
}

/** Where a column of ours stands in its table today; -1 where it is gone. */
const placeOf = ({ book }: Places, made: TableBlueprint, table: BookTable, header: string): number => table.headers.indexOf(renamedIn(book, made.name).get(header) ?? header);

function inColumn(places: Places, { made, table, column, index }: InTable): readonly Drift[] {
  const along = placeOf(places, made, table, column.header);
  if (along < 0) return [];
  const cells = table.rows.map((row) => row[along]);
  const here = { places, made, table, column, along, cells };
  switch (column.holds.kind) {
    case "formula": return [...formulas(here, column.holds.formula), ...formats(here)];
    case "entry": return [...formats(here), ...entryRule(here)];
    case "written": return words(here, index);
  }
}

interface Here { readonly places: Places; readonly made: TableBlueprint; readonly table: BookTable; readonly column: ColumnBlueprint; readonly along: number; readonly cells: readonly (Cell | undefined)[] }

const heldBy = (cell: Cell): string | number | boolean => cell.formula ?? (cell.kind === "blank" ? "" : cell.value);

function formulas({ places, made, table, column, along, cells }: Here, formula: string): readonly Drift[] {
  const { book, standing, sheet } = places;
  const right = normalFormula(standsAs(formula, book, standing));
  return cells.flatMap((cell, index): readonly Drift[] => {
    if (cell === undefined || (cell.formula !== null && normalFormula(cell.formula) === right)) return [];
    return [{
      kind: "formula", sheet: sheet.id, tab: sheet.tab, at: { row: table.top + 1 + index, column: table.left + along }, what: `${column.header} of ${quoted(keyOf(table, index))}`,
      formula, format: styles[column.style].numberFormat, held: heldBy(cell), column: { table: made.name, header: column.header }, follows: needsWhatIsGone(formula, heldBy(cell), book),
    }];
  });
}

function keyOf(table: BookTable, index: number): string {
  const first = table.rows[index]?.[0];
  return first === undefined || first.kind === "blank" ? `row ${index + 1}` : String(first.value);
}

/** Names of horizons, definitions of measures: rows that the template wrote and the formulas go by. */
function words({ places, made, table, along, cells }: Here, index: number): readonly Drift[] {
  if (cells.length !== made.rows.length) return [];
  return made.rows.flatMap((row, down): readonly Drift[] => {
    const [holds, cell] = [row[index] ?? null, cells[down]];
    if (holds === null || cell === undefined || !("text" in holds || "number" in holds)) return [];
    const right = "text" in holds ? holds.text : holds.number;
    if (cell.formula === null && (cell.kind === "blank" ? "" : cell.value) === right) return [];
    return [{ kind: "label", sheet: places.sheet.id, tab: places.sheet.tab, at: { row: table.top + 1 + down, column: table.left + along }, holds, words: String(right), held: heldBy(cell), cell: null }];
  });
}

/** One for each way in which cells of the column are shown. */
function formats({ places, table, column, along, cells }: Here): readonly Drift[] {
  const format = styles[column.style].numberFormat;
  const byShown = new Map<string, NumberFormatDrift>();
  cells.forEach((cell, index) => {
    const shownAs = cell === undefined ? null : lostFormat(cell, format, "column");
    if (cell === undefined || shownAs === null) return;
    const before = byShown.get(shownAs);
    const spot = { row: table.top + 1 + index, column: table.left + along };
    byShown.set(shownAs, { kind: "number-format", sheet: places.sheet.id, tab: places.sheet.tab, format, shownAs, what: column.header, cells: [...(before?.cells ?? []), spot], before: [...(before?.before ?? []), cell.numberFormat] });
  });
  return [...byShown.values()];
}

function entryRule({ places, table, column, along }: Here): readonly Drift[] {
  const lost = table.ruleLost.get(column.header);
  if (lost === undefined || column.holds.kind !== "entry" || table.rows.length === 0) return [];
  const area = { top: table.top + 1, left: table.left + along, rows: table.rows.length, columns: 1 };
  return [{ kind: "entry-rule", sheet: places.sheet.id, tab: places.sheet.tab, lost, what: column.header, ofTable: true, validation: { area, entry: column.holds.entry, title: column.header, hint: column.hint ?? "" } }];
}

function colours(places: Places, made: TableBlueprint, table: BookTable): readonly Drift[] {
  return highlightedColumns(places.made.now).filter((each) => each.table === made.name).flatMap((each) => colour(places, made, table, each));
}

function colour(places: Places, made: TableBlueprint, table: BookTable, { header, highlights }: ColumnHighlights): readonly Drift[] {
  const { standing, sheet } = places;
  const there = standing.highlights.get(columnKey(made.name, header))?.map(normalHighlight);
  const along = placeOf(places, made, table, header);
  if (there === undefined || along < 0 || table.rows.length === 0) return [];
  const lost = highlights.filter(({ when }) => !there.includes(normalHighlight(ledTo(when, standing.called))));
  const area = { top: table.top + 1, left: table.left + along, rows: table.rows.length, columns: 1 };
  return lost.length === 0 ? [] : [{ kind: "highlight", sheet: sheet.id, tab: sheet.tab, area, header, highlights: lost.map((highlight) => movedTo(highlight, area)) }];
}

function movedTo({ area: { top, left }, when, look }: HighlightBlueprint, area: HighlightBlueprint["area"]): HighlightBlueprint {
  return { area, look, when: when.split(a1(top, left)).join(a1(area.top, area.left)) };
}
