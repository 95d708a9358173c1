/** The ways in which a template comes to harm in a year of work, each as a person or a macro does it. */
import type { Entries, Hand } from "../../src/host/entry";

export type Doing =
  | { readonly sheet: string; readonly row: number; readonly column: number; readonly values: Entries; readonly hand: Hand }
  /** A macro's body: `book` is the workbook, `sheet(name)` one of its sheets. */
  | { readonly macro: string };

export interface Damage {
  readonly what: string;
  readonly doing: readonly Doing[];
  /** Codes that the check finds for it, each once. */
  readonly finds: readonly string[];
}

const typed = (sheet: string, row: number, column: number, value: string | number): Doing => ({ sheet, row: row - 1, column, values: [[value]], hand: "typed" });
const pasted = (sheet: string, row: number, column: number, values: Entries): Doing => ({ sheet, row: row - 1, column, values, hand: "pasted" });
const macro = (body: string): Doing => ({ macro: body });

const [COVER, DEMAND, PROFILE, GAP, ONE, CHECKS] = ["Cover", "Demand and supply", "Profile", "Gap analysis", "Dashboard 1", "Checks"] as const;

export const damages: readonly Damage[] = [
  { what: "a figure typed over a formula of Profile", doing: [typed(PROFILE, 12, 10, 12)], finds: ["E06"] },
  { what: "a formula of Gap analysis cleared", doing: [typed(GAP, 16, 11, "")], finds: ["E06", "E33"] },
  { what: "a formula of Gap analysis changed in one row", doing: [typed(GAP, 17, 2, "=41+1")], finds: ["E06"] },
  { what: "a whole column of another formula", doing: [macro(`sheet("Profile").getRange("J9:J43").formulas = Array.from({ length: 35 }, () => ["=1+1"])`)], finds: ["E06"] },
  { what: "a total above the tables typed over", doing: [typed(GAP, 8, 3, 61)], finds: ["E06"] },
  { what: "the sentence that a chart says typed over", doing: [typed(ONE, 3, 0, "All is well.")], finds: ["E06"] },
  { what: "a formula under a title changed", doing: [typed(DEMAND, 2, 0, '="Ours"')], finds: ["E06"] },
  { what: "the number of all entries typed over on Checks", doing: [typed(CHECKS, 14, 1, "same as before")], finds: ["E06"] },
  { what: "a count of findings typed over on Checks", doing: [typed(CHECKS, 6, 1, 0)], finds: ["E06"] },
  { what: "a title typed over", doing: [typed(PROFILE, 1, 0, "Our people")], finds: ["W08"] },
  { what: "a label of the Cover cleared", doing: [typed(COVER, 9, 0, "")], finds: ["W08"] },
  { what: "the name of a horizon changed, which formulas go by", doing: [typed(GAP, 9, 0, "Next year")], finds: ["W08"] },
  { what: "a heading of Demand and supply typed over", doing: [typed(DEMAND, 7, 1, "Jobs")], finds: ["E02"] },
  { what: "a heading of Gap analysis typed over", doing: [typed(GAP, 15, 2, "Jobs")], finds: ["E02"] },
  { what: "figures pasted over a column, which takes its rule away", doing: [pasted(DEMAND, 8, 1, Array.from({ length: 12 }, (_, row) => [40 + row]))], finds: ["E32", "W07"] },
  { what: "figures pasted over two cells", doing: [pasted(PROFILE, 9, 2, [[270], [48]])], finds: ["E30", "E32", "W07"] },
  { what: "a pasted period on the Cover", doing: [pasted(COVER, 9, 1, [["2009/10"]])], finds: ["W07"] },
  { what: "another rule for entry", doing: [macro(`const rule = sheet("Demand and supply").getRange("B8:B19").dataValidation; rule.clear(); rule.rule = { wholeNumber: { formula1: 0, formula2: 10, operator: "Between" } }`)], finds: ["W07"] },
  { what: "a date's format on counts", doing: [macro(`sheet("Demand and supply").getRange("B8:B10").numberFormat = [["d mmmm yyyy"], ["d mmmm yyyy"], ["d mmmm yyyy"]]`)], finds: ["E10", "W08"] },
  { what: "a percentage's format on what is worked out", doing: [macro(`sheet("Gap analysis").getRange("D16:D20").numberFormat = Array.from({ length: 5 }, () => ["0%"])`)], finds: ["W08"] },
  { what: "the Cover's period no longer a cell for text", doing: [macro(`sheet("Cover").getRange("B9").numberFormat = [["General"]]`)], finds: ["W08"] },
  { what: "colours cleared on both dashboards", doing: [macro(`sheet("Dashboard 1").getRange("A1:Z80").conditionalFormats.clearAll(); sheet("Dashboard 2").getRange("A1:Z80").conditionalFormats.clearAll()`)], finds: ["W08"] },
  { what: "one column's colours cleared on Gap analysis", doing: [macro(`sheet("Gap analysis").getRange("W16:W27").conditionalFormats.clearAll()`)], finds: ["W08"] },
  { what: "a name of the Cover deleted", doing: [macro(`book.names.getItem("nmTargetRatio").delete()`)], finds: ["E02"] },
  { what: "a name of Checks deleted", doing: [macro(`book.names.getItem("nmMustFix").delete()`)], finds: ["E02"] },
  { what: "the name over all entries of the Cover deleted", doing: [macro(`book.names.getItem("nmCoverEntries").delete()`)], finds: ["E02"] },
  { what: "a name led to another cell of the Cover", doing: [macro(`book.names.getItem("nmRatioGreen").formula = "=Cover!$B$14"`)], finds: ["E02"] },
  { what: "a name led to another sheet", doing: [macro(`book.names.getItem("nmIndexLow").formula = "=Profile!$C$9"`)], finds: ["E02"] },
  { what: "a sheet hidden", doing: [macro(`sheet("Gap analysis").visibility = "Hidden"`)], finds: ["E02"] },
  { what: "a sheet hidden so that Unhide does not list it", doing: [macro(`sheet("Checks").visibility = "VeryHidden"`)], finds: ["E02"] },
  { what: "hidden names taken away by Excel's Document Inspector", doing: [macro(`for (const name of ["Cover", "Demand and supply", "Profile", "Gap analysis", "Dashboard 1", "Dashboard 2", "Checks"]) sheet(name).names.getItem("_TalentPlan.Sheet").delete()`)], finds: ["E02"] },
  { what: "a chart deleted", doing: [macro(`sheet("Dashboard 1").charts.getItem("chtCumulativeGap").delete()`)], finds: ["W08"] },
  { what: "the chart of Dashboard 2 deleted", doing: [macro(`sheet("Dashboard 2").charts.getItem("chtRepresentation").delete()`)], finds: ["W08"] },
  { what: "rows put in above a table and a formula typed over below", doing: [macro(`sheet("Profile").getRange("5:6").insert("Down")`), typed(PROFILE, 14, 10, 12)], finds: ["E02", "E06"] },
  { what: "a column put in beside the labels and a line typed over", doing: [macro(`sheet("Checks").getRange("A:A").insert("Right")`), typed(CHECKS, 6, 2, 0)], finds: ["E02", "E06"] },
  { what: "a table that was turned into cells", doing: [macro(`book.tables.getItem("tblProfile").convertToRange()`)], finds: ["E02"] },
  { what: "a sheet that is worked out deleted", doing: [macro(`sheet("Gap analysis").delete()`)], finds: ["E02"] },
];

/** What honest work does to the sheets: found by no rule for the template, but for notes that it is read where it stands. */
export const honest: readonly Damage[] = [
  { what: "notes of one's own beside a table", doing: [typed(DEMAND, 8, 14, "ask Ann"), typed(GAP, 3, 8, "mine")], finds: [] },
  { what: "a column of one's own in a table", doing: [macro(`book.tables.getItem("tblDemand").columns.add(12, [["Owner"], ...Array.from({ length: 12 }, () => ["Ann"])])`)], finds: [] },
  { what: "a role group of one's own", doing: [macro(`book.tables.getItem("tblDemand").rows.add(null, [["Digital lead", 4, 1, 1, 1, 1, 2, 2, 2, 2, "", "Ours"]])`)], finds: ["E32", "E33", "W05"] },
  { what: "wider columns, another colour, larger letters", doing: [macro(`const range = sheet("Gap analysis").getRange("A1:H20"); range.format.columnWidth = 120; range.format.fill.color = "#FFFFCC"; range.format.font.size = 12`)], finds: [] },
  { what: "rows sorted", doing: [macro(`book.tables.getItem("tblDemand").sort.apply([{ key: 1, ascending: false }])`)], finds: [] },
  { what: "rows filtered", doing: [macro(`book.tables.getItem("tblDemand").columns.getItem("Posts").filter.applyCustomFilter(">20")`)], finds: [] },
  { what: "fewer decimals", doing: [macro(`sheet("Profile").getRange("K9:K43").numberFormat = Array.from({ length: 35 }, () => ["0"])`)], finds: [] },
  { what: "a colour rule and a chart of one's own", doing: [macro(`sheet("Gap analysis").getRange("C16:C27").conditionalFormats.add("ColorScale"); const chart = sheet("Dashboard 2").charts.add("Pie", sheet("Profile").getRange("C9:C12"), "Columns"); chart.name = "Mine"`)], finds: [] },
  { what: "a tab renamed", doing: [macro(`sheet("Profile").name = "Who we are"`)], finds: ["E02"] },
  { what: "a tab moved", doing: [macro(`sheet("Profile").position = 0`)], finds: ["E02"] },
  { what: "a row of one's own above the tables", doing: [macro(`sheet("Dashboard 1").getRange("8:8").insert("Down")`)], finds: ["E02"] },
  { what: "demand counted in whole-time equivalents from now on", doing: [typed(COVER, 11, 1, "WTE")], finds: [] },
];
