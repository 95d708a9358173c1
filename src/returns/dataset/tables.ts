/**
 * The consolidated data set: which tables of CSV a region gets, and what stands in each column. The SQL views, the data package and the writer all go by
 * this. A blank field is "nothing known"; words for the four kinds of figure stand in `state`.
 */

export type ColumnType = "text" | "integer" | "number" | "date" | "datetime" | "true-or-false";

export interface DatasetColumn { readonly name: string; readonly type: ColumnType; readonly says: string }

export interface DatasetTable { readonly id: string; readonly title: string; readonly columns: readonly DatasetColumn[] }

const column = (name: string, type: ColumnType, says: string): DatasetColumn => ({ name, type, says });
const returnId = column("return_id", "text", "Which return: organisation, period and sequence, such as RBS-2009/10-1");
const organisation = column("organisation_code", "text", "Code of the organisation");

/** Names in the one form in which spellings of the same name meet: views group by these. */
const keys: readonly DatasetColumn[] = [column("role_key", "text", "Role group in the form that is the same for every spelling"), column("group_key", "text", "Group of people likewise"), column("population_key", "text", "Population likewise")];

/** What a figure of a return is. */
export const figureStates = ["number", "blank", "not-applicable", "withheld", "unreadable"] as const;

export const returnsTable: DatasetTable = {
  id: "returns", title: "Returns that count, one an organisation",
  columns: [
    returnId, organisation, column("organisation_name", "text", "Its name"), column("region_code", "text", "Code of the region that it was sent to"), column("structure", "text", "NHS structure: 2009 or today"), column("period", "text", "Financial year"),
    column("as_at", "date", "Day that the figures describe"), column("sequence", "integer", "1 for the first of a period"), column("stage", "text", "final, or draft that nobody signed"),
    column("demand_unit", "text", "headcount or wte"), column("is_nil", "true-or-false", "Says that there is nothing to return"), column("made_on", "datetime", "When it was made"),
    column("wholeness", "text", "as-written, or saved-again by another program with nothing changed"), column("rules", "text", "Rules that judged it"), column("signed_by", "text", "Who signed for the board"),
    column("must_fix", "integer", "Findings to put right at sign-off"), column("explain", "integer", "Findings to explain that were not explained"), column("explained", "integer", "Findings that were explained"),
    column("file", "text", "File that it came in"), column("digest", "text", "SHA-256 of the return"),
  ],
};

export const figuresTable: DatasetTable = {
  id: "figures", title: "Every entered figure of the returns that count",
  columns: [
    returnId, organisation, column("figure_table", "text", "demand, profile, shared-posts or movements"), column("role_group", "text", "Role group; blank on Profile"),
    column("people_group", "text", "Group of people; blank elsewhere"), column("population", "text", "Population or comparator; blank elsewhere"), column("row_key", "text", "All words that tell the row apart"),
    ...keys, column("measure", "text", "Measure id, such as supply.to-1"), column("state", "text", `What stands there: ${figureStates.join(", ")}`), column("value", "number", "The number; blank for every other state"),
    column("shown_as", "text", "What stands in place of a withheld or unreadable figure"), column("place", "text", "Cell in the return's file"),
  ],
};

export const registerTable: DatasetTable = {
  id: "register", title: "Who was expected, what came and in which state",
  columns: [
    organisation, column("organisation_name", "text", "Its name"), column("is_expected", "true-or-false", "On the list of those expected"), column("state", "text", "missing, quarantined, draft, received, resubmitted, queried or accepted"),
    column("sequence", "integer", "Of the return that counts"), column("days_late", "integer", "Days after the due day; blank where nothing came or none is set"), column("contact", "text", "Whom to ask"), column("email", "text", "Where"),
    column("reminder", "text", "A letter to send where something is missing; blank where nothing is"),
  ],
};

export const quarantineTable: DatasetTable = {
  id: "quarantine", title: "Files that could not be used",
  columns: [column("file", "text", "Name of the file"), organisation, column("code", "text", "What is wrong, for programs"), column("says", "text", "What is wrong"), column("remedy", "text", "What to do")],
};

export const setAsideTable: DatasetTable = {
  id: "set_aside", title: "Returns that do not count, though nothing is wrong with them",
  columns: [column("file", "text", "Name of the file"), organisation, column("sequence", "integer", "Its sequence number"), column("why", "text", "superseded or same-again"), column("says", "text", "In words")],
};

export const findingsTable: DatasetTable = {
  id: "findings", title: "What the region's rules found",
  columns: [
    organisation, column("code", "text", "Code of the rule"), column("severity", "text", "must-fix, explain or note"), column("figure_table", "text", "Table of the figure"), column("row_key", "text", "Row of the figure"),
    column("measure", "text", "Measure of the figure"), column("place", "text", "Cell in the return's file"), column("says", "text", "What is wrong"), column("remedy", "text", "What to do"), column("explained", "text", "What the organisation said of it"),
  ],
};

export const totalsTable: DatasetTable = {
  id: "totals", title: "Regional totals, as this product works them out",
  columns: [
    column("figure_table", "text", "demand or profile"), column("role_group", "text", "Role group; \"All role groups\" for their total; blank on Profile"), column("people_group", "text", "Group of people"), column("population", "text", "Population or comparator"), ...keys,
    column("measure", "text", "Measure id"), column("state", "text", "number, not-entered, not-applicable or withheld"), column("value", "number", "The total; blank for every other state"),
    column("organisations", "integer", "Organisations whose number is in it"), column("of_organisations", "integer", "Organisations whose returns count"), column("shared", "number", "Taken off, since two organisations declared the same"),
  ],
};

export const sharedTable: DatasetTable = {
  id: "shared", title: "Posts and people that organisations declared as shared",
  columns: [
    column("role_group", "text", "Role group"), column("measure", "text", "Measure id"), column("one", "text", "Code of one organisation"), column("other", "text", "Code of the other"),
    column("number", "number", "How many; blank where they differ"), column("state", "text", "matched, differs, not-declared-by-other or other-not-returned"),
  ],
};

export const changesTable: DatasetTable = {
  id: "changes", title: "Cells that resubmissions changed",
  columns: [organisation, column("figure_table", "text", "Table of the figure"), column("row_key", "text", "Row of the figure"), column("measure", "text", "Measure id"), column("before", "text", "As it was"), column("after", "text", "As it is")],
};

export const explanationsTable: DatasetTable = {
  id: "explanations", title: "Explanations that came with the returns",
  columns: [returnId, organisation, column("code", "text", "Code of the rule"), column("says", "text", "What was found"), column("explanation", "text", "Why it is right"), column("explained_by", "text", "Who says so"), column("explained_on", "date", "When")],
};

export const datasetTables: readonly DatasetTable[] = [returnsTable, figuresTable, explanationsTable, registerTable, quarantineTable, setAsideTable, findingsTable, sharedTable, totalsTable, changesTable];
