/**
 * One workbook as the object model has it open: what it calculates with, which Excel it stands for, the ranges it keeps for a
 * page, and who listens to which event.
 */
import { contains, type Area } from "../workbook/area";
import type { Change } from "../workbook/change";
import type { CustomXmlPart } from "../workbook/document";
import type { Sheet } from "../workbook/sheet";
import type { CellValue } from "../workbook/values";
import type { Workbook } from "../workbook/workbook";
import { shiftArea } from "../workbook/shift-area";
import { BindingStore } from "./binding-store";
import { eventType } from "./event-registration";
import { Faults, type FaultSwitches } from "./faults";
import type { Profile } from "./profile";
import type { DateOrder, DateReading } from "./read-entry";
import { itemNotFound } from "./refusal";
import { alone, type Surroundings } from "./surroundings";
import { UndoList } from "./undo-list";

/** What the object model needs of the calculator. */
export interface Calculation {
  recalculate(): unknown;
  recalculateAll(): unknown;
  /** What a formula (without "=") comes to in a cell, as rows of values, without entering it there. */
  evaluate(formula: string, sheet: Sheet, row: number, column: number, from?: { readonly row: number; readonly column: number }): readonly (readonly CellValue[])[];
}

/** A range that a request holds. It moves with its cells when rows or columns are put in or taken out. */
export interface RangeHold { readonly session: Session; readonly sheet: Sheet; area: Area; lost: boolean }

/** Several ranges of one sheet that a request holds as one. */
export interface AreasHold { readonly session: Session; readonly sheet: Sheet; readonly ranges: readonly RangeHold[] }

/** Ranges of several sheets that a request holds as one. */
export interface PlacesHold { readonly session: Session; readonly places: readonly AreasHold[] }

export type Hold = RangeHold | AreasHold | PlacesHold;
const rangesIn = (hold: Hold): readonly RangeHold[] => ("places" in hold ? hold.places.flatMap(({ ranges }) => ranges) : "ranges" in hold ? hold.ranges : [hold]);

/** Event type and target of the wire ("10", "{sheet}" or "Workbook") that a page listens to. */
interface Listening { readonly page: string; readonly type: number; readonly target: string }

const MOST_EVENT_RANGES = 1_000;
/** What a person would not miss if it were not saved. */
const UNSAVED: ReadonlySet<Change["kind"]> = new Set<Change["kind"]>(["selection", "sheet-activated", "clicked"]);

interface CustomXmlStore {
  readonly parts: readonly CustomXmlPart[];
  readonly set: (parts: readonly CustomXmlPart[]) => void;
}

/** Parts that no file had and none will have. */
class UnsavedCustomXml implements CustomXmlStore {
  parts: readonly CustomXmlPart[] = [];
  readonly set = (parts: readonly CustomXmlPart[]): void => { this.parts = parts; };
}

export class Session {
  readonly bindings = new BindingStore(this);
  /** Changed since it was opened or saved. */
  isDirty = false;
  /** Set by suspendApiCalculationUntilNextSync; ends with the batch. */
  calculationSuspended = false;
  private stale = false;
  private readonly held = new Map<string, Hold>();
  private readonly references = new Map<Hold, string>();
  private live = new Set<RangeHold>();
  private nextReference = 1;
  private listeners: Listening[] = [];
  private readonly forEvents = new Map<string, RangeHold>();
  private addedRows: { readonly table: number; readonly rows: RangeHold }[] = [];
  private before: { readonly sheet: string; readonly row: number; readonly column: number; readonly value: CellValue } | null = null;

  /** What the person can take back and do again. */
  readonly history: UndoList;
  /** What goes wrong in this Excel. */
  readonly faults: Faults;
  /** The add-in's settings: the workbook's own, unless they were lost on the way. */
  readonly settings: Map<string, string>;
  /** Custom XML parts: the workbook's own, unless they were lost on the way. */
  readonly customXml: CustomXmlStore;

  /** @throws RangeError for a fault that the profile's platform cannot have */
  constructor(readonly workbook: Workbook, private readonly calculation: Calculation, readonly profile: Profile, readonly around: Surroundings = alone, faults: FaultSwitches = {}) {
    this.history = new UndoList(workbook);
    this.faults = new Faults(profile, faults, () => this.history.clear());
    this.settings = this.faults.has("settings-lost") ? new Map() : workbook.settings;
    this.customXml = this.faults.has("custom-xml-lost") ? new UnsavedCustomXml() : { get parts() { return workbook.customXml; }, set: (parts) => { workbook.setCustomXml(parts); } };
    workbook.listen((change) => this.onChange(change));
  }

  /** @throws Refusal ItemNotFound in a workbook that has chart sheets only (assumed) */
  get activeSheet(): Sheet {
    const { front } = this.workbook;
    if (front === null) throw itemNotFound();
    return front;
  }

  /** Whether results wait to be worked out. */
  get isStale(): boolean { return this.stale; }

  /** Brings formulas up to date before they are read. Excel calculates by itself, unless it was told not to. */
  settle(): void {
    if (!this.stale || this.calculationSuspended || this.workbook.calculation.mode === "Manual") return;
    this.stale = false;
    this.calculation.recalculate();
  }

  calculate(full: boolean): void {
    this.stale = false;
    if (full) this.calculation.recalculateAll();
    else this.calculation.recalculate();
  }

  /** What a formula (without "=") comes to in a cell, as rows of values; names and rules count from the sheet's first cell. */
  evaluate(formula: string, sheet: Sheet, row = 0, column = 0, from = { row, column }): readonly (readonly CellValue[])[] { return this.calculation.evaluate(formula, sheet, row, column, from); }

  /** How dates are read that come in this order. */
  dates(order: DateOrder): DateReading {
    const year = (): number => {
      const value = this.evaluate("YEAR(TODAY())", this.workbook.active)[0]?.[0];
      if (typeof value !== "number") throw new Error("The calculator does not know the year.");
      return value;
    };
    return { order, year };
  }

  /** A range for this request. */
  range(sheet: Sheet, area: Area): RangeHold {
    const hold: RangeHold = { session: this, sheet, area, lost: false };
    this.live.add(hold);
    return hold;
  }

  /** Ranges of one sheet for this request. */
  areas(sheet: Sheet, areas: readonly Area[]): AreasHold { return { session: this, sheet, ranges: areas.map((area) => this.range(sheet, area)) }; }

  /** Keeps a range, or several, beyond its request. @returns the reference id by which the page names it */
  keep(range: Hold): string {
    const known = this.references.get(range);
    if (known !== undefined) return known;
    const id = `R${this.nextReference++}`;
    this.held.set(id, range);
    this.references.set(range, id);
    return id;
  }
  referenceOf(range: Hold): string | null { return this.references.get(range) ?? null; }
  kept(id: string): Hold | null { return this.held.get(id) ?? null; }
  release(id: string): void {
    const range = this.held.get(id);
    if (range !== undefined) this.references.delete(range);
    this.held.delete(id);
  }

  /** Rows that were added to a table by a program; a co-author's change of the table may undo that. */
  noteAddedRows(table: number, rows: RangeHold): void {
    this.keep(rows);
    this.addedRows.push({ table, rows });
  }
  /** Rows added to a table since it was last asked, which are then forgotten. */
  takeAddedRows(table: number): readonly RangeHold[] {
    const taken = this.addedRows.filter((each) => each.table === table);
    this.addedRows = this.addedRows.filter((each) => each.table !== table);
    return taken.map(({ rows }) => rows);
  }

  /** The end of a request: formulas are brought up to date, ranges that were not kept are let go. */
  endBatch(): void {
    this.calculationSuspended = false;
    this.settle();
    this.live = new Set([...this.held.values()].flatMap(rangesIn));
  }

  /** A range for an event's `getRange`; the latest are kept. @returns the reference id that goes with the event */
  holdForEvent(sheet: Sheet, area: Area): string {
    const id = `E${this.nextReference++}`;
    this.forEvents.set(id, { session: this, sheet, area, lost: false });
    const [oldest] = this.forEvents.keys();
    if (this.forEvents.size > MOST_EVENT_RANGES && oldest !== undefined) this.forEvents.delete(oldest);
    return id;
  }
  eventRange(id: string): RangeHold | null { return this.forEvents.get(id) ?? null; }

  /** Notes a cell's value before it is edited, for the details of its event. */
  noteBefore(sheet: Sheet, row: number, column: number): void {
    this.before = { sheet: sheet.id, row, column, value: sheet.cell(row, column).value };
  }
  /** The value before the edit that is being told; undefined where none was noted. */
  valueBefore(sheet: string, row: number, column: number): CellValue | undefined {
    const { before } = this;
    return before !== null && before.sheet === sheet && before.row === row && before.column === column ? before.value : undefined;
  }

  /** Pages that asked for no events for now. */
  private readonly deaf = new Set<string>();
  get deafPages(): ReadonlySet<string> { return this.deaf; }
  get hears(): boolean { return !this.deaf.has(this.page); }
  set hears(hears: boolean) {
    if (hears) this.deaf.delete(this.page);
    else this.deaf.add(this.page);
  }

  listenTo(page: string, type: number, target: string): void {
    this.listeners.push({ page, type, target });
    this.workbook.notesFormulas = this.listeners.some((entry) => entry.type === eventType.formulaChanged);
  }
  stopListening(page: string, type: number, target: string): void {
    const index = this.listeners.findIndex((entry) => entry.page === page && entry.type === type && entry.target === target);
    if (index >= 0) this.listeners.splice(index, 1);
  }
  /** The page that runs the current request; events are registered for it. */
  page = "";
  forget(page: string): void { this.deaf.delete(page); this.listeners = this.listeners.filter((entry) => entry.page !== page); }
  isHeard(type: number, target: string): boolean { return this.listeners.some((entry) => entry.type === type && entry.target === target); }
  pagesHearing(type: number, target: string): readonly string[] {
    return [...new Set(this.listeners.filter((entry) => entry.type === type && entry.target === target && !this.deaf.has(entry.page)).map((entry) => entry.page))];
  }

  /** Where nothing is calculated by itself, a formula that is entered still is, from the results that there are. */
  private calculateEntered(change: Extract<Change, { kind: "cells" }>): void {
    const sheet = this.workbook.sheetById(change.sheet);
    if (sheet === null || this.workbook.calculation.mode !== "Manual" || change.what === "style" || change.cause === "undo") return;
    const fresh = [...sheet.entries()].filter(([row, column, cell]) => cell.formula !== null && cell.value === null && contains(change.area, row, column));
    for (const [row, column, cell] of fresh) sheet.put(row, column, { ...cell, value: this.evaluate(cell.formula ?? "", sheet, row, column)[0]?.[0] ?? 0 });
  }

  private onChange(change: Change): void {
    if (change.kind === "cells" && change.cause === "calculated") return;
    if (change.kind === "cells") this.calculateEntered(change);
    if (!UNSAVED.has(change.kind)) this.isDirty = true;
    this.stale = true;
    if (change.kind !== "shift") return;
    for (const range of [...this.live, ...this.forEvents.values()]) {
      if (range.sheet.id !== change.sheet) continue;
      const moved = shiftArea(range.area, change.area, change.direction);
      if (moved === null) range.lost = true;
      else range.area = moved;
    }
  }
}
