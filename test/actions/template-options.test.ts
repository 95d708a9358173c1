/** Options of insert-template as a job file gives them: read, or refused by name with what to do instead. */
import { ActionProblem } from "../../src/actions/action";
import { templateRequest } from "../../src/actions/template-options";
import type { IsoDate } from "../../src/domain/period";

const today = "2026-11-23" as IsoDate;
const refusal = (options: unknown): string => {
  try {
    templateRequest(options, today);
  } catch (problem) {
    if (problem instanceof ActionProblem) return `${problem.code}: ${problem.message}`;
    throw problem;
  }
  throw new Error("The options were taken.");
};

describe("set-up without options", () => {
  it("is today's structure, this financial year, as at today, the twelve usual role groups, in headcount", () => {
    const { given, otherwise } = templateRequest(undefined, today);
    expect(given).toEqual({});
    expect(otherwise).toMatchObject({ structure: "today", organisationCode: "", organisationName: "", period: "2026/27", asAt: today, demandUnit: "headcount" });
    expect(otherwise.roleGroups).toHaveLength(12);
  });
});

describe("set-up with options", () => {
  it.each([
    { options: { structure: "2009", organisationCode: " q31 " }, given: { structure: "2009", organisationCode: "Q31" }, because: "codes are written in capitals" },
    { options: { asAt: "2009-03-31" }, given: { asAt: "2009-03-31" }, because: "the period follows the as-at date" },
    { options: { demandUnit: "WTE" }, given: { demandUnit: "wte" }, because: "as people write it" },
    { options: { roleGroups: [" Chief executive ", "", "Finance"] }, given: { roleGroups: ["Chief executive", "Finance"] }, because: "empty lines of a list are nothing" },
    { options: { organisationName: null }, given: {}, because: "null is not given" },
  ])("$options: $because", ({ options, given }) => expect(templateRequest(options, today).given).toEqual(given));

  it("takes the period from the as-at date where only that is given", () => {
    expect(templateRequest({ asAt: "2009-03-31" }, today).otherwise.period).toBe("2008/09");
  });
});

describe("an option that cannot stand is refused by name, and says what to do", () => {
  it.each([
    { options: { organisation: "x" }, says: /^bad-option: organisation: There is no such option\. Use structure, / },
    { options: { structure: "1974" }, says: /^bad-option: structure: "1974" is not a structure\. Use 2009 or today\./ },
    { options: { structure: 2009 }, says: /^bad-option: structure: Give text in quotes\./ },
    { options: { period: "2009/11" }, says: /^bad-option: period: .*Write it as 2009\/10\./ },
    { options: { asAt: "31/03/2009" }, says: /^bad-option: asAt: .*yyyy-mm-dd/ },
    { options: { asAt: "2009-02-30" }, says: /^bad-option: asAt: / },
    { options: { organisationCode: "banana" }, says: /^bad-option: organisationCode: "BANANA": Not a code of this structure/ },
    { options: { roleGroups: "Finance" }, says: /^bad-option: roleGroups: Give a list/ },
    { options: { roleGroups: [] }, says: /^bad-option: roleGroups: Keep at least one/ },
    { options: { roleGroups: ["Finance", "finance "] }, says: /^bad-option: roleGroups: .*twice/ },
    { options: { demandUnit: "days" }, says: /^bad-option: demandUnit: .*Use headcount or wte\./ },
    { options: { module: "plan" }, says: /^not-available: module: plan is not built yet/ },
    { options: { organisationName: "x".repeat(121) }, says: /^bad-option: organisationName: Shorten/ },
    { options: "core", says: /^bad-option: options: Give an object/ },
  ])("$options", ({ options, says }) => {
    expect(refusal(options)).toMatch(says);
    expect(refusal(options)).toMatch(/Nothing was changed\.$/);
  });
});
