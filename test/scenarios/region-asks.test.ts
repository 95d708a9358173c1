/** A region and one of its organisations over a month, through the built add-in: sent, collected, asked about, answered, sent again, compared, traced and accepted. */
import { openActions, setUpOptions, type OpenActions } from "../support/actions";
import { commandLine } from "../support/job";
import { filesOf, type FileGiven } from "../support/sent-returns";
import { tableOn } from "../support/sheet-table";
import { twentyReturns } from "./region-stories";

jest.setTimeout(300_000);
beforeAll(async () => { expect((await commandLine(["--help"])).status).toBe(0); });

const signers = [{ as: "preparer", name: "P Shaw", role: "Workforce analyst" }, { as: "lead-director", name: "A Khan", role: "Director of workforce" }, { as: "board", name: "J Bell", role: "Chair" }];
let [trust, region]: [OpenActions | null, OpenActions | null] = [null, null];
afterEach(() => { for (const each of [trust, region]) { each?.close(); expect(each?.problems ?? []).toEqual([]); } });

interface Report { readonly says: string; readonly files: readonly FileGiven[]; readonly findings: readonly { readonly sheet: string; readonly cell: string; readonly says: string }[] }
async function report(plan: OpenActions, action: string, options: Readonly<Record<string, unknown>>): Promise<Report> {
  const outcome = await plan.perform(action, options);
  if (!outcome.ok) throw new Error(`${action}: ${outcome.problem.code}: ${outcome.problem.says}`);
  return outcome.report as unknown as Report;
}
const fileIn = ({ files: [file] }: Report): FileGiven => { if (file === undefined) throw new Error("No file was made."); return file; };
const stateOf = (plan: OpenActions, code: string): unknown => tableOn(plan.cells(), "Returns register", 14).find((row) => row["Code"] === code)?.["State"];
const sent = async (plan: OpenActions, options: Readonly<Record<string, unknown>> = {}): Promise<FileGiven> => {
  for (const each of signers) await report(plan, "sign-off", each);
  return fileIn(await report(plan, "export-return", options));
};

describe("a return that its organisation made in its own workbook", () => {
  it("is collected, asked about, answered, sent again, compared, traced and accepted", async () => {
    trust = await openActions();
    region = await openActions();
    await trust.done(["insert-template", { ...setUpOptions, organisationCode: "RBS", organisationName: "Alder NHS Trust" }], "fill-example");
    const others = await filesOf(twentyReturns().slice(6, 10));
    const first = await sent(trust);

    await report(region, "consolidate", { files: [...others, first], region: "Q31" });
    expect(stateOf(region, "RBS")).toBe("Received");

    const queries = fileIn(await report(region, "make-queries", { organisation: "RBS", by: "R Dale", question: "Are the posts those of March?" }));
    expect(stateOf(region, "RBS")).toBe("Queried");
    expect(await region.perform("make-queries", { organisation: "RXX", by: "R Dale" })).toMatchObject({ ok: false, problem: { code: "no-return" } });

    await report(trust, "load-queries", { queries: Buffer.from(queries.base64, "base64").toString("utf8") });
    for (const row of tableOn(trust.cells(), "Queries", 5)) await report(trust, "answer-query", { query: row[Object.keys(row)[0] ?? ""], text: "They are, as the board saw them.", by: "P Shaw" });
    trust.enter("Demand and supply", 7, 5, [[17]]);
    const again = await sent(trust, { reason: "One more opening is expected." });

    await report(region, "consolidate", { files: [again] });
    expect(stateOf(region, "RBS")).toBe("Resubmitted");
    expect(tableOn(region.cells(), "Changed figures", 5).map((row) => [row["Code"], row["Row"], row["Figure"], row["After"]])).toEqual([["RBS", "Chief executive", "Demand 3 to 5 years", 17]]);

    const compared = await report(region, "compare-returns", { before: first, after: again });
    expect(compared.says).toMatch(/^Before: Alder NHS Trust \(RBS\), 2009\/10, sequence 1\. After: Alder NHS Trust \(RBS\), 2009\/10, sequence 2\./);
    expect(tableOn(region.cells(), "Comparison", 6).find((row) => row["About"] === "Chief executive" && row["Figure"] === "Demand 3 to 5 years")).toMatchObject({ Before: 16, After: 17, Change: 1, "Stands out": "" });
    await report(region, "compare-returns", { before: "region", after: "RBS", kind: "organisation-with-region" });
    await report(region, "compare-returns", { after: "RBS", kind: "target" });

    const traced = await report(region, "trace-figure", { roleGroup: "Chief executive", figure: "Demand 3 to 5 years" });
    expect(traced.findings.find(({ says }) => says.startsWith("Alder NHS Trust (RBS): 17"))).toMatchObject({ sheet: again.name, cell: expect.stringMatching(/^Demand and supply!F\d+$/), says: expect.stringContaining("signed by J Bell, Chair") });

    const accepted = fileIn(await report(region, "make-queries", { organisation: "RBS", by: "R Dale", decision: "accepted" }));
    expect(stateOf(region, "RBS")).toBe("Accepted");
    await report(trust, "load-queries", { queries: Buffer.from(accepted.base64, "base64").toString("utf8") });
    expect(trust.cells().get("Sign-off")?.get("B4")?.value).toMatch(/^Accepted/);
    // What was decided stands when everything is made again.
    await report(region, "consolidate", {});
    expect(stateOf(region, "RBS")).toBe("Accepted");
  });
});
