/** From what happened to the workbook to the events that Excel raises, as the wire carries them. */
import { areaName, cellName, columnCount, contains, intersect, rowCount, type Area } from "../workbook/area";
import type { Change, ChangedFormula } from "../workbook/change";
import type { Sheet } from "../workbook/sheet";
import { commentChanges } from "./comment-changes";
import { boundData, boundPlace, toldBinding } from "./binding-store";
import { shown } from "./entered";
import { EventMemory, type Difference } from "./event-memory";
import { eventType, WORKBOOK_TARGET } from "./event-registration";
import type { Session } from "./session";
import { wordForType } from "./value-types";

/** Marks a Rich API event among the messages of the wire. */
const EVENT_CATEGORY = 65_536;

/** `[category, event type, target, arguments as JSON, reserved]`. */
type Entry = readonly [number, number, string, string, number];
type Fields = Readonly<Record<string, unknown>>;
type Cells = Extract<Change, { kind: "cells" }>;
type Shift = Extract<Change, { kind: "shift" }>;

/** By the name that a page registers for. */
export interface DocumentEvent {
  readonly name: string;
  readonly data: Readonly<Record<string, unknown>>;
  /** Pages that asked for no events whenever it happened. */
  readonly deaf: ReadonlySet<string>;
}

const SHIFTED = { down: "ShiftCellDown", up: "ShiftCellUp", right: "ShiftCellRight", left: "ShiftCellLeft" } as const;

export class EventSource {
  private active: string;
  private readonly memory: EventMemory;
  /** Sheets whose hidden rows may have changed, with who did it. */
  private readonly hiddenWaiting = new Map<string, string>();
  private waiting = new Map<string, Entry[]>();
  /** The document's own events, each once however often it happened. */
  private documentWaiting = new Map<string, DocumentEvent>();

  /**
   * @param deliver - gives a page the events it listens for, in the order they happened
   * @param raiseDocument - raises one of the document's own events, which are older than the others: in one page, or in every page that listens
   */
  constructor(private readonly session: Session, private readonly deliver: (page: string, entries: readonly Entry[]) => void, private readonly raiseDocument: (event: DocumentEvent) => void) {
    this.active = session.workbook.front?.id ?? "";
    this.memory = new EventMemory(session.workbook);
  }

  onChange(change: Change): void {
    switch (change.kind) {
      case "cells": return this.cells(change);
      case "shift": return this.shifted(change);
      case "sheet-added":
        this.memory.positions();
        return this.aboutSheet(eventType.worksheetAdded, change.sheet, { source: sourceOf(change) });
      case "sheet-removed":
        this.memory.positions();
        // Another sheet has come to the front where the one in front went.
        this.activated(this.session.workbook.active.id);
        return this.aboutSheet(eventType.worksheetDeleted, change.sheet, { source: sourceOf(change) });
      case "sheet-renamed": return this.compared(change, eventType.worksheetNameChanged, (sheet) => this.memory.name(sheet), "name");
      case "sheet-moved": return this.compared(change, eventType.worksheetMoved, (sheet) => this.memory.position(sheet), "position");
      case "sheet-activated": return this.activated(change.sheet);
      case "selection": return this.selected(change.sheet, change.area);
      case "sorted": return this.aboutSheet(change.order === "rows" ? eventType.rowSorted : eventType.columnSorted, change.sheet, { address: areaName(change.area), source: sourceOf(change) });
      case "clicked": return this.aboutSheet(eventType.singleClicked, change.sheet, { address: cellName(change.row, change.column), offsetX: change.x, offsetY: change.y });
      case "settings": return this.document({ name: "settingsChanged", data: {} });
      case "facet": return this.facet(change);
      default: return;
    }
  }

  private facet(change: Extract<Change, { kind: "facet" }>): void {
    const sheet = this.session.workbook.sheetById(change.sheet);
    if (sheet === null) return;
    const source = sourceOf(change);
    switch (change.facet) {
      case "tables": return this.tables(sheet, source);
      case "charts": return this.charts(sheet, source);
      case "comments": return this.comments(sheet, source);
      case "visibility": return this.compared(change, eventType.worksheetVisibilityChanged, () => this.memory.visibility(sheet), "visibility");
      case "protection": return this.aboutSheet(eventType.protectionChanged, sheet.id, { source, isProtected: sheet.get("protection") !== null });
      case "rows":
        // Rows that move take their being hidden along: what is said waits until all of the change has been told.
        this.hiddenWaiting.set(sheet.id, source);
        return this.schedule();
      default: return;
    }
  }

  /** Events that tell a state before and after: `nameBefore`, `nameAfter`. */
  private compared<T>(change: { readonly sheet: string; readonly cause: Change["cause"] }, type: number, compare: (sheet: Sheet) => Difference<T>, what: string): void {
    const sheet = this.session.workbook.sheetById(change.sheet);
    if (sheet === null) return;
    const { before, after } = compare(sheet);
    if (before !== after) this.aboutSheet(type, sheet.id, { source: sourceOf(change), [`${what}Before`]: before, [`${what}After`]: after });
  }

  private cells(change: Cells): void {
    if (change.cause === "calculated") return this.calculated(change.sheet, change.parts ?? [change.area]);
    const fields: Fields = { worksheetId: change.sheet, address: areaName(change.area), source: sourceOf(change), triggerSource: triggerOf(change) };
    if (change.what !== "content") this.aboutSheet(eventType.worksheetFormatChanged, change.sheet, fields);
    if (change.what === "style" || (this.session.faults.has("changes-untold") && (change.cause === "typed" || change.cause === "pasted"))) return;
    this.bindings(change.sheet, [change.area]);
    if (change.formulas !== undefined) this.formulas(change, change.formulas);
    this.changed(change.sheet, change.area, { ...fields, changeType: "RangeEdited", shiftDirection: "None", ...this.details(change) });
  }

  /** A binding is told of new results as of entries: Microsoft's sample on switching events off binds cells that hold formulas. */
  private calculated(sheetId: string, areas: readonly Area[]): void {
    this.bindings(sheetId, areas);
    this.aboutSheet(eventType.worksheetCalculated, sheetId, { address: areas.map(areaName).join(",") });
  }

  private formulas(change: Cells, formulas: readonly ChangedFormula[]): void {
    const formulaDetails = formulas.map(({ row, column, previous }) => ({ cellAddress: cellName(row, column), previousFormula: previous }));
    this.aboutSheet(eventType.formulaChanged, change.sheet, { source: sourceOf(change), formulaDetails });
  }

  /** Bindings are older than the other events, and each has names of its own. */
  private bindings(sheetId: string, areas: readonly Area[]): void {
    for (const binding of this.session.bindings.all) {
      const place = boundPlace(binding);
      if (place?.sheet.id !== sheetId || !areas.some((area) => intersect(place.area, area) !== null)) continue;
      this.document({ name: `${binding.id}_bindingDataChanged`, data: { ddaBinding: toldBinding(binding) } });
    }
  }

  private bindingsSelected(sheetId: string, area: Area): void {
    for (const binding of this.session.bindings.all) {
      const place = boundData(binding);
      const inside = place?.sheet.id === sheetId ? intersect(place.area, area) : null;
      if (place === null || inside === null) continue;
      // The library hands these on under the names that handlers see.
      const subset = { startRow: inside.top - place.area.top, startColumn: inside.left - place.area.left, rowCount: rowCount(inside), columnCount: columnCount(inside) };
      this.document({ name: `${binding.id}_bindingSelectionChanged`, data: { ddaBinding: toldBinding(binding), subset } });
    }
  }

  private shifted(change: Shift): void {
    const { area, direction } = change;
    const sheet = this.session.workbook.sheetById(change.sheet);
    if (sheet !== null) this.memory.hiddenRows(sheet);
    this.hiddenWaiting.delete(change.sheet);
    const rows = area.left === 0 && area.right === 16_383;
    const columns = area.top === 0 && area.bottom === 1_048_575;
    const what = rows ? "Row" : columns ? "Column" : "Cell";
    this.changed(change.sheet, area, {
      worksheetId: change.sheet, address: areaName(area), source: sourceOf(change), triggerSource: triggerOf(change),
      changeType: `${what}${direction === "down" || direction === "right" ? "Inserted" : "Deleted"}`, shiftDirection: SHIFTED[direction],
    });
  }

  private changed(sheetId: string, area: Area, fields: Fields): void {
    const sheet = this.session.workbook.sheetById(sheetId);
    if (sheet === null) return;
    const tables = sheet.get("tables").filter((table) => intersect(table.area, area) !== null);
    const targets = [sheetId, WORKBOOK_TARGET].some((target) => this.session.isHeard(eventType.worksheetChanged, target))
      || tables.some((table) => this.session.isHeard(eventType.tableChanged, String(table.id))) || this.session.isHeard(eventType.tableChanged, sheetId) || this.session.isHeard(eventType.tableChanged, WORKBOOK_TARGET);
    if (!targets) return;
    const withRange = { ...fields, referenceId: this.session.holdForEvent(sheet, area) };
    this.raise(eventType.worksheetChanged, [sheetId, WORKBOOK_TARGET], withRange);
    for (const table of tables) this.raise(eventType.tableChanged, [String(table.id), sheetId, WORKBOOK_TARGET], { ...withRange, tableId: String(table.id) });
  }

  /** Excel tells the values before and after only where one cell was edited. */
  private details({ sheet: sheetId, area }: Cells): Fields {
    if (area.top !== area.bottom || area.left !== area.right) return {};
    const before = this.session.valueBefore(sheetId, area.top, area.left);
    const after = this.session.workbook.sheetById(sheetId)?.cell(area.top, area.left);
    if (before === undefined || after === undefined) return {};
    if (after.formula !== null) this.session.settle();
    const now = this.session.workbook.sheetById(sheetId)?.cell(area.top, area.left).value ?? null;
    return { valueBefore: shown(before), valueTypeBefore: wordForType(before), valueAfter: shown(now), valueTypeAfter: wordForType(now) };
  }

  private aboutSheet(type: number, sheetId: string, fields: Fields): void { this.raise(type, [sheetId, WORKBOOK_TARGET], { worksheetId: sheetId, ...fields }); }

  private activated(sheetId: string): void {
    if (this.active === sheetId) return;
    const before = this.active;
    this.active = sheetId;
    this.aboutSheet(eventType.worksheetDeactivated, before, {});
    this.aboutSheet(eventType.worksheetActivated, sheetId, {});
  }

  private selected(sheetId: string, area: Area): void {
    this.document({ name: "documentSelectionChanged", data: {} });
    this.bindingsSelected(sheetId, area);
    this.aboutSheet(eventType.worksheetSelectionChanged, sheetId, { address: areaName(area) });
    for (const table of this.session.workbook.sheetById(sheetId)?.get("tables") ?? []) {
      const inside = intersect(table.area, area);
      const fields = { worksheetId: sheetId, tableId: String(table.id), isInsideTable: contains(table.area, area.top, area.left), address: inside === null ? "" : areaName(inside) };
      this.raise(eventType.tableSelectionChanged, [String(table.id)], fields);
    }
    this.schedule();
  }

  private tables(sheet: Sheet, source: string): void {
    const { come, gone } = this.memory.tables(sheet);
    const tell = (type: number, [id, tableName]: readonly [number, string]): void => this.raise(type, [sheet.id, WORKBOOK_TARGET], { worksheetId: sheet.id, tableId: String(id), tableName, source });
    for (const table of come) tell(eventType.tableAdded, table);
    for (const table of gone) tell(eventType.tableDeleted, table);
  }

  private charts(sheet: Sheet, source: string): void {
    const { come, gone } = this.memory.charts(sheet);
    for (const chartId of come) this.raise(eventType.chartAdded, [sheet.id], { worksheetId: sheet.id, chartId, source });
    for (const chartId of gone) this.raise(eventType.chartDeleted, [sheet.id], { worksheetId: sheet.id, chartId, source });
  }

  private comments(sheet: Sheet, source: string): void {
    const { before, after } = this.memory.comments(sheet);
    const types = { added: eventType.commentAdded, deleted: eventType.commentDeleted, changed: eventType.commentChanged };
    for (const { kind, changeType, commentId, replyIds } of commentChanges(before, after)) {
      const fields = { worksheetId: sheet.id, source, commentDetails: [{ commentId, replyIds }], ...(changeType === undefined ? {} : { changeType }) };
      this.raise(types[kind], [sheet.id, WORKBOOK_TARGET], fields);
    }
  }

  private hiddenRows(): void {
    for (const [id, source] of this.hiddenWaiting) {
      const sheet = this.session.workbook.sheetById(id);
      if (sheet === null) continue;
      const { hidden, shown: back } = this.memory.hiddenRows(sheet);
      for (const area of hidden) this.aboutSheet(eventType.rowHiddenChanged, id, { address: areaName(area), changeType: "Hidden", source });
      for (const area of back) this.aboutSheet(eventType.rowHiddenChanged, id, { address: areaName(area), changeType: "Unhidden", source });
    }
    this.hiddenWaiting.clear();
  }

  /** The workbook came to the front again. */
  workbookActivated(): void { this.raise(eventType.workbookActivated, [WORKBOOK_TARGET], {}); }

  private raise(type: number, targets: readonly string[], fields: Fields): void {
    for (const target of targets) {
      for (const page of this.session.pagesHearing(type, target)) {
        const entries = this.waiting.get(page) ?? [];
        entries.push([EVENT_CATEGORY, type, target, JSON.stringify(fields), 0]);
        this.waiting.set(page, entries);
        this.schedule();
      }
    }
  }

  private document(event: Omit<DocumentEvent, "deaf">): void {
    const before = this.documentWaiting.get(event.name);
    const deaf = [...this.session.deafPages].filter((page) => before === undefined || before.deaf.has(page));
    this.documentWaiting.set(event.name, { ...event, deaf: new Set(deaf) });
    this.schedule();
  }

  private scheduled = false;
  /** Events follow when the work that caused them is done, as in Excel; never within it. */
  private schedule(): void {
    if (this.scheduled) return;
    this.scheduled = true;
    setTimeout(() => {
      this.scheduled = false;
      this.hiddenRows();
      const { waiting } = this;
      this.waiting = new Map();
      for (const [page, entries] of waiting) this.deliver(page, entries);
      const { documentWaiting } = this;
      this.documentWaiting = new Map();
      for (const event of documentWaiting.values()) this.raiseDocument(event);
    }, 0);
  }
}

const sourceOf = ({ cause }: { readonly cause: Change["cause"] }): string => (cause === "remote" ? "Remote" : "Local");
const triggerOf = ({ cause }: { readonly cause: Change["cause"] }): string => (cause === "api" ? "ThisLocalAddin" : "Unknown");
