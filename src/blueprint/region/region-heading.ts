/** The first lines of a region's sheets: they follow the named cells of the Returns register, so that they need no Cover. */
import type { CellBlueprint } from "../types";

export const REGION = 'IF(nmRegionName="","Region not named",nmRegionName)';
export const REGION_AS_AT = 'IF(ISNUMBER(nmRegionAsAt),TEXT(nmRegionAsAt,"d mmmm yyyy"),"a day not given")';

/** @param says - a formula's text before region, period and coverage: '"Figures as at "' @param notes - sentences under it */
export function regionHeading(title: string, says: string, notes: readonly string[]): readonly CellBlueprint[] {
  return [
    { row: 0, column: 0, style: "title", holds: { text: title } },
    { row: 1, column: 0, style: "subtitle", holds: { formula: `=${says}&${REGION}&", "&nmRegionPeriod&", as at "&${REGION_AS_AT}&": "&nmRegionCoverage&"."` } },
    ...notes.map((text, index): CellBlueprint => ({ row: 2 + index, column: 0, style: "note", holds: { text } })),
  ];
}
