/** Cells of other workbooks, as a file keeps them: Excel works with these until somebody updates the links. */
import type { Area } from "../workbook/area";
import type { Sheet } from "../workbook/sheet";
import type { Workbook } from "../workbook/workbook";
import { Reference } from "./operand";
import type { SyntaxTree } from "./parse-formula";

/** A form of reference that is not worked with. */
export class Unsupported {
  constructor(readonly what: string) {}
}

const notKept = (): Unsupported => new Unsupported("it refers to another workbook");

/** @param context - the workbook's number in the file, and a sheet's name */
export function linkedCells(workbook: Workbook, context: readonly string[], area: Area): Reference | Unsupported {
  const [book, name] = [linkedBook(workbook, context[0] ?? ""), context[1] ?? ""];
  const sheet = book?.workbook.sheetByName(name) ?? null;
  if (book === null || sheet === null) return notKept();
  // Blank cells are not kept, so that a row of which nothing is kept may be blank or was never read.
  for (const row of book.rows.get(sheet) ?? []) if (row >= area.top && row <= area.bottom) return new Reference(sheet, area);
  return notKept();
}

/** The sheet from which a name of another workbook counts, with the name's formula. @param place - what stands before "!": "[1]" or "[1]Staff" */
export function linkedName(workbook: Workbook, place: string, name: string): { readonly formula: string; readonly from: Sheet } | Unsupported {
  const [, number = "", sheetName = ""] = /^\[([^\]]*)\](.*)$/.exec(place) ?? [];
  const book = linkedBook(workbook, number);
  const from = (sheetName === "" ? book?.workbook.front : book?.workbook.sheetByName(sheetName)) ?? null;
  const found = from === null ? null : book?.workbook.nameFor(name, from) ?? null;
  return from === null || found === null ? notKept() : { formula: found.formula, from };
}

const linkedBook = (workbook: Workbook, number: string) => (/^\d+$/.test(number) ? workbook.linked[Number(number) - 1] ?? null : null);

/** True for a place in another workbook. @param place - what stands before "!" */
export const isOutside = (place: string): boolean => place.includes("[");

/**
 * What Excel does not work out while the other workbook is closed: these give #VALUE! or #REF! there, so that the file's own value, of when it was
 * open, is the best there is (Microsoft, How to correct a #VALUE! error in COUNTIF, SUMIF, AVERAGEIF functions; OFFSET by report).
 */
const NEED_OPEN: ReadonlySet<string> = new Set(["AVERAGEIF", "AVERAGEIFS", "COUNTBLANK", "COUNTIF", "COUNTIFS", "MAXIFS", "MINIFS", "OFFSET", "SUMIF", "SUMIFS"]);

/** Why a call cannot be worked out, or null. */
export function needsOpenBook(name: string, given: readonly SyntaxTree[]): string | null {
  const leadsOut = (tree: SyntaxTree): boolean => tree.type === "ReferenceIdentifier" && tree.kind !== "table" && isOutside(tree.value.slice(0, Math.max(0, tree.value.lastIndexOf("!"))));
  return NEED_OPEN.has(name) && given.some(leadsOut) ? `${name} reads no other workbook that is not open` : null;
}
