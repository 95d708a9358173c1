/** Reads our sheets, has them judged, and writes what was found on Checks: one request to read and one to write. */
import { findingsTable } from "../blueprint/sheets/checks";
import type { Book } from "../validation/book";
import { sheetOf } from "./identity";
import { readBook } from "./read-book";
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

export type Checked =
  | { readonly kind: "missing" }
  /** `listedOn` is the tab of Checks, or null where the findings could not be written and `why` says so. */
  | { readonly kind: "done"; readonly findings: ListedFindings; readonly judgedBy: string; readonly listedOn: string | null; readonly why: "" | "gone" | "protected" | "changed" };

/**
 * Two syncs; three where a table or name of ours is called otherwise than it was made.
 * @param judge - from the book to findings, worst first
 * @param at - now, as a day number
 */
export function checkTemplate(judge: (book: Book) => Promise<Judged>, at: number): Promise<Checked> {
  return inExcel("checking the figures", async (context): Promise<Checked> => {
    // Where calculation is by hand, the fingerprint and the totals would be those of earlier figures.
    context.workbook.application.calculate("Recalculate");
    const { found, book, checks } = await readBook(context);
    if (book.sheets.length === 0) return { kind: "missing" };
    const { findings, rules, judgedBy } = await judge(book);
    const done = { kind: "done", findings, judgedBy } as const;
    const [sheet, table] = [sheetOf(found, "checks"), book.tables.get(findingsTable.name)];
    if (sheet === undefined || table === undefined) return { ...done, listedOn: null, why: "gone" };
    if (sheet.protected) return { ...done, listedOn: null, why: "protected" };
    if (!canBeWritten(table)) return { ...done, listedOn: null, why: "changed" };
    context.workbook.application.suspendScreenUpdatingUntilNextSync();
    queueFindings(context, table, { findings, at, rules, fingerprint: checks.fingerprint }, found.naming);
    await context.sync();
    return { ...done, listedOn: sheet.tab, why: "" };
  });
}
