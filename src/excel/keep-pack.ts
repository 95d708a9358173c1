/** Changes the rule pack that the workbook keeps: reads what stands, has it decided, and writes. */
import type { Book } from "../validation/book";
import { assertFree } from "./protection";
import { sheetOf } from "./identity";
import { namesFor, piecesIn } from "./kept-pack";
import { readBook } from "./read-book";
import { inExcel } from "./session";

/** What is to be kept from now on: a text without quotation marks, or null for none. "as-it-is" changes nothing. */
export type Keeping = { readonly kind: "keep"; readonly text: string | null } | { readonly kind: "as-it-is" };

export type PackChange = "no-template" | "no-cover" | "done";

const DOING = "changing the rules";

/**
 * Two syncs; one where nothing is changed.
 * @param decide - from the workbook as it stands to what it keeps from now on; what it throws stops everything before anything is written
 */
export function changePack(decide: (book: Book) => Promise<Keeping>): Promise<PackChange> {
  return inExcel(DOING, async (context): Promise<PackChange> => {
    const { found, book } = await readBook(context);
    if (found.sheets.length === 0) return "no-template";
    const cover = sheetOf(found, "cover");
    if (cover === undefined) return "no-cover";
    const keeping = await decide(book);
    if (keeping.kind === "as-it-is") return "done";
    assertFree(found, { structure: false, sheets: ["cover"] }, DOING);
    queuePack(cover.worksheet, keeping.text);
    await context.sync();
    return "done";
  });
}

function queuePack(cover: Excel.Worksheet, text: string | null): void {
  for (const { name } of piecesIn(cover.names.items)) cover.names.getItem(name).delete();
  for (const { name, formula } of text === null ? [] : namesFor(text)) cover.names.add(name, formula).visible = false;
}
