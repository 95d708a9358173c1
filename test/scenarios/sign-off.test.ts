/** Signing figures in the workbook: who may sign when, what the record says, what voids a signature, and that nobody can change the record unseen. */
import { mkdtempSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { loseSheet } from "../../src/host/calc/shift-formula";
import { openActions, setUpOptions, type OpenActions } from "../support/actions";
import { recalculated } from "../support/libreoffice.cjs";

jest.setTimeout(300_000);

const preparer = { as: "preparer", name: "P Shaw", role: "Workforce analyst" };
const director = { as: "lead-director", name: "A Khan", role: "Director of workforce" };
const board = { as: "board", name: "J Bell", role: "Chair" };
const FIRST_LINE = 12;
let open: OpenActions;
let requests = 0;

const begin = async (options: Parameters<typeof openActions>[0] = {}): Promise<void> => { open = await openActions({ ...options, onRequest: () => { requests += 1; } }); };
const filled = (): Promise<void> => open.done(["insert-template", setUpOptions], "fill-example");
const signed = async (): Promise<void> => { for (const who of [preparer, director, board]) await open.done(["sign-off", who]); };
/** What an action says, without the day. */
const says = async (action: string, options: Readonly<Record<string, unknown>> = {}): Promise<string> => {
  const outcome = await open.perform(action, options);
  return (outcome.ok ? outcome.report.says : `${outcome.problem.code}: ${outcome.problem.says}`).replace(/\d+ \w+ \d{4}, \d\d:\d\d/g, "today");
};
const value = (sheet: string, at: string): unknown => open.cells().get(sheet)?.get(at)?.value ?? "";
const states = (): readonly unknown[] => ["B4", "B8", "B9", "B10"].map((at) => value("Sign-off", at));
const found = async (prefix: string): Promise<readonly string[]> => {
  const outcome = await open.perform("check");
  return outcome.ok ? outcome.report.findings.filter(({ code }) => code.startsWith(prefix)).map(({ code, severity, sheet, cell, says: words }) => `${code} ${severity} ${sheet}!${cell}: ${words}`) : [outcome.problem.says];
};
/** The cells of a line of the record that hold words. */
const line = (number: number): readonly string[] => ["A", "B", "C", "D", "E", "F", "G", "H"].map((column) => String(value("Sign-off", `${column}${FIRST_LINE + number}`)));
const digests = (number: number): readonly string[] => ["J", "K", "L", "M", "N"].map((column) => String(value("Sign-off", `${column}${FIRST_LINE + number}`)));
const NOTHING = { words: Array<string>(8).fill(""), digests: Array<string>(5).fill("") };
/** Whatever somebody does who means to change the record: protection has no password. */
const overwrite = (number: number, words: readonly string[], proofs: readonly string[]): void => {
  open.sheet("Sign-off").set("protection", null);
  open.enter("Sign-off", FIRST_LINE + number - 1, 0, [words], "pasted");
  open.enter("Sign-off", FIRST_LINE + number - 1, 9, [proofs], "pasted");
  open.host.session.settle();
};

afterEach(() => {
  expect(open.problems).toEqual([]);
  open.close();
});

describe("signing", () => {
  it("goes from preparer to lead director to board, and the sheet says who signed what", async () => {
    await begin();
    await filled();
    const before = requests;
    expect(await says("sign-off", preparer)).toBe("Preparer: signed by P Shaw. Next to sign: lead director and board.");
    expect(requests - before).toBeLessThanOrEqual(4);
    expect(states()).toEqual(["Checked: signed by 1 of 3", "Signed", "Not signed", "Not signed"]);
    expect(await says("sign-off", director)).toBe("Lead director: signed by A Khan. Next to sign: board.");
    expect(await says("sign-off", board)).toBe("Board: signed by J Bell. Signed off: the return can be sent.");
    expect([...states(), value("Sign-off", "B5")]).toEqual(["Signed off", "Signed", "Signed", "Signed", "Whole: each line is as it was written"]);
    const lines = [0, 1, 2, 3].map((down) => ["A", "B", "C", "D", "F", "I"].map((column) => value("Sign-off", `${column}${FIRST_LINE + 1 + down}`)));
    expect(lines).toEqual([["1", "Checked", "P Shaw", "Workforce analyst", "", "Yes"], ["2", "Signed", "P Shaw", "Workforce analyst", "Preparer", "Yes"], ["3", "Signed", "A Khan", "Director of workforce", "Lead director", "Yes"], ["4", "Signed", "J Bell", "Chair", "Board", "Yes"]]);
    expect(await found("")).toEqual([]);
  });

  it("takes the turns as they come: no board before the others, and nobody twice for the same figures", async () => {
    await begin();
    await filled();
    expect(await says("sign-off", board)).toBe("out-of-turn: Nothing was signed: preparer and lead director sign before the board, and have not signed these figures yet. Ask for that signature first.");
    await open.done(["sign-off", preparer]);
    expect(await says("sign-off", { ...preparer, name: "Somebody else" })).toBe("Preparer: P Shaw signed these figures already, on today. Nothing was added to the record.");
    expect([line(2), line(3)].map(([number]) => number)).toEqual(["2", ""]);
  });

  it("signs nothing while something must be put right or is not explained, and says how much and where", async () => {
    await begin();
    await open.done(["insert-template", setUpOptions]);
    expect(await says("sign-off", preparer)).toMatch(/^not-ready: Nothing was signed: \d+ findings must be put right\. The first is on Demand and supply, /);
    expect(value("Checks", "B4")).not.toBe("");
    await open.done("fill-example");
    open.enter("Demand and supply", 14, 6, [[11]]);
    expect(await says("sign-off", preparer)).toMatch(/^not-ready: Nothing was signed: 1 finding has no explanation\. The first is on Demand and supply, G15: Strategy and planning director has 11 people ready/);
    await open.done(["explain", { code: "W48", sheet: "Demand and supply", cell: "G15", text: "A pool for three trusts together.", by: "A Khan" }]);
    expect(await says("sign-off", preparer)).toBe("Preparer: signed by P Shaw. Next to sign: lead director and board.");
  });

  it("is void as soon as a figure changes, without anybody asking, holds again when it is changed back, and can be given anew", async () => {
    await begin();
    await filled();
    await signed();
    open.enter("Demand and supply", 7, 5, [[15]]);
    open.host.session.settle();
    expect(states()).toEqual(["VOID: figures changed since they were signed", "VOID: changed", "VOID: changed", "VOID: changed"]);
    open.enter("Demand and supply", 7, 5, [[16]]);
    open.host.session.settle();
    expect(states()[0]).toBe("Signed off");
    open.enter("Demand and supply", 7, 5, [[15]]);
    expect(await says("sign-off", director)).toMatch(/^out-of-turn: /);
    expect(await says("sign-off", preparer)).toBe("Preparer: signed by P Shaw. Earlier signatures were for other figures and do not count. Next to sign: lead director and board.");
    expect(states()).toEqual(["VOID: figures changed since they were signed", "Signed", "VOID: changed", "VOID: changed"]);
    await open.done(["sign-off", director], ["sign-off", board]);
    expect(states()[0]).toBe("Signed off");
  });

  it("signs a nil return with its reason, and none while a figure is entered", async () => {
    await begin();
    await open.done(["insert-template", setUpOptions]);
    open.enter("Demand and supply", 7, 1, [[4]]);
    expect(await says("sign-off", { ...preparer, nil: "Merged into Q32 on 1 April." })).toBe("not-nil: A nil return has no figures, and Demand and supply, B8 has one. Clear the figures, or sign without a reason for a nil return. Nothing was changed.");
    open.enter("Demand and supply", 7, 1, [[""]]);
    expect(await says("sign-off", { ...preparer, nil: "Merged into Q32 on 1 April." })).toBe("Preparer: signed by P Shaw. Next to sign: lead director and board.");
    expect([value("Sign-off", "G13"), states()[0]]).toEqual(["Nil return: Merged into Q32 on 1 April.", "Checked: signed by 1 of 3"]);
  });
});

describe("the record", () => {
  it("is not undone with Excel's Undo, in an Excel that keeps what add-ins do in its history", async () => {
    await begin({ profile: { platform: "web", api: "1.20" } });
    await filled();
    open.enter("Demand and supply", 7, 5, [[15]]);
    await signed();
    for (let times = 0; times < 20; times += 1) open.host.session.history.undo();
    open.host.session.settle();
    expect([states()[0], value("Demand and supply", "F8"), line(4)[5]]).toEqual(["Signed off", 15, "Board"]);
    expect(await found("E70")).toEqual([]);
  });

  it("shows on the sheet and in the check that a name was typed over", async () => {
    await begin();
    await filled();
    await signed();
    overwrite(2, line(2).map((word) => (word === "P Shaw" ? "P Other" : word)), digests(2));
    expect([await found("E70"), value("Sign-off", "B5")]).toEqual([["E70 must-fix Sign-off!A14: Line 2 of the record is not as it was written."], "NOT WHOLE: line 2 is not as it was written"]);
    expect(await says("sign-off", preparer)).toMatch(/^record-changed: Line 2 of the record on Sign-off is not as it was written\. /);
  });

  it("shows that its last line was taken away, though the lines that are left are whole", async () => {
    await begin();
    await filled();
    await signed();
    overwrite(4, NOTHING.words, NOTHING.digests);
    expect([await found("E70"), value("Sign-off", "B5")]).toEqual([["E70 must-fix Sign-off!A15: The last line of the record is missing."], "NOT WHOLE: line 4 is not as it was written"]);
  });

  it("shows that two lines changed places, and that one was taken out", async () => {
    await begin();
    await filled();
    await signed();
    const [second, third] = [[line(2), digests(2)], [line(3), digests(3)]] as const;
    overwrite(2, third[0], third[1]);
    overwrite(3, second[0], second[1]);
    expect([await found("E70"), value("Sign-off", "B5")]).toEqual([["E70 must-fix Sign-off!A14: Line 2 of the record does not follow the line before it: lines were sorted, taken out or put in."], "NOT WHOLE: line 2 is not as it was written"]);
    overwrite(2, second[0], second[1]);
    overwrite(3, line(4), digests(4));
    overwrite(4, NOTHING.words, NOTHING.digests);
    expect(await found("E70")).toEqual(["E70 must-fix Sign-off!A15: Line 3 of the record does not follow the line before it: lines were sorted, taken out or put in."]);
  });

  it("is missed when its sheet is deleted, and a new one then begins by saying so", async () => {
    await begin();
    await filled();
    await signed();
    loseSheet(open.workbook, open.sheet("Sign-off"), "typed");
    open.workbook.removeSheet(open.sheet("Sign-off"), "typed");
    expect(await found("E70")).toEqual(["E70 must-fix Cover!: The Cover tells of a record of 4 lines, and the Sign-off sheet is not in this workbook any more."]);
    expect(await says("sign-off", preparer)).toBe("record-changed: The record of this return, on Sign-off, is not in this workbook any more. Check the figures: the finding says what to do. Nothing was changed.");
    expect(await says("reopen", { name: "P Shaw", role: "Workforce analyst", reason: "Deleted by mistake." })).toBe("A new record was begun. Its first line says that the one before was lost, and goes with the next return.");
    expect(String(value("Sign-off", "G13"))).toMatch(/^The record before, of 4 lines ending in [0-9a-f]{8}, was lost: Deleted by mistake\.$/);
    expect(await found("E70")).toEqual([]);
    await signed();
    expect(states()[0]).toBe("Signed off");
  });

  it("is the same, hash by hash, after LibreOffice saved it, and says the same there", async () => {
    await begin();
    await filled();
    await signed();
    const file = path.join(mkdtempSync(path.join(tmpdir(), "talent-plan-signed-")), "signed.xlsx");
    writeFileSync(file, open.saved());
    const there = await recalculated(file);
    expect(["B4", "B5", "I13", "I16"].map((at) => there.get("Sign-off")?.get(at)?.value)).toEqual(["Signed off", "Whole: each line is as it was written", "Yes", "Yes"]);
    const lines = ["A", "C", "E", "K", "L", "M"].flatMap((column) => [13, 14, 15, 16].map((row) => `${column}${row}`));
    expect(lines.map((at) => String(there.get("Sign-off")?.get(at)?.value))).toEqual(lines.map((at) => String(value("Sign-off", at))));
  });
});

describe("a refusal by Excel", () => {
  it("leaves no half-made sheet and no signature, and says so", async () => {
    await begin();
    await filled();
    open.host.session.faults.refuse({ member: "WorksheetProtection.protect", code: "GeneralException" });
    expect(await says("sign-off", preparer)).toMatch(/What had been added is gone again\./);
    expect([open.workbook.sheetByName("Sign-off"), await found("E70")]).toEqual([null, []]);
  });
});
