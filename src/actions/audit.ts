/** Looks through a person's own sheets for what goes wrong in spreadsheets: typed-over formulas, totals that miss a row, errors, links, people named. Changes nothing. */
import { readForAudit, type AuditReading } from "../excel/read-audit";
import { inExcel } from "../excel/session";
import { auditInTurns, inAuditOrder } from "../validation/audit/audit-in-turns";
import { wordsOf, type Finding } from "../validation/finding";
import { ActionProblem, type Action, type FindingLine, type Severity } from "./action";
import { withExcelWords } from "./excel-words";
import { optionProblem, optionsIn } from "./template-options";
import { Turns } from "./turns";
import { inSentence, plural } from "./words";

const UNCHANGED = "Nothing was changed.";

export const audit: Action = {
  id: "audit",
  label: "Look through your own sheets",
  options: { sheets: "list of tabs to look through (all unless said, hidden ones too)" },
  async perform(raw, progress) {
    const tabs = tabsIn(optionsIn(raw, audit.options).get("sheets"));
    progress.step("Reading the sheets", 0, 0);
    progress.signal.throwIfAborted();
    const { rest } = new Turns(progress.signal);
    const before = (done: number, of: number): void => {
      progress.signal.throwIfAborted();
      progress.step("Reading the sheets", done, of + 1);
    };
    const reading = await withExcelWords(() => inExcel("reading the sheets", (context) => readForAudit(context, tabs, { before, rest })), UNCHANGED);
    assertThere(reading);
    progress.step("Looking through them", 0, 0);
    const found: Finding[] = [];
    for (const some of auditInTurns(reading.book)) {
      found.push(...some);
      await rest();
    }
    const findings = inAuditOrder(found, reading.book).map(lineOf);
    return { says: saysOf(reading, findings), findings, files: [] };
  },
};

/** @throws ActionProblem "bad-option" where it is no list of tabs */
function tabsIn(given: unknown): readonly string[] | null {
  if (given === undefined) return null;
  if (!Array.isArray(given) || given.length === 0 || given.some((tab) => typeof tab !== "string" || tab.trim() === "")) throw optionProblem("sheets", "Give a list of tabs in quotes.");
  return given.map(String);
}

/** @throws ActionProblem "not-found" where a sheet that was asked for is not there */
function assertThere({ unknown }: AuditReading): void {
  if (unknown.length > 0) throw new ActionProblem("not-found", `${inSentence(unknown)} ${unknown.length === 1 ? "is not a sheet" : "are not sheets"} of this workbook. ${UNCHANGED}`);
}

function lineOf({ rule, place, facts }: Finding): FindingLine {
  const { code, severity, says, fix } = wordsOf({ rule, facts });
  return { code, severity, identity: place.identity, sheet: place.tab, cell: place.cell, says, fix, explaining: null };
}

/** @example "Looked through 5 sheets of your own. Found 1 to put right and 2 to look at. Nothing was changed." */
function saysOf({ book, tooLarge }: AuditReading, findings: readonly FindingLine[]): string {
  const own = book.sheets.filter(({ identity }) => identity === null).length;
  const count = (severity: Severity): number => findings.filter((each) => each.severity === severity).length;
  const parts = [[count("must-fix"), "to put right"], [count("explain"), "to explain"]].filter(([number]) => number !== 0).map(([number, words]) => `${number} ${words}`).concat(count("note") === 0 ? [] : [plural(count("note"), "note")]);
  const large = tooLarge.length === 0 ? "" : ` ${inSentence(tooLarge)} ${tooLarge.length === 1 ? "is" : "are"} too large to be looked through.`;
  if (own === 0 && findings.length === 0) return `There is nothing on sheets of your own to look through.${large} ${UNCHANGED}`;
  return `Looked through ${plural(own, "sheet")} of your own. ${findings.length === 0 ? "Nothing stands out." : `Found ${inSentence(parts)}.`}${large} ${UNCHANGED}`;
}
