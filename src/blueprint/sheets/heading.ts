/** The first lines of every sheet: a title that says what the table shows, then unit, date and organisation. */
import type { CellBlueprint } from "../types";

export const FILL_IN_NOTE = "Cells with a box are for you to fill in. Everything else is worked out from them.";

/** @param subtitle - a formula, so that it follows the Cover */
export function sheetHeading(title: string, subtitle: string): readonly CellBlueprint[] {
  return [
    { row: 0, column: 0, style: "title", holds: { text: title } },
    { row: 1, column: 0, style: "subtitle", holds: { formula: subtitle } },
  ];
}

/** The organisation as a part of a formula, said even where it is not entered yet. */
export const ORGANISATION = 'IF(nmOrganisationName="","Organisation not named",nmOrganisationName)';
/** As it reads inside a sentence: "headcount", "WTE". */
export const DEMAND_UNIT = 'IF(nmDemandUnit="WTE","WTE",LOWER(nmDemandUnit))';
export const AS_AT = 'TEXT(nmAsAt,"d mmmm yyyy")';
