/** Workbooks that are larger than one request or answer: the work is cut in parts, and what cannot be done is said. */
import { profiles } from "../../src/host/objects/profile";
import type { Sheet } from "../../src/host/workbook/sheet";
import { openActions, setUpOptions, type ActionsOptions, type OpenActions, type Outcome } from "../support/actions";
import { commandLine } from "../support/job";

jest.setTimeout(240_000);
beforeAll(async () => { expect((await commandLine(["--help"])).status).toBe(0); });

const setUp = ["insert-template", setUpOptions] as const;
let plan: OpenActions;
let answers: { readonly bytes: number; readonly actions: number; readonly error: string | null }[] = [];
async function open(options: ActionsOptions = {}): Promise<void> {
  answers = [];
  plan = await openActions({ profile: profiles.web, ...options, onRequest: ({ responseBytes, actions, error }) => { answers.push({ bytes: responseBytes, actions, error }); } });
}
afterEach(() => {
  plan.close();
  expect(plan.problems).toEqual([]);
});

const saysOf = (outcome: Outcome): string => (outcome.ok ? outcome.report.says : outcome.problem.says);
function fill(sheet: Sheet, rows: number, columns: number, value: string): void {
  sheet.write({ top: 0, left: 0, bottom: rows - 1, right: columns - 1 }, "typed", "content", (cell) => ({ ...cell, value }));
}
const FIVE_MB = 5 * 1024 * 1024;

describe("an analyst's own sheet of 6 MB", () => {
  it("is looked through in parts for formulas that would break, to the last row", async () => {
    await open();
    fill(plan.sheet("Sheet1"), 5_000, 3, "What somebody wrote. ".repeat(20));
    await plan.done(setUp);
    plan.enter("Sheet1", 4_999, 2, [["=SUM(tblDemand[Posts])"]]);
    const asked = await plan.perform("remove-template");
    expect(saysOf(asked)).toContain("1 formula of your own points at these sheets and will show an error: Sheet1!C5000.");
    expect(answers.filter(({ error }) => error !== null).map(({ error }) => error)).toEqual(["ResponsePayloadSizeLimitExceeded"]);
    const whole = answers.filter(({ error }) => error === null).map(({ bytes }) => bytes);
    expect([Math.max(...whole) < FIVE_MB, whole.reduce((sum, bytes) => sum + bytes, 0) > FIVE_MB]).toEqual([true, true]);
  });

  it("that reaches over the whole grid is not read, and the words say so", async () => {
    await open();
    const own = plan.sheet("Sheet1");
    own.put(1_048_575, 16_383, { ...own.cell(0, 0), value: "the last cell" });
    own.put(0, 0, { ...own.cell(0, 0), value: "the first cell" });
    await plan.done(setUp);
    expect(saysOf(await plan.perform("remove-template"))).toContain("Sheet1 is too large to look through for formulas that point at these sheets.");
  });
});

describe("a table of ours that somebody filled with thousands of long texts", () => {
  it("is checked in parts", async () => {
    await open();
    await plan.done(setUp, "fill-example");
    const sheet = plan.sheet("Demand and supply");
    const [table] = sheet.get("tables");
    if (table === undefined) throw new Error("There is no table.");
    const row = Array.from({ length: 12 }, (_, column) => sheet.cell(8, column));
    const bottom = table.area.top + 1_400;
    sheet.write({ top: 19, left: 0, bottom, right: 11 }, "typed", "content", (cell, down, column) => ({ ...cell, value: column === 0 ? `Post ${down}` : column === 10 ? "Pasted from a report. ".repeat(90) : row[column]?.value ?? null }));
    sheet.set("tables", [{ ...table, area: { ...table.area, bottom } }]);
    const outcome = await plan.perform("check");
    expect(outcome).toMatchObject({ ok: true });
    if (!outcome.ok) return;
    expect(answers.filter(({ error }) => error !== null).map(({ error }) => error)).toEqual(["ResponsePayloadSizeLimitExceeded"]);
    expect(outcome.report.findings.map(({ code, sheet: tab }) => `${code} ${tab}`)).toContain("E33 Gap analysis");
  });
});

describe("the largest return that set-up takes", () => {
  it("keeps every request under 1 MB, every formula and list within Excel's lengths, and what a request asks for within bounds", async () => {
    await open();
    const roleGroups = Array.from({ length: 60 }, (_, index) => `Director of a role that has a long name, number ${index + 1}`);
    const outcome = await plan.perform("insert-template", { ...setUpOptions, roleGroups });
    expect(outcome).toMatchObject({ ok: true });
    expect(plan.host.counts.largestRequestBytes).toBeLessThanOrEqual(1_000_000);
    expect(plan.host.counts.largestRequestActions).toBeLessThanOrEqual(8_000);
    await plan.done("fill-example");
    plan.host.resetCounts();
    await plan.done("check");
    // As many for sixty role groups as for one: a check asks by column and not by cell, for figures, rules and colours; and for every sheet that may be there.
    expect(plan.host.counts.largestRequestActions).toBeLessThanOrEqual(1_500);
  });
});
