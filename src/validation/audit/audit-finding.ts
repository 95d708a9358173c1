/** A finding of the audit, in the shape that all findings have. */
import type { Facts, Finding } from "../finding";
import { auditCatalogue, type AuditCaseId } from "./audit-catalogue";
import type { AuditSheet } from "./audit-book";

/** @param cell - "C7", "B8:J8", or "" for the sheet as a whole */
export function auditFinding(id: AuditCaseId, { tab, identity }: AuditSheet, cell: string, facts: Facts = {}): Finding {
  return { rule: { id, ...auditCatalogue[id] }, place: { identity, tab, cell }, facts, about: `${tab}|${cell}`, figures: JSON.stringify(facts) };
}

/** @example alike(3) // => " The same is true of 3 more cells." */
export const alike = (count: number): string => (count <= 0 ? "" : ` The same is true of ${count} more cell${count === 1 ? "" : "s"}.`);
