/**
 * The rules as data: what is said and what to do. A code is permanent: retired ones are never used again. One code may have
 * several cases, each with its own words. Words have {facts} that the rule fills in.
 */
import type { RuleCase } from "./rule-words";

const CATALOGUE = "Validation catalogue of the design";
const GUIDANCE = "Inspiring Leaders, DH, January 2009, line";

const mustFix = (code: string, title: string, says: string, fix: string, source = CATALOGUE): RuleCase => ({ code, severity: "must-fix", title, says, fix, source });
const explain = (code: string, title: string, says: string, fix: string, source = CATALOGUE): RuleCase => ({ code, severity: "explain", title, says, fix, source });
const note = (code: string, title: string, says: string, fix: string, source = CATALOGUE): RuleCase => ({ code, severity: "note", title, says, fix, source });

const structure = {
  "E01.newer": mustFix("E01", "Template of another version", 'The sheets were made by version {found} of the template; this add-in knows {known}.', "Update the add-in, or set up again in a new workbook and copy the figures over."),
  "E01.unknown": mustFix("E01", "Template version not recognised", 'The template version on the Cover reads "{found}"; it should be {known}.', "Put {known} back beside Template version on the Cover."),
  "E01.older": mustFix("E01", "Template of an older version", "The sheets were made by version {found} of the template; this add-in makes {known}.", "Keep to the add-in that made them, or set up again in a new workbook and copy the figures over."),
  "E02.sheet-gone": mustFix("E02", "Sheet missing", "The sheet {sheet} is not in this workbook any more.", "Set up again to put the sheet back; figures on other sheets stay."),
  "E02.table-gone": mustFix("E02", "Table missing", "The table of {sheet} is not there any more, so nothing on it can be read.", "Undo what removed the table, or delete the sheet and set up again."),
  "E02.column-gone": mustFix("E02", "Column missing", 'The column "{column}" is not in the table of {sheet} any more; formulas that need it show an error.', 'Put the column back under the heading "{column}", or undo what removed it.'),
  "E02.column-renamed": mustFix("E02", "Column renamed", 'The heading "{column}" now reads "{found}", so the column cannot be found.', 'Type {column} as the heading again.'),
  "E02.column-moved": note("E02", "Column moved", 'The column "{column}" has moved from {was} to {now}. It is read where it stands.', "Leave it, or move it back; nothing is lost either way."),
  "E02.table-moved": note("E02", "Rows or columns inserted", "The table of {sheet} now starts at {now}; it was made at {was}. It is read where it stands.", "Leave it as it is; nothing is lost."),
  "E02.sheet-renamed": note("E02", "Sheet renamed", 'The sheet {sheet} is now called "{now}". It is read under its new name.', "Leave it as it is; nothing is lost."),
  "E02.sheets-moved": note("E02", "Sheets in another order", "The sheets stand in another order than they were made: {now}.", "Leave them as they are; nothing is lost."),
  "E02.copied": explain("E02", "Sheet copied", 'The sheet "{copy}" is a copy of {sheet}. Its figures are not checked and count nowhere.', "Delete the copy, or keep it knowing that only {sheet} counts."),
  "E02.name-gone": mustFix("E02", "Named cell missing", "The cell for {label} on the {sheet} has lost the name that formulas find it by.", "Undo what removed the cell or its name, or delete the sheet and set up again."),
  "E02.cell-name-gone": mustFix("E02", "Named cell missing", "The cell {label} on {sheet} has lost the name that formulas find it by.", "Repair the template to give the cell its name again; no figure changes."),
  "E02.name-elsewhere": mustFix("E02", "Name leads to another cell", "The name of {label} leads to {now} in place of {cell}, so formulas read the wrong cell.", "Repair the template to lead the name back; no figure changes."),
  "E02.sheet-hidden": note("E02", "Sheet hidden", "The sheet {sheet} cannot be seen. Its figures count all the same.", "Show the sheet again (right-click any tab, then Unhide), or repair the template."),
  "E02.sheet-deep-hidden": note("E02", "Sheet hidden so that Unhide does not list it", "The sheet {sheet} cannot be seen and Excel does not offer to show it. Its figures count all the same.", "Repair the template to show the sheet again."),
  "E02.mark-gone": note("E02", "Mark of the sheet missing", "The sheet {sheet} has lost the hidden mark that says which sheet it is. It is known by its table.", "Repair the template to give the sheet its mark again."),
  "E02.line-gone": note("E02", "Line deleted", "A line of {sheet} was deleted: {what}.", "Undo what deleted it, or leave it knowing that it is not shown."),
  "E03.demand": mustFix("E03", "Role group twice", '"{key}" is in {rows} of Demand and supply.', "Merge the rows into one, or give each its own name."),
  "E03.profile": mustFix("E03", "Group and population twice", "{key} is in {rows} of Profile, so its share cannot be worked out.", "Delete the row that is not right."),
  "E04.population": mustFix("E04", "Population not known", '"{found}" is not a population of this return.', "Choose one from the list: {known}."),
  "E04.looks-like": explain("E04", "Name looks misspelt", '"{found}" is not in the usual list but is nearly "{known}".', 'Type {known} if that is what is meant; otherwise explain the local name.'),
  "E04.word": mustFix("E04", "Not one of the choices", '{label} reads "{found}", which is not one of the choices.', "Choose one of: {known}."),
  "W05.role-groups": note("W05", "Local role groups", "Of your own beside the usual list: {names}. They are kept and counted.", "Leave them; a region may ask how they match its list."),
  "W05.groups": note("W05", "Local groups of people", "Of your own beside the usual list: {names}. They are kept and shown on Dashboard 2.", "Summarise again if Dashboard 2 does not show them yet."),
  "E06.overwritten": mustFix("E06", "Formula overwritten", '{column} of {key} holds {found} in place of its formula, so it no longer follows the figures.', "Copy the formula from the cell above or below, or summarise again."),
  "E06.changed": mustFix("E06", "Formula changed", "The formula of {column} for {key} is not that of the rest of its column.", "Copy the formula from the cell above or below, or summarise again."),
  "E06.column": mustFix("E06", "Formula changed", "The formulas of {column} are all alike, but not the template's.", "Repair the template to put the column's formula back; no entered figure changes."),
  "E06.line-overwritten": mustFix("E06", "Formula overwritten", "What stands here is {found}, in place of the formula of {what}, so it no longer follows the figures.", "Repair the template to put the formula back."),
  "E06.line-changed": mustFix("E06", "Formula changed", "The formula here, {what}, is another than the template's.", "Repair the template to put the formula back."),
  "W07.all": note("W07", "Rule for entry lost", "The cells of {column} no longer refuse what cannot be right: pasting over them took Excel's rule away.", "Set up again to put the rule back; the figures stay. They are checked here all the same."),
  "W07.some": note("W07", "Rule for entry lost", "Some cells of {column} no longer refuse what cannot be right: pasting over them took Excel's rule away.", "Set up again to put the rule back; the figures stay. They are checked here all the same."),
  "W07.changed": note("W07", "Rule for entry changed", "The cells of {column} have another rule for what may be entered than the template's.", "Repair the template to put the rule back, or leave it if it was meant; the figures are checked here all the same."),
  "W07.cell": note("W07", "Rule for entry lost", "The cell for {label} no longer refuses what cannot be right: pasting over it took Excel's rule away.", "Repair the template to put the rule back; what is entered stays."),
  "W07.cell-changed": note("W07", "Rule for entry changed", "The cell for {label} has another rule for what may be entered than the template's.", "Repair the template to put the rule back, or leave it if it was meant."),
  "W08.format": note("W08", "Number format lost", "{count} of {column} {verb} shown as {shown}, first {first}.", "Repair the template to show figures as figures again; what is entered stays."),
  "W08.colours": note("W08", "Colours lost", "The cells of {column} have lost colours that say at a glance what their words or figures say.", "Repair the template to put the colours back."),
  "W08.chart": note("W08", "Chart missing", "The chart of {sheet} that shows {chart} was deleted.", "Repair the template to draw the chart again, or summarise again."),
  "W08.words": note("W08", "Words of the template changed", 'What stands here is "{found}", in place of "{words}".', "Leave it if it was meant, or repair the template to put the words back."),
} as const satisfies Record<string, RuleCase>;

const format = {
  "E10.text": mustFix("E10", "Not a number", '{column} of {key} reads "{found}", which is not a number.', "Type {wanted}."),
  "E10.logical": mustFix("E10", "Not a number", "{column} of {key} holds {found}, a yes-or-no value.", "Type {wanted}."),
  "E10.date": mustFix("E10", "Date in place of a number", "{column} of {key} is shown as a date ({found}); Excel may have taken something like 3/4 for one.", "Type {wanted}, and set the cell's format to Number."),
  "E10.threshold": mustFix("E10", "Threshold is not a number", '{label} reads "{found}", which is not a number, 0 or more.', "Type a number, such as {usual}."),
  "E11": mustFix("E11", "Below zero", "{column} of {key} is {found}; there cannot be fewer than none.", "Type the count as 0 or more."),
  "E12.fraction": mustFix("E12", "Not whole", "{column} of {key} is {found}, and {unit} are counted whole.", "Type {wanted}."),
  "E12.percentage": mustFix("E12", "Percentage in place of a count", "{column} of {key} is a percentage ({found}), and {unit} are counted.", "Type the count, not the percentage, and set the cell's format to Number."),
  "E12.perhaps-percentage": mustFix("E12", "Percentage in place of a count", "{column} of {key} is {found}: less than one of the {unit} counted, and what {percentage} becomes when it is typed.", "Type the count, not the percentage."),
  "E12.decimals": mustFix("E12", "Too many decimal places", "{column} of {key} is {found}; whole-time equivalents are given to one decimal place.", "Round it to one decimal place: {rounded}."),
  "E13.range": mustFix("E13", "Percentage out of range", "{column} of {key} is {found}; a percentage lies from 0 to 100.", "Type a percentage from 0 to 100."),
  "E13.formatted": mustFix("E13", "Percentage entered as a part of 1", "{column} of {key} is shown as {found} but counts as {value}.", "Set the cell's format to Number and type {meant}."),
  "E13.parts": explain("E13", "Percentages may be parts of 1", "Every percentage in {column} is 1 or less, as if 0.24 stood for 24%.", "Type percentages from 0 to 100, such as 24.2, or explain why all are so low."),
  "E13.unused": note("E13", "Percentage not used", "{column} is given for {key}, where only counts are used.", "Type n/a in its place, or leave it knowing that nothing reads it."),
  "E14.text": mustFix("E14", "Not a date", '{label} reads "{found}", which is not a date.', "Type a date, such as 31 March 2009."),
  "E14.range": mustFix("E14", "Not a likely date", "{label} is {found}; dates run from 1948 to 2098.", "Type the date again, with the year in four digits."),
  "E14.period": mustFix("E14", "Not a financial year", 'The period reads "{found}", which is not a financial year.', "Type a financial year, such as 2009/10."),
  "E14.month": mustFix("E14", "Financial year taken for a month", "The period is the date {found}: a year such as 2009/10 becomes a month where the cell is not made for text.",
    "Type the financial year with an apostrophe in front, such as '2009/10."),
  "E15.shape": mustFix("E15", "Organisation code does not fit", '"{found}" is not a code of the {structure}. {shapes}.', "Type the code as it stands in the national list, or choose the other structure."),
  "E15.not-listed": mustFix("E15", "Organisation code not in the list", 'No {kind} has the code "{found}".', "Type one of: {known}."),
  "E16.number-as-text": mustFix("E16", "Number held as text", '{column} of {key} reads "{found}" but is text, so no formula counts it. It is not taken as 0.', "Type {value} again as a number."),
  "E16.dash": mustFix("E16", "Dash in place of a figure", '{column} of {key} holds "{found}", which could be 0, not known or not applicable.', "Type 0 for none or n/a where it cannot apply, or clear the cell if it is not known."),
  "E16.none": mustFix("E16", "Word in place of 0", '{column} of {key} reads "{found}"; a formula does not take it as 0.', "Type 0 if there are none, or clear the cell if it is not known."),
  "E16.unknown": mustFix("E16", "Word in place of a blank", '{column} of {key} reads "{found}".', "Clear the cell until the figure is known, and say so in the comment."),
  "E16.spelling": mustFix("E16", "Spelling that formulas do not know", '{column} of {key} reads "{found}", which formulas cannot tell from a blank.', "Type {wanted} exactly."),
  "E16.not-applicable": note("E16", "Not applicable", "{column} of {key} is entered as not applicable, so nothing is worked out from it.", "Leave it if the figure cannot exist; otherwise type it, 0 included."),
  "E16.withheld": explain("E16", "Withheld", '{column} of {key} is withheld ("{found}"). What is worked out from it reads Withheld, and totals of several leave it out and say so. It is not taken as 0.', "Type the figure in this working copy, or explain why it cannot be had."),
  "E17": mustFix("E17", "Error value", "{column} of {key} shows {found}.", "Type the figure, or mend the formula that should give it."),
  "W18": note("W18", "Formulas in place of figures", "{count} of {column} {verb} worked out by formulas of your own, first in {first}. The results are checked like entries.", "Keep them if what they point at stays in this workbook; otherwise paste their values."),
} as const satisfies Record<string, RuleCase>;

const completeness = {
  "E20.cell": mustFix("E20", "Not entered", "{column} of {key} is blank. A blank is not taken as 0.", "Type {wanted}."),
  "E20.row": mustFix("E20", "Row not entered", "Nothing is entered for {key}: {cells} are blank. Blanks are not taken as 0.", "Type {wanted} in each cell."),
  "E20.key": mustFix("E20", "Row without a name", "This row has figures but no {column}.", "Type what the figures are of, or clear the row."),
  "E20.header": mustFix("E20", "Not entered", "{label} is blank on the Cover.", "Type it on the Cover: {says}."),
  "E20.comparator": mustFix("E20", "Nothing to compare with", "{key} has neither counts nor a percentage.", "Type the three counts, or n/a in them and the percentage, or n/a in all four if there is none."),
  "E20.population": mustFix("E20", "Population missing", "{group} has no row for {missing}.", "Add a row at the foot of the table for each, or set up again."),
  "E20.empty-row": note("E20", "Empty row", "The table has a row with nothing in it.", "Delete the row, or fill it in."),
  "W21.row": explain("W21", "All zero", "{key} has posts, yet every opening and everybody ready is 0 in every horizon.", "Clear the cells whose figure is not known; explain if there are truly none."),
  "W21.population": explain("W21", "Nobody counted", "All three counts of {key} are 0, while {other} people are counted elsewhere.", "Clear the cells if the figures are not known; explain if there is truly nobody."),
  "W22": explain("W22", "Organisation not named", "The return does not name the organisation it is from.", "Type the organisation's name on the Cover."),
  "W23": explain("W23", "As-at date outside the period", "The as-at date, {found}, is not in {period}.", "Check date and period; explain if the return was made up outside its year."),
} as const satisfies Record<string, RuleCase>;

const arithmetic = {
  "E30.total": mustFix("E30", "Parts do not make the total", "In group, not in group and unknown of {key} make {sum}, but the total shows {found}.", "Put the total's formula back: copy it from the row above or below."),
  "E30.populations": mustFix("E30", "Groups add up to different people", "{key} adds up to {found} people, but {others} to {usual}: they are the same people, sorted differently.", "Check the three counts; those whose status is not known go under Unknown.", `${GUIDANCE} 422`),
  "E32.total-row": mustFix("E32", "Total counted as a role group", '"{key}" is a row of the table, so its figures are counted a second time.', "Delete the row; totals are on Gap analysis."),
  "E32.supply": mustFix("E32", "More people than supply", "{key} adds up to {found} people, but Demand and supply has only {supply} in {column}, which counts somebody once for each role group.", "Check both: nobody can be ready without being counted as supply."),
  "E32.post-holders": explain("E32", "Post-holders differ from posts", "{key} adds up to {found} people; posts less vacancies on Demand and supply are {posts}.", "Check both, or explain: shared posts and people in two posts make a small difference."),
  "E33.total": mustFix("E33", "Total differs from its parts", "{column} for {horizon} shows {found}, but the role groups add up to {sum}.", "Summarise again; if automatic calculation is off, turn it on."),
  "E33.rows": mustFix("E33", "Rows left out of totals", "Gap analysis shows {shown} rows and Demand and supply has {rows}.", "Summarise again so that every row is counted."),
} as const satisfies Record<string, RuleCase>;

/** What only a region sees, with all returns before it. */
const region = {
  "E90.differs": mustFix("E90", "Shared figure differs", "{column} of {key}: {one} declares {found} as shared with {other}, which declares {otherFound}. Nothing is taken off a total until both say the same.", "Ask both organisations to agree on the number, and to send their returns again."),
  "E90.too-many": mustFix("E90", "More shared than there are", "{column} of {key}: {one} and {other} declare {found} as shared, but there are fewer at {fewer}. Nothing is taken off a total.", "Ask {fewer} to check both figures, and to send its return again."),
  "E90.figure": mustFix("E90", "Shared figure not known", 'What is shared with {other} is called "{found}", which is no figure of Demand and supply.', "Type one of the headings of Demand and supply: {headings}."),
  "E90.itself": mustFix("E90", "Shared with itself", "{column} of {key} is declared as shared with {other}, which is the organisation itself.", "Type the code of the other organisation."),
  "W91.one-sided": explain("W91", "Shared by one side only", "{column} of {key}: {one} declares {found} as shared with {other}, which declares nothing of the kind. Both are counted until both declare it.", "Ask {other} to declare it as well, or {one} to take it out; explain if neither can be."),
  "W91.not-returned": note("W91", "Shared with an organisation that does not count", "{column} of {key}: {one} declares {found} as shared with {other}, of which no return counts here. Nothing is taken off a total.", "Ask for the return of {other}, or check the code."),
  "W91.ring": note("W91", "Shared by three or more", "{column} of {key}: {one} and {other} each share with the same others too. The posts are taken to be the same for all of them and counted once.", "Ask whether all of them share the same posts, and leave it if they do."),
  "E92": mustFix("E92", "Openings in another unit", "{organisation} counts openings in {unit}; {count} of {of} organisations count them in {usual}. No total is made of both.", "Ask {organisation} for openings in {usual}."),
  "W93": note("W93", "Return late", "The return of {organisation} was first sent on {day}, {late} after the last day for it.", "Ask what held it up, if it is late again."),
  "W94": note("W94", "Role group of one organisation", '"{key}" is a role group that only {organisation} has.', "Check that it is not another spelling of a role group that others have."),
} as const satisfies Record<string, RuleCase>;

const record = {
  "E70.changed": mustFix("E70", "Record changed", "Line {line} of the record is not as it was written.", "Undo what changed it, or put the Sign-off sheet of a saved copy back; where that cannot be, delete the sheet and reopen the return with a reason.", "Issue 5: a record that shows when it was changed"),
  "E70.order": mustFix("E70", "Record out of order", "Line {line} of the record does not follow the line before it: lines were sorted, taken out or put in.", "Undo what changed it, or put the Sign-off sheet of a saved copy back; where that cannot be, delete the sheet and reopen the return with a reason.", "Issue 5: a record that shows when it was changed"),
  "E70.cut-off": mustFix("E70", "Record cut off", "{missing} of the record {verb} missing.", "Undo what took lines away, or put the Sign-off sheet of a saved copy back; where that cannot be, delete the sheet and reopen the return with a reason.", "Issue 5: a record that shows when it was changed"),
  "E70.gone": mustFix("E70", "Record missing", "The Cover tells of a record of {lines}, and the Sign-off sheet is not in this workbook any more.", "Put the Sign-off sheet of a saved copy back, or reopen the return with a reason: a new record begins that says so.", "Issue 5: a record that shows when it was changed"),
  "E71": mustFix("E71", "Query not answered", 'In query {key} the region says "{found}", and no answer counts yet.', "Type {what} in its row, or answer it under Sign off and send.", "Issue 5: queries are answered before a return goes back"),
  "W70": explain("W70", "End of the record not known", "The Cover does not keep the number of the record's last line any more, so nobody can tell whether lines are missing at its end.", "Check that the last line is the last thing that happened, and explain how it was lost.", "Issue 5: a record that shows when it was changed"),
} as const satisfies Record<string, RuleCase>;

const defects = {
  "X01": explain("X01", "Rule could not be applied", "The rule {rule} failed and found nothing, which is a fault of the rule and not of the figures ({why}). All other rules were applied.", "Ask whoever made the rule pack to mend it; look yourself at what it would have checked.", "The product"),
  "X02": explain("X02", "Rule pack not used", "The rule pack that this workbook brings along is not used. {why} {remedy} The figures were judged by {used}, which comes with the add-in.", "Load a pack that can be used, or go back to the rules that come with the add-in.", "The product"),
} as const satisfies Record<string, RuleCase>;

export const catalogue = { ...defects, ...structure, ...format, ...completeness, ...arithmetic, ...region, ...record } as const;

/** A case of a rule: the code, and which of its wordings. */
export type CaseId = keyof typeof catalogue;
