/** The check sees what was pasted, tells every kind of cell apart, finds our sheets wherever they went, and changes nothing but the Checks sheet. */
import { readFileSync } from "node:fs";
import path from "node:path";
import { allOk, existingWorkbook, outputFolder, runJob, setUp, stepNamed, type CellIn, type Finding, type Step, type StepReport } from "../support/job";
import { factsOf } from "../support/package-facts";
import { readCells, type CellsBySheet } from "../support/plain-cells.cjs";

jest.setTimeout(180_000);

const folder = outputFolder("scenarios/check");
const filled: readonly Step[] = [setUp, { do: "fill-example" }];
const paste = (at: string, values: readonly (readonly CellIn[])[], sheet = "Demand and supply"): Step => ({ paste: { sheet, at, values } });

async function checked(name: string, steps: readonly Step[], open = existingWorkbook): Promise<{ readonly step: StepReport; readonly cells: CellsBySheet; readonly saved: string }> {
  const run = await runJob(path.join(folder, name), [...steps, { do: "check" }], { open });
  const step = stepNamed(allOk(run), "check");
  return { step, cells: readCells(readFileSync(run.saved)), saved: run.saved };
}

const brief = (findings: readonly Finding[]): readonly string[] => findings.map(({ code, severity, sheet, cell }) => `${code} ${severity} ${sheet}!${cell}`);
const at = (findings: readonly Finding[], cell: string): readonly string[] => findings.filter((each) => each.cell === cell && each.sheet === "Demand and supply").map(({ code }) => code);

describe("checking", () => {
  it("finds nothing to put right in the made-up example, in at most two round trips", async () => {
    const { step, cells } = await checked("example", filled);
    expect(step.findings.filter(({ severity }) => severity === "must-fix")).toEqual([]);
    expect(step.syncs).toBeGreaterThan(0);
    expect(step.syncs).toBeLessThanOrEqual(2);
    expect(cells.get("Checks")?.get("B5")?.value).toBe("No");
  });

  it("sees pasted values, and tells blank, 0, n/a, <5, text, percentage and error apart", async () => {
    const { step } = await checked("kinds", [...filled, paste("B9", [["", 0, "n/a", "<5", "'5 ", "'16", "5%", -1, "#REF!"]]), paste("B10", [[42.5]])]);
    const found = new Map(["B9", "C9", "D9", "E9", "F9", "G9", "H9", "I9", "J9", "B10"].map((cell) => [cell, at(step.findings, cell)]));
    expect(Object.fromEntries(found)).toEqual({ B9: ["E20"], C9: [], D9: ["E16"], E9: ["E16"], F9: ["E16"], G9: ["E16"], H9: ["E12"], I9: ["E11"], J9: ["E17"], B10: ["E12"] });
    expect(step.findings.map(({ sheet }) => sheet).filter((sheet) => sheet !== "Demand and supply")).toEqual([]);
    const severity = (cell: string): string | undefined => step.findings.find((each) => each.cell === cell && each.sheet === "Demand and supply")?.severity;
    expect([severity("D9"), severity("E9"), severity("F9")]).toEqual(["note", "explain", "must-fix"]);
  });

  it("lists every finding on Checks with a link to its cell, counts them, and notes when", async () => {
    const { step, cells } = await checked("listed", [...filled, paste("B9", [["", "many"]]), paste("G12", [["<5"]])]);
    const sheet = cells.get("Checks");
    const listed = step.findings.map((_, index) => ["A", "C", "D", "E", "F"].map((column) => sheet?.get(`${column}${18 + index}`)?.value));
    expect(listed).toEqual(step.findings.map(({ code, sheet: tab, cell, says, fix }) => [code, tab, cell === "" ? "Sheet" : cell, says, fix]));
    const count = (severity: Finding["severity"]): number => step.findings.filter((each) => each.severity === severity).length;
    expect(["B6", "B7", "B9"].map((cell) => sheet?.get(cell)?.value)).toEqual([count("must-fix"), count("explain"), count("note")]);
    expect(sheet?.get("B4")?.kind).toBe("number");
    expect(Number(sheet?.get("B4")?.value)).toBeGreaterThan(45_000);
  });

  it("says on Checks when figures have changed since, until they are checked again", async () => {
    const says = (words: string): Step => ({ expect: { sheet: "Checks", at: "B5", values: [[words]] } });
    const run = await runJob(path.join(folder, "changed"), [setUp, says("Not checked yet"), { do: "fill-example" }, { do: "check" }, says("No"),
      { type: { sheet: "Demand and supply", at: "C9", values: [[4]] } }, says("Yes: check again"), { do: "check" }, says("No"),
      { type: { sheet: "Cover", at: "B15", values: [[2.5]] } }, says("Yes: check again")], { open: existingWorkbook });
    allOk(run);
  });

  it("twice gives the same workbook but for the time, with fewer findings after more", async () => {
    const spoilt: readonly Step[] = [...filled, paste("B9", [["", "many", "-", "tbc", "nil"]])];
    const once = await checked("once", spoilt);
    const twice = await checked("twice", [...spoilt, { do: "check" }]);
    const mended = await checked("mended", [...spoilt, { do: "check" }, { do: "fill-example", with: { overwrite: true } }, setUp]);
    const clean = await checked("clean", filled);
    const held = (cells: CellsBySheet): unknown => [...cells].map(([sheet, own]) => [sheet, [...own].filter(([place, cell]) => cell.kind !== "blank" && !(sheet === "Checks" && place === "B4")).map(([place, { formula, value }]) => [place, formula, value])]);
    expect(held(twice.cells)).toEqual(held(once.cells));
    expect(held(mended.cells)).toEqual(held(clean.cells));
    expect(factsOf(readFileSync(twice.saved)).tables).toEqual(factsOf(readFileSync(once.saved)).tables);
  });

  it("changes no sheet but Checks", async () => {
    const spoilt: readonly Step[] = [...filled, paste("B9", [["", "many"]])];
    const before = await runJob(path.join(folder, "before"), spoilt, { open: existingWorkbook });
    allOk(before);
    const after = await checked("after", spoilt);
    const untouched = [...readCells(readFileSync(before.saved))].filter(([sheet]) => sheet !== "Checks");
    for (const [sheet, cells] of untouched) expect({ sheet, cells: after.cells.get(sheet) }).toEqual({ sheet, cells });
  });

  it("of sheets that nobody has filled in gives one finding a row, not one a cell", async () => {
    const { step } = await checked("empty", [setUp]);
    expect(step.findings.length).toBeLessThan(60);
    expect(brief(step.findings)).toContain("E20 must-fix Demand and supply!B8");
  });

  it("finds a role group typed under the table, and asks to summarise", async () => {
    const { step } = await checked("added", [...filled, { type: { sheet: "Demand and supply", at: "A20", values: [["Digital director", 12, 3, 2, 4, 3, 1, 2, 5]] } }]);
    expect(brief(step.findings)).toEqual(expect.arrayContaining(["E20 must-fix Demand and supply!J20", "E33 must-fix Gap analysis!A15", "W05 note Demand and supply!A20"]));
  });

  it("without a template says so and writes nothing", async () => {
    const run = await runJob(path.join(folder, "none"), [{ do: "check" }], { open: existingWorkbook });
    expect(run.status).toBe(1);
    expect(run.report?.steps[0]?.problem).toEqual({ code: "no-template", says: expect.stringMatching(/set it up/i) });
  });
});
