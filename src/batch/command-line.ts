/** The words after `npm run returns --`. */
import { structureNamed, type StructureId } from "../domain/structures";
import { financialYear, isoDate, type IsoDate } from "../domain/period";
import { BatchProblem } from "./batch-problem";

/** What is common to everything that reads returns. */
export interface Reading {
  /** File that holds the passphrase of encrypted returns; null where none is. */
  readonly passphraseFile: string | null;
  /** A signed rule pack to judge by; null for the one that comes with the add-in. */
  readonly rules: string | null;
  readonly report: string | null;
}

export interface AskedConsolidation extends Reading {
  readonly command: "consolidate";
  readonly folder: string;
  readonly out: string;
  readonly expected: string | null;
  /** Folder of the returns of the period before, to compare with; null where there is none. */
  readonly last: string | null;
  readonly region: { readonly code: string; readonly name: string } | null;
  readonly structure: StructureId | null;
  readonly period: string | null;
  readonly asAt: IsoDate | null;
  readonly due: IsoDate | null;
  readonly draftsToo: boolean;
}

export type Asked =
  | { readonly command: "help" }
  | AskedConsolidation
  | (Reading & { readonly command: "check"; readonly places: readonly string[] })
  | (Reading & { readonly command: "compare"; readonly before: string; readonly after: string });

export const help = `npm run --silent returns -- <command>

  check FILE-OR-FOLDER... [--rules pack.json] [--report report.json] [--passphrase-file FILE]
      reads returns and says of each whether it is whole, whose it is, and what the region's rules find in it. Exit status 1 where one cannot be used.
  consolidate FOLDER --out DIR [--expected expected.csv] [--last FOLDER] [--region CODE --region-name NAME] [--structure 2009|today] [--period 2009/10] [--as-at DAY]
      [--due DAY] [--drafts-too] [--rules pack.json] [--report report.json] [--passphrase-file FILE]
      reads every file of a folder, adds the returns up, and writes a data set into DIR: CSV files with datapackage.json, load-duckdb.sql and views.sql,
      and last of all consolidation.json with a digest of each of them. Without that file the set is not complete. What is not said is taken from most of
      the returns. Started again after it was stopped, it goes on with the files that it had not read.
      --last is the folder of the returns of the period before, so that rules can tell what changed.
      expected.csv has the columns code,name,from,until,contact,email; days are written 2009-03-31 and may be left out.
  compare-returns BEFORE AFTER [--report report.json] [--passphrase-file FILE]
      says what changed from one return to another: two files of one organisation, or of two; a folder and a file, for an organisation beside the rest of
      its region; or two folders, for two regions or one region at two times.

Workbooks are checked and made into returns by jobs: npm run job -- --job job.json --each FOLDER --out-dir DIR, with the steps check and export-return.

Exit status: 0 done; 1 done, and something in it needs a person (a file that could not be used, a finding to put right); 2 the command or a file could not be
read or written.
`;

const READING = ["--rules", "--report", "--passphrase-file"];

/** @throws BatchProblem for what is not understood, with what to write */
export function readCommandLine(words: readonly string[]): Asked {
  const [command, ...rest] = words;
  if (command === undefined || words.includes("--help")) return { command: "help" };
  switch (command) {
    case "check": {
      const { plain, given } = sorted(rest, READING, []);
      if (plain.length === 0) throw new BatchProblem("check needs files or folders after it. --help says more.");
      return { command, places: plain, ...readingIn(given) };
    }
    case "compare-returns": {
      const { plain: [before, after, ...more], given } = sorted(rest, READING, []);
      if (before === undefined || after === undefined || more.length > 0) throw new BatchProblem("compare-returns needs two files or folders after it, the earlier one first. --help says more.");
      return { command: "compare", before, after, ...readingIn(given) };
    }
    case "consolidate": return consolidationIn(rest);
    default: throw new BatchProblem(`"${command}" is not understood. Use check, consolidate or compare-returns; --help says more.`);
  }
}

function consolidationIn(words: readonly string[]): AskedConsolidation {
  const { plain: [folder, ...more], given } = sorted(words, [...READING, "--out", "--expected", "--last", "--region", "--region-name", "--structure", "--period", "--as-at", "--due"], ["--drafts-too"]);
  const out = given.get("--out");
  if (folder === undefined || more.length > 0 || out === undefined) throw new BatchProblem("consolidate needs one folder after it, and --out with the folder to write into. --help says more.");
  const code = given.get("--region");
  return {
    command: "consolidate", folder, out, expected: given.get("--expected") ?? null, last: given.get("--last") ?? null, region: code === undefined ? null : { code: code.toUpperCase(), name: given.get("--region-name") ?? "" },
    structure: parsed(given, "--structure", (text) => structureNamed(text)?.id ?? null, "2009 or today"), period: parsed(given, "--period", (text) => financialYear(text)?.label ?? null, "a financial year such as 2009/10"),
    asAt: parsed(given, "--as-at", isoDate, "a day such as 2009-03-31"), due: parsed(given, "--due", isoDate, "a day such as 2009-04-30"), draftsToo: given.has("--drafts-too"), ...readingIn(given),
  };
}

const readingIn = (given: ReadonlyMap<string, string>): Reading => ({ passphraseFile: given.get("--passphrase-file") ?? null, rules: given.get("--rules") ?? null, report: given.get("--report") ?? null });

function parsed<T>(given: ReadonlyMap<string, string>, word: string, parse: (text: string) => T | null, wanted: string): T | null {
  const text = given.get(word);
  if (text === undefined) return null;
  const value = parse(text);
  if (value === null) throw new BatchProblem(`${word} is "${text}". Write ${wanted}.`);
  return value;
}

/** Words without a name, and those with one. */
function sorted(words: readonly string[], named: readonly string[], flags: readonly string[]): { readonly plain: readonly string[]; readonly given: ReadonlyMap<string, string> } {
  const [plain, given] = [[] as string[], new Map<string, string>()];
  for (let at = 0; at < words.length; at += 1) {
    const word = words[at] ?? "";
    if (!word.startsWith("--")) { plain.push(word); continue; }
    if (!named.includes(word) && !flags.includes(word)) throw new BatchProblem(`"${word}" is not understood here. Use ${[...named, ...flags].join(", ")}; --help says more.`);
    if (given.has(word)) throw new BatchProblem(`${word} is there twice. Give it once.`);
    const value = flags.includes(word) ? "" : words[(at += 1)];
    if (value === undefined || value.startsWith("--")) throw new BatchProblem(`${word} needs something after it; --help says what.`);
    given.set(word, value);
  }
  return { plain, given };
}
