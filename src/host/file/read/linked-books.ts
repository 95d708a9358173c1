/** The cells of other workbooks that the file keeps (ECMA-376 part 1, 18.14): what formulas across workbooks work with while nobody updates them. */
import { parseArea } from "../../workbook/area";
import type { DefinedName } from "../../workbook/features";
import type { LinkedBook } from "../../workbook/linked-book";
import { blankCell, type Sheet } from "../../workbook/sheet";
import { cellError, type CellValue } from "../../workbook/values";
import { Workbook } from "../../workbook/workbook";
import { FileProblem } from "../file-problem";
import { related, relationships, type Parts } from "../package/package";
import { attribute, child, childrenOf, relationId } from "../xml/query";
import { scanXml, type XmlElement } from "../xml/scan";
import { decodeCellText, decodeEntities } from "../xml/text";
import { isErrorCode } from "./cells";
import { fileLimits } from "../limits";

/** In the order of the workbook's list, which is that of the numbers in formulas. */
export function readLinkedBooks(parts: Parts, workbookPart: string, root: XmlElement): readonly (LinkedBook | null)[] {
  const left = { cells: fileLimits.cells };
  return childrenOf(child(root, "externalReferences"), "externalReference").map((element) => {
    const part = related(parts, workbookPart, relationId(element));
    return part === null || !parts.has(part) ? null : readBook(parts, part, left);
  });
}

/** What stands in `sheetDataSet` can be long, and is gone through without a tree. */
function readBook(parts: Parts, part: string, left: { cells: number }): LinkedBook | null {
  const text = parts.text(part);
  const book = child(scanXml(text, part, "sheetDataSet"), "externalBook");
  if (book === null) return null;
  const address = relationships(parts, part).find(({ id }) => id === relationId(book))?.target ?? "";
  const workbook = new Workbook(address);
  const sheets = childrenOf(child(book, "sheetNames"), "sheetName").map((element) => addTab(workbook, attribute(element, "val") ?? ""));
  workbook.setNames(namesOf(book, sheets));
  const kept = child(book, "sheetDataSet");
  const rows = new Map<Sheet, Set<number>>();
  if (kept !== null) readCells(text.slice(kept.openEnd, kept.closeStart), sheets, rows, left);
  return { address, workbook, rows };
}

/** Another workbook's tab whose name cannot be is one that no formula leads to. */
function addTab(workbook: Workbook, name: string): Sheet | null {
  try {
    return workbook.addSheet(name);
  } catch (error) {
    if (error instanceof RangeError) return null;
    throw error;
  }
}

function namesOf(book: XmlElement, sheets: readonly (Sheet | null)[]): readonly DefinedName[] {
  return childrenOf(child(book, "definedNames"), "definedName").map((element) => ({
    name: attribute(element, "name") ?? "", formula: (attribute(element, "refersTo") ?? "").replace(/^=/, ""),
    scope: sheets[Number(attribute(element, "sheetId") ?? "-1")]?.id ?? null, visible: true, comment: "",
  }));
}

const MARK = /<(?:[\w.-]+:)?(sheetData|cell)(\s[^>]*?)?(\/?)>|<(?:[\w.-]+:)?v(?:\s[^>]*)?>([^<]*)</g;
const named = (attributes: string, name: string): string | null => new RegExp(`\\s${name}\\s*=\\s*["']([^"']*)["']`).exec(attributes)?.[1] ?? null;

function readCells(text: string, sheets: readonly (Sheet | null)[], rows: Map<Sheet, Set<number>>, left: { cells: number }): void {
  let sheet: Sheet | null = null;
  let cell: { readonly row: number; readonly column: number; readonly type: string } | null = null;
  for (const [, element, attributes = "", , value] of text.matchAll(MARK)) {
    if (element === "sheetData") {
      // Cells that Excel could not bring up to date are as good as not kept.
      const failed = named(attributes, "refreshError");
      sheet = failed === "1" || failed === "true" ? null : sheets[Number(named(attributes, "sheetId") ?? "-1")] ?? null;
    } else if (element === "cell") {
      const place = parseArea(named(attributes, "r") ?? "");
      cell = place === null ? null : { row: place.top, column: place.left, type: named(attributes, "t") ?? "n" };
    } else if (sheet !== null && cell !== null && value !== undefined) {
      if (--left.cells < 0) throw new FileProblem("too-big", `more than ${fileLimits.cells} cells of other workbooks`);
      sheet.put(cell.row, cell.column, { ...blankCell, value: valueOf(decodeEntities(value), cell.type) });
      rows.set(sheet, (rows.get(sheet) ?? new Set()).add(cell.row));
      cell = null;
    }
  }
}

function valueOf(text: string, type: string): CellValue {
  if (type === "b") return text === "1" || text === "true";
  if (type === "e") return cellError(isErrorCode(text) ? text : "#VALUE!");
  if (type === "n") return text.trim() !== "" && Number.isFinite(Number(text)) ? Number(text) : null;
  return decodeCellText(text);
}
