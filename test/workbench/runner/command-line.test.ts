/** The words after `npm run job --`: what is understood, and what is refused with a remedy. */
import { readCommandLine } from "../../../src/workbench/runner/command-line";

const none = { open: null, save: null, report: null, outDir: null, each: null };

describe("the runner's command line", () => {
  it.each([
    { words: "--job a.json", read: { ...none, job: "a.json" } },
    { words: "--report r.json --out-dir made --save b.xlsx --open a.xlsx --job a.json", read: { job: "a.json", open: "a.xlsx", save: "b.xlsx", report: "r.json", outDir: "made", each: null } },
    { words: "--job a.json --each workbooks --save done", read: { ...none, job: "a.json", each: "workbooks", save: "done" } },
    { words: "--job a.json --help", read: "help" },
    { words: "--help", read: "help" },
  ])("understands $words", ({ words, read }) => {
    expect(readCommandLine(words.split(" "))).toEqual(read);
  });

  it.each([
    { words: [], says: /--job is missing/ },
    { words: ["--job"], says: /--job needs a name after it, such as --job job\.json/ },
    { words: ["--job", "--save"], says: /--job needs a name/ },
    { words: ["--job", ""], says: /--job needs a name/ },
    { words: ["--job", "a.json", "--jump", "b"], says: /"--jump" is not understood/ },
    { words: ["a.json"], says: /"a\.json" is not understood/ },
    { words: ["--job", "a.json", "--job", "b.json"], says: /--job is there twice/ },
    { words: ["--job", "a.json", "--each", "in", "--open", "a.xlsx"], says: /--each and --open are both there\. Give one/ },
    { words: ["--job", "a.json", "--toString", "b"], says: /"--toString" is not understood/ },
  ])("refuses $words", ({ words, says }) => {
    expect(() => readCommandLine(words)).toThrow(says);
  });
});
