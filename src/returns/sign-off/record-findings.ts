/** The check of the record (E70, W70): every line is as it was written, none is missing, and the Cover knows the last. */
import { logTable } from "../../blueprint/sheets/sign-off";
import { a1 } from "../../blueprint/place";
import { sheetIn, type Book } from "../../validation/book";
import { finding, type Facts, type Finding, type Rule } from "../../validation/finding";
import { recordIn } from "./record";

export const recordFindings: Rule = (book) => {
  const { verdict, head, lines } = recordIn(book);
  switch (verdict.kind) {
    case "whole": return head === null && lines.length > 0 ? [onSignOff("W70", book, lines.length, {})] : [];
    case "changed": return [onSignOff("E70.changed", book, verdict.line, { line: String(verdict.line) })];
    case "out-of-order": return [onSignOff("E70.order", book, verdict.line, { line: String(verdict.line) })];
    case "cut-off": return [onSignOff("E70.cut-off", book, lines.length, { missing: verdict.lines === 1 ? "The last line" : `The last ${verdict.lines} lines`, verb: verdict.lines === 1 ? "is" : "are" })];
    case "gone": return [gone(book, verdict.lines)];
  }
};

/** @param line - 1 for the first under the header, 0 for the header */
function onSignOff(id: "W70" | "E70.changed" | "E70.order" | "E70.cut-off", book: Book, line: number, facts: Facts): Finding {
  const table = book.tables.get(logTable.name);
  return finding(id, { identity: "sign-off", tab: sheetIn(book, "sign-off")?.tab ?? "", cell: table === undefined ? "" : a1(table.top + line, table.left) }, facts);
}

function gone({ sheets: [first] }: Book, lines: number): Finding {
  return finding("E70.gone", { identity: first?.id ?? null, tab: first?.tab ?? "", cell: "" }, { lines: lines === 1 ? "one line" : `${lines} lines` });
}

/** The same in words, for who signs or sends; "" where the record is whole. */
export function recordProblem(book: Book): string {
  const { verdict } = recordIn(book);
  switch (verdict.kind) {
    case "whole": return "";
    case "changed": return `Line ${verdict.line} of the record on Sign-off is not as it was written.`;
    case "out-of-order": return `Line ${verdict.line} of the record on Sign-off does not follow the line before it.`;
    case "cut-off": return `The record on Sign-off has lost ${verdict.lines === 1 ? "its last line" : `its last ${verdict.lines} lines`}.`;
    case "gone": return "The record of this return, on Sign-off, is not in this workbook any more.";
  }
}
