/** A region collects returns through the built add-in: files in, sheets out, and every total what a plain sum says. */
import { writeFileSync } from "node:fs";
import path from "node:path";
import { renameSheet } from "../../src/host/calc/shift-formula";
import type { ReturnDocument } from "../../src/returns/format/return-document";
import { openActions, setUpOptions, type OpenActions, type Outcome } from "../support/actions";
import { commandLine, outputFolder } from "../support/job";
import { recalculated } from "../support/libreoffice.cjs";
import { madeReturn } from "../support/made-returns";
import { differences, type CellsBySheet } from "../support/plain-cells.cjs";
import { fileOf, filesOf } from "../support/sent-returns";
import { tableOn, type TableRow } from "../support/sheet-table";
import { demandMeasures, faultyFiles, headingOfMeasure, plainPeople, plainTotal, resubmitted, twentyReturns } from "./region-stories";

jest.setTimeout(300_000);
const folder = outputFolder("scenarios/consolidate");
const documents = twentyReturns();
const names = documents.map(({ header }) => header.organisation.code);
const expected = [...names, "R50", "R51"].map((code) => ({ code, name: `${code} NHS Trust`, contact: "P Shaw", email: "p.shaw@example.nhs.uk" }));
beforeAll(async () => { expect((await commandLine(["--help"])).status).toBe(0); });

const open: OpenActions[] = [];
afterEach(() => { for (const each of open.splice(0)) { each.close(); expect(each.problems).toEqual([]); } });
const opened = async (options: Parameters<typeof openActions>[0] = {}): Promise<OpenActions> => { const plan = await openActions(options); open.push(plan); return plan; };

const done = (outcome: Outcome): Extract<Outcome, { ok: true }>["report"] => { if (!outcome.ok) throw new Error(`${outcome.problem.code}: ${outcome.problem.says}`); return outcome.report; };
/** Values and formulas of every cell, without the base64 of the returns themselves. */
const held = (cells: CellsBySheet): unknown => Object.fromEntries([...cells].map(([sheet, own]) => [sheet, [...own].map(([at, { formula, value }]) => [at, formula, value])]));

const consolidatedIn = (cells: CellsBySheet): readonly TableRow[] => tableOn(cells, "Consolidated figures", 7);
const profileIn = (cells: CellsBySheet): readonly TableRow[] => tableOn(cells, "Consolidated profile", 7);
const registerIn = (cells: CellsBySheet): readonly TableRow[] => tableOn(cells, "Returns register", 14);

/** Totals on the sheet that are not what a plain loop over the documents says. */
function unlikePlain(cells: CellsBySheet, all: readonly ReturnDocument[]): readonly unknown[] {
  const demand = consolidatedIn(cells).flatMap((row) => demandMeasures.map((measure) => [row["Role group"], measure, row[headingOfMeasure(measure)], plainTotal(all, row["Role group"] === "All role groups" ? null : String(row["Role group"]), measure)]));
  const people = profileIn(cells).flatMap((row) => (["In group", "Not in group", "Unknown"] as const).map((heading) => [row["Group"], row["Population"], heading, row[heading], plainPeople(all, String(row["Group"]), String(row["Population"]), heading)]));
  return [...demand, ...people].filter((line) => line.at(-2) !== line.at(-1));
}

describe("twenty returns and five files that are none", () => {
  let plan: OpenActions;
  let cells: CellsBySheet;
  let report: ReturnType<typeof done>;
  beforeAll(async () => {
    plan = await openActions();
    report = done(await plan.perform("consolidate", { files: [...(await filesOf(documents)), ...(await faultyFiles())], expected, region: "Q31", due: "2009-04-30" }));
    cells = plan.cells();
    writeFileSync(path.join(folder, "region.xlsx"), plan.saved());
  });
  afterAll(() => { plan.close(); expect(plan.problems).toEqual([]); });

  it("come to totals that a plain sum over the documents gives", () => {
    expect(unlikePlain(cells, documents)).toEqual([]);
    expect(consolidatedIn(cells).map((row) => row["Role group"]).slice(-2)).toEqual(["=SUM(1,2) <director>", "All role groups"]);
    expect(profileIn(cells)).toHaveLength(35);
  });

  it("leave what one organisation withheld withheld: in its role group, in all together, and in the people ready who are the same people", () => {
    const withheld = consolidatedIn(cells).flatMap((row) => Object.entries(row).filter(([heading, value]) => value === "Withheld" && heading !== "Withheld").map(([heading]) => `${String(row["Role group"])}: ${heading}`));
    expect(withheld).toEqual(["Finance director: Supply now", "Finance director: Gap now", "All role groups: Supply now", "All role groups: Gap now"]);
    expect([...new Set(profileIn(cells).filter((row) => row["In group"] === "Withheld").map((row) => row["Population"]))]).toEqual(["Ready now"]);
    expect(profileIn(cells).filter((row) => row["Population"] === "Ready now").map((row) => [row["Not in group"], row["Unknown"], row["Total"], row["Share %"]])).toEqual(Array.from({ length: 5 }, () => ["Withheld", "Withheld", "Withheld", "Withheld"]));
  });

  it("say in every row of how many organisations they are, and who is missing", () => {
    expect(cells.get("Consolidated figures")?.get("A2")?.value).toBe("All organisations of North West, 2009/10, as at 31 March 2009: 20 of 22 organisations.");
    expect(consolidatedIn(cells).map((row) => row["Coverage"])).toEqual(["19 of 22 organisations", "18 to 19 of 22 organisations", "19 of 22 organisations", "18 to 19 of 22 organisations", ...Array.from({ length: 4 }, () => "19 of 22 organisations"), "18 to 19 of 22 organisations", ...Array.from({ length: 3 }, () => "19 of 22 organisations"), "1 of 22 organisations", "18 to 19 of 22 organisations"]);
    const missing = registerIn(cells).filter((row) => row["State"] === "Missing");
    expect(missing.map((row) => row["Code"])).toEqual(["R50", "R51"]);
    expect(String(missing[0]?.["Reminder"])).toMatch(/^To: P Shaw <p.shaw@example.nhs.uk>, R50 NHS Trust[\s\S]*30 April 2009/);
  });

  it("stand as they were sent: names like formulas, n/a, <5, blank and 0", () => {
    const rows = tableOn(cells, "Returned figures", 6);
    const of = (code: string, role: string): TableRow | undefined => rows.find((row) => row["Code"] === code && row["Role group"] === role);
    expect([of("R02", "Finance director")?.["Organisation"], of("R02", "=SUM(1,2) <director>")?.["Posts"], of("R03", "Public health director")?.["Posts"], of("R01", "Finance director")?.["Supply now"], of("R04", "Medical director")?.["Demand to 1 year"]]).toEqual(["=A1 & Sons NHS Trust", 3, "n/a", "<5", ""]);
    expect([...(cells.get("Returned figures") ?? new Map())].filter(([at, cell]) => Number(at.replace(/\D+/, "")) > 6 && (cell as { formula: string | null }).formula !== null)).toEqual([]);
    expect(rows.some((row) => row["Vacancies now"] === 0)).toBe(true);
  });

  it("name each file that could not be used, with the reason and what to do, on Set aside and in the report", () => {
    expect(tableOn(cells, "Set aside", 5).map((row) => [row["File"], row["Why"]])).toEqual([
      ["R0U cut off.xlsx", "Cut off"], ["R0U flipped.xlsx", "Damaged"], ["R0V last year.xlsx", "Another period"], ["R0W nobody signed.xlsx", "Altered since it was signed"], ["letter.xlsx", "Not a workbook"],
    ]);
    expect(report.findings.filter(({ severity }) => severity === "must-fix").map(({ code, sheet, cell }) => [code, sheet, cell])).toEqual([
      ["truncated", "Set aside", "A6"], ["damaged", "Set aside", "A7"], ["other-period", "Set aside", "A8"], ["figures-altered", "Set aside", "A9"], ["not-a-workbook", "Set aside", "A10"],
    ]);
    expect(report.says).toMatch(/^Read 25 files\. The returns of 20 of 22 organisations count\. 5 files could not be used: see Set aside\. Missing: R50 and R51\./);
  });

  it("place each finding of the region's rules on the returned figure that it is about", () => {
    const found = report.findings.filter(({ sheet }) => sheet === "Returned figures");
    expect(found.length).toBeGreaterThan(5);
    const strangers = found.filter(({ says, sheet, cell }) => { const row = cell.replace(/\D+/, ""); return !says.includes(`(${String(cells.get(sheet)?.get(`A${row}`)?.value)})`); });
    expect(strangers).toEqual([]);
  });

  it("are the same in LibreOffice, formula by formula", async () => {
    const { compared, unlike } = differences(cells, await recalculated(path.join(folder, "region.xlsx")));
    expect(unlike).toEqual([]);
    expect(compared).toBeGreaterThan(400);
  });

  it("give the same workbook when they are collected again", async () => {
    done(await plan.perform("consolidate", { files: await filesOf(documents) }));
    expect(held(plan.cells())).toEqual(held(cells));
  });
});

describe("files that come later", () => {
  it("are joined with those that were in: three goes make the workbook that one makes", async () => {
    const [all, bad] = [await filesOf(documents), await faultyFiles()];
    const [once, often] = [await opened(), await opened()];
    await once.done(["consolidate", { files: [...bad, ...all].reverse(), expected }]);
    await often.done(["consolidate", { files: [...all.slice(11), ...bad.slice(0, 2)], expected }], ["consolidate", { files: [...bad.slice(2), ...all.slice(3, 11)] }], ["consolidate", { files: all.slice(0, 3) }]);
    expect(held(often.cells())).toEqual(held(once.cells()));
  });

  it("replace what an organisation sent before, cell by cell, and tell what changed", async () => {
    const plan = await opened();
    await plan.done(["consolidate", { files: await filesOf(documents), expected }]);
    const again = resubmitted(documents[6] as ReturnDocument, "Nursing director", "posts", 99);
    const report = done(await plan.perform("consolidate", { files: [await fileOf(again)] }));
    const cells = plan.cells();
    expect(unlikePlain(cells, documents.map((each) => (each.header.organisation.code === "R06" ? again : each)))).toEqual([]);
    expect(tableOn(cells, "Changed figures", 5).map((row) => [row["Code"], row["Sheet"], row["Row"], row["Figure"], row["After"]])).toEqual([["R06", "Demand and supply", "Nursing director", "Posts", 99]]);
    expect(registerIn(cells).find((row) => row["Code"] === "R06")).toMatchObject({ State: "Resubmitted", Sequence: 2 });
    expect(report.says).toContain("Resubmissions changed 1 figure: see Changed figures.");
  });

  it("leave what people typed into the register as it stands", async () => {
    const plan = await opened();
    await plan.done(["consolidate", { files: (await filesOf(documents)).slice(0, 3), expected: expected.slice(0, 4) }]);
    plan.enter("Returns register", 15, 2, [["=DATE(1990,4,1)", "", "B Jones", "b@example.org"]]);
    await plan.done(["consolidate", { files: (await filesOf(documents)).slice(3, 4) }]);
    expect(plan.cells().get("Returns register")?.get("C16")).toMatchObject({ formula: "DATE(1990,4,1)" });
    expect(registerIn(plan.cells()).map((row) => [row["Code"], row["State"], row["Contact"]])).toEqual([["R00", "Received", "P Shaw"], ["R01", "Received", "B Jones"], ["R02", "Received", "P Shaw"], ["R03", "Received", "P Shaw"]]);
  });

  it("of organisations that nobody listed are on the register without being expected ever after", async () => {
    const plan = await opened();
    await plan.done(["consolidate", { files: (await filesOf(documents)).slice(0, 2) }], ["consolidate", { files: (await filesOf(documents)).slice(2, 4) }]);
    expect(registerIn(plan.cells()).map((row) => [row["Code"], row["State"], row["Expected"]])).toEqual(["R00", "R01", "R02", "R03"].map((code) => [code, "Received", "No"]));
    expect(registerIn(plan.cells())[2]?.["Name"]).toBe("=A1 & Sons NHS Trust");
    expect(plan.cells().get("Returns register")?.get("B12")?.value).toBe("4 organisations");
  });

  it("of which one is taken out by deleting its rows do not count any more", async () => {
    const plan = await opened();
    await plan.done(["consolidate", { files: (await filesOf(documents)).slice(6, 9) }]);
    const row = [...(plan.cells().get("Returns kept") ?? [])].find(([at, { value }]) => at.startsWith("A") && value === "R07")?.[0].replace(/\D/g, "");
    plan.enter("Returns kept", Number(row) - 1, 0, [Array.from({ length: 8 }, () => "")]);
    await plan.done(["consolidate", {}]);
    expect(unlikePlain(plan.cells(), [documents[6], documents[8]] as ReturnDocument[])).toEqual([]);
  });
});

describe("the region's sheets", () => {
  it("stand beside a region's own plan, whose period and name they take", async () => {
    const plan = await opened();
    await plan.done(["insert-template", setUpOptions], ["consolidate", { files: (await filesOf(documents)).slice(6, 8) }], "check", "summarise");
    const cells = plan.cells();
    expect(cells.get("Consolidated figures")?.get("A2")?.value).toBe("All organisations of North West, 2009/10, as at 31 March 2009: 2 organisations.");
    await plan.done(["remove-template", { confirm: true }]);
    expect(plan.workbook.sheets.map(({ name }) => name)).toEqual(["Sheet1", "Returns register", "Consolidated figures", "Consolidated profile", "Set aside", "Shared posts matched", "Returned figures", "Returned profile", "Returns kept"]);
    expect(held(new Map([["Consolidated figures", plan.cells().get("Consolidated figures") ?? new Map()]]))).toEqual(held(new Map([["Consolidated figures", cells.get("Consolidated figures") ?? new Map()]])));
  });

  it("refuse nothing to collect, and another period unless it is confirmed, and change nothing then", async () => {
    const plan = await opened();
    expect(await plan.perform("consolidate", {})).toMatchObject({ ok: false, problem: { code: "no-files" } });
    expect(plan.workbook.sheets.map(({ name }) => name)).toEqual(["Sheet1"]);
    await plan.done(["consolidate", { files: (await filesOf(documents)).slice(6, 8) }]);
    const before = held(plan.cells());
    expect(await plan.perform("consolidate", { period: "2010/11" })).toMatchObject({ ok: false, problem: { code: "needs-confirmation" } });
    expect(held(plan.cells())).toEqual(before);
    await plan.done(["consolidate", { period: "2010/11", confirm: true }]);
    expect(tableOn(plan.cells(), "Set aside", 5).map((row) => row["Why"])).toEqual(["Another period", "Another period"]);
  });

  it("count posts once that two organisations share and both declare", async () => {
    const share = (code: string) => (tables: Record<string, unknown[]>): void => { tables["shared-posts"] = [{ key: { "role-group": "Finance director", "shared-figure": "Posts", "shared-with": code }, figures: { "shared-number": 1 }, texts: {} }]; };
    const pair = [madeReturn(5, 6, { tables: share("R07") }), madeReturn(5, 7, { tables: share("R06") })];
    const plan = await opened();
    await plan.done(["consolidate", { files: await filesOf(pair) }]);
    const cells = plan.cells();
    const alone = plainTotal(pair, "Finance director", "posts");
    expect(consolidatedIn(cells).find((row) => row["Role group"] === "Finance director")?.["Posts"]).toBe(Number(alone) - 1);
    expect(tableOn(cells, "Shared posts matched", 5).map((row) => [row["Role group"], row["Figure"], row["State"], row["Taken off"]])).toEqual([["Finance director", "Posts", "Both declare the same", 1]]);
  });
});

describe("what stands in the way", () => {
  const started = async (options: Parameters<typeof openActions>[0] = {}): Promise<{ readonly plan: OpenActions; readonly before: unknown }> => {
    const plan = await opened(options);
    await plan.done(["consolidate", { files: (await filesOf(documents)).slice(6, 8) }]);
    return { plan, before: held(plan.cells()) };
  };

  it("is named before anything changes: a sheet that is protected", async () => {
    const { plan, before } = await started();
    plan.sheet("Returned figures").set("protection", { options: {}, passwordAttributes: {} });
    expect(await plan.perform("consolidate", { files: (await filesOf(documents)).slice(8, 9) })).toMatchObject({ ok: false, problem: { code: "protected", says: expect.stringContaining("The sheet Returned figures") } });
    expect(held(plan.cells())).toEqual(before);
  });

  it("is named before anything changes: a column that was renamed, with the way out", async () => {
    const { plan } = await started();
    plan.enter("Consolidated figures", 6, 2, [["Places"]]);
    const before = held(plan.cells());
    expect(await plan.perform("consolidate", { files: (await filesOf(documents)).slice(8, 9) })).toMatchObject({ ok: false, problem: { code: "sheet-changed", says: expect.stringContaining('Consolidated figures should have a column "Posts"') } });
    expect(held(plan.cells())).toEqual(before);
  });

  it("half way takes away again what had been added, and the workbook is as it was", async () => {
    const plan = await opened();
    plan.host.session.faults.refuse({ member: "TableRowCollection.add", code: "GeneralException" });
    expect(await plan.perform("consolidate", { files: (await filesOf(documents)).slice(6, 8) })).toMatchObject({ ok: false, problem: { code: "excel-refused", says: expect.stringMatching(/What had been added is gone again, and the workbook is as it was\.$/) } });
    expect(plan.workbook.sheets.map(({ name }) => name)).toEqual(["Sheet1"]);
  });

  it("half way in sheets that were there says so, and going on makes all of it right", async () => {
    const { plan } = await started();
    plan.host.session.faults.refuse({ member: "TableRowCollection.add", code: "GeneralException" });
    const files = (await filesOf(documents)).slice(8, 12);
    expect(await plan.perform("consolidate", { files })).toMatchObject({ ok: false, problem: { says: expect.stringMatching(/some may have been brought up to date: consolidate again to finish\.$/) } });
    await plan.done(["consolidate", { files }]);
    expect(unlikePlain(plan.cells(), documents.slice(6, 12))).toEqual([]);
  });

  it("leaves an empty workbook as it was: a cell that is edited", async () => {
    const plan = await opened({ faults: { "cell-being-edited": true } });
    expect(await plan.perform("consolidate", { files: (await filesOf(documents)).slice(6, 8) })).toMatchObject({ ok: false, problem: { code: "cell-being-edited" } });
    expect(plan.workbook.sheets.map(({ name }) => name)).toEqual(["Sheet1"]);
  });

  it("of tabs and tables that have our names already is worked round", async () => {
    const plan = await opened({ fill: (workbook) => { workbook.addSheet("Returns register"); workbook.addSheet("Set aside"); } });
    await plan.done(["consolidate", { files: (await filesOf(documents)).slice(6, 8) }], ["consolidate", { files: (await filesOf(documents)).slice(8, 9) }]);
    const tabs = plan.workbook.sheets.map(({ name }) => name);
    expect(tabs.filter((name) => /register|aside/i.test(name))).toEqual(["Returns register", "Set aside", "Returns register (2)", "Set aside (2)"]);
    expect(unlikePlain(plan.cells(), documents.slice(6, 9))).toEqual([]);
  });

  it("of a sheet that was deleted or moved since is put right: it is made again, and others are found wherever they are", async () => {
    const { plan } = await started();
    plan.workbook.removeSheet(plan.sheet("Consolidated figures"));
    plan.workbook.renameSheet(plan.sheet("Returned figures"), "As they came");
    renameSheet(plan.workbook, "Returned figures", "As they came");
    await plan.done(["consolidate", { files: (await filesOf(documents)).slice(8, 9) }]);
    expect(unlikePlain(plan.cells(), documents.slice(6, 9))).toEqual([]);
    expect(plan.workbook.sheets.some(({ name }) => name === "As they came")).toBe(true);
  });
});
