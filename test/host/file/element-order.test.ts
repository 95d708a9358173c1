/** Excel refuses a sheet whose elements are out of order. The order here is copied from ECMA-376 part 1, A.2, CT_Worksheet; it is not the host's own list. */
import { saveXlsx } from "../../../src/host/file/save-xlsx";
import { Workbook } from "../../../src/host/workbook/workbook";
import { defaultPageSetup, type Table } from "../../../src/host/workbook/features";
import type { Sheet } from "../../../src/host/workbook/sheet";
import { opened, partText, trustFile } from "./opened";

const SCHEMA = `sheetPr dimension sheetViews sheetFormatPr cols sheetData sheetCalcPr sheetProtection protectedRanges scenarios autoFilter sortState dataConsolidate
customSheetViews mergeCells phoneticPr conditionalFormatting dataValidations hyperlinks printOptions pageMargins pageSetup headerFooter rowBreaks colBreaks customProperties
cellWatches ignoredErrors smartTags drawing legacyDrawing legacyDrawingHF drawingHF picture oleObjects controls webPublishItems tableParts extLst`.split(/\s+/);

/** The names of the root's children, in order, found by counting tags. */
function childNames(xml: string): readonly string[] {
  const names: string[] = [];
  let depth = 0;
  for (const [whole, closing, name = "", selfClosing] of xml.replace(/<\?[^>]*\?>/g, "").matchAll(/<(\/?)([\w:.]+)(?:\s[^>]*?)?(\/?)>/g)) {
    if (closing === "/") { depth -= 1; continue; }
    if (depth === 1) names.push(name);
    if (selfClosing !== "/" && whole !== "") depth += 1;
  }
  return names;
}

const table: Table = {
  id: 77, name: "tblOrder", area: { top: 70, left: 20, bottom: 72, right: 20 }, headerRow: true, totalsRow: false, columns: [{ id: 1, name: "Post", formula: null, totalsFunction: null, totalsLabel: null }],
  style: null, bandedRows: false, bandedColumns: false, firstColumn: false, lastColumn: false, filterButton: true, altText: { title: "", description: "" },
};

function everything(sheet: Sheet, id: number): void {
  const one = { top: 4, left: 4, bottom: 6, right: 4 };
  sheet.put(0, 0, { value: 1, formula: null, array: null, style: 0, state: "live" });
  sheet.load({
    tabColour: "#005EB8", frozen: { rows: 1, columns: 0 }, standardHeight: 18, columns: new Map([[0, { width: 20, hidden: false, style: 0 }]]), merges: [{ top: 20, left: 0, bottom: 21, right: 1 }],
    tables: [...sheet.get("tables"), { ...table, id, name: `tblOrder${id}` }],
    validations: [{ areas: [one], rule: { kind: "list", source: '"Yes,No"', dropDown: true }, ignoreBlanks: true, prompt: { show: true, title: "", message: "Yes or no" }, alert: { show: true, style: "Stop", title: "", message: "" } }],
    conditionalFormats: [{ id: "a", areas: [one], priority: 0, stopIfTrue: false, rule: { kind: "custom", formula: "E5=1", format: { bold: true } } }],
    hyperlinks: [{ area: { ...one, bottom: 4 }, address: null, place: "A1", tip: "" }],
    pageSetup: { ...defaultPageSetup, orientation: "Landscape", centreHorizontally: true, zoom: { fit: { wide: 1, tall: null } }, margins: { ...defaultPageSetup.margins, top: 36 }, header: { left: "", centre: "&A", right: "" } },
    protection: { options: { allowFormatCells: true }, passwordAttributes: {} }, properties: new Map([["key", "value"]]),
  });
}

function expectInOrder(xml: string, atLeast: readonly string[]): void {
  const names = childNames(xml);
  expect(names).toEqual(expect.arrayContaining([...atLeast]));
  expect(names.filter((name) => !SCHEMA.includes(name) && name !== "mc:AlternateContent")).toEqual([]);
  const places = names.flatMap((name) => (name === "mc:AlternateContent" ? [] : [SCHEMA.indexOf(name)]));
  expect(places).toEqual([...places].sort((a, b) => a - b));
}

const WRITTEN = ["sheetPr", "sheetViews", "sheetFormatPr", "cols", "sheetData", "sheetProtection", "mergeCells", "conditionalFormatting", "dataValidations", "hyperlinks", "printOptions", "pageMargins", "pageSetup", "headerFooter", "customProperties", "tableParts"];

describe("the elements of a sheet stand in the schema's order", () => {
  it("of a new sheet with everything on it", () => {
    const workbook = new Workbook();
    everything(workbook.addSheet("All"), 1);
    expectInOrder(partText(saveXlsx(workbook), "xl/worksheets/sheet1.xml"), [...WRITTEN, "dimension"]);
  });

  it.each([1, 2, 3, 4, 5, 6])("of sheet %i of a workbook that has some of it, with notes, charts and extensions", (number) => {
    const { file } = opened(trustFile);
    const sheet = file.workbook.sheets[number - 1];
    if (sheet === undefined) throw new Error(`There is no sheet ${number}.`);
    everything(sheet, 50 + number);
    expectInOrder(partText(saveXlsx(file), `xl/worksheets/sheet${number}.xml`), WRITTEN);
  });
});
