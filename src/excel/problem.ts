/** What Excel can refuse, as a closed list of reasons. The words for each are with the actions. */

export type ExcelProblemCode =
  | "cell-being-edited" | "protected" | "name-taken" | "too-big" | "excel-too-old" | "not-found" | "busy" | "excel-refused";

/** Excel would not do what was asked of it. The cause is Office's own error, whose text is not for end users. */
export class ExcelProblem extends Error {
  constructor(readonly code: ExcelProblemCode, readonly doing: string, options: ErrorOptions) {
    super(`Excel refused: ${code}, while ${doing}`, options);
    this.name = "ExcelProblem";
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

/** Our reason for one of Office's error codes. */
export const problemCodeFor = (officeCode: string): ExcelProblemCode => codes[officeCode] ?? "excel-refused";
