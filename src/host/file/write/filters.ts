/** Filters and the way a list was sorted, as files have them. A filter that is still the file's own is written as it has it. */
import { areaName, type Area } from "../../workbook/area";
import type { ColumnFilter, DateGroup, FilterCriterion, SortState } from "../../workbook/filter";
import type { StylePatch } from "../../workbook/features";
import { sameData } from "../opened-file";
import { DATE_PARTS, operatorWord, sortedOnWord } from "../read/filters";
import { attribute, childrenOf, numberAttribute } from "../xml/query";
import { tag } from "../xml/write";
import { OrderedXml } from "./ordered-xml";

type PatchNumber = (patch: StylePatch) => number | null;

/** What there was in the file, and what there is now; columns counted from the filter's first. */
export interface FilterChange { readonly area: Area; readonly before: readonly ColumnFilter[]; readonly now: readonly ColumnFilter[]; readonly columns: number }

/** The `autoFilter` element. @param written - as the file has it; null for a new one */
export function filterXml(written: string | null, prefix: string, { area, before, now, columns }: FilterChange, patch: PatchNumber): string {
  const filter = new OrderedXml(written ?? `<${prefix}autoFilter/>`, ["filterColumn", "sortState", "extLst"], "autoFilter");
  // How the rows were sorted is told by cells that have moved.
  if (attribute(filter.root, "ref") !== areaName(area)) filter.put("sortState", null);
  filter.setAttributes({ ref: areaName(area) });
  const opened = childrenOf(filter.root, "filterColumn");
  const all: { readonly column: number; readonly xml: string }[] = [];
  for (const { column, criterion } of now) {
    const was = before.find((one) => one.criterion === criterion || (one.column === column && sameData(one.criterion, criterion)));
    const source = was === undefined ? undefined : opened.find((element) => numberAttribute(element, "colId") === was.column);
    if (source === undefined) all.push({ column, xml: tag("filterColumn", { colId: column }, criterionXml(criterion, patch)) });
    else all.push({ column, xml: filter.source.slice(source.start, source.end).replace(/(\scolId\s*=\s*["'])\d+/, `$1${column}`) });
  }
  // A column without a condition says that it has no button.
  for (const element of opened) {
    const column = numberAttribute(element, "colId") ?? 0;
    const isBare = element.children.length === 0;
    if (isBare && column < columns && !now.some((one) => one.column === column)) all.push({ column, xml: filter.source.slice(element.start, element.end) });
  }
  const text = all.sort((a, b) => a.column - b.column).map(({ xml }) => xml).join("");
  if (text !== opened.map((element) => filter.source.slice(element.start, element.end)).join("")) filter.put("filterColumn", text || null);
  return filter.apply();
}

function criterionXml(criterion: FilterCriterion, patch: PatchNumber): string {
  switch (criterion.kind) {
    case "values": return tag("filters", { blank: criterion.blanks || null }, criterion.texts.map((val) => tag("filter", { val })).join("") + criterion.dates.map(dateXml).join(""));
    case "custom": return customXml(criterion.tests, criterion.both);
    case "top": return tag("top10", { top: criterion.bottom ? false : null, percent: criterion.percent || null, val: criterion.count });
    case "dynamic": return tag("dynamicFilter", { type: criterion.period });
    case "colour": {
      const dxfId = criterion.colour === null ? null : patch(criterion.of === "cell" ? { fill: criterion.colour } : { fontColour: criterion.colour });
      return tag("colorFilter", { dxfId, cellColor: criterion.of === "cell" ? null : false });
    }
    case "carried": throw new Error(`A filter of the kind ${criterion.what} has lost its place in the file.`);
  }
}

function customXml(tests: readonly string[], both: boolean): string {
  const parts = tests.map((test) => {
    const [, sign = "=", rest = ""] = /^(<>|<=|>=|=|<|>)?([\s\S]*)$/.exec(test) ?? [];
    return { sign, rest };
  });
  if (parts.length === 1 && parts[0]?.sign === "=" && parts[0].rest === "") return tag("filters", { blank: true });
  return tag("customFilters", { and: both && parts.length > 1 ? true : null }, parts.map(({ sign, rest }) => {
    const val = sign === "<>" && rest === "" ? " " : rest;
    return tag("customFilter", { operator: sign === "=" ? null : operatorWord(sign), val });
  }).join(""));
}

const dateXml = (group: DateGroup): string =>
  tag("dateGroupItem", { ...Object.fromEntries(group.map((part, index) => [DATE_PARTS[index] ?? "second", part])), dateTimeGrouping: DATE_PARTS[group.length - 1] ?? "second" });

/** @param list - the rows that were sorted, without the header */
export function sortStateXml(sort: SortState, list: Area, patch: PatchNumber): string {
  const conditions = sort.keys.map(({ column, ascending, on, colour }) => tag("sortCondition", {
    descending: ascending ? null : true, sortBy: on === "Value" ? null : sortedOnWord(on),
    ref: rangeName({ ...list, left: list.left + column, right: list.left + column }),
    dxfId: colour === null ? null : patch(on === "CellColor" ? { fill: colour } : { fontColour: colour }),
  }));
  return tag("sortState", { caseSensitive: sort.matchCase || null, sortMethod: sort.byStroke ? "stroke" : null, ref: rangeName(list) }, conditions.join(""));
}

const rangeName = (area: Area): string => { const name = areaName(area); return name.includes(":") ? name : `${name}:${name}`; };
