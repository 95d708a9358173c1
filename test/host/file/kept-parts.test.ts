/** What nobody changed in an opened workbook is saved byte for byte, whatever it is. */
import { featuresOf } from "../../../src/host/file/opened-file";
import { openXlsx } from "../../../src/host/file/open-xlsx";
import { saveXlsx } from "../../../src/host/file/save-xlsx";
import { fixture, opened, partChanges, partText, put, sheetNamed, trustFile } from "./opened";

const nothing = { changed: [], gone: [], added: [] };

describe("a workbook that is opened and saved", () => {
  it.each([
    { file: trustFile, because: "tables, notes, charts, sparklines and print set-up are in it" },
    { file: fixture("name-clashes.xlsx"), because: "its names are those of our template" },
    { file: fixture("locked-structure.xlsx"), because: "its structure is locked" },
  ])("has every part as it was ($because)", ({ file }) => {
    const { bytes, file: book } = opened(file);
    expect(partChanges(bytes, saveXlsx(book))).toEqual(nothing);
  });

  it("has every part as it was when changes were taken back", () => {
    const { bytes, file } = opened(trustFile);
    const sheet = sheetNamed(file, "Vacancies");
    const undo = file.workbook.record(() => {
      sheet.write({ top: 3, left: 0, bottom: 5, right: 2 }, "typed", "content", (cell) => ({ ...cell, value: "gone" }));
      sheet.set("merges", [{ top: 0, left: 0, bottom: 1, right: 1 }]);
    });
    undo();
    expect(partChanges(bytes, saveXlsx(file))).toEqual(nothing);
  });

  it("is the same model when it is opened again", () => {
    const { file } = opened(trustFile);
    const again = openXlsx(saveXlsx(file), "trust-workforce.xlsx");
    const model = ({ workbook }: typeof file): unknown => ({ names: workbook.names, properties: workbook.properties, sheets: workbook.sheets.map((sheet) => ({ name: sheet.name, features: featuresOf(sheet), cells: [...sheet.entries()] })) });
    expect(model(again)).toEqual(model(file));
  });
});

describe("one changed cell", () => {
  it.each([
    { what: "a number", change: { value: 17 }, changed: ["xl/worksheets/sheet3.xml"], gone: [] },
    { what: "a text that the workbook has already", change: { value: "Vacancies" }, changed: ["xl/worksheets/sheet3.xml"], gone: [] },
    { what: "a new text", change: { value: "Nobody wrote this" }, changed: ["xl/sharedStrings.xml", "xl/worksheets/sheet3.xml"], gone: [] },
    { what: "a formula", change: { value: 3, formula: "1+2" }, changed: ["[Content_Types].xml", "xl/_rels/workbook.xml.rels", "xl/worksheets/sheet3.xml"], gone: ["xl/calcChain.xml"] },
  ])("$what: only the sheet's part and what has to follow it", ({ change, changed, gone }) => {
    const { bytes, file } = opened(trustFile);
    put(sheetNamed(file, "Vacancies"), "N40", change);
    expect(partChanges(bytes, saveXlsx(file))).toEqual({ changed, gone, added: [] });
  });

  it("leaves every other character of the sheet's part alone", () => {
    const { bytes, file } = opened(trustFile);
    put(sheetNamed(file, "Vacancies"), "E4", { value: 17 });
    const [before = "", after = ""] = [bytes, saveXlsx(file)].map((all) => partText(all, "xl/worksheets/sheet3.xml"));
    expect(before).toContain('<c r="E4" s="5" t="s"><v>220</v></c>');
    expect(after === before.replace('<c r="E4" s="5" t="s"><v>220</v></c>', '<c r="E4" s="5"><v>17</v></c>')).toBe(true);
  });

  it("a format is added after the workbook's own, whose numbers stay", () => {
    const { bytes, file } = opened(trustFile);
    const { styles } = file.workbook;
    const sheet = sheetNamed(file, "Vacancies");
    const before = styles.at(sheet.cell(4, 0).style);
    put(sheet, "A5", { style: styles.intern({ ...before, font: { ...before.font, bold: true }, fill: "#FFF2CC", numberFormat: '0.0" wte"' }) });
    const saved = saveXlsx(file);
    expect(partChanges(bytes, saved)).toEqual({ changed: ["xl/styles.xml", "xl/worksheets/sheet3.xml"], gone: [], added: [] });
    const formats = (all: Uint8Array): readonly string[] => [...(/<cellXfs[\s\S]*<\/cellXfs>/.exec(partText(all, "xl/styles.xml"))?.[0] ?? "").matchAll(/<xf [^>]*?(?:\/>|>.*?<\/xf>)/g)].map(([xf]) => xf);
    expect(formats(saved).slice(0, -1)).toEqual(formats(bytes));
    const again = openXlsx(saved, "again.xlsx");
    const cell = sheetNamed(again, "Vacancies").cell(4, 0);
    expect(again.workbook.styles.at(cell.style)).toEqual({ ...before, font: { ...before.font, bold: true }, fill: "#FFF2CC", numberFormat: '0.0" wte"' });
    expect(cell.style).toBe(formats(bytes).length);
  });
});
