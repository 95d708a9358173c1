/** A finding to explain is cleared by an explanation, in the pane's way and typed on Checks; the explanation goes with the file, and lapses when the figures change. */
import { readFileSync } from "node:fs";
import path from "node:path";
import { allOk, existingWorkbook, outputFolder, runJob, setUp, type Step, type StepReport } from "../support/job";
import { readCells, type CellsBySheet } from "../support/plain-cells.cjs";

jest.setTimeout(300_000);

const folder = outputFolder("scenarios/explain");
/** Eleven people ready for the one opening that strategy has now. */
const wide: readonly Step[] = [setUp, { do: "fill-example" }, { type: { sheet: "Demand and supply", at: "G15", values: [[11]] } }, { do: "check" }];
const W48 = { code: "W48", sheet: "Demand and supply", cell: "G15" };
const explain: Step = { do: "explain", with: { ...W48, text: "A pool for three trusts together.", by: "A Khan" } };

async function run(name: string, steps: readonly Step[], open: string): Promise<{ readonly steps: readonly StepReport[]; readonly saved: string }> {
  const done = await runJob(path.join(folder, name), steps, { open });
  return { steps: allOk(done), saved: done.saved };
}
const w48 = (step: StepReport | undefined): readonly string[] => (step?.findings ?? []).filter(({ code }) => code === "W48").map(({ severity, says }) => `${severity}: ${says}`);
const rowOf = (cells: CellsBySheet, code: string): readonly unknown[] => {
  const sheet = cells.get("Checks");
  const row = Array.from({ length: 60 }, (_, index) => index + 17).find((index) => sheet?.get(`A${index}`)?.value === code);
  return ["B", "G", "H", "J"].map((column) => sheet?.get(`${column}${row ?? 0}`)?.value);
};

describe("explaining a finding", () => {
  it("clears it, survives saving and opening, lapses when the figure changes, and can still be read", async () => {
    const first = await run("explained", [...wide, explain, { do: "check" }], existingWorkbook);
    const said = "Strategy and planning director has 11 people ready in Supply now, more than ten for each opening (openings: 1).";
    expect(w48(first.steps[3])).toEqual([`explain: ${said}`]);
    expect([w48(first.steps[4])[0], w48(first.steps[5])[0]].map((words) => words?.replace(/\d+ \w+ \d{4}/, "today"))).toEqual(Array(2).fill(`note: ${said} Explained: A pool for three trusts together. (A Khan, today)`));
    expect(rowOf(readCells(readFileSync(first.saved)), "W48")).toEqual(["Explained", "A pool for three trusts together.", "A Khan", ""]);

    const second = await run("lapsed", [{ do: "check" }, { type: { sheet: "Demand and supply", at: "G15", values: [[12]] } }, { do: "check" }], first.saved);
    expect([w48(second.steps[0])[0]?.slice(0, 5), w48(second.steps[2])]).toEqual(["note:", ["explain: Strategy and planning director has 12 people ready in Supply now, more than ten for each opening (openings: 1)."]]);
    const [severity, text, by, earlier] = rowOf(readCells(readFileSync(second.saved)), "W48");
    expect([severity, text, by, String(earlier).replace(/\d+ \w+ \d{4}/, "today")]).toEqual(["Explain", "", "", "A pool for three trusts together. (A Khan, today)"]);
  });

  it("works by typing on Checks, once there is a name beside it", async () => {
    const listed = await run("listed", wide, existingWorkbook);
    const sheet = readCells(readFileSync(listed.saved)).get("Checks");
    const row = Array.from({ length: 40 }, (_, index) => index + 17).find((index) => sheet?.get(`A${index}`)?.value === "W48") ?? 0;
    const typed = await run("typed", [
      { type: { sheet: "Checks", at: `G${row}`, values: [["A pool for three trusts together."]] } }, { do: "check" },
      { type: { sheet: "Checks", at: `H${row}`, values: [["A Khan"]] } }, { do: "check" },
    ], listed.saved);
    expect(w48(typed.steps[1])).toEqual(["explain: Strategy and planning director has 11 people ready in Supply now, more than ten for each opening (openings: 1)."]);
    expect(w48(typed.steps[3])[0]?.slice(0, 5)).toBe("note:");
  });

  it("refuses what explains nothing, and what is not there to explain; nothing is changed", async () => {
    const refused = async (name: string, options: Readonly<Record<string, string>>): Promise<unknown> =>
      (await runJob(path.join(folder, name), [...wide, { do: "explain", with: options }], { open: existingWorkbook })).report?.steps[4]?.problem;
    expect([await refused("short", { ...W48, text: "ok", by: "A Khan" }), await refused("nameless", { ...W48, text: "A pool for three trusts." }), await refused("elsewhere", { ...W48, cell: "G14", text: "A pool for three trusts.", by: "A Khan" })]).toEqual([
      { code: "bad-explanation", says: "Say a little more: an explanation has at least 10 letters. Nothing was changed." },
      { code: "bad-explanation", says: "Say who explains it. Nothing was changed." },
      { code: "not-found", says: "There is nothing to explain there in the figures as they are now. Check again, then explain what is listed. Nothing was changed." },
    ]);
  });
});
