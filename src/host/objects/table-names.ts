/** Names that tables and defined names can have, and free ones. */
import { parseArea } from "../workbook/area";
import type { Workbook } from "../workbook/workbook";

const LONGEST_NAME = 255;
const NAME = /^[\p{L}_\\][\p{L}\p{N}_.\\?]*$/u;
const LIKE_R1C1 = /^[Rr]\d*(?:[Cc]\d*)?$|^[Cc]\d*$/;

/** Why Excel would refuse a table's or defined name, or null: letters, digits, `_`, `.`; no cell's name; at most 255 characters. */
export function nameProblem(name: string): string | null {
  if (name.length === 0 || name.length > LONGEST_NAME) return "A name has 1 to 255 characters.";
  if (!NAME.test(name)) return "A name starts with a letter or _ and has letters, digits, _ and full stops only.";
  if (parseArea(name) !== null || LIKE_R1C1.test(name)) return "A name cannot look like a cell's.";
  return null;
}

/** Tables and the workbook's defined names share one space. */
export function isNameTaken(workbook: Workbook, name: string): boolean {
  const wanted = name.toLowerCase();
  return workbook.tableByName(name) !== null || workbook.names.some((other) => other.scope === null && other.name.toLowerCase() === wanted);
}

/** "Table1", "Table2", … or, for a copy, the name with a number after it. */
export function freeTableName(workbook: Workbook, base: string, alsoTaken: readonly string[] = []): string {
  for (let n = 1; ; n++) {
    const name = `${base}${n}`;
    if (!isNameTaken(workbook, name) && !alsoTaken.includes(name.toLowerCase())) return name;
  }
}

export function freeTableId(workbook: Workbook): number {
  return Math.max(0, ...workbook.sheets.flatMap((sheet) => sheet.get("tables").map((table) => table.id))) + 1;
}
