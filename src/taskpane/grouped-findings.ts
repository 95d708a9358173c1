/** Findings as the Check screen shows them: by sheet, the worst first. Pure. */
import type { FindingLine, Severity } from "../actions/action";

export interface SheetFindings { readonly sheet: string; readonly findings: readonly FindingLine[] }

/** Worst first. */
export const severities: readonly Severity[] = ["must-fix", "explain", "note"];
const rank = (finding: FindingLine): number => severities.indexOf(finding.severity);

/** Sheets with the worst findings come first; equals keep the order in which the check gave them. */
export function groupedBySheet(findings: readonly FindingLine[]): readonly SheetFindings[] {
  const sheets = new Map<string, FindingLine[]>();
  for (const finding of findings) sheets.set(finding.sheet, [...(sheets.get(finding.sheet) ?? []), finding]);
  return [...sheets].map(([sheet, own]) => ({ sheet, findings: own.sort((one, other) => rank(one) - rank(other)) })).sort((one, other) => worst(one) - worst(other));
}

/** The first so many findings, whole groups as far as they go. */
export function firstOf(groups: readonly SheetFindings[], most: number): readonly SheetFindings[] {
  let left = most;
  return groups.flatMap(({ sheet, findings }) => {
    const shown = findings.slice(0, Math.max(left, 0));
    left -= shown.length;
    return shown.length === 0 ? [] : [{ sheet, findings: shown }];
  });
}

export function countsOf(findings: readonly FindingLine[]): Readonly<Record<Severity, number>> {
  const count = (severity: Severity): number => findings.filter((finding) => finding.severity === severity).length;
  return { "must-fix": count("must-fix"), explain: count("explain"), note: count("note") };
}

const worst = ({ findings }: SheetFindings): number => Math.min(...findings.map(rank));
