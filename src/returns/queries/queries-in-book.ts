/** The region's queries as the workbook keeps them, each with the cell that it is about today, and the check that every one is answered. */
import { a1 } from "../../blueprint/place";
import { queriesTable } from "../../blueprint/sheets/queries";
import type { Holding } from "../../blueprint/types";
import { dateOfSerial } from "../../domain/period";
import { nameKey } from "../../domain/taxonomy";
import type { Book } from "../../validation/book";
import { finding, type Rule } from "../../validation/finding";
import type { FindingPlace } from "../../validation/finding-place";
import { HEADER_TABLE } from "../../validation/language/figures";
import { rowsOf, type Row } from "../../validation/rows";
import { headerLabels, headerNames, travelling } from "../../validation/vocabulary";
import type { QueryAnswer } from "../format/return-document";
import type { Query } from "./query-file";

export interface KeptQuery extends Query {
  /** Null where nobody has answered: an answer has a text and a name. */
  readonly answer: QueryAnswer | null;
  /** What was typed so far, with a name or not. */
  readonly typed: { readonly text: string; readonly by: string; readonly on: number | null };
  /** Where it is answered: its row of Queries. */
  readonly place: FindingPlace;
}

export function queriesIn(book: Book): readonly KeptQuery[] {
  const table = book.tables.get(queriesTable.name);
  if (table === undefined) return [];
  return rowsOf(book, queriesTable).flatMap((row): readonly KeptQuery[] => {
    const id = row.text("Query");
    if (id === "") return [];
    const on = row.at("Answered on")?.reading;
    const typed = { text: row.text("Answer"), by: row.text("Answered by"), on: on?.kind === "date" ? on.serial : on?.kind === "number" ? on.value : null };
    const answered = typed.text !== "" && typed.by !== "";
    return [{
      id, about: aboutIn(row), code: "", says: row.text("Question"), asks: row.text("What is asked"), typed,
      answer: answered ? { query: id, text: typed.text, by: typed.by, on: typed.on === null ? null : dateOfSerial(typed.on) } : null,
      place: { identity: "queries", tab: table.tab, cell: a1(table.top + 1 + row.index, table.left + Math.max(0, table.headers.indexOf("Answer"))) },
    }];
  });
}

const BETWEEN = " | ";

/** "demand | posts | Finance director": table, measure, and the words that tell its row. */
function referenceOf({ about }: Query): string {
  return about === null ? "" : [about.table, about.measure, ...(travelling.get(about.table)?.keys ?? Object.keys(about.key)).map((column) => about.key[column] ?? "")].join(BETWEEN);
}

function aboutIn(row: Row): Query["about"] {
  const [table = "", measure = "", ...words] = row.text("Reference").split(BETWEEN);
  const keys = travelling.get(table)?.keys ?? [];
  return table === "" || measure === "" ? null : { table, measure, key: Object.fromEntries(keys.map((column, index) => [column, index === keys.length - 1 ? words.slice(index).join(BETWEEN) : words[index] ?? ""])) };
}

/** The cell that a query is about, wherever its row stands today; null where it is about the return as a whole, or the row is gone. */
export function cellOf(book: Book, { about }: Query): FindingPlace | null {
  if (about === null) return null;
  if (about.table === HEADER_TABLE) {
    const named = book.named.get(headerNames.get(about.measure) ?? "");
    return named === undefined ? null : { identity: named.sheet, tab: named.tab, cell: a1(named.row, named.column) };
  }
  const table = travelling.get(about.table);
  if (table === undefined) return null;
  const row = rowsOf(book, table).find((each) => table.keys.every((column) => nameKey(each.text(table.headings.get(column) ?? "")) === nameKey(about.key[column] ?? "")));
  return row?.at(table.headings.get(about.measure) ?? "")?.place ?? null;
}

/** A query's row, as it stands on Queries. */
export function queryRow(book: Book, query: Query, typed: KeptQuery["typed"] = { text: "", by: "", on: null }): readonly Holding[] {
  const text = (words: string): Holding => (words === "" ? null : { text: words });
  return [text(query.id), text(aboutInWords(query)), text(cellOf(book, query)?.cell ?? "Return"), text(query.says), text(query.asks), text(typed.text), text(typed.by), typed.on === null ? null : { number: typed.on }, text(referenceOf(query))];
}

/** @example aboutInWords(query) // => "Finance director, Posts" */
export function aboutInWords({ about }: Query): string {
  if (about === null) return "The return as a whole";
  const table = travelling.get(about.table);
  return [...Object.values(about.key), table?.headings.get(about.measure) ?? headerLabels.get(about.measure) ?? about.measure].filter((part) => part !== "").join(", ");
}

/** A return goes back to the region with every query answered (E71). */
export const openQueries: Rule = (book) => queriesIn(book).filter(({ answer }) => answer === null)
  .map((query) => finding("E71", query.place, { key: query.id, found: query.says, what: query.typed.text === "" ? "an answer" : "the name of whoever answered" }));
