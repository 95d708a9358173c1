/** An analyst puts the template into the workbook she already has: what is hers stays as it was, to the byte. */
import { readFileSync } from "node:fs";
import path from "node:path";
import { allOk, existingWorkbook, outputFolder, runJob, setUp, stepNamed, variant, type JobRun } from "../support/job";
import { factsOf, partChanges, withoutOpenTab } from "../support/package-facts";
import { readCells } from "../support/plain-cells.cjs";

const CORE = ["Cover", "Demand and supply", "Profile", "Gap analysis", "Dashboard 1", "Dashboard 2", "Checks"];
/** The parts that list what a workbook holds: they grow. The order of calculation is Excel's own to make again. */
const LISTS = ["[Content_Types].xml", "docProps/app.xml", "docProps/core.xml", "xl/_rels/workbook.xml.rels", "xl/sharedStrings.xml", "xl/styles.xml", "xl/workbook.xml"];

jest.setTimeout(180_000);

describe("the template in an analyst's workbook", () => {
  const folder = outputFolder("scenarios/insert");
  const before = readFileSync(existingWorkbook);
  let run: JobRun;
  let after: Buffer;

  beforeAll(async () => {
    run = await runJob(path.join(folder, "once"), [setUp], { open: existingWorkbook });
    allOk(run);
    after = readFileSync(run.saved);
  });

  it("comes as seven sheets, behind the analyst's own", () => {
    expect(factsOf(after).sheets).toEqual([...factsOf(before).sheets, ...CORE]);
    expect(factsOf(after).visible).toEqual([...factsOf(before).visible, ...CORE]);
  });

  it("leaves every part of hers as it was, except the lists that grow and the mark of the open tab", () => {
    const { changed, gone } = partChanges(before, after, withoutOpenTab);
    expect(changed.filter((part) => !LISTS.includes(part))).toEqual([]);
    expect(gone.filter((part) => part !== "xl/calcChain.xml")).toEqual([]);
  });

  it("leaves her values, formulas and formats as they were, cell by cell", () => {
    const now = readCells(after);
    for (const [sheet, cells] of readCells(before)) expect({ sheet, cells: now.get(sheet) }).toEqual({ sheet, cells });
    const formats = factsOf(before).formats;
    expect(factsOf(after).formats.slice(0, formats.length)).toEqual(formats);
  });

  it("leaves her names and tables as they were", () => {
    const [old, now] = [factsOf(before), factsOf(after)];
    expect(now.names).toEqual(expect.arrayContaining([...old.names]));
    expect(now.tables).toEqual(expect.arrayContaining([...old.tables]));
  });

  it("takes at most four round trips, none over 1 MB", () => {
    const { syncs, largestRequestBytes } = stepNamed(allOk(run), "insert-template");
    expect(syncs).toBeGreaterThan(0);
    expect(syncs).toBeLessThanOrEqual(4);
    expect(largestRequestBytes).toBeGreaterThan(0);
    expect(largestRequestBytes).toBeLessThanOrEqual(1_000_000);
  });

  it("put in a second time, in at most four round trips, doubles nothing and keeps the figures", async () => {
    const figures = { type: { sheet: "Demand and supply", at: "B8", values: [[42, 4, 9]] } };
    const filled = await runJob(path.join(folder, "filled"), [setUp, figures], { open: existingWorkbook });
    allOk(filled);
    const again = await runJob(path.join(folder, "twice"), [setUp, { expect: { sheet: "Demand and supply", at: "B8", values: [[42, 4, 9]] } }], { open: filled.saved });
    expect(stepNamed(allOk(again), "insert-template").syncs).toBeLessThanOrEqual(4);
    const [once, twice] = [readFileSync(filled.saved), readFileSync(again.saved)].map((bytes) => ({ facts: factsOf(bytes), cells: readCells(bytes) }));
    expect(twice?.facts.sheets).toEqual(once?.facts.sheets);
    expect(twice?.facts.tables).toEqual(once?.facts.tables);
    expect(twice?.facts.names).toEqual(once?.facts.names);
    for (const [sheet, cells] of once?.cells ?? []) expect({ sheet, cells: withoutStyles(twice?.cells.get(sheet)) }).toEqual({ sheet, cells: withoutStyles(cells) });
  });
});

/** A cell's format may get another number when a sheet is made again; what it holds may not change. */
function withoutStyles(cells: ReadonlyMap<string, { readonly formula: string | null; readonly value: unknown }> | undefined): readonly unknown[] {
  return [...(cells ?? [])].filter(([, cell]) => cell.formula !== null || cell.value !== "").map(([at, { formula, value }]) => ({ at, formula, value })).sort((a, b) => (a.at < b.at ? -1 : 1));
}

describe("a workbook that has our names already", () => {
  const folder = outputFolder("scenarios/clashes");
  const open = variant("name-clashes.xlsx");
  const before = readFileSync(open);
  let after: Buffer;

  beforeAll(async () => {
    const run = await runJob(folder, [
      setUp,
      { expect: { sheet: "Cover", at: "B3", values: [["2025/26"], [12]] } },
      { type: { sheet: "Demand and supply", at: "B8", values: [[42, 4, null, null, null, 12]] } },
      { expect: { sheet: "Gap analysis", at: "A16", values: [["Chief executive", 1, 42, 4]] } },
      { do: "check" },
      { do: "summarise" },
    ], { open });
    allOk(run);
    after = readFileSync(run.saved);
  });

  it("keeps its Cover, checks, tblDemand and nmPeriod, and ours go by another name", () => {
    const { sheets, tables, names } = factsOf(after);
    expect(sheets.slice(0, 8)).toEqual(factsOf(before).sheets);
    expect(sheets.slice(8)).toEqual(expect.arrayContaining(["Cover (2)", "Checks (2)"]));
    expect(tables).toEqual(expect.arrayContaining(["tblDemand", "tblDemand_2"]));
    expect(names.filter(({ name }) => name.startsWith("nmPeriod"))).toEqual([
      { name: "nmPeriod", sheet: null, formula: "Cover!$B$3", hidden: false },
      { name: "nmPeriod_2", sheet: null, formula: expect.stringMatching(/^'Cover \(2\)'!/), hidden: false },
    ]);
  });

  it("keeps every cell of the analyst's own", () => {
    const now = readCells(after);
    for (const [sheet, cells] of readCells(before)) expect({ sheet, cells: now.get(sheet) }).toEqual({ sheet, cells });
  });

  it("has our formulas follow our own names, not the analyst's", () => {
    const formulas = [...readCells(after)].slice(8).flatMap(([, cells]) => [...cells.values()].flatMap((cell) => cell.formula ?? []));
    expect(formulas.length).toBeGreaterThan(100);
    expect(formulas.filter((formula) => /\b(tblDemand|nmPeriod)\b/.test(formula))).toEqual([]);
  });
});
