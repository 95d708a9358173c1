/** Excel refuses: while a cell is edited, while another workbook is in front, where something is protected, half way. The workbook is as it was, or the words say exactly what stands. */
import { profiles } from "../../src/host/objects/profile";
import { openActions, setUpOptions, type ActionsOptions, type OpenActions, type Outcome } from "../support/actions";
import { commandLine } from "../support/job";

jest.setTimeout(240_000);

const CORE = ["Cover", "Demand and supply", "Profile", "Gap analysis", "Dashboard 1", "Dashboard 2", "Checks"];
const setUp = ["insert-template", setUpOptions] as const;

/** A workbook that is set up, filled and checked; each story opens a copy. */
let filled: Uint8Array;
beforeAll(async () => {
  expect((await commandLine(["--help"])).status).toBe(0);
  const made = await openActions();
  await made.done(setUp, "fill-example", "check");
  filled = made.saved();
  made.close();
});

let plan: OpenActions;
async function open(options: ActionsOptions = {}): Promise<OpenActions> {
  plan = await openActions(options);
  return plan;
}
afterEach(() => {
  plan.close();
  expect(plan.problems).toEqual([]);
});

const tabs = (): readonly string[] => plan.workbook.sheets.map(({ name }) => name);
const names = (): readonly string[] => plan.workbook.names.map(({ name }) => name);
/** All that a person would see of it, to hold against what it was. */
const asItIs = (): unknown => ({ tabs: tabs(), names: names(), cells: [...plan.cells()].map(([sheet, cells]) => [sheet, [...cells]]) });
const problem = (outcome: Outcome): { readonly code: string; readonly says: string } => {
  if (outcome.ok) throw new Error(`It was done: ${outcome.report.says}`);
  return outcome.problem;
};

describe("while a cell is being edited", () => {
  it("every action says how to leave the cell and changes nothing, and works once it is left", async () => {
    await open({ open: filled, faults: { "cell-being-edited": true } });
    const before = asItIs();
    for (const action of [setUp, ["check"], ["summarise"], ["fill-example", { overwrite: true }], ["remove-template", { confirm: true }]] as const) {
      expect(problem(await plan.perform(action[0], action[1] ?? {}))).toEqual({ code: "cell-being-edited", says: "A cell is being edited. Press Enter or Esc in the sheet, then try again. Nothing was changed." });
    }
    expect(asItIs()).toEqual(before);
    plan.host.cellEditing = false;
    await plan.done("check");
  });

  it("which began between reading and writing, the same: nothing of the request was done", async () => {
    await open({ onRequest: ({ service, releaseOnly }) => { if (!service && !releaseOnly) plan.host.cellEditing = true; } });
    const before = asItIs();
    expect(problem(await plan.perform(...setUp)).says).toBe("A cell is being edited. Press Enter or Esc in the sheet, then try again. Nothing was changed.");
    expect(asItIs()).toEqual(before);
  });
});

describe("while another workbook is in front", () => {
  const away: ActionsOptions = { profile: profiles["excel-2021"], faults: { "another-workbook-in-front": true } };

  it("insert-template says so, leaves the workbook as it was, and works once this one is in front, if only until the sheets are to be shown", async () => {
    await open(away);
    const before = asItIs();
    expect(problem(await plan.perform(...setUp))).toEqual({ code: "other-workbook", says: "Excel refuses this while another workbook is in front. Click in this workbook, then try again. What had been added is gone again, and the workbook is as it was." });
    expect(asItIs()).toEqual(before);
    plan.host.session.faults.turn("another-workbook-in-front", false);
    plan.host.session.faults.refuse({ member: "Worksheet.activate", code: "GeneralException" });
    expect(await plan.perform(...setUp)).toMatchObject({ ok: true, report: { says: expect.stringMatching(/^Added 7 sheets.*Another workbook is in front: click in this one to see them\.$/) } });
    expect(tabs()).toEqual(["Sheet1", ...CORE]);
  });

  it("filling and checking need no window; remove-template takes nothing, and all of it once this one is in front", async () => {
    await open({ ...away, open: filled });
    await plan.done(["fill-example", { overwrite: true }], "check");
    const before = asItIs();
    expect(problem(await plan.perform("remove-template", { confirm: true })).code).toBe("other-workbook");
    expect(asItIs()).toEqual(before);
    plan.host.session.faults.turn("another-workbook-in-front", false);
    await plan.done(["remove-template", { confirm: true }]);
    expect([tabs(), names()]).toEqual([["Sheet1"], []]);
  });
});

describe("half way through insert-template", () => {
  it.each(["TableCollection.add", "ChartCollection.add"])("a refusal of %s leaves the workbook as it was", async (member) => {
    await open();
    const before = asItIs();
    plan.host.session.faults.refuse({ member, code: "GeneralException" });
    expect(problem(await plan.perform(...setUp))).toEqual({ code: "excel-refused", says: expect.stringMatching(/What had been added is gone again, and the workbook is as it was\.$/) });
    expect(asItIs()).toEqual(before);
  });

  it("a refusal after which Excel takes nothing away either names every sheet that stands; once it can, removing them brings the workbook back", async () => {
    await open({ profile: profiles["excel-2021"], onRequest: ({ error }) => { if (error !== null) plan.host.session.faults.turn("another-workbook-in-front", true); } });
    const before = asItIs();
    plan.host.session.faults.refuse({ member: "ChartCollection.add", code: "GeneralException" });
    expect(problem(await plan.perform(...setUp)).says).toMatch(/Half made and still there, since Excel would not take them away again: Cover, Demand and supply, Profile, Gap analysis, Dashboard 1, Dashboard 2 and Checks\. Delete them, then set up again\.$/);
    expect(tabs()).toEqual(["Sheet1", ...CORE]);
    plan.host.session.faults.turn("another-workbook-in-front", false);
    await plan.done(["remove-template", { confirm: true }]);
    expect(asItIs()).toEqual(before);
    await plan.done(setUp);
    expect(tabs()).toEqual(["Sheet1", ...CORE]);
  });

  it("a refusal after which a cell is edited says that nothing is known, and which sheets to look for", async () => {
    await open({ onRequest: ({ error }) => { if (error !== null) plan.host.cellEditing = true; } });
    plan.host.session.faults.refuse({ member: "TableCollection.add", code: "GeneralException" });
    expect(problem(await plan.perform(...setUp)).says).toMatch(/Excel would not say what stands\. If any of these sheets are there, they are half made: Cover, .* and Checks\. Delete them, then set up again\.$/);
  });

  it("a refusal in summarise takes the new sheet away again and keeps the figures", async () => {
    await open({ open: filled });
    const entered = [...(plan.cells().get("Demand and supply") ?? [])];
    plan.host.session.faults.refuse({ member: "Range.select", code: "AccessDenied" });
    expect(problem(await plan.perform("summarise"))).toEqual({ code: "protected", says: expect.stringMatching(/What had been added is gone again\. Sheets that were there before keep their figures, but some may have been brought up to date: summarise again to finish\.$/) });
    expect([tabs(), [...(plan.cells().get("Demand and supply") ?? [])]]).toEqual([["Sheet1", ...CORE], entered]);
  });
});

describe("where something is protected", () => {
  const protect = (sheet: string): void => plan.sheet(sheet).set("protection", { options: {}, passwordAttributes: {} });
  it.each([
    { protects: "Dashboard 1", actions: [["summarise"], ["insert-template", setUpOptions]] },
    { protects: "Demand and supply", actions: [["fill-example", { overwrite: true }], ["insert-template", { ...setUpOptions, roleGroups: ["Finance director", "Digital director"] }]] },
  ] as const)("each action that would change $protects names it and the remedy before it changes anything", async ({ protects, actions }) => {
    await open({ open: filled, faults: { "protection-refused": true } });
    protect(protects);
    const before = asItIs();
    for (const [action, options] of actions) {
      expect(problem(await plan.perform(action, options ?? {}))).toEqual({ code: "protected", says: `The sheet ${protects} is protected. Lift the protection (Review, then Unprotect), then try again. Nothing was changed.` });
    }
    expect(asItIs()).toEqual(before);
  });

  it("sheets are neither added nor taken from a workbook of protected structure, and the words say so before anything is changed", async () => {
    await open({ open: filled });
    plan.workbook.structureLocked = true;
    const before = asItIs();
    for (const [action, options] of [["summarise", {}], ["remove-template", { confirm: true }]] as const) {
      expect(problem(await plan.perform(action, options))).toEqual({ code: "protected", says: "The structure of the workbook is protected. Lift the protection (Review, then Unprotect), then try again. Nothing was changed." });
    }
    expect(asItIs()).toEqual(before);
  });

  it("an analyst's own protected sheet is in nobody's way", async () => {
    await open();
    protect("Sheet1");
    await plan.done(setUp, ["remove-template", { confirm: true }]);
    expect(tabs()).toEqual(["Sheet1"]);
  });
});

describe("what goes for good", () => {
  it("is said before: only after a yes is anything done that Excel cannot undo", async () => {
    await open({ open: filled });
    expect(problem(await plan.perform("remove-template"))).toEqual({ code: "needs-confirmation", says: expect.stringContaining("Excel cannot undo it.") });
    expect(plan.host.session.faults.clearedUndo).toEqual([]);
    await plan.done(["remove-template", { confirm: true }]);
    expect([...new Set(plan.host.session.faults.clearedUndo)]).toEqual(["Worksheet.delete"]);
  });
});
