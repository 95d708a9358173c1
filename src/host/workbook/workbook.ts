/** The workbook in memory: sheets in tab order, names, styles, settings, properties, and the record that undo stands on. */
import type { Area } from "./area";
import type { Cause, Change, Listener } from "./change";
import { noProperties, usualCalculation, type CalculationSettings, type CustomProperty, type CustomXmlPart, type DocumentProperties } from "./document";
import type { DefinedName, Table } from "./features";
import { backFrom, Recording, type BookPart, type Undone } from "./recording";
import type { NamedStyle } from "./named-styles";
import type { LinkedBook } from "./linked-book";
import { facetOf, Sheet, type Cell, type SheetFeatures } from "./sheet";
import { StyleTable } from "./style";

const FORBIDDEN = /[\\/?*[\]:]/;

/** Why a tab name is refused, or null. The rules are Excel's: 1-31 characters, none of \ / ? * [ ] :, no quote at either end, not "History". */
export function sheetNameProblem(name: string): string | null {
  if (name.length === 0) return "The name is empty.";
  if (name.length > 31) return "The name is longer than 31 characters.";
  if (FORBIDDEN.test(name)) return "The name has one of the characters \\ / ? * [ ] :";
  if (name.startsWith("'") || name.endsWith("'")) return "The name starts or ends with an apostrophe.";
  if (name.toLowerCase() === "history") return "Excel keeps the name History for itself.";
  return null;
}

function around(area: Area | null, row: number, column: number): Area {
  if (area === null) return { top: row, left: column, bottom: row, right: column };
  return { top: Math.min(area.top, row), left: Math.min(area.left, column), bottom: Math.max(area.bottom, row), right: Math.max(area.right, column) };
}

export class Workbook {
  /** Tab order. */
  private tabs: Sheet[] = [];
  private definedNames: readonly DefinedName[] = [];
  private readonly listeners = new Set<Listener>();
  private recording: Recording | null = null;
  private nextId = 1;
  private activeId = "";
  private selectedArea: Area = { top: 0, left: 0, bottom: 0, right: 0 };
  readonly settings = new Map<string, string>();
  readonly properties: DocumentProperties = noProperties();
  /** By name; in the order in which they were made. */
  private documentCustom: ReadonlyMap<string, CustomProperty> = new Map();
  private calculationSettings: CalculationSettings = usualCalculation;
  private xmlParts: readonly CustomXmlPart[] = [];
  /** True for files that count dates from 1904. */
  date1904 = false;
  /** Set where formulas in circles are gone round so many times, or until no figure changes by more than so much. */
  iteration: { readonly count: number; readonly change: number } | null = null;
  /** True for files whose structure is protected: sheets are not added, taken away, renamed, moved, hidden or shown. */
  structureLocked = false;
  /** How the file keeps that protection's password, by the attributes' names on a sheet; none where there is no password. */
  structurePassword: Readonly<Record<string, string>> = {};
  styles = new StyleTable();
  private namedStyles: ReadonlyMap<string, NamedStyle> = new Map();
  /** Somebody wants to be told what formulas were before they changed. */
  notesFormulas = false;
  /** Tabs that are no worksheets (chart sheets, macro sheets): nothing here shows them, but their names are taken. */
  otherTabs: readonly string[] = [];

  /** Other workbooks that formulas lead to, by number from 1; null for links of other kinds. */
  linked: readonly (LinkedBook | null)[] = [];

  constructor(public fileName = "Book1.xlsx") {}

  get sheets(): readonly Sheet[] { return this.tabs; }
  get calculation(): CalculationSettings { return this.calculationSettings; }
  get customProperties(): ReadonlyMap<string, CustomProperty> { return this.documentCustom; }
  get customXml(): readonly CustomXmlPart[] { return this.xmlParts; }
  /** The cell styles that it has beside Excel's own, and those of Excel's own that a file brought or that were changed; by name in small letters. */
  get cellStyles(): ReadonlyMap<string, NamedStyle> { return this.namedStyles; }
  get names(): readonly DefinedName[] { return this.definedNames; }
  /** The sheet in front, or null in a workbook that has chart sheets only. */
  get front(): Sheet | null { return this.sheetById(this.activeId) ?? this.tabs[0] ?? null; }
  /** The sheet in front. @throws Error where there is none; whoever may meet such a workbook asks for `front` */
  get active(): Sheet {
    const sheet = this.front;
    if (sheet === null) throw new Error("The workbook has no worksheet.");
    return sheet;
  }
  get selection(): Area { return this.selectedArea; }

  sheetById(id: string): Sheet | null { return this.tabs.find((sheet) => sheet.id === id) ?? null; }
  /** By tab name, without regard to case, as Excel compares. */
  sheetByName(name: string): Sheet | null {
    const wanted = name.toLowerCase();
    return this.tabs.find((sheet) => sheet.name.toLowerCase() === wanted) ?? null;
  }
  /** Whether a tab has this name, other than the sheet that is to get it. */
  isTabName(name: string, except: Sheet | null = null): boolean {
    const found = this.sheetByName(name);
    return (found !== null && found !== except) || this.otherTabs.some((tab) => tab.toLowerCase() === name.toLowerCase());
  }
  tableByName(name: string): { readonly sheet: Sheet; readonly table: Table } | null {
    const wanted = name.toLowerCase();
    for (const sheet of this.tabs) {
      const table = sheet.get("tables").find((candidate) => candidate.name.toLowerCase() === wanted);
      if (table) return { sheet, table };
    }
    return null;
  }
  /** A sheet's own name comes before the workbook's of the same spelling. */
  nameFor(name: string, from: Sheet | null): DefinedName | null {
    const wanted = name.toLowerCase();
    const same = this.definedNames.filter((candidate) => candidate.name.toLowerCase() === wanted);
    return same.find((candidate) => from !== null && candidate.scope === from.id) ?? same.find((candidate) => candidate.scope === null) ?? null;
  }

  /** @throws RangeError when the name breaks Excel's rules or is taken; callers that face a person check first. */
  addSheet(name: string, cause: Cause = "api", position = this.tabs.length): Sheet {
    const problem = sheetNameProblem(name) ?? (this.isTabName(name) ? `There is a sheet called ${name} already.` : null);
    if (problem !== null) throw new RangeError(problem);
    const sheet = new Sheet(this, `{${String(this.nextId++).padStart(8, "0")}-0000-0000-0000-000000000000}`, name);
    this.putIn(sheet, position, [], cause);
    return sheet;
  }
  private putIn(sheet: Sheet, position: number, names: readonly DefinedName[], cause: Cause): void {
    this.rememberPart("tabs", () => this.removeSheet(sheet, "undo"));
    this.tabs.splice(position, 0, sheet);
    if (names.length > 0) this.definedNames = [...this.definedNames, ...names];
    if (this.activeId === "") this.activeId = sheet.id;
    this.tell({ kind: "sheet-added", sheet: sheet.id, cause });
  }

  /** Takes the sheet, its names and its place. @throws RangeError for the last visible sheet. */
  removeSheet(sheet: Sheet, cause: Cause = "api"): void {
    const others = this.tabs.filter((other) => other !== sheet);
    if (!others.some((other) => other.get("visibility") === "Visible")) throw new RangeError("A workbook keeps at least one visible sheet.");
    const index = this.tabs.indexOf(sheet);
    const names = this.definedNames.filter((name) => name.scope === sheet.id);
    this.rememberPart("tabs", () => this.putIn(sheet, index, names, "undo"));
    this.tabs = others;
    this.definedNames = this.definedNames.filter((name) => name.scope !== sheet.id);
    // The next visible tab comes to the front, or the one before it at the end.
    const visible = (tab: Sheet): boolean => tab.get("visibility") === "Visible";
    if (this.activeId === sheet.id) this.activeId = (others.slice(index).find(visible) ?? others.slice(0, index).reverse().find(visible))?.id ?? "";
    this.tell({ kind: "sheet-removed", sheet: sheet.id, cause });
  }

  renameSheet(sheet: Sheet, name: string, cause: Cause = "api"): void {
    const problem = sheetNameProblem(name) ?? (this.isTabName(name, sheet) ? `There is a sheet called ${name} already.` : null);
    if (problem !== null) throw new RangeError(problem);
    const before = sheet.name;
    this.rememberPart("tabs", () => this.renameSheet(sheet, before, "undo"));
    sheet.renameTo(name);
    this.tell({ kind: "sheet-renamed", sheet: sheet.id, cause });
  }

  moveSheet(sheet: Sheet, position: number, cause: Cause = "api"): void {
    const before = this.tabs.indexOf(sheet);
    this.rememberPart("tabs", () => this.moveSheet(sheet, before, "undo"));
    this.tabs = this.tabs.filter((other) => other !== sheet);
    this.tabs.splice(position, 0, sheet);
    this.tell({ kind: "sheet-moved", sheet: sheet.id, cause });
  }

  activate(sheet: Sheet, cause: Cause = "api"): void {
    if (this.activeId === sheet.id) return;
    this.activeId = sheet.id;
    this.tell({ kind: "sheet-activated", sheet: sheet.id, cause });
  }

  select(sheet: Sheet, where: Area, cause: Cause = "api"): void {
    this.activate(sheet, cause);
    this.selectedArea = where;
    this.tell({ kind: "selection", sheet: sheet.id, area: where, cause });
  }

  setNames(names: readonly DefinedName[], cause: Cause = "api"): void {
    const before = this.definedNames;
    this.rememberPart("names", () => this.setNames(before, "undo"));
    this.definedNames = names;
    this.tell({ kind: "names", cause });
  }

  setCellStyles(styles: ReadonlyMap<string, NamedStyle>, cause: Cause = "api"): void {
    const before = this.namedStyles;
    this.rememberPart("styles", () => this.setCellStyles(before, "undo"));
    this.namedStyles = styles;
    this.tell({ kind: "styles", cause });
  }

  setProperty(name: keyof DocumentProperties, text: string, cause: Cause = "api"): void {
    const before = this.properties[name];
    this.rememberPart("properties", () => this.setProperty(name, before, "undo"));
    this.properties[name] = text;
    this.tell({ kind: "properties", cause });
  }
  setCustomProperties(properties: ReadonlyMap<string, CustomProperty>, cause: Cause = "api"): void {
    const before = this.documentCustom;
    this.rememberPart("properties", () => this.setCustomProperties(before, "undo"));
    this.documentCustom = properties;
    this.tell({ kind: "properties", cause });
  }
  setCalculation(settings: CalculationSettings, cause: Cause = "api"): void {
    const before = this.calculationSettings;
    this.rememberPart("calculation", () => this.setCalculation(before, "undo"));
    this.calculationSettings = settings;
    this.iteration = settings.iterates ? { count: settings.maxIteration, change: settings.maxChange } : null;
    this.tell({ kind: "calculation", cause });
  }
  setCustomXml(parts: readonly CustomXmlPart[], cause: Cause = "api"): void {
    this.xmlParts = parts;
    this.tell({ kind: "customXml", cause });
  }

  lockStructure(password: Readonly<Record<string, string>>, cause: Cause = "api"): void {
    this.structureLocked = true;
    this.structurePassword = password;
    this.tell({ kind: "structure", cause });
  }
  freeStructure(cause: Cause = "api"): void {
    this.structureLocked = false;
    this.structurePassword = {};
    this.tell({ kind: "structure", cause });
  }

  listen(listener: Listener): () => void {
    this.listeners.add(listener);
    return () => this.listeners.delete(listener);
  }
  tell(change: Change): void { for (const listener of [...this.listeners]) listener(change); }

  /**
   * Records what `work` changes, and gives back the step that undoes it.
   * A record within a record is part of both; undoing can itself be recorded, which is how it is done again.
   */
  record(work: () => void): () => void {
    const recording = this.startRecording();
    try {
      work();
    } finally {
      this.endRecording(recording);
    }
    return () => this.replay(recording.all);
  }
  /** Notes what is replaced from now on, until it is ended. What is replaced by work that then fails is noted as well. */
  startRecording(): Recording {
    this.recording = new Recording(this.recording);
    return this.recording;
  }
  endRecording(recording: Recording): void {
    this.recording = recording.outer;
    for (const one of recording.all) recording.outer?.note(one);
  }
  /**
   * Puts in place again what was noted, the last first. Remembers in its turn what it replaces, so that undoing can be undone.
   * Cells that come back one after the other are told of together, by the rectangle around them.
   */
  replay(noted: readonly Undone[]): void {
    const back: { sheet: Sheet | null; area: Area | null } = { sheet: null, area: null };
    const tellCells = (): void => {
      if (back.sheet !== null && back.area !== null) this.tell({ kind: "cells", sheet: back.sheet.id, area: back.area, cause: "undo", what: "both" });
      back.area = null;
    };
    for (const one of [...noted].reverse()) {
      if (one.kind === "cell") {
        if (back.sheet !== one.sheet) tellCells();
        back.sheet = one.sheet;
        back.area = around(back.area, one.row, one.column);
        this.remember(one.sheet, one.row, one.column, one.sheet.cell(one.row, one.column));
        one.sheet.put(one.row, one.column, one.cell);
        continue;
      }
      tellCells();
      if (one.kind === "shift") this.tellShift(one.sheet, one.area, backFrom[one.direction], "undo");
      else one.restore();
    }
    tellCells();
  }
  /** Tells that cells moved, after they did. */
  tellShift(sheet: Sheet, area: Area, direction: Extract<Undone, { kind: "shift" }>["direction"], cause: Cause): void {
    this.recording?.note({ kind: "shift", sheet, area, direction });
    this.tell({ kind: "shift", sheet: sheet.id, area, direction, cause });
  }
  remember(sheet: Sheet, row: number, column: number, cell: Cell): void { this.recording?.note({ kind: "cell", sheet, row, column, cell }); }
  rememberFeature<K extends keyof SheetFeatures>(sheet: Sheet, feature: K, before: SheetFeatures[K]): void {
    this.recording?.note({ kind: "feature", sheet, facet: facetOf[feature], restore: () => sheet.set(feature, before, "undo") });
  }
  private rememberPart(part: BookPart, restore: () => void): void { this.recording?.note({ kind: "book", part, restore }); }
}
