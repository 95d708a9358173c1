/** The register's table: whom a region expects, as people listed them, and what is written beside each. */
import { NOT_LISTED, NOT_THEN, registerEntryColumns, registerStates, registerTable } from "../../blueprint/region/register";
import type { Holding } from "../../blueprint/types";
import { dateOfSerial, isoDate, serialOfDate, type IsoDate } from "../../domain/period";
import type { RowChange } from "../../excel/region/change-region";
import type { Expected, RegisterLine } from "../../returns/collect/collection";
import type { RegionFinding } from "../../returns/consolidate/consolidation";

type Cells = readonly unknown[];
type Header = (typeof registerTable.columns)[number]["header"];
const at = (header: Header): number => registerTable.columns.findIndex((column) => column.header === header);
const said = (row: Cells, header: Header): string => String(row[at(header)] ?? "").trim();
/** The organisation of a row of the register. */
export const codeIn = (row: Cells): string => said(row, "Code").toUpperCase();

function dayIn(row: Cells, header: Header): IsoDate | null {
  const value = row[at(header)];
  return typeof value === "number" ? dateOfSerial(value) : isoDate(said(row, header));
}

/** Those that are listed and not marked as not expected. */
export function expectedIn(rows: readonly Cells[]): readonly Expected[] {
  return rows.filter((row) => codeIn(row) !== "" && said(row, "Expected").toLowerCase() !== NOT_LISTED.toLowerCase())
    .map((row) => ({ code: codeIn(row), name: said(row, "Name"), from: dayIn(row, "Expected from"), until: dayIn(row, "Expected until"), contact: said(row, "Contact"), email: said(row, "Email") }));
}

/** What a region decided about a return, as its row on the register keeps it. */
export interface KeptDecision { readonly decision: "queried" | "accepted"; readonly digestStart: string }

const DIGITS = 16;
const decisionForm = new RegExp(`^(Queried|Accepted)\\b.*\\(return ([0-9a-f]{${DIGITS}})\\)$`);

/** @example "Queried on 5 May 2009 by A Khan (return 0f3c22aa91b0d4e7)" */
export const decisionInWords = (decision: "queried" | "accepted", on: string, by: string, digest: string): string => `${decision === "queried" ? "Queried" : "Accepted"} on ${on} by ${by} (return ${digest.slice(0, DIGITS)})`;

export function decisionsIn(rows: readonly Cells[]): readonly KeptDecision[] {
  return rows.flatMap((row): readonly KeptDecision[] => {
    const [, word, digestStart = ""] = decisionForm.exec(said(row, "Decision")) ?? [];
    return word === undefined ? [] : [{ decision: word === "Queried" ? "queried" : "accepted", digestStart }];
  });
}

/** The rows with what was decided about an organisation's return. */
export const decided = (rows: readonly Cells[], code: string, decision: string): readonly Cells[] =>
  rows.map((row) => (codeIn(row) === code ? registerTable.columns.map((_, index) => (index === at("Decision") ? decision : row[index] ?? "")) : row));

export interface Registering {
  readonly lines: readonly RegisterLine[];
  readonly findings: readonly RegionFinding[];
  /** Digest of the return that counts, by code. */
  readonly digests: ReadonlyMap<string, string>;
  readonly asAt: IsoDate;
  /** Listed for the first time, by an option. */
  readonly listed: readonly Expected[];
}

/** Every row as it is to be: entries stay as they stand, what is written follows the collection, organisations that are new come below. */
export function registerRows(rows: readonly Cells[], registering: Registering): readonly RowChange[] {
  const codes = rows.map(codeIn);
  const standing = rows.map((row): RowChange => ({ holds: [...row.slice(0, registerEntryColumns).map(asHolding), ...writtenFor(row, rows, registering)], from: registerEntryColumns }));
  const added = [
    ...registering.listed.filter(({ code }) => !codes.includes(code)).map((each) => newRow(each, "", registering)),
    ...registering.lines.filter(({ code }) => !codes.includes(code) && !registering.listed.some((each) => each.code === code)).map((line) => newRow({ ...line, from: null, until: null }, NOT_LISTED, registering)),
  ];
  // Empty rows at the end are room for new ones.
  const kept = standing.slice(0, 1 + rows.reduce((last, row, index) => (row.some((cell) => String(cell ?? "").trim() !== "") ? index : last), -1));
  return [...kept, ...added];
}

function newRow({ code, name, from, until, contact, email }: Expected, expected: string, registering: Registering): RowChange {
  const line = registering.lines.find((each) => each.code === code);
  return { from: 0, holds: [text(name), text(code), day(from), day(until), text(contact), text(email), text(expected), ...(line === undefined ? nothing(NOT_THEN) : written(line, "", registering))] };
}

function writtenFor(row: Cells, rows: readonly Cells[], registering: Registering): readonly Holding[] {
  const code = codeIn(row);
  const decision = said(row, "Decision");
  const line = registering.lines.find((each) => each.code === code);
  if (code === "") return nothing("");
  if (line === undefined || !isTheRow(row, rows.filter((other) => codeIn(other) === code), registering.asAt)) return nothing(NOT_THEN);
  return written(line, decision, registering);
}

/** Of several rows with one code, as of an organisation that was renamed, the one whose days fit; otherwise the first. */
function isTheRow(row: Cells, same: readonly Cells[], asAt: IsoDate): boolean {
  const fits = (each: Cells): boolean => (dayIn(each, "Expected from") ?? asAt) <= asAt && (dayIn(each, "Expected until") ?? asAt) >= asAt;
  return row === (same.find(fits) ?? same[0]);
}

const text = (words: string): Holding => (words === "" ? null : { text: words });
const number = (value: number | null): Holding => (value === null ? null : { number: value });
const day = (date: IsoDate | null): Holding => (date === null ? null : { number: serialOfDate(date) });
const asHolding = (cell: unknown): Holding => (typeof cell === "number" ? { number: cell } : text(String(cell ?? "")));
const nothing = (state: string): readonly Holding[] => [text(state), ...registerTable.columns.slice(registerEntryColumns + 1).map(() => null)];

function written({ code, state, isNil, madeOn, sequence, daysLate, signedBy, file, reminder }: RegisterLine, decision: string, { findings, digests }: Registering): readonly Holding[] {
  const counts = (severity: RegionFinding["severity"]): number | null => (sequence === null ? null : findings.filter((each) => each.organisation === code && each.severity === severity && each.explained === "").length);
  return [
    text(`${registerStates[state]}${isNil ? ", nil return" : ""}`), moment(madeOn), number(sequence), number(counts("must-fix")), number(counts("explain")), number(daysLate),
    text(signedBy), text(file), text(decision), text((digests.get(code) ?? "").slice(0, DIGITS)), text(reminder),
  ];
}

/** @example moment("2009-04-20T12:00") // => { number: 39923.5 } */
function moment(madeOn: string | null): Holding {
  const [, date = "", hours = "0", minutes = "0"] = /^(\d{4}-\d\d-\d\d)(?:T(\d\d):(\d\d))?/.exec(madeOn ?? "") ?? [];
  const iso = isoDate(date);
  return iso === null ? null : { number: serialOfDate(iso) + (Number(hours) * 60 + Number(minutes)) / (24 * 60) };
}
