/** Filters and the way a list was sorted, of a table or of a sheet. */
import { parseArea, type Area } from "../../workbook/area";
import type { ColumnFilter, DateGroup, FilterCriterion, SheetFilter, SortKey, SortState } from "../../workbook/filter";
import type { StylePatch } from "../../workbook/features";
import { attribute, child, childrenOf, numberAttribute, yesNo } from "../xml/query";
import type { XmlElement } from "../xml/scan";

const OPERATORS: ReadonlyMap<string, string> = new Map([
  ["equal", "="], ["notEqual", "<>"], ["greaterThan", ">"], ["greaterThanOrEqual", ">="], ["lessThan", "<"], ["lessThanOrEqual", "<="],
]);
/** How files spell a condition's sign. */
export const operatorWord = (sign: string): string | null => [...OPERATORS].find(([, one]) => one === sign)?.[0] ?? null;
/** The parts of a date, from the coarsest. */
export const DATE_PARTS = ["year", "month", "day", "hour", "minute", "second"] as const;

/** @param filter - the `autoFilter` element; null where there is none @param patches - the looks that colour filters name by number */
export function readColumnFilters(filter: XmlElement | null, patches: readonly StylePatch[]): readonly ColumnFilter[] {
  return childrenOf(filter, "filterColumn").flatMap((element) => {
    const column = numberAttribute(element, "colId");
    const criterion = readCriterion(element, patches);
    return column === null || criterion === null ? [] : [{ column, criterion }];
  });
}

/** A column without a condition only hides its button. */
function readCriterion(element: XmlElement, patches: readonly StylePatch[]): FilterCriterion | null {
  const inner = element.children.find(({ local }) => local !== "extLst");
  if (inner === undefined) return child(element, "extLst") === null ? null : { kind: "carried", what: "extLst" };
  switch (inner.local) {
    case "filters": return {
      kind: "values", texts: childrenOf(inner, "filter").map((one) => attribute(one, "val") ?? ""), blanks: yesNo(inner, "blank", false),
      dates: childrenOf(inner, "dateGroupItem").map(readDate),
    };
    case "customFilters": return { kind: "custom", both: yesNo(inner, "and", false), tests: childrenOf(inner, "customFilter").map(readTest) };
    case "top10": return { kind: "top", count: numberAttribute(inner, "val") ?? 10, percent: yesNo(inner, "percent", false), bottom: !yesNo(inner, "top", true) };
    case "dynamicFilter": return { kind: "dynamic", period: attribute(inner, "type") ?? "null" };
    case "colorFilter": {
      const patch = patches[numberAttribute(inner, "dxfId") ?? -1] ?? {};
      const ofCell = yesNo(inner, "cellColor", true);
      return { kind: "colour", of: ofCell ? "cell" : "font", colour: (ofCell ? patch.fill : patch.fontColour) ?? null };
    }
    default: return { kind: "carried", what: inner.local };
  }
}

/** Not equal to a blank is how files say "not blank". */
function readTest(element: XmlElement): string {
  const sign = OPERATORS.get(attribute(element, "operator") ?? "equal") ?? "=";
  const value = attribute(element, "val") ?? "";
  return sign === "<>" && value === " " ? "<>" : sign + value;
}

function readDate(element: XmlElement): DateGroup {
  const grouping = DATE_PARTS.findIndex((part) => part === attribute(element, "dateTimeGrouping"));
  return DATE_PARTS.slice(0, grouping + 1).map((part) => numberAttribute(element, part) ?? 0);
}

export function readSheetFilter(root: XmlElement, patches: readonly StylePatch[]): SheetFilter | null {
  const filter = child(root, "autoFilter");
  const area = parseArea(attribute(filter, "ref") ?? "");
  return area === null ? null : { area, columns: readColumnFilters(filter, patches) };
}

const SORTED_ON: ReadonlyMap<string, SortKey["on"]> = new Map([["value", "Value"], ["cellColor", "CellColor"], ["fontColor", "FontColor"]]);
export const sortedOnWord = (on: SortKey["on"]): string => [...SORTED_ON].find(([, one]) => one === on)?.[0] ?? "value";

/** @returns null where it is sorted by a custom list or by icons, which the model does not hold */
export function readSortState(element: XmlElement | null, table: Area, patches: readonly StylePatch[]): SortState | null {
  if (element === null || yesNo(element, "columnSort", false)) return null;
  const keys: SortKey[] = [];
  for (const condition of childrenOf(element, "sortCondition")) {
    const on = SORTED_ON.get(attribute(condition, "sortBy") ?? "value");
    const area = parseArea(attribute(condition, "ref") ?? "");
    if (on === undefined || area === null || attribute(condition, "customList") !== null) return null;
    const patch = patches[numberAttribute(condition, "dxfId") ?? -1] ?? {};
    keys.push({ column: area.left - table.left, ascending: !yesNo(condition, "descending", false), on, colour: (on === "CellColor" ? patch.fill : on === "FontColor" ? patch.fontColour : null) ?? null });
  }
  return { keys, matchCase: yesNo(element, "caseSensitive", false), byStroke: attribute(element, "sortMethod") === "stroke" };
}
