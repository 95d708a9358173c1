/** What a person can take back while an add-in and co-authors write too: through the unmodified Office.js and a person's hand. */
import { insertCells } from "../../../src/host/calc/structure";
import { renameSheet } from "../../../src/host/calc/shift-formula";
import { typeInto } from "../../../src/host/entry";
import { declaredClasses } from "../../../src/host/objects/definition";
import { platformRules, profiles, type Profile } from "../../../src/host/objects/profile";
import { Hand } from "../../../src/host/view/hand";
import { selectPlace } from "../../../src/host/view/moves";
import { area } from "../../../src/host/workbook/area";
import type { Sheet } from "../../../src/host/workbook/sheet";
import type { Workbook } from "../../../src/host/workbook/workbook";
import { openOfficePage, type OfficePage } from "../objects/office-page";

let page: OfficePage;
let hand: Hand;
const open = async (profile: Profile, fill?: (workbook: Workbook) => void): Promise<void> => {
  page = await openOfficePage({ profile, ...(fill === undefined ? {} : { fill }) });
  hand = new Hand(page.host.session, (isEditing) => { page.host.cellEditing = isEditing; });
};
afterEach(() => {
  hand.close();
  page.close();
  expect(page.problems).toEqual([]);
});

const sheet = (name = "Sheet1"): Sheet => {
  const found = page.workbook.sheetByName(name);
  if (found === null) throw new Error(`There is no ${name}.`);
  return found;
};
/** Types into a cell of column A of the sheet that shows, and presses Enter. */
function type(row: number, text: string): void {
  hand.select(selectPlace(hand.sheet, { row, column: 0 }));
  hand.begin("enter", "");
  hand.retype(text);
  expect(hand.commit()).toBe(true);
}
const column = (rows: number, name = "Sheet1"): readonly unknown[] => Array.from({ length: rows }, (_value, row) => sheet(name).cell(row, 0).value);
const formulas = (rows: number, name = "Sheet1"): readonly unknown[] => Array.from({ length: rows }, (_value, row) => sheet(name).cell(row, 0).formula);
const inSheet = (body: string): Promise<unknown> => page.run(`const sheet = context.workbook.worksheets.getItem("Sheet1"); ${body}; await context.sync(); return "done";`);

const plain = (value: unknown): unknown => (value instanceof Map ? [...value] as unknown : value);
const features = ["visibility", "tabColour", "gridlines", "headings", "frozen", "standardWidth", "columns", "rows", "merges", "tables", "autoFilter", "validations", "conditionalFormats", "hyperlinks", "charts", "comments", "pageSetup", "pageBreaks", "properties"] as const;
/** All that a history is about. */
const state = (): unknown => JSON.parse(JSON.stringify({
  sheets: page.workbook.sheets.map((one) => ({
    name: one.name, cells: [...one.entries()].sort(([a, b], [c, d]) => a - c || b - d), features: features.map((feature) => [feature, plain(one.get(feature))]),
  })),
  names: page.workbook.names, properties: page.workbook.properties, custom: [...page.workbook.customProperties], calculation: page.workbook.calculation,
})) as unknown;

describe("what an add-in writes, in an Excel that has undo for it,", () => {
  it.each([profiles.web, profiles["microsoft-365"], profiles.mac])("is taken back and done again by the person, in turn with what they typed ($title)", async (profile) => {
    await open(profile);
    type(0, "1");
    await inSheet(`sheet.getRange("A1:A2").values = [[10], [20]]; sheet.getRange("A3").formulas = [["=A1+A2"]]`);
    type(3, "4");
    expect(column(4)).toEqual([10, 20, 30, 4]);
    hand.undo();
    hand.undo();
    expect([column(4), hand.canUndo, hand.canRedo]).toEqual([[1, null, null, null], true, true]);
    hand.undo();
    expect([column(4), hand.canUndo]).toEqual([[null, null, null, null], false]);
    hand.redo(); hand.redo(); hand.redo();
    expect([column(4), hand.canRedo]).toEqual([[10, 20, 30, 4], false]);
  });

  it("is one step for each sync, however many calls it makes", async () => {
    await open(profiles.web);
    await inSheet(`sheet.getRange("A1").values = [[1]]; sheet.getRange("A2").values = [[2]]; await context.sync(); sheet.getRange("A3").values = [[3]]`);
    hand.undo();
    expect(column(3)).toEqual([1, 2, null]);
    hand.undo();
    expect([column(3), hand.canUndo]).toEqual([[null, null, null], false]);
  });

  it("takes away what could be done again, as any new work does", async () => {
    await open(profiles.web);
    type(0, "1");
    hand.undo();
    await inSheet(`sheet.getRange("A2").values = [[2]]`);
    expect([hand.canUndo, hand.canRedo]).toEqual([true, false]);
  });

  it("is no step where it only read, selected or changed nothing", async () => {
    await open(profiles.web);
    type(0, "1");
    await inSheet(`sheet.getRange("A1").load("values"); sheet.activate(); sheet.getRange("C3").select()`);
    hand.undo();
    expect(column(1)).toEqual([null]);
  });

  it("is taken back as far as it went, where a call of it was refused", async () => {
    await open(profiles.web);
    type(0, "1");
    expect(await inSheet(`sheet.getRange("A1").values = [[5]]; sheet.getRange("nowhere at all").values = [[6]]`)).toMatchObject({ refused: expect.any(String) });
    expect(column(1)).toEqual([5]);
    hand.undo();
    expect(column(1)).toEqual([1]);
  });

  it("is told of by the events of a change when it is taken back, with those of rows that go again", async () => {
    await open(profiles.web);
    await inSheet(`sheet.getRange("A1:A2").values = [[1], [2]]`);
    await inSheet(`sheet.getRange("2:2").insert("Down")`);
    await page.script(`window.heard = []; return Excel.run(async (context) => { context.workbook.worksheets.onChanged.add(async (event) => { window.heard.push([event.changeType, event.address, event.source]); }); await context.sync(); });`);
    hand.undo();
    hand.undo();
    expect(await page.script("return new Promise((resolve) => setTimeout(() => resolve(window.heard), 30));")).toEqual(
      [["RowDeleted", "2:2", "Local"], ["RangeEdited", "A2:A3", "Local"], ["RangeEdited", "A1:A2", "Local"]],
    );
    expect(column(3)).toEqual([null, null, null]);
  });

  it("leaves a range that the add-in holds on its cells, when rows come and go again", async () => {
    await open(profiles.web);
    await inSheet(`sheet.getRange("A2").values = [["here"]]`);
    await page.script(`window.held = null; return Excel.run(async (context) => { window.held = context.workbook.worksheets.getItem("Sheet1").getRange("A2"); window.held.track(); await context.sync(); });`);
    await inSheet(`sheet.getRange("1:1").insert("Down")`);
    hand.undo();
    expect(await page.script(`window.held.load("values,address"); await window.held.context.sync(); return [window.held.address, window.held.values];`)).toEqual(["Sheet1!A2", [["here"]]]);
  });
});

describe("in an Excel from before undo for add-ins", () => {
  it.each([profiles["excel-2021"], profiles["excel-2024"]])("the history is lost when an add-in changes something, and stays when it only looks ($title)", async (profile) => {
    await open(profile);
    type(0, "1");
    await inSheet(`sheet.getRange("A1").load("values"); sheet.getRange("B1").select()`);
    expect(hand.canUndo).toBe(true);
    await inSheet(`sheet.getRange("A2").values = [[2]]`);
    expect([hand.canUndo, hand.canRedo, column(2)]).toEqual([false, false, [1, 2]]);
  });
});

describe("the library's mergeUndoGroup", () => {
  it("does not leave the page in this Office.js: nothing on the wire tells the host of it, and each sync stays a step", async () => {
    await open(profiles.web);
    await page.script(`return Excel.run({ mergeUndoGroup: true }, async (context) => {
      const sheet = context.workbook.worksheets.getItem("Sheet1");
      sheet.getRange("A1").values = [[1]]; await context.sync(); sheet.getRange("A2").values = [[2]]; await context.sync();
    });`);
    hand.undo();
    expect([column(2), hand.canUndo]).toEqual([[1, null], true]);
  });
});

const onAll = Object.values(profiles).filter(({ api }) => api === "1.21");
/** A call of each member that empties the history in some Excel, as far as the host has the member. */
const emptying: Readonly<Record<string, string>> = {
  "DocumentProperties.author =": `context.workbook.properties.author = "N"`, "DocumentProperties.category =": `context.workbook.properties.category = "N"`,
  "DocumentProperties.comments =": `context.workbook.properties.comments = "N"`, "DocumentProperties.company =": `context.workbook.properties.company = "N"`,
  "DocumentProperties.keywords =": `context.workbook.properties.keywords = "N"`, "DocumentProperties.manager =": `context.workbook.properties.manager = "N"`,
  "DocumentProperties.revisionNumber =": `context.workbook.properties.revisionNumber = 3`, "DocumentProperties.subject =": `context.workbook.properties.subject = "N"`,
  "DocumentProperties.title =": `context.workbook.properties.title = "N"`, "NamedItem.comment =": `context.workbook.names.getItem("Rate").comment = "Yearly"`,
  "Workbook.insertWorksheetsFromBase64": `context.workbook.insertWorksheetsFromBase64(window.file)`,
  "WorkbookProtection.protect": `context.workbook.protection.protect()`, "WorkbookProtection.unprotect": `context.workbook.protection.unprotect()`,
  "Worksheet.copy": `sheet.copy()`, "Worksheet.delete": `context.workbook.worksheets.getItem("Other").delete()`, "Worksheet.name =": `sheet.name = "Mine"`,
  "Worksheet.position =": `sheet.position = 1`, "Worksheet.standardWidth =": `sheet.standardWidth = 20`,
  "Worksheet.visibility =": `context.workbook.worksheets.getItem("Other").visibility = "Hidden"`,
  "WorksheetProtection.protect": `sheet.protection.protect()`, "WorksheetProtection.unprotect": `sheet.protection.unprotect()`,
};
const mayEmpty = [...new Set(onAll.flatMap(({ platform }) => [...platformRules[platform].clearsUndo]))];
const built = new Set(declaredClasses.flatMap(({ name, sheet: members }) => members().map((member) => `${name}.${member.name}${member.kind === "property" ? " =" : ""}`)));

const two = (workbook: Workbook): void => {
  const other = workbook.addSheet("Other");
  other.write(area(0, 0), "api", "content", (cell) => ({ ...cell, formula: "Sheet1!A1*2" }));
  workbook.setNames([{ name: "Rate", scope: null, formula: "Sheet1!$B$9", comment: "", visible: true }]);
};

describe("a call that Microsoft lists as without undo", () => {
  it("is tried below, each that the host has but those that save or close the workbook", () => {
    expect(mayEmpty.filter((member) => built.has(member) && !(member in emptying)).sort()).toEqual(["Workbook.close", "Workbook.save"]);
  });

  const cases = onAll.flatMap((profile) => Object.entries(emptying).map(([member, call]) => ({ profile, member, call, empties: platformRules[profile.platform].clearsUndo.has(member) })));
  it.each(cases)("$member in $profile.title empties the history: $empties", async ({ profile, call, empties }) => {
    await open(profile, two);
    if (call.includes("window.file")) await page.script(`window.file = ${JSON.stringify(Buffer.from(page.host.session.around.fileBytes()).toString("base64"))};`);
    type(0, "1");
    const before = state();
    expect(await inSheet(call)).toBe("done");
    const after = state();
    expect(hand.canUndo).toBe(!empties);
    if (empties) return;
    hand.undo();
    expect(state()).toEqual(before);
    hand.redo();
    expect(state()).toEqual(after);
  });

  it("lets go of what its own request did before it, and keeps what came after", async () => {
    await open(profiles.web, two);
    type(0, "1");
    await inSheet(`sheet.getRange("A2").values = [[2]]; context.workbook.worksheets.getItem("Other").delete(); sheet.getRange("A3").values = [[3]]`);
    hand.undo();
    expect([column(3), hand.canUndo]).toEqual([[1, 2, null], false]);
  });
});

describe("any other call is a step that puts back all it changed", () => {
  it.each([
    [`values`, `sheet.getRange("A1:B2").values = [[5, 6], [7, 8]]`],
    [`a formula that spills`, `sheet.getRange("C1").formulas = [["=A1:A3*2"]]`],
    [`formats`, `const cells = sheet.getRange("A1:B2"); cells.format.fill.color = "#FFFF00"; cells.format.font.bold = true; cells.numberFormat = [["0.0", "0.0"], ["0.0", "0.0"]]; cells.format.borders.getItem("EdgeTop").style = "Continuous"`],
    [`a table`, `sheet.getRange("A4:B5").values = [["Post", "Count"], ["Nurse", 1]]; const table = sheet.tables.add("A4:B5", true); table.rows.add(null, [["Doctor", 2]])`],
    [`rows put in and taken out`, `sheet.getRange("1:1").insert("Down"); sheet.getRange("3:3").delete("Up")`],
    [`cells merged and a link`, `sheet.getRange("D1:E1").merge(); sheet.getRange("F1").hyperlink = { address: "https://example.org/", textToDisplay: "there" }`],
    [`rules`, `sheet.getRange("A1").dataValidation.rule = { wholeNumber: { formula1: 1, formula2: 5, operator: "Between" } }; const rule = sheet.getRange("A1").conditionalFormats.add("Custom"); rule.custom.rule.formula = "=A1>1"; rule.custom.format.fill.color = "#FF0000"`],
    [`a chart`, `sheet.getRange("A8:A9").values = [[1], [2]]; sheet.charts.add("ColumnClustered", sheet.getRange("A8:A9"))`],
    [`a sheet that is filled`, `const made = context.workbook.worksheets.add("Made"); made.getRange("A1").formulas = [["=Sheet1!A1+Other!A1"]]; made.names.add("Own", made.getRange("A1")); made.tabColor = "#00FF00"`],
    [`names`, `context.workbook.names.add("Total", sheet.getRange("A1")); context.workbook.names.getItem("Rate").delete()`],
    [`sorting`, `sheet.getRange("A1:A2").values = [[9], [3]]; sheet.getRange("A1:A2").sort.apply([{ key: 0, ascending: true }])`],
    [`print set-up and panes`, `sheet.pageLayout.orientation = "Landscape"; sheet.freezePanes.freezeRows(1); sheet.showGridlines = false`],
    [`widths and hidden rows`, `sheet.getRange("A:A").format.columnWidth = 200; sheet.getRange("3:3").rowHidden = true`],
    [`custom properties`, `context.workbook.properties.custom.add("Kept", "yes"); sheet.customProperties.add("own", "1")`],
    [`when it calculates`, `context.workbook.application.calculationMode = "Manual"`],
    [`a comment`, `context.workbook.comments.add("Sheet1!B2", "Look")`],
  ])("%s", async (_what, call) => {
    await open(profiles.web, two);
    type(0, "1");
    const before = state();
    expect(await inSheet(call)).toBe("done");
    const after = state();
    expect(after).not.toEqual(before);
    hand.undo();
    expect(state()).toEqual(before);
    hand.redo();
    expect(state()).toEqual(after);
    hand.undo();
    hand.undo();
    expect(column(1)).toEqual([null]);
  });

  it("but the add-in's own stores of text, which Excel keeps out of the history and which leave it as it is", async () => {
    await open(profiles.web);
    type(0, "1");
    await inSheet(`context.workbook.settings.add("mine", 5); context.workbook.customXmlParts.add("<a xmlns='urn:a'/>")`);
    hand.undo();
    expect([column(1), page.workbook.settings.get("mine"), page.workbook.customXml.length]).toEqual([[null], "5", 1]);
  });

  it("but the document's older calls, which have no undo and empty it", async () => {
    await open(profiles.web);
    type(0, "1");
    await page.script(`return new Promise((resolve) => Office.context.document.setSelectedDataAsync([["x"]], (result) => resolve(result.status)));`);
    expect(hand.canUndo).toBe(false);
  });
});

describe("a co-author's change", () => {
  const remote = (row: number, value: string | number): void => { typeInto(page.host.session, sheet(), row, 0, [[value]], "remote"); };

  it("elsewhere leaves the person their history, and is not taken back with it", async () => {
    await open(profiles.web);
    type(0, "1");
    await inSheet(`sheet.getRange("A2").values = [[2]]`);
    remote(4, "theirs");
    hand.undo(); hand.undo();
    expect([column(5), hand.canUndo]).toEqual([[null, null, null, null, "theirs"], false]);
    hand.redo();
    expect(column(5)).toEqual([1, null, null, null, "theirs"]);
  });

  it("of a cell stands: the step that would overwrite it is gone, with those that it stood on, and others stay", async () => {
    await open(profiles.web);
    type(2, "first");
    type(0, "1");
    await inSheet(`sheet.getRange("A1:A2").values = [[10], [20]]`);
    type(3, "last");
    remote(1, "theirs");
    hand.undo();
    expect(column(4)).toEqual([10, "theirs", "first", null]);
    hand.undo();
    expect([column(4), hand.canUndo]).toEqual([[10, "theirs", null, null], false]);
  });

  it("of a cell takes from what can be done again, too", async () => {
    await open(profiles.web);
    type(0, "1"); type(1, "2");
    hand.undo(); hand.undo();
    remote(0, "theirs");
    hand.redo();
    expect([column(2), hand.canRedo]).toEqual([["theirs", 2], false]);
  });

  it("of rows leaves no step that would come to the wrong row, nor one whose formula meant other cells", async () => {
    await open(profiles.web, two);
    type(1, "here");
    hand.activate(sheet("Other"));
    type(0, "5");
    type(1, "plain");
    insertCells(page.workbook, sheet(), area(0, 0, 1, 16_384), "down", "remote");
    hand.undo();
    expect([column(2, "Other"), formulas(1, "Other"), column(3), hand.canUndo]).toEqual([[5, null], [null], [null, null, "here"], false]);
  });

  it("of a sheet's name leaves no step whose formula says the old one", async () => {
    await open(profiles.web, two);
    hand.activate(sheet("Other"));
    type(0, "5");
    page.workbook.renameSheet(sheet(), "Theirs", "remote");
    renameSheet(page.workbook, "Sheet1", "Theirs", "remote");
    expect([hand.canUndo, column(1, "Other")]).toEqual([false, [5]]);
  });

  it("of a feature leaves no step that would put back the feature as it was before", async () => {
    await open(profiles.web);
    await inSheet(`sheet.getRange("A1:B1").merge()`);
    sheet().set("merges", [...sheet().get("merges"), area(4, 0, 1, 2)], "remote");
    expect([hand.canUndo, sheet().get("merges").length]).toEqual([false, 2]);
  });
});

describe("a long history", () => {
  it("keeps the latest hundred steps, as Excel does", async () => {
    await open(profiles.web);
    for (let row = 0; row < 103; row++) type(row, String(row));
    let steps = 0;
    for (; hand.canUndo; steps++) hand.undo();
    expect([steps, column(4)]).toEqual([100, [0, 1, 2, null]]);
  });
});
