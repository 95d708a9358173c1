/** INDIRECT: a place given as text, in A1 or R1C1, a name, or a table's column. */
import { translateFormulaToA1 } from "@borgar/fx";
import { cellName } from "../../workbook/area";
import { cellError } from "../../workbook/values";
import { Reference, References, type Operand, type Scope } from "../operand";

export function indirect(place: string, a1: boolean, scope: Scope): Operand {
  const written = place.trim();
  // A workbook that is not open has no place for INDIRECT.
  if (written === "" || /^[^!]*\[[^!]*!/.test(written)) return cellError("#REF!");
  const formula = a1 ? written : translateFormulaToA1(written, cellName(scope.row, scope.column));
  const found = scope.cells.evaluateText(formula, scope);
  return found instanceof Reference || found instanceof References ? found : cellError("#REF!");
}
