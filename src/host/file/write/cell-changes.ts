/** Which cells of a sheet are not what the file says. */
import type { Cell, Sheet } from "../../workbook/sheet";
import { blankCell } from "../../workbook/sheet";
import type { Steps } from "../../workbook/steps";
import { isError, type CellValue } from "../../workbook/values";
import { sameData } from "../opened-file";
import { CellReader, type CellSource, type ReadCell } from "../read/cells";
import { rawAttribute, walkRowsInSteps, type RawCell, type RawContent } from "../xml/sheet-data";
import { writtenError } from "./cell-xml";

/** What has to be written of a cell: its format number, its value beside the same formula, or all of it. */
export type Extent = "style" | "value" | "all";
export interface CellChange { readonly extent: Extent; readonly cell: Cell; readonly raw: RawContent }

export interface CellChanges {
  readonly changes: ReadonlyMap<RawCell["start"], CellChange>;
  /** Whether the sheet has cells that the file does not name. */
  readonly hasMore: boolean;
  /** Whether a formula was added, taken out or changed. */
  readonly formulas: boolean;
}

export interface SheetText { readonly text: string; readonly from: number; readonly to: number }

/** With rests on the way. @param renamed - whether the table over a cell goes by another name than the file's */
export function* findChanges(sheet: Sheet, source: CellSource, where: SheetText, renamed: (row: number, column: number) => boolean): Steps<CellChanges> {
  const reader = new CellReader(source);
  const changes = new Map<number, CellChange>();
  const groups = new Map<string, { start: number; read: ReadCell; broken: boolean; cell: Cell }[]>();
  let met = 0;
  let formulasMet = 0;
  let formulas = false;
  yield* walkRowsInSteps(where.text, where.from, where.to, source.prefix, source.part, {
    cell: (raw) => {
      const read = reader.read(raw, where.text);
      const cell = sheet.stored(raw.row, raw.column);
      if (cell !== null) met += 1;
      const now = cell ?? blankCell;
      if (now.formula !== null) formulasMet += 1;
      const extent = extentOf(read, now, raw, renamed);
      if (extent !== null) changes.set(raw.start, { extent, cell: now, raw: read.raw });
      if (extent === "all" && (read.cell.formula !== null || now.formula !== null)) formulas = true;
      if (read.group === null) return;
      const member = { start: raw.start, read, broken: extent === "all" && read.raw.formula !== "", cell: now };
      const known = groups.get(read.group);
      if (known === undefined) groups.set(read.group, [member]);
      else known.push(member);
    },
  });
  // Where the cell that states a shared formula changes, the others of its group state their own.
  for (const members of groups.values()) {
    if (!members.some(({ broken }) => broken)) continue;
    for (const { start, read, cell } of members) changes.set(start, { extent: "all", cell, raw: read.raw });
  }
  const hasMore = met < sheet.storedCount;
  return { changes, hasMore, formulas: formulas || (hasMore && formulaCount(sheet) > formulasMet) };
}

function formulaCount(sheet: Sheet): number {
  let count = 0;
  for (const [, , cell] of sheet.entries()) if (cell.formula !== null) count += 1;
  return count;
}

function extentOf(read: ReadCell, now: Cell, raw: RawCell, renamed: (row: number, column: number) => boolean): Extent | null {
  const was = read.cell;
  const spelling = was.formula !== null && read.raw.formula.includes("[") && renamed(raw.row, raw.column);
  if (was.formula !== now.formula || spelling || !sameData(was.array, now.array)) return "all";
  if (!sameValue(was.value, now.value, was.formula !== null, raw)) return was.formula === null ? "all" : "value";
  return was.style === now.style ? null : "style";
}

/** A formula's result is the same where Excel, which shows 15 digits, shows the same. */
function sameValue(was: CellValue, now: CellValue, isFormula: boolean, raw: RawCell): boolean {
  if (was === now) return true;
  if (!isFormula) return false;
  if (typeof was === "number" && typeof now === "number") return was.toPrecision(15) === now.toPrecision(15);
  // A newer error is stored as #VALUE! with a mark that says which.
  return isError(was) && isError(now) && rawAttribute(raw.attributes, "vm") !== null && was.code === writtenError(now.code);
}
