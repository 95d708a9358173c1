/** Takes our sheets and names out of the workbook again, after saying what would go with them. */
import { columnLetters } from "../blueprint/place";
import { demandTable } from "../blueprint/sheets/demand-and-supply";
import { profileTable } from "../blueprint/sheets/profile";
import { CELLS_AT_MOST, readInBlocks } from "./read-blocks";
import { assertFree } from "./protection";
import { findOurs, sheetOf, type Found } from "./identity";
import { readTemplate } from "./read-template";
import { inExcel } from "./session";
import { enteredIn } from "./template-state";

/** What goes when the template goes. */
export interface Losses {
  readonly tabs: readonly string[];
  /** Entered cells by tab. */
  readonly entered: readonly { readonly tab: string; readonly cells: number }[];
  /** Formulas of the user's own that point at our sheets, tables or names and would break: "My sheet!B4". */
  readonly leaning: readonly string[];
  /** Tabs of the user's own with more cells than can be looked through for such formulas. */
  readonly unread: readonly string[];
}

export type Taking = { readonly kind: "none" } | { readonly kind: "asked"; readonly losses: Losses } | { readonly kind: "taken"; readonly losses: Losses };

const DOING = "removing the template";

/** Four syncs, and more where the user's own sheets are too large to read in one. @param confirmed - false: only says what would go */
export function takeTemplate(confirmed: boolean): Promise<Taking> {
  return inExcel(DOING, async (context): Promise<Taking> => {
    const found = await findOurs(context);
    if (found.sheets.length === 0) return { kind: "none" };
    const others = context.workbook.worksheets.items.filter((sheet) => !found.sheets.some((ours) => ours.worksheet === sheet));
    const used = others.map((sheet) => ({ tab: sheet.name, visibility: sheet.load("visibility"), range: sheet.getUsedRangeOrNullObject(true).load("rowIndex,columnIndex,rowCount,columnCount") }));
    const reading = await readTemplate(context, found);
    const entered = [demandTable, profileTable].flatMap((table) => {
      const sheet = sheetOf(found, table.sheet);
      return sheet === undefined ? [] : [{ tab: sheet.tab, cells: enteredIn(table, reading) }];
    });
    const { formulas, unread } = await readFormulas(context, used);
    const losses: Losses = { tabs: found.sheets.map((sheet) => sheet.tab), entered, leaning: leaningOn(found, formulas), unread };
    if (!confirmed) return { kind: "asked", losses };
    assertFree(found, { structure: true, sheets: [] }, DOING);
    // A workbook keeps at least one visible sheet.
    if (!others.some((sheet) => sheet.visibility === "Visible")) context.workbook.worksheets.add();
    // Sheets first, since that is what Excel may refuse: without their names they could not be removed another time.
    for (const { worksheet } of found.sheets) worksheet.delete();
    for (const [ours, actual] of found.naming.names) if (ours.startsWith("nm")) context.workbook.names.getItem(actual).delete();
    for (const orphan of found.orphans) context.workbook.names.getItem(orphan).delete();
    await context.sync();
    return { kind: "taken", losses };
  });
}

interface PlacedFormula { readonly place: string; readonly formula: string }

interface Used { readonly tab: string; readonly range: Excel.Range }

/** Every formula of the user's own sheets. */
async function readFormulas(context: Excel.RequestContext, used: readonly Used[]): Promise<{ readonly formulas: readonly PlacedFormula[]; readonly unread: readonly string[] }> {
  const filled = used.filter(({ range }) => !range.isNullObject);
  const isTooLarge = ({ range }: Used): boolean => range.rowCount * range.columnCount > CELLS_AT_MOST;
  const read = filled.filter((each) => !isTooLarge(each));
  const cells = await readInBlocks(context, read.map(({ range }) => ({ range, rows: range.rowCount, columns: range.columnCount })), ["formulas"]);
  return { formulas: read.flatMap((each, index) => formulasIn(each, cells[index]?.formulas ?? [])), unread: filled.filter(isTooLarge).map(({ tab }) => tab) };
}

function formulasIn({ tab, range }: Used, rows: readonly (readonly unknown[])[]): readonly PlacedFormula[] {
  return rows.flatMap((row, down) => row.flatMap((cell, along): readonly PlacedFormula[] =>
    typeof cell === "string" && cell.startsWith("=") ? [{ place: `${tab}!${columnLetters(range.columnIndex + along)}${range.rowIndex + down + 1}`, formula: cell }] : []));
}


/** Formulas that name one of our tabs, tables or names. Words inside quotes are text, except a quoted tab. */
function leaningOn({ sheets, naming }: Found, formulas: readonly PlacedFormula[]): readonly string[] {
  const tabs = sheets.flatMap(({ tab }) => [`'${tab.replace(/'/g, "''")}'!`, `${tab}!`]).map((text) => text.toLowerCase());
  const names = [...naming.names.values()].map((name) => new RegExp(`(?<![\\w.])${name}(?![\\w.])`, "i"));
  return formulas.filter(({ formula }) => {
    const bare = formula.replace(/"(?:[^"]|"")*"/g, '""');
    return tabs.some((tab) => bare.toLowerCase().includes(tab)) || names.some((name) => name.test(bare));
  }).map(({ place }) => place);
}
