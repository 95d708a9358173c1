/** Opens an .xlsx file. */
import { Workbook } from "../workbook/workbook";
import { between, finish, staged, type StagedSteps, type Steps } from "../workbook/steps";
import { StyleTable } from "../workbook/style";
import type { Sheet } from "../workbook/sheet";
import { carriedInDrawing } from "./charts/carried-in-drawing";
import { readCharts } from "./charts/read-charts";
import { FileProblem } from "./file-problem";
import { fileLimits } from "./limits";
import { otherDocument, otherZip, refuseOtherKinds } from "./other-kinds";
import type { OpenedFile, SheetOrigin, TabOrigin } from "./opened-file";
import { decodeXmlInSteps } from "./package/encoding";
import { contentTypeOf, Package, relatedOfKind, relationships } from "./package/package";
import { unzipInSteps, type PackedPart } from "./package/zip-read";
import { carriedInWorkbook, carriedOnSheet } from "./read/carried";
import { readComments, readPersons } from "./read/comments";
import { readCustomProperties, readCustomXml } from "./read/custom-parts";
import { readDocumentProperties, readSettings } from "./read/document";
import { dynamicMarks } from "./read/dynamic-arrays";
import { readLinkedBooks } from "./read/linked-books";
import { readNames } from "./read/names";
import { readSharedStrings, type SharedString } from "./read/shared-strings";
import { readSelection } from "./read/sheet-view";
import { readStyles } from "./read/styles";
import { readCalculation, readStructure } from "./read/structure";
import { readTheme, type Theme } from "./read/theme";
import { readWorksheet, type SheetSource } from "./read/worksheet";
import { attribute, at, child, childrenOf, numberAttribute, relationId, yesNo } from "./xml/query";
import { scanXml, type XmlElement } from "./xml/scan";

/**
 * The workbook in the file's bytes, with what a save needs to leave the rest of the file alone.
 *
 * @throws FileProblem for anything that is no workbook, is damaged, has a password, or means harm (see file-problem.ts)
 * @example openXlsx(readFileSync("Staff.xlsx"), "Staff.xlsx").workbook.sheets.length // => 6
 */
export function openXlsx(bytes: Uint8Array, fileName: string): OpenedFile {
  return finish(openXlsxInSteps(bytes, fileName));
}

/** The share of the work that is done when the file is unpacked, and when its texts are read. */
const [UNPACKED, TEXTS] = [0.25, 0.35];

/** The same with rests on the way, for a page that goes on meanwhile. Whoever stops asking leaves nothing behind. */
export function* openXlsxInSteps(bytes: Uint8Array, fileName: string): StagedSteps<OpenedFile> {
  refuseOtherKinds(bytes);
  const packed = new Map<string, PackedPart>();
  const source = new Package(yield* staged("unpacking", 0, UNPACKED, unzipInSteps(bytes, fileLimits, packed)), packed);
  const workbookPart = findWorkbook(source);
  const text = source.text(workbookPart);
  const root = scanXml(text, workbookPart);
  const workbook = new Workbook(fileName);
  workbook.date1904 = yesNo(child(root, "workbookPr"), "date1904", false);
  const structure = readStructure(root);
  workbook.structureLocked = structure.locked;
  workbook.structurePassword = structure.password;
  const calculation = readCalculation(root);
  workbook.setCalculation(calculation);
  const part = (kind: "theme" | "styles" | "sharedStrings" | "sheetMetadata"): string | null => relatedOfKind(source, workbookPart, kind);
  const [themePart, stylesPart, stringsPart, marksPart] = [part("theme"), part("styles"), part("sharedStrings"), part("sheetMetadata")];
  const theme = readTheme(themePart === null ? null : source.text(themePart), themePart ?? "");
  const styles = stylesPart === null ? readStyles("<styleSheet/>", "", theme) : readStyles(source.text(stylesPart), stylesPart, theme);
  workbook.styles = new StyleTable(styles.styles);
  workbook.setCellStyles(styles.cellStyles);
  const strings = stringsPart === null ? [] : yield* staged("texts", UNPACKED, TEXTS, readTexts(source, stringsPart));
  const marks = marksPart === null ? new Set<string>() : dynamicMarks(source.text(marksPart), marksPart);
  const written = new Map<object, string>();
  let ids = 0;
  const sheetSource: SheetSource = {
    parts: source, theme, patches: styles.patches, strings, dynamicMarks: marks, styleCount: styles.styles.length, cellsLeft: fileLimits.cells,
    nextId: () => `{${(++ids).toString(16).toUpperCase().padStart(8, "0")}-C0DE-4000-8000-000000000000}`,
  };
  const read = yield* staged("cells", TEXTS, 1, readTabs(sheetSource, workbook, workbookPart, root, text, written));
  workbook.otherTabs = read.tabs.flatMap(({ sheet, name }) => (sheet === null ? [name] : []));
  workbook.linked = readLinkedBooks(source, workbookPart, root);
  workbook.setNames(readNames(root, text, read.tabs, written));
  const withComments = readAllComments(source, workbookPart, read.sheets);
  const withCharts = readAllCharts(source, theme, withComments);
  readDocumentProperties(source, workbook.properties);
  for (const [key, value] of readSettings(source, workbookPart)) workbook.settings.set(key, value);
  const customXml = readCustomXml(source, workbookPart);
  workbook.setCustomXml(customXml.parts);
  const customProperties = readCustomProperties(source);
  workbook.setCustomProperties(customProperties.values);
  const active = openTab(workbook, root, read);
  return {
    workbook, source, notes: [...carriedInWorkbook(source, workbookPart), ...(calculation.fullPrecision ? [] : [SHOWN_PRECISION]), ...read.notes, ...withCharts.notes],
    origin: {
      workbookPart, stylesPart, stringsPart, tabs: read.tabs, sheets: withCharts.sheets, active, names: workbook.names, properties: { ...workbook.properties },
      settings: new Map(workbook.settings), strings, styles, dynamicMarks: marks, written, structure,
      customXml: customXml.origins, customProperties, calculation,
    },
  };
}

function* readTexts(source: Package, part: string): Steps<readonly SharedString[]> {
  const text = yield* between(0, 0.3, decodeXmlInSteps(source.bytes(part), part));
  return yield* between(0.3, 1, readSharedStrings(text, part));
}

function readAllComments(source: Package, workbookPart: string, sheets: ReadonlyMap<Sheet, SheetOrigin>): ReadonlyMap<Sheet, SheetOrigin> {
  const persons = readPersons(source, workbookPart);
  return new Map([...sheets].map(([sheet, origin]) => {
    const comments = readComments(source, origin.part, persons);
    if (comments.length === 0) return [sheet, origin];
    sheet.load({ comments });
    return [sheet, { ...origin, features: { ...origin.features, comments } }];
  }));
}

/** Charts come last: their titles and names may follow cells and names of the whole workbook. */
function readAllCharts(source: Package, theme: Theme, sheets: ReadonlyMap<Sheet, SheetOrigin>): { readonly sheets: ReadonlyMap<Sheet, SheetOrigin>; readonly notes: readonly string[] } {
  const withCharts = new Map<Sheet, SheetOrigin>();
  const notes: string[] = [];
  for (const [sheet, origin] of sheets) {
    const charts = readCharts(source, origin.part, sheet, theme);
    sheet.load({ charts });
    withCharts.set(sheet, { ...origin, features: { ...origin.features, charts } });
    const kept = carriedInDrawing(source, origin.part, sheet);
    sheet.kept = [...sheet.kept, ...kept];
    notes.push(...kept);
  }
  return { sheets: withCharts, notes };
}

function findWorkbook(source: Package): string {
  if (!source.has("[Content_Types].xml")) throw otherZip(source);
  const part = relatedOfKind(source, "", "officeDocument");
  if (part === null) {
    if (source.has("xl/workbook.xml") || source.names.some((name) => name.startsWith("xl/"))) throw new FileProblem("missing-part", "xl/workbook.xml");
    throw new FileProblem("not-a-workbook", "it holds no workbook");
  }
  const type = contentTypeOf(source, part) ?? "";
  const other = otherDocument(type);
  if (other !== null) throw other;
  if (!type.includes("sheet.") && !type.includes("template.") && !part.startsWith("xl/")) throw new FileProblem("not-a-workbook", "another kind of Office document");
  return part;
}

const SHOWN_PRECISION = "The workbook asks to calculate with figures as they are shown; here formulas work with the whole figures.";

interface ReadTabs { readonly tabs: readonly TabOrigin[]; readonly sheets: ReadonlyMap<Sheet, SheetOrigin>; readonly roots: ReadonlyMap<Sheet, XmlElement>; readonly notes: readonly string[] }

function* readTabs(source: SheetSource, workbook: Workbook, workbookPart: string, root: XmlElement, text: string, written: Map<object, string>): Steps<ReadTabs> {
  const tabs: TabOrigin[] = [];
  const sheets = new Map<Sheet, SheetOrigin>();
  const roots = new Map<Sheet, XmlElement>();
  const notes: string[] = [];
  const relations = new Map(relationships(source.parts, workbookPart).map((relation) => [relation.id, relation]));
  const tabElements = childrenOf(child(root, "sheets"), "sheet");
  for (const element of tabElements) {
    const name = attribute(element, "name") ?? "";
    const id = relationId(element);
    const found = relations.get(id ?? "");
    if (found === undefined || found.external || id === null) throw new FileProblem("missing-part", `the sheet ${name}`);
    if (tabs.some(({ part }) => part === found.target)) throw new FileProblem("damaged", `the sheet ${name} is another sheet too`);
    const { target: part, kind } = found;
    const tab = { name, relation: id, part, xml: text.slice(element.start, element.end) };
    if (kind !== "worksheet") {
      tabs.push({ ...tab, sheet: null });
      notes.push(`${name}: ${otherTabs.get(kind) ?? "a sheet of another kind"}, kept and not shown.`);
      continue;
    }
    const sheet = addSheet(workbook, name);
    const read = yield* between(tabs.length / tabElements.length, (tabs.length + 1) / tabElements.length, readWorksheet(source, part, sheet, written));
    const state = attribute(element, "state");
    if (state === "hidden" || state === "veryHidden") sheet.load({ visibility: state === "hidden" ? "Hidden" : "VeryHidden" });
    const opened: TabOrigin = { ...tab, sheet };
    tabs.push(opened);
    sheets.set(sheet, { ...read.origin, features: { ...read.origin.features, visibility: sheet.get("visibility") } });
    roots.set(sheet, read.root);
    sheet.kept = carriedOnSheet(source.parts, opened, read);
    notes.push(...sheet.kept);
  }
  // Excel opens a workbook of chart sheets; one of nothing but unknown tabs is no workbook.
  if (sheets.size === 0 && !tabs.some(({ relation }) => relations.get(relation)?.kind === "chartsheet")) throw new FileProblem("not-supported", "it has no worksheet");
  return { tabs, sheets, roots, notes };
}

/** Tabs that are no worksheets, by the kind of their relationship. */
const otherTabs: ReadonlyMap<string, string> = new Map([
  ["chartsheet", "a chart sheet"], ["dialogsheet", "a dialog sheet"], ["xlMacrosheet", "a sheet of Excel 4.0 macros"], ["xlIntlMacrosheet", "a sheet of Excel 4.0 macros"],
]);

function addSheet(workbook: Workbook, name: string): Sheet {
  try {
    return workbook.addSheet(name);
  } catch (error) {
    if (error instanceof RangeError) throw new FileProblem("damaged", `a sheet is called ${name}. ${error.message}`, { cause: error });
    throw error;
  }
}

/** The tab that was open when the file was saved, and what was selected on it. */
function openTab(workbook: Workbook, root: XmlElement, { tabs, roots }: ReadTabs): Sheet | null {
  const index = numberAttribute(at(root, "bookViews", "workbookView"), "activeTab") ?? 0;
  const shown = tabs[index]?.sheet ?? null;
  const sheet = shown !== null && shown.get("visibility") === "Visible" ? shown : workbook.sheets.find((candidate) => candidate.get("visibility") === "Visible") ?? null;
  const sheetRoot = sheet === null ? undefined : roots.get(sheet);
  if (sheet !== null && sheetRoot !== undefined) workbook.select(sheet, readSelection(sheetRoot));
  return sheet;
}
