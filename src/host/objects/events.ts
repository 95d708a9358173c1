/** From what happened to the workbook to the events that Excel raises, as the wire carries them. */
import { areaName, contains, intersect, type Area } from "../workbook/area";
import type { Change } from "../workbook/change";
import type { Sheet } from "../workbook/sheet";
import { shown } from "./entered";
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

const SHIFTED = { down: "ShiftCellDown", up: "ShiftCellUp", right: "ShiftCellRight", left: "ShiftCellLeft" } as const;

export class EventSource {
  private active: string;
  private readonly tableIds = new Map<string, ReadonlyMap<number, string>>();
  private waiting = new Map<string, Entry[]>();
  private selectionWaiting = false;

  /**
   * @param deliver - gives a page the events it listens for, in the order they happened
   * @param selectionMoved - raises the document's own selection event, which is older than the others and has no arguments
   */
  constructor(private readonly session: Session, private readonly deliver: (page: string, entries: readonly Entry[]) => void, private readonly selectionMoved: () => void) {
    this.active = session.workbook.active.id;
    for (const sheet of session.workbook.sheets) this.tableIds.set(sheet.id, namesById(sheet));
  }

  onChange(change: Change): void {
    switch (change.kind) {
      case "cells": return this.cells(change);
      case "shift": return this.shifted(change);
      case "sheet-added": return this.aboutSheet(eventType.worksheetAdded, change.sheet, { source: sourceOf(change) });
      case "sheet-removed": return this.aboutSheet(eventType.worksheetDeleted, change.sheet, { source: sourceOf(change) });
      case "sheet-renamed": return this.aboutSheet(eventType.worksheetNameChanged, change.sheet, { source: sourceOf(change), nameAfter: this.session.workbook.sheetById(change.sheet)?.name ?? "" });
      case "sheet-moved": return this.aboutSheet(eventType.worksheetMoved, change.sheet, { source: sourceOf(change) });
      case "sheet-activated": return this.activated(change.sheet);
      case "selection": return this.selected(change.sheet, change.area);
      case "facet":
        if (change.facet === "tables") return this.tables(change.sheet, sourceOf(change));
        if (change.facet === "visibility") return this.aboutSheet(eventType.worksheetVisibilityChanged, change.sheet, { source: sourceOf(change) });
        return;
      default: return;
    }
  }

  private cells(change: Cells): void {
    if (change.cause === "calculated") return this.aboutSheet(eventType.worksheetCalculated, change.sheet, { address: areaName(change.area) });
    const fields: Fields = { worksheetId: change.sheet, address: areaName(change.area), source: sourceOf(change), triggerSource: triggerOf(change) };
    if (change.what !== "content") this.aboutSheet(eventType.worksheetFormatChanged, change.sheet, fields);
    if (change.what === "style") return;
    this.changed(change.sheet, change.area, { ...fields, changeType: "RangeEdited", shiftDirection: "None", ...this.details(change) });
  }

  private shifted(change: Shift): void {
    const { area, direction } = change;
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
    this.selectionWaiting = true;
    this.aboutSheet(eventType.worksheetSelectionChanged, sheetId, { address: areaName(area) });
    for (const table of this.session.workbook.sheetById(sheetId)?.get("tables") ?? []) {
      const inside = intersect(table.area, area);
      const fields = { worksheetId: sheetId, tableId: String(table.id), isInsideTable: contains(table.area, area.top, area.left), address: inside === null ? "" : areaName(inside) };
      this.raise(eventType.tableSelectionChanged, [String(table.id)], fields);
    }
    this.schedule();
  }

  /** Tables that came or went, told from the sheet's tables before. */
  private tables(sheetId: string, source: string): void {
    const sheet = this.session.workbook.sheetById(sheetId);
    const before = this.tableIds.get(sheetId) ?? new Map<number, string>();
    const after = sheet === null ? new Map<number, string>() : namesById(sheet);
    this.tableIds.set(sheetId, after);
    for (const [id, tableName] of after) if (!before.has(id)) this.raise(eventType.tableAdded, [sheetId, WORKBOOK_TARGET], { worksheetId: sheetId, tableId: String(id), tableName, source });
    for (const [id, tableName] of before) if (!after.has(id)) this.raise(eventType.tableDeleted, [sheetId, WORKBOOK_TARGET], { worksheetId: sheetId, tableId: String(id), tableName, source });
  }

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

  private scheduled = false;
  /** Events follow when the work that caused them is done, as in Excel; never within it. */
  private schedule(): void {
    if (this.scheduled) return;
    this.scheduled = true;
    setTimeout(() => {
      this.scheduled = false;
      const { waiting } = this;
      this.waiting = new Map();
      for (const [page, entries] of waiting) this.deliver(page, entries);
      if (this.selectionWaiting) {
        this.selectionWaiting = false;
        this.selectionMoved();
      }
    }, 0);
  }
}

const namesById = (sheet: Sheet): ReadonlyMap<number, string> => new Map(sheet.get("tables").map((table) => [table.id, table.name]));
const sourceOf = ({ cause }: { readonly cause: Change["cause"] }): string => (cause === "remote" ? "Remote" : "Local");
const triggerOf = ({ cause }: { readonly cause: Change["cause"] }): string => (cause === "api" ? "ThisLocalAddin" : "Unknown");
