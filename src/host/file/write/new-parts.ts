/** The parts that a new workbook starts from. */
import { strToU8 } from "fflate";
import { Package } from "../package/package";
import { CONTENT_TYPES, contentTypes, PACKAGE_RELATIONSHIPS, RELATIONSHIPS, relationType, SPREADSHEET } from "../package/part-kinds";
import { declaration } from "../xml/write";
import { officeTheme } from "./office-theme";

/** A style sheet with Calibri 11 and nothing else. The second fill is one that Excel takes for granted. */
export const emptyStyles = `${declaration}<styleSheet xmlns="${SPREADSHEET}">`
  + '<fonts count="1"><font><sz val="11"/><name val="Calibri"/><family val="2"/></font></fonts>'
  + '<fills count="2"><fill><patternFill patternType="none"/></fill><fill><patternFill patternType="gray125"/></fill></fills>'
  + '<borders count="1"><border><left/><right/><top/><bottom/><diagonal/></border></borders>'
  + '<cellStyleXfs count="1"><xf numFmtId="0" fontId="0" fillId="0" borderId="0"/></cellStyleXfs>'
  + '<cellXfs count="1"><xf numFmtId="0" fontId="0" fillId="0" borderId="0" xfId="0"/></cellXfs>'
  + '<cellStyles count="1"><cellStyle name="Normal" xfId="0" builtinId="0"/></cellStyles></styleSheet>';

export const WORKBOOK_PART = "xl/workbook.xml";
export const STYLES_PART = "xl/styles.xml";

/** A sheet without anything. */
export const emptySheet = `${declaration}<worksheet xmlns="${SPREADSHEET}" xmlns:r="${RELATIONSHIPS}"><sheetData/></worksheet>`;

/** A package with a workbook that has no sheets yet. */
export function emptyPackage(): Package {
  const override = (part: string, type: string): string => `<Override PartName="/${part}" ContentType="${type}"/>`;
  const relation = (id: string, kind: "officeDocument" | "styles" | "theme", target: string): string => `<Relationship Id="${id}" Type="${relationType(kind)}" Target="${target}"/>`;
  const parts: readonly (readonly [string, string])[] = [
    ["[Content_Types].xml", `<Types xmlns="${CONTENT_TYPES}"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/>`
      + override(WORKBOOK_PART, contentTypes.workbook) + override(STYLES_PART, contentTypes.styles) + override("xl/theme/theme1.xml", contentTypes.theme) + "</Types>"],
    ["_rels/.rels", `<Relationships xmlns="${PACKAGE_RELATIONSHIPS}">${relation("rId1", "officeDocument", WORKBOOK_PART)}</Relationships>`],
    [WORKBOOK_PART, `<workbook xmlns="${SPREADSHEET}" xmlns:r="${RELATIONSHIPS}"><bookViews><workbookView/></bookViews><sheets></sheets><calcPr calcId="191029"/></workbook>`],
    ["xl/_rels/workbook.xml.rels", `<Relationships xmlns="${PACKAGE_RELATIONSHIPS}">${relation("rId1", "styles", "styles.xml")}${relation("rId2", "theme", "theme/theme1.xml")}</Relationships>`],
    ["xl/theme/theme1.xml", officeTheme],
    [STYLES_PART, emptyStyles.slice(declaration.length)],
  ];
  return new Package(new Map(parts.map(([name, text]) => [name, strToU8(text.startsWith("<?xml") ? text : declaration + text)])));
}
