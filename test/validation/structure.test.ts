/** What has moved, gone or been typed over since the sheets were made is said; what only moved is read where it stands. */
import { demandTable } from "../../src/blueprint/sheets/demand-and-supply";
import { gapTable, horizonTable } from "../../src/blueprint/sheets/gap-analysis";
import { profileTable } from "../../src/blueprint/sheets/profile";
import type { Book, BookTable, Cell } from "../../src/validation/book";
import { checkBook } from "../../src/validation/check-book";
import type { CaseId } from "../../src/validation/catalogue";
import { wordsOf } from "../../src/validation/finding";
import { cellFrom, exampleBook } from "./example-book";
import { jargonIn } from "./jargon";

const whole = exampleBook();
const withTable = (name: string, change: (table: BookTable) => BookTable, book: Book = whole): Book => {
  const table = book.tables.get(name);
  if (table === undefined) throw new RangeError(`No table ${name}.`);
  return { ...book, tables: new Map([...book.tables, [name, change(table)]]) };
};
const without = <K, V>(map: ReadonlyMap<K, V>, key: K): ReadonlyMap<K, V> => new Map([...map].filter(([each]) => each !== key));
const withCell = (name: string, row: number, header: string, cell: Cell): Book => withTable(name, (table) => ({
  ...table, rows: table.rows.map((cells, index) => (index !== row ? cells : cells.map((each, column) => (table.headers[column] === header ? cell : each)))),
}));
const withoutColumn = (table: BookTable, header: string): BookTable => {
  const at = table.headers.indexOf(header);
  return { ...table, headers: table.headers.filter((_, index) => index !== at), rows: table.rows.map((row) => row.filter((_, index) => index !== at)) };
};
const swapped = (table: BookTable, one: number, other: number): BookTable => {
  const order = table.headers.map((_, index) => (index === one ? other : index === other ? one : index));
  return { ...table, headers: order.map((index) => table.headers[index] ?? ""), rows: table.rows.map((row) => order.map((index) => row[index] ?? cellFrom(""))) };
};

interface StructureCase { readonly what: string; readonly book: Book; readonly finds: readonly (readonly [CaseId, string])[] }

const cases: readonly StructureCase[] = [
  { what: "a sheet that is gone", book: { ...whole, sheets: whole.sheets.filter(({ id }) => id !== "gap"), tables: without(without(whole.tables, gapTable.name), horizonTable.name) }, finds: [["E02.sheet-gone", "Cover!"]] },
  { what: "a table that is gone", book: { ...whole, tables: without(whole.tables, demandTable.name) }, finds: [["E02.table-gone", "Demand and supply!"]] },
  { what: "a column that is gone", book: withTable(demandTable.name, (table) => withoutColumn(table, "Comment")), finds: [["E02.column-gone", "Demand and supply!A7"]] },
  { what: "a column that was renamed", book: withTable(demandTable.name, (table) => ({ ...table, headers: table.headers.map((header) => (header === "Source" ? "Where from" : header)) })), finds: [["E02.column-renamed", "Demand and supply!L7"]] },
  { what: "two columns that changed places, read all the same", book: withTable(demandTable.name, (table) => swapped(table, 1, 2)), finds: [["E02.column-moved", "Demand and supply!B7"]] },
  { what: "two rows inserted above the table, read all the same", book: withTable(demandTable.name, (table) => ({ ...table, top: table.top + 2 })), finds: [["E02.table-moved", "Demand and supply!A9"]] },
  { what: "a column of the analyst's own in the table, of no account", book: withTable(demandTable.name, (table) => ({ ...table, headers: [...table.headers.slice(0, 3), "My notes", ...table.headers.slice(3)], rows: table.rows.map((row) => [...row.slice(0, 3), cellFrom("mine"), ...row.slice(3)]) })), finds: [] },
  { what: "a column whose cells were all pasted over", book: withTable(demandTable.name, (table) => ({ ...table, ruleLost: new Map([["Posts", "all"]]) })), finds: [["W07.all", "Demand and supply!B8:B19"]] },
  { what: "a column of which some cells were pasted over, in a table that has moved", book: withTable(profileTable.name, (table) => ({ ...table, left: 0, ruleLost: new Map([["In group", "some"]]) })), finds: [["W07.some", "Profile!C9:C43"]] },
  { what: "a renamed sheet", book: { ...whole, sheets: whole.sheets.map((sheet) => (sheet.id === "profile" ? { ...sheet, tab: "Who we are" } : sheet)) }, finds: [["E02.sheet-renamed", "Who we are!"]] },
  { what: "a tab that had to have a number, since the name was taken", book: { ...whole, sheets: whole.sheets.map((sheet) => (sheet.id === "cover" ? { ...sheet, tab: "Cover (2)" } : sheet)) }, finds: [] },
  { what: "sheets in another order", book: { ...whole, sheets: [...whole.sheets].reverse() }, finds: [["E02.sheets-moved", "Checks!"]] },
  { what: "a copied sheet", book: { ...whole, copies: [{ id: "demand", tab: "Demand and supply (2)" }] }, finds: [["E02.copied", "Demand and supply (2)!"]] },
  { what: "a named cell that is gone", book: { ...whole, named: without(whole.named, "nmPeriod") }, finds: [["E02.name-gone", "Cover!"]] },
  { what: "a figure typed over a formula", book: withCell(profileTable.name, 3, "Share %", cellFrom("12")), finds: [["E06.overwritten", "Profile!K12"]] },
  { what: "a formula changed in one row", book: withCell(profileTable.name, 3, "Share %", cellFrom("{=1+1}2")), finds: [["E06.changed", "Profile!K12"]] },
  { what: "a formula taken away from Gap analysis", book: withCell(gapTable.name, 0, "Gap now", cellFrom("")), finds: [["E06.overwritten", "Gap analysis!L16"]] },
  { what: "a total that does not follow the figures", book: withCell(horizonTable.name, 0, "Supply", cellFrom("{=SUM()}130")), finds: [["E06.changed", "Gap analysis!E8"], ["E33.total", "Gap analysis!E8"]] },
  { what: "a gap added up over other role groups than its horizons have", book: withCell(horizonTable.name, 3, "Cumulative gap", cellFrom("{=SUM()}2")), finds: [["E33.total", "Gap analysis!G11"]] },
  { what: "a role group that Gap analysis does not show yet", book: withTable(gapTable.name, (table) => ({ ...table, rows: table.rows.slice(1) })), finds: [["E33.rows", "Gap analysis!A15"]] },
  { what: "a name that is nearly one of the list", book: withCell(demandTable.name, 1, "Role group", cellFrom("Finanse director")), finds: [["E04.looks-like", "Demand and supply!A9"]] },
  { what: "role groups of the analyst's own, in one note", book: withCell(demandTable.name, 1, "Role group", cellFrom("Digital lead")), finds: [["W05.role-groups", "Demand and supply!A9"]] },
  { what: "a group of the analyst's own with all its rows", finds: [["W05.groups", "Profile!A44"]],
    book: exampleBook({ profile: "| Group | Population | In group | Not in group | Unknown | Comparator % |\n| + Carers | Post-holders | 60 | 529 | 23 | n/a |\n| + Carers | Ready now | 11 | 98 | 4 | n/a |\n| + Carers | Ready to 1 year | 12 | 98 | 9 | n/a |\n| + Carers | Ready 1 to 3 years | 31 | 230 | 25 | n/a |\n| + Carers | Ready 3 to 5 years | 20 | 160 | 9 | n/a |\n| + Carers | Wider workforce | n/a | n/a | n/a | 9.1 |\n| + Carers | Local community | n/a | n/a | n/a | 10.4 |" }) },
];

describe("the check of how the sheets stand", () => {
  it.each(cases)("finds $what", ({ book, finds }) => {
    const found = checkBook(book).filter(({ rule }) => rule.id !== "E30.populations").map(({ rule, place }) => [rule.id, `${place.tab}!${place.cell}`]);
    expect(found).toEqual(finds);
  });

  it("says each with every fact filled in", () => {
    const words = cases.flatMap(({ book }) => checkBook(book).flatMap((found) => Object.values(wordsOf(found))));
    expect(words.filter((each) => /[{}]|undefined|NaN/.test(each))).toEqual([]);
    expect(words.filter((each) => jargonIn(each).length > 0)).toEqual([]);
  });

  it("of a book without sheets finds nothing and does not fail", () => {
    expect(checkBook({ sheets: [], copies: [], keptPack: null, logHead: null, tables: new Map(), named: new Map() })).toEqual([]);
  });
});

export const structureCases: readonly CaseId[] = cases.flatMap(({ finds }) => finds.map(([rule]) => rule));
