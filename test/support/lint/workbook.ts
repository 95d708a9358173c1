/** The workbook part: sheets, names and styles. */
import { checkOrder, childOf, childrenOf, duplicates, relationIdOf, sheetsIn, type Parts } from "./parts";

const ORDER = ["fileVersion", "fileSharing", "workbookPr", "workbookProtection", "bookViews", "sheets", "functionGroups", "externalReferences", "definedNames", "calcPr", "oleSize", "customWorkbookViews", "pivotCaches", "smartTagPr", "smartTagTypes", "webPublishing", "fileRecoveryPr", "webPublishObjects", "extLst"];
const STYLES = ["numFmts", "fonts", "fills", "borders", "cellStyleXfs", "cellXfs", "cellStyles", "dxfs", "tableStyles", "colors", "extLst"];

export interface Styles { readonly formats: number; readonly patches: number }
export interface Sheet { readonly name: string; readonly part: string; readonly isWorksheet: boolean }
export interface Book { readonly part: string; readonly sheets: readonly Sheet[]; readonly strings: readonly string[]; readonly styles: Styles; readonly names: readonly string[] }

function checkSheets(parts: Parts, part: string, root: Element): readonly Sheet[] {
  const elements = childrenOf(childOf(root, "sheets"), "sheet");
  const names = elements.map((element) => element.getAttribute("name") ?? "");
  for (const name of duplicates(names)) parts.report(part, `two sheets are called ${name}`);
  for (const name of names) if (name === "" || name.length > 31 || /[\\/?*[\]:]/.test(name) || /^'|'$/.test(name)) parts.report(part, `a sheet cannot be called "${name}"`);
  for (const id of duplicates(elements.map((element) => element.getAttribute("sheetId") ?? ""))) parts.report(part, `two sheets have the number ${id}`);
  if (!elements.some((element) => (element.getAttribute("state") ?? "visible") === "visible")) parts.report(part, "no sheet is visible");
  const active = Number(childOf(childOf(root, "bookViews"), "workbookView")?.getAttribute("activeTab") ?? 0);
  if (active >= elements.length) parts.report(part, `the open tab ${active} is not there`);
  return elements.map((element, index) => {
    const relation = parts.relationsOf(part).find(({ id }) => id === relationIdOf(element));
    if (relation === undefined) parts.report(part, `the sheet ${names[index] ?? ""} has no part`);
    return { name: names[index] ?? "", part: relation?.target ?? "", isWorksheet: relation?.kind === "worksheet" };
  });
}

const NAME = /^[\p{L}_\\][\p{L}\p{N}_.\\?]{0,254}$/u;
const looksLikeCell = (name: string): boolean => /^[A-Z]{1,3}[1-9]\d{0,6}$/i.test(name) || /^(?:[rc]|r\d+c\d+)$/i.test(name);

function checkNames(parts: Parts, part: string, root: Element, sheets: readonly Sheet[]): readonly string[] {
  const known = new Set(sheets.map(({ name }) => name.toLowerCase()));
  const elements = childrenOf(childOf(root, "definedNames"), "definedName");
  const keys = elements.map((element) => `${element.getAttribute("name") ?? ""} ${element.getAttribute("localSheetId") ?? ""}`);
  for (const key of duplicates(keys)) parts.report(part, `the name ${key.trim()} stands twice`);
  for (const element of elements) {
    const name = element.getAttribute("name") ?? "";
    const scope = element.getAttribute("localSheetId");
    const formula = element.textContent ?? "";
    if (!name.startsWith("_xlnm.") && (!NAME.test(name) || looksLikeCell(name))) parts.report(part, `"${name}" cannot be a name`);
    if (scope !== null && !(Number(scope) >= 0 && Number(scope) < sheets.length)) parts.report(part, `the name ${name} belongs to sheet ${scope}, which is not there`);
    if (formula.trim() === "" || formula.startsWith("=")) parts.report(part, `the name ${name} has no proper formula`);
    for (const sheet of sheetsIn(formula)) if (!known.has(sheet.toLowerCase())) parts.report(part, `the name ${name} leads to the sheet ${sheet}, which is not there`);
  }
  return elements.filter((element) => element.getAttribute("localSheetId") === null).map((element) => element.getAttribute("name") ?? "");
}

function checkStyles(parts: Parts, part: string): Styles {
  const root = parts.root(part);
  if (root === null) return { formats: 0, patches: 0 };
  checkOrder(parts, part, root, STYLES);
  const list = (local: string): readonly Element[] => childrenOf(childOf(root, local));
  for (const local of ["fonts", "fills", "borders", "cellXfs", "dxfs", "numFmts"]) {
    const count = childOf(root, local)?.getAttribute("count");
    if (count !== null && count !== undefined && Number(count) !== list(local).length) parts.report(part, `<${local}> says ${count} and holds ${list(local).length}`);
  }
  const most: Readonly<Record<string, number>> = { fontId: list("fonts").length, fillId: list("fills").length, borderId: list("borders").length, xfId: Math.max(1, list("cellStyleXfs").length) };
  list("cellXfs").forEach((xf, index) => {
    for (const [name, count] of Object.entries(most)) if (Number(xf.getAttribute(name) ?? 0) >= count) parts.report(part, `cell format ${index} uses ${name} ${xf.getAttribute(name) ?? ""}, which is not there`);
    const format = Number(xf.getAttribute("numFmtId") ?? 0);
    if (format >= 164 && !list("numFmts").some((one) => Number(one.getAttribute("numFmtId")) === format)) parts.report(part, `cell format ${index} uses number format ${format}, which is not there`);
  });
  return { formats: Math.max(1, list("cellXfs").length), patches: list("dxfs").length };
}

/** What the sheets are checked against; null where there is no workbook part at all. */
export function checkWorkbook(parts: Parts): Book | null {
  const part = parts.relationsOf("").find(({ kind }) => kind === "officeDocument")?.target;
  const root = part === undefined ? null : parts.root(part);
  if (part === undefined || root === null) { parts.report("the package", "has no workbook"); return null; }
  checkOrder(parts, part, root, ORDER);
  const sheets = checkSheets(parts, part, root);
  const names = checkNames(parts, part, root, sheets);
  const own = (kind: string): string | undefined => parts.relationsOf(part).find((relation) => relation.kind === kind)?.target;
  const [styles, strings] = [own("styles"), own("sharedStrings")];
  const items = strings === undefined ? [] : childrenOf(parts.root(strings), "si");
  return {
    part, sheets, names, styles: styles === undefined ? { formats: 1, patches: 0 } : checkStyles(parts, styles),
    strings: items.map((item) => [...item.getElementsByTagNameNS("*", "t")].filter((text) => text.parentElement?.localName !== "rPh").map((text) => text.textContent ?? "").join("")),
  };
}
