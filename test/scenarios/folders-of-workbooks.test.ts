/** A scheduled job over a folder of workbooks: each is worked through, and what goes wrong with one stops no other. */
import { copyFileSync, existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import path from "node:path";
import { commandLine, existingWorkbook, outputFolder, setUp, type StepReport } from "../support/job";

interface Told { readonly open: string; readonly ok: boolean; readonly problem?: { readonly code: string; readonly says: string }; readonly steps?: readonly StepReport[] }

async function each(folder: string, steps: readonly unknown[], words: readonly string[] = []): Promise<{ readonly status: number; readonly errors: string; readonly workbooks: readonly Told[] }> {
  const [job, report] = [path.join(folder, "job.json"), path.join(folder, "report.json")];
  writeFileSync(job, JSON.stringify({ steps }));
  const { status, errors } = await commandLine(["--job", job, "--each", path.join(folder, "in"), "--report", report, ...words]);
  return { status, errors, workbooks: existsSync(report) ? (JSON.parse(readFileSync(report, "utf8")) as { readonly workbooks: readonly Told[] }).workbooks : [] };
}

function folderWith(name: string, files: Readonly<Record<string, string>>): string {
  const folder = outputFolder(`folders/${name}`);
  mkdirSync(path.join(folder, "in"));
  for (const [file, from] of Object.entries(files)) {
    if (from.endsWith(".xlsx")) copyFileSync(from, path.join(folder, "in", file));
    else writeFileSync(path.join(folder, "in", file), from);
  }
  return folder;
}

const short = ({ open, ok, problem, steps }: Told): string => `${path.basename(open)}: ${ok ? "ok" : problem?.code ?? steps?.find((step) => !step.ok)?.problem?.code ?? "?"}`;

describe("a job on every workbook of a folder", () => {
  it("checks each, names the one that is no workbook, and saves the others where it is told", async () => {
    const folder = folderWith("mixed", { "b.xlsx": existingWorkbook, "a.xlsx": existingWorkbook, "broken.xlsx": "not a workbook", "notes.txt": "to do", "~$b.xlsx": "open in Excel" });
    const { status, workbooks } = await each(folder, [setUp, { do: "check" }], ["--save", path.join(folder, "done")]);
    expect(workbooks.map(short)).toEqual(["a.xlsx: ok", "b.xlsx: ok", "broken.xlsx: not-opened"]);
    expect(workbooks[2]?.problem?.says).toMatch(/broken\.xlsx/);
    expect(readdirSync(path.join(folder, "done")).sort()).toEqual(["a.xlsx", "b.xlsx"]);
    expect(status).toBe(1);
  });

  it("goes on after a workbook in which a step fails, and does not save that one", async () => {
    const folder = folderWith("failing", { "a.xlsx": existingWorkbook, "b.xlsx": existingWorkbook });
    const { status, workbooks } = await each(folder, [{ do: "check" }], ["--save", path.join(folder, "done")]);
    expect(workbooks.map(short)).toEqual(["a.xlsx: no-template", "b.xlsx: no-template"]);
    expect(readdirSync(path.join(folder, "done"))).toEqual([]);
    expect(status).toBe(1);
  });

  it("is not begun where the folder holds no workbook", async () => {
    const folder = folderWith("empty", { "notes.txt": "to do" });
    expect(await each(folder, [{ do: "check" }])).toEqual({ status: 2, workbooks: [], errors: expect.stringMatching(/--each: there is no workbook in .*Give a folder with \.xlsx files/) as string });
  });
});
