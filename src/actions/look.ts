/** Reads where the open workbook stands, for the pane: organisation, period, state of the return, how far entry has come. Changes nothing. */
import { sheetDefinitions } from "../blueprint/definitions";
import { demandUnitWords } from "../blueprint/setup";
import { demandTable } from "../blueprint/sheets/demand-and-supply";
import { movementsTable } from "../blueprint/sheets/movements";
import { profileTable } from "../blueprint/sheets/profile";
import { returnHeader, thresholdEntries } from "../blueprint/sheets/cover";
import type { SheetId, TableDefinition } from "../blueprint/types";
import { dateOfSerial, longDate } from "../domain/period";
import { readCode, structureNamed, type StructureId } from "../domain/structures";
import { sameName } from "../domain/taxonomy";
import { readBook, type BookReading, type ChecksReading } from "../excel/read-book";
import { inExcel } from "../excel/session";
import { watchWorkbook, type StopWatching } from "../excel/watch";
import { columnTexts, textNamed, type Book, type Cell } from "../validation/book";
import { withExcelWords } from "./excel-words";
import type { SheetState, TemplateState, WorkbookState } from "./workbook-state";

/** Where the workbook stands, and the figures that it was seen in. */
export interface Looked { readonly state: WorkbookState; readonly book: Book }

/** One sync. @throws ActionProblem with the code of what Excel refused */
export function look(): Promise<Looked> {
  return withExcelWords(async () => {
    const reading = await inExcel("reading the workbook", readBook);
    return { state: stateOf(reading), book: reading.book };
  });
}

/**
 * Calls `changed` shortly after anything in the workbook changed, for the pane to look again.
 * @returns what ends the watching
 * @throws ActionProblem with the code of what Excel refused
 */
export function watch(changed: () => void): Promise<StopWatching> {
  return withExcelWords(() => watchWorkbook(changed));
}

function stateOf({ found, book, checks }: BookReading): WorkbookState {
  const hasRegion = found.region.length > 0;
  if (book.sheets.length === 0) return { kind: "without-template", collects: hasRegion };
  const header = headerOf(book);
  return { kind: "with-template", ...header, collects: hasRegion || (header.structure !== null && isRegion(header.structure, header.organisationCode)), sheets: book.sheets.map(({ id, tab }) => sheetState(book, id, tab)), ...checkedIn(checks) };
}

function isRegion(structure: StructureId, code: string): boolean {
  const known = structureNamed(structure);
  const reading = known === null ? null : readCode(known, code);
  return reading?.kind === "fits" && reading.region !== null;
}

function headerOf(book: Book): Pick<TemplateState, "structure" | "organisationCode" | "organisationName" | "period" | "asAt" | "demandUnit" | "roleGroups"> {
  const asAt = book.named.get("nmAsAt")?.cell;
  return {
    structure: structureNamed(textNamed(book, "nmStructure"))?.id ?? null,
    organisationCode: textNamed(book, "nmOrganisationCode"), organisationName: textNamed(book, "nmOrganisationName"), period: textNamed(book, "nmPeriod"),
    asAt: (asAt?.kind === "number" ? dateOfSerial(Number(asAt.value)) : null) ?? "",
    demandUnit: sameName(textNamed(book, "nmDemandUnit"), demandUnitWords.wte) ? "wte" : "headcount",
    roleGroups: columnTexts(book, demandTable.name, "Role group").filter((name) => name !== ""),
  };
}

function sheetState(book: Book, id: SheetId, tab: string): SheetState {
  const cells = id === "cover" ? coverCells(book) : id === "demand" ? requiredCells(book, demandTable) : id === "profile" ? requiredCells(book, profileTable) : id === "movements" ? requiredCells(book, movementsTable) : [];
  const filledIn = sheetDefinitions.some((sheet) => sheet.id === id && sheet.filledIn);
  return { identity: id, name: tab, cells: filledIn ? cells.length : 0, entered: filledIn ? cells.filter((cell) => cell.kind !== "blank").length : 0 };
}

const coverCells = (book: Book): readonly Cell[] => [...returnHeader, ...thresholdEntries].flatMap(({ name }) => book.named.get(name)?.cell ?? []);

/** Cells of columns that have to be filled in; keys that the template put there do not count as work. */
function requiredCells(book: Book, definition: TableDefinition): readonly Cell[] {
  const table = book.tables.get(definition.name);
  const keys = new Set(["Role group", "Group", "Population"]);
  const columns = definition.columns.filter(({ header, holds }) => holds.kind === "entry" && holds.required && !keys.has(header)).map(({ header }) => table?.headers.indexOf(header) ?? -1);
  return (table?.rows ?? []).flatMap((row) => columns.flatMap((column) => row[column] ?? []));
}

function checkedIn({ lastChecked, fingerprint, fingerprintThen, rules, counts: [mustFix, explain, note] }: ChecksReading): Pick<TemplateState, "lastChecked" | "changedSinceCheck" | "checkedBy" | "counts"> {
  return {
    lastChecked: lastChecked === null ? null : inWords(lastChecked),
    changedSinceCheck: lastChecked !== null && (fingerprint === null || fingerprint !== fingerprintThen),
    checkedBy: rules,
    counts: { "must-fix": mustFix, explain, note },
  };
}

/** @example inWords(39903.5) // => "31 March 2009 at 12:00" */
function inWords(serial: number): string {
  const minutes = Math.round((serial % 1) * 24 * 60);
  const date = dateOfSerial(serial);
  const time = `${String(Math.floor(minutes / 60)).padStart(2, "0")}:${String(minutes % 60).padStart(2, "0")}`;
  return date === null ? "at an unknown time" : `${longDate(date)} at ${time}`;
}
