/** The library's words for what a cell holds. */
import { CellError, type CellValue } from "../workbook/values";

export function wordForType(value: CellValue): "Empty" | "Error" | "Double" | "Boolean" | "String" {
  if (value === null) return "Empty";
  if (value instanceof CellError) return "Error";
  return typeof value === "number" ? "Double" : typeof value === "boolean" ? "Boolean" : "String";
}
