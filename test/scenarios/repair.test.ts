/** What a year of work does to a template: the check says it, the repair puts it back, and no figure that was entered changes. */
import { readFileSync, writeFileSync } from "node:fs";
import path from "node:path";
import { profiles, type Profile } from "../../src/host/objects/profile";
import { Hand } from "../../src/host/view/hand";
import { openActions, setUpOptions, type OpenActions, type Outcome } from "../support/actions";
import { commandLine, outputFolder, type Finding } from "../support/job";
import { recalculated } from "../support/libreoffice.cjs";
import { openMacro, type Macro } from "../support/macro";
import { packageProblems } from "../support/package-lint";
import { differences, readCells } from "../support/plain-cells.cjs";
import { damages, honest, type Damage, type Doing } from "./template-damage";
import { Chance } from "../support/chance";

jest.setTimeout(600_000);

let filled: Uint8Array;
beforeAll(async () => {
  expect((await commandLine(["--help"])).status).toBe(0);
  const plan = await openActions();
  await plan.done(["insert-template", setUpOptions], "fill-example", "summarise", "check");
  filled = plan.saved();
  plan.close();
});

let plan: OpenActions;
let macro: Macro;
let syncs = 0;
async function open({ profile = profiles.web }: { readonly profile?: Profile } = {}): Promise<void> {
  syncs = 0;
  plan = await openActions({ open: filled, profile, onRequest: ({ releaseOnly }) => { if (!releaseOnly) syncs++; } });
  macro = await openMacro(plan.host);
}
afterEach(() => {
  macro.close();
  plan.close();
  expect(plan.problems).toEqual([]);
});

async function hurt({ doing }: Pick<Damage, "doing">): Promise<void> {
  for (const each of doing) await doneTo(each);
}
async function doneTo(doing: Doing): Promise<void> {
  if ("macro" in doing) await macro.run(doing.macro);
  else plan.enter(doing.sheet, doing.row, doing.column, doing.values, doing.hand);
}

const ok = (outcome: Outcome): Extract<Outcome, { readonly ok: true }>["report"] => {
  if (!outcome.ok) throw new Error(`${outcome.problem.code}: ${outcome.problem.says}`);
  return outcome.report;
};
const found = async (): Promise<readonly Finding[]> => ok(await plan.perform("check")).findings;
const codes = (findings: readonly Finding[]): readonly string[] => [...new Set(findings.map(({ code }) => code))].sort();
/** What a repair leaves to a person: figures, and tabs that were renamed or moved, and rows that were put in. */
const DRIFT = /\b(E06|W07|W08)\b|has lost the name|lost the name|leads to|cannot be seen|hidden mark|not in this workbook|not there any more|now reads/;
const driftIn = (findings: readonly Finding[]): readonly string[] => findings.filter(({ code, says }) => DRIFT.test(`${code} ${says}`)).map(({ code, sheet, cell, says }) => `${code} ${sheet}!${cell} ${says}`);

/** What people entered: each cell of the areas to fill in that no formula makes. */
function entered(): unknown {
  const cells = plan.cells();
  const within = (name: string, isIn: (letters: string, row: number) => boolean): unknown =>
    [...cells.get(name) ?? []].filter(([place, { formula }]) => { const [, letters = "", row = "0"] = /^([A-Z]+)(\d+)$/.exec(place) ?? []; return formula === null && isIn(letters, Number(row)); }).map(([place, { value }]) => [place, value]);
  return [within("Cover", (letters, row) => letters === "B" && row >= 6 && row <= 20), within("Demand and supply", (_, row) => row >= 8), within("Profile", (letters, row) => letters <= "I" && row >= 11)];
}

describe("a template that came to harm", () => {
  it.each(damages)("$what: is found, repaired, and sound after", async ({ doing, finds }) => {
    await open();
    await hurt({ doing });
    const before = await found();
    expect(codes(before)).toEqual(finds);
    const asked = await plan.perform("repair");
    expect(asked).toMatchObject({ ok: false, problem: { code: "needs-confirmation", says: expect.stringContaining("Nothing was changed yet.") } });
    expect(driftIn(await found())).toEqual(driftIn(before));
    const figures = entered();
    syncs = 0;
    ok(await plan.perform("repair", { confirm: true }));
    expect(syncs).toBeLessThanOrEqual(4);
    expect(entered()).toEqual(figures);
    expect(driftIn(await found())).toEqual([]);
    expect(ok(await plan.perform("repair", { confirm: true })).says).toBe("The template is as it was made, so there is nothing to repair.");
  });
});

describe("honest work on the sheets", () => {
  it.each(honest)("$what: nothing to repair", async ({ doing, finds }) => {
    await open();
    await hurt({ doing });
    const findings = await found();
    expect(codes(findings)).toEqual(finds);
    expect(driftIn(findings)).toEqual([]);
    expect(ok(await plan.perform("repair")).says).toBe("The template is as it was made, so there is nothing to repair.");
  });
});

/** All that a repair may change, to hold against what it was. Charts by name; the time of a check is left out. */
const asItIs = (): unknown => ({
  cells: [...plan.cells()].map(([sheet, cells]) => [sheet, [...cells].filter(([place]) => sheet !== "Checks" || !["B4", "B15"].includes(place)).map(([place, { formula, value }]) => [place, formula, value])]),
  names: plan.workbook.names.map(({ name, formula }) => `${name} ${formula}`).sort(),
  sheets: plan.workbook.sheets.map((sheet) => [sheet.name, sheet.get("visibility"), sheet.get("charts").map(({ name }) => name).sort(), rulesOn(sheet), sheet.get("conditionalFormats").length]),
});
type Sheet = OpenActions["workbook"]["sheets"][number];
/** Rules for entry by the cells that they are for, however they are put together. */
const rulesOn = (sheet: Sheet): unknown => sheet.get("validations").flatMap(({ areas, rule, alert }) => areas.flatMap(({ top, bottom, left }) =>
  Array.from({ length: bottom - top + 1 }, (_, down) => `${top + down},${left} ${rule.kind} ${alert.style}`))).sort();
const many = damages.filter(({ what }) => /typed over|pasted|cleared|name of the Cover deleted|led to|hidden$|chart deleted|format/.test(what));
async function hurtMuch(): Promise<void> { for (const damage of many) await hurt(damage); }
const refusedAs = (outcome: Outcome): { readonly code: string; readonly says: string } => {
  if (outcome.ok) throw new Error(`It was done: ${outcome.report.says}`);
  return outcome.problem;
};

describe("what a repair would change", () => {
  it("is said cell by cell, with each figure that goes and the formula that comes back", async () => {
    await open();
    await hurt({ doing: [{ sheet: "Profile", row: 11, column: 10, values: [[12]], hand: "typed" }, { sheet: "Demand and supply", row: 6, column: 1, values: [["Jobs"]], hand: "typed" }] });
    expect(refusedAs(await plan.perform("repair"))).toEqual({ code: "needs-confirmation", says:
      'This would change 2 things. Demand and supply, cell B7: the heading "Jobs" becomes "Posts" again. Profile, cell K12 (Share % of BME): 12 goes and its formula comes back: =IF(COUNT(tblProfile[[#This Row],[In group]:[Not in group]])=2,IF(SUM(tblProfile[[#This R…. No figure that was entered is touched. Nothing was changed yet. Confirm to repair.' });
  });
  it("without a template is what to do first", async () => {
    plan = await openActions();
    macro = await openMacro(plan.host);
    expect(refusedAs(await plan.perform("repair"))).toEqual({ code: "no-template", says: "There is no template in this workbook yet. Set it up first. Nothing was changed." });
  });
  it("on sheets of another version is nothing: nobody knows how they should be", async () => {
    await open();
    await hurt({ doing: [{ sheet: "Cover", row: 35, column: 1, values: [["0.9"]], hand: "typed" }, { sheet: "Profile", row: 11, column: 10, values: [[12]], hand: "typed" }] });
    expect((await found()).map(({ code, says }) => `${code} ${says}`)[0]).toBe("E01 The sheets were made by version 0.9 of the template; this add-in makes 1.0.");
    const before = asItIs();
    expect(refusedAs(await plan.perform("repair", { confirm: true })).code).toBe("other-version");
    expect(asItIs()).toEqual(before);
  });
});

describe("a repair that is taken back", () => {
  it("leaves everything as it was before it, and says so; there is nothing more to take back then", async () => {
    await open();
    await hurtMuch();
    const before = asItIs();
    await plan.done(["repair", { confirm: true }]);
    expect(asItIs()).not.toEqual(before);
    expect(ok(await plan.perform("undo-repair")).says).toBe("The repair is undone: everything it changed is as it was before.");
    expect(asItIs()).toEqual(before);
    expect(refusedAs(await plan.perform("undo-repair")).code).toBe("nothing-to-undo");
  });
  it("is not, once a cell that it touched holds something else: the cell is named and nothing changes", async () => {
    await open();
    await hurt({ doing: [{ sheet: "Profile", row: 11, column: 10, values: [[12]], hand: "typed" }] });
    await plan.done(["repair", { confirm: true }]);
    await hurt({ doing: [{ sheet: "Profile", row: 11, column: 10, values: [[13]], hand: "typed" }] });
    const before = asItIs();
    expect(refusedAs(await plan.perform("undo-repair"))).toEqual({ code: "changed-since", says: "These were changed after the repair, so it cannot be undone any more: Profile K12. Nothing was changed." });
    expect(asItIs()).toEqual(before);
  });
  it("is not where sheets were put back, and the repair says so beforehand", async () => {
    await open();
    await hurt({ doing: [{ macro: `sheet("Gap analysis").delete()` }] });
    expect(ok(await plan.perform("repair", { confirm: true })).says).toMatch(/Sheets or tables were put back, so this cannot be undone here\.$/);
    expect(refusedAs(await plan.perform("undo-repair")).code).toBe("nothing-to-undo");
  });
  it.each([profiles.web, profiles["microsoft-365"]])("by Excel's own Undo is one step ($title)", async (profile) => {
    await open({ profile });
    const hand = new Hand(plan.host.session, () => undefined);
    await hurt({ doing: [{ sheet: "Profile", row: 11, column: 10, values: [[12]], hand: "typed" }, { sheet: "Demand and supply", row: 7, column: 1, values: [[42], [42]], hand: "pasted" }] });
    const before = asItIs();
    await plan.done(["repair", { confirm: true }]);
    hand.undo();
    expect(asItIs()).toEqual(before);
    hand.close();
  });
});

describe("a repair that Excel refuses", () => {
  it("since a sheet is protected names it and changes nothing", async () => {
    await open();
    await hurtMuch();
    await macro.run(`sheet("Profile").protection.protect()`);
    const before = asItIs();
    expect(refusedAs(await plan.perform("repair", { confirm: true }))).toEqual({ code: "protected", says: "The sheet Profile is protected. Lift the protection (Review, then Unprotect), then try again. Nothing was changed." });
    expect(asItIs()).toEqual(before);
  });
  it("since a cell is being edited says how to leave it and changes nothing", async () => {
    await open();
    await hurtMuch();
    const before = asItIs();
    plan.host.cellEditing = true;
    expect(refusedAs(await plan.perform("repair", { confirm: true })).says).toBe("A cell is being edited. Press Enter or Esc in the sheet, then try again. Nothing was changed.");
    plan.host.cellEditing = false;
    expect(asItIs()).toEqual(before);
  });
  it.each(["ConditionalFormatCollection.add", "ChartCollection.add", "DataValidation.rule =", "NamedItemCollection.add", "Range.formulas ="])("half way, at %s, is put back: the workbook is as it was", async (member) => {
    await open();
    await hurtMuch();
    const before = asItIs();
    plan.host.session.faults.refuse({ member, code: "GeneralException" });
    expect(refusedAs(await plan.perform("repair", { confirm: true })).says).toMatch(/What had been repaired was put back: the workbook is as it was\.$/);
    expect(asItIs()).toEqual(before);
    await plan.done(["repair", { confirm: true }]);
    expect(driftIn(await found())).toEqual([]);
  });
});

describe("a saved workbook after a repair", () => {
  it("has every formula again, for LibreOffice too, and gives the figures that it gave before the harm", async () => {
    await open();
    const whole = plan.cells();
    for (const damage of damages.filter(({ what }) => !/put in|turned into|deleted$|pasted/.test(what))) await hurt(damage);
    await plan.done(["repair", { confirm: true }], "check");
    const file = path.join(outputFolder("scenarios/repair"), "repaired.xlsx");
    writeFileSync(file, plan.saved());
    expect(packageProblems(readFileSync(file))).toEqual([]);
    const repaired = readCells(readFileSync(file));
    const shown = (cells: typeof whole): unknown => [...cells].filter(([sheet]) => sheet !== "Checks").map(([sheet, all]) => [sheet, [...all].map(([place, { value }]) => [place, value])]);
    expect(shown(repaired)).toEqual(shown(whole));
    const { compared, unlike } = differences(repaired, await recalculated(file));
    expect(unlike).toEqual([]);
    expect(compared).toBeGreaterThanOrEqual(800);
  });
});

describe("any harm", () => {
  it.each(Array.from({ length: 20 }, (_, index) => index + 1))("of several kinds at once is repaired in one go, with entered figures as they were (seed %i)", async (seed) => {
    await open();
    const chance = new Chance(seed);
    const left = damages.filter(({ what }) => !/put in|turned into|sheet that is worked out/.test(what)).map((damage) => ({ damage, at: chance.part() })).sort((one, other) => one.at - other.at);
    for (const { damage } of left.slice(0, 2 + Math.floor(chance.part() * 7))) await hurt(damage);
    const figures = entered();
    await plan.done(["repair", { confirm: true }]);
    expect(entered()).toEqual(figures);
    expect(driftIn(await found())).toEqual([]);
    expect(ok(await plan.perform("repair", { confirm: true })).says).toBe("The template is as it was made, so there is nothing to repair.");
  });
});
