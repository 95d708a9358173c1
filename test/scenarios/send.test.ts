/** Sending a signed return: the file that is made, what is noted, what is refused, and that the region can read it. */
import { readReturn } from "../../src/returns/file/read-return";
import type { Arrival } from "../../src/returns/file/arrival";
import type { ReturnDocument } from "../../src/returns/format/return-document";
import { openActions, setUpOptions, type OpenActions } from "../support/actions";

jest.setTimeout(300_000);

interface Report { readonly says: string; readonly files: readonly { readonly name: string; readonly base64: string }[] }
const who = [{ as: "preparer", name: "P Shaw", role: "Workforce analyst" }, { as: "lead-director", name: "A Khan", role: "Director of workforce" }, { as: "board", name: "J Bell", role: "Chair" }];
const contacts = [{ name: "P Shaw", role: "Workforce analyst", email: "p.shaw@example.nhs.uk" }];
let open: OpenActions;

const signed = async (): Promise<void> => { for (const each of who) await open.done(["sign-off", each]); };
const signedExample = async (): Promise<void> => {
  open = await openActions();
  await open.done(["insert-template", setUpOptions], "fill-example");
  await signed();
};
const send = async (options: Readonly<Record<string, unknown>> = {}): Promise<Report> => {
  const outcome = await open.perform("export-return", { contacts, ...options });
  if (!outcome.ok) throw new Error(`${outcome.problem.code}: ${outcome.problem.says}`);
  return outcome.report as typeof outcome.report & Report;
};
const refusal = async (options: Readonly<Record<string, unknown>> = {}): Promise<string> => send(options).then(({ says }) => `done: ${says}`, (error: Error) => error.message);
const bytesOf = ({ files: [file] }: Report): Uint8Array => Buffer.from(file?.base64 ?? "", "base64");
const arrived = (report: Report, passphrase?: string): Promise<Arrival> => readReturn({ name: report.files[0]?.name ?? "", size: bytesOf(report).length, bytes: bytesOf(report) }, passphrase === undefined ? {} : { passphrase });
const documentIn = async (report: Report): Promise<ReturnDocument> => {
  const arrival = await arrived(report);
  if (arrival.kind !== "read") throw new Error(`${arrival.code}: ${arrival.says}`);
  return arrival.document;
};
const value = (sheet: string, at: string): unknown => open.cells().get(sheet)?.get(at)?.value ?? "";

afterEach(() => {
  expect(open.problems).toEqual([]);
  open.close();
});

describe("sending", () => {
  it("makes a file that the region reads as it was written, with header, figures, signatures and contacts", async () => {
    await signedExample();
    const report = await send({ region: { code: "Q31", name: "North West" } });
    const arrival = await arrived(report);
    expect(arrival).toMatchObject({ kind: "read", wholeness: "as-written", file: "Q31 2009-10 return 1.xlsx" });
    const { header, log, checked, tables, digest } = await documentIn(report);
    expect(header).toMatchObject({ organisation: { code: "Q31", name: "North West" }, structure: "2009", period: "2009/10", asAt: "2009-03-31", stage: "final", sequence: 1, replaces: null, contacts, nil: null });
    expect(log.map(({ event, by }) => `${event} ${by}`)).toEqual(["checked P Shaw", "signed P Shaw", "signed A Khan", "signed J Bell", "sent P Shaw"]);
    expect([checked.mustFix, checked.explain, tables["demand"]?.length, tables["demand"]?.[0]?.figures["posts"]]).toEqual([0, 0, 12, 42]);
    expect(report.says).toBe(`Made Q31 2009-10 return 1.xlsx: sequence 1, digest ${digest.slice(0, 8)}. It is noted as sent, so send it to the region by the way that is usual for you.`);
    expect([value("Sign-off", "B4"), value("Sign-off", "J17")]).toEqual([expect.stringMatching(/^Sent, sequence 1, /), digest]);
  });

  it("makes the very same file again while nothing has changed, and notes nothing twice", async () => {
    await signedExample();
    const first = await send();
    const again = await send();
    expect([again.files, again.says.slice(0, 50)]).toEqual([first.files, "The same file as was sent before: sequence 1, dige"]);
    expect(value("Sign-off", "A18")).toBe("");
    expect(await refusal({ contacts: [] })).toMatch(/^already-sent: These figures were sent as sequence 1\./);
  });

  it("takes the place of what was sent before, with the reason and its digest, once changed figures are signed again", async () => {
    await signedExample();
    const first = await documentIn(await send());
    open.enter("Demand and supply", 7, 5, [[15]]);
    open.host.session.settle();
    expect(value("Sign-off", "B4")).toMatch(/^VOID: figures changed since\. Sent, sequence 1/);
    expect(await refusal({ reason: "One opening was counted twice." })).toBe("void: Figures were changed since they were sent. Check them and have them signed again. Nothing was sent.");
    await signed();
    expect(await refusal()).toBe("bad-option: reason: Sequence 1 was sent already. Say why it is sent again: the region sees the reason. Nothing was changed.");
    const second = await documentIn(await send({ reason: "One opening was counted twice." }));
    expect(second.header).toMatchObject({ sequence: 2, replaces: { sequence: 1, digest: first.digest, reason: "One opening was counted twice." } });
    expect(value("Sign-off", "B4")).toMatch(/^Resubmitted, sequence 2, /);
  });

  it("sends nothing that is not signed off, but makes a draft that says so and leaves no trace", async () => {
    open = await openActions();
    await open.done(["insert-template", setUpOptions], "fill-example", ["sign-off", who[0] ?? {}]);
    expect(await refusal()).toBe("not-signed-off: These figures are not signed off: lead director and board have not signed. Ask the lead director to sign next. Nothing was sent.");
    const draft = await send({ draft: true });
    expect([draft.files[0]?.name, (await documentIn(draft)).header.stage]).toEqual(["Q31 2009-10 DRAFT return 1.xlsx", "draft"]);
    expect([value("Sign-off", "B4"), value("Sign-off", "A15")]).toEqual(["Checked: signed by 1 of 3", ""]);
  });

  it("takes explanations along", async () => {
    open = await openActions();
    await open.done(["insert-template", setUpOptions], "fill-example");
    open.enter("Demand and supply", 14, 6, [[11]]);
    await open.done(["explain", { code: "W48", sheet: "Demand and supply", cell: "G15", text: "A pool for three trusts together.", by: "A Khan" }]);
    await signed();
    expect((await documentIn(await send())).explanations).toEqual([expect.objectContaining({ code: "W48", text: "A pool for three trusts together.", by: "A Khan", on: expect.stringMatching(/^\d{4}-\d\d-\d\d$/) })]);
  });

  it("encrypts the file where a passphrase is given, and only that opens it", async () => {
    await signedExample();
    const report = await send({ passphrase: "correct horse" });
    expect(report.files.map(({ name }) => name)).toEqual(["Q31 2009-10 return 1.xlsx.age"]);
    expect([(await arrived(report)).kind, (await arrived(report, "correct horse")).kind]).toEqual(["quarantined", "read"]);
  });

  it("makes the same as CSV files too, where that is asked for", async () => {
    await signedExample();
    const { files, says } = await send({ also: "data-package" });
    expect(files.map(({ name }) => name)).toEqual(["Q31 2009-10 return 1.xlsx", "Q31 2009-10 return 1 data.zip"]);
    expect(says).toMatch(/^Made Q31 2009-10 return 1\.xlsx and Q31 2009-10 return 1 data\.zip: sequence 1/);
  });

  it("sends a nil return, told apart from one with figures and from none", async () => {
    open = await openActions();
    await open.done(["insert-template", setUpOptions]);
    for (const each of who) await open.done(["sign-off", { ...each, nil: "Merged into Q32 on 1 April." }]);
    const { header, tables } = await documentIn(await send());
    expect([header.nil, tables]).toEqual([{ reason: "Merged into Q32 on 1 April." }, {}]);
  });

  it("notes nothing where Excel refuses while it is noted", async () => {
    await signedExample();
    open.host.session.faults.refuse({ member: "WorksheetProtection.unprotect", code: "AccessDenied" });
    expect(await refusal()).toMatch(/^protected: /);
    expect([value("Sign-off", "B4"), value("Sign-off", "A17")]).toEqual(["Signed off", ""]);
  });
});
