/** The catalogue as a whole: codes, words and remedies, and that no case goes without a test. */
import { severityWords } from "../../src/blueprint/sheets/checks";
import type { RuleCase } from "../../src/validation/rule-words";
import { catalogue } from "../../src/validation/catalogue";
import { shippedPack } from "../../src/validation/rule-pack/shipped";
import { kindsAndSums } from "./cases/kinds-and-sums";
import { sinceTheLastReturn } from "./cases/since-the-last-return";
import { movementExamples } from "./cases/movements";
import { waitingExamples } from "./cases/waiting";
import { whoAndHowMany } from "./cases/who-and-how-many";
import { readFileSync } from "node:fs";
import path from "node:path";

const cases: readonly (readonly [string, RuleCase])[] = [...Object.entries<RuleCase>(catalogue), ...shippedPack.rules.map((rule) => [rule.id, rule] as const)];
/** Every remedy's first word. A new verb is added here on purpose. */
const VERBS = ["Ask", "Check", "Choose", "Clear", "Copy", "Count", "Delete", "Keep", "Leave", "Load", "Merge", "Put", "Round", "Set", "Summarise", "Type", "Undo", "Update", "Add", "Repair", "Show"];
/** Codes that the issue asks for; those in the middle that are soft rules start with W. */
const ASKED = ["E01", "E02", "E03", "E04", "W05", "E10", "E11", "E12", "E13", "E14", "E15", "E16", "E17", "W18", "E20", "W21", "W22", "E30", "E31", "E32", "E33", "E34", "W42", "W43", "W44", "W45", "W46"];

describe("the catalogue of rules", () => {
  it("has every code that was asked for", () => {
    const codes = new Set(cases.map(([, { code }]) => code));
    expect(ASKED.filter((code) => !codes.has(code))).toEqual([]);
  });
  it("names each case by its code", () => expect(cases.filter(([id, { code }]) => id !== code && !id.startsWith(`${code}.`)).map(([id]) => id)).toEqual([]));
  it("starts every remedy with a verb", () => expect(cases.filter(([, { fix }]) => !VERBS.includes(fix.split(/[ ,]/)[0] ?? "")).map(([id]) => id)).toEqual([]));
  it("says whole sentences", () => expect(cases.filter(([, { says, fix }]) => ![says, fix].every((words) => /\.$/.test(words))).map(([id]) => id)).toEqual([]));
  it("gives every case a source and a title", () => expect(cases.filter(([, { source, title }]) => source === "" || title === "").map(([id]) => id)).toEqual([]));
  it("has no case that softens a hard code or hardens a soft one, but for what only moved or is said", () => {
    const softened = cases.filter(([, { code, severity }]) => code.startsWith("E") && severity !== "must-fix").map(([id]) => id);
    expect(softened).toEqual(["E02.column-moved", "E02.table-moved", "E02.sheet-renamed", "E02.sheets-moved", "E02.copied", "E02.sheet-hidden", "E02.sheet-deep-hidden", "E02.mark-gone", "E02.line-gone", "E04.looks-like", "E13.parts", "E13.unused", "E16.not-applicable", "E16.withheld", "E20.empty-row", "E32.post-holders"]);
    expect(cases.filter(([, { code, severity }]) => code.startsWith("W") && severity === "must-fix")).toEqual([]);
  });
  it("has a word on the Checks sheet for each severity", () => expect(cases.filter(([, { severity }]) => !(severity in severityWords))).toEqual([]));
  it("has each case tried in a test", () => {
    const structure = ["structure.test.ts", "drift.test.ts", "../returns/consolidate/region-rules.test.ts", "../returns/consolidate/region-findings.test.ts", "../returns/sign-off/record.test.ts", "../returns/queries/queries-in-book.test.ts"].map((file) => readFileSync(path.join(__dirname, file), "utf8")).join("");
    const tried = new Set<string>([...kindsAndSums, ...sinceTheLastReturn, ...whoAndHowMany, ...waitingExamples, ...movementExamples].map(({ rule }) => rule));
    expect(cases.map(([id]) => id).filter((id) => !tried.has(id) && !["X01", "X02"].includes(id) && !structure.includes(`["${id}"`))).toEqual([]);
  });
});
