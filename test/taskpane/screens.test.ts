/** What the screens conclude: the standing of a return, findings by sheet, and answers as options. */
import type { FindingLine, Severity } from "../../src/actions/action";
import { answersToStartFrom } from "../../src/actions/set-up";
import type { TemplateState } from "../../src/actions/workbook-state";
import { firstWrong, optionsFrom, withCode } from "../../src/taskpane/answers";
import { countsOf, firstOf, groupedBySheet } from "../../src/taskpane/grouped-findings";
import { entrySheets, missingSheets, standingOf } from "../../src/taskpane/standing";

const answers = answersToStartFrom("2026-04-30");
const sheet = (identity: string, cells = 0): TemplateState["sheets"][number] => ({ identity, name: identity, entered: 0, cells });
const book: TemplateState = {
  kind: "with-template", structure: "today", organisationCode: "", organisationName: "", period: "2026/27", asAt: "2026-04-30", demandUnit: "headcount", roleGroups: [], collects: false,
  sheets: [sheet("demand", 108), sheet("cover", 7), sheet("gap"), sheet("checks")], lastChecked: null, changedSinceCheck: false, checkedBy: null, counts: { "must-fix": 0, explain: 0, note: 0 },
};
const checked = { lastChecked: "31 March 2027 at 12:00" };

describe("the standing of a return", () => {
  it.each([
    { title: "never checked is a draft", given: {}, standing: "draft" },
    { title: "checked and sound is checked", given: checked, standing: "checked" },
    { title: "checked with something to explain is checked", given: { ...checked, counts: { "must-fix": 0, explain: 2, note: 1 } }, standing: "checked" },
    { title: "checked with something wrong says that it must be fixed", given: { ...checked, counts: { "must-fix": 2, explain: 0, note: 0 } }, standing: "must-fix" },
    { title: "changed since the check is changed, whatever the check found", given: { ...checked, changedSinceCheck: true, counts: { "must-fix": 2, explain: 0, note: 0 } }, standing: "changed" },
  ])("$title", ({ given, standing }) => { expect(standingOf({ ...book, ...given })).toBe(standing); });

  it("misses sheets of the template that were deleted, but not the Board summary that is still to be made", () => {
    expect(missingSheets(book)).toBe(3);
  });

  it("has as entry sheets those with cells to fill in, in tab order", () => {
    expect(entrySheets(book).map(({ identity }) => identity)).toEqual(["demand", "cover"]);
  });
});

describe("findings", () => {
  const found = (sheetName: string, severity: Severity, cell: string): FindingLine => ({ code: "E01", severity, identity: null, sheet: sheetName, cell, says: "", fix: "", explaining: null });
  const findings = [found("Profile", "note", "C9"), found("Profile", "explain", "D9"), found("Cover", "explain", "B7"), found("Demand", "explain", "B8"), found("Demand", "must-fix", "B9")];

  it("are by sheet, the sheet with the worst first, and the worst first in each", () => {
    expect(groupedBySheet(findings).map((group) => [group.sheet, ...group.findings.map(({ cell }) => cell)])).toEqual([["Demand", "B9", "B8"], ["Profile", "D9", "C9"], ["Cover", "B7"]]);
  });

  it("are shown as far as asked for, sheet by sheet", () => {
    expect(firstOf(groupedBySheet(findings), 3).map((group) => [group.sheet, group.findings.length])).toEqual([["Demand", 2], ["Profile", 1]]);
  });

  it("are counted by severity", () => { expect(countsOf(findings)).toEqual({ "must-fix": 1, explain: 3, note: 1 }); });
});

describe("answers of set-up", () => {
  it("stand without anybody touching them", () => { expect(firstWrong(answers)).toBeNull(); });

  it.each([
    { given: { organisationCode: "99", period: "2026" }, wrong: "organisationCode" },
    { given: { period: "2026" }, wrong: "period" },
    { given: { roleGroups: ["", " "] }, wrong: "roleGroups" },
    { given: { organisationCode: "", period: "", asAt: "" }, wrong: null },
  ])("$given: the first that cannot stand is $wrong", ({ given, wrong }) => { expect(firstWrong({ ...answers, ...given })).toBe(wrong); });

  it("as options leave out a period and a date that are not given, and blank role groups", () => {
    expect(optionsFrom({ ...answers, period: " ", asAt: "", roleGroups: [" Finance director ", ""] })).toEqual({ structure: "today", organisationCode: "", organisationName: "", demandUnit: "headcount", roleGroups: ["Finance director"] });
  });

  it.each([
    { title: "a region's name follows its code", before: {}, code: "Y56", name: "London" },
    { title: "and follows it again", before: { organisationCode: "Y56", organisationName: "London" }, code: "Y58", name: "South West" },
    { title: "and goes with a code that has none", before: { organisationCode: "Y56", organisationName: "London" }, code: "RBS", name: "" },
    { title: "a name that somebody wrote stays", before: { organisationCode: "Y56", organisationName: "NHS London" }, code: "Y58", name: "NHS London" },
    { title: "a name without a known code stays empty", before: {}, code: "RBS", name: "" },
  ])("$title", ({ before, code, name }) => {
    const given = { ...answers, ...before };
    expect({ ...given, ...withCode(given, code) }).toMatchObject({ organisationCode: code, organisationName: name });
  });
});
