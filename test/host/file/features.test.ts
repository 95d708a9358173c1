/** What lies over the cells survives a save: set on a new workbook and on an opened one, it is there again when the file is opened. */
import { openXlsx } from "../../../src/host/file/open-xlsx";
import { saveXlsx } from "../../../src/host/file/save-xlsx";
import { area } from "../../../src/host/workbook/area";
import { defaultPageSetup, type ConditionalFormat, type DataValidation, type HighlightRule, type Table, type ValidationRule } from "../../../src/host/workbook/features";
import type { SheetFeatures } from "../../../src/host/workbook/sheet";
import { Workbook } from "../../../src/host/workbook/workbook";
import { fileOf, opened, partText, sheetNamed, trustFile } from "./opened";

type Change = Partial<SheetFeatures>;
const one = area(4, 4, 3);

/** The features after a save, of a new workbook's sheet and of an opened workbook's. */
function saved(change: Change): readonly SheetFeatures[keyof SheetFeatures][] {
  const fresh = new Workbook();
  fresh.addSheet("Summary").load(change);
  const { file } = opened(trustFile);
  sheetNamed(file, "Summary").load(change);
  return [saveXlsx(fresh), saveXlsx(file)].flatMap((bytes) => {
    const sheet = sheetNamed(openXlsx(bytes, "again.xlsx"), "Summary");
    return (Object.keys(change) as (keyof SheetFeatures)[]).map((feature) => sheet.get(feature));
  });
}
const twice = (change: Change): readonly unknown[] => [...Object.values(change), ...Object.values(change)];

describe("a sheet's own look", () => {
  it.each<{ what: string; change: Change }>([
    { what: "tab colour", change: { tabColour: "#005EB8" } },
    { what: "no tab colour", change: { tabColour: null } },
    { what: "gridlines and headings off", change: { gridlines: false, headings: false } },
    { what: "frozen rows", change: { frozen: { rows: 4, columns: 0 } } },
    { what: "frozen columns", change: { frozen: { rows: 0, columns: 2 } } },
    { what: "frozen both ways", change: { frozen: { rows: 7, columns: 1 } } },
    { what: "zoom", change: { zoom: 85 } },
    { what: "standard sizes", change: { standardWidth: 12, standardHeight: 18 } },
    { what: "columns, wide, narrow and hidden", change: { columns: new Map([[0, { width: 28.71, hidden: false, style: 0 }], [1, { width: 0.5, hidden: false, style: 0 }], [5, { width: 9, hidden: true, style: 0 }], [7, { width: null, hidden: true, style: 0 }]]) } },
    { what: "rows, high and hidden, also below the cells", change: { rows: new Map([[0, { height: 30, hidden: false, style: 0 }], [400, { height: null, hidden: true, style: 0 }]]) } },
    { what: "merged cells", change: { merges: [area(0, 0, 1, 4), area(10, 2, 3, 1)] } },
    { what: "custom properties", change: { properties: new Map([["TalentPlan.Sheet", "demand"], ["note", "é & <x>"]]) } },
    { what: "protection", change: { protection: { options: { allowEditObjects: false, allowEditScenarios: false, allowFormatCells: true, allowFormatColumns: true, allowFormatRows: false, allowInsertColumns: false, allowInsertRows: true, allowInsertHyperlinks: false, allowDeleteColumns: false, allowDeleteRows: true, allowSort: true, allowAutoFilter: true, allowPivotTables: false, selectionMode: "Unlocked" }, passwordAttributes: { algorithmName: "SHA-512", hashValue: "abc=", saltValue: "def=", spinCount: "100000" } } } },
    { what: "links inside and outside", change: { hyperlinks: [{ area: area(1, 1), address: null, place: "'Demand and supply'!A1", tip: "To the figures" }, { area: area(2, 1), address: "https://example.org/?a=1&b=2", place: null, tip: "" }, { area: area(3, 1), address: "https://example.org/?a=1&b=2", place: "part", tip: "" }] } },
  ])("$what", ({ change }) => {
    expect(saved(change)).toEqual(twice(change));
  });
});

describe("print set-up", () => {
  it.each<{ what: string; setup: Partial<SheetFeatures["pageSetup"]> }>([
    { what: "landscape on A4, one page wide", setup: { orientation: "Landscape", paper: 9, zoom: { fit: { wide: 1, tall: null } } } },
    { what: "A3 at 70%", setup: { paper: 8, zoom: { scale: 70 } } },
    { what: "margins and centring", setup: { margins: { top: 36, bottom: 39.6, left: 28.8, right: 28.8, header: 14.4, footer: 14.4 }, centreHorizontally: true, centreVertically: true } },
    { what: "gridlines and headings", setup: { gridlines: true, headings: true } },
    { what: "headers and footers with codes, ampersands and fonts", setup: { header: { left: '&"Arial,Bold"Plan', centre: "R&&D", right: "" }, footer: { left: "&D", centre: "", right: "Page &P of &N" } } },
  ])("$what", ({ setup }) => {
    const pageSetup = { ...defaultPageSetup, ...setup };
    expect(saved({ pageSetup })).toEqual([pageSetup, pageSetup]);
  });
});

const validation = (rule: ValidationRule): DataValidation => ({
  areas: [one, area(20, 0, 2, 3)], rule, ignoreBlanks: true, prompt: { show: true, title: "How many", message: "Whole posts\nnot WTE" }, alert: { show: true, style: "Warning", title: "A & B", message: "<none>" },
});

describe("data validation", () => {
  it.each<ValidationRule>([
    { kind: "list", source: '"Yes,No,""Not known"""', dropDown: true },
    { kind: "list", source: "lstRoles", dropDown: false },
    { kind: "list", source: "Lists!$A$2:$A$9", dropDown: true },
    { kind: "wholeNumber", operator: "Between", formula1: "0", formula2: "500" },
    { kind: "decimal", operator: "GreaterThanOrEqualTo", formula1: "0", formula2: null },
    { kind: "date", operator: "LessThan", formula1: "TODAY()", formula2: null },
    { kind: "textLength", operator: "NotBetween", formula1: "1", formula2: "9" },
    { kind: "custom", formula: 'OR(ISNUMBER(E5),E5="n/a",LEFT(E5)="<")' },
    { kind: "any" },
  ])("$kind $source $operator $formula", (rule) => {
    const validations = [validation(rule)];
    expect(saved({ validations })).toEqual([validations, validations]);
  });

  it("rules that the extension list holds are read, and stand among the others once one changes", () => {
    const x14 = "http://schemas.microsoft.com/office/spreadsheetml/2009/9/main";
    const xm = "http://schemas.microsoft.com/office/excel/2006/main";
    const extension = `<extLst><ext uri="{CCE6A557-97BC-4b89-ADB6-D9C93CAAB3DF}" xmlns:x14="${x14}"><x14:dataValidations count="1" xmlns:xm="${xm}"><x14:dataValidation type="list" allowBlank="1" showErrorMessage="1"><x14:formula1><xm:f>Lists!$A$1:$A$3</xm:f></x14:formula1><xm:sqref>B2:B9</xm:sqref></x14:dataValidation></x14:dataValidations></ext></extLst>`;
    const bytes = fileOf({ "xl/worksheets/sheet1.xml": `<worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><sheetData/>${extension}</worksheet>` });
    const file = openXlsx(bytes, "a.xlsx");
    const sheet = sheetNamed(file, "Sheet1");
    const [first] = sheet.get("validations");
    expect(first).toEqual({ ...first, areas: [area(1, 1, 8)], rule: { kind: "list", source: "Lists!$A$1:$A$3", dropDown: true } });
    expect(partText(saveXlsx(file), "xl/worksheets/sheet1.xml")).toBe(partText(bytes, "xl/worksheets/sheet1.xml"));
    sheet.set("validations", [...sheet.get("validations"), validation({ kind: "custom", formula: "E5>0" })]);
    const saved = saveXlsx(file);
    expect(partText(saved, "xl/worksheets/sheet1.xml")).not.toContain("x14");
    expect(sheetNamed(openXlsx(saved, "a.xlsx"), "Sheet1").get("validations")).toEqual(sheet.get("validations"));
  });
});

const format = { fill: "#FDE9E7", fontColour: "#9C0006", bold: true };
const highlight = (rule: HighlightRule): ConditionalFormat => ({ id: "{00000001-C0DE-4000-8000-000000000000}", areas: [one], priority: 0, stopIfTrue: false, rule });

describe("highlights", () => {
  it.each<HighlightRule>([
    { kind: "custom", formula: 'AND(ISNUMBER($E5),$E5<0,"<&>"<>"")', format },
    { kind: "custom", formula: "E5=1", format: { italic: true, underline: true, strike: false, numberFormat: "0.0", borders: { bottom: { line: "Thin", colour: "#000000" } } } },
    { kind: "cellValue", operator: "NotBetween", formula1: "-5", formula2: "5", format },
    { kind: "containsText", operator: "BeginsWith", text: 'no "data"', format },
    { kind: "colourScale", points: [{ kind: "LowestValue", value: null, colour: "#F8696B" }, { kind: "Percentile", value: "50", colour: "#FFEB84" }, { kind: "HighestValue", value: null, colour: "#63BE7B" }] },
    { kind: "dataBar", colour: "#638EC6", showValue: false },
    { kind: "dataBar", colour: "#638EC6", showValue: true, lower: { kind: "Number", value: "0" }, upper: { kind: "Formula", value: "$A$1" } },
    { kind: "topBottom", bottom: true, percent: true, rank: 25, format },
    { kind: "topBottom", bottom: false, percent: false, rank: 3, format },
    { kind: "preset", criterion: "DuplicateValues", format },
    { kind: "preset", criterion: "NonBlanks", format },
    { kind: "preset", criterion: "EqualOrBelowAverage", format },
    { kind: "preset", criterion: "TwoStdDevAboveAverage", format },
    { kind: "preset", criterion: "LastSevenDays", format },
    { kind: "iconSet", set: "ThreeTrafficLights1", showValue: true, reverse: true, points: [{ kind: "Percent", value: "0", orEqual: true }, { kind: "Number", value: "33", orEqual: false }, { kind: "Formula", value: "$A$1", orEqual: true }] },
  ])("$kind $formula $criterion", (rule) => {
    const highlights = saved({ conditionalFormats: [highlight(rule)] }) as readonly (readonly ConditionalFormat[])[];
    expect(highlights.map((formats) => formats.map(({ id: _, ...rest }) => rest))).toEqual([1, 2].map(() => [{ areas: [one], priority: 0, stopIfTrue: false, rule }]));
  });

  it.each([
    { type: "containsBlanks", read: { kind: "preset", criterion: "Blanks", format: {} }, because: "it is worked with and not changed" },
    { type: "newerKind", read: { kind: "carried", type: "newerKind" }, because: "it is not worked with" },
  ])("a rule of the kind $type stays as it is written, and follows its cells ($because)", ({ type, read }) => {
    const rule = (priority: number, row: number): string => `<cfRule type="${type}" dxfId="0" priority="${priority}"><formula>LEN(TRIM(B${row}))=0</formula></cfRule>`;
    const sheetPart = "xl/worksheets/sheet1.xml";
    const file = openXlsx(fileOf({ [sheetPart]: `<worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><sheetData/><conditionalFormatting sqref="B2:B9">${rule(1, 2)}</conditionalFormatting></worksheet>` }), "a.xlsx");
    const sheet = sheetNamed(file, "Sheet1");
    const [carried] = sheet.get("conditionalFormats");
    if (carried === undefined) throw new Error("There is no highlight.");
    expect(carried.rule).toEqual(read);
    sheet.set("conditionalFormats", [highlight({ kind: "custom", formula: "E5=1", format: {} }), { ...carried, areas: [area(4, 1, 8)], priority: 1 }]);
    expect(partText(saveXlsx(file), sheetPart)).toContain(`<conditionalFormatting sqref="E5:E7"><cfRule type="expression" priority="1"><formula>E5=1</formula></cfRule></conditionalFormatting><conditionalFormatting sqref="B5:B12">${rule(2, 5)}</conditionalFormatting>`);
  });
});

const table: Table = {
  id: 41, name: "tblGap", area: area(30, 0, 4, 3), headerRow: true, totalsRow: true, style: "TableStyleLight1", bandedRows: true, bandedColumns: false, firstColumn: true, lastColumn: false, filterButton: true,
  columns: [
    { id: 1, name: "Role group", formula: null, totalsFunction: null, totalsLabel: "Total" }, { id: 2, name: "Demand\n2026", formula: null, totalsFunction: "sum", totalsLabel: null },
    { id: 5, name: "Gap [WTE]", formula: "[@[Role group]]&[@[Demand\n2026]]", totalsFunction: null, totalsLabel: null },
  ],
  altText: { title: "Gap", description: "By role group & year" },
};

describe("tables", () => {
  it.each<{ what: string; tables: readonly Table[] }>([
    { what: "with totals, calculated columns and odd names", tables: [table] },
    { what: "without header, totals and buttons", tables: [{ ...table, headerRow: false, totalsRow: false, filterButton: false, style: null, altText: { title: "", description: "" } }] },
  ])("$what", ({ tables }) => {
    expect(saved({ tables })).toEqual([tables, tables]);
  });

  it("of the file: renamed, with a column more and rows more, the rest as it is written", () => {
    const { file } = opened(trustFile);
    const sheet = sheetNamed(file, "Staff in post");
    const [before] = sheet.get("tables");
    if (before === undefined) throw new Error("There is no table.");
    const after: Table = {
      ...before, name: "Staff", area: { ...before.area, bottom: before.area.bottom + 5, right: before.area.right + 1 },
      columns: [...before.columns.map((column) => ({ ...column, formula: column.formula })), { id: 99, name: "Cost", formula: "[@[In post WTE]]*2", totalsFunction: null, totalsLabel: null }],
    };
    sheet.set("tables", [after]);
    const again = openXlsx(saveXlsx(file), "a.xlsx");
    expect(sheetNamed(again, "Staff in post").get("tables")).toEqual([after]);
    const [was, is] = [file, again].map((book) => sheetNamed(book, "Staff in post").cell(4, 8).formula);
    expect(is).toBe(was);
  });
});
