/** One of our sheets with all that is needed to hold it against the blueprint: where its parts stand today, and what formulas should read here. */
import { ledTo } from "../../blueprint/formula";
import { cellIn } from "../../blueprint/place";
import type { CellBlueprint, SheetBlueprint } from "../../blueprint/types";
import type { Book, BookSheet, BookTable } from "../book";
import type { Standing, StandingSheet } from "../standing";
import { contentOf, locator, type Anchor, type Locator, type Spot, type Wanted } from "./locate";
import { renamedHeadings, type Made } from "./made";
import { normalFormula } from "./normal-formula";

export interface Places {
  readonly book: Book;
  readonly standing: Standing;
  readonly sheet: BookSheet;
  readonly stands: StandingSheet;
  readonly made: Made;
  /** Single cells with all that may stand in them. */
  readonly wanted: readonly Wanted[];
  readonly locate: Locator;
  readonly tableOf: (ours: string) => BookTable | undefined;
}

export function placesIn(book: Book, standing: Standing, sheet: BookSheet, stands: StandingSheet, made: Made): Places {
  const tableOf = (ours: string): BookTable | undefined => book.tables.get(ours);
  const wanted = made.now.cells.map((cell): Wanted => ({ cell, contents: contentsOf(cell, made.otherwise, book, standing) }));
  return { book, standing, sheet, stands, made, wanted, tableOf, locate: locator(wanted, stands.block ?? [], headsOf(made.now, tableOf), namedColumns(made.now, sheet, standing)) };
}

/** A cell that is for filling in has no content of its own. */
function contentsOf(cell: CellBlueprint, otherwise: SheetBlueprint, book: Book, standing: Standing): readonly string[] {
  const other = otherwise.cells.find(({ row, column }) => row === cell.row && column === cell.column);
  return [cell, other].flatMap((each): readonly string[] => {
    const holds = each?.holds ?? null;
    if (holds === null || isEntry(cell, otherwise)) return [];
    if ("formula" in holds) return [normalFormula(standsAs(holds.formula, book, standing))];
    return "text" in holds ? [contentOf(holds.text)] : [];
  });
}

/** Cells with a rule for entry, and the version, which says something of its own. */
export const isEntry = ({ row, column }: CellBlueprint, { validations }: SheetBlueprint): boolean =>
  validations.some(({ area }) => row >= area.top && row < area.top + area.rows && column >= area.left && column < area.left + area.columns);

/** A formula as it reads while headings are called otherwise: Excel follows a heading that is typed over. */
export function standsAs(formula: string, book: Book, standing: Standing): string {
  const as = formula.replace(TABLE_PART, (_, ours: string, part: string) => ours + [...renamedIn(book, ours)].reduce((text, [header, now]) => text.split(`[${header}]`).join(`[${now}]`), part));
  return ledTo(as, standing.called);
}

/** A table's name and what is taken of it. */
const TABLE_PART = /\b(tbl[A-Z][A-Za-z0-9]*)(\[(?:[^[\]]|\[[^\]]*\])*\])/g;

/** What a formula takes of one of our tables. @example partsOf("=SUM(tblGap[Gap now])", "tblGap") // => ["[Gap now]"] */
export const partsOf = (formula: string, ours: string): readonly string[] => [...formula.matchAll(TABLE_PART)].flatMap(([, table, part]) => (table === ours && part !== undefined ? [part] : []));

/** Our headers whose place another heading has taken. */
export function renamedIn(book: Book, ours: string): ReadonlyMap<string, string> {
  const table = book.tables.get(ours);
  return table === undefined ? new Map() : renamedHeadings(ours, table.headers);
}

/** Heads of tables, wherever they are. */
function headsOf({ tables }: SheetBlueprint, tableOf: Places["tableOf"]): readonly Anchor[] {
  return tables.flatMap(({ name, top, left }): readonly Anchor[] => {
    const table = tableOf(name);
    return table === undefined ? [] : [{ made: { row: top, column: left }, now: { row: table.top, column: table.left } }];
  });
}

/** A name alone can have been led elsewhere: it counts only for its column, of which labels say nothing. */
function namedColumns({ names }: SheetBlueprint, { tab }: BookSheet, { leads }: Standing): readonly (readonly [number, number])[] {
  return names.flatMap(({ name, column }) => { const spot = spotOf(leads.get(name) ?? "", tab); return spot === null ? [] : [[column, spot.column] as const]; });
}

/** The first cell of a reference on a sheet. @example spotOf("='My plan'!$B$6:$B$9", "My plan") // => { row: 5, column: 1 } */
export function spotOf(reference: string, tab: string): Spot | null {
  const mark = reference.lastIndexOf("!");
  const place = cellIn(reference.slice(mark + 1));
  const sheet = reference.slice(1, mark).replace(/^'|'$/g, "").replace(/''/g, "'");
  return mark < 0 || sheet.toLowerCase() !== tab.toLowerCase() ? null : place;
}

/** What stands in a cell now; undefined beyond what was read. */
export const heldAt = ({ block }: StandingSheet, { row, column }: Spot): string | number | boolean | undefined => block?.[row]?.[column];
