/** A cell of the model as a file spells it. */
import { areaName, cellName } from "../../workbook/area";
import type { Cell } from "../../workbook/sheet";
import { isError, type CellValue } from "../../workbook/values";
import { formulaForFile } from "../formula-form";
import { encodeCellText, escapeText, spaceAttribute } from "../xml/text";
import { tag, type Attributes } from "../xml/write";

export interface CellWriting {
  text(value: string): number;
  style(index: number): number;
  /** The `cm` that marks a dynamic array. */
  dynamicMark(): string;
  /** The table over a cell, by its name now. */
  tableAt(row: number, column: number): string | null;
}

interface Value { readonly type: string | null; readonly xml: string }

/** Errors that came after the file format was fixed are stored as #VALUE!; the formula gives them again when it is calculated. */
const fileErrors: ReadonlySet<string> = new Set(["#NULL!", "#DIV/0!", "#VALUE!", "#REF!", "#NAME?", "#NUM!", "#N/A", "#GETTING_DATA"]);
export const writtenError = (code: string): string => (fileErrors.has(code) ? code : "#VALUE!");

/** The `t` and `<v>` of a value. @throws RangeError for a number that no cell can hold */
export function valueXml(value: CellValue, isFormula: boolean, text: CellWriting["text"]): Value {
  if (value === null) return { type: null, xml: "" };
  if (typeof value === "number") {
    if (!Number.isFinite(value)) throw new RangeError(`A cell cannot hold ${value}.`);
    return { type: null, xml: `<v>${value === 0 ? 0 : value}</v>` };
  }
  if (typeof value === "boolean") return { type: "b", xml: value ? "<v>1</v>" : "<v>0</v>" };
  if (isError(value)) return { type: "e", xml: `<v>${writtenError(value.code)}</v>` };
  if (isFormula) return { type: "str", xml: `<v${spaceAttribute(value)}>${encodeCellText(value)}</v>` };
  return { type: "s", xml: `<v>${text(value)}</v>` };
}

/** The formula element of a cell, written anew. */
export function formulaXml(cell: Cell, row: number, column: number, writing: CellWriting): string {
  if (cell.formula === null) return "";
  const attributes: Attributes = cell.array === null ? {} : { t: "array", ref: areaName(cell.array.area) };
  return tag("f", attributes, escapeText(formulaForFile(cell.formula, writing.tableAt(row, column))));
}

/** The whole cell; nothing for one that holds nothing and has no format of its own. */
export function cellXml(cell: Cell, row: number, column: number, writing: CellWriting): string {
  const formula = formulaXml(cell, row, column, writing);
  const { type, xml } = valueXml(cell.value, formula !== "", (text) => writing.text(text));
  const style = writing.style(cell.style);
  if (formula === "" && xml === "" && style === 0) return "";
  const mark = cell.array?.kind === "dynamic" ? writing.dynamicMark() : null;
  // Put together by hand, since sheets have very many cells.
  const opening = `<c r="${cellName(row, column)}"${style === 0 ? "" : ` s="${style}"`}${type === null ? "" : ` t="${type}"`}${mark === null ? "" : ` cm="${mark}"`}`;
  return formula === "" && xml === "" ? `${opening}/>` : `${opening}>${formula}${xml}</c>`;
}
