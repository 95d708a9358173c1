/** Where somebody has their own sheets looked through, and sees what stands out, sheet by sheet. */
import * as React from "react";
import { audit } from "../strings";
import type { Pane } from "../use-pane";
import { FindingList } from "./FindingList";

export function OwnSheets({ pane, busy }: { readonly pane: Pane; readonly busy: boolean }): React.ReactElement {
  const { audited } = pane.state;
  const look = (): void => { if (!busy) pane.perform("audit"); };
  return (
    <section className="access" aria-labelledby="own-sheets-title">
      <h2 id="own-sheets-title">{audit.title}</h2>
      <p className="quiet">{audited.kind === "listed" ? audit.looked(audited.at) : audit.says}</p>
      <button type="button" className="link" aria-disabled={busy} onClick={look}>{audited.kind === "listed" ? audit.again : audit.run}</button>
      {audited.kind === "listed" && (audited.findings.length === 0 ? <p>{audit.none}</p> : <FindingList key={audited.at} findings={audited.findings} onGo={pane.show} heading="h3" />)}
    </section>
  );
}
