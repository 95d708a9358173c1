/** The tables of a data package: what each column is, and its rows. One figure to a line, so that any table of a return fits the same file. */
import { HEADER_TABLE } from "../../validation/language/figures";
import { headerLabels } from "../../validation/vocabulary";
import type { FigureJson, ReturnDocument, ReturnRow } from "../format/return-document";
import { signaturesOn } from "./return-sheet";
import { columnsOf, tablesInOrder, type ReturnColumn } from "./table-sheets";

export interface CsvField {
  readonly name: string;
  readonly title: string;
  readonly description: string;
  /** "moment": a day and time without a time zone. */
  readonly type: "string" | "number" | "integer" | "date" | "moment" | "digest";
  /** Never empty. */
  readonly isRequired: boolean;
  /** The only ones that it can be. */
  readonly words?: readonly string[];
}

export interface CsvTable {
  /** Also of its file. */
  readonly name: string;
  readonly title: string;
  readonly description: string;
  readonly fields: readonly CsvField[];
  /** The fields that tell rows apart; none where rows can be the same. */
  readonly key: readonly string[];
  /** null: empty. */
  readonly rows: readonly (readonly (string | number | null)[])[];
}

const field = (name: string, title: string, description: string, type: CsvField["type"] = "string", isRequired = false, words?: readonly string[]): CsvField => ({ name, title, description, type, isRequired, ...(words === undefined ? {} : { words }) });
const always = (name: string, title: string, description: string, type: CsvField["type"] = "string", words?: readonly string[]): CsvField => field(name, title, description, type, true, words);

export const packageTables = (document: ReturnDocument): readonly CsvTable[] => [headerTable(document), figuresTable(document), textsTable(document), explanationsTable(document), answersTable(document), signOffsTable(document), logTable(document)];

function headerTable(document: ReturnDocument): CsvTable {
  const { header, checked } = document;
  const { organisation, region, replaces, rulePack, nil } = header;
  return {
    name: "header", title: "Header of the return", description: "One line an item.", key: [], fields: [always("item", "Item", "What it is, as in the format of a return."), field("entry", "Entry", "Empty where the return does not say.")],
    rows: [
      ["organisation.code", organisation.code], ["organisation.name", organisation.name], ["region.code", region?.code ?? null], ["region.name", region?.name ?? null], ["structure", header.structure], ["period", header.period], ["asAt", header.asAt],
      ["demandUnit", header.demandUnit], ["stage", header.stage], ["sequence", String(header.sequence)], ["replaces.sequence", replaces === null ? null : String(replaces.sequence)], ["replaces.digest", replaces?.digest ?? null], ["replaces.reason", replaces?.reason ?? null],
      ["templateVersion", header.templateVersion], ["rulePack.name", rulePack.name], ["rulePack.version", rulePack.version], ["madeOn", header.madeOn], ["sensitivity", header.sensitivity], ["nil", nil === null ? "no" : "yes"], ["nil.reason", nil?.reason ?? null],
      ...Object.entries({ mustFix: checked.mustFix, explain: checked.explain, explained: checked.explained, note: checked.note }).map(([name, count]) => [`checked.${name}`, String(count)]),
      ...header.contacts.flatMap(({ name, role, email }, index) => [[`contacts.${index + 1}.name`, name], [`contacts.${index + 1}.role`, role], [`contacts.${index + 1}.email`, email]]),
      ["figuresDigest", document.figuresDigest], ["digest", document.digest],
    ],
  };
}

const STATES = ["number", "blank", "not-applicable", "withheld", "unreadable"] as const;

/** How a figure goes into three columns: its state, its number, and what stands in the place of a number. */
export function inColumns(figure: FigureJson): readonly [(typeof STATES)[number], number | null, string | null] {
  if (figure === null) return ["blank", null, null];
  if (typeof figure === "number") return ["number", figure, null];
  if (figure === "n/a") return ["not-applicable", null, null];
  return "withheld" in figure ? ["withheld", null, figure.withheld] : ["unreadable", null, figure.unreadable];
}

const placeFields = [
  always("table", "Table", `Id of the table; "${HEADER_TABLE}" for the thresholds of the Cover.`), always("row", "Row", "Number of the row in its table, from 1.", "integer"),
  field("key", "Row key", "The words that tell the row from others, parted by a bar."),
];

function figuresTable(document: ReturnDocument): CsvTable {
  const thresholds = Object.keys(document.thresholds).sort().map((id) => [HEADER_TABLE, 1, null, id, headerLabels.get(id) ?? id, null, ...inColumns(document.thresholds[id] ?? null)]);
  const figures = rowsOf(document, "figure").flatMap(({ place, columns, row }) => columns.flatMap(({ id, heading }) => {
    const figure = row.figures[id];
    return figure === undefined ? [] : [[...place, id, heading, unitOf(id, document), ...inColumns(figure)]];
  }));
  return {
    name: "figures", title: "Figures", description: "Every figure that was entered, one to a line. A line whose state is not \"number\" has no value, and is never 0.", key: ["table", "row", "measure"],
    fields: [
      ...placeFields, always("measure", "Measure id", "Permanent id of the measure."), always("name", "Measure", "The measure's heading on the sheet."), field("unit", "Unit", "What the number counts; empty where the format does not say."),
      always("state", "State", "number; blank: nothing was entered; not-applicable: there can be no figure; withheld: known and not shown, to protect people; unreadable: something was entered that is no figure (drafts only).", "string", STATES),
      field("value", "Value", "The number; empty in every other state.", "number"), field("instead", "Instead of a number", 'What stands for a withheld count ("<5"), or what was entered that is no figure.'),
    ],
    rows: [...thresholds, ...figures],
  };
}

function textsTable(document: ReturnDocument): CsvTable {
  return {
    name: "texts", title: "Comments, sources and days", description: "What was entered in words, one to a line. A day is written as 2009-03-31.", key: ["table", "row", "column"],
    fields: [...placeFields, always("column", "Column id", "Permanent id of the column."), always("name", "Column", "The column's heading on the sheet."), always("text", "Text", "As it was entered.")],
    rows: rowsOf(document, "text").flatMap(({ place, columns, row }) => columns.flatMap(({ id, heading }) => { const text = row.texts[id]; return text === undefined ? [] : [[...place, id, heading, text]]; })),
  };
}

/** `place`: its table, number and key. */
interface PlacedRow { readonly row: ReturnRow; readonly columns: readonly ReturnColumn[]; readonly place: readonly [string, number, string] }

/** Rows of all tables with their columns of one kind, in the order of the sheets. */
function rowsOf(document: ReturnDocument, kind: "figure" | "text"): readonly PlacedRow[] {
  return tablesInOrder(document).flatMap((table) => {
    const all = columnsOf(document, table);
    const [columns, keys] = [all.filter((column) => column.kind === kind), all.filter((column) => column.kind === "key")];
    return (document.tables[table] ?? []).map((row, index) => ({ row, columns, place: [table, index + 1, keys.map(({ id }) => row.key[id] ?? "").join(" | ")] as const }));
  });
}

/** @returns null for measures that this does not know the unit of */
function unitOf(measure: string, { header }: ReturnDocument): string | null {
  if (measure === "posts" || measure.startsWith("demand.")) return header.demandUnit;
  if (measure.startsWith("supply.") || ["in-group", "not-in-group", "unknown"].includes(measure)) return "headcount";
  return measure === "comparator" ? "per cent" : null;
}

function explanationsTable({ explanations }: ReturnDocument): CsvTable {
  return {
    name: "explanations", title: "Explanations of findings", description: "What was said of each finding that needed an explanation.", key: [],
    fields: [field("code", "Rule", "Permanent code of the rule."), field("reference", "Reference", "What the finding is about, and in which figures it was found."), field("says", "Found", "What was found."), field("text", "Explanation", "What was said of it."), field("by", "By", "Who said it."), field("on", "On", "The day.", "date")],
    rows: explanations.map(({ code, reference, says, text, by, on }) => [code, reference, says, text, by, on]),
  };
}

function answersTable({ answers }: ReturnDocument): CsvTable {
  return {
    name: "answers", title: "Answers to queries", description: "What was answered to the region's queries.", key: [],
    fields: [field("query", "Query", "Permanent id of the query."), field("text", "Answer", "What was answered."), field("by", "By", "Who answered."), field("on", "On", "The day.", "date")],
    rows: answers.map(({ query, text, by, on }) => [query, text, by, on]),
  };
}

function signOffsTable(document: ReturnDocument): CsvTable {
  return {
    name: "sign-offs", title: "Sign-offs", description: "One line for each who has to sign; name and moment are empty where these figures are not signed.", key: ["signatory"],
    fields: [always("signatory", "Signs as", "Permanent id of the signatory."), field("name", "Name", "Who signed."), field("role", "Role", "What they are."), field("signed", "Signed", "When.", "moment"), field("figures", "Figures signed", "Digest of the figures that were signed.", "digest")],
    rows: signaturesOn(document).map(({ signatory, line }) => [signatory.id, line?.by ?? null, line?.role ?? null, line?.on ?? null, line?.figures ?? null]),
  };
}

function logTable({ log }: ReturnDocument): CsvTable {
  return {
    name: "log", title: "Log", description: "What happened to the return. Each line holds the hash of the line before.", key: ["number"],
    fields: [
      always("number", "Line", "From 1.", "integer"), always("event", "What", "What happened."), field("as", "As", "Of signatures: id of the signatory."), field("by", "Name", "Who did it."), field("role", "Role", "What they are."), always("on", "When", "Day and time.", "moment"),
      field("note", "Why", "Why, or what."), field("sequence", "Return", "Number of the return that it is about.", "integer"), always("figures", "Figures", "Digest of the figures as they were.", "digest"), always("previous", "Line before", "Hash of the line before; 64 zeroes for the first.", "digest"), always("hash", "Hash", "Hash of this line.", "digest"),
    ],
    rows: log.map(({ number, event, as, by, role, on, note, sequence, figures, previous, hash }) => [number, event, as, by, role, on, note, sequence, figures, previous, hash]),
  };
}
