/** What the headless runner promises to scripts that call it: the report's exact shape, exit statuses, and standard output left alone. */
import { existsSync, readFileSync, writeFileSync } from "node:fs";
import path from "node:path";
import { saveXlsx } from "../../src/host/file/save-xlsx";
import { blankCell } from "../../src/host/workbook/sheet";
import { Workbook } from "../../src/host/workbook/workbook";
import { allOk, commandLine, existingWorkbook, outputFolder, runJob, setUp } from "../support/job";
import { readCells } from "../support/plain-cells.cjs";

jest.setTimeout(180_000);

const folder = outputFolder("scenarios/contract");
const NOT_BUILT = ["import-figures", "forecast", "publishable-copy", "board-pack"];

describe("the runner's report", () => {
  it("has one entry a step, with these fields and no others", async () => {
    const run = await runJob(path.join(folder, "shape"), [
      setUp,
      { type: { sheet: "Demand and supply", at: "B8", values: [[42]] } },
      { paste: { sheet: "Demand and supply", at: "C8", values: [["<5"]] } },
      { expect: { sheet: "Demand and supply", at: "A8", values: [["Chief executive", 42, "<5"]] } },
      { do: "check" },
    ], { open: existingWorkbook });
    const steps = allOk(run);
    expect(Object.keys(run.report ?? {})).toEqual(["ok", "steps"]);
    const number = expect.any(Number);
    const entry = { ok: true, problem: null, syncs: number, requests: number, largestRequestBytes: number, ms: number, files: [] };
    const silent = { ...entry, syncs: 0, requests: 0, largestRequestBytes: 0, findings: [] };
    expect(steps).toEqual([
      { ...entry, step: 1, do: "insert-template", findings: [] },
      { ...silent, step: 2, do: "type" },
      { ...silent, step: 3, do: "paste" },
      { ...silent, step: 4, do: "expect" },
      { ...entry, step: 5, do: "check", findings: expect.any(Array) },
    ]);
    expect(steps[4]?.findings.length).toBeGreaterThan(0);
    for (const finding of steps[4]?.findings ?? []) expect(Object.keys(finding)).toEqual(["code", "severity", "sheet", "cell", "says", "fix"]);
    expect(run.output).toBe("");
  });

  it("names the formulas of the workbook that are not worked out, and those whose values may be out of date", async () => {
    const own = outputFolder("scenarios/contract/open-results");
    const workbook = new Workbook("cubes.xlsx");
    const sheet = workbook.addSheet("Plan");
    sheet.put(0, 0, { ...blankCell, value: 1 });
    sheet.put(0, 1, { ...blankCell, formula: "CUBEVALUE(\"Sales\",A1)", value: 21 });
    sheet.put(0, 2, { ...blankCell, formula: "B1*2", value: 42 });
    const file = path.join(own, "cubes.xlsx");
    writeFileSync(file, saveXlsx(workbook));
    const run = await runJob(path.join(own, "job"), [{ type: { sheet: "Plan", at: "A1", values: [[2]] } }, { expect: { sheet: "Plan", at: "B1", values: [[21, 42]] } }], { open: file });
    allOk(run);
    expect(Object.keys(run.report ?? {})).toEqual(["ok", "steps", "notWorkedOut"]);
    expect(run.report?.notWorkedOut).toEqual([
      { sheet: "Plan", cell: "B1", formula: "CUBEVALUE(\"Sales\",A1)", standing: "out-of-date", says: expect.stringMatching(/CUBEVALUE is not built here.*may be out of date/) },
      { sheet: "Plan", cell: "C1", formula: "B1*2", standing: "out-of-date", says: "The result stands on a value that may be out of date." },
    ]);
  });

  it("of a value that the cell's rule forbids: the step fails with the alert's words, as Excel refuses typing", async () => {
    const run = await runJob(path.join(folder, "refused"), [setUp, { type: { sheet: "Demand and supply", at: "B8", values: [["many"]] } }], { open: existingWorkbook });
    expect(run.status).toBe(1);
    expect(run.report?.steps[1]).toMatchObject({ step: 2, do: "type", ok: false, problem: { code: expect.any(String), says: expect.stringMatching(/B8/) } });
  });

  it.each(NOT_BUILT)("of %s, which is not built: not-available", async (action) => {
    const run = await runJob(path.join(folder, action), [{ do: action }], { open: existingWorkbook });
    expect(run.status).toBe(1);
    expect(run.report?.steps[0]?.problem).toEqual({ code: "not-available", says: expect.stringContaining(action) });
  });
});

describe("the runner", () => {
  it("with --help lists each action with its options", async () => {
    const { status, output } = await commandLine(["--help"]);
    expect(status).toBe(0);
    for (const words of ["insert-template", "remove-template", "fill-example", "check", "explain", "load-rule-pack", "use-shipped-rules", "summarise", "organisationCode", "roleGroups", "overwrite", "confirm", "--job", "--open", "--save", "--report", "--out-dir"]) expect(output).toContain(words);
  });

  it("without a workbook starts from a new one with an empty Sheet1", async () => {
    const run = await runJob(path.join(folder, "new"), [{ type: { sheet: "Sheet1", at: "B2", values: [[2, "=B2*21"]] } }, { expect: { sheet: "Sheet1", at: "C2", values: [[42]] } }]);
    allOk(run);
    const cells = readCells(readFileSync(run.saved));
    expect([...cells.keys()]).toEqual(["Sheet1"]);
    expect(cells.get("Sheet1")?.get("C2")).toMatchObject({ formula: "B2*21", kind: "number", value: 42 });
  });

  it("without --save or --report writes neither", async () => {
    const own = outputFolder("scenarios/contract/neither");
    await runJob(own, [setUp]);
    const bare = outputFolder("scenarios/contract/bare");
    const { status } = await commandLine(["--job", path.join(own, "job.json")]);
    expect(status).toBe(0);
    expect(existsSync(path.join(bare, "saved.xlsx"))).toBe(false);
  });

  it.each([
    { words: [], says: /--job/, because: "there is nothing to do" },
    { words: ["--job", "x.json", "--jump"], says: /--jump/, because: "a word that it does not know may be a slip" },
    { words: ["--job"], says: /--job/, because: "the file's name is missing" },
  ])("called with $words ends with status 2 ($because)", async ({ words, says }) => {
    const { status, errors } = await commandLine(words);
    expect(status).toBe(2);
    expect(errors).toMatch(says);
  });
});
