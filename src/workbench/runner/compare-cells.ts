/** `expect`: what cells hold now, against what the job says. */
import { cellName } from "../../host/workbook/area";
import type { Sheet } from "../../host/workbook/sheet";
import { isError, type CellValue } from "../../host/workbook/values";
import type { Block, CellIn } from "./job-file";

/** Differences named in one sentence before it says how many more there are. */
const NAMED_AT_MOST = 12;

/** Beyond this, two numbers differ by more than the order of adding them up explains. */
const CLOSE = 1e-9;

/**
 * @returns the cells that differ, in words; null when none does. An expected null is a blank cell; "" is a blank cell or a formula's empty text;
 *   an error is written as Excel shows it.
 * @example "C8: wanted 42, found \"<5\""
 */
export function differencesFrom(sheet: Sheet, { row, column, values }: Block): string | null {
  const unlike = values.flatMap((line, down) => line.flatMap((wanted, right) => {
    const found = sheet.cell(row + down, column + right).value;
    return isAlike(wanted, found) ? [] : [`${cellName(row + down, column + right)}: wanted ${words(wanted)}, found ${words(isError(found) ? found.code : found)}`];
  }));
  if (unlike.length === 0) return null;
  const more = unlike.length > NAMED_AT_MOST ? `; and ${unlike.length - NAMED_AT_MOST} more cells` : "";
  return unlike.slice(0, NAMED_AT_MOST).join("; ") + more;
}

function isAlike(wanted: CellIn, found: CellValue): boolean {
  if (isError(found)) return wanted === found.code;
  if (wanted === "") return found === null || found === "";
  if (typeof wanted === "number" && typeof found === "number") return Math.abs(wanted - found) <= CLOSE * Math.max(Math.abs(wanted), Math.abs(found));
  return wanted === found;
}

const words = (value: CellIn): string => (value === null ? "blank" : JSON.stringify(value));
