/** What Excel can refuse, as a closed list of reasons. The words for each are with the actions. */

export type ExcelProblemCode =
  | "cell-being-edited" | "other-workbook" | "protected" | "name-taken" | "too-big" | "excel-too-old" | "not-found" | "busy" | "excel-refused";

/** Excel would not do what was asked of it. The cause is Office's own error, whose text is not for end users. */
export class ExcelProblem extends Error {
  /** The member that refused, as Office names it: "Worksheet.activate". "" where it does not say, or was not asked. */
  readonly at: string;
  /** What is in the way, where that was found before anything was asked for: "The sheet Dashboard 1". */
  readonly what: string;

  constructor(readonly code: ExcelProblemCode, readonly doing: string, options: ErrorOptions & { readonly at?: string; readonly what?: string } = {}) {
    super(`Excel refused: ${code}, while ${doing}`, options);
    this.name = "ExcelProblem";
    this.at = options.at ?? "";
    this.what = options.what ?? "";
  }
}

const codes: Readonly<Record<string, ExcelProblemCode>> = {
  InvalidOperationInCellEditMode: "cell-being-edited",
  AccessDenied: "protected",
  ItemAlreadyExists: "name-taken",
  RequestPayloadSizeLimitExceeded: "too-big",
  ResponsePayloadSizeLimitExceeded: "too-big",
  RequestAborted: "busy",
  ServiceNotAvailable: "busy",
  ApiNotFound: "excel-too-old",
  ApiNotAvailable: "excel-too-old",
  UnsupportedOperation: "excel-too-old",
  ItemNotFound: "not-found",
};

/** What Office answers, without better words, to members that need the window in front while that of another workbook is. */
const frontCodes: ReadonlySet<string> = new Set(["GeneralException", "InvalidSelection"]);
const needFront: ReadonlySet<string> = new Set([
  "Range.select", "Workbook.getActiveCell", "Workbook.getSelectedRange", "Worksheet.activate", "Worksheet.delete", "Worksheet.gridlines", "Worksheet.showGridlines",
  "Worksheet.headings", "Worksheet.showHeadings", "WorksheetCollection.add", "WorksheetFreezePanes.freezeAt", "WorksheetFreezePanes.freezeColumns",
  "WorksheetFreezePanes.freezeRows", "WorksheetFreezePanes.unfreeze",
]);

/** Our reason for one of Office's error codes. @param at - the member that refused */
export function problemCodeFor(officeCode: string, at = ""): ExcelProblemCode {
  return frontCodes.has(officeCode) && needFront.has(at) ? "other-workbook" : codes[officeCode] ?? "excel-refused";
}

/** More than Excel gives or takes in one go: something that can be done in parts. */
export const isTooBig = (error: unknown): boolean => error instanceof OfficeExtension.Error && problemCodeFor(error.code) === "too-big";

/** Nothing that was asked for has been done: what is in the way was found beforehand, or Excel refuses every request as a whole. */
export const changedNothing = ({ code, what }: ExcelProblem): boolean => what !== "" || code === "cell-being-edited";

/** All that Excel refused was to bring a sheet or cell into view, which comes last in every request of ours. */
export const isOnlyUnseen = (error: unknown): boolean => error instanceof ExcelProblem && error.code === "other-workbook" && (error.at === "Worksheet.activate" || error.at === "Range.select");
