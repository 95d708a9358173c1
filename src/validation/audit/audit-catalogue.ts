/**
 * What the audit of a person's own sheets says. A code is permanent: retired ones are never used again. The audit changes nothing, and what it calls to explain
 * is for the person to decide: nothing of it is written on Checks. Nobody's name is ever repeated in the words.
 */
import type { RuleCase } from "../catalogue";

const SOURCE = "Proposal, from what is known of faults in spreadsheets";

const mustFix = (code: string, title: string, says: string, fix: string): RuleCase => ({ code, severity: "must-fix", title, says, fix, source: SOURCE });
const explain = (code: string, title: string, says: string, fix: string): RuleCase => ({ code, severity: "explain", title, says, fix, source: SOURCE });
const note = (code: string, title: string, says: string, fix: string): RuleCase => ({ code, severity: "note", title, says, fix, source: SOURCE });

const formulas = {
  "A01": explain("A01", "Number typed over a formula", "{cell} holds a typed number, {found}, among {count} cells that are all worked out by the same formula. It does not follow when the other figures change.", "Copy the formula from the cell beside it, or write down next to it why the number is typed."),
  "A02": explain("A02", "Formula unlike its neighbours", "The formula in {cell} differs from the {count} formulas around it, which are all the same. It reads {found}; the one in {beside} reads {usual}.", "Copy the formula from the cell beside it, or write down next to it why it differs."),
  "A03.before": explain("A03", "Total that leaves out a row", "The total in {cell} covers {range} and leaves out {missed}, which stands between those figures and the total.", "Type the range so that it reaches to {missed}, or leave a blank row if the figure does not belong to the total."),
  "A03.beside": explain("A03", "Total that leaves out a row", "The total in {cell} covers {range} and leaves out {missed}, the first figure under the heading.", "Type the range so that it begins at {missed}, or set the figure apart if it does not belong to the total."),
  "A03.list": explain("A03", "Formula that does not reach the end of a list", "The formula in {cell}{more} covers {range}, but the list goes on to {end}: {missed} more are not counted.", "Type the range so that it reaches the end of the list, or make the list a table so that formulas follow it."),
  "A04": mustFix("A04", "Subtotals counted twice", "The total in {cell} covers {range}, which has a subtotal in {subtotals}. What the subtotal adds up is counted twice.", "Put SUBTOTAL in place of SUM in the subtotal and the total, or add up the subtotals alone."),
  "A11.added": note("A11", "Number typed into a formula", "The formula in {cell} has {found} typed into it, beside the figures that it adds up. Nobody sees it in the sheet.", "Put the number in a cell of its own with words beside it, and let the formula point there."),
  "A11.factor": note("A11", "Rate typed into a formula", "The formula in {cell}{more} multiplies or divides by {found}, which is typed into it. When it changes, every such formula has to be changed.", "Put the rate in a cell of its own with words beside it, and let the formula point there."),
  "A14": note("A14", "Figures that change by themselves", "{function} in {cell}{more} is worked out anew whenever anything changes, so figures may differ from those that were sent.", "Leave it if that is meant; otherwise paste the value before the workbook is sent."),
  "A15": mustFix("A15", "Formulas that go round in a circle", "The formula in {cell} depends on its own result{through}. Excel shows 0 or an old figure for it.", "Check which of these cells should not point at the others, and mend its formula."),
} as const satisfies Record<string, RuleCase>;

const values = {
  "A05": mustFix("A05", "Number stored as text", '{cells} in the column "{column}" {hold} a number that is stored as text, such as "{found}". Totals leave it out.', "Type the number again in a cell that is not formatted as text."),
  "A06": mustFix("A06", "Error value", "{cell} shows {found}.{more}", "Check what the formula points at, and mend it here first: cells that only pass the error on then follow."),
  "A06.typed": mustFix("A06", "Error value", "{cell} holds {found} as a value, without a formula.{more}", "Type the figure, or clear the cell if it is not known."),
  "A06.lost": mustFix("A06", "Formula that lost what it pointed at", "The formula in {cell}{more} points at a cell that was deleted (#REF!), though it shows no error.", "Type the formula anew, or undo what deleted the cells."),
  "A09": explain("A09", "Same key twice", 'The column "{column}" seems to name each row once, but {found} is in {cells}{more}.', "Check whether a row was copied; delete the one too many, or correct its key."),
  "A13": mustFix("A13", "Date stored as text", '{cells} in the column "{column}" {hold} a date that is stored as text, such as "{found}". Sorting and formulas do not take it as a date.', "Type the date again, so that Excel takes it as one."),
} as const satisfies Record<string, RuleCase>;

const sending = {
  "A07": explain("A07", "Link to another workbook", "The formula in {cell}{more} takes its figure from another workbook, {found}. Whoever gets this workbook may not have that one.", "Copy the figures over as values before the workbook is sent, or explain where they come from."),
  "A08.sheet": explain("A08", "Hidden sheet with something on it", "The sheet {sheet} is hidden and has something on it. It goes along when the workbook is sent.", "Check what is on it; delete it if it should not be sent."),
  "A08.very-hidden": explain("A08", "Sheet hidden so that Excel does not list it", "The sheet {sheet} is hidden in a way that Excel's own list does not show, and has something on it. It goes along when the workbook is sent.", "Ask whoever made the workbook what it is for; delete it if it should not be sent."),
  "A08.rows": note("A08", "Hidden rows with something in them", "{lines} hidden, or filtered out, and something is in them. They count in totals and go along when the workbook is sent.", "Check what is in them before the workbook is sent."),
  "A08.columns": note("A08", "Hidden columns with something in them", "{lines} hidden, and something is in them. They count in totals and go along when the workbook is sent.", "Check what is in them before the workbook is sent."),
  "A10.names": explain("A10", "Names of people", 'The column "{column}" seems to hold names of people, in {count} cells from {cell} on.', "Delete the names if the workbook is to be sent, or explain why they must go along."),
  "A10.title": explain("A10", "Somebody named in the text", 'What is written in {cell}{more} seems to name somebody, by a title such as Dr or Mrs.', "Write what the person's role is in place of the name, or explain why it must go along."),
  "A10.nhs": explain("A10", "NHS number", "{cell}{more} seems to hold somebody's NHS number.", "Delete it: a return about posts needs nobody's NHS number."),
  "A10.insurance": explain("A10", "National Insurance number", "{cell}{more} seems to hold somebody's National Insurance number.", "Delete it: a return about posts needs nobody's National Insurance number."),
  "A10.email": explain("A10", "E-mail address", "{cell}{more} holds an e-mail address.", "Delete it if it is somebody's own, or explain why it must go along."),
  "A12": note("A12", "Merged cells in a list", "{cells} merged in the rows of a list. Sorting and filtering it go wrong.", "Undo the merging, and type the words in each row."),
} as const satisfies Record<string, RuleCase>;

const defects = {
  "A99": explain("A99", "Rule could not be applied", "The rule {rule} failed and found nothing, which is a fault of the rule and not of the workbook ({why}). All other rules were applied.", "Send the words of this finding to whoever looks after the add-in; look yourself at what it would have found."),
} as const satisfies Record<string, RuleCase>;

export const auditCatalogue = { ...formulas, ...values, ...sending, ...defects } as const;
export type AuditCaseId = keyof typeof auditCatalogue;
