/** A region's rules: loaded from a signed file, kept with the workbook, judged by from then on and named wherever findings are; what cannot be believed changes nothing. */
import { readFileSync } from "node:fs";
import path from "node:path";
import { shippedPack } from "../../src/validation/rule-pack/shipped";
import { openActions, setUpOptions, type OpenActions, type Outcome } from "../support/actions";
import { commandLine, repository } from "../support/job";

jest.setTimeout(240_000);

const packFile = (name: string): string => readFileSync(path.join(repository, "test/fixtures/rule-packs", name), "utf8");
const OWN = `${shippedPack.name} ${shippedPack.version}`;
const TRIAL = packFile("trial-1.1.0.json");
let plan: OpenActions;

/** Asking for help brings the build up to date. */
beforeAll(async () => { expect((await commandLine(["--help"])).output).toContain("load-rule-pack"); });
beforeEach(async () => { plan = await withPlan(); });
afterEach(() => {
  expect(plan.problems).toEqual([]);
  plan.close();
});

async function withPlan(): Promise<OpenActions> {
  const opened = await openActions();
  await opened.done(["insert-template", setUpOptions], "fill-example");
  opened.enter("Demand and supply", 7, 6, [[999]]);
  return opened;
}

const reportOf = (outcome: Outcome): Extract<Outcome, { readonly ok: true }>["report"] => { if (!outcome.ok) throw new Error(outcome.problem.says); return outcome.report; };
const problemOf = (outcome: Outcome): readonly [string, string] => { if (outcome.ok) throw new Error(`It was done: ${outcome.report.says}`); return [outcome.problem.code, outcome.problem.says]; };
const codes = (outcome: Outcome): readonly string[] => [...new Set(reportOf(outcome).findings.map(({ code }) => code))].filter((code) => ["W48", "W701", "X02"].includes(code)).sort();
/** The line "Rules" of the Checks sheet. */
function rulesLine(of = plan): unknown {
  const sheet = of.sheet("Checks");
  const row = Array.from({ length: 16 }, (_, index) => index).find((index) => sheet.cell(index, 0).value === "Rules");
  return sheet.cell(row ?? -1, 1).value;
}
const load = (pack: string, on = plan): Promise<Outcome> => on.perform("load-rule-pack", { pack });
/** Everything that the workbook holds but for the time of the check. */
const held = (): unknown => [plan.cells(), plan.workbook.names];

describe("a signed rule pack", () => {
  it("is judged by from the next check on, switches a rule off and adds one, and is named in the answer and on Checks", async () => {
    expect(codes(await plan.perform("check"))).toEqual(["W48"]);
    expect(rulesLine()).toBe(OWN);
    expect(reportOf(await load(TRIAL)).says).toBe("Loaded Rules on trial 1.1.0 from Talent Plan for Excel. W48 is switched off: Wide choice is intended while the rules are on trial. Check again to judge the figures by it.");
    const checked = await plan.perform("check");
    expect(codes(checked)).toEqual(["W701"]);
    expect(reportOf(checked).says).toMatch(/ Judged by Rules on trial 1\.1\.0\. W48 is switched off: Wide choice is intended while the rules are on trial\.$/);
    expect(rulesLine()).toBe("Rules on trial 1.1.0 (switched off: W48)");
  });

  it("goes with the workbook: whoever opens the saved file checks by the same rules, and its names are hidden", async () => {
    await plan.done(["load-rule-pack", { pack: TRIAL }]);
    const names = plan.workbook.names.filter(({ name }) => name.startsWith("_TalentPlan.Rules"));
    expect(names.length).toBeGreaterThan(1);
    expect(names.filter(({ visible, scope, formula }) => visible || scope === null || formula.length > 255)).toEqual([]);
    const elsewhere = await openActions({ open: plan.saved() });
    try {
      expect(codes(await elsewhere.perform("check"))).toEqual(["W701"]);
      expect(rulesLine(elsewhere)).toBe("Rules on trial 1.1.0 (switched off: W48)");
    } finally {
      elsewhere.close();
    }
  });

  it("is left again for the rules that come with the add-in, and leaves nothing behind", async () => {
    const before = plan.workbook.names.length;
    await plan.done(["load-rule-pack", { pack: TRIAL }], "check");
    expect(reportOf(await plan.perform("use-shipped-rules")).says).toBe(`Back to ${OWN}, which comes with the add-in. Check again to judge the figures by it.`);
    expect(codes(await plan.perform("check"))).toEqual(["W48"]);
    expect([rulesLine(), plan.workbook.names.length]).toEqual([OWN, before]);
    expect(reportOf(await plan.perform("use-shipped-rules")).says).toBe(`${OWN}, which comes with the add-in, is in use already. Nothing was changed.`);
  });

  it("is there once however often it is loaded, and goes away with the template", async () => {
    await plan.done(["load-rule-pack", { pack: TRIAL }]);
    const once = held();
    expect(reportOf(await load(TRIAL)).says).toBe("Rules on trial 1.1.0 is in use already. Nothing was changed.");
    expect(held()).toEqual(once);
    await plan.done(["remove-template", { confirm: true }]);
    expect(plan.workbook.names).toEqual([]);
  });

  it("stays when the template is brought up to date", async () => {
    await plan.done(["load-rule-pack", { pack: TRIAL }], ["insert-template", {}], "summarise");
    expect(codes(await plan.perform("check"))).toEqual(["W701"]);
  });

  it("takes two round trips, with a request that Excel takes easily", async () => {
    plan.host.resetCounts();
    await plan.done(["load-rule-pack", { pack: TRIAL }]);
    expect(plan.host.counts.syncs).toBe(2);
    expect(plan.host.counts.largestRequestBytes).toBeLessThan(200_000);
  });
});

describe("a pack that cannot be believed, or does not fit, changes nothing and says why:", () => {
  it.each([
    ["one that was changed after signing", "tampered.json", "pack-tampered", /^This rule pack was changed after Talent Plan for Excel signed it\. Ask .* Nothing was changed\.$/],
    ["one that is not signed", "unsigned.json", "pack-unsigned", /^This rule pack is not signed.* Ask its publisher for the signed file\. Nothing was changed\.$/],
    ["one that a stranger signed", "unknown-key.json", "pack-unknown-key", /which this add-in does not know/],
    ["one for later returns", "trial-2010.json", "pack-not-yet-effective", /^Rules on trial 1\.2\.0 is for returns from 2010\/11 on, and this return is for 2009\/10\./],
    ["one that is older than the one in use", "trial-1.0.0.json", "pack-older", /^Rules on trial 1\.0\.0 is older than 1\.1\.0, by which this workbook is checked now\./],
  ])("%s", async (_what, name, code, says) => {
    await plan.done(["load-rule-pack", { pack: TRIAL }], "check");
    const before = held();
    expect(problemOf(await load(packFile(name)))).toEqual([code, expect.stringMatching(says)]);
    expect(held()).toEqual(before);
    expect(codes(await plan.perform("check"))).toEqual(["W701"]);
  });

  it("a file that is none, no file at all, and a workbook without a template", async () => {
    const before = held();
    expect(problemOf(await load("Dear colleague"))[0]).toBe("pack-not-a-pack");
    expect(problemOf(await plan.perform("load-rule-pack", {}))).toEqual(["bad-option", "pack: Give the text of a rule pack's file in quotes. Nothing was changed."]);
    expect(held()).toEqual(before);
    const empty = await openActions();
    try {
      expect([problemOf(await load(TRIAL, empty))[0], problemOf(await empty.perform("use-shipped-rules"))[0]]).toEqual(["no-template", "no-template"]);
    } finally {
      empty.close();
    }
  });

  it("one that was tampered with in the workbook is passed over at the check, with a finding, until another is loaded", async () => {
    await plan.done(["load-rule-pack", { pack: TRIAL }]);
    const names = plan.workbook.names.filter(({ name }) => name !== "_TalentPlan.Rules2");
    plan.workbook.setNames(names);
    const checked = await plan.perform("check");
    expect(codes(checked)).toEqual(["W48", "X02"]);
    expect(reportOf(checked).findings.filter(({ code }) => code === "X02").map(({ says, sheet }) => [sheet, says])).toEqual([["Cover",
      `The rule pack that this workbook brings along is not used. The rule pack that this workbook keeps is not whole any more, or this Excel is too old to unpack it. Load it again from the file that its publisher sent. The figures were judged by ${OWN}, which comes with the add-in.`]]);
    expect(rulesLine()).toBe(OWN);
    await plan.done(["load-rule-pack", { pack: TRIAL }]);
    expect(codes(await plan.perform("check"))).toEqual(["W701"]);
  });
});
