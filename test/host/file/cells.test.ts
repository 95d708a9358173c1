/** What stands in cells: as files spell it, as the workbook holds it, and how a save spells it again. */
import { openXlsx } from "../../../src/host/file/open-xlsx";
import { saveXlsx } from "../../../src/host/file/save-xlsx";
import { area } from "../../../src/host/workbook/area";
import { blankCell, type Cell } from "../../../src/host/workbook/sheet";
import { cellError, type CellValue } from "../../../src/host/workbook/values";
import { Workbook } from "../../../src/host/workbook/workbook";
import { cellAt, fileOf, partText, put, sheetNamed, sheetOf, valuesOf } from "./opened";

const strings = (...items: readonly string[]): Readonly<Record<string, string>> => ({ "xl/sharedStrings.xml": `<sst xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main" count="${items.length}" uniqueCount="${items.length}">${items.map((item) => `<si>${item}</si>`).join("")}</sst>` });
const SHEET = "xl/worksheets/sheet1.xml";
const rows = (bytes: Uint8Array): string => /<sheetData>(.*)<\/sheetData>/s.exec(partText(bytes, SHEET))?.[1] ?? "";

describe("a cell of a file", () => {
  it.each<{ xml: string; value: CellValue; because: string }>([
    { xml: '<c r="A1"><v>12.5</v></c>', value: 12.5, because: "a value without a type is a number" },
    { xml: '<c r="A1"><v>1E-3</v></c>', value: 0.001, because: "numbers may have an exponent" },
    { xml: '<c r="A1" t="b"><v>1</v></c>', value: true, because: "yes and no are 1 and 0" },
    { xml: '<c r="A1" t="e"><v>#DIV/0!</v></c>', value: cellError("#DIV/0!"), because: "errors are values" },
    { xml: '<c r="A1" t="s"><v>0</v></c>', value: "Head of nursing", because: "texts stand in a table of their own" },
    { xml: '<c r="A1" t="s"><v>1</v></c>', value: "Two fonts", because: "runs with formats of their own are one text" },
    { xml: '<c r="A1" t="s"><v>2</v></c>', value: "東京", because: "reading aids are not part of the text" },
    { xml: '<c r="A1" t="inlineStr"><is><t>here &amp; now</t></is></c>', value: "here & now", because: "a text may stand in the cell itself" },
    { xml: '<c r="A1" t="str"><f>""</f><v></v></c>', value: "", because: "a formula may give the empty text, which is not blank" },
    { xml: '<c r="A1" t="str"><v>a_x000D_b</v></c>', value: "a\rb", because: "XML cannot hold a carriage return" },
    { xml: '<c r="A1" t="d"><v>2026-03-31</v></c>', value: 46112, because: "dates count days from 1900" },
    { xml: "<c r='A1'><v>7</v></c>", value: 7, because: "XML allows single quotes" },
    { xml: "<c><v>7</v></c>", value: 7, because: "a cell without a place follows the one before" },
  ])("$xml is $value ($because)", ({ xml, value }) => {
    const file = openXlsx(fileOf({ ...sheetOf(`<row>${xml}</row>`), ...strings("<t>Head of nursing</t>", "<r><t>Two </t></r><r><rPr><b/></rPr><t>fonts</t></r>", "<t>東京</t><rPh sb=\"0\" eb=\"2\"><t>とうきょう</t></rPh>") }), "a.xlsx");
    expect(valuesOf(sheetNamed(file, "Sheet1"))).toEqual({ A1: value });
  });

  it.each([
    { xml: '<c r="A1" t="s"><v>9</v></c>', says: /text 9/, because: "there is no such text" },
    { xml: '<c r="A1" s="44"><v>1</v></c>', says: /format 44/, because: "there is no such format" },
    { xml: '<c r="A1"><v>twelve</v></c>', says: /twelve/, because: "that is no number" },
    { xml: '<c r="B1"><v>1</v></c><c r="A1"><v>1</v></c>', says: /A1 is out of order/, because: "Excel refuses it too" },
    { xml: '<c r="A1" t="magic"><v>1</v></c>', says: /magic/, because: "nobody knows what it means" },
  ])("$xml is refused as damage ($because)", ({ xml, says }) => {
    expect(() => openXlsx(fileOf(sheetOf(`<row r="1">${xml}</row>`)), "a.xlsx")).toThrow(says);
  });
});

describe("a value that is saved and opened again", () => {
  it.each<{ cell: Partial<Cell>; because: string }>([
    { cell: { value: 0.1 + 0.2 }, because: "every digit counts" },
    { cell: { value: -0.000001234 }, because: "small numbers have an exponent" },
    { cell: { value: 1e300 }, because: "large ones too" },
    { cell: { value: false }, because: "no is not nought" },
    { cell: { value: cellError("#N/A") }, because: "a missing value stays missing" },
    { cell: { value: " two  blanks " }, because: "blanks at the ends are part of a text" },
    { cell: { value: "line\nbreak\tand tab" }, because: "people press Alt and Enter" },
    { cell: { value: "<b>&amp;</b> \"q\"" }, because: "what looks like XML is text" },
    { cell: { value: "_x0041_" }, because: "what looks like Excel's own spelling is text" },
    { cell: { value: "bell \u0007 and \r" }, because: "pasted texts bring control characters" },
    { cell: { value: "👩‍⚕️ Ærø" }, because: "names have any letters" },
    { cell: { value: "=1+1" }, because: "a text may begin with an equals sign" },
    { cell: { value: 3, formula: 'IF(A1<>"",1,2)&"<"' }, because: "formulas have the signs of XML in them" },
    { cell: { value: "", formula: 'IF(TRUE,"")' }, because: "a result may be the empty text" },
    { cell: { value: 4, formula: "XLOOKUP(1,A:A,_xlfn_is_a_name)" }, because: "newer functions are spelt with a prefix in the file only" },
    { cell: { value: 5, formula: "SUM(A1:A3*B1:B3)", array: { area: area(1, 1), kind: "legacy" } }, because: "array formulas keep their reach" },
    { cell: { value: 6, formula: "UNIQUE(A1:A3)", array: { area: area(1, 1, 3), kind: "dynamic" } }, because: "formulas that spill are told from old array formulas" },
  ])("$cell.value of $cell.formula ($because)", ({ cell }) => {
    const workbook = new Workbook();
    put(workbook.addSheet("Sheet1"), "B2", cell);
    expect(cellAt(sheetNamed(openXlsx(saveXlsx(workbook), "a.xlsx"), "Sheet1"), "B2")).toEqual({ ...blankCell, ...cell });
  });

  it("a newer error is stored as one that every Excel knows, since the formula gives it again", () => {
    const workbook = new Workbook();
    put(workbook.addSheet("Sheet1"), "A1", { value: cellError("#SPILL!"), formula: "UNIQUE(B1:B9)", array: { area: area(0, 0), kind: "dynamic" } });
    expect(rows(saveXlsx(workbook))).toContain("<v>#VALUE!</v>");
  });
});

describe("patching cells", () => {
  const book = (xml: string): ReturnType<typeof openXlsx> => openXlsx(fileOf(sheetOf(xml)), "a.xlsx");

  it("puts new cells and rows where they belong and lets the hint of a row's span go", () => {
    const file = book('<row r="2" spans="2:4"><c r="B2"><v>1</v></c><c r="D2"><v>2</v></c></row><row r="5"><c r="A5"><v>3</v></c></row>');
    const sheet = sheetNamed(file, "Sheet1");
    for (const name of ["A1", "A2", "C2", "E2", "B3", "B5", "A9"]) put(sheet, name, { value: 0 });
    const nought = (name: string): string => `<c r="${name}"><v>0</v></c>`;
    expect(rows(saveXlsx(file))).toBe(`<row r="1">${nought("A1")}</row><row r="2">${nought("A2")}<c r="B2"><v>1</v></c>${nought("C2")}<c r="D2"><v>2</v></c>${nought("E2")}</row><row r="3">${nought("B3")}</row><row r="5"><c r="A5"><v>3</v></c>${nought("B5")}</row><row r="9">${nought("A9")}</row>`);
  });

  it("gives every cell its place when some had none", () => {
    const file = book("<row><c><v>1</v></c><c><v>2</v></c></row><row><c><v>3</v></c></row>");
    put(sheetNamed(file, "Sheet1"), "A1", { value: null });
    put(sheetNamed(file, "Sheet1"), "C1", { value: 9 });
    expect(rows(saveXlsx(file))).toBe('<row r="1"><c r="B1"><v>2</v></c><c r="C1"><v>9</v></c></row><row r="2"><c r="A2"><v>3</v></c></row>');
  });

  it("keeps a formula as it is written when only its result changed", () => {
    const file = book('<row r="1"><c r="A1"><f ca="1">SUM( B1:B9 )</f><v>1</v></c></row>');
    put(sheetNamed(file, "Sheet1"), "A1", { value: "n/a" });
    expect(rows(saveXlsx(file))).toBe('<row r="1"><c r="A1" t="str"><f ca="1">SUM( B1:B9 )</f><v>n/a</v></c></row>');
  });

  it("leaves a result alone that differs beyond the fifteenth digit", () => {
    const file = book('<row r="1"><c r="A1"><f>0.1+0.2</f><v>0.3</v></c><c r="B1"><v>1</v></c></row>');
    put(sheetNamed(file, "Sheet1"), "A1", { value: 0.30000000000000004 });
    put(sheetNamed(file, "Sheet1"), "B1", { value: 2 });
    expect(rows(saveXlsx(file))).toBe('<row r="1"><c r="A1"><f>0.1+0.2</f><v>0.3</v></c><c r="B1"><v>2</v></c></row>');
  });

  it("states the formulas of a group one by one when the cell that stated them all changes", () => {
    const file = book('<row r="1"><c r="A1"><f t="shared" ref="A1:A3" si="0">B1*2</f><v>0</v></c></row><row r="2"><c r="A2"><f t="shared" si="0"/><v>0</v></c></row><row r="3"><c r="A3"><f t="shared" si="0"/><v>0</v></c></row>');
    const sheet = sheetNamed(file, "Sheet1");
    expect(cellAt(sheet, "A3").formula).toBe("B3*2");
    put(sheet, "A1", { value: 5, formula: null });
    expect(rows(saveXlsx(file))).toBe('<row r="1"><c r="A1"><v>5</v></c></row><row r="2"><c r="A2"><f>B2*2</f><v>0</v></c></row><row r="3"><c r="A3"><f>B3*2</f><v>0</v></c></row>');
  });

  it("keeps the fonts inside a text when the cell gets another format, or moves", () => {
    const file = openXlsx(fileOf({ ...sheetOf('<row r="1"><c r="A1" t="s"><v>0</v></c><c r="B1" t="s"><v>1</v></c></row>'), ...strings("<r><rPr><b/></rPr><t>Post</t></r><r><t> (WTE)</t></r>", "<t>plain</t>") }), "a.xlsx");
    const sheet = sheetNamed(file, "Sheet1");
    put(sheet, "A5", { value: "Post (WTE)" });
    put(sheet, "A1", { value: null });
    expect(rows(saveXlsx(file))).toBe('<row r="1"><c r="B1" t="s"><v>1</v></c></row><row r="5"><c r="A5" t="s"><v>0</v></c></row>');
  });

  it("writes in the file's own spelling of its namespace", () => {
    const main = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
    const file = openXlsx(fileOf({ [SHEET]: `<x:worksheet xmlns:x="${main}"><x:sheetData><x:row r="1"><x:c r="A1"><x:v>1</x:v></x:c></x:row></x:sheetData></x:worksheet>` }), "a.xlsx");
    const sheet = sheetNamed(file, "Sheet1");
    put(sheet, "B1", { value: 2, formula: "A1*2" });
    sheet.set("merges", [area(4, 0, 2)]);
    const saved = saveXlsx(file);
    expect(partText(saved, SHEET)).toBe(`<x:worksheet xmlns:x="${main}"><x:sheetData><x:row r="1"><x:c r="A1"><x:v>1</x:v></x:c><x:c r="B1"><x:f>A1*2</x:f><x:v>2</x:v></x:c></x:row></x:sheetData><x:mergeCells count="1"><x:mergeCell ref="A5:A6"/></x:mergeCells></x:worksheet>`);
    expect(valuesOf(sheetNamed(openXlsx(saved, "a.xlsx"), "Sheet1"))).toEqual({ A1: 1, B1: 2 });
  });
});
