/** Sheets that come, go, move and change their names, with the names that belong to them. */
import { openXlsx } from "../../../src/host/file/open-xlsx";
import { Draft } from "../../../src/host/file/package/draft";
import { saveXlsx } from "../../../src/host/file/save-xlsx";
import type { Workbook } from "../../../src/host/workbook/workbook";
import { Workbook as NewWorkbook } from "../../../src/host/workbook/workbook";
import { fileOf, opened, partChanges, partNames, partText, put, sheetNamed, trustFile } from "./opened";

/** Names with the sheet they belong to, in words. */
const namesOf = (workbook: Workbook): readonly string[] => workbook.names.map(({ name, scope, formula, visible }) => `${scope === null ? "" : `${workbook.sheetById(scope)?.name ?? "?"}!`}${name}=${formula}${visible ? "" : " (hidden)"}`).sort();
const tabs = (workbook: Workbook): readonly string[] => workbook.sheets.map(({ name }) => name);

describe("sheets of an opened workbook", () => {
  it("a new one in front: names still belong to their sheets, the open tab stays open", () => {
    const { bytes, file } = opened(trustFile);
    const { workbook } = file;
    const own = workbook.addSheet("Cover", "api", 0);
    put(own, "A1", { value: "Talent plan" });
    workbook.setNames([...workbook.names, { name: "_TalentPlan.Sheet", formula: '"cover"', scope: own.id, visible: false, comment: "" }, { name: "Print_Area", formula: "Cover!$A$1:$C$9", scope: own.id, visible: true, comment: "" }]);
    const saved = saveXlsx(file);
    const again = openXlsx(saved, "a.xlsx").workbook;
    expect(tabs(again)).toEqual(tabs(workbook));
    expect(namesOf(again)).toEqual(namesOf(workbook));
    expect(again.active.name).toBe("Read me");
    expect(partChanges(bytes, saved)).toEqual({
      changed: ["[Content_Types].xml", "xl/_rels/workbook.xml.rels", "xl/sharedStrings.xml", "xl/workbook.xml"], gone: [], added: ["xl/worksheets/sheet7.xml"],
    });
  });

  it("opening another tab changes the mark of the open tab and nothing else", () => {
    const { bytes, file } = opened(trustFile);
    file.workbook.activate(sheetNamed(file, "Summary"));
    const saved = saveXlsx(file);
    expect(openXlsx(saved, "a.xlsx").workbook.active.name).toBe("Summary");
    expect(partChanges(bytes, saved).changed).toEqual(["xl/workbook.xml", "xl/worksheets/sheet1.xml", "xl/worksheets/sheet4.xml"]);
    for (const number of [1, 4]) {
      const [before, after] = [bytes, saved].map((all) => partText(all, `xl/worksheets/sheet${number}.xml`).replace(' tabSelected="1"', ""));
      expect(after === before).toBe(true);
    }
  });

  it("a tab that is written as not open, as some programs do, is left so", () => {
    const { file } = opened(trustFile);
    const draft = new Draft(file.source);
    draft.setText("xl/worksheets/sheet2.xml", draft.text("xl/worksheets/sheet2.xml").replace("<sheetView ", '<sheetView tabSelected="0" '));
    const bytes = draft.zip();
    const again = openXlsx(bytes, "a.xlsx");
    again.workbook.activate(sheetNamed(again, "Summary"));
    expect(partChanges(bytes, saveXlsx(again)).changed).toEqual(["xl/workbook.xml", "xl/worksheets/sheet1.xml", "xl/worksheets/sheet4.xml"]);
  });

  it("one that goes takes its parts with it, and nobody else's", () => {
    const { bytes, file } = opened(trustFile);
    file.workbook.removeSheet(sheetNamed(file, "Staff in post"));
    const saved = saveXlsx(file);
    const gone = partChanges(bytes, saved).gone;
    expect(gone).toEqual(expect.arrayContaining(["xl/calcChain.xml", "xl/comments2.xml", "xl/tables/table2.xml", "xl/worksheets/sheet2.xml", "xl/worksheets/_rels/sheet2.xml.rels"]));
    const again = openXlsx(saved, "a.xlsx").workbook;
    expect(tabs(again)).toEqual(["Read me", "Vacancies", "Summary", "Leavers", "Lists"]);
    expect(namesOf(again)).toEqual(namesOf(file.workbook));
    const types = partText(saved, "[Content_Types].xml");
    expect(gone.filter((part) => types.includes(`"/${part}"`))).toEqual([]);
    const pointers = partNames(saved).filter((part) => part.endsWith(".rels")).map((part) => partText(saved, part)).join("");
    expect(gone.filter((part) => pointers.includes(part.slice(part.lastIndexOf("/") + 1)))).toEqual([]);
  });

  it("moved, renamed, hidden and shown", () => {
    const { file } = opened(trustFile);
    const { workbook } = file;
    workbook.moveSheet(sheetNamed(file, "Summary"), 0);
    workbook.renameSheet(sheetNamed(file, "Leavers"), "Left & gone");
    sheetNamed(file, "Lists").set("visibility", "Visible");
    sheetNamed(file, "Vacancies").set("visibility", "VeryHidden");
    const again = openXlsx(saveXlsx(file), "a.xlsx").workbook;
    expect(again.sheets.map((sheet) => [sheet.name, sheet.get("visibility")])).toEqual(workbook.sheets.map((sheet) => [sheet.name, sheet.get("visibility")]));
    expect(namesOf(again)).toEqual(namesOf(workbook));
  });

  it("the open one taken out: the workbook opens on a tab that can be seen", () => {
    const { file } = opened(trustFile);
    const own = file.workbook.addSheet("Cover");
    file.workbook.activate(own);
    file.workbook.removeSheet(own);
    const again = openXlsx(saveXlsx(file), "a.xlsx").workbook;
    expect([file.workbook.active.name, again.active.name]).toEqual(["Leavers", "Leavers"]);
  });

  it("put in and taken out again leave the file as it was", () => {
    const { bytes, file } = opened(trustFile);
    const own = file.workbook.addSheet("Cover");
    put(own, "A1", { value: "Talent plan", style: file.workbook.styles.intern({ ...file.workbook.styles.at(0), fill: "#ABCDEF" }) });
    file.workbook.removeSheet(own);
    expect(partChanges(bytes, saveXlsx(file))).toEqual({ changed: [], gone: [], added: [] });
  });
});

describe("what the workbook says of itself", () => {
  it("title, author and company, settings of add-ins, and a comment to a name", () => {
    const workbook = new NewWorkbook();
    workbook.addSheet("Sheet1");
    Object.assign(workbook.properties, { title: "Plan & gap", author: "A. Analyst", company: "Northmoor", keywords: "talent" });
    workbook.settings.set("look", '{"pane":"<wide>"}');
    workbook.setNames([{ name: "nmPeriod", formula: '"2026/27"', scope: null, visible: true, comment: "The plan's year" }]);
    const again = openXlsx(saveXlsx(workbook), "a.xlsx").workbook;
    expect(again.properties).toEqual(workbook.properties);
    expect([...again.settings]).toEqual([...workbook.settings]);
    expect(again.names).toEqual(workbook.names);
  });

  it("settings of another add-in and the title of an opened workbook: each in its own part, the rest kept", () => {
    const { bytes, file } = opened(trustFile);
    file.workbook.settings.set("key", "1");
    file.workbook.properties.title = "Another title";
    const saved = saveXlsx(file);
    expect(partChanges(bytes, saved)).toEqual({ changed: ["[Content_Types].xml", "docProps/core.xml", "xl/_rels/workbook.xml.rels"], gone: [], added: ["customXml/item2.xml"] });
    const again = openXlsx(saved, "a.xlsx");
    again.workbook.settings.set("key", "2");
    expect(partChanges(saved, saveXlsx(again))).toEqual({ changed: ["customXml/item2.xml"], gone: [], added: [] });
    expect(again.workbook.properties).toEqual(file.workbook.properties);
  });

  it("a chart sheet that was open is not selected any more once a worksheet is: Excel would edit both as a group", () => {
    const relations = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
    const main = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
    const file = openXlsx(fileOf({
      "xl/workbook.xml": `<workbook xmlns="${main}" xmlns:r="${relations}"><bookViews><workbookView activeTab="1"/></bookViews><sheets><sheet name="Sheet1" sheetId="1" r:id="rId1"/><sheet name="Chart1" sheetId="2" r:id="rId9"/></sheets></workbook>`,
      "xl/_rels/workbook.xml.rels": `<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="rId1" Type="${relations}/worksheet" Target="worksheets/sheet1.xml"/><Relationship Id="rId9" Type="${relations}/chartsheet" Target="chartsheets/sheet1.xml"/></Relationships>`,
      "xl/chartsheets/sheet1.xml": `<chartsheet xmlns="${main}"><sheetViews><sheetView tabSelected="1" zoomScale="80" workbookViewId="0"/></sheetViews></chartsheet>`,
    }), "chart-sheet.xlsx");
    file.workbook.activate(file.workbook.addSheet("Cover"));
    const saved = saveXlsx(file);
    expect(partText(saved, "xl/chartsheets/sheet1.xml")).toContain('<sheetViews><sheetView zoomScale="80" workbookViewId="0"/></sheetViews>');
    expect(partText(saved, "xl/workbook.xml")).toContain('activeTab="2"');
  });
});
