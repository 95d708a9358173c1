/** What Excel refuses, by Excel's own codes and words. The library turns each into an `OfficeExtension.Error`. */

export class Refusal extends Error {
  constructor(readonly code: string, message: string, readonly httpStatus: number) {
    super(message);
    this.name = "Refusal";
  }
}

const refuse = (code: string, message: string, httpStatus = 400) => (detail?: string): Refusal =>
  new Refusal(code, detail === undefined ? message : `${message} ${detail}`, httpStatus);

export const itemNotFound = refuse("ItemNotFound", "The requested resource doesn't exist.", 404);
export const itemAlreadyExists = refuse("ItemAlreadyExists", "A resource with the same name or identifier already exists.", 409);
export const invalidArgument = refuse("InvalidArgument", "The argument is invalid or missing or has an incorrect format.");
export const unsupportedFeature = refuse("UnsupportedFeature", "This operation failed because the source worksheet contains one or more unsupported features.");
export const generalException = refuse("GeneralException", "There was an internal error while processing the request.", 500);
export const invalidBinding = refuse("InvalidBinding", "This object binding is no longer valid due to previous updates.");
export const invalidReference = refuse("InvalidReference", "This reference is not valid for the current operation.");
export const invalidOperation = refuse("InvalidOperation", "The operation attempted is invalid on the object.");
export const unsupportedOperation = refuse("UnsupportedOperation", "The operation attempted is not supported.");
export const accessDenied = refuse("AccessDenied", "You cannot perform the requested operation.", 403);
export const insertDeleteConflict = refuse("InsertDeleteConflict", "The insert or delete operation attempted resulted in a conflict.");
export const cellsExceedLimit = refuse("OperationCellsExceedLimit", "The attempted operation affects more than the limit of 33554000 cells.");
export const rangeExceedsLimit = refuse("RangeExceedsLimit", "The cell count in the range has exceeded the maximum supported number.");
export const cellEditMode = refuse(
  "InvalidOperationInCellEditMode",
  "Excel is in cell-editing mode. Please exit the edit mode by pressing ENTER or TAB or selecting another cell, and then try again.",
);

/** What Excel says when it has no better words, and what it says of a code in general. */
const general = "There was an internal error while processing the request.";
const wordsOf: Readonly<Record<string, string>> = {
  InvalidSelection: "The current selection is invalid for this operation.", AccessDenied: "You cannot perform the requested operation.", NotImplemented: "The requested feature isn't implemented.",
};

/** A refusal by its code alone. @param member - what was refused */
export const refusedAs = (code: string, member: string): Refusal =>
  new Refusal(code, `${wordsOf[code] ?? general} (${member})`, code === "GeneralException" ? 500 : 400);

/** Sizes of arrays and ranges that do not fit one another. */
export const wrongSize = refuse("InvalidArgument", "The number of rows or columns in the input array doesn't match the size or dimensions of the range.");

/** @param member - "Range.getSpecialCells", as a programmer writes it */
export const notImplemented = (member: string): Refusal => new Refusal("ApiNotFound", `${member} is not implemented by this host.`, 404);

export const tooNew = (member: string, since: string, profile: string): Refusal =>
  new Refusal("ApiNotFound", `${member} needs ${setName(since)}; this host stands for an Excel with ExcelApi ${profile}.`, 404);

/** @example setName("1.9") // => "ExcelApi 1.9" */
export const setName = (since: string): string => (/^\d/.test(since) ? `ExcelApi ${since}` : since);
