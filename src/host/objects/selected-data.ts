/** The selected cells for the Common API's `getSelectedDataAsync`. */
import { displayText } from "../calc/number-format";
import { intersect } from "../workbook/area";
import { styleAt } from "./cells";
import { shown } from "./entered";
import type { Session } from "./session";

/**
 * Text (tabs between cells, line ends between rows) or a matrix of values.
 * @param coercion - "text" or "matrix" @returns null for any other, which the caller refuses
 */
export function selectedData(session: Session, coercion: string): unknown {
  const { workbook } = session;
  const sheet = workbook.active;
  session.settle();
  const used = sheet.extent === null ? null : intersect(workbook.selection, sheet.extent);
  const area = used ?? { ...workbook.selection, bottom: workbook.selection.top, right: workbook.selection.left };
  const rows = <T>(read: (row: number, column: number) => T): T[][] => Array.from({ length: area.bottom - area.top + 1 }, (_row, r) =>
    Array.from({ length: area.right - area.left + 1 }, (_column, c) => read(area.top + r, area.left + c)));
  switch (coercion.toLowerCase()) {
    case "text": return rows((row, column) => displayText(sheet.cell(row, column).value, styleAt(sheet, row, column).numberFormat, workbook.date1904).text).map((line) => line.join("\t")).join("\n");
    case "matrix": return rows((row, column) => shown(sheet.cell(row, column).value));
    default: return null;
  }
}
