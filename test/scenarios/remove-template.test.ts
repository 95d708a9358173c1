/** The template comes out again: only what was put in goes, and not before it is said what figures go with it. */
import { existsSync, readFileSync } from "node:fs";
import path from "node:path";
import { allOk, existingWorkbook, outputFolder, runJob, setUp, stepNamed } from "../support/job";
import { factsOf, partChanges, withoutOpenTab } from "../support/package-facts";
import { readCells } from "../support/plain-cells.cjs";

jest.setTimeout(180_000);

describe("removing the template", () => {
  const folder = outputFolder("scenarios/remove");
  const before = readFileSync(existingWorkbook);

  it("asks first, naming how many figures would go from which sheet, and changes nothing", async () => {
    const run = await runJob(path.join(folder, "asked"), [setUp, { type: { sheet: "Demand and supply", at: "B8", values: [[42, 4, 9]] } }, { do: "remove-template" }], { open: existingWorkbook });
    expect(run.status).toBe(1);
    const step = run.report?.steps.at(-1);
    expect(step?.problem?.code).toBe("needs-confirmation");
    expect(step?.problem?.says).toMatch(/3 entered cells on Demand and supply/);
    expect(existsSync(run.saved)).toBe(false);
  });

  it("names the analyst's own formulas that would break", async () => {
    const leaning = { type: { sheet: "Read me", at: "D5", values: [["='Gap analysis'!A1"]] } };
    const run = await runJob(path.join(folder, "leaning"), [setUp, leaning, { do: "remove-template" }], { open: existingWorkbook });
    expect(run.report?.steps.at(-1)?.problem?.says).toContain("Read me!D5");
  });

  it("leaves the workbook as it was before, figures, names, tables and parts", async () => {
    const run = await runJob(path.join(folder, "taken"), [setUp, { do: "fill-example" }, { do: "check" }, { do: "summarise" }, { do: "remove-template", with: { confirm: true } }], { open: existingWorkbook });
    expect(stepNamed(allOk(run), "remove-template").ok).toBe(true);
    const after = readFileSync(run.saved);
    const [old, now] = [factsOf(before), factsOf(after)];
    expect({ sheets: now.sheets, tables: now.tables, names: now.names }).toEqual({ sheets: old.sheets, tables: old.tables, names: old.names });
    expect(readCells(after)).toEqual(readCells(before));
    const { changed, gone, added } = partChanges(before, after, withoutOpenTab);
    expect(added).toEqual([]);
    expect(gone.filter((part) => part !== "xl/calcChain.xml")).toEqual([]);
    expect(changed.filter((part) => !/^(\[Content_Types\]|docProps\/(app|core)|xl\/(workbook|styles|sharedStrings|_rels\/workbook))\.xml(\.rels)?$/.test(part))).toEqual([]);
  });

  it("from a workbook that has none says so and does nothing", async () => {
    const run = await runJob(path.join(folder, "none"), [{ do: "remove-template", with: { confirm: true } }], { open: existingWorkbook });
    allOk(run);
    expect(partChanges(before, readFileSync(run.saved))).toEqual({ changed: [], gone: [], added: [] });
  });
});
