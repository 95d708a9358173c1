/** What a region's workbook remembers, through the built add-in: last year's returns, its own rules, and what it asked. */
import type { FigureJson, ReturnDocument, ReturnRow } from "../../src/returns/format/return-document";
import { openActions, type OpenActions, type Outcome } from "../support/actions";
import { commandLine } from "../support/job";
import { madeReturn } from "../support/made-returns";
import { filesOf } from "../support/sent-returns";
import { tableOn } from "../support/sheet-table";

jest.setTimeout(300_000);
beforeAll(async () => { expect((await commandLine(["--help"])).status).toBe(0); });

const open: OpenActions[] = [];
afterEach(() => { for (const each of open.splice(0)) { each.close(); expect(each.problems).toEqual([]); } });
const opened = async (options: Parameters<typeof openActions>[0] = {}): Promise<OpenActions> => { const plan = await openActions(options); open.push(plan); return plan; };
const done = (outcome: Outcome): Extract<Outcome, { ok: true }>["report"] => { if (!outcome.ok) throw new Error(`${outcome.problem.code}: ${outcome.problem.says}`); return outcome.report; };

/** Nursing directors' posts as a test wants them, in a return of an organisation. */
const withPosts = (index: number, posts: FigureJson, period = "2009/10"): ReturnDocument => madeReturn(5, index, {
  header: { period },
  tables: (tables: Record<string, ReturnRow[]>) => { tables["demand"] = (tables["demand"] ?? []).map((row) => (row.key["role-group"] === "Nursing director" ? { ...row, figures: { ...row.figures, posts } } : row)); },
});

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
