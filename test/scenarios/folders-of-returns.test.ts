/** A region's scheduled job, from the command line: folders of returns in, a data set out. What is faulty is named and stops nothing; what is killed goes on. */
import { execFile, spawn } from "node:child_process";
import { createHash } from "node:crypto";
import { copyFileSync, existsSync, mkdirSync, readdirSync, readFileSync, renameSync, rmSync, writeFileSync } from "node:fs";
import path from "node:path";
import type { RegisterLine } from "../../src/returns/collect/collection";
import { writeReturn } from "../../src/returns/file/write-return";
import type { FigureJson, ReturnDocument, ReturnRow } from "../../src/returns/format/return-document";
import { travelling } from "../../src/validation/vocabulary";
import { Chance } from "../support/chance";
import { commandLine, outputFolder, repository } from "../support/job";
import { codeOf, madeReturn } from "../support/made-returns";
import { readCells } from "../support/plain-cells.cjs";
import { writeReturnFiles, type ReturnFiles } from "../support/folder-of-returns";

jest.setTimeout(600_000);

interface Told { readonly status: number; readonly output: string; readonly errors: string }

/** The command as it is built; whether it can be started by npm is asked once, below. */
const STARTED = `require(${JSON.stringify(path.join(repository, "build/batch/returns.js"))}).runReturnsCommand(process.argv.slice(1), { repository: ${JSON.stringify(repository)}, cwd: process.cwd() }).then((status) => { process.exitCode = status; })`;

function returns(words: readonly string[], { limit }: { readonly limit?: string } = {}): Promise<Told> {
  const [program, before] = limit === undefined ? [process.execPath, []] : ["bash", ["-c", `${limit}; exec "$0" "$@"`, process.execPath]];
  return new Promise((resolve, reject) => {
    const child = execFile(program, [...before, "-e", STARTED, "--", ...words], { cwd: repository, maxBuffer: 2 ** 26 }, (problem, output, errors) => {
      if (child.exitCode === null) reject(new Error(`It ended without a status. ${errors}`, { cause: problem }));
      else resolve({ status: child.exitCode, output, errors });
    });
  });
}

/** Starts it and kills it, as a power cut does. @returns whether it was done before that */
function killedAfter(ms: number, words: readonly string[]): Promise<boolean> {
  return new Promise((resolve) => {
    const child = spawn(process.execPath, ["-e", STARTED, "--", ...words], { cwd: repository, stdio: "ignore" });
    const timer = setTimeout(() => child.kill("SIGKILL"), ms);
    child.on("exit", (status) => { clearTimeout(timer); resolve(status !== null); });
  });
}

/** Every file of a data set with a digest of it; what was kept of reading is not part of it. */
const setIn = (folder: string): Readonly<Record<string, string>> =>
  Object.fromEntries(readdirSync(folder).filter((name) => name !== ".read").sort().map((name) => [name, createHash("sha256").update(readFileSync(path.join(folder, name))).digest("hex")]));

const csv = (folder: string, name: string): readonly Readonly<Record<string, string>>[] => {
  const [header = "", ...lines] = readFileSync(path.join(folder, name), "utf8").trimEnd().split("\r\n");
  const names = header.split(",");
  return lines.map((line) => Object.fromEntries(line.split(",").map((field, index) => [names[index] ?? "", field])));
};

/** Sums of demand, supply and posts by a loop over the documents themselves. */
function sums(documents: readonly ReturnDocument[]): ReadonlyMap<string, number> {
  const added = new Map<string, number>();
  for (const { tables } of documents) for (const { key, figures } of tables["demand"] ?? []) {
    for (const [measure, figure] of Object.entries(figures)) if (typeof figure === "number") added.set(`${key["role-group"] ?? ""}|${measure}`, (added.get(`${key["role-group"] ?? ""}|${measure}`) ?? 0) + figure);
  }
  return added;
}

const expectedList = (count: number): string => `code,name,contact,email\n${Array.from({ length: count }, (_, index) => `${codeOf(index)},Organisation ${index + 1},P Shaw,p.shaw@example.nhs.uk`).join("\n")}\n`;

describe("500 returns, one in ten of them faulty", () => {
  const folder = outputFolder("returns/five-hundred");
  const [sent, set, list] = [path.join(folder, "in"), path.join(folder, "set"), path.join(folder, "expected.csv")];
  let files: ReturnFiles;
  let told: Told;
  beforeAll(async () => {
    expect((await commandLine(["--help"])).status).toBe(0);
    files = await writeReturnFiles(sent, 3, 500);
    writeFileSync(list, expectedList(500));
    told = await returns(["consolidate", sent, "--out", set, "--expected", list, "--due", "2009-04-24", "--report", path.join(folder, "report.json")]);
  });
  afterAll(() => rmSync(sent, { recursive: true, force: true }));

  it("names every fault, and that alone", () => {
    expect(told.status).toBe(1);
    expect(csv(set, "quarantine.csv").map(({ file, code }) => ({ file, code }))).toEqual(files.faulty);
  });

  it("adds up to what the sound ones say, by a loop over them", () => {
    const totals = new Map(csv(set, "totals.csv").filter(({ figure_table, role_group }) => figure_table === "demand" && role_group !== "All role groups").map(({ role_group, measure, value }) => [`${role_group ?? ""}|${measure ?? ""}`, Number(value)]));
    expect(totals).toEqual(sums(files.sound));
  });

  it("says who is missing, and of how many organisations the totals are", () => {
    const seal = JSON.parse(readFileSync(path.join(set, "consolidation.json"), "utf8")) as { readonly coverage: object };
    expect(seal.coverage).toMatchObject({ expected: 500, included: 450, missing: files.missing });
    expect(new Set(csv(set, "totals.csv").map(({ of_organisations }) => of_organisations))).toEqual(new Set(["450"]));
  });

  it("adds up to what a job writes into a region's workbook from the same folder", async () => {
    const job = path.join(folder, "job.json");
    const few = path.join(folder, "few");
    mkdirSync(few);
    for (const name of readdirSync(sent).filter((each) => !files.faulty.some(({ file }) => file === each)).slice(0, 40)) copyFileSync(path.join(sent, name), path.join(few, name));
    await returns(["consolidate", few, "--out", path.join(folder, "few-set")]);
    writeFileSync(job, JSON.stringify({ steps: [{ do: "consolidate", with: { files: { folder: few } } }] }));
    expect(await commandLine(["--job", job, "--save", path.join(folder, "region.xlsx")])).toMatchObject({ status: 0 });
    const cells = readCells(readFileSync(path.join(folder, "region.xlsx"))).get("Consolidated figures");
    const [headings, ...rows] = Array.from({ length: 14 }, (_, down) => ["A", "C", "D", "E", "F", "G", "H", "I", "J", "K"].map((column) => cells?.get(`${column}${7 + down}`)?.value));
    const written = rows.flatMap(([roleGroup, ...totals]) => totals.map((total, index) => `${String(roleGroup)}|${String(headings?.[index + 1])}|${String(total)}`));
    const set = csv(path.join(folder, "few-set"), "totals.csv").filter(({ figure_table }) => figure_table === "demand");
    expect(written.sort()).toEqual(set.map(({ role_group, measure, value }) => `${role_group ?? ""}|${travelling.get("demand")?.headings.get(measure ?? "") ?? ""}|${value ?? ""}`).sort());
    rmSync(few, { recursive: true, force: true });
  });

  it("gives the same bytes when the files have other names and come in another order", async () => {
    const other = path.join(folder, "other");
    mkdirSync(other);
    const chance = new Chance(11);
    for (const name of readdirSync(sent).slice(0, 120)) if (!files.faulty.some(({ file }) => file === name)) copyFileSync(path.join(sent, name), path.join(other, name));
    const words = (out: string): readonly string[] => ["consolidate", other, "--out", out, "--expected", list];
    await returns(words(path.join(folder, "one")));
    for (const [index, name] of readdirSync(other).entries()) renameSync(path.join(other, name), path.join(other, `${String(chance.below(1e9))} ${index}.xlsx`));
    await returns(words(path.join(folder, "two")));
    const [one, two] = [setIn(path.join(folder, "one")), setIn(path.join(folder, "two"))];
    // The register of returns names the files they came in; everything else is the same to the byte.
    expect(Object.keys(one).filter((name) => one[name] !== two[name])).toEqual(["consolidation.json", "returns.csv"]);
    rmSync(other, { recursive: true, force: true });
  });
});

describe("a consolidation that is killed", () => {
  it("goes on where it was, 50 times, and ends with the same bytes: nothing is lost and nothing counted twice", async () => {
    const folder = outputFolder("returns/killed");
    const [sent, set, whole] = [path.join(folder, "in"), path.join(folder, "set"), path.join(folder, "whole")];
    await writeReturnFiles(sent, 5, 120, 12);
    const words = (out: string): readonly string[] => ["consolidate", sent, "--out", out];
    await returns(words(whole));
    const chance = new Chance(17);
    let kept = 0;
    for (let kill = 0; kill < 50; kill += 1) {
      // Before anything, while it reads, while it writes: at first early, so that there is something left to read.
      await killedAfter(120 + chance.below(kill < 40 ? 220 : 1500), words(set));
      const now = existsSync(path.join(set, ".read")) ? readdirSync(path.join(set, ".read")).filter((name) => name.endsWith(".json")).length : 0;
      expect(now).toBeGreaterThanOrEqual(kept);
      kept = now;
      // What is there under its name is whole; where the seal is there, everything is.
      const files = existsSync(set) ? setIn(set) : {};
      if ("consolidation.json" in files) expect(Object.entries(files).filter(([name]) => !name.startsWith("."))).toEqual(Object.entries(setIn(whole)));
    }
    const last = await returns(words(set));
    expect(last.output).toMatch(/\d+ files were read by an earlier run/);
    expect(Object.entries(setIn(set)).filter(([name]) => !name.startsWith("."))).toEqual(Object.entries(setIn(whole)));
    rmSync(sent, { recursive: true, force: true });
  });
});

describe("a disk that is full", () => {
  it("is named, and leaves nothing half written", async () => {
    const folder = outputFolder("returns/full");
    const [sent, set] = [path.join(folder, "in"), path.join(folder, "set")];
    await writeReturnFiles(sent, 9, 12, 13);
    // No file may grow beyond 64 KB here: figures.csv is larger.
    const told = await returns(["consolidate", sent, "--out", set], { limit: "trap '' XFSZ; ulimit -f 64" });
    expect(told.status).toBe(2);
    expect(told.errors).toMatch(/figures\.csv could not be written: it is larger than files may be here\. Nothing is left under that name/);
    expect(readdirSync(set).filter((name) => name.endsWith(".part") || name === "figures.csv" || name === "consolidation.json")).toEqual([]);
    expect((await returns(["consolidate", sent, "--out", set])).status).toBe(0);
  });
});

describe("the command", () => {
  const folder = outputFolder("returns/command");
  let files: ReturnFiles;
  beforeAll(async () => { files = await writeReturnFiles(path.join(folder, "in"), 21, 4, 4); });

  it("says of each return whose it is and whether it is as it was written, and why one cannot be used", async () => {
    const { status, output } = await returns(["check", path.join(folder, "in"), "--report", path.join(folder, "check.json")]);
    expect(status).toBe(1);
    const lines = output.trimEnd().split("\n").filter((line) => !line.startsWith("  "));
    expect(lines.filter((line) => /It is as it was written\./.test(line))).toHaveLength(files.sound.length);
    expect(lines.filter((line) => line.startsWith(`${files.faulty[0]?.file ?? ""}: cannot be used. `))).toHaveLength(1);
    const report = JSON.parse(readFileSync(path.join(folder, "check.json"), "utf8")) as { readonly returns: readonly object[] };
    expect(report.returns).toHaveLength(4);
  });

  it("writes who is late and a letter for who is missing", async () => {
    const list = path.join(folder, "expected.csv");
    writeFileSync(list, expectedList(4));
    await returns(["consolidate", path.join(folder, "in"), "--out", path.join(folder, "set"), "--expected", list, "--due", "2009-04-18", "--report", path.join(folder, "report.json")]);
    const { register } = JSON.parse(readFileSync(path.join(folder, "report.json"), "utf8")) as { readonly register: readonly RegisterLine[] };
    expect(register.map(({ code, state, daysLate }) => ({ code, state, daysLate }))).toEqual([
      { code: "R00", state: "received", daysLate: 2 }, { code: "R01", state: "received", daysLate: 2 }, { code: "R02", state: "received", daysLate: 2 }, { code: "R03", state: "missing", daysLate: null },
    ]);
    expect(register[3]?.reminder).toMatch(/2009\/10/);
  });

  it("compares this year's return with last year's, in words", async () => {
    const [one, other] = [path.join(folder, "last.xlsx"), path.join(folder, "this.xlsx")];
    const supply = (value: number) => (tables: Record<string, ReturnRow[]>): void => { for (const row of tables["demand"] ?? []) if (row.key["role-group"] === "Finance director") (row.figures as Record<string, FigureJson>)["supply.now"] = value; };
    writeFileSync(one, await writeReturn(madeReturn(1, 0, { header: { period: "2008/09" }, tables: supply(20) })));
    writeFileSync(other, await writeReturn(madeReturn(1, 0, { tables: supply(11) })));
    const { status, output } = await returns(["compare-returns", one, other, "--report", path.join(folder, "compare.json")]);
    expect(status).toBe(0);
    expect(output.split("\n")).toContain("Supply now of Finance director fell from 20 to 11, by 9.");
    expect((await returns(["compare-returns", other, path.join(folder, "in")])).errors).toMatch(/^A region is compared with one of its organisations the other way round/);
    expect((await returns(["compare-returns", path.join(folder, "in"), other])).output).toMatch(/^.* is 3 organisations\./);
  });

  it("holds returns against those that counted last year, and not against a draft of then", async () => {
    const [now, then] = [path.join(folder, "now"), path.join(folder, "then")];
    for (const place of [now, then]) mkdirSync(place);
    const posts = (value: number) => (tables: Record<string, ReturnRow[]>): void => { for (const row of tables["demand"] ?? []) if (row.key["role-group"] === "Finance director") (row.figures as Record<string, FigureJson>)["posts"] = value; };
    writeFileSync(path.join(now, "a.xlsx"), await writeReturn(madeReturn(1, 0, { tables: posts(30) })));
    writeFileSync(path.join(then, "a.xlsx"), await writeReturn(madeReturn(1, 0, { header: { period: "2008/09" }, tables: posts(9) })));
    writeFileSync(path.join(then, "draft.xlsx"), await writeReturn(madeReturn(1, 0, { header: { period: "2008/09", stage: "draft", sequence: 2 }, tables: posts(30), unsigned: true })));
    await returns(["consolidate", now, "--out", path.join(folder, "now-set"), "--last", then]);
    const said = readFileSync(path.join(folder, "now-set", "findings.csv"), "utf8");
    expect(said).toMatch(/R00,W40,explain,demand,Finance director,posts,Demand and supply!B7,"Posts of Finance director is 30; the last return had 9/);
  });

  it("does nothing to a folder without files, and says so", async () => {
    mkdirSync(path.join(folder, "empty"));
    const { status, errors } = await returns(["consolidate", path.join(folder, "empty"), "--out", path.join(folder, "none")]);
    expect({ status, errors }).toEqual({ status: 2, errors: expect.stringMatching(/^There is no file in .*empty\. Give the folder that the returns are in\.\n$/) as string });
  });

  it("says what to write where a folder is not there", async () => {
    const { status, errors } = await returns(["check", path.join(folder, "nowhere")]);
    expect({ status, errors }).toEqual({ status: 2, errors: expect.stringMatching(/nowhere could not be read or written: there is no such file or folder\./) as string });
  });
});
