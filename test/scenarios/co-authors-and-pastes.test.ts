/** What others do to the figures: pasting that takes Excel's rules away, co-authors, settings that a Mac loses. The check finds it, and setting up again puts it right. */
import { typeInto } from "../../src/host/entry";
import { profiles } from "../../src/host/objects/profile";
import { openActions, setUpOptions, type ActionsOptions, type OpenActions } from "../support/actions";
import { commandLine, type Finding } from "../support/job";

jest.setTimeout(240_000);

const setUp = ["insert-template", setUpOptions] as const;
let filled: Uint8Array;
beforeAll(async () => {
  expect((await commandLine(["--help"])).status).toBe(0);
  const made = await openActions();
  await made.done(setUp, "fill-example", "check");
  filled = made.saved();
  made.close();
});

let plan: OpenActions;
async function open(options: ActionsOptions = {}): Promise<void> { plan = await openActions({ open: filled, ...options }); }
afterEach(() => {
  plan.close();
  expect(plan.problems).toEqual([]);
});

const DEMAND = "Demand and supply";
async function checked(): Promise<{ readonly findings: readonly Finding[]; readonly syncs: number }> {
  plan.host.resetCounts();
  const outcome = await plan.perform("check");
  if (!outcome.ok) throw new Error(outcome.problem.says);
  return { findings: outcome.report.findings, syncs: plan.host.counts.syncs };
}
const places = (findings: readonly Finding[]): readonly string[] => findings.map(({ code, sheet, cell }) => `${code} ${sheet}!${cell}`);
const shownAt = (sheet: string, row: number, column: number): unknown => {
  plan.host.session.settle();
  return plan.sheet(sheet).cell(row, column).value;
};
const typed = (row: number, column: number, value: string | number): string => typeInto(plan.host.session, plan.sheet(DEMAND), row, column, [[value]], "typed").kind;

describe("a paste over cells with rules", () => {
  it("is found with what it brought and with the rules that it took, in two round trips; setting up again puts the rules back and leaves the figures", async () => {
    await open();
    const clean = places((await checked()).findings);
    plan.enter(DEMAND, 8, 1, [["many", 3]], "pasted");
    plan.enter(DEMAND, 7, 6, Array.from({ length: 12 }, () => [4]), "pasted");
    expect(typed(8, 1, "lots")).toBe("entered");
    const { findings, syncs } = await checked();
    expect(places(findings).filter((place) => !clean.includes(place))).toEqual(expect.arrayContaining([`E10 ${DEMAND}!B9`, `W07 ${DEMAND}!B8:B19`, `W07 ${DEMAND}!C8:C19`, `W07 ${DEMAND}!G8:G19`]));
    expect(syncs).toBeLessThanOrEqual(2);
    plan.host.resetCounts();
    const again = await plan.perform("insert-template", {});
    expect(again).toMatchObject({ ok: true, report: { says: expect.stringContaining(`Cells of ${DEMAND} that pasting had left without a rule for what may be entered have it again.`) } });
    expect(plan.host.counts.syncs).toBeLessThanOrEqual(4);
    expect([shownAt(DEMAND, 8, 1), shownAt(DEMAND, 8, 2), shownAt(DEMAND, 18, 6)]).toEqual(["lots", 3, 4]);
    expect([typed(8, 1, "more"), typed(8, 6, "some"), typed(8, 1, 12)]).toEqual(["refused", "refused", "entered"]);
    expect(places((await checked()).findings).filter((place) => place.startsWith("W07"))).toEqual([]);
  });
});

describe("a co-author", () => {
  it("who changes a figure after the check makes the Checks sheet say so", async () => {
    await open();
    expect(shownAt("Checks", 4, 1)).toBe("No");
    plan.enter(DEMAND, 8, 1, [[43]], "remote");
    expect(shownAt("Checks", 4, 1)).toBe("Yes: check again");
    await checked();
    expect(shownAt("Checks", 4, 1)).toBe("No");
  });

  it("through whom Excel loses rows that were added to the list of findings costs nothing for good: the next check lists them again", async () => {
    await open({ faults: { "table-rows-lost": true } });
    plan.enter(DEMAND, 8, 1, [["", "many", "tbc"]], "pasted");
    const { findings } = await checked();
    const listed = (): number => (plan.sheet("Checks").get("tables")[0]?.area.bottom ?? 0) - (plan.sheet("Checks").get("tables")[0]?.area.top ?? 0);
    expect(listed()).toBe(findings.length);
    plan.enter("Checks", 17, 4, [["Seen by me"]], "remote");
    expect(listed()).toBeLessThan(findings.length);
    const again = await checked();
    expect([places(again.findings), listed()]).toEqual([places(findings), findings.length]);
  });
});

describe("an Excel for Mac that loses settings when the workbook is opened again", () => {
  it("still finds the template, what was entered and when it was checked, since none of it is in settings", async () => {
    await open({ profile: profiles.mac, settings: { other: "1" } });
    expect([...plan.host.session.settings]).toEqual([]);
    expect(typeof shownAt("Checks", 3, 1)).toBe("number");
    await plan.done("check", ["insert-template", {}]);
    expect(plan.workbook.sheets.map(({ name }) => name)).toEqual(["Sheet1", "Cover", DEMAND, "Profile", "Gap analysis", "Dashboard 1", "Dashboard 2", "Checks"]);
    expect([...plan.host.session.settings]).toEqual([]);
    expect(shownAt(DEMAND, 7, 1)).toBe(42);
  });
});
