/** Judges a workbook as it was looked at against the 36 points. Never stops at the first, and never throws for what a workbook holds. */
import { severities } from "../severity";
import type { Barrier, Mending } from "./barrier";
import { pointIds } from "./points";
import type { LookedBook } from "./looked";
import { answeredNo, type Answer } from "./questions";
import { lookBarriers } from "./rules/looks";
import { noteBarriers } from "./rules/notes";
import { sheetBarriers } from "./rules/sheets";
import { tableBarriers } from "./rules/tables";
import { viewBarriers } from "./rules/view";

const rules = [tableBarriers, viewBarriers, noteBarriers, lookBarriers, sheetBarriers] as const;

/** @returns all barriers: those of the file first, then sheet by sheet, worst first and in the order of the points */
export function checkAccessibility(book: LookedBook, answers: readonly Answer[] = []): readonly Barrier[] {
  const found = [...rules.flatMap((rule) => rule(book)), ...answeredNo(answers)];
  const tabs = ["", ...book.sheets.map(({ tab }) => tab)];
  const rank = ({ tab, severity, point }: Barrier): readonly number[] => [tabs.indexOf(tab), severities.indexOf(severity), pointIds.indexOf(point)];
  return [...found].sort((one, other) => compared(rank(one), rank(other)));
}

function compared(one: readonly number[], other: readonly number[]): number {
  const at = one.findIndex((value, index) => value !== other[index]);
  return at < 0 ? 0 : (one[at] ?? 0) - (other[at] ?? 0);
}

/** What is done first, so that each finds the sheet as it expects it: cells are merged no longer before they become a table, and the first cell is gone to last. */
const ORDER: readonly Mending["kind"][] = ["unmerge", "no-filters", "unfreeze", "mark-up", "name-table", "larger", "wrap", "widen", "colour", "link-words", "sheet-title", "document-title", "open-at-first-cell"];

export const inOrder = (mendings: readonly Mending[]): readonly Mending[] => [...mendings].sort((one, other) => ORDER.indexOf(one.kind) - ORDER.indexOf(other.kind));
