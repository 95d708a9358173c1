/** Reads our sheets, has them judged, and writes what was found on Checks: one request to read and one to write. */
import { findingsTable } from "../blueprint/sheets/checks";
import type { Book } from "../validation/book";
import { sheetOf } from "./identity";
import { readBook, type BookReading } from "./read-book";
import { inExcel } from "./session";
import { canBeWritten, queueFindings, type ListedFindings } from "./write-findings";

/** What came of judging a book. */
export interface Judged {
  readonly findings: ListedFindings;
  /** Which rules it was judged by, as the Checks sheet says it. */
  readonly rules: string;
  /** The same in a sentence. */
  readonly judgedBy: string;
}

/** `listedOn` is the tab of Checks, or null where the findings could not be written and `why` says so. */
export interface Listing { readonly listedOn: string | null; readonly why: "" | "gone" | "protected" | "changed" }

export type Checked =
  | { readonly kind: "missing" }
  | ({ readonly kind: "done"; readonly findings: ListedFindings; readonly judgedBy: string } & Listing);

/**
 * Two syncs; three where a table or name of ours is called otherwise than it was made.
 * @param judge - from the book to findings, worst first
 * @param at - now, as a day number
 */
export function checkTemplate(judge: (book: Book) => Promise<Judged>, at: number): Promise<Checked> {
  return inExcel("checking the figures", async (context): Promise<Checked> => {
    // Where calculation is by hand, the fingerprint and the totals would be those of earlier figures.
    context.workbook.application.calculate("Recalculate");
    const reading = await readBook(context);
    if (reading.book.sheets.length === 0) return { kind: "missing" };
    const judged = await judge(reading.book);
    const listing = canList(reading);
    if (listing.listedOn !== null) {
      context.workbook.application.suspendScreenUpdatingUntilNextSync();
      queueListing(context, reading, judged, at);
      await context.sync();
    }
    return { kind: "done", findings: judged.findings, judgedBy: judged.judgedBy, ...listing };
  });
}

/** Whether findings can be written on Checks as it stands. */
export function canList({ found, book }: BookReading): Listing {
  const [sheet, table] = [sheetOf(found, "checks"), book.tables.get(findingsTable.name)];
  if (sheet === undefined || table === undefined) return { listedOn: null, why: "gone" };
  if (sheet.protected) return { listedOn: null, why: "protected" };
  return canBeWritten(table) ? { listedOn: sheet.tab, why: "" } : { listedOn: null, why: "changed" };
}

/** Queues the findings where they can be written; nothing otherwise. */
export function queueListing(context: Excel.RequestContext, reading: BookReading, { findings, rules }: Judged, at: number): void {
  const table = reading.book.tables.get(findingsTable.name);
  if (table === undefined || canList(reading).listedOn === null) return;
  queueFindings(context, table, { findings, at, rules, fingerprint: reading.checks.fingerprint }, reading.found.naming);
}
