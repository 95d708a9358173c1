/** What the name box says of a selection: the name of exactly these cells, or the address of the active one. */
import { bodyOf, quotedName } from "../objects/address";
import { sameArea } from "../workbook/areas";
import { cellName, columnCount, parseArea, rowCount } from "../workbook/area";
import type { Sheet } from "../workbook/sheet";
import type { Selection } from "./moves";

/** @example a selection of C7, which the name Posts_total stands for // => "Posts_total" */
export function nameOfSelection(sheet: Sheet, { area, active }: Selection): string {
  const prefix = `${quotedName(sheet.name)}!`;
  const name = sheet.workbook.names.find(({ formula, visible, scope }) => {
    if (!visible || (scope !== null && scope !== sheet.id) || !formula.startsWith(prefix)) return false;
    const named = parseArea(formula.slice(prefix.length));
    return named !== null && sameArea(named, area);
  });
  if (name !== undefined && !/^_|^Print_/.test(name.name)) return name.name;
  const table = sheet.get("tables").find((one) => sameArea(bodyOf(one), area));
  if (table !== undefined && rowCount(area) * columnCount(area) > 1) return table.name;
  return cellName(active.row, active.column);
}
