/** A scheduled job over a folder of workbooks: each is worked through, and what goes wrong with one stops no other. */
import { copyFileSync, existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import path from "node:path";
import { readReturn } from "../../src/returns/file/read-return";
import { openActions, setUpOptions } from "../support/actions";
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

jest.setTimeout(120_000);

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

  it("makes the return of each that is signed off, notes it as sent, and says why one is not", async () => {
    const folder = folderWith("exported", {});
    const people = [["preparer", "P Shaw", "Workforce analyst"], ["lead-director", "A Khan", "Director of workforce"], ["board", "J Lee", "Chair"]] as const;
    for (const [code, signers] of [["RBS", people], ["RBT", people], ["RBV", people.slice(0, 2)]] as const) {
      const plan = await openActions();
      await plan.done(["insert-template", { ...setUpOptions, organisationCode: code, organisationName: `Trust ${code}` }], "fill-example", ...signers.map(([as, name, role]) => ["sign-off", { as, name, role }] as const));
      writeFileSync(path.join(folder, "in", `${code}.xlsx`), plan.saved());
      plan.close();
    }
    const sending = [{ do: "export-return" }];
    const { status, workbooks } = await each(folder, sending, ["--save", path.join(folder, "sent"), "--out-dir", path.join(folder, "out")]);
    expect(workbooks.map(short)).toEqual(["RBS.xlsx: ok", "RBT.xlsx: ok", "RBV.xlsx: not-signed-off"]);
    expect(status).toBe(1);
    expect(readdirSync(path.join(folder, "out")).sort()).toEqual(["RBS 2009-10 return 1.xlsx", "RBT 2009-10 return 1.xlsx"]);
    const arrivals = await Promise.all(readdirSync(path.join(folder, "out")).sort().map(async (name) => {
      const bytes = new Uint8Array(readFileSync(path.join(folder, "out", name)));
      return readReturn({ name, size: bytes.length, bytes });
    }));
    expect(arrivals.map((arrival) => (arrival.kind === "read" ? [arrival.document.header.organisation.name, arrival.wholeness, arrival.document.log.at(-1)?.event] : arrival.says))).toEqual([["Trust RBS", "as-written", "sent"], ["Trust RBT", "as-written", "sent"]]);
  });

  it("is not begun where the folder holds no workbook", async () => {
    const folder = folderWith("empty", { "notes.txt": "to do" });
    expect(await each(folder, [{ do: "check" }])).toEqual({ status: 2, workbooks: [], errors: expect.stringMatching(/--each: there is no workbook in .*Give a folder with \.xlsx files/) as string });
  });
});
