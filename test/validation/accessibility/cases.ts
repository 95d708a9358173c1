/** One line for each thing that stands in somebody's way: a workbook that fails, its nearest neighbour that passes, and the remedy applied. */
import type { AccessCase } from "../../../src/validation/accessibility/catalogue";
import type { LookedBook } from "../../../src/validation/accessibility/looked";
import { bookInWords as book, staff, staffTable, type SheetInWords } from "./book-in-words";

export interface AccessExample {
  readonly case: AccessCase;
  readonly because: string;
  readonly fails: LookedBook;
  /** Tab and cell, as "Staff!A1". */
  readonly at: string;
  readonly neighbour: LookedBook;
  readonly remedy: LookedBook;
  /** Whether it can be put right here, without a person, with what a person types, or not at all. */
  readonly offered: "yes" | "with words" | "no";
}

const with_ = (sheet: SheetInWords): LookedBook => book([sheet]);
const good = book();
/** The honest sheet with other cells in place: "B4" and what it holds. */
const cells = (edits: Readonly<Record<string, string | number>>, rest: SheetInWords = {}): LookedBook => with_({
  rows: staff.map((row, down) => row.map((value, along) => edits[`${"ABC"[along] ?? ""}${down + 1}`] ?? value)), tables: [staffTable], ...rest,
});
const looking = (fits: (row: number, column: number) => boolean, look: ReturnType<NonNullable<SheetInWords["look"]>>): LookedBook => with_({ look: (row, column) => (fits(row, column) ? look : {}) });
const inFigures = (row: number, column: number): boolean => row > 2 && column > 0;
const table = (rest: Partial<NonNullable<SheetInWords["tables"]>[number]>): LookedBook => with_({ tables: [{ ...staffTable, ...rest }] });
const title = staff.slice(0, 2);
const form = [["Answers of the trust", "", ""], ["", "", ""], ["Organisation", "North West", "As it should read"], ["Contact", "Workforce team", "Who to ask"], ["Posts", 40, "On the day"]];
const long = "Posts that were vacant on the day and are being advertised at present";
const pair = (bold: boolean): LookedBook => with_({ rows: [["Staff by grade at 31 March 2009", ""], ["", ""], ["Grade", "Headcount"], ["Band 8", 12], ["Band 9", 3]], look: (row) => ({ bold: bold && row === 2 }) });
const shaded = (most: number): LookedBook => with_({ rows: [...title, ["Grade", "Headcount", "Vacancies"], ...Array.from({ length: 9 }, (_, at) => [`Band ${at}`, at + 1, at])], tables: [{ area: { top: 2, left: 0, rows: 10, columns: 3 } }], look: (row) => (row > 2 && row < most ? { fill: "#FFF0CC" } : {}) });
const two = (name: string): LookedBook => book([{}, { tab: "Leavers", rows: [[name, "", ""], ...staff.slice(1)], tables: [staffTable] }]);

export const accessExamples: readonly AccessExample[] = [
  { case: "A01.unmarked", because: "a header row over figures is a table whether or not it is marked", fails: with_({ rows: staff, tables: [] }), at: "Staff!A3", neighbour: with_({ rows: form }), remedy: good, offered: "yes" },
  { case: "A01.unmarked", because: "two columns are a table where the header is bold", fails: pair(true), at: "Staff!A3", neighbour: pair(false), remedy: good, offered: "yes" },
  { case: "A01.unmarked", because: "a filter or protection is in the way of marking it here", fails: with_({ rows: staff, tables: [], isProtected: true }), at: "Staff!A3", neighbour: with_({ rows: form, isProtected: true }), remedy: with_({ isProtected: true }), offered: "no" },
  { case: "A02.usual-name", because: "Table1 says nothing", fails: table({ name: "Table1" }), at: "Staff!A3", neighbour: table({ name: "Table_of_grades" }), remedy: table({ name: "Staff" }), offered: "yes" },
  { case: "A03.merged", because: "a title over several columns needs no merging", fails: with_({ merged: [{ top: 0, left: 0, rows: 1, columns: 3 }] }), at: "Staff!A1", neighbour: good, remedy: good, offered: "yes" },
  { case: "A03.merged-across-data", because: "a label merged over rows leaves the others without one", fails: with_({ merged: [{ top: 3, left: 0, rows: 2, columns: 1 }] }), at: "Staff!A4", neighbour: good, remedy: good, offered: "no" },
  { case: "A04.blank-row", because: "a screen reader takes it for the end", fails: cells({ A4: "", B4: "", C4: "" }), at: "Staff!A4", neighbour: cells({ A4: "", B4: "", C4: "", A5: "", B5: "", C5: "" }), remedy: good, offered: "no" },
  { case: "A04.blank-column", because: "a column without a header or a figure is a gap", fails: cells({ B3: "", B4: "", B5: "" }), at: "Staff!B3", neighbour: good, remedy: good, offered: "no" },
  { case: "A05.no-header", because: "nothing says what the columns hold", fails: table({ hasHeader: false }), at: "Staff!A3", neighbour: good, remedy: good, offered: "no" },
  { case: "A05.usual-headers", because: "Column1 says nothing", fails: cells({ B3: "Column1" }), at: "Staff!A3", neighbour: cells({ B3: "Columns of staff" }), remedy: good, offered: "no" },
  { case: "A06.cut-off", because: "the neighbour is filled, so the words stop at the edge", fails: cells({ B3: long }), at: "Staff!B3", neighbour: cells({ C3: long }), remedy: cells({ B3: long }, { look: () => ({ fits: true }) }), offered: "yes" },
  { case: "A07.filters", because: "buttons cover headers", fails: table({ filterButtons: true }), at: "Staff!", neighbour: good, remedy: good, offered: "yes" },
  { case: "A07.filters", because: "a sheet's own filter has the same buttons", fails: with_({ filter: "idle" }), at: "Staff!", neighbour: good, remedy: good, offered: "yes" },
  { case: "A07.filtered", because: "rows that a filter hides are for a person to show", fails: with_({ filter: "in-force", hiddenRows: [4] }), at: "Staff!", neighbour: good, remedy: good, offered: "no" },
  { case: "A07.frozen", because: "frozen rows take the room when the sheet is enlarged", fails: with_({ isFrozen: true }), at: "Staff!", neighbour: good, remedy: good, offered: "yes" },
  { case: "A08.blank-cells", because: "nobody can tell none from not known", fails: cells({ C4: "" }), at: "Staff!C4", neighbour: cells({ C4: "", A2: "A blank cell is a figure that is not known." }), remedy: good, offered: "no" },
  { case: "A09.rows", because: "what is hidden is missed, or read out all the same", fails: with_({ hiddenRows: [3, 4] }), at: "Staff!A4", neighbour: good, remedy: good, offered: "no" },
  { case: "A09.columns", because: "as with rows", fails: with_({ hiddenColumns: [1] }), at: "Staff!B1", neighbour: good, remedy: good, offered: "no" },
  { case: "A09.sheets", because: "as with rows", fails: book([{}], { hiddenTabs: ["Workings"] }), at: "!", neighbour: good, remedy: good, offered: "no" },
  { case: "A10.too-narrow", because: "a figure that does not fit is shown as ###", fails: cells({ B4: 1234567890123 }, { width: 40, look: () => ({ fits: true }) }), at: "Staff!B4", neighbour: cells({ B4: 1234567 }, { width: 40, look: () => ({ fits: true }) }), remedy: good, offered: "yes" },
  { case: "A11.symbol", because: "a star is read out as a star, and leads nowhere", fails: cells({ A4: "Band 8 posts*" }), at: "Staff!A4", neighbour: cells({ A4: "Area in m²" }), remedy: cells({ A4: "Band 8 posts" }), offered: "no" },
  { case: "A12.no-word", because: "[1] alone may be anything", fails: cells({ A4: "Band 8 [1]" }), at: "Staff!A4", neighbour: cells({ A4: "Band 8 [c]" }), remedy: good, offered: "no" },
  { case: "A13.marked-figure", because: "12* is no figure to a formula", fails: cells({ B4: "12*" }), at: "Staff!B4", neighbour: cells({ B4: "*" }), remedy: good, offered: "no" },
  { case: "A14.no-notes-sheet", because: "a note that is called for has to be somewhere", fails: cells({ B3: "Headcount [note 1]" }), at: "Staff!B3", neighbour: book([{ rows: staff.map((row, at) => (at === 2 ? ["Grade", "Headcount [note 1]", "Vacancies"] : row)), tables: [staffTable] }, { tab: "Notes", rows: [["Notes on staff by grade"]] }]), remedy: good, offered: "no" },
  { case: "A16.bare-address", because: "an address is spelt out letter by letter", fails: cells({ A2: "https://www.gov.uk/guidance" }), at: "Staff!A2", neighbour: cells({ A2: "Guidance is at https://www.gov.uk/guidance and in print" }), remedy: good, offered: "with words" },
  { case: "A16.unclear", because: "a list of links that all say here is of no use", fails: cells({ A2: "Click here" }), at: "Staff!A2", neighbour: cells({ A2: "Click here and there to see more" }), remedy: good, offered: "no" },
  { case: "A17.small", because: "few can read 8 points", fails: looking(inFigures, { size: 8 }), at: "Staff!B4", neighbour: looking(inFigures, { size: 10 }), remedy: good, offered: "yes" },
  { case: "A18.no-title", because: "the first cell is read first", fails: cells({ A1: "" }), at: "Staff!A1", neighbour: good, remedy: good, offered: "with words" },
  { case: "A18.no-title", because: "with a row that is in use nothing can be put in front", fails: cells({ A1: "", B1: "North West" }), at: "Staff!A1", neighbour: good, remedy: good, offered: "no" },
  { case: "A18.says-little", because: "a header is no title", fails: with_({ rows: staff.slice(2), tables: [{ area: { top: 0, left: 0, rows: 3, columns: 3 } }] }), at: "Staff!A1", neighbour: good, remedy: good, offered: "no" },
  { case: "A18.same-title", because: "two sheets cannot be told apart", fails: two("Staff by grade at 31 March 2009"), at: "Leavers!A1", neighbour: two("Leavers by grade at 31 March 2009"), remedy: two("Leavers by grade"), offered: "no" },
  { case: "A19.symbol", because: "a tick is read out as a letter or not at all", fails: cells({ C4: "✓" }), at: "Staff!C4", neighbour: cells({ C4: "–" }), remedy: cells({ C4: "Yes" }), offered: "no" },
  { case: "A20.header", because: "screen readers pass footers by", fails: with_({ headFoot: ["&L&\"Arial\"Provisional figures, page &P of &N"] }), at: "Staff!", neighbour: with_({ headFoot: ["Source: Payroll&RPage &P of &N", "&D", "&A"] }), remedy: good, offered: "no" },
  { case: "A21.coloured-blank", because: "a coloured bar says nothing to who cannot see it", fails: with_({ rows: [...title, ["", "", ""], ...staff.slice(2)], tables: [{ area: { top: 3, left: 0, rows: 3, columns: 3 } }], look: (row) => (row === 2 ? { fill: "#12436D" } : {}) }), at: "Staff!A3", neighbour: with_({ rows: [...title, ["", "", ""], ...staff.slice(2)], tables: [{ area: { top: 3, left: 0, rows: 3, columns: 3 } }] }), remedy: good, offered: "no" },
  { case: "A22.fill", because: "a coloured ground is in the way of people's own colours", fails: shaded(12), at: "Staff!", neighbour: shaded(6), remedy: good, offered: "no" },
  { case: "A24.low", because: "light grey on white has 1.9 to 1", fails: looking(inFigures, { colour: "#BBBBBB" }), at: "Staff!B4", neighbour: looking(inFigures, { colour: "#767676" }), remedy: good, offered: "yes" },
  { case: "A24.low", because: "large letters need less", fails: looking((row) => row === 0, { colour: "#B0B0B0", size: 18 }), at: "Staff!A1", neighbour: looking((row) => row === 0, { colour: "#949494", size: 18 }), remedy: good, offered: "yes" },
  { case: "A24.unseen", because: "white on white may be meant to be hidden, so nothing is offered", fails: looking(inFigures, { colour: "#FFFFFF" }), at: "Staff!B4", neighbour: looking(inFigures, { colour: "#FFFFFF", fill: "#12436D" }), remedy: good, offered: "no" },
  { case: "A26.macros", because: "macros are refused in many places", fails: book([{}], { file: "Staff.xlsm" }), at: "!", neighbour: book([{}], { file: "Staff xlsm.xlsx" }), remedy: good, offered: "no" },
  { case: "A27.usual-name", because: "Sheet1 says nothing", fails: with_({ tab: "Sheet1" }), at: "Sheet1!", neighbour: with_({ tab: "Sheet of staff" }), remedy: good, offered: "no" },
  { case: "A28.blank", because: "somebody looks for what is not there", fails: book([{}, { tab: "Sheet2", rows: [] }]), at: "Sheet2!", neighbour: book([{}, { tab: "Chart", rows: [["Staff by grade, drawn"]], charts: ["Grades"] }]), remedy: good, offered: "no" },
  { case: "A29.not-used", because: "a screen reader begins in column A", fails: with_({ from: { row: 0, column: 1 }, tables: [{ area: { top: 2, left: 1, rows: 3, columns: 3 } }] }), at: "Staff!A1", neighbour: good, remedy: good, offered: "no" },
  { case: "A30.off-edge", because: "a table in the middle of a sheet is not found", fails: with_({ rows: staff.map((row, at) => (at < 2 ? [...row, ""] : ["", ...row])), tables: [{ area: { top: 2, left: 1, rows: 3, columns: 3 } }] }), at: "Staff!B3", neighbour: good, remedy: good, offered: "no" },
  { case: "A31.below", because: "nobody reads on after the end of a table", fails: with_({ rows: [...staff, ["", "", ""], ["Bands are those of 2009.", "", ""]], tables: [staffTable] }), at: "Staff!A7", neighbour: good, remedy: good, offered: "no" },
  { case: "A32.several", because: "the second table is not found", fails: with_({ rows: [...staff, ["", "", ""], ...staff.slice(2)], tables: [staffTable, { area: { top: 6, left: 0, rows: 3, columns: 3 }, name: "Leavers_by_grade" }] }), at: "Staff!", neighbour: good, remedy: good, offered: "no" },
  { case: "A35.no-title", because: "the title is read out when the file opens", fails: book([{}], { title: " " }), at: "!", neighbour: book([{}], { title: "Staff" }), remedy: good, offered: "yes" },
  { case: "A36.elsewhere", because: "whoever opens it should begin at the beginning", fails: book([{}], { opensAt: { tab: "Staff", cell: "B7" } }), at: "!", neighbour: book([{}], { opensAt: null }), remedy: good, offered: "yes" },
];
