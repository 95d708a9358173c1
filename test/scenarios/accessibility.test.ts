/** A workbook that not everybody can read: what stands in the way is told, put right in place where nothing can be lost, and no figure changes. */
import { writeFileSync } from "node:fs";
import path from "node:path";
import { strFromU8 } from "fflate";
import { area } from "../../src/host/workbook/area";
import { blankCell, type Sheet } from "../../src/host/workbook/sheet";
import { defaultFont, defaultStyle, type CellStyle } from "../../src/host/workbook/style";
import type { Workbook } from "../../src/host/workbook/workbook";
import { openActions, setUpOptions, type OpenActions, type Outcome } from "../support/actions";
import { commandLine, existingWorkbook, outputFolder, type Finding } from "../support/job";
import { recalculated } from "../support/libreoffice.cjs";
import { differences, readCells, readParts } from "../support/plain-cells.cjs";

jest.setTimeout(300_000);

const folder = outputFolder("scenarios/accessibility");
let plan: OpenActions;

/** Asking for help brings the build up to date. */
beforeAll(async () => { expect((await commandLine(["--help"])).output).toContain("accessibility"); });
afterEach(() => {
  expect(plan.problems).toEqual([]);
  plan.close();
});

const reportOf = (outcome: Outcome): { readonly says: string; readonly findings: readonly Finding[] } => { if (!outcome.ok) throw new Error(outcome.problem.says); return outcome.report; };
const problemOf = (outcome: Outcome): readonly [string, string] => { if (outcome.ok) throw new Error(`It was done: ${outcome.report.says}`); return [outcome.problem.code, outcome.problem.says]; };
const check = (options: Readonly<Record<string, unknown>> = {}): Promise<Outcome> => plan.perform("accessibility", options);
const lines = (outcome: Outcome): readonly string[] => reportOf(outcome).findings.map(({ code, sheet, cell }) => `${code} ${sheet}${cell === "" ? "" : `!${cell}`}`);
/** Values and formulas of every cell, without how they look. */
const figures = (of = plan): readonly string[] => [...of.cells()].flatMap(([tab, cells]) => [...cells].filter(([, { kind }]) => kind !== "blank").map(([at, { formula, value }]) => `${tab}!${at} ${formula ?? ""} ${String(value)}`)).sort();
const partOf = (bytes: Uint8Array, name: string): string => strFromU8(readParts(bytes)[name] ?? new Uint8Array());

/** A sheet as people make it: merged title, small and pale letters, a bare address, a filter, frozen rows, cut-off words. */
function awkward(workbook: Workbook): void {
  const sheet = workbook.sheetByName("Sheet1");
  if (sheet === null) throw new Error("There is no sheet to fill.");
  const style = (look: Partial<Omit<CellStyle, "font">> & { readonly font?: Partial<CellStyle["font"]> }): number => workbook.styles.intern({ ...defaultStyle, ...look, font: { ...defaultFont, ...look.font } });
  const put = (row: number, values: readonly (string | number)[], look = 0): void => values.forEach((value, column) => { if (value !== "") sheet.put(row, column, { ...blankCell, value, style: look }); });
  put(0, ["Posts and vacancies at 31 March 2009"], style({ horizontal: "Center", font: { size: 16, bold: true } }));
  put(1, ["https://www.gov.uk/guidance"]);
  put(3, ["Posts that were filled on the day of the count by people in role", "Headcount", "Cost"], style({ font: { bold: true } }));
  put(4, ["Finance", 12, 1234567890], style({ font: { size: 8 } }));
  put(5, ["Nursing", 30, 2234567890], style({ font: { colour: "#BBBBBB" } }));
  sheet.put(6, 0, { ...blankCell, value: "All" });
  sheet.put(6, 1, { ...blankCell, value: 42, formula: "SUM(B5:B6)" });
  sheet.put(6, 2, { ...blankCell, value: 3469135780, formula: "SUM(C5:C6)" });
  sheet.set("merges", [area(0, 0, 1, 3)]);
  sheet.set("frozen", { rows: 4, columns: 0 });
  sheet.set("columns", new Map([[0, { width: 20, hidden: false, style: 0 }], [1, { width: 10, hidden: false, style: 0 }], [2, { width: 6, hidden: false, style: 0 }]]));
}

const expected = ["A35 The file", "A01 Sheet1!A4", "A03 Sheet1!A1", "A06 Sheet1!A4", "A16 Sheet1!A2", "A24 Sheet1!A6", "A27 Sheet1", "A07 Sheet1", "A10 Sheet1!C6", "A17 Sheet1!A5"];

describe("a sheet that not everybody can read", () => {
  beforeEach(async () => { plan = await openActions({ fill: awkward }); });

  it("is told of, worst first, and looking changes nothing", async () => {
    const before = plan.saved();
    const found = await check();
    expect(lines(found)).toEqual(expected);
    expect(reportOf(found).says).toBe("Looked at 1 sheet: found 7 things to put right and 3 notes; 9 can be put right here. 10 questions wait for a person.");
    expect(Buffer.from(plan.saved()).equals(Buffer.from(before))).toBe(true);
  });

  it("is put right only once somebody has agreed to what would change", async () => {
    const before = figures();
    const [code, says] = problemOf(await check({ fix: ["A07", "A24 Sheet1!A6"] }));
    expect([code, says]).toEqual(["needs-confirmation", "This would change: The letters of 3 cells on Sheet1, beginning with A6, become black. Rows and columns of Sheet1 are frozen no longer. No figure is changed. Nothing was changed yet. Confirm to go ahead."]);
    expect(lines(await check())).toEqual(expected);
    await check({ fix: ["A07", "A24 Sheet1!A6"], confirm: true });
    expect(lines(await check())).toEqual(expected.filter((line) => !/^A07|^A24/.test(line)));
    expect(figures()).toEqual(before);
  });

  it("is put right all at once; the same look finds none of it again, and no figure is other than it was", async () => {
    const before = figures();
    const words = { "A16.bare-address Sheet1!A2": "Guidance on GOV.UK" };
    const done = await check({ fix: "all-offered", words, confirm: true });
    expect(lines(done)).toEqual(["A27 Sheet1"]);
    expect(reportOf(done).says).toMatch(/^9 things were put right: .*becomes an Excel table called Posts_and_vacancies_at_31_March_2009, .*No figure was changed\./);
    expect(lines(await check())).toEqual(["A27 Sheet1"]);
    expect(problemOf(await check({ fix: "all-offered" }))[0]).toBe("nothing-offered");
    const changed = figures().filter((line) => !before.includes(line));
    expect(changed).toEqual(["Sheet1!A2  Guidance on GOV.UK"]);
  });

  it("is saved so that other programs read it as mended, with equal values", async () => {
    await check({ fix: "all-offered", words: { "A16.bare-address Sheet1!A2": "Guidance on GOV.UK" }, confirm: true });
    const saved = plan.saved();
    const file = path.join(folder, "mended.xlsx");
    writeFileSync(file, saved);
    const sheet = partOf(saved, "xl/worksheets/sheet1.xml");
    expect(partOf(saved, "docProps/core.xml")).toContain("<dc:title>Posts and vacancies at 31 March 2009</dc:title>");
    expect([/<mergeCell\b/, /<pane\b/].filter((wrong) => wrong.test(sheet))).toEqual([]);
    expect(partOf(saved, "xl/tables/table1.xml")).toMatch(/ref="A4:C7"/);
    expect(partOf(saved, "xl/worksheets/_rels/sheet1.xml.rels")).toContain("https://www.gov.uk/guidance");
    const { compared, unlike } = differences(readCells(Buffer.from(saved)), await recalculated(file));
    expect([unlike, compared]).toEqual([[], 2]);
  });

  it("is as it was again after one step back", async () => {
    const [before, looks] = [figures(), lookOf(plan.sheet("Sheet1"))];
    await check({ fix: ["A01", "A03", "A07", "A17", "A24"], confirm: true });
    expect(lookOf(plan.sheet("Sheet1"))).not.toEqual(looks);
    plan.host.session.history.undo();
    expect([figures(), lookOf(plan.sheet("Sheet1"))]).toEqual([before, looks]);
  });

  it("is left alone where it is protected, but for what the protection does not hold", async () => {
    plan.close();
    plan = await openActions({ fill: (workbook) => { awkward(workbook); const sheet = workbook.sheetByName("Sheet1"); sheet?.set("protection", { options: {}, passwordAttributes: {} }); } });
    const [, says] = problemOf(await check({ fix: "all-offered" }));
    expect(says).not.toMatch(/wraps|becomes an Excel table|become black/);
  });

  it("needs words where only a person knows them, and refuses what is not offered or not there", async () => {
    expect(problemOf(await check({ fix: ["A16"], confirm: true }))).toEqual(["words-missing", "A16.bare-address Sheet1!A2: Where the link leads, in words is needed. Give it under words. Nothing was changed."]);
    expect(problemOf(await check({ fix: ["A27"], confirm: true }))[0]).toBe("not-offered");
    expect(problemOf(await check({ sheets: ["Staff"] }))).toEqual(["bad-option", "sheets: There is no sheet Staff. Nothing was changed."]);
    expect(problemOf(await check({ fix: "all" }))[0]).toBe("bad-option");
    expect(problemOf(await check({ answers: { A33: "yes" }, by: "A Khan" }))[0]).toBe("no-template");
  });
});

describe("a long list", () => {
  it("with pale and small letters in every other row is read in portions and put right by a request that is not large", async () => {
    plan = await openActions({
      fill: (workbook) => {
        const [sheet, pale] = [workbook.sheetByName("Sheet1"), workbook.styles.intern({ ...defaultStyle, font: { ...defaultFont, size: 8, colour: "#BBBBBB" } })];
        sheet?.put(0, 0, { ...blankCell, value: "Posts of the trust at 31 March 2009" });
        sheet?.put(2, 0, { ...blankCell, value: "Post" });
        for (let row = 3; row < 6_003; row += 1) for (let column = 0; column < 3; column += 1) sheet?.put(row, column * 2, { ...blankCell, value: row * column, style: row % 2 === 0 ? pale : 0 });
      },
    });
    expect(lines(await check())).toEqual(["A35 The file", "A24 Sheet1!A5", "A27 Sheet1", "A17 Sheet1!A5"]);
    const before = figures();
    expect(lines(await check({ fix: "all-offered", confirm: true }))).toEqual(["A27 Sheet1"]);
    expect(figures()).toEqual(before);
    expect(plan.host.counts.largestRequestBytes).toBeLessThan(500_000);
  });
});

describe("a sheet that is larger than what is read at a time", () => {
  it("is told of, with what was looked at", async () => {
    plan = await openActions({
      fill: (workbook) => {
        const sheet = workbook.sheetByName("Sheet1");
        sheet?.put(0, 0, { ...blankCell, value: "Posts of the trust at 31 March 2009" });
        sheet?.put(52_000, 3, { ...blankCell, value: 12 });
      },
    });
    expect(reportOf(await check()).says).toMatch(/ There is more than is read at a time\. Looked at: the first 50,000 rows of Sheet1 and letters and colours in the first 9,000 rows of Sheet1\.$/);
  });
});

/** What is merged, frozen, marked as a table, and every cell's look. */
function lookOf(sheet: Sheet): unknown {
  return { merges: sheet.get("merges"), frozen: sheet.get("frozen"), tables: sheet.get("tables").map(({ name }) => name), styles: [...sheet.entries()].map(([row, column, { style }]) => [row, column, sheet.workbook.styles.at(style)]).sort() };
}

describe("the template's own sheets", () => {
  beforeEach(async () => {
    plan = await openActions();
    await plan.done(["insert-template", setUpOptions]);
  });

  it("have nothing that could be put right here, neither empty nor filled in, with every sheet that is made later", async () => {
    const own = (found: Outcome): readonly string[] => lines(found).filter((line) => !/^A35 The file|^A36 The file|^A28 Sheet1/.test(line));
    const tabs = ["Cover", "Demand and supply", "Profile", "Gap analysis", "Dashboard 1", "Dashboard 2", "Checks"];
    expect(own(await check())).toEqual(["A32 Gap analysis"]);
    expect(problemOf(await check({ sheets: tabs, fix: "all-offered" }))[1]).not.toMatch(new RegExp(`${tabs.join("|")}`));
    await plan.done("fill-example", "check", "summarise");
    await check({ answers: { A33: "yes" }, by: "A Khan" });
    expect(own(await check())).toEqual(["A32 Gap analysis"]);
  });

  it("keep answers on a sheet of their own, which are there when the file is opened again; No is a finding", async () => {
    const first = await check({ answers: { A33: "yes", A23: "no" }, by: "A Khan" });
    expect(reportOf(first).says).toMatch(/^2 answers were written down on the Accessibility sheet\. .* 8 questions wait for a person\.$/);
    expect(lines(first)).toContain("A23 The file");
    await check({ answers: { A23: "Yes", A34: "not applicable" }, by: "B Jones" });
    const elsewhere = await openActions({ open: plan.saved() });
    try {
      const again = await elsewhere.perform("accessibility");
      expect(reportOf(again).says).toMatch(/ 7 questions wait for a person\.$/);
      expect(lines(again)).not.toContain("A23 The file");
      expect(elsewhere.cells().get("Accessibility")?.get("D10")?.value).toBe("B Jones");
    } finally {
      elsewhere.close();
    }
  });

  it("lose the sheet of answers with the template, and nothing else", async () => {
    await check({ answers: { A33: "yes" }, by: "A Khan" });
    await plan.done(["remove-template", { confirm: true }]);
    expect(plan.workbook.sheets.map(({ name }) => name)).toEqual(["Sheet1"]);
  });
});

describe("an analyst's workbook", () => {
  it("is mended without a figure changed, and LibreOffice works out the same from it", async () => {
    plan = await openActions({ open: existingWorkbook });
    const before = figures();
    const found = await check();
    expect([...new Set(lines(found).map((line) => line.slice(0, 3)))].sort()).toEqual(["A01", "A03", "A07", "A09"]);
    await check({ fix: "all-offered", confirm: true });
    await check({ fix: "all-offered", confirm: true });
    expect(lines(await check())).toEqual(["A09 The file", "A08 Vacancies!H5", "A31 Summary!A12"]);
    expect(figures()).toEqual(before);
    const file = path.join(folder, "analyst.xlsx");
    writeFileSync(file, plan.saved());
    const { compared, unlike } = differences(readCells(Buffer.from(plan.saved())), await recalculated(file));
    expect(unlike).toEqual([]);
    expect(compared).toBeGreaterThan(20);
  });

  it("is read in few requests, none of them large", async () => {
    plan = await openActions({ open: existingWorkbook });
    const { syncs } = plan.host.counts;
    await check();
    expect(plan.host.counts.syncs - syncs).toBeLessThanOrEqual(9);
    expect(plan.host.counts.largestRequestBytes).toBeLessThan(100_000);
  });
});
