/** A workbook as a person starts one: a single empty sheet. Its language is stated, which screen readers need and Excel leaves to the machine. */
import { Workbook } from "../host/workbook/workbook";

export function newWorkbook(): Workbook {
  const workbook = new Workbook("Book1.xlsx");
  workbook.properties.language = "en-GB";
  workbook.addSheet("Sheet1");
  return workbook;
}
