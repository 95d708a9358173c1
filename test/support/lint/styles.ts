/** The style sheet: its lists and what cell formats lean on. */
import { checkOrder, childOf, childrenOf, duplicates, numberOf, type Parts } from "./parts";

const ORDER = ["numFmts", "fonts", "fills", "borders", "cellStyleXfs", "cellXfs", "cellStyles", "dxfs", "tableStyles", "colors", "extLst"];
const MOST_FORMATS = 65_490;

/** How many cell formats there are, and how many looks for conditional formats. */
export interface Styles { readonly formats: number; readonly patches: number }

export function checkStyles(parts: Parts, part: string | undefined): Styles {
  const root = part === undefined ? null : parts.root(part);
  if (part === undefined || root === null) return { formats: 1, patches: 0 };
  checkOrder(parts, "STY-1", part, root, ORDER);
  const list = (local: string): readonly Element[] => childrenOf(childOf(root, local));
  for (const local of ["fonts", "fills", "borders", "cellStyleXfs", "cellXfs", "cellStyles", "dxfs", "numFmts"]) {
    const count = childOf(root, local)?.getAttribute("count");
    if (count !== null && count !== undefined && Number(count) !== list(local).length) parts.report("STY-2", part, `<${local}> says ${count} and holds ${list(local).length}`);
  }
  const patterns = list("fills").slice(0, 2).map((fill) => childOf(fill, "patternFill")?.getAttribute("patternType"));
  if (patterns[0] !== "none" || patterns[1] !== "gray125") parts.report("STY-5", part, `the first fills are ${patterns.join(" and ")}`);
  const formats = list("cellXfs");
  const said = Math.max(formats.length, Number(childOf(root, "cellXfs")?.getAttribute("count") ?? 0));
  if (said > MOST_FORMATS) parts.report("STY-6", part, `there are ${said} cell formats`);
  checkFormats(parts, part, formats, list);
  for (const style of list("cellStyles")) if (numberOf(style, "xfId") >= list("cellStyleXfs").length) parts.report("STY-7", part, `the style ${style.getAttribute("name") ?? ""} uses format ${style.getAttribute("xfId") ?? ""}, which is not there`);
  for (const name of duplicates(list("cellStyles").map((style) => style.getAttribute("name") ?? ""))) parts.report("STY-7", part, `two styles are called ${name}`);
  return { formats: Math.max(1, formats.length), patches: list("dxfs").length };
}

function checkFormats(parts: Parts, part: string, formats: readonly Element[], list: (local: string) => readonly Element[]): void {
  const most: Readonly<Record<string, number>> = { fontId: list("fonts").length, fillId: list("fills").length, borderId: list("borders").length, xfId: Math.max(1, list("cellStyleXfs").length) };
  const codes = new Map(list("numFmts").map((format) => [format.getAttribute("numFmtId") ?? "", format.getAttribute("formatCode") ?? ""]));
  for (const [id, code] of codes) if (code === "" || code.length > 255) parts.report("STY-4", part, `the number format ${id} has a code of ${code.length} characters`);
  formats.forEach((xf, index) => {
    for (const [name, count] of Object.entries(most)) if (Number(xf.getAttribute(name) ?? 0) >= count) parts.report("STY-3", part, `cell format ${index} uses ${name} ${xf.getAttribute(name) ?? ""}, which is not there`);
    const format = xf.getAttribute("numFmtId") ?? "0";
    if (Number(format) >= 164 && !codes.has(format)) parts.report("STY-4", part, `cell format ${index} uses number format ${format}, which is not there`);
  });
}
