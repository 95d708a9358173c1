/** The region asks about what was sent: its file is loaded, each query shows at its cell, is answered, and the answers go back with the next return. */
import { collect } from "../../src/returns/collect/collect";
import type { Collecting } from "../../src/returns/collect/collection";
import { consolidate } from "../../src/returns/consolidate/consolidate";
import { readReturn } from "../../src/returns/file/read-return";
import type { ReadReturn } from "../../src/returns/file/arrival";
import { acceptance, queriesFor, queryFileText } from "../../src/returns/queries/make-queries";
import { isoDate, type IsoDate } from "../../src/domain/period";
import { shippedPack } from "../../src/validation/rule-pack/shipped";
import { openActions, setUpOptions, type OpenActions } from "../support/actions";

jest.setTimeout(300_000);

const who = [{ as: "preparer", name: "P Shaw", role: "Workforce analyst" }, { as: "lead-director", name: "A Khan", role: "Director of workforce" }, { as: "board", name: "J Bell", role: "Chair" }];
const day = isoDate("2009-05-05") as IsoDate;
let open: OpenActions;

const says = async (action: string, options: Readonly<Record<string, unknown>> = {}): Promise<string> => {
  const outcome = await open.perform(action, options);
  return outcome.ok ? outcome.report.says : `${outcome.problem.code}: ${outcome.problem.says}`;
};
const signed = async (): Promise<void> => { for (const each of who) await open.done(["sign-off", each]); };
const sent = async (options: Readonly<Record<string, unknown>> = {}): Promise<ReadReturn> => {
  const outcome = await open.perform("export-return", options);
  if (!outcome.ok) throw new Error(outcome.problem.says);
  const { files: [file] } = outcome.report as typeof outcome.report & { readonly files: readonly { readonly name: string; readonly base64: string }[] };
  const bytes = Buffer.from(file?.base64 ?? "", "base64");
  const arrival = await readReturn({ name: file?.name ?? "", size: bytes.length, bytes });
  if (arrival.kind !== "read") throw new Error(arrival.says);
  return arrival;
};
const collecting: Collecting = { region: { code: "Q31", name: "North West" }, structure: "2009", period: "2009/10", asAt: isoDate("2009-03-31") as IsoDate, due: null, expected: [], draftsToo: false };
const own = { about: { table: "demand", key: { "role-group": "Strategy and planning director" }, measure: "posts" }, says: "38 posts are more than there are trusts.", asks: "Say whether posts are shared." };
const queriesAbout = (arrived: ReadReturn): string => {
  const collection = collect([arrived], collecting);
  return queryFileText(queriesFor("Q31", collection, consolidate(collection, shippedPack), { by: "R Dale", on: day, own: [own] }));
};
const value = (sheet: string, at: string): unknown => open.cells().get(sheet)?.get(at)?.value ?? "";

beforeEach(async () => {
  open = await openActions();
  await open.done(["insert-template", setUpOptions], "fill-example");
  await signed();
});
afterEach(() => {
  expect(open.problems).toEqual([]);
  open.close();
});

describe("a region's queries", () => {
  it("stand at their cells, keep the return from being signed until they are answered, and their answers travel", async () => {
    const first = await sent();
    const file = queriesAbout(first);
    const loaded = await says("load-queries", { queries: file });
    expect(loaded).toMatch(/^North West asks 1 query about sequence 1\. It is on Queries/);
    expect(["A6", "B6", "C6", "D6"].map((at) => value("Queries", at))).toEqual([expect.stringMatching(/^Q31/), "Strategy and planning director, Posts", "B15", "38 posts are more than there are trusts."]);
    expect(value("Sign-off", "B4")).toMatch(/^Queried, sequence 1/);
    expect(await says("load-queries", { queries: file })).toBe("This file was loaded already. Nothing was changed.");
    expect(await says("sign-off", who[0])).toMatch(/^not-ready: Nothing was signed: 1 finding must be put right\. The first is on Queries, F6/);
    const id = String(value("Queries", "A6"));
    expect(await says("answer-query", { query: id, text: "Four posts are held jointly.", by: "P Shaw" })).toBe("Answered. Every query has its answer: have the figures signed and send the return again.");
    await signed();
    const second = await sent({ reason: "The query is answered." });
    expect(second.document.answers).toEqual([expect.objectContaining({ query: id, text: "Four posts are held jointly.", by: "P Shaw" })]);
    expect([second.document.header.sequence, second.document.log.map(({ event }) => event).slice(-7)]).toEqual([2, ["queried", "answered", "checked", "signed", "signed", "signed", "sent"]]);
    expect(value("Sign-off", "B4")).toMatch(/^Resubmitted, sequence 2/);
  });

  it("are refused where they are about another return, or were changed on the way", async () => {
    const first = await sent();
    const file = queriesAbout(first);
    expect(await says("load-queries", { queries: file.replace("38 posts", "39 posts") })).toMatch(/^bad-query-file: .* was changed after the region made it/);
    expect(await says("load-queries", { queries: "{}" })).toMatch(/^bad-query-file: /);
    open.close();
    open = await openActions();
    await open.done(["insert-template", setUpOptions], "fill-example");
    expect(await says("load-queries", { queries: file })).toMatch(/^not-sent: This file is about sequence 1 with the digest [0-9a-f]{8}, which was not sent from this workbook/);
  });

  it("end with an acceptance, which locks the return; reopening it needs a reason", async () => {
    const first = await sent();
    const file = queryFileText(acceptance("Q31", collect([first], collecting), { by: "R Dale", on: day }));
    expect(await says("load-queries", { queries: file })).toMatch(/^North West accepted sequence 1\. The return is locked/);
    expect(value("Sign-off", "B4")).toMatch(/^Accepted and locked, sequence 1/);
    open.enter("Demand and supply", 7, 5, [[15]]);
    open.host.session.settle();
    expect(value("Sign-off", "B4")).toMatch(/^VOID: figures changed since\. Accepted and locked/);
    open.enter("Demand and supply", 7, 5, [[16]]);
    expect(await says("sign-off", who[0])).toMatch(/^locked: The region accepted sequence 1/);
    expect(await says("reopen", { name: "P Shaw", role: "Workforce analyst", reason: "Two posts were left out." })).toMatch(/^Reopened\./);
    expect(value("Sign-off", "B4")).toBe("Draft: nobody has signed these figures");
    await signed();
    expect((await sent({ reason: "Two posts were left out." })).document.header.sequence).toBe(2);
  });
});
