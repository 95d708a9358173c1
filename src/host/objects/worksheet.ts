/** Excel.Worksheet. */
import { area as areaOf, MAX_COLUMNS, MAX_ROWS, type Area } from "../workbook/area";
import { columnCharacters, columnPixels, POINTS_PER_PIXEL } from "../workbook/measure";
import type { Sheet } from "../workbook/sheet";
import { sheetNameProblem } from "../workbook/workbook";
import { loseSheet, moveSheet, renameSheet } from "../calc/shift-formula";
import { areaOnSheet } from "./address";
import { colourFrom, flagFrom, numberFrom, oneOf, textFrom, wholeFrom } from "./arguments";
import { autoFilterClass } from "./auto-filter";
import { chartsClass } from "./charts/chart-collection";
import { commentsClass } from "./comments";
import { customPropertiesClass } from "./custom-properties";
import { declareClass, method, navigation, scalar, type ClassPart, type HostObject, type ObjectClass, type Owned } from "./definition";
import { eventMethods, worksheetEvents } from "./event-registration";
import { freezePanesClass } from "./freeze-panes";
import { namesClass } from "./named-items";
import { worksheetOutline } from "./outlines";
import { pageLayoutClass } from "./page-layout";
import { rangeClass } from "./range";
import { accessDenied, invalidArgument, itemAlreadyExists, itemNotFound, notImplemented } from "./refusal";
import type { Session } from "./session";
import { sheetAfter, sheetBefore } from "./sheet-order";
import { copySheet } from "./sheet-copy";
import { tableCollectionClass } from "./table-collection";
import { worksheetAreas } from "./worksheet-areas";
import { worksheetProtectionClass } from "./worksheet-protection";

export interface SheetSelf extends Owned { readonly session: Session; readonly sheet: Sheet }

/** The sheet, if the workbook still has it. @throws Refusal ItemNotFound */
export function present(self: SheetSelf): Sheet {
  if (self.session.workbook.sheetById(self.sheet.id) !== self.sheet) throw itemNotFound();
  return self.sheet;
}

const rangeOn = (self: SheetSelf, area: Area): HostObject => rangeClass.of(self.session.range(present(self), area));

function checked(area: Area): Area {
  if (area.top < 0 || area.left < 0 || area.bottom < area.top || area.right < area.left || area.bottom >= MAX_ROWS || area.right >= MAX_COLUMNS) throw invalidArgument();
  return area;
}

/** @throws Refusal InvalidArgument for a name that breaks Excel's rules, ItemAlreadyExists for one that is taken */
export function checkSheetName(session: Session, name: string, except: Sheet | null): string {
  if (sheetNameProblem(name) !== null) throw invalidArgument(sheetNameProblem(name) ?? "");
  if (session.workbook.isTabName(name, except)) throw itemAlreadyExists();
  return name;
}

/** @throws Refusal AccessDenied where the workbook's structure is protected */
export function assertStructureFree({ workbook }: Session): void {
  if (workbook.structureLocked) throw accessDenied("The structure of the workbook is protected.");
}

function rename(self: SheetSelf, value: unknown): void {
  assertStructureFree(self.session);
  const sheet = present(self);
  const name = checkSheetName(self.session, textFrom(value), sheet);
  const before = sheet.name;
  self.session.workbook.renameSheet(sheet, name);
  if (before !== name) renameSheet(self.session.workbook, before, name);
}

function move(self: SheetSelf, value: unknown): void {
  assertStructureFree(self.session);
  const position = wholeFrom(value);
  if (position < 0 || position >= self.session.workbook.sheets.length) throw invalidArgument();
  moveSheet(self.session.workbook, present(self), position);
}

function show(self: SheetSelf, value: unknown): void {
  assertStructureFree(self.session);
  const sheet = present(self);
  const visibility = oneOf(value, ["Visible", "Hidden", "VeryHidden"] as const);
  const { workbook } = self.session;
  if (visibility !== "Visible") {
    const other = workbook.sheets.find((candidate) => candidate !== sheet && candidate.get("visibility") === "Visible");
    if (other === undefined) throw invalidArgument("A workbook keeps at least one visible sheet.");
    sheet.set("visibility", visibility);
    if (workbook.active === sheet) workbook.activate(sheetAfter(self.session, sheet, true) ?? sheetBefore(self.session, sheet, true) ?? other);
    return;
  }
  sheet.set("visibility", visibility);
}

const gridlines = scalar("1.8", (self: SheetSelf) => present(self).get("gridlines"), (self, value) => present(self).set("gridlines", flagFrom(value)));
const headings = scalar("1.8", (self: SheetSelf) => present(self).get("headings"), (self, value) => present(self).set("headings", flagFrom(value)));

const properties: ClassPart<Excel.Worksheet, SheetSelf> = {
  scalars: {
    id: scalar("1.1", (self) => present(self).id),
    name: scalar("1.1", (self) => present(self).name, rename),
    position: scalar("1.1", (self) => self.session.workbook.sheets.indexOf(present(self)), move),
    visibility: scalar("1.1", (self) => present(self).get("visibility"), show),
    tabColor: scalar("1.7", (self) => present(self).get("tabColour") ?? "", (self, value) => present(self).set("tabColour", colourFrom(value))),
    enableCalculation: scalar("1.9", (self) => { present(self); return true; }, (_self, value) => { if (!flagFrom(value)) throw notImplemented("Setting Worksheet.enableCalculation to false"); }),
    showGridlines: gridlines,
    showHeadings: headings,
    standardHeight: scalar("1.7", (self) => present(self).get("standardHeight")),
    standardWidth: scalar(
      "1.7",
      (self) => columnPixels(present(self).get("standardWidth")) * POINTS_PER_PIXEL,
      (self, value) => present(self).set("standardWidth", columnCharacters(Math.round(numberFrom(value) / POINTS_PER_PIXEL))),
      "assumed",
    ),
    tabId: scalar("1.14", (self) => Number.parseInt(present(self).id.slice(1, 9), 10), undefined, "assumed"),
  },
  navigations: {
    autoFilter: navigation("1.9", (self) => autoFilterClass.of({ session: self.session, sheet: present(self), id: null })),
    charts: navigation("1.1", (self) => chartsClass.of(self)),
    comments: navigation("1.10", (self) => commentsClass.of({ session: self.session, sheet: present(self) })),
    customProperties: navigation("1.12", (self) => customPropertiesClass.of(self)),
    freezePanes: navigation("1.7", (self) => freezePanesClass.of(self)),
    names: navigation("1.4", (self) => namesClass.of({ session: self.session, scope: present(self) })),
    pageLayout: navigation("1.9", (self) => pageLayoutClass.of(self)),
    protection: navigation("1.2", (self) => worksheetProtectionClass.of(self)),
    tables: navigation("1.1", (self) => tableCollectionClass.of({ session: self.session, sheet: present(self) })),
  },
  aliases: { Gridlines: gridlines, Headings: headings },
};

function used(self: SheetSelf, valuesOnly: boolean): Area | null { return present(self).usedArea(valuesOnly); }

const methods: ClassPart<Excel.Worksheet, SheetSelf> = {
  methods: {
    getRange: method("1.1", (self, args) => {
      const area = args.has(0) ? areaOnSheet(self.session, args.text(0), present(self)) : areaOf(0, 0, MAX_ROWS, MAX_COLUMNS);
      return rangeOn(self, area);
    }),
    getRangeByIndexes: method("1.7", (self, args) => rangeOn(self, checked(areaOf(args.whole(0), args.whole(1), args.whole(2), args.whole(3))))),
    getCell: method("1.1", (self, args) => rangeOn(self, checked(areaOf(args.whole(0), args.whole(1))))),
    // An empty sheet answers its first cell.
    getUsedRange: method("1.1", (self, args) => rangeOn(self, used(self, args.flagOr(0, false)) ?? areaOf(0, 0))),
    getUsedRangeOrNullObject: method("1.4", (self, args) => {
      const area = used(self, args.flagOr(0, false));
      return area === null ? null : rangeOn(self, area);
    }),
    activate: method("1.1", (self) => {
      const sheet = present(self);
      if (sheet.get("visibility") !== "Visible") throw invalidArgument("A hidden sheet cannot be activated.");
      self.session.workbook.activate(sheet);
    }),
    calculate: method("1.6", (self, args) => self.session.calculate(args.flagOr(0, false))),
    delete: method("1.1", remove),
    copy: method("1.7", (self, args) => {
      assertStructureFree(self.session);
      const where = args.oneOfOr(0, ["None", "Before", "After", "Beginning", "End"] as const, "None");
      return worksheetClass.of({ session: self.session, sheet: copySheet(present(self), where, args.object(1, worksheetClass)?.sheet ?? null) });
    }),
    getNext: method("1.5", (self, args) => sheetOr(self, sheetAfter(self.session, present(self), args.flagOr(0, false)))),
    getNextOrNullObject: method("1.5", (self, args) => maybeSheet(self, sheetAfter(self.session, present(self), args.flagOr(0, false)))),
    getPrevious: method("1.5", (self, args) => sheetOr(self, sheetBefore(self.session, present(self), args.flagOr(0, false)))),
    getPreviousOrNullObject: method("1.5", (self, args) => maybeSheet(self, sheetBefore(self.session, present(self), args.flagOr(0, false)))),
  },
  wire: eventMethods(worksheetEvents, (self: SheetSelf) => present(self).id),
};

function remove(self: SheetSelf): void {
  assertStructureFree(self.session);
  const sheet = present(self);
  const { workbook } = self.session;
  if (sheet.get("visibility") === "VeryHidden") throw invalidArgument("A very hidden sheet cannot be deleted.");
  if (!workbook.sheets.some((other) => other !== sheet && other.get("visibility") === "Visible")) throw invalidArgument("A workbook keeps at least one visible sheet.");
  loseSheet(workbook, sheet);
  workbook.removeSheet(sheet);
}

function sheetOr(self: SheetSelf, sheet: Sheet | null): HostObject {
  if (sheet === null) throw itemNotFound();
  return worksheetClass.of({ session: self.session, sheet });
}
const maybeSheet = (self: SheetSelf, sheet: Sheet | null): HostObject | null => (sheet === null ? null : worksheetClass.of({ session: self.session, sheet }));

export const worksheetClass: ObjectClass<SheetSelf> = declareClass<Excel.Worksheet, SheetSelf>("Worksheet", { identity: (self) => ({ Id: self.sheet.id }) }, properties, methods, worksheetAreas, worksheetOutline);
