/** Changes the rule pack that the workbook keeps: reads what stands, has it decided, and writes. */
import { textNamed } from "../validation/book";
import { assertFree } from "./protection";
import { sheetOf, type FoundSheet } from "./identity";
import { namesFor, piecesIn } from "./kept-pack";
import { readBook } from "./read-book";
import { readRegion } from "./region/read-region";
import { inExcel } from "./session";

/** What is to be kept from now on: a text without quotation marks, or null for none. "as-it-is" changes nothing. */
export type Keeping = { readonly kind: "keep"; readonly text: string | null } | { readonly kind: "as-it-is" };

/** What the pack in use and a new one are judged by. `period` as the Cover has it, or the register where there is no Cover; "" where it has none. */
export interface PackStanding { readonly keptPack: string | null; readonly period: string }

/** The sheet on which it is kept from now on, or why there is none. */
export type PackChange = "no-template" | "no-cover" | "cover" | "returns-register";

const DOING = "changing the rules";

/**
 * Two syncs, and two more where it is kept on the register; one less where nothing is changed.
 * @param decide - from what stands to what the workbook keeps from now on; what it throws stops everything before anything is written
 */
export function changePack(decide: (standing: PackStanding) => Promise<Keeping>): Promise<PackChange> {
  return inExcel(DOING, async (context): Promise<PackChange> => {
    const { found, book } = await readBook(context);
    const [cover, register] = [sheetOf(found, "cover"), sheetOf(found, "returns-register")];
    const home = cover ?? register;
    if (home === undefined) return found.sheets.length === 0 ? "no-template" : "no-cover";
    const period = cover === undefined ? String((await readRegion(context, found, new Set())).named.get("nmRegionPeriod") ?? "") : textNamed(book, "nmPeriod");
    const keeping = await decide({ keptPack: found.keptPack, period });
    if (keeping.kind === "keep") {
      // A Cover that came after the register takes over what the register kept.
      const holding = [cover, register].filter((sheet) => sheet !== undefined && (sheet === home || piecesIn(sheet.worksheet.names.items).length > 0)) as readonly FoundSheet[];
      assertFree(found, { structure: false, sheets: holding.map(({ id }) => id) }, DOING);
      for (const { worksheet } of holding) for (const { name } of piecesIn(worksheet.names.items)) worksheet.names.getItem(name).delete();
      for (const { name, formula } of keeping.text === null ? [] : namesFor(keeping.text)) home.worksheet.names.add(name, formula).visible = false;
      await context.sync();
    }
    return home === cover ? "cover" : "returns-register";
  });
}
