/**
 * What signing, sending and answering have in common: reads our sheets, has it decided what is to be written, and writes all of it in one request,
 * the record of the return last.
 */
import { logTable, sealedHeaders, type RecordWriting } from "../blueprint/sheets/sign-off";
import type { SheetId, WorkbookBlueprint } from "../blueprint/types";
import { setupOf } from "../validation/drift/made";
import { rowsOf } from "../validation/rows";
import type { Book } from "../validation/book";
import { canList, queueListing, type Judged } from "./check-template";
import { roundHiddenTabs } from "./hidden-tabs";
import { sheetOf, type FoundSheet } from "./identity";
import { queueHead } from "./kept-head";
import { isSpellingOf, nameNewSheets, tabOf } from "./naming";
import { ExcelProblem } from "./problem";
import { assertFree } from "./protection";
import { readBook, type BookReading } from "./read-book";
import { inExcel } from "./session";
import { takenBack, type Adding } from "./take-back";
import { queueGuard, queueLines, recordSheet } from "./write-record";
import { queueEntries, queueWhole, type EntryWriting, type TableWriting } from "./write-whole";
import { queueWhose } from "./write-print";
import { queueNewSheets } from "./write-sheet";

/** All that is to be written; what is null or empty stays as it is. */
export interface Amendment<T> {
  readonly check: Judged | null;
  readonly record: RecordWriting | null;
  /** Tables that are written anew, whole; their sheets are made where they are not there. */
  readonly tables?: readonly TableWriting[];
  /** Columns of entries and cells of the Cover that change. */
  readonly entries?: EntryWriting;
  /** What is told to whoever asked, once it is written. */
  readonly told: T;
}

/**
 * Two syncs; one where nothing is to be written.
 * @param doing - what was asked for, as a gerund
 * @param decide - from the workbook as it stands to what is written; what it throws stops everything before anything is written
 * @param at - now, as a day number
 * @throws TakenBack when Excel refuses while sheets are added
 */
export function amend<T>(doing: string, decide: (reading: BookReading) => Promise<Amendment<T>>, at: number): Promise<T> {
  return roundHiddenTabs((taken) => amendOnce(doing, decide, at, taken));
}

async function amendOnce<T>(doing: string, decide: (reading: BookReading) => Promise<Amendment<T>>, at: number, takenTabs: readonly string[]): Promise<T> {
  const begun: { adding?: Adding } = {};
  try {
    return await inExcel(doing, async (context): Promise<T> => {
      // Where calculation is by hand, the fingerprint and the totals would be those of earlier figures.
      context.workbook.application.calculate("Recalculate");
      const reading = await readBook(context);
      const amendment = await decide(reading);
      const work: Work = { context, reading, doing, at, takenTabs };
      if (writesNothing(amendment, reading)) return amendment.told;
      assertWritable(work, amendment);
      begun.adding = queueAll(work, amendment);
      await context.sync();
      return amendment.told;
    });
  } catch (error) {
    if (!(error instanceof ExcelProblem) || begun.adding === undefined || begun.adding.tabs.length === 0) throw error;
    throw await takenBack(error, begun.adding);
  }
}

interface Work { readonly context: Excel.RequestContext; readonly reading: BookReading; readonly doing: string; readonly at: number; readonly takenTabs: readonly string[] }

const writesNothing = ({ check, record, tables = [], entries }: Amendment<unknown>, reading: BookReading): boolean => record === null && tables.length === 0 && entries === undefined && (check === null || canList(reading).listedOn === null);

/** @throws ExcelProblem "protected" naming what is in the way, before anything is written */
function assertWritable({ reading: { found, book }, doing }: Work, { record, tables = [], entries }: Amendment<unknown>): void {
  const isNew = (record !== null && !book.tables.has(logTable.name)) || tables.some(({ definition }) => !book.tables.has(definition.name));
  const ids: readonly SheetId[] = [...(record === null ? [] : ["cover" as const]), ...tables.map(({ definition }) => definition.sheet), ...(entries?.columns.map(({ sheet }) => sheet) ?? []), ...(entries === undefined ? [] : ["cover" as const])];
  assertFree(found, { structure: isNew, sheets: [...new Set(ids)] }, doing);
}

/** @returns what has to go again where Excel refuses */
function queueAll({ context, reading, at, takenTabs }: Work, { check, record, tables = [], entries }: Amendment<unknown>): Adding {
  const { found, book } = reading;
  context.workbook.application.suspendScreenUpdatingUntilNextSync();
  const signOff = record === null ? undefined : sheetOf(found, "sign-off");
  if (signOff?.protected === true) signOff.worksheet.protection.unprotect();
  const standing = tables.filter(({ definition }) => book.tables.has(definition.name));
  const added = [...tables.filter((each) => !standing.includes(each)).map(({ sheet }) => sheet), ...(record === null || signOff !== undefined ? [] : [recordSheet(record)])];
  const naming = queueAdded({ context, reading, takenTabs }, added);
  for (const writing of tables) queueWhole(context, book.tables.get(writing.definition.name), writing, naming);
  if (check !== null) queueListing(context, reading, check, at);
  if (entries !== undefined) queueEntries(context, book, entries, found.naming);
  const period = entries?.named.get("nmPeriod");
  // No page may go on saying the old period; Sign-off's protection is off here.
  if (period !== undefined) for (const sheet of found.sheets) if (!sheet.protected || sheet === signOff) queueWhose(sheet.worksheet, { organisation: setupOf(book).organisationName, period: String(period) });
  if (record !== null) queueRecord(context, reading, record, { naming, signOff });
  return { tabs: added.map(({ id }) => tabOf(naming, id)), names: [], touched: check !== null || standing.length > 0 || entries !== undefined || signOff !== undefined };
}

type Naming = BookReading["found"]["naming"];

function queueAdded({ context, reading: { found, book }, takenTabs }: Pick<Work, "context" | "reading" | "takenTabs">, sheets: WorkbookBlueprint["sheets"]): Naming {
  if (sheets.length === 0) return found.naming;
  const setup = setupOf(book);
  const naming = nameNewSheets(sheets, found.naming, { ...found.taken, tabs: [...found.taken.tabs, ...takenTabs] });
  // Names of a sheet that was deleted lead nowhere, and would be in the way of its new ones.
  for (const orphan of found.orphans) if (sheets.some(({ names }) => names.some(({ name }) => isSpellingOf(name, orphan)))) context.workbook.names.getItem(orphan).delete();
  queueNewSheets(context, { sheets }, naming, { organisation: setup.organisationName, period: setup.period });
  return naming;
}

function queueRecord(context: Excel.RequestContext, { found, book }: BookReading, record: RecordWriting, { naming, signOff }: { readonly naming: Naming; readonly signOff: FoundSheet | undefined }): void {
  const table = book.tables.get(logTable.name);
  const sheet = signOff?.worksheet ?? context.workbook.worksheets.getItem(tabOf(naming, "sign-off"));
  if (table !== undefined) queueLines(context, table, filledRows(book), record, naming);
  queueGuard(sheet);
  const cover = sheetOf(found, "cover");
  // Last of all: a line that the Cover does not know of yet is whole, but a number without its line is a line cut off.
  if (cover !== undefined) queueHead(cover.worksheet, record.head);
}

/** Rows of the record down to the last that holds anything. */
const filledRows = (book: Book): number => rowsOf(book, logTable).map((row) => sealedHeaders.some((header) => row.text(header) !== "")).lastIndexOf(true) + 1;

