/** Cell styles by name, through the real library; what cells that have them show, and what the file says. */
import { openXlsx } from "../../../src/host/file/open-xlsx";
import { saveXlsx } from "../../../src/host/file/save-xlsx";
import { Workbook } from "../../../src/host/workbook/workbook";
import { openXmlProblems } from "../../support/open-xml";
import { fileOf, partText } from "../file/opened";
import { openOfficePage, type OfficePage } from "./office-page";

let page: OfficePage;
beforeEach(async () => { page = await openOfficePage(); });
afterEach(() => {
  page.close();
  expect(page.problems).toEqual([]);
});

const does = (work: string): Promise<unknown> => page.run(`const { styles } = context.workbook; const sheet = context.workbook.worksheets.getItem("Sheet1"); ${work}; await context.sync(); return "done";`);
/** Of cells: style, fill, font colour, number format, orientation. */
const seen = (address: string): Promise<unknown> => page.run(`
  const range = context.workbook.worksheets.getItem("Sheet1").getRange("${address}").load("style,numberFormat,format/fill/color,format/font/color,format/textOrientation"); await context.sync();
  return [range.style, range.format.fill.color, range.format.font.color, range.numberFormat[0][0], range.format.textOrientation];
`);
/** A style for figures that are under query. */
const MADE = 'styles.add("Under query"); const made = styles.getItem("Under query"); made.fill.color = "#FFF2CC"; made.numberFormat = "0.0"; made.textOrientation = 38; made.borders.getItem("EdgeBottom").style = "Double"';

describe("a style of the workbook's own", () => {
  it("is made like Normal, changed, and given to cells", async () => {
    expect(await does(`${MADE}; sheet.getRange("A1").values = [[5]]; sheet.getRange("A1").style = "Under query"`)).toBe("done");
    expect(await seen("A1")).toEqual(["Under query", "#FFF2CC", "#000000", "0.0", 38]);
    expect(await page.run(`
      const made = context.workbook.styles.getItem("under QUERY").load("name,builtIn,includeFont,includePatterns,horizontalAlignment,locked"); const edge = made.borders.getItem("EdgeBottom").load("style");
      await context.sync(); return [made.name, made.builtIn, made.includeFont, made.includePatterns, made.horizontalAlignment, made.locked, edge.style];
    `)).toEqual(["Under query", false, true, true, "General", true, "Double"]);
  });

  it("is followed by the cells that have it, but for what was set on them", async () => {
    await does(`${MADE}; sheet.getRange("A1:A2").style = "Under query"; sheet.getRange("A2").format.fill.color = "#00FF00"`);
    await does('const made = styles.getItem("Under query"); made.fill.color = "#FF0000"; made.font.color = "#0000FF"');
    expect(await seen("A1")).toEqual(["Under query", "#FF0000", "#0000FF", "0.0", 38]);
    expect(await seen("A2")).toEqual(["Under query", "#00FF00", "#0000FF", "0.0", 38]);
  });

  it("leaves alone what it does not include", async () => {
    await does(`${MADE}; made.includeNumber = false; made.includePatterns = false; sheet.getRange("A1").numberFormat = "0%"; sheet.getRange("A1").format.fill.color = "#00FF00"; sheet.getRange("A1").style = "Under query"`);
    expect(await seen("A1")).toEqual(["Under query", "#00FF00", "#000000", "0%", 38]);
  });

  it("takes its look along when it is deleted; the cells are Normal again", async () => {
    await does(`${MADE}; sheet.getRange("A1").style = "Under query"; sheet.getRange("A1").format.font.color = "#FF0000"`);
    await does('styles.getItem("Under query").delete()');
    expect(await seen("A1")).toEqual(["Normal", "#FFFFFF", "#FF0000", "General", 0]);
    expect(await page.run('const gone = context.workbook.styles.getItemOrNullObject("Under query"); await context.sync(); return gone.isNullObject;')).toBe(true);
  });

  it("is listed after Excel's own", async () => {
    await does(MADE);
    const names = await page.run('const { styles } = context.workbook; styles.load("items/name"); await context.sync(); return styles.items.map(({ name }) => name);') as readonly string[];
    expect([names[0], names.includes("Heading 1"), names.at(-1)]).toEqual(["Normal", true, "Under query"]);
  });
});

it("a style of Excel's own is found by Office.js's word, and changes for all its cells", async () => {
  await does('sheet.getRange("A1").style = Excel.BuiltInStyle.heading1; styles.getItem("Heading1").font.color = "#FF0000"');
  expect((await seen("A1") as readonly unknown[]).slice(0, 3)).toEqual(["Heading 1", "#FFFFFF", "#FF0000"]);
});

it.each([
  { what: "a name that is taken", work: 'styles.add("good")', code: "ItemAlreadyExists" },
  { what: "no name", work: 'styles.add(" ")', code: "InvalidArgument" },
  { what: "a style that is not there", work: 'styles.getItem("Under query").load("name")', code: "ItemNotFound" },
  { what: "a cell given a style that is not there", work: 'sheet.getRange("A1").style = "Under query"', code: "InvalidArgument" },
  { what: "Normal changed", work: 'styles.getItem("Normal").font.bold = true', code: "ApiNotFound" },
  { what: "one of Excel's own deleted", work: 'styles.getItem("Good").delete()', code: "ApiNotFound" },
  { what: "a style changed where a sheet is protected", work: 'styles.add("New"); sheet.protection.protect({ allowFormatCells: true }); styles.getItem("New").font.bold = true', code: "AccessDenied" },
])("$what is refused", async ({ work, code }) => {
  expect(await does(work)).toMatchObject({ refused: code });
});

describe("in the file", () => {
  const MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
  /** A cell of the style "Under query", and one of Excel's "Good". */
  const twoStyles = fileOf({
    "xl/_rels/workbook.xml.rels": '<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="rId1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/worksheet" Target="worksheets/sheet1.xml"/><Relationship Id="rId3" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/styles" Target="styles.xml"/></Relationships>',
    "[Content_Types].xml": '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/><Override PartName="/xl/workbook.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml"/><Override PartName="/xl/worksheets/sheet1.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.worksheet+xml"/><Override PartName="/xl/styles.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.styles+xml"/></Types>',
    "xl/styles.xml": `<styleSheet xmlns="${MAIN}"><fonts count="1"><font><sz val="11"/><name val="Calibri"/></font></fonts><fills count="4"><fill><patternFill patternType="none"/></fill><fill><patternFill patternType="gray125"/></fill><fill><patternFill patternType="solid"><fgColor rgb="FFFFF2CC"/></patternFill></fill><fill><patternFill patternType="solid"><fgColor rgb="FFC6EFCE"/></patternFill></fill></fills><borders count="1"><border/></borders><cellStyleXfs count="3"><xf numFmtId="0" fontId="0" fillId="0" borderId="0"/><xf numFmtId="0" fontId="0" fillId="2" borderId="0" applyNumberFormat="0"/><xf numFmtId="0" fontId="0" fillId="3" borderId="0" applyNumberFormat="0"/></cellStyleXfs><cellXfs count="3"><xf numFmtId="0" fontId="0" fillId="0" borderId="0" xfId="0"/><xf numFmtId="0" fontId="0" fillId="2" borderId="0" xfId="1"/><xf numFmtId="0" fontId="0" fillId="3" borderId="0" xfId="2"/></cellXfs><cellStyles count="3"><cellStyle name="Normal" xfId="0" builtinId="0"/><cellStyle name="Under query" xfId="1"/><cellStyle name="Good" xfId="2" builtinId="26"/></cellStyles></styleSheet>`,
    "xl/worksheets/sheet1.xml": `<worksheet xmlns="${MAIN}"><sheetData><row r="1"><c r="A1" s="1"><v>1</v></c><c r="B1" s="2"><v>2</v></c></row></sheetData></worksheet>`,
  });
  const stylesPart = (bytes: Uint8Array): string => partText(bytes, "xl/styles.xml");
  const onFile = async (work: string): Promise<Uint8Array> => {
    const file = openXlsx(twoStyles, "Two.xlsx");
    const own = await openOfficePage({ workbook: file.workbook });
    await own.run(`const { styles } = context.workbook; ${work}; await context.sync();`);
    own.close();
    expect(own.problems).toEqual([]);
    return saveXlsx(file);
  };

  it("a new style is written with its name, and what a cell has from it is not marked as the cell's own", async () => {
    await does(`${MADE}; sheet.getRange("A1").values = [[5]]; sheet.getRange("A1:B1").style = "Under query"; sheet.getRange("B1").format.fill.color = "#00FF00"`);
    const saved = saveXlsx(page.workbook);
    const xml = stylesPart(saved);
    expect(/<cellStyles.*<\/cellStyles>/.exec(xml)?.[0]).toContain('<cellStyle name="Under query" xfId="1"/>');
    expect(xml.match(/<xf [^>]*xfId="1"[^>]*>/g)).toEqual([
      expect.not.stringContaining("apply"), expect.stringMatching(/applyFill="1"/),
    ]);
    const again = openXlsx(saved, "Again.xlsx").workbook;
    expect(again.cellStyles.get("under query")).toEqual(page.workbook.cellStyles.get("under query"));
    const problems = await openXmlProblems(new Map([["styles", saved]]), ["Microsoft365"]);
    expect(problems.get("styles")).toEqual([]);
  }, 180_000);

  it("a style that changed is written over; all else of the part stays", async () => {
    const before = stylesPart(twoStyles);
    const after = stylesPart(await onFile('styles.getItem("Under query").includeProtection = false'));
    expect(after).toBe(before.replace('fillId="2" borderId="0" applyNumberFormat="0"/>', 'fillId="2" borderId="0" applyNumberFormat="0" applyProtection="0"/>'));
  });

  it("a style that was deleted is gone, and its cells are Normal", async () => {
    const saved = await onFile('styles.getItem("Under query").delete()');
    expect(/<cellStyles.*<\/cellStyles>/.exec(stylesPart(saved))?.[0]).toBe('<cellStyles count="2"><cellStyle name="Normal" xfId="0" builtinId="0"/><cellStyle name="Good" xfId="2" builtinId="26"/></cellStyles>');
    const { workbook } = openXlsx(saved, "Again.xlsx");
    expect([0, 1].map((column) => { const { named, fill } = workbook.styles.at(workbook.active.cell(0, column).style); return [named, fill]; })).toEqual([["Normal", null], ["Good", "#C6EFCE"]]);
  });

  it("nothing is written where nothing changed", () => {
    const file = openXlsx(twoStyles, "Two.xlsx");
    expect(stylesPart(saveXlsx(file))).toBe(stylesPart(twoStyles));
  });
});

it("a sheet that is inserted brings its styles", async () => {
  const other = new Workbook("Other.xlsx");
  other.addSheet("Their sheet");
  const theirs = await openOfficePage({ workbook: other });
  await theirs.run(`const { styles } = context.workbook; const sheet = context.workbook.worksheets.getItem("Their sheet"); ${MADE}; sheet.getRange("A1").values = [[5]]; sheet.getRange("A1").style = "Under query"; await context.sync();`);
  theirs.close();
  const bytes = Buffer.from(saveXlsx(other)).toString("base64");
  await page.run(`context.workbook.insertWorksheetsFromBase64("${bytes}"); await context.sync();`);
  expect(page.workbook.cellStyles.get("under query")?.look.fill).toBe("#FFF2CC");
});
