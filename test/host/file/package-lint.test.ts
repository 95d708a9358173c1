/** The checker of saved files finds what it should: each fault put into a sound file is named. */
import { readFileSync } from "node:fs";
import path from "node:path";
import { strFromU8, strToU8, unzipSync, zipSync } from "fflate";
import { saveXlsx } from "../../../src/host/file/save-xlsx";
import type { Table } from "../../../src/host/workbook/features";
import { packageProblems } from "../../support/package-lint";
import { existingWorkbook, variant } from "../../support/job";
import { gallery } from "./chart-gallery";

/** The gallery with a table, a name, a list and a highlight. */
function sound(): Uint8Array {
  const workbook = gallery();
  for (const page of workbook.sheets.slice(2)) workbook.removeSheet(page);
  const [sheet] = workbook.sheets;
  const area = { top: 0, left: 0, bottom: 4, right: 4 };
  const columns = ["Horizon", "Demand", "Supply", "Gap", "Share"].map((name, index) => ({ id: index + 1, name, formula: null, totalsFunction: null, totalsLabel: null }));
  const table: Table = { id: 1, name: "tblFigures", area, headerRow: true, totalsRow: false, columns, style: null, bandedRows: false, bandedColumns: false, firstColumn: false, lastColumn: false, filterButton: true, altText: { title: "", description: "" } };
  const cells = { top: 1, left: 1, bottom: 4, right: 1 };
  sheet?.load({
    tables: [table], merges: [{ top: 9, left: 0, bottom: 9, right: 2 }],
    validations: [{ areas: [cells], rule: { kind: "list", source: '"Yes,No"', dropDown: true }, ignoreBlanks: true, prompt: { show: true, title: "", message: "" }, alert: { show: true, style: "Stop", title: "", message: "" } }],
    conditionalFormats: [{ id: "1", areas: [cells], priority: 0, stopIfTrue: false, rule: { kind: "custom", formula: "B2>50", format: { fill: "#FFCCCC" } } }],
  });
  workbook.setNames([{ name: "nmDemand", formula: "Figures!$B$2:$B$5", scope: null, visible: true, comment: "" }]);
  return saveXlsx(workbook);
}

const bytes = sound();

/** The sound file with one part's text changed (or the part taken out, for null). */
function broken(part: string, change: (text: string) => string | null): Uint8Array {
  const parts = unzipSync(bytes);
  const original = parts[part];
  if (original === undefined) throw new Error(`There is no part ${part}.`);
  const text = strFromU8(original);
  const changed = change(text);
  if (changed === text) throw new Error(`The fault did not get into ${part}.`);
  if (changed === null) delete parts[part];
  else parts[part] = strToU8(changed);
  return zipSync(parts);
}

const SHEET = "xl/worksheets/sheet1.xml";
const TABLE = "xl/tables/table1.xml";
const CHART = "xl/charts/chart1.xml";
const DRAWING = "xl/drawings/drawing1.xml";
const BOOK = "xl/workbook.xml";

const put = (from: string | RegExp, to: string) => (text: string): string => text.replace(from, to);

describe("a fault is named", () => {
  it.each<{ fault: string; part: string; change: (text: string) => string | null; says: RegExp }>([
    { fault: "a part without a content type", part: "[Content_Types].xml", change: put(/<Override PartName="\/xl\/charts\/chart1.xml"[^>]*>/, ""), says: /chart1\.xml: .* is no content type of a chart/ },
    { fault: "no content type for an ending", part: "[Content_Types].xml", change: put(/<Default Extension="rels"[^>]*>/, ""), says: /\.rels: has no content type/ },
    { fault: "a content type without its part", part: "[Content_Types].xml", change: put("</Types>", '<Override PartName="/xl/gone.xml" ContentType="x"/></Types>'), says: /gone\.xml has a content type and is not there/ },
    { fault: "a relationship that leads nowhere", part: CHART, change: () => null, says: /leads to xl\/charts\/chart1\.xml, which is not there/ },
    { fault: "a relationship's id twice", part: "xl/_rels/workbook.xml.rels", change: put(/Id="rId2"/, 'Id="rId1"'), says: /the id rId1 stands twice/ },
    { fault: "XML that is none", part: CHART, change: put("</c:chart>", ""), says: /not well-formed/ },
    { fault: "children of a sheet out of order", part: SHEET, change: (text) => { const data = /<sheetData>.*<\/sheetData>/s.exec(text)?.[0] ?? ""; return text.replace(data, "").replace("</worksheet>", `${data}</worksheet>`); }, says: /<sheetData> stands after/ },
    { fault: "a cell format that is not there", part: SHEET, change: put(/<c r="A1"/, '<c r="A1" s="999"'), says: /A1 has cell format 999/ },
    { fault: "a shared text that is not there", part: SHEET, change: put(/t="s"><v>\d+/, 't="s"><v>999'), says: /shared text 999/ },
    { fault: "a highlight's look that is not there", part: SHEET, change: put(/dxfId="\d+"/, 'dxfId="99"'), says: /look 99/ },
    { fault: "cells out of order", part: SHEET, change: put('r="B2"', 'r="A9"'), says: /A9 is out of place/ },
    { fault: "merged areas that overlap", part: SHEET, change: put(/<mergeCells.*<\/mergeCells>/, '<mergeCells><mergeCell ref="A10:B11"/><mergeCell ref="B11:C12"/></mergeCells>'), says: /merged areas overlap/ },
    { fault: "a list of more than 255 characters", part: SHEET, change: put('"Yes,No"', `"${"long,".repeat(60)}"`), says: /longer than 255/ },
    { fault: "a column's name that is not its header", part: TABLE, change: put('name="Demand"', 'name="Need"'), says: /column Need of tblFigures is headed Demand in B1/ },
    { fault: "more columns than the table is wide", part: TABLE, change: put(/ref="A1:E5"/, 'ref="A1:D5"'), says: /5 columns on 4/ },
    { fault: "a table named like a name", part: TABLE, change: put(/displayName="[^"]*"/, 'displayName="NMDEMAND"'), says: /called NMDEMAND/ },
    { fault: "a name that leads to a sheet that is gone", part: BOOK, change: put("Figures!$B$2", "Gone!$B$2"), says: /nmDemand leads to the sheet Gone/ },
    { fault: "a name that looks like a cell", part: BOOK, change: put('name="nmDemand"', 'name="AB12"'), says: /"AB12" cannot be a name/ },
    { fault: "two sheets of one name", part: BOOK, change: put('name="Page 1"', 'name="figures"'), says: /two sheets are called figures/ },
    { fault: "no sheet visible", part: BOOK, change: (text) => text.replace(/<sheet /g, '<sheet state="hidden" '), says: /no sheet is visible/ },
    { fault: "two shapes of one number", part: DRAWING, change: put('id="3"', 'id="2"'), says: /two shapes have the number 2/ },
    { fault: "a chart's axis that is not there", part: CHART, change: put(/<c:valAx><c:axId val="\d+"/, '<c:valAx><c:axId val="7"'), says: /axis 500000002 is not there/ },
    { fault: "labels where Excel knows none", part: CHART, change: put('<c:dLblPos val="outEnd"/>', '<c:dLblPos val="t"/>'), says: /cannot stand at t/ },
    { fault: "a chart over a sheet that is gone", part: CHART, change: put("Figures!$B$2", "Gone!$B$2"), says: /Gone!.*not there/ },
    { fault: "a chart's children out of order", part: CHART, change: (text) => text.replace(/<c:plotVisOnly[^>]*>/, "").replace("<c:plotArea>", '<c:plotVisOnly val="1"/><c:plotArea>'), says: /<plotArea> stands after <plotVisOnly>/ },
  ])("$fault", ({ part, change, says }) => {
    expect(packageProblems(broken(part, change)).join("\n")).toMatch(says);
  });
});

describe("a sound file has none", () => {
  it.each([
    ["a file that we saved", bytes],
    ["a workbook as Excel spells it", new Uint8Array(readFileSync(existingWorkbook))],
    ["its variant with names like ours", new Uint8Array(readFileSync(variant("name-clashes.xlsx")))],
    ["its variant with a locked structure", new Uint8Array(readFileSync(variant("locked-structure.xlsx")))],
  ])("%s", (_what, file) => {
    expect(packageProblems(file)).toEqual([]);
  });
  it("what is no workbook says so", () => {
    expect(packageProblems(zipSync({ "a.txt": strToU8("a") }))).toEqual(["[Content_Types].xml: the part is missing"]);
  });
  it("its folder is at hand", () => { expect(path.basename(existingWorkbook)).toBe("trust-workforce.xlsx"); });
});
