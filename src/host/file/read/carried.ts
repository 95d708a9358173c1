/**
 * What a file holds that the workbook does not show, in words. All of it stays in the file. A part of a kind that nobody here has heard of
 * is named by its kind, so that nothing is kept in silence.
 */
import { relationships, type Parts } from "../package/package";
import type { TabOrigin } from "../opened-file";
import { child } from "../xml/query";
import type { XmlElement } from "../xml/scan";

/** By the kind of relationship; null for what is shown, is read, or is only how the file keeps something else that is named. */
const onSheets: ReadonlyMap<string, string | null> = new Map([
  ["comments", "notes"], ["threadedComment", "comments"], ["pivotTable", "a pivot table"], ["slicer", "slicers"], ["timeline", "a timeline"], ["oleObject", "embedded objects"],
  ["package", "embedded objects"], ["control", "form controls"], ["ctrlProp", "form controls"], ["image", "a background picture"], ["queryTable", "a query"],
  ["namedSheetView", "sheet views of other people"], ["tableSingleCells", "cells tied to XML"], ["wsSortMap", "an order of sorting"],
  ["drawing", null], ["vmlDrawing", null], ["table", null], ["hyperlink", null], ["customProperty", null], ["printerSettings", null],
]);

/** By what the sheet's own text has around its cells. */
const aroundCells: readonly (readonly [mark: RegExp, what: string])[] = [
  [/<\w+:sparklineGroup[\s>]/, "sparklines"], [/<x14:cfRule[\s>]/, "newer kinds of highlight"], [/<(?:\w+:)?legacyDrawingHF[\s/]/, "pictures in headers or footers"],
  [/<(?:\w+:)?scenarios[\s>]/, "scenarios"], [/<(?:\w+:)?customSheetViews[\s>]/, "custom views"], [/<(?:\w+:)?dataConsolidate[\s>/]/, "a consolidation"],
];
/** By what its cells have; the plain words are looked for first, since there may be millions of cells. */
const inCells: readonly (readonly [word: string, mark: RegExp, what: string])[] = [
  ['vm="', /<(?:\w+:)?c [^>]*\bvm="/, "pictures or data types in cells"], ['"dataTable"', /<(?:\w+:)?f [^>]*\bt="dataTable"/, "a what-if table"],
];

const inWorkbook: ReadonlyMap<string, string | null> = new Map([
  ["externalLink", "Links to other workbooks are kept and not followed."], ["vbaProject", "Macros are kept and not run."], ["connections", "Data connections are kept and not followed."],
  ["powerPivotData", "A data model is kept and not shown."], ["customData", "Data of another program's is kept and not shown."], ["xmlMaps", "XML maps are kept and not used."],
  ["FeaturePropertyBag", "Check boxes in cells are kept and shown as TRUE and FALSE."], ["revisionHeaders", "A record of changes is kept and not continued."],
  ["attachedToolbars", "Toolbars of the file's own are kept and not shown."], ["volatileDependencies", "Real-time data is kept and not fetched."],
  ["jsaProject", "Scripts are kept and not run."], ["python", "Python is kept and not run."],
  ["worksheet", null], ["chartsheet", null], ["dialogsheet", null], ["xlMacrosheet", null], ["xlIntlMacrosheet", null], ["styles", null], ["theme", null], ["sharedStrings", null],
  ["calcChain", null], ["sheetMetadata", null], ["customXml", null], ["person", null], ["pivotCacheDefinition", null], ["slicerCache", null], ["timelineCache", null],
  ["rdRichValue", null], ["rdRichValueStructure", null], ["rdRichValueTypes", null], ["richValueRel", null], ["rdArray", null], ["richStyles", null], ["rdSupportingPropertyBag", null],
  ["rdSupportingPropertyBagStructure", null], ["rdRichValueWebImage", null], ["customDataProps", null], ["vbaProjectSignature", null], ["usernames", null],
]);

const inPackage: ReadonlyMap<string, string | null> = new Map([
  ["origin", "A digital signature is kept, and is no longer valid once the workbook is changed."], ["ui", "Ribbon buttons of the file's own are kept and not shown."],
  ["extensibility", "Ribbon buttons of the file's own are kept and not shown."], ["webextensiontaskpanes", "Add-ins that the file brings are kept and not started."],
  ["classificationlabels", "A sensitivity label is kept."], ["custom-properties", "Custom document properties are kept and not shown."],
  ["officeDocument", null], ["core-properties", null], ["extended-properties", null], ["thumbnail", null], ["customXml", null],
]);

export function carriedInWorkbook(parts: Parts, workbookPart: string): readonly string[] {
  const named = (source: string, words: ReadonlyMap<string, string | null>): readonly string[] => relationships(parts, source).flatMap(({ kind }) => {
    const says = words.get(kind);
    return says === undefined ? [`Something of the kind "${kind}" is kept and not shown.`] : says ?? [];
  });
  return [...new Set([...named("", inPackage), ...named(workbookPart, inWorkbook)])];
}

/** @param sheet - the sheet part, scanned */
export function carriedOnSheet(parts: Parts, { name, part }: TabOrigin, { text, root }: { readonly text: string; readonly root: XmlElement }): readonly string[] {
  const kinds = new Set<string>();
  for (const { kind } of relationships(parts, part)) {
    const what = onSheets.get(kind);
    if (what !== null) kinds.add(what ?? `something of the kind "${kind}"`);
  }
  const data = child(root, "sheetData");
  const around = data === null ? text : text.slice(0, data.openEnd) + text.slice(data.closeStart);
  for (const [mark, what] of aroundCells) if (mark.test(around)) kinds.add(what);
  for (const [word, mark, what] of inCells) if (text.includes(word) && mark.test(text)) kinds.add(what);
  return [...kinds].map((what) => `${name}: ${what} kept, not shown.`);
}
