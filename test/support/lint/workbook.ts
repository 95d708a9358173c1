/** The workbook part: sheets, names, shared texts. */
import { all, checkOrder, childOf, childrenOf, duplicates, isName, relationIdOf, sheetsIn, type Parts } from "./parts";
import { checkStyles, type Styles } from "./styles";

const ORDER = ["fileVersion", "fileSharing", "workbookPr", "workbookProtection", "bookViews", "sheets", "functionGroups", "externalReferences", "definedNames", "calcPr", "oleSize", "customWorkbookViews", "pivotCaches", "smartTagPr", "smartTagTypes", "webPublishing", "fileRecoveryPr", "webPublishObjects", "extLst"];

export interface Sheet { readonly name: string; readonly part: string; readonly isWorksheet: boolean }
export interface Book {
  readonly part: string;
  readonly sheets: readonly Sheet[];
  readonly strings: readonly string[];
  readonly styles: Styles;
  /** Of the workbook, not of its sheets. */
  readonly names: readonly string[];
  /** How many kinds of mark the metadata part has for cells. */
  readonly cellMarks: number;
}

function checkSheets(parts: Parts, part: string, root: Element): readonly Sheet[] {
  const elements = childrenOf(childOf(root, "sheets"), "sheet");
  const names = elements.map((element) => element.getAttribute("name") ?? "");
  for (const name of duplicates(names)) parts.report("WBK-3", part, `two sheets are called ${name}`);
  for (const name of names) if (name === "" || name.length > 31 || /[\\/?*[\]:]/.test(name) || /^'|'$/.test(name) || name.toLowerCase() === "history") parts.report("WBK-2", part, `a sheet cannot be called "${name}"`);
  for (const id of duplicates(elements.map((element) => element.getAttribute("sheetId") ?? ""))) parts.report("WBK-4", part, `two sheets have the number ${id}`);
  const isVisible = (element: Element): boolean => (element.getAttribute("state") ?? "visible") === "visible";
  if (!elements.some(isVisible)) parts.report("WBK-5", part, "no sheet is visible");
  const sheets = elements.map((element, index) => {
    const relation = parts.relationsOf(part).find(({ id }) => id === relationIdOf(element));
    if (relation === undefined) parts.report("WBK-7", part, `the sheet ${names[index] ?? ""} has no part`);
    return { name: names[index] ?? "", part: relation?.target ?? "", isWorksheet: relation?.kind === "worksheet" };
  });
  const active = Number(childOf(childOf(root, "bookViews"), "workbookView")?.getAttribute("activeTab") ?? 0);
  const open = elements[active];
  if (open === undefined) parts.report("WBK-6", part, `the open tab ${active} is not there`);
  else if (!isVisible(open)) parts.report("WBK-6", part, `the open tab ${names[active] ?? ""} is not visible`);
  sheets.forEach((sheet, index) => {
    const selected = parts.has(sheet.part) && all(childOf(parts.root(sheet.part), "sheetViews"), "sheetView").some((view) => view.getAttribute("tabSelected") === "1");
    if (selected && index !== active) parts.report("WBK-6", part, `the sheet ${sheet.name} is selected beside the open one`);
  });
  return sheets;
}

const OF_A_SHEET = new Set(["_xlnm.Print_Area", "_xlnm.Print_Titles", "_xlnm._FilterDatabase"]);

function checkNames(parts: Parts, part: string, root: Element, sheets: readonly Sheet[]): readonly string[] {
  const known = new Set(sheets.map(({ name }) => name.toLowerCase()));
  const elements = childrenOf(childOf(root, "definedNames"), "definedName");
  const keys = elements.map((element) => `${element.getAttribute("name") ?? ""} ${element.getAttribute("localSheetId") ?? ""}`);
  for (const key of duplicates(keys)) parts.report("NAM-2", part, `the name ${key.trim()} stands twice`);
  for (const element of elements) {
    const name = element.getAttribute("name") ?? "";
    const scope = element.getAttribute("localSheetId");
    const formula = element.textContent ?? "";
    const owner = scope === null ? undefined : sheets[Number(scope)];
    if (!name.startsWith("_xlnm.") && !isName(name)) parts.report("NAM-1", part, `"${name}" cannot be a name`);
    if (scope !== null && owner === undefined) parts.report("NAM-3", part, `the name ${name} belongs to sheet ${scope}, which is not there`);
    if (formula.trim() === "" || formula.startsWith("=") || formula.length > 8192) parts.report("NAM-4", part, `the name ${name} has no proper formula`);
    for (const sheet of sheetsIn(formula)) if (!known.has(sheet.toLowerCase())) parts.report("NAM-5", part, `the name ${name} leads to the sheet ${sheet}, which is not there`);
    if (!OF_A_SHEET.has(name)) continue;
    if (owner === undefined || sheetsIn(formula).some((sheet) => sheet.toLowerCase() !== owner.name.toLowerCase())) parts.report("NAM-6", part, `${name} of ${owner?.name ?? "no sheet"} lies on another: ${formula}`);
    if (name === "_xlnm._FilterDatabase" && element.getAttribute("hidden") !== "1") parts.report("NAM-6", part, `${name} is not hidden`);
  }
  return elements.filter((element) => element.getAttribute("localSheetId") === null).map((element) => element.getAttribute("name") ?? "");
}

/** The texts of the shared table, with their runs put together. */
function sharedTexts(parts: Parts, part: string | undefined): readonly string[] {
  if (part === undefined) return [];
  const root = parts.root(part);
  const items = childrenOf(root, "si");
  const said = root?.getAttribute("uniqueCount");
  if (said !== null && said !== undefined && Number(said) !== items.length) parts.report("CEL-2", part, `the table says ${said} texts and has ${items.length}`);
  for (const text of all(root, "t")) checkBlanks(parts, part, text);
  return items.map((item) => [...item.getElementsByTagNameNS("*", "t")].filter((text) => text.parentElement?.localName !== "rPh").map((text) => text.textContent ?? "").join(""));
}

export function checkBlanks(parts: Parts, part: string, element: Element): void {
  const text = element.textContent ?? "";
  if (/^[ \t\n]|[ \t\n]$/.test(text) && element.getAttribute("xml:space") !== "preserve") parts.report("CEL-6", part, `the blanks around "${text.trim().slice(0, 40)}" are not kept`);
}

/** What the sheets are checked against; null where there is no workbook part at all. */
export function checkWorkbook(parts: Parts): Book | null {
  const part = parts.relationsOf("").find(({ kind }) => kind === "officeDocument")?.target;
  const root = part === undefined ? null : parts.root(part);
  if (part === undefined || root === null) { parts.report("PKG-3", "the package", "has no workbook"); return null; }
  checkOrder(parts, "WBK-1", part, root, ORDER);
  const sheets = checkSheets(parts, part, root);
  const names = checkNames(parts, part, root, sheets);
  const own = (kind: string): string | undefined => parts.relationsOf(part).find((relation) => relation.kind === kind)?.target;
  const metadata = own("sheetMetadata");
  return {
    part, sheets, names, styles: checkStyles(parts, own("styles")), strings: sharedTexts(parts, own("sharedStrings")),
    cellMarks: metadata === undefined ? 0 : childrenOf(childOf(parts.root(metadata), "cellMetadata"), "bk").length,
  };
}

/** Tables and names of the workbook are one set of words. */
export function checkTableNames(parts: Parts, book: Book, tables: readonly { readonly id: string; readonly name: string }[]): void {
  for (const id of duplicates(tables.map((table) => table.id))) parts.report("TBL-6", book.part, `two tables have the number ${id}`);
  for (const { id, name } of tables) if (!(Number(id) >= 1)) parts.report("TBL-6", book.part, `the table ${name} has the number ${id}`);
  for (const name of duplicates([...book.names, ...tables.map((table) => table.name)])) parts.report("NAM-7", book.part, `two tables or names are called ${name}`);
}
