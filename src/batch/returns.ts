/**
 * The command for a region's scheduled jobs: reads folders of returns, says what is wrong with each, adds them up and compares them. Started by
 * workbench/launch/returns.mjs, which sees to it that the build is up to date. It judges by the code that ships.
 */
import { mkdir, readFile, stat } from "node:fs/promises";
import path from "node:path";
import { openPack } from "../actions/rules-in-use";
import { collect } from "../returns/collect/collect";
import { lastReturns } from "../returns/collect/last-returns";
import { supposed } from "../returns/collect/supposed";
import { consolidate } from "../returns/consolidate/consolidate";
import type { RegionFinding } from "../returns/consolidate/consolidation";
import type { Arrival } from "../returns/file/arrival";
import type { RulePack } from "../validation/rule-pack/pack";
import { shippedPack } from "../validation/rule-pack/shipped";
import { BatchProblem } from "./batch-problem";
import { help, readCommandLine, type Asked, type AskedConsolidation } from "./command-line";
import { compared } from "./compare";
import { filesIn, onDisk, sentFile, writeWhole } from "./disk";
import { expectedIn } from "./expected";
import { passphraseIn, read, readFolder } from "./read-folder";
import { writeDataset } from "./write-dataset";

export interface Surroundings {
  /** The folder that holds build/ and src/. */
  readonly repository: string;
  /** What file names on the command line are relative to. */
  readonly cwd: string;
}

type For<C extends Asked["command"]> = Extract<Asked, { readonly command: C }>;

const print = (line: string): void => { process.stdout.write(`${line}\n`); };
const say = (line: string): void => { process.stderr.write(`${line}\n`); };

/**
 * Does what the command line says.
 * @param words - without the program's own name
 * @returns the exit status: 0 done, 1 done and something needs a person, 2 the command or a file could not be read or written
 */
export async function runReturnsCommand(words: readonly string[], surroundings: Surroundings): Promise<number> {
  try {
    const asked = readCommandLine(words);
    switch (asked.command) {
      case "help": process.stdout.write(help); return 0;
      case "check": return await checkAll(asked, surroundings);
      case "consolidate": return await consolidateFolder(asked, surroundings);
      case "compare": return await compare(asked, surroundings);
    }
  } catch (problem) {
    const known = problem instanceof BatchProblem;
    say(known ? problem.message : `The command failed, which is a fault of its own. ${problem instanceof Error ? problem.stack ?? problem.message : String(problem)}`);
    return 2;
  }
}

async function consolidateFolder(asked: AskedConsolidation, { repository, cwd }: Surroundings): Promise<number> {
  const out = path.resolve(cwd, asked.out);
  const pack = await packIn(asked.rules, cwd);
  const expected = asked.expected === null ? undefined : expectedIn(await textOf(asked.expected, cwd), asked.expected);
  await onDisk(() => mkdir(out, { recursive: true }), asked.out);
  const passphrase = await passphraseIn(asked, cwd);
  const { arrivals, kept } = await readFolder(path.resolve(cwd, asked.folder), asked.folder, out, passphrase, say);
  const before = asked.last === null ? [] : (await readFolder(path.resolve(cwd, asked.last), asked.last, out, passphrase, say)).arrivals;
  const { region, structure, period, asAt, due, draftsToo } = asked;
  const collecting = supposed(arrivals, { due, draftsToo, ...(expected === undefined ? {} : { expected }), ...(region === null ? {} : { region }), ...(structure === null ? {} : { structure }), ...(period === null ? {} : { period }), ...(asAt === null ? {} : { asAt }) });
  if (collecting === null) throw new BatchProblem(`No file in ${asked.folder} could be read as a return, so the period is not known. Put right what is said above, or give --period, --structure and --as-at.`);
  const collection = collect(arrivals, collecting);
  const last = lastReturns(before, collecting);
  const consolidation = consolidate(collection, pack, { lastOf: (code) => last.get(code)?.document ?? null });
  const files = await writeDataset(out, collection, consolidation, pack, { repository });
  const { coverage, findings } = consolidation;
  const mustFix = findings.filter(({ severity }) => severity === "must-fix").length;
  const says = [
    `${coverage.says}, ${collecting.period}${kept === 0 ? "" : `; ${kept} files were read by an earlier run`}.`,
    ...collection.quarantined.map(({ file, says: why, fix }) => `${file} cannot be used. ${why} ${fix}`),
    ...(coverage.missing.length === 0 ? [] : [`Missing: ${coverage.missing.join(", ")}.`]),
    `${mustFix} to put right, ${findings.filter(({ severity, explained }) => severity === "explain" && explained === "").length} to explain. ${files.length} files are in ${asked.out}.`,
  ];
  for (const line of says) print(line);
  await report(asked.report, cwd, { ok: true, says, coverage, quarantined: collection.quarantined, setAside: collection.setAside, register: collection.register, findings, files });
  return collection.quarantined.length > 0 || mustFix > 0 ? 1 : 0;
}

async function compare({ before, after, report: name, ...asked }: For<"compare">, { cwd }: Surroundings): Promise<number> {
  const { says, report: content } = await compared(before, after, cwd, await passphraseIn(asked, cwd));
  for (const line of says) print(line);
  await report(name, cwd, content);
  return 0;
}

async function checkAll(asked: For<"check">, { cwd }: Surroundings): Promise<number> {
  const [passphrase, pack] = [await passphraseIn(asked, cwd), await packIn(asked.rules, cwd)];
  const arrivals: Arrival[] = [];
  for (const place of asked.places) for (const file of await filesAt(path.resolve(cwd, place), place)) arrivals.push(await read(await sentFile(file), passphrase));
  const checked = arrivals.map((arrival) => ({ arrival, findings: arrival.kind === "read" ? findingsIn(arrival, pack) : [] }));
  for (const { arrival, findings } of checked) for (const line of linesFor(arrival, findings)) print(line);
  await report(asked.report, cwd, { ok: true, returns: checked.map(({ arrival, findings }) => ({ ...told(arrival), findings })) });
  return checked.some(({ arrival, findings }) => arrival.kind === "quarantined" || findings.some(({ severity }) => severity === "must-fix")) ? 1 : 0;
}

/** What the region's rules find in one return by itself. */
function findingsIn(arrival: Extract<Arrival, { readonly kind: "read" }>, pack: RulePack): readonly RegionFinding[] {
  const collecting = supposed([arrival], { draftsToo: true });
  return collecting === null ? [] : consolidate(collect([arrival], collecting), pack).findings;
}

function linesFor(arrival: Arrival, findings: readonly RegionFinding[]): readonly string[] {
  if (arrival.kind === "quarantined") return [`${arrival.file}: cannot be used. ${arrival.says} ${arrival.fix}`];
  const { header } = arrival.document;
  return [
    `${arrival.file}: ${header.organisation.name} (${header.organisation.code}), ${header.period}, return ${header.sequence}${header.stage === "draft" ? ", a DRAFT that nobody signed" : ""}. ${arrival.wholeness === "as-written" ? "It is as it was written." : "Another program saved it again; nothing in it was changed."}`,
    ...findings.map(({ code, place, says, fix, explained }) => `  ${code}${place === "" ? "" : `, ${place}`}: ${says} ${explained === "" ? fix : `Explained: ${explained}`}`),
  ];
}

const told = (arrival: Arrival): object => (arrival.kind === "quarantined" ? arrival : { kind: arrival.kind, file: arrival.file, wholeness: arrival.wholeness, notes: arrival.notes, header: arrival.document.header, digest: arrival.document.digest });

async function filesAt(place: string, named: string): Promise<readonly string[]> {
  const isFolder = (await onDisk(() => stat(place), named)).isDirectory();
  return isFolder ? (await filesIn(place, named)).map((name) => path.join(place, name)) : [place];
}

async function packIn(rules: string | null, cwd: string): Promise<RulePack> {
  if (rules === null) return shippedPack;
  const opened = await openPack(await textOf(rules, cwd));
  if (opened.kind === "refused") throw new BatchProblem(`${rules} is not used. ${opened.says} ${opened.fix}`);
  return opened.pack;
}

const textOf = (name: string, cwd: string): Promise<string> => onDisk(() => readFile(path.resolve(cwd, name), "utf8"), name);

async function report(name: string | null, cwd: string, content: object): Promise<void> {
  if (name !== null) await writeWhole(path.resolve(cwd, name), `${JSON.stringify(content, null, 2)}\n`);
}
