/** What is not as the template made it: each case with its nearest neighbour that is, and the neighbour is also what the remedy gives. */
import { gapTable, horizonTable } from "../../src/blueprint/sheets/gap-analysis";
import { dashboard1Table } from "../../src/blueprint/sheets/dashboard-1";
import { demandTable } from "../../src/blueprint/sheets/demand-and-supply";
import { profileTable } from "../../src/blueprint/sheets/profile";
import type { Book } from "../../src/validation/book";
import type { CaseId } from "../../src/validation/catalogue";
import { checkBook } from "../../src/validation/check-book";
import { findDrift } from "../../src/validation/drift/find-drift";
import { normalFormula, normalHighlight } from "../../src/validation/drift/normal-formula";
import { repairable } from "../../src/validation/drift/repairable";
import { wordsOf } from "../../src/validation/finding";
import { columnKey } from "../../src/validation/standing";
import { exampleBook } from "./example-book";
import { jargonIn } from "./jargon";
import { standingBook, standingWhole, without, withLine, withoutRow, withRowsAbove, withSheet, withStanding, withHeading, withTable, withTableCell } from "./standing-book";

interface DriftCase { readonly what: string; readonly book: Book; readonly finds: readonly (readonly [CaseId, string])[]; readonly neighbour: string; readonly passes: Book; readonly stays?: true }

const date = { kind: "number", value: 16, numberFormat: "d mmmm yyyy" } as const;
const versioned = (version: string): Book => ({ ...withLine("cover", 35, 1, version), named: new Map([...standingBook.named].map(([name, cell]) => [name, name === "nmTemplateVersion" ? { ...cell, cell: { ...cell.cell, value: version } } : cell])) });

const cases: readonly DriftCase[] = [
  { what: "sheets of an older version, whose other differences are not looked at", book: withLine("gap", 0, 0, "Other", versioned("0.9")), finds: [["E01.older", "Cover!B36"]], neighbour: "a version typed as a number", passes: versioned("1"), stays: true },
  { what: "a figure typed over one formula of a column", book: withTableCell(profileTable.name, 3, "Share %", { formula: null, kind: "number", value: 12 }), finds: [["E06.overwritten", "Profile!K12"]],
    neighbour: "the same formula as another program spells it", passes: withTableCell(profileTable.name, 3, "Declared %", { formula: "=IF(ISNUMBER([@Total]),IF([@Total]>0,100*SUM(tblProfile[@[In group]:[Not in group]])/[@Total],\"No people\"),[@Total])" }) },
  { what: "a whole column of another formula", book: withTableCell(gapTable.name, -1, "Posts", { formula: "=1+1" }), finds: [["E06.column", "Gap analysis!C16:C27"]], neighbour: "letter case and spaces", passes: withTableCell(gapTable.name, -1, "Line", { formula: "=row() - ROW(tblgap[[#headers],[line]])" }) },
  { what: "a sentence typed over", book: withLine("dashboard1", 2, 0, "All is well."), finds: [["E06.line-overwritten", "Dashboard 1!A3"]], neighbour: "a line of one's own beside it", passes: withLine("dashboard1", 2, 4, "All is well.") },
  { what: "the number of all entries typed over", book: withLine("checks", 13, 1, 5), finds: [["E06.line-overwritten", "Checks!B14"]], neighbour: "rows put in above, which its formula does not go by", passes: withRowsAbove("checks", 2, 0) },
  { what: "a formula under a title changed, in a sheet with two rows put in above", book: withLine("demand", 3, 0, '="Ours"', withRowsAbove("demand", 1, 2)), finds: [["E06.line-changed", "Demand and supply!A4"], ["E02.table-moved", "Demand and supply!A9"]],
    neighbour: "the rows put in", passes: withRowsAbove("gap", 40, 2) },
  { what: "a title typed over", book: withLine("profile", 0, 0, "Our people"), finds: [["W08.words", "Profile!A1"]], neighbour: "something in an empty cell beside it", passes: withLine("profile", 0, 3, "Our people") },
  { what: "the name of a horizon changed", book: withTableCell(horizonTable.name, 1, "Horizon", { value: "Next year" }), finds: [["W08.words", "Gap analysis!A9"]], neighbour: "another colour, which is not looked at", passes: standingBook },
  { what: "a line deleted with its row", book: withoutRow("dashboard1", 3), finds: [["E02.line-gone", "Dashboard 1!A3"], ["E02.table-moved", "Dashboard 1!A37"]], neighbour: "a blank row put in", passes: withRowsAbove("dashboard2", 60, 1), stays: true },
  { what: "a heading of what is worked out typed over", book: withHeading(gapTable.name, "Effort rank", "Rank"), finds: [["E02.column-renamed", "Gap analysis!AF15"]], neighbour: "the heading as it was", passes: standingBook },
  { what: "another rule for entry on a column", book: withTable(demandTable.name, (table) => ({ ...table, ruleLost: new Map([["Posts", "changed"]]) })), finds: [["W07.changed", "Demand and supply!B8:B19"]], neighbour: "the template's own", passes: standingBook },
  { what: "a cell of the Cover that lost its rule", book: withStanding({ cellRules: new Map([["nmPeriod", "all"]]) }), finds: [["W07.cell", "Cover!B9"]], neighbour: "the template's own", passes: standingBook },
  { what: "a cell of the Cover with another rule", book: withStanding({ cellRules: new Map([["nmPeriod", "changed"]]) }), finds: [["W07.cell-changed", "Cover!B9"]], neighbour: "the template's own", passes: standingBook },
  { what: "what is worked out shown as dates", book: withTableCell(gapTable.name, 2, "Posts", { numberFormat: "d mmmm yyyy" }), finds: [["W08.format", "Gap analysis!C18"]], neighbour: "another number of decimals", passes: withTableCell(gapTable.name, 2, "Posts", { numberFormat: "0.0" }) },
  { what: "a count shown as a date, which is no day that anybody would type", book: withTableCell(demandTable.name, 0, "Posts", date), finds: [["E10.date", "Demand and supply!B8"], ["W08.format", "Demand and supply!B8"]],
    neighbour: "a count shown with one decimal", passes: withTableCell(demandTable.name, 0, "Posts", { numberFormat: "0.0" }) },
  { what: "colours gone from a column", book: withStanding({ highlights: new Map([...standingWhole.highlights, [columnKey(dashboard1Table.name, "RAG now"), []]]) }), finds: [["W08.colours", "Dashboard 1!G39:G50"]],
    neighbour: "colours of one's own beside them", passes: withStanding({ highlights: new Map([...standingWhole.highlights, [columnKey(dashboard1Table.name, "RAG now"), ['=H50="Green"', '=H50="Amber"', '=H50="Red"', "=ISTEXT(H50)", "=TRUE"]]]) }) },
  { what: "a chart deleted", book: withSheet("dashboard2", (sheet) => ({ ...sheet, charts: [] })), finds: [["W08.chart", "Dashboard 2!"]], neighbour: "a chart of one's own", passes: withSheet("dashboard2", (sheet) => ({ ...sheet, charts: [...sheet.charts, "Mine"] })) },
  { what: "a name of Checks deleted", book: withStanding({ leads: without(standingWhole.leads, "nmMustFix"), names: without(standingWhole.names, "nmMustFix") }), finds: [["E02.cell-name-gone", "Checks!B6"]], neighbour: "a name of one's own", passes: withStanding({ names: new Map([...standingWhole.names, ["Mine", "=Checks!$B$6"]]) }) },
  { what: "a name led to another cell", book: withStanding({ leads: new Map([...standingWhole.leads, ["nmRatioGreen", "=Cover!$B$14"]]) }), finds: [["E02.name-elsewhere", "Cover!B15"]],
    neighbour: "a cell cut and put elsewhere, which takes its name along", passes: withLine("cover", 14, 4, 1.5, withLine("cover", 14, 1, "", withStanding({ leads: new Map([...standingWhole.leads, ["nmRatioGreen", "=Cover!$E$15"]]) }))) },
  { what: "a sheet hidden", book: withSheet("gap", (sheet) => ({ ...sheet, visibility: "Hidden" })), finds: [["E02.sheet-hidden", "Gap analysis!"]], neighbour: "a sheet that is seen", passes: standingBook },
  { what: "a sheet hidden so that Unhide does not list it", book: withSheet("gap", (sheet) => ({ ...sheet, visibility: "VeryHidden" })), finds: [["E02.sheet-deep-hidden", "Gap analysis!"]], neighbour: "a sheet that is seen", passes: standingBook },
  { what: "a sheet without its mark", book: withSheet("gap", (sheet) => ({ ...sheet, marked: false })), finds: [["E02.mark-gone", "Gap analysis!"]], neighbour: "a sheet with it", passes: standingBook },
];

const foundIn = (book: Book): readonly (readonly [string, string])[] => checkBook(book).filter(({ rule }) => !["E30.populations", "E33.total"].includes(rule.id)).map(({ rule, place }) => [rule.id, `${place.tab}!${place.cell}`]);

describe("the check of what stands beside the figures", () => {
  it("finds nothing on sheets as they are made", () => {
    expect(findDrift(standingBook)).toEqual([]);
    expect(foundIn(standingBook)).toEqual([]);
  });
  it.each(cases)("finds $what", ({ book, finds, stays }) => {
    expect(foundIn(book)).toEqual(finds);
    expect(repairable(book).length > 0).toBe(stays !== true);
  });
  it.each(cases.filter(({ passes }) => passes !== standingBook))("passes $neighbour", ({ passes }) => expect(foundIn(passes)).toEqual([]));
  it("says each in words that anybody understands, with every fact filled in", () => {
    const words = cases.flatMap(({ book }) => checkBook(book).flatMap((found) => Object.values(wordsOf(found))));
    expect(words.filter((each) => /[{}]|undefined|NaN/.test(each))).toEqual([]);
    expect(words.filter((each) => jargonIn(each).length > 0)).toEqual([]);
  });
  it("does not look beyond figures where only figures were read", () => expect(findDrift(exampleBook())).toEqual([]));
});

describe("formulas that say the same", () => {
  it.each([
    ["=[@Line]+1", "= tblGap[[#This Row],[Line]]+1"], ["=SUM(tblGap[@[Demand now]:[Demand 3 to 5 years]])", "=SUM(tblGap[[#This Row],[Demand now]:[Demand 3 to 5 years]])"],
    ["=@INDEX(tblGap[Posts],1)", "=index(tblGap[Posts], 1)"], ["=_xlfn.UNICODE(A1)", "=UNICODE(A1)"], ["=COLUMN($A$1:$WB$1)", "=COLUMN($A$3:$WB$3)"], ["=tblGap[[Posts]]", "=tblGap[Posts]"],
  ])("%s and %s", (one, other) => expect(normalFormula(one)).toBe(normalFormula(other)));
  it.each([["=A1&\"x\"", "=A1&\"X\""], ["=tblGap[Posts]", "=tblGap[Line]"], ["=COLUMN($A$1:$WB$1)", "=COLUMN($B$1:$WC$1)"], ["=1+1", "=11"]])("not %s and %s", (one, other) => expect(normalFormula(one)).not.toBe(normalFormula(other)));
  it("of colours do not go by their first cell", () => expect(normalHighlight('=AND(ISNUMBER(H9),H9>=nmRatioGreen)')).toBe(normalHighlight('=AND(ISNUMBER($F12),F12>=nmRatioGreen)')));
});
