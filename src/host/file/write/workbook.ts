/** The workbook part: tabs in their order, names, and which tab is open, where they changed. */
import { usualCalculation } from "../../workbook/document";
import type { DefinedName } from "../../workbook/features";
import type { Sheet } from "../../workbook/sheet";
import type { Workbook } from "../../workbook/workbook";
import { formulaForFile } from "../formula-form";
import { sameData, type Origin, type TabOrigin } from "../opened-file";
import type { Draft } from "../package/draft";
import { OWN_NAME } from "../read/names";
import { calculationModes, structureWords } from "../read/structure";
import { attribute, at, childrenOf, numberAttribute, yesNo } from "../xml/query";
import { scanXml } from "../xml/scan";
import { escapeText } from "../xml/text";
import { attributesXml, elementWithAttributes, tag } from "../xml/write";
import { OrderedXml, workbookOrder } from "./ordered-xml";
import { relationAttribute } from "./relation-attribute";

/** A tab as it will be saved: one of the file's, or a new sheet with its relationship. */
export type Tab = { readonly opened: TabOrigin; readonly sheet: Sheet | null } | { readonly opened: null; readonly sheet: Sheet; readonly relation: string };

/** Sheets in the workbook's order; tabs that are not in the model stay behind the tab they stood behind. @param relations - of new sheets */
export function tabsNow(workbook: Workbook, origin: Origin, relations: ReadonlyMap<Sheet, string>): readonly Tab[] {
  const tabs: Tab[] = workbook.sheets.map((sheet) => {
    const opened = origin.tabs.find((tab) => tab.sheet === sheet);
    const relation = relations.get(sheet);
    if (opened !== undefined) return { opened, sheet };
    if (relation === undefined) throw new Error(`The sheet ${sheet.name} has no part.`);
    return { opened: null, sheet, relation };
  });
  origin.tabs.forEach((opened, index) => {
    if (opened.sheet !== null) return;
    const previous = origin.tabs.slice(0, index).reverse().find((tab) => tabs.some((candidate) => candidate.opened === tab));
    tabs.splice(previous === undefined ? 0 : tabs.findIndex((candidate) => candidate.opened === previous) + 1, 0, { opened, sheet: null });
  });
  return tabs;
}

export function writeWorkbook(draft: Draft, workbook: Workbook, origin: Origin, tabs: readonly Tab[]): void {
  const xml = new OrderedXml(draft.text(origin.workbookPart), workbookOrder, origin.workbookPart);
  putStructure(xml, workbook, origin);
  putCalculation(xml, workbook, origin);
  xml.put("sheets", sheetsXml(xml, tabs));
  putNames(xml, workbook, origin, tabs);
  putActiveTab(draft, xml, workbook, origin, tabs);
  draft.setText(origin.workbookPart, xml.apply());
}

/** Tells the program that opens the file to calculate all formulas: some values are the file's own, while cells they lean on changed. */
export function askForCalculation(draft: Draft, origin: Origin): void {
  const xml = new OrderedXml(draft.text(origin.workbookPart), workbookOrder, origin.workbookPart);
  const calculation = new OrderedXml(xml.text("calcPr") ?? `<${xml.prefix}calcPr/>`, [], "calcPr");
  calculation.setAttributes({ fullCalcOnLoad: true });
  xml.put("calcPr", calculation.apply());
  draft.setText(origin.workbookPart, xml.apply());
}

function putCalculation(xml: OrderedXml, { calculation: now }: Workbook, { calculation: before }: Origin): void {
  if (sameData(before, now)) return;
  const element = new OrderedXml(xml.text("calcPr") ?? `<${xml.prefix}calcPr/>`, [], "calcPr");
  const unusual = <T>(value: T, usual: T): T | null => (value === usual ? null : value);
  element.setAttributes({
    calcMode: unusual(calculationModes.find(([mode]) => mode === now.mode)?.[1] ?? "auto", "auto"), iterate: unusual(now.iterates, usualCalculation.iterates),
    iterateCount: unusual(now.maxIteration, usualCalculation.maxIteration), iterateDelta: unusual(now.maxChange, usualCalculation.maxChange),
    fullPrecision: unusual(now.fullPrecision, usualCalculation.fullPrecision),
  });
  xml.put("calcPr", element.apply());
}

function putStructure(xml: OrderedXml, { structureLocked: locked, structurePassword: password }: Workbook, { structure }: Origin): void {
  if (sameData(structure, { locked, password })) return;
  // Windows and revisions may be protected beside it: that stays.
  const element = new OrderedXml(xml.text("workbookProtection") ?? `<${xml.prefix}workbookProtection/>`, [], "workbookProtection");
  const words = Object.fromEntries(structureWords.map(([name, written]) => [written, password[name] ?? null]));
  element.setAttributes({ ...words, lockStructure: locked || null });
  xml.put("workbookProtection", element.applyOrDrop());
}

const states = { Visible: null, Hidden: "hidden", VeryHidden: "veryHidden" } as const;

function sheetsXml(xml: OrderedXml, tabs: readonly Tab[]): string {
  const opened = xml.child("sheets");
  let number = Math.max(0, ...childrenOf(opened, "sheet").map((element) => numberAttribute(element, "sheetId") ?? 0));
  const all = tabs.map((tab) => {
    if (tab.opened === null) return `<sheet${attributesXml({ name: tab.sheet.name, sheetId: ++number, state: states[tab.sheet.get("visibility")] })}${relationAttribute(xml, tab.relation)}/>`;
    const { opened: { xml: source }, sheet } = tab;
    if (sheet === null) return source;
    const element = scanXml(source, "sheet");
    const state = states[sheet.get("visibility")];
    const changes = { ...(attribute(element, "name") === sheet.name ? {} : { name: sheet.name }), ...(state === shownState(attribute(element, "state")) ? {} : { state }) };
    return elementWithAttributes(source, element, changes);
  });
  const before = childrenOf(opened, "sheet").map((element) => xml.source.slice(element.start, element.end));
  if (opened !== null && sameData(before, all)) return xml.source.slice(opened.start, opened.end);
  return tag("sheets", {}, all.join(""));
}
const shownState = (written: string | null): string | null => (written === "hidden" || written === "veryHidden" ? written : null);

function putNames(xml: OrderedXml, workbook: Workbook, origin: Origin, tabs: readonly Tab[]): void {
  const sameTabs = sameData(tabs.map(({ opened }) => opened?.relation ?? null), origin.tabs.map(({ relation }) => relation));
  if (sameTabs && sameData(origin.names, workbook.names)) return;
  const place = new Map(tabs.flatMap(({ sheet }, index) => (sheet === null ? [] : [[sheet.id, index] as const])));
  const own = workbook.names.map((name) => nameXml(name, origin.written.get(name) ?? null, name.scope === null ? null : place.get(name.scope) ?? null));
  // Names of tabs that are not in the model go with their tabs.
  const others = childrenOf(xml.child("definedNames"), "definedName").flatMap((element) => {
    const tab = origin.tabs[numberAttribute(element, "localSheetId") ?? -1];
    if (tab === undefined || tab.sheet !== null) return [];
    return elementWithAttributes(xml.source, element, { localSheetId: tabs.findIndex(({ opened }) => opened === tab) });
  });
  const all = [...own, ...others];
  xml.put("definedNames", all.length === 0 ? null : tag("definedNames", {}, all.join("")));
}

const OWN_NAMES: ReadonlySet<string> = new Set(["Print_Area", "Print_Titles", "_FilterDatabase", "Criteria", "Extract", "Consolidate_Area", "Database", "Sheet_Title", "Auto_Open", "Auto_Close"]);

function nameXml(name: DefinedName, source: string | null, tab: number | null): string {
  if (source !== null) return elementWithAttributes(source, scanXml(source, "definedName"), { localSheetId: tab });
  const written = OWN_NAMES.has(name.name) ? OWN_NAME + name.name : name.name;
  const attributes = attributesXml({ name: written, comment: name.comment || null, localSheetId: tab, hidden: name.visible ? null : true });
  return `<definedName${attributes}>${escapeText(formulaForFile(name.formula, null))}</definedName>`;
}

function putActiveTab(draft: Draft, xml: OrderedXml, workbook: Workbook, origin: Origin, tabs: readonly Tab[]): void {
  const written = numberAttribute(at(xml.root, "bookViews", "workbookView"), "activeTab") ?? 0;
  const kept = workbook.front === origin.active ? origin.tabs[written] : undefined;
  const found = kept === undefined ? -1 : tabs.findIndex(({ opened }) => opened === kept);
  // Excel does not open a workbook on a tab that is hidden.
  const shown = workbook.front?.get("visibility") === "Visible" ? workbook.front : workbook.sheets.find((sheet) => sheet.get("visibility") === "Visible");
  const index = found >= 0 && (kept?.sheet ?? shown) === shown ? found : Math.max(0, tabs.findIndex(({ sheet }) => sheet === shown));
  if (index === written) return;
  for (const tab of origin.tabs) if (tab.sheet === null && tabs[index]?.opened !== tab) deselect(draft, tab.part);
  const views = new OrderedXml(xml.text("bookViews") ?? `<${xml.prefix}bookViews><${xml.prefix}workbookView/></${xml.prefix}bookViews>`, ["workbookView"], "bookViews");
  const [first, ...others] = childrenOf(views.root, "workbookView");
  if (first === undefined) return;
  const rest = others.map((other) => views.source.slice(other.start, other.end)).join("");
  views.put("workbookView", elementWithAttributes(views.source, first, { activeTab: index === 0 ? null : index, firstSheet: null }) + rest);
  xml.put("bookViews", views.apply());
}

/** A chart sheet that is not the open tab any more: Excel would take it and the open one for a group, and edit both. */
function deselect(draft: Draft, part: string): void {
  const text = draft.text(part);
  const view = at(scanXml(text, part), "sheetViews", "sheetView");
  if (view === null || !yesNo(view, "tabSelected", false)) return;
  draft.setText(part, text.slice(0, view.start) + elementWithAttributes(text, view, { tabSelected: null }) + text.slice(view.end));
}
