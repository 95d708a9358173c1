/** Findings by sheet, worst first; each leads to its cell. The same list for figures, for a person's own sheets and for what keeps people from reading. */
import * as React from "react";
import { DefaultButton } from "office-ui-fabric-react/lib/Button";
import type { FindingLine } from "../../actions/action";
import type { Target } from "../../actions/go-to";
import { firstOf, groupedBySheet } from "../grouped-findings";
import { check } from "../strings";
import { Mark } from "./Mark";

/** More than a person reads at once; beyond it the list is drawn when asked for. */
const AT_ONCE = 100;

export interface FindingListProps {
  readonly findings: readonly FindingLine[];
  readonly onGo: (target: Target) => void;
  /** The level under the heading that stands above. */
  readonly heading?: "h2" | "h3";
  /** What else stands with a finding: where it is explained. */
  readonly beside?: (finding: FindingLine) => React.ReactNode;
}

export function FindingList({ findings, onGo, heading: Heading = "h2", beside = () => null }: FindingListProps): React.ReactElement {
  const [most, setMost] = React.useState(AT_ONCE);
  const left = findings.length - most;
  return (
    <>
      {firstOf(groupedBySheet(findings), most).map((group) => (
        <section key={group.sheet} className="findings">
          <Heading>{check.inSheet(group.sheet, findings.filter((finding) => finding.sheet === group.sheet).length)}</Heading>
          <ul>{group.findings.map((finding, at) => <li key={`${finding.code} ${finding.cell} ${at}`}><Finding finding={finding} onGo={onGo} />{beside(finding)}</li>)}</ul>
        </section>
      ))}
      {left > 0 && <DefaultButton text={check.more(Math.min(left, AT_ONCE))} onClick={() => setMost(most + AT_ONCE)} />}
    </>
  );
}

/** @param onGo - null for what is nowhere in particular */
export function Finding({ finding, onGo }: { readonly finding: FindingLine; readonly onGo: ((target: Target) => void) | null }): React.ReactElement {
  const { severity, sheet, cell, code, says, fix } = finding;
  const words = (
    <>
      <Mark name={severity} />
      <span className="finding-words">
        <span><span className="unseen">{check.severity(severity)}: </span><strong className="place">{onGo === null ? "" : cell === "" ? check.wholeSheet : cell}</strong> {says}</span>
        <span className="fix">{fix} <span className="code">{code}</span></span>
      </span>
    </>
  );
  if (onGo === null) return <div className={`finding of-${severity}`}>{words}</div>;
  return <button type="button" className={`finding of-${severity}`} title={check.goTo(sheet, cell)} onClick={() => onGo(finding)}>{words}</button>;
}
