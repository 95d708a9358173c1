/** A finding of the audit, in the shape that all findings have. */
import type { Facts, Finding } from "../finding";
import { auditCatalogue, type AuditCaseId } from "./audit-catalogue";
import type { AuditSheet } from "./audit-book";

/** @param cell - "C7", "B8:J8", or "" for the sheet as a whole */
export function auditFinding(id: AuditCaseId, { tab, identity }: AuditSheet, cell: string, facts: Facts = {}): Finding {
  return { rule: { id, ...auditCatalogue[id] }, place: { identity, tab, cell }, facts: { cell, ...facts }, about: `${tab}|${cell}`, figures: JSON.stringify(facts) };
}

/** @example andMore(3, "cell") // => " and 3 more cells" */
export const andMore = (count: number, one: string): string => (count <= 0 ? "" : ` and ${count} more ${one}${count === 1 ? "" : "s"}`);
