/** Protection is found out before anything is written: what Excel has done before it refuses would stand. */
import type { SheetId } from "../blueprint/types";
import { sheetOf, type Found } from "./identity";
import { ExcelProblem } from "./problem";

/** What is going to be changed. */
export interface Change {
  /** Sheets of ours whose cells or looks change, those that are there. */
  readonly sheets: readonly SheetId[];
  /** Whether sheets are added or taken away. */
  readonly structure: boolean;
}

/** @param doing - what was asked for, as a gerund @throws ExcelProblem "protected" naming what is protected */
export function assertFree(found: Found, { sheets, structure }: Change, doing: string): void {
  if (structure && found.structureLocked) throw new ExcelProblem("protected", doing, { what: "The structure of the workbook" });
  const locked = sheets.flatMap((id) => {
    const sheet = sheetOf(found, id);
    return sheet !== undefined && sheet.protected ? [sheet.tab] : [];
  });
  const [first] = locked;
  if (first !== undefined) throw new ExcelProblem("protected", doing, { what: `The sheet ${first}${locked.length === 1 ? "" : `, with ${locked.length - 1} more of the template,`}` });
}
