/** The content types and relationship types that a workbook's package is made of (ECMA-376 parts 1 and 2). */

export const SPREADSHEET = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
export const RELATIONSHIPS = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
export const STRICT_RELATIONSHIPS = "http://purl.oclc.org/ooxml/officeDocument/relationships";
export const PACKAGE_RELATIONSHIPS = "http://schemas.openxmlformats.org/package/2006/relationships";
export const CONTENT_TYPES = "http://schemas.openxmlformats.org/package/2006/content-types";
export const DRAWING = "http://schemas.openxmlformats.org/drawingml/2006/main";
export const SHEET_DRAWING = "http://schemas.openxmlformats.org/drawingml/2006/spreadsheetDrawing";
export const CHART = "http://schemas.openxmlformats.org/drawingml/2006/chart";

export const RELATIONSHIPS_TYPE = "application/vnd.openxmlformats-package.relationships+xml";

const SHEET_ML = "application/vnd.openxmlformats-officedocument.spreadsheetml.";

export const contentTypes = {
  workbook: `${SHEET_ML}sheet.main+xml`,
  worksheet: `${SHEET_ML}worksheet+xml`,
  styles: `${SHEET_ML}styles+xml`,
  sharedStrings: `${SHEET_ML}sharedStrings+xml`,
  table: `${SHEET_ML}table+xml`,
  metadata: `${SHEET_ML}sheetMetadata+xml`,
  customProperty: `${SHEET_ML}customProperty`,
  comments: `${SHEET_ML}comments+xml`,
  threadedComments: "application/vnd.ms-excel.threadedcomments+xml",
  persons: "application/vnd.ms-excel.person+xml",
  vmlDrawing: "application/vnd.openxmlformats-officedocument.vmlDrawing",
  customXml: "application/xml",
  customXmlProperties: "application/vnd.openxmlformats-officedocument.customXmlProperties+xml",
  customProperties: "application/vnd.openxmlformats-officedocument.custom-properties+xml",
  drawing: "application/vnd.openxmlformats-officedocument.drawing+xml",
  chart: "application/vnd.openxmlformats-officedocument.drawingml.chart+xml",
  theme: "application/vnd.openxmlformats-officedocument.theme+xml",
  core: "application/vnd.openxmlformats-package.core-properties+xml",
  app: "application/vnd.openxmlformats-officedocument.extended-properties+xml",
} as const;

/** The last step of a relationship's type; the same in the transitional and the strict form. */
export type RelationKind =
  | "officeDocument" | "worksheet" | "chartsheet" | "styles" | "sharedStrings" | "theme" | "table" | "drawing" | "chart" | "hyperlink"
  | "sheetMetadata" | "calcChain" | "customProperty" | "core-properties" | "extended-properties" | "pivotTable" | "customXml" | "customXmlProps" | "custom-properties" | "comments" | "threadedComment" | "person" | "vmlDrawing";

/** The relationship type to write for a kind. */
export function relationType(kind: RelationKind): string {
  if (kind === "threadedComment" || kind === "person") return `http://schemas.microsoft.com/office/2017/10/relationships/${kind}`;
  return kind === "core-properties" ? "http://schemas.openxmlformats.org/package/2006/relationships/metadata/core-properties" : `${RELATIONSHIPS}/${kind}`;
}

/** The namespaces that a strict workbook has instead (ECMA-376 part 1, annex A of part 4), longest first. */
const strictNames: readonly (readonly [usual: string, strict: string])[] = [
  [SHEET_DRAWING, "http://purl.oclc.org/ooxml/drawingml/spreadsheetDrawing"], [CHART, "http://purl.oclc.org/ooxml/drawingml/chart"], [DRAWING, "http://purl.oclc.org/ooxml/drawingml/main"],
  [SPREADSHEET, "http://purl.oclc.org/ooxml/spreadsheetml/main"], [RELATIONSHIPS, STRICT_RELATIONSHIPS],
];

/** XML made here as a strict workbook spells it. */
export function strictly(xml: string): string {
  return strictNames.reduce((text, [usual, strict]) => text.replaceAll(usual, strict), xml);
}
