/** A person's own sheets are looked through: what they typed over, left out and forgot is found in its cell, and nothing is changed. */
import { readFileSync } from "node:fs";
import path from "node:path";
import { openActions } from "../support/actions";
import { allOk, existingWorkbook, outputFolder, runJob, setUp, stepNamed, type Finding, type Step } from "../support/job";
import { readCells } from "../support/plain-cells.cjs";

jest.setTimeout(180_000);

const folder = outputFolder("scenarios/audit");
const brief = (findings: readonly Finding[]): readonly string[] => findings.map(({ code, severity, sheet, cell }) => `${code} ${severity} ${sheet}!${cell}`);
const type = (sheet: string, at: string, value: string | number): Step => ({ type: { sheet, at, values: [[value]] } });

describe("looking through one's own sheets", () => {
  it("says of an honest workbook only what is hidden in it, without a template", async () => {
    const audited = stepNamed(allOk(await runJob(path.join(folder, "honest"), [{ do: "audit" }], { open: existingWorkbook })), "audit");
    expect(brief(audited.findings)).toEqual(["S08 explain Lists!"]);
    expect(audited.syncs).toBeLessThanOrEqual(5);
  });

  it("finds what went wrong since, each in its cell, and leaves every cell as it was", async () => {
    const wrong = [
      setUp, type("Leavers", "D10", 9), type("Leavers", "E20", "=SUM(C9:C20)/AVERAGE(B8:B19)"), type("Summary", "B11", "=SUM(B5:B9)"), type("Vacancies", "H5", "Dr Okafor is covering"), { paste: { sheet: "Vacancies", at: "D6", values: [["'31.01.2026"]] } },
      type("Read me", "B7", "=Summary!Z99/0"), type("Demand and supply", "K9", "Held by Mrs Patel"),
    ];
    const run = await runJob(path.join(folder, "wrong"), [...wrong, { do: "audit" }], { open: existingWorkbook });
    const plain = await runJob(path.join(folder, "wrong-unaudited"), wrong, { open: existingWorkbook });
    const audited = stepNamed(allOk(run), "audit");
    expect(brief(audited.findings)).toEqual([
      "S06 must-fix Read me!B7", "S13 must-fix Vacancies!D6", "S06 must-fix Vacancies!F6", "S10 explain Vacancies!H5", "S03 explain Summary!B11", "S01 explain Leavers!D10", "S02 explain Leavers!E20", "S08 explain Lists!", "S10 explain Demand and supply!K9",
    ]);
    expect([...readCells(readFileSync(run.saved))]).toEqual([...readCells(readFileSync(plain.saved))]);
  });

  it("looks through the sheets that were asked for, and names one that is not there", async () => {
    const only = await runJob(path.join(folder, "only"), [type("Leavers", "D10", 9), { do: "audit", with: { sheets: ["leavers"] } }], { open: existingWorkbook });
    expect(brief(stepNamed(allOk(only), "audit").findings)).toEqual(["S01 explain Leavers!D10"]);
    const gone = await runJob(path.join(folder, "gone"), [{ do: "audit", with: { sheets: ["Leavers", "Joiners"] } }], { open: existingWorkbook });
    expect(gone.report?.steps[0]?.problem).toEqual({ code: "not-found", says: "Joiners is not a sheet of this workbook. Nothing was changed." });
  });

  it("names a sheet that reaches over the whole grid as too large, and looks through the others", async () => {
    const plan = await openActions({ open: existingWorkbook, fill: (workbook) => {
      const large = workbook.addSheet("Everything");
      for (const [row, column] of [[0, 0], [1_048_575, 16_383]] as const) large.put(row, column, { ...large.cell(row, column), value: "a corner" });
    } });
    const outcome = await plan.perform("audit");
    plan.close();
    expect(plan.problems).toEqual([]);
    expect(outcome).toMatchObject({ ok: true, report: { says: "Looked through 6 sheets of your own. Found 1 to explain. Everything is too large to be looked through. Nothing was changed." } });
  });
});
