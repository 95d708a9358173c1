/** Takes the document out of a workbook's sheets and judges it: its format, whether it is as it was sealed and signed, and whether the cells say the same. */
import { APPLICATION } from "./written-workbook";
import { digestOf, figuresDigest } from "../digest";
import { migrated } from "../format/migrate";
import { parseReturn, type ParsedReturn } from "../format/parse-return";
import { FORMAT, FORMAT_VERSION, type ReturnDocument } from "../format/return-document";
import { verdictOn } from "../sign-off/log";
import type { Arrival, QuarantineCode } from "./arrival";
import { firstDifference, firstTableDifference, type HowClose } from "./compared-cells";
import { readMachinePart } from "./machine-part";
import { textAt, type OpenedWorkbook, type SeenSheet } from "./opened-workbook";
import { quarantined } from "./quarantine";
import { addressOf, HEADINGS_ROW } from "./return-sheet-model";
import { signaturesOn } from "./return-sheet";
import { sheetsOf } from "./sheets-of-return";
import { OTHER_SHEETS } from "./table-sheets";

interface Problem { readonly kind: "problem"; readonly code: QuarantineCode; readonly says: string }
const problem = (code: QuarantineCode, says: string): Problem => ({ kind: "problem", code, says });

/** @param close - how closely cells must agree with the document, by who saved the file last */
export function readDocument(file: string, { sheets, isWorkingWorkbook }: OpenedWorkbook, close: HowClose): Arrival {
  const json = documentIn(sheets, isWorkingWorkbook);
  if (json.kind === "problem") return quarantined(file, json.code, json.says);
  const read = understood(json.json);
  if (read.kind === "problem") return quarantined(file, read.code, read.says, organisationIn(json.json));
  const { document } = read.parsed;
  const broken = brokenSeal(document, read.sealed) ?? unsigned(document) ?? alteredCells(document, read.version, sheets, close);
  if (broken !== null) return quarantined(file, broken.code, broken.says, document.header.organisation.code);
  return { kind: "read", file, document, wholeness: close === "exactly" ? "as-written" : "saved-again", notes: [...read.notes, ...extraSheets(document, read.version, sheets)] };
}

function documentIn(sheets: readonly SeenSheet[], isWorkingWorkbook: boolean): Problem | { readonly kind: "json"; readonly json: unknown } {
  const machine = sheets.find(({ name }) => name === OTHER_SHEETS.machine);
  const part = readMachinePart(machine === undefined ? null : (row, column) => textAt(machine, row, column));
  if (part.kind === "json") return part;
  if (part.kind === "broken") return problem("document-altered", part.says);
  if (isWorkingWorkbook) return problem("not-a-return", `It is the workbook that is worked in, not the return that ${APPLICATION} makes from it.`);
  if (isReturnSheet(sheets.find(({ name }) => name === OTHER_SHEETS.return))) return problem("document-missing", `The sheet "${OTHER_SHEETS.machine}" is missing: it was deleted or renamed.`);
  return problem("not-a-return", "It is a workbook without a return in it: another template, or something else that was sent by mistake.");
}

const isReturnSheet = (sheet: SeenSheet | undefined): boolean => sheet !== undefined && [...sheet.rows.keys()].some((row) => textAt(sheet, row, 1).startsWith(`${FORMAT} `));

interface Understood { readonly kind: "understood"; readonly parsed: ParsedReturn; readonly version: string; readonly sealed: boolean; readonly notes: readonly string[] }

/** @returns `sealed`: whether the document is as it was sealed, in the form in which it came */
function understood(json: unknown): Problem | Understood {
  const { format, formatVersion } = named(json);
  const version = typeof formatVersion === "string" ? formatVersion : "";
  const [, major = "", minor = ""] = /^(\d{1,4})\.(\d{1,4})$/.exec(version) ?? [];
  const [ownMajor = 0, ownMinor = 0] = FORMAT_VERSION.split(".").map(Number);
  if (format !== FORMAT || major === "") return problem("not-readable-format", "The machine-readable part does not say in which format it is.");
  if (Number(major) > ownMajor) return problem("newer-format", `It is in format ${version}; this add-in reads formats up to ${ownMajor}.`);
  try {
    if (Number(major) === ownMajor) {
      const parsed = parseReturn(json, Number(minor) > ownMinor ? "left-out" : "refused");
      return { kind: "understood", parsed, version, sealed: isSealed(json), notes: parsed.leftOut.length === 0 ? [] : [`It is in format ${version}. Left out, as not known here: ${parsed.leftOut.join("; ")}.`] };
    }
    const migration = migrated(json, version);
    if (migration === null) return problem("not-readable-format", `It is in format ${version}, which nothing here can read.`);
    return { kind: "understood", parsed: { document: migration.document, leftOut: [] }, version, sealed: migration.wasSealed, notes: migration.notes };
  } catch (error) {
    if (error instanceof SyntaxError) return problem("document-altered", `The machine-readable part is not as the format asks. ${error.message}`);
    throw error;
  }
}

const named = (json: unknown): Readonly<Record<string, unknown>> => (typeof json === "object" && json !== null ? { ...json } : {});

/** @throws SyntaxError for JSON that has no canonical form */
function isSealed(json: unknown): boolean {
  const { digest, ...rest } = named(json);
  return digestOf(rest) === digest;
}

function organisationIn(json: unknown): string {
  const { code } = named(named(named(json)["header"])["organisation"]);
  return typeof code === "string" ? code.slice(0, 20) : "";
}

function brokenSeal(document: ReturnDocument, isAsSealed: boolean): Problem | null {
  if (!isAsSealed) return problem("document-altered", "The machine-readable part is not as it was sealed: something in it was changed.");
  if (figuresDigest(document) !== document.figuresDigest) return problem("figures-altered", "The figures are not those that the return was made with.");
  const verdict = verdictOn(document.log, null);
  if (verdict.kind === "whole") return null;
  const line = "line" in verdict ? verdict.line : document.log.length;
  return problem("log-altered", `Line ${line} of the log (${OTHER_SHEETS.log}!${addressOf(HEADINGS_ROW + line - 1, 0)}) ${verdict.kind === "changed" ? "was changed after it was written" : "does not follow on the line before"}.`);
}

/** A return that says it is final holds a signature of each signatory on these very figures. */
function unsigned(document: ReturnDocument): Problem | null {
  const missing = document.header.stage === "draft" ? undefined : signaturesOn(document).find(({ line }) => line === null);
  if (missing === undefined) return null;
  const { id, name } = missing.signatory;
  const signedOthers = document.log.some(({ event, as }) => event === "signed" && as === id);
  return problem("figures-altered", signedOthers ? `The figures are not those that were signed: the signature of "${name}" is on others.` : `It says that it is signed off, but "${name}" has not signed these figures.`);
}

function alteredCells(document: ReturnDocument, version: string, sheets: readonly SeenSheet[], close: HowClose): Problem | null {
  const difference = version === FORMAT_VERSION ? firstDifference(sheetsOf(document), sheets, close) : firstTableDifference(document, sheets, close);
  return difference === null ? null : problem("cells-altered", difference);
}

/** Somebody's notes on a sheet of their own do no harm, and are not read. */
function extraSheets(document: ReturnDocument, version: string, sheets: readonly SeenSheet[]): readonly string[] {
  if (version !== FORMAT_VERSION) return [];
  const own = new Set(sheetsOf(document).map(({ name }) => name));
  const extra = sheets.filter(({ name }) => !own.has(name));
  return extra.length === 0 ? [] : [`Not read, since the return has no such sheet: ${extra.map(({ name }) => `"${name}"`).join(", ")}.`];
}
