/** How many findings of each severity, and the way to see only those. */
import * as React from "react";
import type { Severity } from "../../actions/action";
import { severities } from "../grouped-findings";
import { check } from "../strings";
import { Mark } from "./Mark";

interface SeverityFilterProps { readonly counts: Readonly<Record<Severity, number>>; readonly shown: Severity | "all"; readonly onShow: (severity: Severity | "all") => void }

export function SeverityFilter({ counts, shown, onShow }: SeverityFilterProps): React.ReactElement {
  const all = severities.reduce((sum, severity) => sum + counts[severity], 0);
  return (
    <div className="filter" role="group" aria-label={check.only}>
      <button type="button" aria-pressed={shown === "all"} onClick={() => onShow("all")}>{check.all} <strong>{all}</strong></button>
      {severities.filter((severity) => counts[severity] > 0).map((severity) => (
        <button type="button" key={severity} className={`of-${severity}`} aria-pressed={shown === severity} onClick={() => onShow(severity)}>
          <Mark name={severity} size={14} />{check.severity(severity)} <strong>{counts[severity]}</strong>
        </button>
      ))}
    </div>
  );
}
