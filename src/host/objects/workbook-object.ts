/** Excel.Workbook and Excel.Application. */
import { area as areaOf } from "../workbook/area";
import { documentPropertiesClass } from "./document-properties";
import { declareClass, method, navigation, scalar, type ObjectClass, type Owned } from "./definition";
import { namesClass } from "./named-items";
import { oneOf } from "./arguments";
import { rangeClass } from "./range";
import { unsupportedOperation } from "./refusal";
import type { CalculationMode, Session } from "./session";
import { settingsClass } from "./settings";
import { tableCollectionClass } from "./table-collection";
import { worksheetsClass } from "./worksheet-collection";

interface WorkbookSelf extends Owned { readonly session: Session }

const MODES: readonly CalculationMode[] = ["Automatic", "AutomaticExceptTables", "Manual"];

const applicationClass: ObjectClass<WorkbookSelf> = declareClass<Excel.Application, WorkbookSelf>("Application", {}, {
  scalars: {
    calculationMode: scalar("1.1", ({ session }) => session.calculationMode, ({ session }, value) => { session.calculationMode = oneOf(value, MODES); }),
    calculationState: scalar("1.9", () => "Done", undefined, "assumed"),
    decimalSeparator: scalar("1.11", () => "."),
    thousandsSeparator: scalar("1.11", () => ","),
    useSystemSeparators: scalar("1.11", () => true),
  },
  methods: {
    calculate: method("1.1", ({ session }, args) => session.calculate(args.oneOf(0, ["Recalculate", "Full", "FullRebuild"] as const) !== "Recalculate")),
    suspendApiCalculationUntilNextSync: method("1.6", ({ session }) => { session.calculationSuspended = true; }),
    // Nothing is drawn before the request has ended, so there is nothing to suspend.
    suspendScreenUpdatingUntilNextSync: method("1.9", () => null),
  },
});

export const workbookClass: ObjectClass<WorkbookSelf> = declareClass<Excel.Workbook, WorkbookSelf>("Workbook", {}, {
  scalars: {
    name: scalar("1.7", ({ session }) => session.workbook.fileName),
    readOnly: scalar("1.8", () => false),
    autoSave: scalar("1.9", () => false),
  },
  navigations: {
    application: navigation("1.1", ({ session }) => applicationClass.of({ session })),
    names: navigation("1.1", ({ session }) => namesClass.of({ session, scope: null })),
    properties: navigation("1.7", ({ session }) => documentPropertiesClass.of({ session })),
    settings: navigation("1.4", ({ session }) => settingsClass.of({ session })),
    tables: navigation("1.1", ({ session }) => tableCollectionClass.of({ session, sheet: null })),
    worksheets: navigation("1.1", ({ session }) => worksheetsClass.of({ session })),
  },
  methods: {
    getSelectedRange: method("1.1", ({ session }) => rangeClass.of(session.range(session.workbook.active, session.workbook.selection))),
    getActiveCell: method("1.7", ({ session }) => {
      const { top, left } = session.workbook.selection;
      return rangeClass.of(session.range(session.workbook.active, areaOf(top, left)));
    }),
    save: method("1.11", () => { throw unsupportedOperation("The workbench saves by its own button."); }, "assumed"),
  },
  wire: {
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
