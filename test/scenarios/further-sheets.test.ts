/** Shared posts and Movements: added where they are wanted, checked like other entries, signed, and sent. */
import { readReturn } from "../../src/returns/file/read-return";
import { openActions, setUpOptions, type OpenActions } from "../support/actions";

jest.setTimeout(300_000);

const who = [{ as: "preparer", name: "P Shaw", role: "Workforce analyst" }, { as: "lead-director", name: "A Khan", role: "Director of workforce" }, { as: "board", name: "J Bell", role: "Chair" }];
/** Posts less vacancies of the example, by role group. */
const HOLDERS = [38, 39, 36, 34, 32, 38, 21, 37, 20, 43, 218, 56];
let open: OpenActions;

const says = async (action: string, options: Readonly<Record<string, unknown>> = {}): Promise<string> => {
  const outcome = await open.perform(action, options);
  return outcome.ok ? outcome.report.says : `${outcome.problem.code}: ${outcome.problem.says}`;
};
const found = async (): Promise<readonly string[]> => {
  const outcome = await open.perform("check");
  if (!outcome.ok) throw new Error(outcome.problem.says);
  return outcome.report.findings.filter(({ severity, sheet }) => severity !== "note" && (sheet === "Movements" || sheet === "Shared posts")).map(({ code, sheet, cell }) => `${code} ${sheet}!${cell}`);
};
const value = (sheet: string, at: string): unknown => open.cells().get(sheet)?.get(at)?.value ?? "";

beforeEach(async () => {
  open = await openActions();
  await open.done(["insert-template", setUpOptions], "fill-example");
});
afterEach(() => {
  expect(open.problems).toEqual([]);
  open.close();
});

describe("further entry sheets", () => {
  it("are added once, with a row for each role group, and checked from then on", async () => {
    expect(await says("add-module", { module: "movements" })).toBe("Added Movements. Fill it in; it goes with the return, so figures that were signed have to be signed anew.");
    expect(await says("add-module", { module: "movements" })).toBe("Movements is there already. Nothing was changed.");
    expect(await says("add-module", { module: "forecast" })).toMatch(/^bad-option: module: "forecast" is no sheet that can be added\. Use shared-posts or movements\./);
    expect((await found()).length).toBe(12);
    open.enter("Movements", 7, 1, HOLDERS.map((holders) => [holders - 1, 2, 0, 1, 0, holders]));
    expect(await found()).toEqual([]);
    open.enter("Movements", 8, 1, [[38, 2, 0, 0, 0, 39]]);
    expect(await found()).toEqual(["E50 Movements!G9"]);
    open.enter("Movements", 8, 1, [["n.k.", 2, 0, 1, 0, 40]], "pasted");
    expect(await found()).toEqual(expect.arrayContaining(["E50 Movements!G9", expect.stringMatching(/^E1\d Movements!B9$/)]));
  });

  it("say it where their headings were pasted over, so that nobody signs what cannot be read", async () => {
    await open.done(["add-module", { module: "movements" }]);
    open.enter("Movements", 7, 1, HOLDERS.map((holders) => [holders - 1, 2, 0, 1, 0, holders]));
    open.enter("Movements", 6, 0, [["Finance director", 40, 4, 1, 5, 1, 39]], "pasted");
    expect(await found()).toEqual(["A", "B", "C", "D", "E", "F", "G"].map((column) => `E02 Movements!${column}7`));
    expect(await says("sign-off", { as: "preparer", name: "P Shaw", role: "Workforce analyst" })).toMatch(/^not-ready: /);
  });

  it("void a signature on the sheet as soon as they change, and travel with the return", async () => {
    await open.done(["add-module", { module: "shared-posts" }]);
    open.enter("Shared posts", 7, 0, [["Finance director", "Posts", "RBS", "Shared", 2]]);
    for (const each of who) await open.done(["sign-off", each]);
    expect(value("Sign-off", "B4")).toBe("Signed off");
    open.enter("Shared posts", 7, 4, [[3]]);
    open.host.session.settle();
    expect(value("Sign-off", "B4")).toBe("VOID: figures changed since they were signed");
    expect(await says("export-return")).toMatch(/^void: /);
    for (const each of who) await open.done(["sign-off", each]);
    const outcome = await open.perform("export-return");
    if (!outcome.ok) throw new Error(outcome.problem.says);
    const [file] = (outcome.report as typeof outcome.report & { readonly files: readonly { readonly name: string; readonly base64: string }[] }).files;
    const bytes = Buffer.from(file?.base64 ?? "", "base64");
    const arrival = await readReturn({ name: file?.name ?? "", size: bytes.length, bytes });
    expect(arrival.kind === "read" ? arrival.document.tables["shared-posts"] : arrival.says).toEqual([{ key: { "role-group": "Finance director", "shared-figure": "Posts", "shared-with": "RBS" }, figures: { "shared-number": 3 }, texts: { "shared-how": "Shared" } }]);
  });

  it("void what was signed before they were there", async () => {
    for (const each of who) await open.done(["sign-off", each]);
    await open.done(["add-module", { module: "shared-posts" }]);
    expect([value("Sign-off", "B4"), await says("export-return")]).toEqual(["VOID: figures changed since they were signed", expect.stringMatching(/^void: /)]);
  });
});
