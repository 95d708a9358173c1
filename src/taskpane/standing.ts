/** What the header and the screens conclude from the workbook's state. Pure. */
import type { SheetState, TemplateState } from "../actions/workbook-state";
import type { ReturnShown } from "../actions/return-shown";
import type { Book } from "./state";

export type Standing = "opening" | "unreadable" | "not-set-up" | "draft" | "checked" | "must-fix" | "changed" | "signed" | "void" | "record-changed";

/** The state of the return in one word. @param shown - once it is known what the record says */
export function standingOf(book: Book, shown: ReturnShown | null = null): Standing {
  if (book.kind === "with-template" && shown !== null) {
    if (shown.problem !== "") return "record-changed";
    if (shown.kind === "void") return "void";
    if (shown.kind !== "draft" && (shown.kind !== "checked" || shown.signatures.some(({ state }) => state === "signed"))) return "signed";
  }
  switch (book.kind) {
    case "looking": return "opening";
    case "unreadable": return "unreadable";
    case "without-template": return "not-set-up";
    case "with-template": return withTemplate(book);
  }
}

function withTemplate({ lastChecked, changedSinceCheck, counts }: TemplateState): Standing {
  if (lastChecked === null) return "draft";
  if (changedSinceCheck) return "changed";
  return counts["must-fix"] > 0 ? "must-fix" : "checked";
}

/** Identities of the sheets that set-up puts in. The Board summary comes with the first summary. */
export const coreSheets = ["cover", "demand", "profile", "gap", "dashboard1", "dashboard2", "checks"] as const;
/** Identities of the sheets that the summary makes. */
export const summarySheets = ["dashboard1", "dashboard2", "board-summary"] as const;

export function sheetCalled(book: TemplateState, identity: string): SheetState | undefined {
  return book.sheets.find((sheet) => sheet.identity === identity);
}

export function missingSheets(book: TemplateState): number {
  return coreSheets.filter((identity) => sheetCalled(book, identity) === undefined).length;
}

/** Sheets that a person fills in, in tab order. */
export function entrySheets(book: TemplateState): readonly SheetState[] {
  return book.sheets.filter((sheet) => sheet.cells > 0);
}
