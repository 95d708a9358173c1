/** Each Excel that the host stands for refuses what that one refuses, and fails as it fails, through the real library. */
import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { typeInto } from "../../../src/host/entry";
import { isNewer } from "../../../src/host/objects/definition";
import { Faults, faultTable } from "../../../src/host/objects/faults";
import { platformRules, profiles, UNDO_SINCE, type Profile } from "../../../src/host/objects/profile";
import type { Sheet } from "../../../src/host/workbook/sheet";
import { openOfficePage, type OfficePage, type PageOptions } from "./office-page";

let page: OfficePage;
const open = async (options: PageOptions): Promise<void> => { page = await openOfficePage(options); };
afterEach(() => {
  page.close();
  expect(page.problems).toEqual([]);
});

const sheet1 = (): Sheet => {
  const found = page.workbook.sheetByName("Sheet1");
  if (found === null) throw new Error("There is no Sheet1.");
  return found;
};
const names = (): readonly string[] => page.workbook.sheets.map(({ name }) => name);
const desktop: Profile = profiles["microsoft-365"];

describe("profiles", () => {
  it("of Excels that are kept up to date have the newest set of Microsoft's definitions", async () => {
    await open({});
    const sets = [...readFileSync(join(__dirname, "../../../node_modules/@types/office-js/index.d.ts"), "utf8").matchAll(/Api set: ExcelApi 1\.(\d+)/g)].map(([, minor]) => Number(minor));
    const newest = `1.${Math.max(...sets)}`;
    expect(Object.entries(profiles).map(([name, { platform, api }]) => [name, platform, api])).toEqual([
      ["excel-2021", "desktop", "1.14"], ["excel-2024", "desktop", "1.17"], ["microsoft-365", "desktop", newest], ["web", "web", newest], ["mac", "mac", newest],
    ]);
  });

  it.each(Object.entries(profiles))("%s tells an add-in its sets, and refuses a member that came later", async (_name, profile) => {
    await open({ profile });
    const asked = await page.script(`return ["1.14", "1.17", "1.18"].filter((set) => Office.context.requirements.isSetSupported("ExcelApi", set));`);
    expect(asked).toEqual(["1.14", "1.17", "1.18"].filter((set) => Number(set.slice(2)) <= Number(profile.api.slice(2))));
    const later = await page.run(`context.workbook.worksheets.onNameChanged.add(async () => {}); await context.sync(); return "heard";`);
    expect(later).toEqual(profile.api === "1.14" ? expect.objectContaining({ refused: "ApiNotFound" }) : "heard");
  });

  it.each(Object.entries(profiles))("%s has no theme of Office to tell, as the library has none in its web form", async (_name, profile) => {
    await open({ profile });
    expect(await page.script("return typeof Office.context.officeTheme;")).toBe("undefined");
  });
});

describe("on the web alone", () => {
  const big = `context.workbook.worksheets.getItem("Sheet1").getRange("A1:A200").values = Array.from({ length: 200 }, () => ["x".repeat(30000)]); await context.sync(); return "done";`;
  it.each([
    { profile: profiles.web, comes: expect.objectContaining({ refused: "RequestPayloadSizeLimitExceeded" }) },
    { profile: profiles["excel-2021"], comes: "done" },
    { profile: profiles.mac, comes: "done" },
  ])("a request of 6 MB is refused ($profile.title)", async ({ profile, comes }) => {
    await open({ profile });
    expect(await page.run(big)).toEqual(comes);
  });

  it("ten thousand ranges of one cell are more than an answer holds", async () => {
    await open({ profile: profiles.web, fill: (workbook) => workbook.active.write({ top: 0, left: 0, bottom: 9_999, right: 0 }, "typed", "content", (cell) => ({ ...cell, value: "y".repeat(600) })) });
    expect(await page.run(`
      const sheet = context.workbook.worksheets.getItem("Sheet1");
      for (let row = 0; row < 10000; row++) sheet.getCell(row, 0).load("values");
      await context.sync();
    `)).toMatchObject({ refused: expect.stringMatching(/PayloadSizeLimitExceeded$/) });
  });
});

describe("a cell being edited", () => {
  it("refuses a batch whole, until the person leaves the cell", async () => {
    await open({ faults: { "cell-being-edited": true } });
    const add = `context.workbook.worksheets.add("New"); await context.sync(); return "added";`;
    expect(await page.run(add)).toMatchObject({ refused: "InvalidOperationInCellEditMode" });
    page.host.cellEditing = false;
    expect([await page.run(add), names()]).toEqual(["added", ["Sheet1", "New"]]);
  });
});

describe("another workbook in front", () => {
  const inFront: PageOptions = { profile: desktop, faults: { "another-workbook-in-front": true }, fill: (workbook) => { workbook.addSheet("Sheet2"); } };
  it.each([
    { does: "sheets.add('New')", code: "GeneralException" },
    { does: "sheet.activate()", code: "GeneralException" },
    { does: "sheet.getRange('B2').select()", code: "GeneralException" },
    { does: "sheet.freezePanes.freezeRows(1)", code: "GeneralException" },
    { does: "sheet.showGridlines = false", code: "GeneralException" },
    { does: "sheet.delete()", code: "InvalidSelection" },
    { does: "context.workbook.getSelectedRange().load('address')", code: "InvalidSelection" },
  ])("$does is refused with $code, and what went before it stands", async ({ does, code }) => {
    await open(inFront);
    expect(await page.run(`const sheets = context.workbook.worksheets; const sheet = sheets.getItem("Sheet1"); sheet.getRange("A1").values = [["before"]]; ${does}; await context.sync();`)).toMatchObject({ refused: code });
    expect(sheet1().cell(0, 0).value).toBe("before");
    expect(names()).toEqual(["Sheet1", "Sheet2"]);
  });

  it("lets cells be written and read", async () => {
    await open(inFront);
    expect(await page.run(`const cell = context.workbook.worksheets.getItem("Sheet2").getRange("A1"); cell.values = [[5]]; cell.load("values"); await context.sync(); return cell.values;`)).toEqual([[5]]);
  });

  it("cannot be on the web", async () => {
    await open({});
    expect(() => new Faults(profiles.web, { "another-workbook-in-front": true }, () => undefined)).toThrow("another-workbook-in-front does not happen on web; it does on desktop and mac.");
  });
});

describe("protection", () => {
  const unprotect = `context.workbook.worksheets.getItem("Sheet1").protection.unprotect(); await context.sync(); return "unprotected";`;
  const protect = `context.workbook.worksheets.getItem("Sheet1").protection.protect(); await context.sync(); return "protected";`;
  it("is put on once: the second time is refused; taking it off twice is not", async () => {
    await open({});
    expect([await page.run(protect), await page.run(protect), await page.run(unprotect), await page.run(unprotect)]).toEqual(["protected", expect.objectContaining({ refused: "AccessDenied" }), "unprotected", "unprotected"]);
  });
  it("in the summer of 2026 could not be taken off twice either", async () => {
    await open({ faults: { "protection-refused": true } });
    expect([await page.run(protect), await page.run(unprotect), await page.run(unprotect)]).toEqual(["protected", "unprotected", expect.objectContaining({ refused: "AccessDenied" })]);
  });
  it("by ranges is not in the library that the pages load, whatever the Excel", async () => {
    await open({ profile: profiles.mac });
    expect(await page.run(`return typeof context.workbook.worksheets.getItem("Sheet1").protection.allowEditRanges;`)).toBe("undefined");
  });
});

describe("events", () => {
  const listen = `window.heard = []; return Excel.run(async (context) => { context.workbook.worksheets.onChanged.add(async (event) => { window.heard.push([event.address, event.source, event.details ? event.details.valueAfter : null]); }); await context.sync(); });`;
  const heard = (): Promise<unknown> => page.script("return new Promise((resolve) => setTimeout(() => resolve(window.heard), 30));");
  it("say that a co-author did it, and tell no values of several cells", async () => {
    await open({});
    await page.script(listen);
    typeInto(page.host.session, sheet1(), 0, 0, [[1]], "remote");
    typeInto(page.host.session, sheet1(), 1, 0, [[2, 3]], "typed");
    expect(await heard()).toEqual([["A1", "Remote", 1], ["A2:B2", "Local", null]]);
  });
  it("are not raised for what is entered, where that fault is on", async () => {
    await open({ faults: { "changes-untold": true } });
    await page.script(listen);
    typeInto(page.host.session, sheet1(), 0, 0, [[1]], "typed");
    expect([await heard(), sheet1().cell(0, 0).value]).toEqual([[], 1]);
  });
});

describe("a co-author", () => {
  const fill: NonNullable<PageOptions["fill"]> = () => undefined;
  const made = `const sheet = context.workbook.worksheets.getItem("Sheet1"); sheet.getRange("A1:B2").values = [["Post", "Count"], ["Nurse", 1]]; const table = sheet.tables.add("A1:B2", true); await context.sync();`;
  const column = (): readonly unknown[] => [0, 1, 2, 3].map((row) => sheet1().cell(row, 0).value);
  it("of a table makes rows that an add-in added disappear, where that fault is on", async () => {
    await open({ fill, faults: { "table-rows-lost": true } });
    await page.run(`${made} table.rows.add(null, [["Doctor", 2]]); await context.sync();`);
    expect(column()).toEqual(["Post", "Nurse", "Doctor", null]);
    typeInto(page.host.session, sheet1(), 1, 1, [[7]], "remote");
    expect(column()).toEqual(["Post", "Nurse", null, null]);
    expect(sheet1().get("tables")[0]?.area.bottom).toBe(1);
  });
  it("leaves rows that were written under the table", async () => {
    await open({ fill, faults: { "table-rows-lost": true } });
    await page.run(`${made} sheet.getRange("A3:B3").values = [["Doctor", 2]]; await context.sync();`);
    typeInto(page.host.session, sheet1(), 1, 1, [[7]], "remote");
    expect(column()).toEqual(["Post", "Nurse", "Doctor", null]);
    expect(sheet1().get("tables")[0]?.area.bottom).toBe(2);
  });
});

describe("settings", () => {
  const read = `const item = context.workbook.settings.getItemOrNullObject("mine").load("value"); await context.sync(); return item.isNullObject ? null : item.value;`;
  it.each([{ profile: profiles.web, stands: 5 }, { profile: profiles["excel-2024"], stands: 5 }, { profile: profiles.mac, stands: null }])("are there when the workbook is opened again, except on the Mac ($profile.title)", async ({ profile, stands }) => {
    await open({ profile, settings: { mine: "5" } });
    expect([await page.run(read), await page.script(`return Office.context.document.settings.get("mine");`)]).toEqual([stands, stands]);
    expect(page.workbook.settings.get("mine")).toBe("5");
  });
  it("are kept on a Mac on which that works", async () => {
    await open({ profile: profiles.mac, faults: { "settings-lost": false }, settings: { mine: "5" } });
    expect(await page.run(read)).toBe(5);
  });
  it("over 2 MB are refused, by either way, and those that are there stand", async () => {
    await open({ profile: desktop, settings: { mine: "5" } });
    expect(await page.run(`context.workbook.settings.add("large", "x".repeat(3 * 1024 * 1024)); await context.sync();`)).toMatchObject({ refused: "InvalidArgument" });
    expect(await page.script(`
      Office.context.document.settings.set("large", "x".repeat(3 * 1024 * 1024));
      return new Promise((resolve) => Office.context.document.settings.saveAsync((result) => resolve([result.status, result.error && result.error.code])));
    `)).toEqual(["failed", 4001]);
    expect([...page.workbook.settings]).toEqual([["mine", "5"]]);
  });
});

describe("custom XML", () => {
  const read = `const parts = context.workbook.customXmlParts.load("items/id"); await context.sync(); return parts.items.length;`;
  const add = `context.workbook.customXmlParts.add("<mine/>"); await context.sync();`;
  it.each([{ profile: profiles.web, here: 2, saved: 2 }, { profile: profiles.mac, here: 1, saved: 1 }])("is there when the workbook is opened again, except on the Mac ($profile.title)", async ({ profile, here, saved }) => {
    await open({ profile, fill: (workbook) => workbook.setCustomXml([{ id: "{A}", xml: "<theirs/>" }]) });
    await page.run(add);
    expect([await page.run(read), page.workbook.customXml.length]).toEqual([here, saved]);
  });
  it("is kept on a Mac on which that works", async () => {
    await open({ profile: profiles.mac, faults: { "custom-xml-lost": false } });
    await page.run(add);
    expect(page.workbook.customXml.map(({ xml }) => xml)).toEqual(["<mine/>"]);
  });
});

describe("a country that parts lists by semicolons", () => {
  const ranges = (address: string): string => `const areas = context.workbook.worksheets.getItem("Sheet1").getRanges("${address}").load("areaCount"); await context.sync(); return areas.areaCount;`;
  it("reads several addresses so, and refuses commas", async () => {
    await open({ faults: { "other-list-separator": true } });
    expect([await page.run(ranges("A1;C3:D4")), await page.run(ranges("A1,C3:D4")), await page.run(ranges("A1"))]).toMatchObject([2, { refused: "InvalidArgument" }, 1]);
  });
  it("is not the one that is usual", async () => {
    await open({});
    expect([await page.run(ranges("A1,C3:D4")), await page.run(ranges("A1;C3:D4"))]).toMatchObject([2, { refused: "InvalidArgument" }]);
  });
});

describe("the undo history", () => {
  const calls = `const sheet = context.workbook.worksheets.getItem("Sheet1"); sheet.getRange("A1").values = [[1]]; const copy = sheet.copy(); sheet.name = "Mine"; copy.delete(); sheet.protection.protect(); context.workbook.properties.title = "T"; await context.sync();`;
  it.each([
    { profile: profiles.web, cleared: ["Worksheet.copy", "Worksheet.delete", "WorksheetProtection.protect", "DocumentProperties.title ="] },
    { profile: profiles["excel-2021"], cleared: ["Worksheet.copy", "Worksheet.name =", "Worksheet.delete", "WorksheetProtection.protect"] },
  ])("is emptied by the calls that empty it in $profile.title", async ({ profile, cleared }) => {
    await open({ profile });
    await page.run(calls);
    expect(page.host.session.faults.clearedUndo).toEqual(cleared);
  });
});

describe("a refusal that a test plans", () => {
  it("comes at the use that was named, once", async () => {
    await open({});
    page.host.session.faults.refuse({ member: "WorksheetCollection.add", code: "GeneralException", after: 1 });
    const add = (name: string): Promise<unknown> => page.run(`context.workbook.worksheets.add("${name}"); await context.sync(); return "added";`);
    expect([await add("A"), await add("B"), await add("C"), names()]).toEqual(["added", expect.objectContaining({ refused: "GeneralException", at: "WorksheetCollection.add" }), "added", ["Sheet1", "A", "C"]]);
  });
});

describe("the host's README", () => {
  it("lists profiles and faults as they are", async () => {
    await open({});
    const README = join(__dirname, "../../../src/host/README.md");
    const [start, end] = ["<!-- profiles and faults: made by test/host/objects/faults.test.ts, GOLDEN=write -->", "<!-- end of profiles and faults -->"];
    const text = readFileSync(README, "utf8");
    const [before = "", rest = ""] = text.split(start);
    const made = `${before}${start}\n\n${profileLines()}\n\n${faultLines()}\n\n${end}${rest.split(end)[1] ?? ""}`;
    if (process.env["GOLDEN"] === "write") writeFileSync(README, made);
    expect(readFileSync(README, "utf8")).toBe(made);
  });
});

function profileLines(): string {
  const rows = Object.entries(profiles).map(([name, { title, platform, api }]) => {
    const { messageBytes, downloads, otherWindows } = platformRules[platform];
    const undo = isNewer(UNDO_SINCE, api) ? "what an add-in changes empties the undo history" : "";
    const holds = [messageBytes === null ? "" : `${messageBytes / 1024 / 1024} MB a request and an answer`, downloads ? "" : "pages cannot save files", otherWindows ? "" : "no other window can be in front", undo];
    return `| \`${name}\` | ${title} | ${platform} | ExcelApi ${api} | ${holds.filter((part) => part !== "").join("; ")} |`;
  });
  return ["| Profile | Stands for | Platform | Newest set | Holds there |", "|---|---|---|---|---|", ...rows].join("\n");
}

function faultLines(): string {
  const rows = Object.entries(faultTable).map(([name, { says, known, source, usualOn, possibleOn }]) =>
    `| \`${name}\` | ${says} | ${usualOn.length === 0 ? "" : usualOn.join(", ")} | ${possibleOn.length === 3 ? "" : possibleOn.join(", ")} | ${known}: ${source} |`);
  return ["| Fault | While it is on | On unless switched off | Only on | How we know |", "|---|---|---|---|---|", ...rows].join("\n");
}
