/** How bad a finding is: it must be put right, it needs an explanation, or it is worth knowing. Worst first. */
export const severities = ["must-fix", "explain", "note"] as const;
export type Severity = (typeof severities)[number];
