/** What a file holds that the workbook does not show, in words. All of it stays in the file. */
import { relationships, type Parts } from "../package/package";
import type { TabOrigin } from "../opened-file";

/** By the kind of relationship. Drawings are spoken of by whoever reads them. */
const onSheets: ReadonlyMap<string, string> = new Map([
  ["comments", "notes"], ["threadedComment", "comments"], ["pivotTable", "a pivot table"], ["slicer", "slicers"], ["timeline", "a timeline"], ["oleObject", "embedded objects"],
  ["control", "form controls"], ["ctrlProp", "form controls"], ["image", "a background picture"], ["queryTable", "a query"],
]);
const inWorkbook: ReadonlyMap<string, string> = new Map([
  ["externalLink", "Links to other workbooks are kept and not followed."], ["vbaProject", "Macros are kept and not run."], ["connections", "Data connections are kept and not followed."],
  ["customDataProps", "Data models are kept and not shown."], ["xmlMaps", "XML maps are kept and not used."],
]);

export function carriedInWorkbook(parts: Parts, workbookPart: string): readonly string[] {
  return [...new Set(relationships(parts, workbookPart).flatMap(({ kind }) => inWorkbook.get(kind) ?? []))];
}

/** @param text - the sheet part's text */
export function carriedOnSheet(parts: Parts, { name, part }: TabOrigin, text: string): readonly string[] {
  const kinds = new Set(relationships(parts, part).flatMap(({ kind }) => onSheets.get(kind) ?? []));
  if (/<\w+:sparklineGroup[\s>]/.test(text)) kinds.add("sparklines");
  if (/<x14:cfRule[\s>]/.test(text)) kinds.add("newer kinds of highlight");
  return [...kinds].map((what) => `${name}: ${what} kept, not shown.`);
}
