/** What a sheet looks like around its cells: tab, view, columns, rows, protection. */
import { MAX_COLUMNS, parseArea, type Area } from "../../workbook/area";
import type { Protection } from "../../workbook/features";
import { columnCharacters } from "../../workbook/measure";
import { DEEPEST_LEVEL, type OutlineMark } from "../../workbook/outline";
import type { ColumnFormat, RowFormat, SheetFeatures } from "../../workbook/sheet";
import { attribute, at, child, childrenOf, isYes, numberAttribute, yesNo } from "../xml/query";
import type { XmlElement } from "../xml/scan";
import { rawAttribute } from "../xml/sheet-data";
import { readColour, type Theme } from "./theme";

const DIGIT_PIXELS = 7;

/** A file's column width (digits of seven pixels, padding included) in characters of Excel's width box. @example boxWidth(9.140625) // => 8.43 */
export function boxWidth(fileWidth: number): number {
  return columnCharacters(Math.trunc((256 * fileWidth + Math.trunc(128 / DIGIT_PIXELS)) / 256 * DIGIT_PIXELS));
}

export function readSheetView(root: XmlElement, theme: Theme): Pick<SheetFeatures, "tabColour" | "gridlines" | "headings" | "frozen" | "zoom" | "standardWidth" | "standardHeight" | "summaries"> {
  const view = at(root, "sheetViews", "sheetView");
  const pane = child(view, "pane");
  const isFrozen = /^frozen/.test(attribute(pane, "state") ?? "");
  const format = child(root, "sheetFormatPr");
  const outline = at(root, "sheetPr", "outlinePr");
  return {
    tabColour: readColour(at(root, "sheetPr", "tabColor"), theme),
    gridlines: yesNo(view, "showGridLines", true),
    headings: yesNo(view, "showRowColHeaders", true),
    frozen: { rows: isFrozen ? numberAttribute(pane, "ySplit") ?? 0 : 0, columns: isFrozen ? numberAttribute(pane, "xSplit") ?? 0 : 0 },
    zoom: numberAttribute(view, "zoomScale") ?? 100,
    summaries: { rows: yesNo(outline, "summaryBelow", true) ? "after" : "before", columns: yesNo(outline, "summaryRight", true) ? "after" : "before" },
    standardWidth: standardWidth(format),
    standardHeight: numberAttribute(format, "defaultRowHeight") ?? 15,
  };
}

/** Without a width of its own, a sheet's columns are as wide as some digits need, rounded up to eight pixels. */
function standardWidth(format: XmlElement | null): number {
  const width = numberAttribute(format, "defaultColWidth");
  if (width !== null) return boxWidth(width);
  const digits = numberAttribute(format, "baseColWidth") ?? 8;
  return columnCharacters(Math.ceil((digits * DIGIT_PIXELS + 5) / 8) * 8);
}

/** The cells that are selected on the sheet. */
export function readSelection(root: XmlElement): Area {
  const view = at(root, "sheetViews", "sheetView");
  const active = attribute(child(view, "pane"), "activePane") ?? "topLeft";
  const selection = childrenOf(view, "selection").find((entry) => (attribute(entry, "pane") ?? "topLeft") === active);
  return parseArea((attribute(selection ?? null, "sqref") ?? "A1").split(" ")[0] ?? "A1") ?? { top: 0, left: 0, bottom: 0, right: 0 };
}

/** Every column that has something of its own. */
export function readColumns(root: XmlElement, standard: number): ReadonlyMap<number, ColumnFormat> {
  const columns = new Map<number, ColumnFormat>();
  for (const { element, first, last } of columnSpans(child(root, "cols"))) {
    const format = columnFormat(element, standard);
    if (format !== null) for (let column = first; column <= last; column++) columns.set(column, format);
  }
  return columns;
}

interface ColumnSpan { readonly element: XmlElement; readonly first: number; readonly last: number }

/** The columns that each `<col>` speaks of. Of two that speak of the same column the first counts, so that no file can keep a reader busy with columns that it repeats. */
export function columnSpans(cols: XmlElement | null): readonly ColumnSpan[] {
  let next = 0;
  return childrenOf(cols, "col").flatMap((element) => {
    const min = Math.trunc(numberAttribute(element, "min") ?? 1);
    const first = Math.max(next, min - 1);
    const last = Math.min(MAX_COLUMNS, Math.trunc(numberAttribute(element, "max") ?? min)) - 1;
    next = Math.max(next, last + 1);
    return first <= last ? [{ element, first, last }] : [];
  });
}

function columnFormat(element: XmlElement, standard: number): ColumnFormat | null {
  const written = numberAttribute(element, "width");
  const width = written === null ? null : boxWidth(written);
  const isOwn = width !== null && (yesNo(element, "customWidth", false) || yesNo(element, "bestFit", false) || width !== standard);
  const format: ColumnFormat = { width: isOwn && width !== null && width > 0 ? width : null, hidden: yesNo(element, "hidden", false) || width === 0, style: numberAttribute(element, "style") ?? 0,
    ...outlineMark(numberAttribute(element, "outlineLevel"), yesNo(element, "collapsed", false)) };
  return format.width === null && isPlain(format) ? null : format;
}

/** What a row's start tag says of its format; null where it says nothing. @param attributes - the start tag's inside */
export function readRow(attributes: string): RowFormat | null {
  const height = rawAttribute(attributes, "ht");
  const hidden = isYes(rawAttribute(attributes, "hidden") ?? "0");
  const style = isYes(rawAttribute(attributes, "customFormat") ?? "0") ? Number(rawAttribute(attributes, "s") ?? "0") : 0;
  const points = height === null ? null : Number(height);
  // A row of no height is a hidden row.
  const format: RowFormat = { height: points === null || !Number.isFinite(points) || points === 0 ? null : points, hidden: hidden || points === 0, style,
    ...outlineMark(Number(rawAttribute(attributes, "outlineLevel") ?? "0"), isYes(rawAttribute(attributes, "collapsed") ?? "0")) };
  return format.height === null && isPlain(format) ? null : format;
}

const outlineMark = (level: number | null, isShut: boolean): OutlineMark => ({
  ...(level !== null && level >= 1 && level <= DEEPEST_LEVEL ? { level: Math.trunc(level) } : {}), ...(isShut ? { shut: true } : {}),
});
const isPlain = ({ hidden, style, level, shut }: RowFormat | ColumnFormat): boolean => !hidden && style === 0 && level === undefined && shut === undefined;

/** Office.js's words for what may be done on a protected sheet, and the file's; the file says what may not. */
export const protectionFlags: readonly (readonly [option: string, attribute: string, lockedWithout: boolean])[] = [
  ["allowEditObjects", "objects", false], ["allowEditScenarios", "scenarios", false],
  ["allowFormatCells", "formatCells", true], ["allowFormatColumns", "formatColumns", true], ["allowFormatRows", "formatRows", true],
  ["allowInsertColumns", "insertColumns", true], ["allowInsertRows", "insertRows", true], ["allowInsertHyperlinks", "insertHyperlinks", true],
  ["allowDeleteColumns", "deleteColumns", true], ["allowDeleteRows", "deleteRows", true], ["allowSort", "sort", true], ["allowAutoFilter", "autoFilter", true], ["allowPivotTables", "pivotTables", true],
];
export const passwordWords: readonly string[] = ["password", "algorithmName", "hashValue", "saltValue", "spinCount"];

export function readProtection(root: XmlElement): Protection | null {
  const element = child(root, "sheetProtection");
  if (!yesNo(element, "sheet", false)) return null;
  const options: Record<string, boolean | string> = {};
  for (const [option, name, otherwise] of protectionFlags) options[option] = !yesNo(element, name, otherwise);
  options["selectionMode"] = !yesNo(element, "selectLockedCells", false) ? "Normal" : !yesNo(element, "selectUnlockedCells", false) ? "Unlocked" : "None";
  const passwordAttributes: Record<string, string> = {};
  for (const word of passwordWords) {
    const value = attribute(element, word);
    if (value !== null) passwordAttributes[word] = value;
  }
  return { options, passwordAttributes };
}
