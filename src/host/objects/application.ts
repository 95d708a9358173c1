/** Excel.Application, with what it says about the region and about calculation. */
import { flagFrom, numberFrom, oneOf, wholeFrom } from "./arguments";
import { bytesFromBase64 } from "./base64";
import { declareClass, method, navigation, scalar, type ObjectClass, type Owned } from "./definition";
import { openOther } from "./other-workbook";
import { invalidArgument } from "./refusal";
import type { CalculationSettings } from "../workbook/document";
import type { Session } from "./session";

interface SessionSelf extends Owned { readonly session: Session }

const MODES: readonly CalculationSettings["mode"][] = ["Automatic", "AutomaticExceptTables", "Manual"];

/** Excel's number for its present engine, as `Application.CalculationVersion` has it: the main version and the build in six digits. */
export const ENGINE_VERSION = 191_029;

/** Text and dates are read as in Britain (see the README). */
const datetimeFormatClass: ObjectClass<SessionSelf> = declareClass<Excel.DatetimeFormatInfo, SessionSelf>("DatetimeFormatInfo", {}, {
  scalars: {
    dateSeparator: scalar("1.12", () => "/"),
    longDatePattern: scalar("1.12", () => "dd MMMM yyyy"),
    longTimePattern: scalar("1.12", () => "HH:mm:ss"),
    shortDatePattern: scalar("1.12", () => "dd/MM/yyyy"),
    timeSeparator: scalar("1.12", () => ":"),
  },
});

const numberFormatClass: ObjectClass<SessionSelf> = declareClass<Excel.NumberFormatInfo, SessionSelf>("NumberFormatInfo", {}, {
  scalars: {
    currencySymbol: scalar("1.17", () => "£"),
    numberDecimalSeparator: scalar("1.11", () => "."),
    numberGroupSeparator: scalar("1.11", () => ","),
  },
});

const cultureInfoClass: ObjectClass<SessionSelf> = declareClass<Excel.CultureInfo, SessionSelf>("CultureInfo", {}, {
  scalars: { name: scalar("1.11", () => "en-GB") },
  navigations: {
    datetimeFormat: navigation("1.12", (self) => datetimeFormatClass.of(self)),
    numberFormat: navigation("1.11", (self) => numberFormatClass.of(self)),
  },
});

const MOST_ITERATIONS = 32_767;

function setCalculation({ workbook }: Session, change: Partial<CalculationSettings>): void { workbook.setCalculation({ ...workbook.calculation, ...change }); }

const iterativeClass: ObjectClass<SessionSelf> = declareClass<Excel.IterativeCalculation, SessionSelf>("IterativeCalculation", {}, {
  scalars: {
    enabled: scalar("1.9", ({ session }) => session.workbook.calculation.iterates, ({ session }, value) => {
      setCalculation(session, { iterates: flagFrom(value) });
      session.calculate(true);
    }),
    maxChange: scalar("1.9", ({ session }) => session.workbook.calculation.maxChange, ({ session }, value) => {
      const maxChange = numberFrom(value);
      if (maxChange < 0) throw invalidArgument();
      setCalculation(session, { maxChange });
    }),
    maxIteration: scalar("1.9", ({ session }) => session.workbook.calculation.maxIteration, ({ session }, value) => {
      const maxIteration = wholeFrom(value);
      if (maxIteration < 1 || maxIteration > MOST_ITERATIONS) throw invalidArgument();
      setCalculation(session, { maxIteration });
    }),
  },
});

interface CreatedSelf extends SessionSelf { readonly bytes: Uint8Array | null }

/** A workbook that `Excel.createWorkbook` has made and that is not open yet. */
const createdClass: ObjectClass<CreatedSelf> = declareClass<Excel.WorkbookCreated, CreatedSelf>("WorkbookCreated", {}, {
  wire: { Open: method("1.8", ({ session, bytes }) => openOther(session, bytes), "recorded") },
});

export const applicationClass: ObjectClass<SessionSelf> = declareClass<Excel.Application, SessionSelf>("Application", {}, {
  scalars: {
    calculationEngineVersion: scalar("1.9", () => ENGINE_VERSION),
    calculationMode: scalar("1.1", ({ session }) => session.workbook.calculation.mode, ({ session }, value) => setCalculation(session, { mode: oneOf(value, MODES) })),
    calculationState: scalar("1.9", ({ session }) => (session.isStale ? "Pending" : "Done"), undefined, "assumed"),
    decimalSeparator: scalar("1.11", () => "."),
    thousandsSeparator: scalar("1.11", () => ","),
    useSystemSeparators: scalar("1.11", () => true),
  },
  navigations: {
    cultureInfo: navigation("1.11", (self) => cultureInfoClass.of(self)),
    iterativeCalculation: navigation("1.9", (self) => iterativeClass.of(self)),
  },
  methods: {
    calculate: method("1.1", ({ session }, args) => session.calculate(args.oneOf(0, ["Recalculate", "Full", "FullRebuild"] as const) !== "Recalculate")),
    suspendApiCalculationUntilNextSync: method("1.6", ({ session }) => { session.calculationSuspended = true; }),
    // Nothing is drawn before the request has ended, so there is nothing to suspend.
    suspendScreenUpdatingUntilNextSync: method("1.9", () => null),
  },
  wire: { CreateWorkbook: method("1.8", (self, args) => createdClass.of({ session: self.session, bytes: args.has(0) ? bytesFromBase64(args.text(0)) : null }), "recorded") },
});
