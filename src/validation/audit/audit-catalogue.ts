/**
 * What the audit of a person's own sheets says. A code is permanent: retired ones are never used again. The audit changes nothing, and what it calls to explain
 * is for the person to decide: nothing of it is written on Checks. Nobody's name is ever repeated in the words.
 */
import type { RuleCase } from "../rule-words";

const SOURCE = "Proposal, from what is known of faults in spreadsheets";

const mustFix = (code: string, title: string, says: string, fix: string): RuleCase => ({ code, severity: "must-fix", title, says, fix, source: SOURCE });
const explain = (code: string, title: string, says: string, fix: string): RuleCase => ({ code, severity: "explain", title, says, fix, source: SOURCE });
const note = (code: string, title: string, says: string, fix: string): RuleCase => ({ code, severity: "note", title, says, fix, source: SOURCE });

const formulas = {
  "S01": explain("S01", "Number typed over a formula", "A typed number, {found}, stands among {count} cells that are all worked out by the same formula. It does not follow when the other figures change.", "Copy the formula from the cell beside it, or write down next to it why the number is typed."),
  "S02": explain("S02", "Formula unlike its neighbours", "This formula differs from the {count} around it, which are all the same. It reads {found}; the one in {beside} reads {usual}.", "Copy the formula from the cell beside it, or write down next to it why it differs."),
  "S03.before": explain("S03", "Total that leaves out a row", "This total covers {range} and leaves out {missed}, which stands between those figures and the total.", "Type the range so that it reaches to {missed}, or leave a blank row if the figure does not belong to the total."),
  "S03.beside": explain("S03", "Total that leaves out a row", "This total covers {range} and leaves out {missed}, the first figure under the heading.", "Type the range so that it begins at {missed}, or set the figure apart if it does not belong to the total."),
  "S03.list": explain("S03", "Formula that does not reach the end of a list", "This formula covers {range}, but the list goes on to {end}, so {missed} not counted.{more}", "Type the range so that it reaches the end of the list, or make the list a table so that formulas follow it."),
  "S04": mustFix("S04", "Subtotals counted twice", "This total covers {range}, which has a subtotal in {subtotals}. What the subtotal adds up is counted twice.", "Put SUBTOTAL in place of SUM in the subtotal and the total, or add up the subtotals alone."),
  "S11.added": note("S11", "Number typed into a formula", "This formula has {found} typed into it, beside the figures that it adds up. Nobody sees it in the sheet.", "Put the number in a cell of its own with words beside it, and let the formula point there."),
  "S11.factor": note("S11", "Rate typed into a formula", "This formula multiplies or divides by {found}, which is typed into it. When it changes, every such formula has to be changed.{more}", "Put the rate in a cell of its own with words beside it, and let the formula point there."),
  "S14": note("S14", "Figures that change by themselves", "This figure is worked out anew whenever anything changes, by {function}, so it may differ from the one that was sent.{more}", "Leave it if that is meant; otherwise paste the value before the workbook is sent."),
  "S15": mustFix("S15", "Formulas that go round in a circle", "This formula depends on its own result{through}. Excel shows 0 or an old figure for it.", "Check which of these cells should not point at the others, and mend its formula."),
} as const satisfies Record<string, RuleCase>;

const values = {
  "S05": mustFix("S05", "Number stored as text", 'The column "{column}" has a number that is stored as text, "{found}". Totals leave it out.{more}', "Type the number again in a cell that is not formatted as text."),
  "S06": mustFix("S06", "Error value", "The formula gives {found}.{more}", "Check what the formula points at, and mend it here first: cells that only pass the error on then follow."),
  "S06.typed": mustFix("S06", "Error value", "{found} stands here as a value, without a formula.{more}", "Type the figure, or clear the cell if it is not known."),
  "S06.lost": mustFix("S06", "Formula that lost what it pointed at", "This formula points at a cell that was deleted (#REF!), though it shows no error.{more}", "Type the formula anew, or undo what deleted the cells."),
  "S09": explain("S09", "Same key twice", 'The column "{column}" seems to name each row once, but {found} is in {cells}{more}.', "Check whether a row was copied; delete the one too many, or correct its key."),
  "S13": mustFix("S13", "Date stored as text", 'The column "{column}" has a date that is stored as text, "{found}". Sorting and formulas do not take it as a date.{more}', "Type the date again, so that Excel takes it as one."),
} as const satisfies Record<string, RuleCase>;

const sending = {
  "S07": explain("S07", "Link to another workbook", "This formula takes its figure from another workbook, {found}. Whoever gets this workbook may not have that one.{more}", "Copy the figures over as values before the workbook is sent, or write beside them where they come from."),
  "S08.sheet": explain("S08", "Hidden sheet with something on it", "The sheet {sheet} is hidden and has something on it. It goes along when the workbook is sent.", "Check what is on it; delete it if it should not be sent."),
  "S08.very-hidden": explain("S08", "Sheet hidden so that Excel does not list it", "The sheet {sheet} is hidden in a way that Excel's own list does not show, and has something on it. It goes along when the workbook is sent.", "Ask whoever made the workbook what it is for; delete it if it should not be sent."),
  "S08.rows": note("S08", "Hidden rows with something in them", "{lines} hidden, or filtered out, and something is in them. They count in totals and go along when the workbook is sent.", "Check what is in them before the workbook is sent."),
  "S08.columns": note("S08", "Hidden columns with something in them", "{lines} hidden, and something is in them. They count in totals and go along when the workbook is sent.", "Check what is in them before the workbook is sent."),
  "S10.names": explain("S10", "Names of people", 'The column "{column}" seems to hold names of people, in {count} cells from here on.', "Delete the names before the workbook is sent, unless whoever gets it needs them."),
  "S10.title": explain("S10", "Somebody named in the text", "This text seems to name somebody, by a title such as Dr or Mrs.{more}", "Write what the person's role is in place of the name."),
  "S10.nhs": explain("S10", "NHS number", "This seems to be somebody's NHS number.{more}", "Delete it: a return about posts needs nobody's NHS number."),
  "S10.insurance": explain("S10", "National Insurance number", "This seems to be somebody's National Insurance number.{more}", "Delete it: a return about posts needs nobody's National Insurance number."),
  "S10.email": explain("S10", "E-mail address", "This text has an e-mail address in it.{more}", "Delete it if it is somebody's own; an address of a team may stay."),
  "S12": note("S12", "Merged cells in a list", "{cells} merged in the rows of a list. Sorting and filtering it go wrong.", "Undo the merging, and type the words in each row."),
} as const satisfies Record<string, RuleCase>;

const defects = {
  "S99": explain("S99", "Rule could not be applied", "The rule {rule} failed and found nothing, which is a fault of the rule and not of the workbook ({why}). All other rules were applied.", "Send the words of this finding to whoever looks after the add-in; look yourself at what it would have found."),
} as const satisfies Record<string, RuleCase>;

export const auditCatalogue = { ...formulas, ...values, ...sending, ...defects } as const;
export type AuditCaseId = keyof typeof auditCatalogue;
