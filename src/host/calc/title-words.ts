/** A chart's title in words, read now. */
import type { ChartTitle } from "../workbook/chart";
import { pointsOf } from "../workbook/chart-data";
import type { Workbook } from "../workbook/workbook";
import { displayText } from "./number-format";

/** Its own words, or those that the cells it follows show. Cells that cannot be read leave what was read last. */
export function titleWords(workbook: Workbook, { text, formula }: ChartTitle): string {
  const points = formula === null ? null : pointsOf(workbook, formula);
  return points === null ? text : points.map(({ value, format }) => displayText(value, format, workbook.date1904).text).join(" ");
}
