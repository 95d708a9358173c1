/** A cell as the rules know it, from what Excel says of it. */
import { blankCell, type Cell, type CellKind } from "../validation/book";

const kinds: Readonly<Record<string, CellKind>> = { Empty: "blank", Double: "number", Integer: "number", Boolean: "logical", Error: "error" };

export function cellFrom(value: unknown, type: unknown, format: unknown, formula: unknown): Cell {
  const own = typeof formula === "string" && formula.startsWith("=") && formula !== value ? formula : null;
  const numberFormat = String(format ?? "");
  if (value === "" && own === null && numberFormat === "General") return blankCell;
  return { kind: value === "" ? "blank" : kinds[String(type)] ?? "text", value: typeof value === "number" || typeof value === "boolean" ? value : String(value ?? ""), numberFormat, formula: own };
}
