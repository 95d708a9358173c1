/** Excel.Workbook. */
import { area as areaOf } from "../workbook/area";
import { customXmlClass } from "./custom-xml";
import { documentPropertiesClass } from "./document-properties";
import { declareClass, method, navigation, scalar, type ObjectClass, type Owned } from "./definition";
import { bytesFromBase64 } from "./base64";
import { openOther } from "./other-workbook";
import { bindingsClass } from "./bindings";
import { eventMethods, workbookEvents, WORKBOOK_TARGET } from "./event-registration";
import { commentsClass } from "./comments";
import { functionsObject } from "./functions";
import { insertSheets } from "./insert-sheets";
import { namesClass } from "./named-items";
import { flagFrom } from "./arguments";
import { applicationClass, ENGINE_VERSION } from "./application";
import { rangeClass } from "./range";
import { rangeAreasClass } from "./range-areas";
import { itemNotFound, notImplemented, unsupportedOperation } from "./refusal";
import type { Session } from "./session";
import { settingsClass } from "./settings";
import { stylesClass } from "./styles";
import { tableCollectionClass } from "./table-collection";
import { workbookProtectionClass } from "./worksheet-protection";
import { worksheetsClass } from "./worksheet-collection";

interface WorkbookSelf extends Owned { readonly session: Session }

const runtimeClass: ObjectClass<WorkbookSelf> = declareClass<Excel.Runtime, WorkbookSelf>("Runtime", {}, {
  // Of the page that asks: others go on hearing.
  scalars: { enableEvents: scalar("1.8", ({ session }) => session.hears, ({ session }, value) => { session.hears = flagFrom(value); }) },
});

export const workbookClass: ObjectClass<WorkbookSelf> = declareClass<Excel.Workbook, WorkbookSelf>("Workbook", {}, {
  scalars: {
    name: scalar("1.7", ({ session }) => session.workbook.fileName),
    readOnly: scalar("1.8", () => false),
    autoSave: scalar("1.9", () => false),
    calculationEngineVersion: scalar("1.9", () => ENGINE_VERSION),
    // Charts follow their cells here, as in a workbook where this is on.
    chartDataPointTrack: scalar("1.9", () => true, (_self, value) => { if (!flagFrom(value)) throw notImplemented("Setting Workbook.chartDataPointTrack to false"); }, "assumed"),
    isDirty: scalar("1.9", ({ session }) => session.isDirty, ({ session }, value) => { session.isDirty = flagFrom(value); }),
    previouslySaved: scalar("1.9", ({ session }) => session.around.isFromFile),
    usePrecisionAsDisplayed: scalar("1.9", ({ session }) => !session.workbook.calculation.fullPrecision, (_self, value) => { if (flagFrom(value)) throw notImplemented("Setting Workbook.usePrecisionAsDisplayed to true"); }),
  },
  navigations: {
    application: navigation("1.1", ({ session }) => applicationClass.of({ session })),
    bindings: navigation("1.1", ({ session }) => bindingsClass.of({ session })),
    customXmlParts: navigation("1.5", ({ session }) => customXmlClass.of({ session })),
    comments: navigation("1.10", ({ session }) => commentsClass.of({ session, sheet: null })),
    functions: navigation("1.2", ({ session }) => functionsObject(session)),
    names: navigation("1.1", ({ session }) => namesClass.of({ session, scope: null })),
    protection: navigation("1.7", ({ session }) => workbookProtectionClass.of({ session })),
    properties: navigation("1.7", ({ session }) => documentPropertiesClass.of({ session })),
    settings: navigation("1.4", ({ session }) => settingsClass.of({ session })),
    styles: navigation("1.7", ({ session }) => stylesClass.of({ session })),
    tables: navigation("1.1", ({ session }) => tableCollectionClass.of({ session, sheet: null })),
    worksheets: navigation("1.1", ({ session }) => worksheetsClass.of({ session })),
  },
  methods: {
    // One area is selected at a time here.
    getSelectedRanges: method("1.9", ({ session }) => rangeAreasClass.of(session.areas(session.activeSheet, [session.workbook.selection]))),
    getSelectedRange: method("1.1", ({ session }) => rangeClass.of(session.range(session.activeSheet, session.workbook.selection))),
    getActiveCell: method("1.7", ({ session }) => {
      const { top, left } = session.workbook.selection;
      return rangeClass.of(session.range(session.activeSheet, areaOf(top, left)));
    }),
    // No chart and no slicer is ever selected: the host's person selects cells.
    getActiveChart: method("1.9", () => { throw itemNotFound(); }),
    getActiveChartOrNullObject: method("1.9", () => null),
    getActiveSlicer: method("1.10", () => { throw itemNotFound(); }),
    getActiveSlicerOrNullObject: method("1.10", () => null),
    getIsActiveCollabSession: method("1.9", () => false),
    insertWorksheetsFromBase64: method("1.13", ({ session }, args) => insertSheets(session, args)),
    save: method("1.11", ({ session }, args) => {
      const behaviour = args.oneOfOr(0, ["Save", "Prompt"] as const, "Save");
      if (session.around.save === null) throw unsupportedOperation("The workbook is saved by whoever opened this host.");
      session.around.save(behaviour);
      session.isDirty = false;
    }, "assumed"),
    close: method("1.11", ({ session }, args) => {
      const behaviour = args.oneOfOr(0, ["Save", "SkipSave"] as const, "Save");
      if (session.around.close === null) throw unsupportedOperation("The workbook is closed by whoever opened this host.");
      session.around.close(behaviour);
    }, "assumed"),
  },
  wireNavigations: { _Runtime: navigation("1.5", ({ session }) => runtimeClass.of({ session })) },
  wire: {
    ...eventMethods(workbookEvents, () => WORKBOOK_TARGET),
    // Excel.createWorkbook on the web, which asks the page around the workbook.
    CreateAndOpenWorkbook: method("1.8", ({ session }, args) => openOther(session, args.has(0) ? bytesFromBase64(args.text(0)) : null), "recorded"),
    _RemoveReference: method("1.1", ({ session }, args) => session.release(args.text(0)), "recorded"),
    _GetRangeForEventByReferenceId: method("1.8", ({ session }, args) => {
      const range = session.eventRange(args.text(0));
      return range === null ? null : rangeClass.of(range);
    }, "recorded"),
    _GetRangeOrNullObjectForEventByReferenceId: method("1.8", ({ session }, args) => {
      const range = session.eventRange(args.text(0));
      return range === null ? null : rangeClass.of(range);
    }, "recorded"),
  },
});
