/** For each rule of Excel's a fault that breaks it: put into a sound file it must be named by that rule. */
import type { RuleId } from "../../support/lint/rules";

/** Parts of a package as text, by name; changed in place. */
export type Texts = Map<string, string>;
export interface Fault { readonly rule: RuleId; readonly fault: string; readonly plant: (parts: Texts) => void }

const BOOK = "xl/workbook.xml";
const SHEET = "xl/worksheets/sheet3.xml";
const TABLE = "xl/tables/table1.xml";
const CHART = "xl/charts/chart1.xml";
const DRAWING = "xl/drawings/drawing1.xml";
const STYLES = "xl/styles.xml";
const TEXTS = "xl/sharedStrings.xml";
const TYPES = "[Content_Types].xml";
const CORE = "docProps/core.xml";

function change(part: string, from: string | RegExp, to: string | ((found: string) => string)): Fault["plant"] {
  return (parts) => {
    const text = parts.get(part) ?? "";
    const changed = typeof to === "string" ? text.replace(from, () => to) : text.replace(from, to);
    if (changed === text) throw new Error(`The fault did not get into ${part}.`);
    parts.set(part, changed);
  };
}
/** Puts an element behind another of the same part that it has to stand before. */
const behind = (part: string, element: RegExp, other: RegExp): Fault["plant"] => (parts) => {
  const text = parts.get(part) ?? "";
  const found = element.exec(text)?.[0] ?? "";
  parts.set(part, text.replace(found, "").replace(other, (match) => match + found));
};
const without = (part: string): Fault["plant"] => (parts) => { parts.delete(part); };
const added = (name: string, text: string): Fault["plant"] => (parts) => { parts.set(name, text); };
const both = (...plants: readonly Fault["plant"][]): Fault["plant"] => (parts) => { for (const plant of plants) plant(parts); };
/** A cell of the sheet instead of what stands in B1. */
const cell = (xml: string): Fault["plant"] => change(SHEET, /<c r="B1".*?<\/c>/, xml);
const long = (length: number): string => "x".repeat(length);
const custom = (properties: string): Fault["plant"] => both(
  added("docProps/custom.xml", `<Properties xmlns="http://schemas.openxmlformats.org/officeDocument/2006/custom-properties" xmlns:vt="http://schemas.openxmlformats.org/officeDocument/2006/docPropsVTypes">${properties}</Properties>`),
  change(TYPES, "</Types>", '<Override PartName="/docProps/custom.xml" ContentType="application/vnd.openxmlformats-officedocument.custom-properties+xml"/></Types>'),
  change("_rels/.rels", "</Relationships>", '<Relationship Id="rId99" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/custom-properties" Target="docProps/custom.xml"/></Relationships>'),
);
const property = (pid: number, name: string): string => `<property fmtid="{D5CDD505-2E9C-101B-9397-08002B2CF9AE}" pid="${pid}" name="${name}"><vt:lpwstr>x</vt:lpwstr></property>`;
const UID = 'xmlns:xr="http://schemas.microsoft.com/office/spreadsheetml/2014/revision" xr:uid="{00000000-0001-0000-0000-000000000000}"';

const inPackage: readonly Fault[] = [
  { rule: "PKG-1", fault: "no content type for an ending", plant: change(TYPES, /<Default Extension="rels"[^>]*>/, "") },
  { rule: "PKG-1", fault: "a content type without its part", plant: change(TYPES, "</Types>", '<Override PartName="/xl/gone.xml" ContentType="x"/></Types>') },
  { rule: "PKG-2", fault: "a chart under the type of any XML", plant: change(TYPES, /<Override PartName="\/xl\/charts\/chart1.xml"[^>]*>/, "") },
  { rule: "PKG-3", fault: "a relationship that leads nowhere", plant: without(CHART) },
  { rule: "PKG-4", fault: "a relationship's id twice", plant: change("xl/_rels/workbook.xml.rels", 'Id="rId2"', 'Id="rId1"') },
  { rule: "PKG-5", fault: "a part that nothing leads to", plant: added("xl/spare.xml", "<a/>") },
  { rule: "PKG-6", fault: "XML that is none", plant: change(CHART, "</c:chart>", "") },
  { rule: "PKG-6", fault: "a control character as it is", plant: change(TEXTS, "_x0001_", "\u0001") },
  { rule: "PKG-7", fault: "two parts that differ by capitals", plant: added("XL/workbook.xml", "<a/>") },
  { rule: "PKG-8", fault: "a table's relationship that is not there", plant: change(SHEET, /<tablePart r:id="[^"]*"/, '<tablePart r:id="rId77"') },
  { rule: "PKG-8", fault: "a chart's relationship that is not there", plant: change(DRAWING, /r:id="rId1"/, 'r:id="rId77"') },
  { rule: "PKG-9", fault: "an identity on two sheets", plant: both(change("xl/worksheets/sheet1.xml", "<worksheet ", `<worksheet ${UID} `), change("xl/worksheets/sheet4.xml", "<worksheet ", `<worksheet ${UID} `)) },
  { rule: "DOC-1", fault: "a property twice", plant: change(CORE, "</cp:coreProperties>", "<dc:title>Again</dc:title></cp:coreProperties>") },
  { rule: "DOC-1", fault: "a language that is none", plant: change(CORE, "en-GB", "British English") },
  { rule: "DOC-1", fault: "a date that is none", plant: change(CORE, "</cp:coreProperties>", '<dcterms:created xmlns:dcterms="http://purl.org/dc/terms/">30/04/2026</dcterms:created></cp:coreProperties>') },
  { rule: "DOC-2", fault: "a property's number that is taken by the format", plant: custom(property(1, "a")) },
  { rule: "DOC-2", fault: "two properties of one name", plant: custom(property(2, "a") + property(3, "A")) },
];

const inWorkbook: readonly Fault[] = [
  { rule: "WBK-1", fault: "calculation before the sheets", plant: behind(BOOK, /<sheets>.*<\/sheets>/, /<calcPr[^>]*>/) },
  { rule: "WBK-2", fault: "32 characters", plant: change(BOOK, 'name="Figures"', `name="${long(32)}"`) },
  { rule: "WBK-2", fault: "a slash", plant: change(BOOK, 'name="Figures"', 'name="2009/10"') },
  { rule: "WBK-2", fault: "Excel's own word", plant: change(BOOK, 'name="Figures"', 'name="history"') },
  { rule: "WBK-3", fault: "two sheets of one name", plant: change(BOOK, 'name="Page 1"', 'name="figures"') },
  { rule: "WBK-4", fault: "two sheets of one number", plant: change(BOOK, 'sheetId="2"', 'sheetId="1"') },
  { rule: "WBK-5", fault: "no sheet visible", plant: change(BOOK, /<sheet (?![^>]*state=)/g, '<sheet state="hidden" ') },
  { rule: "WBK-6", fault: "a hidden tab open", plant: change(BOOK, 'activeTab="2"', 'activeTab="3"') },
  { rule: "WBK-6", fault: "two tabs selected", plant: change("xl/worksheets/sheet1.xml", "<sheetData", '<sheetViews><sheetView workbookViewId="0" tabSelected="1"/></sheetViews><sheetData') },
  { rule: "WBK-7", fault: "a sheet without a part", plant: change(BOOK, /(<sheet name="Figures"[^>]*)r:id="[^"]*"/, (found) => found.replace(/r:id="[^"]*"/, 'r:id="rId77"')) },
  { rule: "NAM-1", fault: "a name like a cell", plant: change(BOOK, 'name="nmRate"', 'name="AB12"') },
  { rule: "NAM-1", fault: "a name with a blank", plant: change(BOOK, 'name="nmRate"', 'name="nm Rate"') },
  { rule: "NAM-2", fault: "a name twice", plant: change(BOOK, 'name="nmText"', 'name="NMRATE"') },
  { rule: "NAM-3", fault: "a sheet's name without its sheet", plant: change(BOOK, 'localSheetId="2"', 'localSheetId="9"') },
  { rule: "NAM-4", fault: "an equals sign in a name", plant: change(BOOK, ">0.175<", ">=0.175<") },
  { rule: "NAM-5", fault: "a name that leads to a sheet that is gone", plant: change(BOOK, ">0.175<", ">Gone!$A$1<") },
  { rule: "NAM-6", fault: "a print area on another sheet", plant: change(BOOK, "'All features'!$A$1:$H$70", "Figures!$A$1:$H$70") },
  { rule: "NAM-6", fault: "a filter's range in sight", plant: change(BOOK, "</definedNames>", "<definedName name=\"_xlnm._FilterDatabase\" localSheetId=\"0\">Figures!$A$1:$E$5</definedName></definedNames>") },
  { rule: "NAM-7", fault: "a table called like a name", plant: change(TABLE, 'displayName="tblEverything"', 'displayName="NMRATE"') },
  { rule: "STY-1", fault: "fills before fonts", plant: behind(STYLES, /<fonts.*<\/fonts>/, /<\/fills>/) },
  { rule: "STY-2", fault: "a count that is too high", plant: change(STYLES, /<fonts count="\d+"/, '<fonts count="99"') },
  { rule: "STY-3", fault: "a font that is not there", plant: change(STYLES, /(<cellXfs.*?)fontId="\d+"/, (found) => found.replace(/fontId="\d+"$/, 'fontId="99"')) },
  { rule: "STY-4", fault: "a number format that is not declared", plant: change(STYLES, /<numFmt numFmtId="164"/, '<numFmt numFmtId="199"') },
  { rule: "STY-4", fault: "a number format of 256 characters", plant: change(STYLES, /formatCode="[^"]*"/, `formatCode="${"0".repeat(256)}"`) },
  { rule: "STY-5", fault: "a colour as the first fill", plant: change(STYLES, 'patternType="none"', 'patternType="solid"') },
  { rule: "STY-6", fault: "65,500 cell formats", plant: change(STYLES, /<cellXfs count="\d+"/, '<cellXfs count="65500"') },
  { rule: "STY-7", fault: "a style's format that is not there", plant: change(STYLES, /<cellStyle name="Normal" xfId="0"/, '<cellStyle name="Normal" xfId="9"') },
];

const inCells: readonly Fault[] = [
  { rule: "SHT-1", fault: "cells after the protection", plant: behind(SHEET, /<sheetData>.*<\/sheetData>/s, /<sheetProtection[^>]*>/) },
  { rule: "SHT-2", fault: "a cell in the row of another", plant: change(SHEET, 'r="B2"', 'r="A9"') },
  { rule: "SHT-2", fault: "a row below the last", plant: change(SHEET, '<row r="401"', '<row r="1048577"') },
  { rule: "SHT-3", fault: "columns that overlap", plant: change(SHEET, '<col min="8"', '<col min="1"') },
  { rule: "SHT-3", fault: "a column of 300 characters", plant: change(SHEET, /<col min="1" max="1" width="[^"]*"/, '<col min="1" max="1" width="300"') },
  { rule: "SHT-4", fault: "merged areas that overlap", plant: change(SHEET, '<mergeCell ref="C63:C65"/>', '<mergeCell ref="D61:D62"/>') },
  { rule: "SHT-4", fault: "one cell merged", plant: change(SHEET, '<mergeCell ref="C63:C65"/>', '<mergeCell ref="C63"/>') },
  { rule: "SHT-5", fault: "an empty list of links", plant: change(SHEET, /<hyperlinks>.*<\/hyperlinks>/, "<hyperlinks></hyperlinks>") },
  { rule: "SHT-5", fault: "a count of merged areas that is wrong", plant: change(SHEET, '<mergeCells count="2"', '<mergeCells count="3"') },
  { rule: "SHT-6", fault: "a zoom of 500", plant: change(SHEET, 'zoomScale="85"', 'zoomScale="500"') },
  { rule: "SHT-6", fault: "a pane that starts in the frozen rows", plant: change(SHEET, 'topLeftCell="B5"', 'topLeftCell="B2"') },
  { rule: "SHT-7", fault: "a link with nowhere to go", plant: change(SHEET, /<hyperlink ref="B2"[^>]*>/, '<hyperlink ref="B2"/>') },
  { rule: "SHT-8", fault: "a row of 500 points", plant: change(SHEET, 'ht="30"', 'ht="500"') },
  { rule: "SHT-9", fault: "a hash without its salt", plant: change(SHEET, "<sheetProtection ", '<sheetProtection algorithmName="SHA-512" hashValue="abc=" spinCount="100000" ') },
  { rule: "CEL-1", fault: "a cell format that is not there", plant: cell('<c r="B1" s="999"><v>1</v></c>') },
  { rule: "CEL-2", fault: "a shared text that is not there", plant: cell('<c r="B1" t="s"><v>999</v></c>') },
  { rule: "CEL-2", fault: "a table of texts that says too many", plant: change(TEXTS, /uniqueCount="\d+"/, 'uniqueCount="999"') },
  ...["NaN", "Infinity", "007", "1,5", " 1"].map((number): Fault => ({ rule: "CEL-3", fault: `the number ${number}`, plant: cell(`<c r="B1"><v>${number}</v></c>`) })),
  { rule: "CEL-3", fault: "a truth value in words", plant: cell('<c r="B1" t="b"><v>true</v></c>') },
  { rule: "CEL-3", fault: "an error that files do not know", plant: cell('<c r="B1" t="e"><v>#SPILL!</v></c>') },
  { rule: "CEL-3", fault: "a date as Britain writes it", plant: cell('<c r="B1" t="d"><v>30/04/2026</v></c>') },
  { rule: "CEL-4", fault: "a text of 32,768 characters", plant: cell(`<c r="B1" t="inlineStr"><is><t>${long(32_768)}</t></is></c>`) },
  { rule: "CEL-5", fault: "an equals sign in front", plant: cell('<c r="B1"><f>=1+1</f></c>') },
  { rule: "CEL-5", fault: "a formula of 8,193 characters", plant: cell(`<c r="B1"><f>${"1".repeat(8193)}</f></c>`) },
  { rule: "CEL-6", fault: "a blank at the end that is not kept", plant: change(TEXTS, ' xml:space="preserve"', "") },
  { rule: "CEL-7", fault: "the mark of a dynamic array without metadata", plant: change("xl/metadata.xml", /<cellMetadata.*<\/cellMetadata>/, "") },
  { rule: "CEL-8", fault: "an array formula that fills other cells than its own", plant: cell('<c r="B1"><f t="array" ref="C1:C2">1</f></c>') },
  { rule: "CEL-8", fault: "an array formula that reaches into a table", plant: cell('<c r="B1"><f t="array" ref="B1:B41">1</f></c>') },
  { rule: "CEL-9", fault: "a shared formula that no cell spells out", plant: cell('<c r="B1"><f t="shared" si="3"/></c>') },
  { rule: "CEL-10", fault: "a newer function without its prefix", plant: change(SHEET, "_xlfn.IFNA(", "IFNA(") },
];

const onSheets: readonly Fault[] = [
  { rule: "TBL-1", fault: "a column's name that is not its header", plant: change(TABLE, 'name="Share"', 'name="Part"') },
  { rule: "TBL-1", fault: "a number as a header", plant: change(SHEET, /<c r="D41"[^>]*>.*?<\/c>/, '<c r="D41"><v>2009</v></c>') },
  { rule: "TBL-2", fault: "more columns than the table is wide", plant: change(TABLE, ' ref="A41:D45"', ' ref="A41:C45"') },
  { rule: "TBL-3", fault: "two columns that differ by capitals", plant: change(TABLE, 'name="Share"', 'name="GAP [NET]"') },
  { rule: "TBL-4", fault: "two columns of one number", plant: change(TABLE, '<tableColumn id="2"', '<tableColumn id="1"') },
  { rule: "TBL-5", fault: "a filter over the totals", plant: change(TABLE, '<autoFilter ref="A41:D44"', '<autoFilter ref="A41:D45"') },
  { rule: "TBL-6", fault: "a table of number 0", plant: change(TABLE, /<table([^>]*) id="1"/, (found) => found.replace(' id="1"', ' id="0"')) },
  { rule: "TBL-7", fault: "a table called like a cell", plant: change(TABLE, 'displayName="tblEverything"', 'displayName="TBL1"') },
  { rule: "TBL-8", fault: "merged cells in a table", plant: change(SHEET, '<mergeCell ref="C63:C65"/>', '<mergeCell ref="C43:D43"/>') },
  { rule: "TBL-9", fault: "a table of a header and totals", plant: both(change(TABLE, ' ref="A41:D45"', ' ref="A41:D42"'), change(TABLE, 'ref="A41:D44"', 'ref="A41:D41"')) },
  { rule: "TBL-10", fault: "an @ in a calculated column", plant: change(TABLE, "tblEverything[[#This Row],[Two", "tblEverything[@[Two") },
  { rule: "TBL-11", fault: "a total by no function of Excel's", plant: change(TABLE, 'totalsRowFunction="sum"', 'totalsRowFunction="median"') },
  { rule: "TBL-11", fault: "a totals' label that the cell does not say", plant: change(TABLE, 'totalsRowLabel="Total"', 'totalsRowLabel="All"') },
  { rule: "VAL-1", fault: "a validation on no area", plant: change(SHEET, /(<dataValidation [^>]*)sqref="[^"]*"/, (found) => found.replace(/sqref="[^"]*"$/, 'sqref="D0"')) },
  { rule: "VAL-2", fault: "a list without a source", plant: change(SHEET, /<formula1>.*?<\/formula1>/, "") },
  { rule: "VAL-3", fault: "a list of 256 characters", plant: change(SHEET, /<formula1>"Yes.*?<\/formula1>/, `<formula1>"${long(256)}"</formula1>`) },
  { rule: "VAL-4", fault: "a title of 33 characters", plant: change(SHEET, 'promptTitle="How many"', `promptTitle="${long(33)}"`) },
  { rule: "VAL-4", fault: "an alert of 226 characters", plant: change(SHEET, 'error="&lt;none&gt;"', `error="${long(226)}"`) },
  { rule: "CFR-1", fault: "a look that is not there", plant: change(SHEET, /dxfId="\d+"/, 'dxfId="99"') },
  { rule: "CFR-2", fault: "a priority twice", plant: change(SHEET, 'priority="2"', 'priority="1"') },
  { rule: "CFR-2", fault: "a priority of 0", plant: change(SHEET, 'priority="1"', 'priority="0"') },
  { rule: "CFR-3", fault: "a highlight on no area", plant: change(SHEET, /<conditionalFormatting sqref="[^"]*"/, '<conditionalFormatting sqref="E1:"') },
  { rule: "CFR-4", fault: "a colour scale with a colour too few", plant: change(SHEET, /(<colorScale>.*?)<color [^>]*>/, (found) => found.replace(/<color [^>]*>$/, "")) },
  { rule: "CFR-4", fault: "four points for three icons", plant: change(SHEET, "</iconSet>", '<cfvo type="percent" val="90"/></iconSet>') },
  { rule: "CFR-5", fault: "between one value and nothing", plant: change(SHEET, "<formula>2</formula>", "") },
  { rule: "PRT-1", fault: "a footer of 256 characters", plant: change(SHEET, /<oddFooter>.*?<\/oddFooter>/, `<oddFooter>${long(256)}</oddFooter>`) },
  { rule: "PRT-2", fault: "a margin below nothing", plant: change(SHEET, /<pageMargins left="[^"]*"/, '<pageMargins left="-1"') },
  { rule: "PRT-2", fault: "a scale of 5", plant: change(SHEET, "<pageSetup ", '<pageSetup scale="5" ') },
];

const inDrawings: readonly Fault[] = [
  { rule: "DRW-1", fault: "an anchor that ends before it starts", plant: behind(DRAWING, /<xdr:from>.*?<\/xdr:from>/, /<\/xdr:to>/) },
  { rule: "DRW-2", fault: "two shapes of one number", plant: change(DRAWING, 'id="3"', 'id="2"') },
  { rule: "DRW-2", fault: "a shape without a name", plant: change(DRAWING, 'name="ColumnClustered"', 'name=""') },
  { rule: "DRW-3", fault: "an anchor beyond the last column", plant: change(DRAWING, "<xdr:col>7</xdr:col>", "<xdr:col>16384</xdr:col>") },
  { rule: "DRW-3", fault: "a corner between two units", plant: change(DRAWING, "<xdr:colOff>0</xdr:colOff>", "<xdr:colOff>0.5</xdr:colOff>") },
  { rule: "CHT-1", fault: "what is plotted after how it is shown", plant: both(change(CHART, /<c:plotVisOnly[^>]*>/, ""), change(CHART, "<c:plotArea>", '<c:plotVisOnly val="1"/><c:plotArea>')) },
  { rule: "CHT-2", fault: "an axis that is not there", plant: change(CHART, /<c:valAx><c:axId val="\d+"/, '<c:valAx><c:axId val="7"') },
  { rule: "CHT-3", fault: "labels where Excel knows none", plant: change(CHART, '<c:dLblPos val="outEnd"/>', '<c:dLblPos val="t"/>') },
  { rule: "CHT-4", fault: "two series of one place", plant: change(CHART, '<c:idx val="1"/>', '<c:idx val="0"/>') },
  { rule: "CHT-5", fault: "a chart over a sheet that is gone", plant: change(CHART, "Figures!$B$2", "Gone!$B$2") },
  { rule: "CHT-6", fault: "a line before its fill", plant: change(CHART, "<c:spPr><a:solidFill>", "<c:spPr><a:ln/><a:solidFill>") },
  { rule: "CHT-7", fault: "a point beyond the count", plant: change(CHART, /<c:ptCount val="4"\/>/, '<c:ptCount val="2"/>') },
];

export const faults: readonly Fault[] = [...inPackage, ...inWorkbook, ...inCells, ...onSheets, ...inDrawings];
