/** The words after `npm run job --`. */
import { JobProblem } from "./job-problem";

export interface CommandWords {
  readonly job: string;
  readonly open: string | null;
  readonly save: string | null;
  readonly report: string | null;
  readonly outDir: string | null;
  /** A folder whose workbooks are worked through one after the other, each as if it were opened; `save` is a folder then. */
  readonly each: string | null;
}

/** Each option with a file or folder after it, and what `--help` says of it. */
export const commandOptions = {
  "--job": { value: "job.json", says: "the steps to do (see below)" },
  "--open": { value: "in.xlsx", says: "the workbook to start from; a new one with an empty Sheet1 unless said" },
  "--save": { value: "out.xlsx", says: "where the workbook goes when every step was ok; not kept unless said" },
  "--report": { value: "report.json", says: "where the report goes, also when a step failed; not written unless said" },
  "--each": { value: "DIR", says: "instead of --open: does the job on every workbook of a folder; --save is then the folder they go to" },
  "--out-dir": { value: "DIR", says: "the folder for files that steps make; the current folder unless said" },
} as const;

type OptionName = keyof typeof commandOptions;
const isOption = (word: string): word is OptionName => Object.hasOwn(commandOptions, word);

const USAGE = "Use --job job.json [--open in.xlsx] [--save out.xlsx] [--report report.json] [--out-dir DIR] [--each DIR], or --help.";

/**
 * @returns "help" when help is asked for, whatever else is said
 * @throws JobProblem for a word that is not known, an option twice or without its file, and when no job is named
 * @example readCommandLine(["--job", "a.json"]) // => { job: "a.json", open: null, save: null, report: null, outDir: null, each: null }
 */
export function readCommandLine(words: readonly string[]): CommandWords | "help" {
  if (words.includes("--help")) return "help";
  const given = new Map<OptionName, string>();
  for (let at = 0; at < words.length; at += 2) {
    const [word = "", value] = [words[at], words[at + 1]];
    if (!isOption(word)) throw new JobProblem(`"${word}" is not understood. ${USAGE}`);
    if (value === undefined || value === "" || value.startsWith("--")) throw new JobProblem(`${word} needs a name after it, such as ${word} ${commandOptions[word].value}. ${USAGE}`);
    if (given.has(word)) throw new JobProblem(`${word} is there twice. Give it once.`);
    given.set(word, value);
  }
  const job = given.get("--job");
  if (job === undefined) throw new JobProblem(`There is nothing to do: --job is missing. ${USAGE}`);
  if (given.has("--each") && given.has("--open")) throw new JobProblem("--each and --open are both there. Give one: --each is for all workbooks of a folder, --open for one.");
  const optional = (word: OptionName): string | null => given.get(word) ?? null;
  return { job, open: optional("--open"), save: optional("--save"), report: optional("--report"), outDir: optional("--out-dir"), each: optional("--each") };
}
