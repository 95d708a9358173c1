/** Everything that the host writes, put into a workbook: values of every kind, looks, rules, tables, charts, names, print set-up, protection, properties. */
import { area } from "../../../src/host/workbook/area";
import { defaultPageSetup, type Comparison, type ConditionalFormat, type DataValidation, type HighlightRule, type Table, type ValidationRule } from "../../../src/host/workbook/features";
import type { Cell, Sheet } from "../../../src/host/workbook/sheet";
import { defaultStyle, type CellStyle } from "../../../src/host/workbook/style";
import { cellError } from "../../../src/host/workbook/values";
import { namedStyle, newStyle, replaceStyle } from "../../../src/host/workbook/named-styles";
import type { Workbook } from "../../../src/host/workbook/workbook";
import { gallery } from "./chart-gallery";

/** One of the workbook's own, and one of Excel's that was changed. */
function addCellStyles(workbook: Workbook): void {
  const made = newStyle(workbook, "Finding & remedy");
  replaceStyle(workbook, null, { ...made, look: { ...made.look, fill: "#FFF2CC", rotation: 38, reading: "RightToLeft", spreadsLast: true, horizontal: "Distributed" }, includes: { ...made.includes, border: false } });
  const good = namedStyle(workbook, "Good");
  if (good !== null) replaceStyle(workbook, good, { ...good, look: { ...good.look, fill: "#00FF00" } });
}

const cell = (over: Partial<Cell>): Cell => ({ value: null, formula: null, array: null, style: 0, state: "live", ...over });

/** Values and formulas down column A; what is odd in text or number is what broke a reader somewhere. */
const contents: readonly Partial<Cell>[] = [
  { value: 0 }, { value: -0 }, { value: 1e-300 }, { value: 1.7976931348623157e308 }, { value: 123456789012345680 }, { value: 0.1 + 0.2 }, { value: true }, { value: false },
  { value: " blanks at both ends " }, { value: "two\nlines\tand a tab" }, { value: "<&>\"'" }, { value: "control \u0001 and \u001f" }, { value: "_x0041_ as it stands" }, { value: "\u{1F600} pair" },
  { value: "lone \ud83d half" }, { value: "\uffff" }, { value: "" }, { value: "x".repeat(32_767) }, { value: cellError("#N/A") }, { value: cellError("#SPILL!") },
  { value: 3, formula: "SUM(A1:A2)+1" }, { value: "a&b", formula: '"a"&"&"&"b"' }, { value: " ", formula: '" "' }, { value: true, formula: "1<2" }, { value: cellError("#DIV/0!"), formula: "1/0" },
  { value: 6, formula: "_xlfn.IFNA(6,0)" }, { value: 2, formula: "SUM({1;1})", array: { area: area(26, 0), kind: "legacy" } },
  { value: 1, formula: "SEQUENCE(2)", array: { area: area(27, 0, 2), kind: "dynamic" } }, { value: 2 },
];

function looks(base: CellStyle): readonly CellStyle[] {
  return [
    { ...base, numberFormat: '#,##0.0;[Red]-#,##0.0;"nil" <&>' }, { ...base, numberFormat: "dd/mm/yyyy" }, { ...base, fill: "#12436D", font: { ...base.font, bold: true, colour: "#FFFFFF" } },
    { ...base, font: { ...base.font, name: "Arial", size: 9.5, italic: true, underline: "Single", strike: true } },
    { ...base, borders: { left: { line: "Thin", colour: "#000000" }, right: { line: "Double", colour: null }, top: { line: "SlantDashDot", colour: "#FF0000" }, bottom: { line: "Hair", colour: "#00FF00" } } },
    { ...base, horizontal: "CenterAcrossSelection", vertical: "Distributed", wrap: true, indent: 2, rotation: 45 }, { ...base, named: "Good", numberFormat: "0.0" }, { ...base, rotation: 255, shrink: true, locked: false, formulaHidden: true, quotePrefix: true },
  ];
}

function fillCells(sheet: Sheet): void {
  contents.forEach((content, row) => sheet.put(row, 0, cell(content)));
  looks(defaultStyle).forEach((style, row) => sheet.put(row, 1, cell({ value: row + 0.5, style: sheet.workbook.styles.intern(style) })));
}

const comparisons: readonly Comparison[] = ["Between", "NotBetween", "EqualTo", "NotEqualTo", "GreaterThan", "LessThan", "GreaterThanOrEqualTo", "LessThanOrEqualTo"];
const rules: readonly ValidationRule[] = [
  { kind: "list", source: '"Yes,No,""Not known"""', dropDown: true }, { kind: "list", source: `"${"a,".repeat(127)}b"`, dropDown: false }, { kind: "list", source: "nmEverything", dropDown: true },
  ...comparisons.map((operator): ValidationRule => ({ kind: "decimal", operator, formula1: "0", formula2: operator.endsWith("Between") ? "9.5" : null })),
  { kind: "wholeNumber", operator: "GreaterThan", formula1: "0", formula2: null }, { kind: "date", operator: "LessThan", formula1: "TODAY()", formula2: null }, { kind: "time", operator: "Between", formula1: "0", formula2: "0.5" },
  { kind: "textLength", operator: "LessThanOrEqualTo", formula1: "255", formula2: null }, { kind: "custom", formula: 'OR(ISNUMBER(D1),D1="n/a",D1<>"<&>")' }, { kind: "any" },
];
const validations: readonly DataValidation[] = rules.map((rule, row) => ({
  areas: [area(row, 3), area(row, 5, 1, 2)], rule, ignoreBlanks: row % 2 === 0, prompt: { show: true, title: "How many", message: "Whole posts\nnot WTE" },
  alert: { show: true, style: (["Stop", "Warning", "Information"] as const)[row % 3] ?? "Stop", title: "A & B", message: "<none>" },
}));

const patch = { fill: "#FFCCCC", fontColour: "#9C0006", bold: true, italic: true, underline: true, strike: true, numberFormat: "0.0%", borders: { top: { line: "Thin", colour: "#000000" } } } as const;
const highlights: readonly HighlightRule[] = [
  { kind: "custom", formula: 'AND($A1>1,$B1<"<")', format: patch }, ...comparisons.map((operator): HighlightRule => ({ kind: "cellValue", operator, formula1: "1", formula2: operator.endsWith("Between") ? "2" : null, format: { fill: "#C6EFCE" } })),
  ...(["Contains", "NotContains", "BeginsWith", "EndsWith"] as const).map((operator): HighlightRule => ({ kind: "containsText", operator, text: 'a "b" <&>', format: { bold: true } })),
  { kind: "colourScale", points: [{ kind: "LowestValue", value: null, colour: "#F8696B" }, { kind: "Percentile", value: "50", colour: "#FFEB84" }, { kind: "HighestValue", value: null, colour: "#63BE7B" }] },
  { kind: "colourScale", points: [{ kind: "Number", value: "0", colour: "#FFFFFF" }, { kind: "Formula", value: "$A$1", colour: "#12436D" }] },
  { kind: "dataBar", colour: "#638EC6", showValue: false },
  { kind: "iconSet", set: "ThreeTrafficLights1", showValue: false, reverse: true, points: [{ kind: "Percent", value: "0", orEqual: true }, { kind: "Percent", value: "33", orEqual: true }, { kind: "Number", value: "67", orEqual: false }] },
];
const conditionalFormats: readonly ConditionalFormat[] = highlights.map((rule, priority) => ({ id: String(priority), areas: [area(priority, 4), area(priority, 8, 2)], priority, stopIfTrue: priority % 2 === 1, rule }));

/** Headers with what a header may hold, a calculated column and a row of totals. @param id - a number that no table of the workbook has */
function addTable(sheet: Sheet, id: number): void {
  const names = ["Post & <place>", "Two\nlines", "Gap [net]", "Share"];
  names.forEach((name, column) => sheet.put(40, column, cell({ value: name })));
  for (let row = 41; row < 44; row++) ["Nurse", row, row * 2, null].forEach((value, column) => sheet.put(row, column, column === 3 ? cell({ value: 1, formula: `tblEverything[@[Two\nlines]]/tblEverything[@[Two\nlines]]` }) : cell({ value })));
  sheet.put(44, 0, cell({ value: "Total" }));
  sheet.put(44, 2, cell({ value: 252, formula: "SUBTOTAL(109,tblEverything[Gap '[net']])" }));
  const columns = names.map((name, index) => ({
    id: index + 1, name, formula: index === 3 ? "tblEverything[@[Two\nlines]]/tblEverything[@[Two\nlines]]" : null,
    totalsFunction: index === 2 ? "sum" : null, totalsLabel: index === 0 ? "Total" : null,
  }));
  const table: Table = {
    id, name: "tblEverything", area: area(40, 0, 5, 4), headerRow: true, totalsRow: true, columns, style: "TableStyleMedium2", bandedRows: true, bandedColumns: true, firstColumn: true, lastColumn: true,
    filterButton: true, altText: { title: "Posts", description: "Posts & places <now>" },
  };
  sheet.load({ tables: [table] });
}

function addFeatures(sheet: Sheet): void {
  sheet.load({
    tabColour: "#005EB8", gridlines: false, headings: false, frozen: { rows: 4, columns: 1 }, zoom: 85, standardWidth: 12, standardHeight: 18, validations, conditionalFormats,
    columns: new Map([[0, { width: 28.71, hidden: false, style: 0 }], [7, { width: null, hidden: true, style: 0 }], [9, { width: null, hidden: true, style: 0, level: 7 }], [10, { width: 4, hidden: false, style: 0, shut: true }]]), rows: new Map([[0, { height: 30, hidden: false, style: 0 }], [400, { height: null, hidden: true, style: 0 }], [401, { height: null, hidden: false, style: 0, level: 2, shut: true }], [402, { height: null, hidden: false, style: 0, level: 3 }]]), summaries: { rows: "before", columns: "before" },
    merges: [area(60, 0, 1, 4), area(62, 2, 3, 1)],
    hyperlinks: [{ area: area(1, 1), address: null, place: "'All features'!A1", tip: "To the <figures>" }, { area: area(2, 1), address: "https://example.org/?a=1&b=2", place: "part", tip: "" }],
    pageSetup: {
      ...defaultPageSetup, orientation: "Landscape", zoom: { fit: { wide: 1, tall: null } }, margins: { top: 36, bottom: 39.6, left: 28.8, right: 28.8, header: 14.4, footer: 14.4 }, centreHorizontally: true,
      centreVertically: true, gridlines: true, headings: true, header: { left: '&"Arial,Bold"Plan', centre: "R&&D", right: "" }, footer: { left: "&D", centre: "", right: "Page &P of &N" },
    },
    protection: { options: { allowFormatCells: true, allowSort: true, selectionMode: "Unlocked" }, passwordAttributes: {} },
    properties: new Map([["Plan.Sheet", "demand"], ["note", "é & <x>"]]),
  });
}

/** Puts everything into a workbook, on sheets of its own. */
export function fillWorkbook(workbook: Workbook): Workbook {
  gallery(workbook);
  addCellStyles(workbook);
  const sheet = workbook.addSheet("All features");
  fillCells(sheet);
  addFeatures(sheet);
  addTable(sheet, Math.max(0, ...workbook.sheets.flatMap((one) => one.get("tables").map(({ id }) => id))) + 1);
  workbook.addSheet("Hidden <&>").load({ visibility: "Hidden" });
  workbook.addSheet("O'Brien's list").load({ visibility: "VeryHidden" });
  workbook.setNames([
    ...workbook.names,
    { name: "nmEverything", formula: "'All features'!$A$1:$A$9", scope: null, visible: true, comment: "a <note>" },
    { name: "nmEverything", formula: "'O''Brien''s list'!$A$1", scope: sheet.id, visible: false, comment: "" },
    { name: "nmRate", formula: "0.175", scope: null, visible: true, comment: "" }, { name: "nmText", formula: '"<&>"', scope: null, visible: true, comment: "" },
    { name: "Print_Area", formula: "'All features'!$A$1:$H$70", scope: sheet.id, visible: true, comment: "" }, { name: "Print_Titles", formula: "'All features'!$A:$A,'All features'!$1:$4", scope: sheet.id, visible: true, comment: "" },
  ]);
  Object.assign(workbook.properties, { title: "Everything <&>", author: "An analyst", lastAuthor: "Another", subject: "All", keywords: "a, b", comments: "two\nlines", category: "Test", manager: "M", company: "C & D", revision: "3", language: "en-GB" });
  workbook.settings.set("Plan.Draft", '{"a":"<&>"}');
  workbook.activate(sheet);
  return workbook;
}
