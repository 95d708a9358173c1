/** The words after `npm run returns --`: what is understood, and what is refused with a remedy. */
import { readCommandLine } from "../../src/batch/command-line";

const reading = { passphraseFile: null, rules: null, report: null };

describe("the command line for folders of returns", () => {
  it.each([
    { words: "check in a.xlsx", read: { ...reading, command: "check", places: ["in", "a.xlsx"] } },
    { words: "compare-returns a.xlsx b.xlsx --report r.json", read: { ...reading, command: "compare", before: "a.xlsx", after: "b.xlsx", report: "r.json" } },
    {
      words: "consolidate in --out set --period 2009-10 --due 2009-04-30 --region q31 --drafts-too",
      read: { ...reading, command: "consolidate", folder: "in", out: "set", expected: null, last: null, region: { code: "Q31", name: "" }, structure: null, period: "2009/10", asAt: null, due: "2009-04-30", draftsToo: true },
    },
    { words: "consolidate --help", read: { command: "help" } },
  ])("understands $words", ({ words, read }) => expect(readCommandLine(words.split(" "))).toEqual(read));

  it.each([
    { words: "consolidate in", says: /needs one folder after it, and --out/ },
    { words: "consolidate in other --out set", says: /needs one folder/ },
    { words: "consolidate in --out set --period 2009", says: /--period is "2009"\. Write a financial year such as 2009\/10/ },
    { words: "consolidate in --out set --due 30.4.2009", says: /--due is "30\.4\.2009"\. Write a day such as 2009-04-30/ },
    { words: "consolidate in --out", says: /--out needs something after it/ },
    { words: "consolidate in --out set --out other", says: /--out is there twice/ },
    { words: "check", says: /check needs files or folders/ },
    { words: "check in --out x", says: /"--out" is not understood here\. Use --rules/ },
    { words: "compare-returns a.xlsx", says: /needs two files or folders/ },
    { words: "collect in", says: /"collect" is not understood\. Use check, consolidate or compare-returns/ },
  ])("refuses $words", ({ words, says }) => expect(() => readCommandLine(words.split(" "))).toThrow(says));
});
