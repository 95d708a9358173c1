/** The figures of a workbook as a return takes them: every entered figure, and nothing that a formula works out. */
import { isoDate, dateOfSerial, financialYear, type IsoDate } from "../domain/period";
import { structureNamed } from "../domain/structures";
import { sameName } from "../domain/taxonomy";
import { demandUnitWords } from "../blueprint/setup";
import { textNamed, type Book } from "../validation/book";
import { rowsOf, type Row } from "../validation/rows";
import { dates, headerNames, thresholdMeasures, travelling, type TravellingTable } from "../validation/vocabulary";
import { figureOf, readCell } from "../validation/reading";
import { figureAsJson } from "./format/figure-json";
import type { FigureJson, ReturnDocument, ReturnHeader, ReturnRow, ReturnTables } from "./format/return-document";
import { figuresDigest, type SignedHeader } from "./digest";

/** What is signed and sent of a workbook's figures. */
export interface EnteredFigures extends Pick<ReturnDocument, "thresholds" | "tables" | "figuresDigest"> { readonly header: SignedHeader }

/** What the Cover does not say, or says so that it cannot be read, by its label there. */
export type HeaderProblem = "Structure" | "Organisation code" | "Organisation name" | "Period" | "As-at date";

/**
 * @param nil - the reason why there is nothing to return; null for a return with figures
 * @returns null in `figures` where the Cover lacks something that a return must say
 */
export function enteredFigures(book: Book, nil: ReturnHeader["nil"] = null): { readonly figures: EnteredFigures | null; readonly lacking: readonly HeaderProblem[] } {
  const structure = structureNamed(textNamed(book, "nmStructure"));
  const [code, name] = [textNamed(book, "nmOrganisationCode").toUpperCase(), textNamed(book, "nmOrganisationName")];
  const [period, asAt] = [financialYear(textNamed(book, "nmPeriod")), asAtOf(book)];
  const lacking: readonly HeaderProblem[] = [
    ...(structure === null ? ["Structure" as const] : []), ...(code === "" ? ["Organisation code" as const] : []), ...(name === "" ? ["Organisation name" as const] : []),
    ...(period === null ? ["Period" as const] : []), ...(asAt === null ? ["As-at date" as const] : []),
  ];
  if (structure === null || period === null || asAt === null || lacking.length > 0) return { figures: null, lacking };
  const demandUnit = sameName(textNamed(book, "nmDemandUnit"), demandUnitWords.wte) ? "wte" : "headcount";
  const header: SignedHeader = { organisation: { code, name }, structure: structure.id, period: period.label, asAt, demandUnit, nil };
  const entered = { header, thresholds: thresholdsIn(book), tables: nil === null ? tablesIn(book) : {} };
  return { figures: { ...entered, figuresDigest: figuresDigest(entered) }, lacking };
}

function asAtOf(book: Book): IsoDate | null {
  const cell = book.named.get("nmAsAt")?.cell;
  if (cell?.kind === "number") return dateOfSerial(Number(cell.value));
  return cell?.kind === "text" ? isoDate(String(cell.value)) : null;
}

function thresholdsIn(book: Book): Readonly<Record<string, FigureJson>> {
  return Object.fromEntries(thresholdMeasures.flatMap((measure) => {
    const cell = book.named.get(headerNames.get(measure) ?? "")?.cell;
    return cell === undefined ? [] : [[measure, figureAsJson(figureOf(readCell(cell)))] as const];
  }));
}

function tablesIn(book: Book): ReturnTables {
  return Object.fromEntries([...travelling].flatMap(([id, table]) => (book.tables.has(table.name) ? [[id, rowsOf(book, table).filter((row) => !isEmpty(row, table)).map((row) => returnRow(row, table))] as const] : [])));
}

/** A row that nobody filled in, its key included, is no row. */
const isEmpty = (row: Row, table: TravellingTable): boolean => [...table.keys, ...table.figures, ...table.texts].every((id) => row.text(table.headings.get(id) ?? "") === "");

function returnRow(row: Row, { headings, keys, figures, texts }: TravellingTable): ReturnRow {
  const text = (id: string): string => row.text(headings.get(id) ?? "");
  return {
    key: Object.fromEntries(keys.map((id) => [id, text(id)])),
    figures: Object.fromEntries(figures.flatMap((id) => { const entry = row.at(headings.get(id) ?? ""); return entry === null ? [] : [[id, figureAsJson(entry.figure)]]; })),
    texts: Object.fromEntries(texts.map((id) => [id, dates.has(id) ? dayIn(row, headings.get(id) ?? "") : text(id)] as const).filter(([, words]) => words !== "")),
  };
}

/** A day as ISO text; what is no day, as it was typed. */
function dayIn(row: Row, header: string): string {
  const reading = row.at(header)?.reading;
  const serial = reading?.kind === "date" ? reading.serial : reading?.kind === "number" ? reading.value : null;
  return (serial === null ? null : dateOfSerial(serial)) ?? row.text(header);
}
