/** What a region's workbook remembers, through the built add-in: last year's returns, its own rules, and what it asked. */
import { readFileSync } from "node:fs";
import path from "node:path";
import type { FigureJson, ReturnDocument, ReturnRow } from "../../src/returns/format/return-document";
import { openActions, setUpOptions, type OpenActions, type Outcome } from "../support/actions";
import { commandLine, repository } from "../support/job";
import { madeReturn } from "../support/made-returns";
import { filesOf, type FileGiven } from "../support/sent-returns";
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

const packFile = (name: string): string => readFileSync(path.join(repository, "test/fixtures/rule-packs", name), "utf8");

describe("a region's own rules, in a workbook that has nothing but its sheets", () => {
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

describe("what a region asked", () => {
  const signers = [{ as: "preparer", name: "P Shaw", role: "Workforce analyst" }, { as: "lead-director", name: "A Khan", role: "Director of workforce" }, { as: "board", name: "J Bell", role: "Chair" }];
  const fileOf = (outcome: Outcome): FileGiven => { const [file] = (done(outcome) as unknown as { readonly files: readonly FileGiven[] }).files; if (file === undefined) throw new Error("No file was made."); return file; };
  const textOf = ({ base64 }: FileGiven): string => Buffer.from(base64, "base64").toString("utf8");
  const numbersIn = (file: FileGiven): readonly (readonly [string, string])[] => (JSON.parse(textOf(file)) as { readonly queries: readonly { readonly id: string; readonly code: string; readonly says: string }[] }).queries.map(({ id, code, says }) => [id, code === "" ? says : code]);
  const sent = async (plan: OpenActions, options: Readonly<Record<string, unknown>> = {}): Promise<FileGiven> => {
    for (const each of signers) await plan.done(["sign-off", each]);
    return fileOf(await plan.perform("export-return", options));
  };
  const ask = (region: OpenActions, question: string): Promise<Outcome> => region.perform("make-queries", { organisation: "RBS", by: "R Dale", question });
  const keptFiles = (region: OpenActions): readonly unknown[] => tableOn(region.cells(), "Returns kept", 5).map((row) => [row["Code"], row["Came as"]]);

  it("keeps its numbers when more is asked, and is explained at the region by the answer that came with the next return", async () => {
    const [trust, region] = [await opened(), await opened()];
    await trust.done(["insert-template", { ...setUpOptions, organisationCode: "RBS", organisationName: "Alder NHS Trust" }], "fill-example");
    await region.done(["consolidate", { files: [await sent(trust)], region: "Q31" }], ["load-rule-pack", { pack: packFile("trial-1.1.0.json") }]);
    const many = (outcome: Outcome): readonly (readonly [string, string])[] => done(outcome).findings.filter(({ code }) => code === "W701").map(({ severity, says }) => [severity, says]);
    const before = many(await region.perform("consolidate", {}));
    expect(before.map(([severity]) => severity)).toEqual(before.map(() => "explain"));
    expect(before.length).toBeGreaterThan(0);

    const first = fileOf(await ask(region, "Are the posts those of March?"));
    const second = fileOf(await ask(region, "Who is the director of nursing?"));
    const numbered = (number: number): string => `RBS-2009/10-1-${String(number).padStart(2, "0")}`;
    const ids = before.map((_, index): readonly [string, string] => [numbered(index + 1), "W701"]);
    expect(numbersIn(first)).toEqual([...ids, [numbered(before.length + 1), "Are the posts those of March?"]]);
    expect(numbersIn(second)).toEqual([...ids, [numbered(before.length + 2), "Who is the director of nursing?"]]);
    await ask(region, "Who is the director of nursing?");
    expect(keptFiles(region)).toEqual([["RBS", "As written"], ["RBS", "Query file"], ["RBS", "Query file"]]);

    await trust.done(["load-queries", { queries: textOf(second) }]);
    for (const row of tableOn(trust.cells(), "Queries", 5)) await trust.done(["answer-query", { query: row["Query"], text: "Three hospitals joined us.", by: "P Shaw" }]);
    trust.enter("Demand and supply", 7, 5, [[17]]);
    const answered = await region.perform("consolidate", { files: [await sent(trust, { reason: "One more opening is expected." })] });
    expect(many(answered).map(([severity, says]) => [severity, ...says.split(/ Explained: | \(P Shaw/).slice(0, 2)])).toEqual(before.map(([, says]) => ["note", says, "Three hospitals joined us."]));
    expect(tableOn(region.cells(), "Returns register", 14).map((row) => [row["Code"], row["State"], row["To explain"]])).toEqual([["RBS", "Resubmitted", 0]]);
    expect(keptFiles(region)).toEqual([["RBS", "As written"], ["RBS", "As written"], ["RBS", "Query file"], ["RBS", "Query file"]]);
    expect(numbersIn(fileOf(await ask(region, "Which hospitals?")))).toEqual([["RBS-2009/10-2-01", "Which hospitals?"]]);
  });

  it("still counts as asked when the register's row was deleted, and is set aside in words where its text was changed", async () => {
    const region = await opened();
    await region.done(["consolidate", { files: await filesOf([madeReturn(5, 6)]), region: "Q31" }], ["make-queries", { organisation: "R06", by: "R Dale", question: "Are the posts those of March?" }]);
    region.enter("Returns register", 14, 0, [Array.from({ length: 18 }, () => "")]);
    await region.done(["consolidate", {}]);
    expect(tableOn(region.cells(), "Returns register", 14).map((row) => [row["Code"], row["State"]])).toEqual([["R06", "Queried"]]);
    region.enter("Returns kept", 6, 6, [["z:AAAA"]]);
    await region.done(["consolidate", {}]);
    expect(tableOn(region.cells(), "Set aside", 5).map((row) => [row["File"], row["Organisation"], row["Why"]])).toEqual([["queries-R06-2009-10-1.json", "R06", "Altered"]]);
    expect(keptFiles(region)).toEqual([["R06", "As written"]]);
  });
});
