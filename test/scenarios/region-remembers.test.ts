/** What a region's workbook remembers, through the built add-in: last year's returns, its own rules, and what it asked. */
import { readFileSync } from "node:fs";
import path from "node:path";
import type { FigureJson, ReturnDocument, ReturnRow } from "../../src/returns/format/return-document";
import { openActions, setUpOptions, type OpenActions, type Outcome } from "../support/actions";
import { commandLine, repository } from "../support/job";
import { madeReturn } from "../support/made-returns";
import { filesOf } from "../support/sent-returns";
import { tableOn } from "../support/sheet-table";

jest.setTimeout(300_000);
beforeAll(async () => { expect((await commandLine(["--help"])).status).toBe(0); });

const open: OpenActions[] = [];
afterEach(() => { for (const each of open.splice(0)) { each.close(); expect(each.problems).toEqual([]); } });
const opened = async (options: Parameters<typeof openActions>[0] = {}): Promise<OpenActions> => { const plan = await openActions(options); open.push(plan); return plan; };
const done = (outcome: Outcome): Extract<Outcome, { ok: true }>["report"] => { if (!outcome.ok) throw new Error(`${outcome.problem.code}: ${outcome.problem.says}`); return outcome.report; };

const problemOf = (outcome: Outcome): readonly [string, string] => { if (outcome.ok) throw new Error(`It was done: ${outcome.report.says}`); return [outcome.problem.code, outcome.problem.says]; };

/** What a test wants of the nursing directors of a return. */
const nursing = (figures: Readonly<Record<string, FigureJson>>) => (tables: Record<string, ReturnRow[]>): void => {
  tables["demand"] = (tables["demand"] ?? []).map((row) => (row.key["role-group"] === "Nursing director" ? { ...row, figures: { ...row.figures, ...figures } } : row));
};
const withPosts = (index: number, posts: FigureJson, period = "2009/10"): ReturnDocument => madeReturn(5, index, { header: { period }, tables: nursing({ posts }) });

describe("last year's returns", () => {
  it("stay with the region, which finds by them what jumped since, and are no files gone astray", async () => {
    const region = await opened();
    await region.done(["consolidate", { files: await filesOf([withPosts(6, 9, "2008/09"), withPosts(7, 9, "2008/09"), withPosts(8, 9, "2008/09")]), region: "Q31" }]);
    const report = done(await region.perform("consolidate", { files: await filesOf([withPosts(6, 29), withPosts(7, 9)]), period: "2009/10", confirm: true }));
    const jumps = report.findings.filter(({ code, says }) => code === "W40" && says.includes("Posts of"));
    expect(jumps.map(({ says, sheet }) => [sheet, says])).toEqual([
      ["Returned figures", "Greenhow 7 NHS Trust (R06): Posts of all role groups together is 90; the last return had 70, a change of more than one in ten. In its file: Demand and supply!B6."],
      ["Returned figures", "Greenhow 7 NHS Trust (R06): Posts of Nursing director is 29; the last return had 9, a change of more than one in five. In its file: Demand and supply!B8."],
    ]);
    expect(tableOn(region.cells(), "Set aside", 5).map((row) => [row["Organisation"], row["Why"]])).toEqual([["R08", "Another period"], ["R06", "Last return"], ["R07", "Last return"]]);
    // The same from the workbook alone, and in what is asked.
    expect(done(await region.perform("consolidate", {})).findings).toEqual(report.findings);
    expect(done(await region.perform("make-queries", { organisation: "R06", by: "R Dale" })).says).toMatch(/^\d+ quer(y|ies) for Greenhow 7 NHS Trust/);
  });
});

describe("a region's own rules, in a workbook that has nothing but its sheets", () => {
  const packFile = (name: string): string => readFileSync(path.join(repository, "test/fixtures/rule-packs", name), "utf8");
  const BY = "Judged by Rules on trial 1.1.0. W48 is switched off: Wide choice is intended while the rules are on trial.";
  /** Choice is wide for one organisation's nursing directors, and another has very many posts for them. */
  const returns = (): readonly ReturnDocument[] => [madeReturn(5, 6, { tables: nursing({ "demand.now": 1, "supply.now": 40 }) }), madeReturn(5, 7, { tables: nursing({ posts: 40 }) })];
  const started = async (): Promise<OpenActions> => { const region = await opened(); await region.done(["consolidate", { files: await filesOf(returns()), region: "Q31" }]); return region; };
  const codesOf = (outcome: Outcome): readonly string[] => [...new Set(done(outcome).findings.map(({ code }) => code))].filter((code) => ["W48", "W701"].includes(code));
  const packNames = (region: OpenActions): readonly string[] => region.workbook.names.filter(({ name }) => name.startsWith("_TalentPlan.Rules")).map(({ scope, visible }) => `${String(scope === null ? null : region.workbook.sheets.find(({ id }) => id === scope)?.name)} ${visible ? "seen" : "hidden"}`);

  it("are kept on its register, judge what is collected, and are named in what is reported, asked and traced", async () => {
    const region = await started();
    expect(codesOf(await region.perform("consolidate", {}))).toEqual(["W48"]);
    expect(done(await region.perform("load-rule-pack", { pack: packFile("trial-1.1.0.json") })).says).toMatch(/^Loaded Rules on trial 1\.1\.0 .* Consolidate again to judge the returns by it\.$/);
    expect([...new Set(packNames(region))]).toEqual(["Returns register hidden"]);
    const consolidated = await region.perform("consolidate", {});
    expect(codesOf(consolidated)).toEqual(["W701"]);
    expect(done(consolidated).says).toContain(BY);
    const asked = done(await region.perform("make-queries", { organisation: "R07", by: "R Dale" })) as unknown as { readonly says: string; readonly files: readonly { readonly base64: string }[] };
    expect([asked.says, Buffer.from(asked.files[0]?.base64 ?? "", "base64").toString("utf8")]).toEqual([expect.stringContaining(BY), expect.stringContaining("Nursing director has 40 posts, more than thirty.")]);
    expect(done(await region.perform("trace-figure", { roleGroup: "Nursing director", figure: "Posts" })).says).toBe(`Nursing director, Posts: made of 2 figures. ${BY}`);
  });

  it("go with the saved file, and are left for the add-in's own without leaving anything behind", async () => {
    const region = await started();
    await region.done(["load-rule-pack", { pack: packFile("trial-1.1.0.json") }]);
    const elsewhere = await opened({ open: region.saved() });
    expect(codesOf(await elsewhere.perform("consolidate", {}))).toEqual(["W701"]);
    expect(done(await elsewhere.perform("use-shipped-rules")).says).toMatch(/^Back to .*\. Consolidate again to judge the returns by it\.$/);
    expect(packNames(elsewhere)).toEqual([]);
    expect(codesOf(await elsewhere.perform("consolidate", {}))).toEqual(["W48"]);
  });

  it("stay in force when the template is put in beside them, and move to its Cover with the next pack", async () => {
    const region = await started();
    await region.done(["load-rule-pack", { pack: packFile("trial-1.0.0.json") }], ["insert-template", setUpOptions]);
    expect(done(await region.perform("check")).says).toContain("Judged by Rules on trial 1.0.0.");
    await region.done(["load-rule-pack", { pack: packFile("trial-1.1.0.json") }]);
    expect([...new Set(packNames(region))]).toEqual(["Cover hidden"]);
    expect(done(await region.perform("consolidate", {})).says).toContain(BY);
  });

  it("are refused where they are for other returns than the register's, and passed over in words where they were tampered with", async () => {
    const region = await started();
    expect(problemOf(await region.perform("load-rule-pack", { pack: packFile("trial-2010.json") }))).toEqual(["pack-not-yet-effective", expect.stringContaining("and this return is for 2009/10")]);
    await region.done(["load-rule-pack", { pack: packFile("trial-1.1.0.json") }]);
    region.workbook.setNames(region.workbook.names.filter(({ name }) => name !== "_TalentPlan.Rules2"));
    const consolidated = await region.perform("consolidate", {});
    expect(codesOf(consolidated)).toEqual(["W48"]);
    expect(done(consolidated).says).toContain("The rule pack that this workbook brings along is not used.");
  });
});
