/** A new period starts from the last return: its figures are kept to compare with, none is used again, and rules that look back have something to look at. */
import { readReturn } from "../../src/returns/file/read-return";
import { readParts } from "../support/plain-cells.cjs";
import { openActions, setUpOptions, type OpenActions } from "../support/actions";

jest.setTimeout(300_000);

const who = [{ as: "preparer", name: "P Shaw", role: "Workforce analyst" }, { as: "lead-director", name: "A Khan", role: "Director of workforce" }, { as: "board", name: "J Bell", role: "Chair" }];
const next = { period: "2010/11", asAt: "2010-03-31", name: "P Shaw", role: "Workforce analyst" };
let open: OpenActions;

const says = async (action: string, options: Readonly<Record<string, unknown>> = {}): Promise<string> => {
  const outcome = await open.perform(action, options);
  return outcome.ok ? outcome.report.says : `${outcome.problem.code}: ${outcome.problem.says}`;
};
const signed = async (): Promise<void> => { for (const each of who) await open.done(["sign-off", each]); };
const fileSent = async (): Promise<{ readonly name: string; readonly base64: string }> => {
  const outcome = await open.perform("export-return");
  if (!outcome.ok) throw new Error(outcome.problem.says);
  const [file] = (outcome.report as typeof outcome.report & { readonly files: readonly { readonly name: string; readonly base64: string }[] }).files;
  if (file === undefined) throw new Error("No file was made.");
  return file;
};
const codes = async (): Promise<readonly string[]> => {
  const outcome = await open.perform("check");
  if (!outcome.ok) throw new Error(outcome.problem.says);
  return [...new Set(outcome.report.findings.filter(({ severity }) => severity !== "note").map(({ code, cell }) => `${code} ${cell}`))];
};
const value = (sheet: string, at: string): unknown => open.cells().get(sheet)?.get(at)?.value ?? "";
const begin = async (): Promise<void> => {
  open = await openActions();
  await open.done(["insert-template", setUpOptions], "fill-example");
};

afterEach(() => {
  expect(open.problems).toEqual([]);
  open.close();
});

describe("carrying forward", () => {
  it("needs a return that was sent, and says beforehand what goes", async () => {
    await begin();
    expect(await says("carry-forward", next)).toBe("not-sent: A new period starts from a return that was sent, and none was. Sign it off and send it first. Nothing was changed.");
    await signed();
    await fileSent();
    expect(await says("carry-forward", { ...next, asAt: "2009-03-31" })).toMatch(/^not-later: /);
    expect(await says("carry-forward", next)).toMatch(/^needs-confirmation: \d+ entries would be cleared: every figure, day and comment of the entry sheets\. The figures are kept on Last return/);
    expect([value("Demand and supply", "B8"), value("Cover", "B9")]).toEqual([42, "2009/10"]);
  });

  it("keeps names and sources, clears figures, and puts them on Last return", async () => {
    await begin();
    await signed();
    await fileSent();
    expect(await says("carry-forward", { ...next, confirm: true })).toBe("Started 2010/11, as at 31 March 2010. The figures of 2009/10 are on Last return, and the entry sheets are empty.");
    // No printed page goes on saying the old period.
    const feet = Object.entries(readParts(open.saved())).flatMap(([name, part]) => (name.startsWith("xl/worksheets/sheet") ? [...new TextDecoder().decode(part).matchAll(/<oddFooter>&amp;L([^&]*)&amp;C/g)].map(([, foot]) => foot) : []));
    expect([feet.length > 8, new Set(feet)]).toEqual([true, new Set(["North West, 2010/11"])]);
    expect(["A8", "B8", "F8", "K8", "L8"].map((at) => value("Demand and supply", at))).toEqual(["Chief executive", "", "", "", "Made-up example"]);
    expect(["C9", "F9", "G9", "H9"].map((at) => value("Profile", at))).toEqual(["", "n/a", "", "Made-up example"]);
    expect([value("Cover", "B9"), value("Sign-off", "B4")]).toEqual(["2010/11", "Draft: nobody has signed these figures"]);
    const last = [...(open.cells().get("Last return") ?? [])].filter(([at, cell]) => at.startsWith("C") && cell.value === "Chief executive").map(([at]) => value("Last return", at.replace("C", "F")));
    expect(last).toEqual([42, 4, 9, 18, 16, 6, 9, 21, 14]);
    await open.done(["fill-example", { overwrite: true }]);
    open.enter("Demand and supply", 7, 1, [[21]]);
    expect((await codes()).filter((code) => code.startsWith("W40"))).toContain("W40 B8");
  });

  it("leaves every figure on Last return where Excel refuses half way, and is finished by asking again", async () => {
    await begin();
    await signed();
    await fileSent();
    open.host.session.faults.refuse({ member: "WorksheetProtection.unprotect", code: "GeneralException" });
    expect(await says("carry-forward", { ...next, confirm: true })).toMatch(/Every figure stands on Last return\. Start the new period again to finish\./);
    expect(await says("carry-forward", { ...next, confirm: true })).toMatch(/^Started 2010\/11/);
  });
});

describe("the last return", () => {
  it("is read from its file, found against, explained, and the explanation travels", async () => {
    await begin();
    await signed();
    const file = await fileSent();
    open.close();
    open = await openActions();
    await open.done(["insert-template", { ...setUpOptions, period: "2010/11", asAt: "2010-03-31" }], "fill-example");
    open.enter("Demand and supply", 7, 5, [[23]]);
    expect((await codes()).filter((code) => code.startsWith("W40"))).toEqual([]);
    expect(await says("load-last-return", { file: file.base64, name: file.name })).toBe("The figures of 2009/10, as at 31 March 2009, sequence 1, are on Last return. Check again: the rules now compare with them.");
    expect(await codes()).toContain("W40 F8");
    expect(await says("sign-off", who[0])).toMatch(/^not-ready: /);
    const because = { text: "Retirements were counted for the first time.", by: "A Khan" };
    for (const where of [{ code: "W40", sheet: "Demand and supply", cell: "F8" }, { code: "W54", sheet: "Demand and supply", cell: "B9" }, { code: "W54", sheet: "Profile", cell: "C9" }]) await open.done(["explain", { ...where, ...because }]);
    expect(await codes()).toEqual([]);
    await signed();
    const sent = await fileSent();
    const bytes = Buffer.from(sent.base64, "base64");
    const arrival = await readReturn({ name: sent.name, size: bytes.length, bytes });
    expect(arrival.kind === "read" ? arrival.document.explanations.map(({ code, text }) => `${code}: ${text}`) : arrival.says).toContain("W40: Retirements were counted for the first time.");
  });

  it("is refused where it is another's, not earlier, or no return at all", async () => {
    await begin();
    await signed();
    const file = await fileSent();
    expect(await says("load-last-return", { file: file.base64, name: file.name })).toMatch(/^not-earlier: That return is as at 31 March 2009, and this one as at 31 March 2009\./);
    expect(await says("load-last-return", { file: Buffer.from("no workbook").toString("base64"), name: "note.xlsx" })).toMatch(/^not-a-workbook: note\.xlsx cannot be used\./);
    open.enter("Cover", 6, 1, [["Q32"]]);
    open.enter("Cover", 9, 1, [[40268]]);
    expect(await says("load-last-return", { file: file.base64, name: file.name })).toMatch(/^other-organisation: /);
  });
});
