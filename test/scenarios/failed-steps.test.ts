/** A step that cannot be done says why and leaves the workbook as it was; nothing half-made is saved. */
import { existsSync } from "node:fs";
import path from "node:path";
import { existingWorkbook, outputFolder, runJob, setUp, variant, type Step } from "../support/job";

jest.setTimeout(180_000);

const folder = outputFolder("scenarios/failed");
const asked = (changed: Readonly<Record<string, unknown>>): Step => ({ do: "insert-template", with: { structure: "2009", organisationCode: "Q31", organisationName: "North West", period: "2009/10", asAt: "2009-03-31", ...changed } });

describe("a step that fails", () => {
  it.each([
    { name: "an unknown structure", step: asked({ structure: "1948" }), says: /structure/i },
    { name: "a code that does not fit the structure", step: asked({ organisationCode: "QQ99" }), says: /code/i },
    { name: "a period that is no financial year", step: asked({ period: "last year" }), says: /financial year|period/i },
    { name: "an as-at date that is none", step: asked({ asAt: "31 Smarch" }), says: /date/i },
    { name: "a role group twice", step: asked({ roleGroups: ["Finance", "finance"] }), says: /twice/i },
    { name: "an option that does not exist", step: asked({ organizationCode: "Q31" }), says: /organizationCode/ },
    { name: "a module that is not built", step: asked({ module: "region" }), says: /module/i },
  ])("$name: the field and the remedy are named", async ({ name, step, says }) => {
    const run = await runJob(path.join(folder, name.replace(/ /g, "-")), [step], { open: existingWorkbook });
    expect(run.status).toBe(1);
    expect(run.report?.ok).toBe(false);
    expect(run.report?.steps.at(-1)?.problem?.says).toMatch(says);
    expect(run.report?.steps.at(-1)?.problem?.code).not.toBe("defect");
    expect(existsSync(run.saved)).toBe(false);
  });

  it.each([
    { action: "fill-example", because: "there are no sheets to fill" },
    { action: "summarise", because: "there is nothing to summarise" },
    { action: "check", because: "there is nothing to check" },
  ])("$action without a template names set-up as the remedy ($because)", async ({ action }) => {
    const run = await runJob(path.join(folder, `no-template-${action}`), [{ do: action }], { open: existingWorkbook });
    expect(run.status).toBe(1);
    expect(run.report?.steps[0]?.problem).toEqual({ code: "no-template", says: expect.stringMatching(/set (it )?up/i) });
    expect(existsSync(run.saved)).toBe(false);
  });

  it("in a workbook whose structure is protected changes nothing and says how to lift it", async () => {
    const run = await runJob(path.join(folder, "locked"), [setUp], { open: variant("locked-structure.xlsx") });
    expect(run.status).toBe(1);
    expect(run.report?.steps[0]?.problem).toEqual({ code: "protected", says: expect.stringMatching(/unprotect/i) });
    expect(existsSync(run.saved)).toBe(false);
  });

  it("in an Excel that is too old says which one is needed", async () => {
    const run = await runJob(path.join(folder, "old"), [setUp], { open: existingWorkbook, profile: { platform: "desktop", api: "1.3" } });
    expect(run.status).toBe(1);
    expect(run.report?.steps[0]?.problem).toEqual({ code: "excel-too-old", says: expect.stringMatching(/Excel 2021|Microsoft 365/) });
    expect(existsSync(run.saved)).toBe(false);
  });

  it("stops the job: later steps are not run, earlier ones are reported", async () => {
    const run = await runJob(path.join(folder, "stops"), [setUp, { expect: { sheet: "Demand and supply", at: "A8", values: [["Nobody"]] } }, { do: "fill-example" }], { open: existingWorkbook });
    expect(run.status).toBe(1);
    expect(run.report?.steps.map((step) => ({ do: step.do, ok: step.ok }))).toEqual([{ do: "insert-template", ok: true }, { do: "expect", ok: false }]);
    expect(run.report?.steps[1]?.problem?.says).toMatch(/A8.*Nobody|Nobody.*A8/);
    expect(existsSync(run.saved)).toBe(false);
  });

  it("filling the example over entered figures is refused until it is asked for", async () => {
    const typed: Step = { type: { sheet: "Demand and supply", at: "B8", values: [[7]] } };
    const refused = await runJob(path.join(folder, "entered"), [setUp, typed, { do: "fill-example" }], { open: existingWorkbook });
    expect(refused.report?.steps.at(-1)?.problem?.code).toBe("figures-entered");
    const asked = await runJob(path.join(folder, "overwritten"), [setUp, typed, { do: "fill-example", with: { overwrite: true } }, { expect: { sheet: "Demand and supply", at: "B8", values: [[42]] } }], { open: existingWorkbook });
    expect(asked.status).toBe(0);
  });
});
