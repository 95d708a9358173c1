/** Where somebody has their own sheets looked through, and sees what stands out, sheet by sheet. */
import * as React from "react";
import { DefaultButton } from "office-ui-fabric-react/lib/Button";
import type { FindingLine } from "../../actions/action";
import { firstOf, groupedBySheet } from "../grouped-findings";
import { audit, check } from "../strings";
import type { Pane } from "../use-pane";
import { Finding } from "./FindingList";

/** More than a person reads at once. */
const AT_ONCE = 50;

export function OwnSheets({ pane, busy }: { readonly pane: Pane; readonly busy: boolean }): React.ReactElement {
  const { audited } = pane.state;
  const look = (): void => { if (!busy) pane.perform("audit"); };
  return (
    <section className="access" aria-labelledby="own-sheets-title">
      <h2 id="own-sheets-title">{audit.title}</h2>
      <p className="quiet">{audited.kind === "listed" ? audit.looked(audited.at) : audit.says}</p>
      <button type="button" className="link" aria-disabled={busy} onClick={look}>{audited.kind === "listed" ? audit.again : audit.run}</button>
      {audited.kind === "listed" && (audited.findings.length === 0 ? <p>{audit.none}</p> : <Found key={audited.at} findings={audited.findings} pane={pane} />)}
    </section>
  );
}

function Found({ findings, pane }: { readonly findings: readonly FindingLine[]; readonly pane: Pane }): React.ReactElement {
  const [most, setMost] = React.useState(AT_ONCE);
  const left = findings.length - most;
  return (
    <>
      {firstOf(groupedBySheet(findings), most).map((group) => (
        <section key={group.sheet} className="findings">
          <h3>{check.inSheet(group.sheet, findings.filter(({ sheet }) => sheet === group.sheet).length)}</h3>
          <ul>{group.findings.map((finding, at) => <li key={`${finding.code} ${finding.cell} ${at}`}><Finding finding={finding} onGo={pane.show} /></li>)}</ul>
        </section>
      ))}
      {left > 0 && <DefaultButton text={check.more(Math.min(left, AT_ONCE))} onClick={() => setMost(most + AT_ONCE)} />}
    </>
  );
}
