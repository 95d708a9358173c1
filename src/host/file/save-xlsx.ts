/** Saves a workbook as .xlsx. */
import type { Sheet } from "../workbook/sheet";
import { between, finish, staged, type StagedSteps, type Steps } from "../workbook/steps";
import { usualCalculation } from "../workbook/document";
import { Workbook } from "../workbook/workbook";
import { featuresOf, sameData, type OpenedFile, type Origin, type SheetOrigin } from "./opened-file";
import { Draft } from "./package/draft";
import { relatedOfKind } from "./package/package";
import { contentTypes } from "./package/part-kinds";
import { readStyles } from "./read/styles";
import { readTheme } from "./read/theme";
import { writeCustomProperties, writeCustomXml } from "./write/custom-parts";
import { writeDocument, writeSettings } from "./write/document";
import { DynamicArrayMark } from "./write/dynamic-array-mark";
import { emptyPackage, emptySheet, emptyStyles, STYLES_PART, WORKBOOK_PART } from "./write/new-parts";
import { writeSheet, type Saving } from "./write/sheet";
import { StyleWriter } from "./write/styles";
import { TextTable } from "./write/texts";
import { askForCalculation, tabsNow, writeWorkbook, type Tab } from "./write/workbook";

/**
 * The bytes of a file with the workbook as it is now. Of an opened file, every part that nothing changed in comes out byte for byte;
 * sheets that changed are patched, new ones are new parts.
 *
 * @param from - an opened file, or a workbook that was made here
 * @throws FileProblem not-supported, for what cannot be written
 * @example const opened = openXlsx(bytes, "Staff.xlsx"); saveXlsx(opened); // the same parts
 */
export function saveXlsx(from: OpenedFile | Workbook): Uint8Array {
  return finish(saveXlsxInSteps(from));
}

/** The share of the work that is done when every sheet is written, and when the tables of texts and formats are. */
const [SHEETS, AROUND] = [0.65, 0.7];

/** The same bytes, with rests on the way, in which nothing may change the workbook. Whoever stops asking leaves nothing behind. */
export function* saveXlsxInSteps(from: OpenedFile | Workbook): StagedSteps<Uint8Array> {
  const { workbook, source, origin } = from instanceof Workbook ? newFile(from) : from;
  const draft = new Draft(source);
  const saving: Saving = { draft, origin, texts: new TextTable(origin.strings), styles: new StyleWriter(draft, origin, workbook), dynamicArrays: new DynamicArrayMark(draft, origin) };
  const gone = origin.tabs.filter(({ sheet }) => sheet !== null && !workbook.sheets.includes(sheet));
  const relations = new Map<Sheet, string>();
  const sheets = new Map(origin.sheets);
  for (const sheet of workbook.sheets) if (!sheets.has(sheet)) addSheetPart(draft, origin, sheet, sheets, relations);
  const tabs = tabsNow(workbook, origin, relations);
  const changed = yield* staged("comparing", 0, SHEETS, writeSheets(saving, workbook, sheets));
  const formulas = gone.length > 0 || changed;
  yield* staged("writing", SHEETS, AROUND, saving.texts.write(draft, origin.workbookPart, origin.stringsPart));
  saving.styles.write();
  writeWorkbook(draft, workbook, origin, tabs);
  for (const { part, relation } of gone) {
    draft.unrelate(origin.workbookPart, relation);
    draft.removeWithItsOwn(part);
  }
  writeDocument(draft, workbook, origin, tabsChanged(tabs, origin));
  writeSettings(draft, workbook, origin);
  writeCustomXml(draft, workbook, origin);
  writeCustomProperties(draft, workbook, origin);
  if (formulas) dropOrderOfCalculation(draft, origin);
  if (formulas && hasOpenResults(workbook)) askForCalculation(draft, origin);
  return yield* staged("packing", AROUND, 1, draft.zipInSteps());
}

/** @returns whether a formula changed on any of them */
function* writeSheets(saving: Saving, workbook: Workbook, origins: ReadonlyMap<Sheet, SheetOrigin>): Steps<boolean> {
  const { sheets, front } = workbook;
  let formulas = false;
  for (const [index, sheet] of sheets.entries()) {
    const origin = origins.get(sheet);
    if (origin === undefined) throw new Error(`The sheet ${sheet.name} has no part.`);
    const selected = front === saving.origin.active ? null : front === sheet;
    const changed = yield* between(index / sheets.length, (index + 1) / sheets.length, writeSheet(saving, sheet, origin, selected));
    formulas ||= changed;
  }
  return formulas;
}

/** A workbook made here stands over a file without sheets. */
function newFile(workbook: Workbook): Pick<OpenedFile, "workbook" | "source" | "origin"> {
  const source = emptyPackage();
  const properties = new Workbook().properties;
  const origin: Origin = {
    workbookPart: WORKBOOK_PART, stylesPart: STYLES_PART, stringsPart: null, tabs: [], sheets: new Map(), active: null, names: [], properties,
    settings: new Map(), strings: [], styles: readStyles(emptyStyles, STYLES_PART, readTheme(null, "")), dynamicMarks: new Set(), written: new Map(),
    structure: { locked: false, password: {} }, calculation: usualCalculation, customXml: new Map(), customProperties: { values: new Map(), written: new Map() },
  };
  return { workbook, source, origin };
}

function addSheetPart(draft: Draft, origin: Origin, sheet: Sheet, sheets: Map<Sheet, SheetOrigin>, relations: Map<Sheet, string>): void {
  const part = draft.freeName("xl/worksheets/sheet", ".xml");
  draft.add(part, contentTypes.worksheet, emptySheet);
  relations.set(sheet, draft.relate(origin.workbookPart, "worksheet", part));
  sheets.set(sheet, { part, features: featuresOf(new Workbook().addSheet(sheet.name)), tables: new Map(), properties: new Map() });
}

function tabsChanged(tabs: readonly Tab[], origin: Origin): boolean {
  return !sameData(tabs.map(({ opened, sheet }) => [opened?.relation ?? null, sheet?.name ?? opened?.name]), origin.tabs.map(({ relation, name }) => [relation, name]));
}

/** The order of calculation names cells; Excel makes it anew where it is missing. */
function dropOrderOfCalculation(draft: Draft, origin: Origin): void {
  const part = relatedOfKind(draft, origin.workbookPart, "calcChain");
  if (part === null) return;
  for (const { id, target } of draft.relationshipsOf(origin.workbookPart)) if (target === part) draft.unrelate(origin.workbookPart, id);
  draft.remove(part);
}

/** Whether some results are the file's own, since the formula could not be worked out here. */
function hasOpenResults(workbook: Workbook): boolean {
  for (const sheet of workbook.sheets) for (const [, , cell] of sheet.entries()) if (cell.state === "cached") return true;
  return false;
}
