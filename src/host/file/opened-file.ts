/** A workbook together with the file it came from, so that a save can leave everything alone that was not changed. */
import type { Sheet, SheetFeatures } from "../workbook/sheet";
import type { DocumentProperties } from "../workbook/document";
import type { Workbook } from "../workbook/workbook";
import type { CalculationSettings } from "../workbook/document";
import type { DefinedName } from "../workbook/features";
import type { Package } from "./package/package";
import type { SharedString } from "./read/shared-strings";
import type { CustomProperties, CustomXmlOrigin } from "./read/custom-parts";
import type { Structure } from "./read/structure";
import type { StyleSheet } from "./read/styles";

export interface OpenedFile {
  readonly workbook: Workbook;
  /** The file's parts as they were. */
  readonly source: Package;
  /** What the file holds that is kept but not shown, in words. */
  readonly notes: readonly string[];
  /** What the workbook was when it was opened, to tell what has changed since. */
  readonly origin: Origin;
}

/** A tab of the file. Chart sheets and old macro sheets have no sheet in the model. */
export interface TabOrigin {
  readonly name: string;
  readonly relation: string;
  readonly part: string;
  /** The `<sheet>` element as written. */
  readonly xml: string;
  readonly sheet: Sheet | null;
}

export interface SheetOrigin {
  readonly part: string;
  readonly features: SheetFeatures;
  /** The part and relationship of each table by its id. */
  readonly tables: ReadonlyMap<number, { readonly part: string; readonly relation: string }>;
  /** The part and relationship of each custom property by its name. */
  readonly properties: ReadonlyMap<string, { readonly part: string; readonly relation: string }>;
}

export interface Origin {
  readonly workbookPart: string;
  readonly stylesPart: string | null;
  readonly stringsPart: string | null;
  readonly tabs: readonly TabOrigin[];
  readonly sheets: ReadonlyMap<Sheet, SheetOrigin>;
  readonly active: Sheet | null;
  readonly names: readonly DefinedName[];
  readonly properties: DocumentProperties;
  readonly settings: ReadonlyMap<string, string>;
  readonly structure: Structure;
  readonly calculation: CalculationSettings;
  readonly customXml: ReadonlyMap<string, CustomXmlOrigin>;
  readonly customProperties: CustomProperties;
  readonly strings: readonly SharedString[];
  readonly styles: StyleSheet;
  /** The numbers of the cell metadata entries that mark dynamic arrays. */
  readonly dynamicMarks: ReadonlySet<string>;
  /** How the file spells what the model holds as an object (a validation, a highlight, a link, a name), while that object lives. */
  readonly written: ReadonlyMap<object, string>;
}

/** All plain features of a sheet as they are now. */
export function featuresOf(sheet: Sheet): SheetFeatures {
  return {
    visibility: sheet.get("visibility"), tabColour: sheet.get("tabColour"), gridlines: sheet.get("gridlines"), headings: sheet.get("headings"),
    frozen: sheet.get("frozen"), zoom: sheet.get("zoom"), standardWidth: sheet.get("standardWidth"), standardHeight: sheet.get("standardHeight"),
    columns: sheet.get("columns"), rows: sheet.get("rows"), summaries: sheet.get("summaries"), merges: sheet.get("merges"), tables: sheet.get("tables"), autoFilter: sheet.get("autoFilter"), validations: sheet.get("validations"),
    conditionalFormats: sheet.get("conditionalFormats"), hyperlinks: sheet.get("hyperlinks"), charts: sheet.get("charts"), comments: sheet.get("comments"),
    pageSetup: sheet.get("pageSetup"), pageBreaks: sheet.get("pageBreaks"), protection: sheet.get("protection"), properties: sheet.get("properties"),
  };
}

/** True where two values of the model hold the same: plain data, arrays and maps. */
export function sameData(a: unknown, b: unknown): boolean {
  if (Object.is(a, b)) return true;
  if (typeof a !== "object" || typeof b !== "object" || a === null || b === null) return false;
  if (a instanceof Map && b instanceof Map) return a.size === b.size && [...a].every(([key, value]) => b.has(key) && sameData(value, b.get(key)));
  if (Array.isArray(a) && Array.isArray(b)) return a.length === b.length && a.every((value, index) => sameData(value, b[index]));
  if (Array.isArray(a) || Array.isArray(b) || a instanceof Map || b instanceof Map) return false;
  const [left, right] = [new Map(Object.entries(a)), new Map(Object.entries(b))];
  return sameData(left, right);
}
