/** A book as rules see it: by measure instead of by heading. */
import { a1 } from "../blueprint/place";
import { structureNamed } from "../domain/structures";
import { entered, type Figure } from "../domain/figures";
import { textNamed, type Book, type NamedCell } from "./book";
import { HEADER_TABLE, type FigureRow, type FigureTable, type Figures } from "./language/figures";
import { figureOf, readCell, type Reading } from "./reading";
import { rowsOf, type Row } from "./rows";
import { dates, headerLabels, headerNames, vocabulary, type TableWords } from "./vocabulary";

/**
 * @param last - the figures of the last return, where they are known
 * @returns tables that are gone are not among them, and a measure whose column is gone gives null: rules about those are passed over
 */
export function figuresIn(book: Book, last: Figures | null = null): Figures {
  const tables = [...vocabulary].flatMap(([id, words]): readonly (readonly [string, FigureTable])[] => (book.tables.has(words.name) ? [[id, tableIn(book, words)]] : []));
  const period = textNamed(book, "nmPeriod").replace(/[-–]/, "/");
  return {
    tables: new Map([...tables, [HEADER_TABLE, { keys: [], families: new Map(), rows: [headerRow(book)] }]]), last,
    period: period === "" ? null : period, structure: structureNamed(textNamed(book, "nmStructure"))?.id ?? null,
  };
}

function tableIn(book: Book, words: TableWords): FigureTable {
  return { keys: words.keys, families: words.families, rows: rowsOf(book, words).map((row) => figureRow(row, words)) };
}

function figureRow(row: Row, { headings, keys }: TableWords): FigureRow {
  const at = (measure: string): ReturnType<Row["at"]> => { const heading = headings.get(measure); return heading === undefined ? null : row.at(heading); };
  const text = (column: string): string | null => { const heading = headings.get(column); return heading === undefined || row.at(heading) === null ? null : row.text(heading); };
  return {
    key: keys.map((column) => text(column) ?? "").filter((part) => part !== "").join(", "), text,
    figure: (measure) => { const entry = at(measure); return entry === null ? null : figureIn(entry.reading, measure); }, place: (measure) => at(measure)?.place ?? null, heading: (measure) => headings.get(measure) ?? measure,
  };
}

function headerRow(book: Book): FigureRow {
  const at = (measure: string): NamedCell | null => book.named.get(headerNames.get(measure) ?? "") ?? null;
  return {
    key: "the Cover",
    figure: (measure): Figure | null => { const named = at(measure); return named === null ? null : figureIn(readCell(named.cell), measure); },
    text: (measure) => { const named = at(measure); return named === null ? null : named.cell.kind === "blank" ? "" : String(named.cell.value).trim(); },
    place: (measure) => { const named = at(measure); return named === null ? null : { identity: named.sheet, tab: named.tab, cell: a1(named.row, named.column) }; },
    heading: (measure) => headerLabels.get(measure) ?? measure,
  };
}

/** A day is a figure where one is asked for, so that days can be compared; among counts it is a slip. */
const figureIn = (reading: Reading, measure: string): Figure => (reading.kind === "date" && dates.has(measure) ? entered(reading.serial) : figureOf(reading));
