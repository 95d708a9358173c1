/** Which rules the figures are judged by, what is known of them, and how to load others. */
import * as React from "react";
import { detailsOf } from "../details";
import { textOfFile } from "../read-file";
import { rules as words } from "../strings";
import type { Pane } from "../use-pane";
import { Mark } from "./Mark";

/** Shows nothing until the figures were looked through, when it is known which rules they are judged by. */
export function RulesLine({ pane, busy }: { readonly pane: Pane; readonly busy: boolean }): React.ReactElement | null {
  const { rules } = pane.state;
  const chooser = React.useRef<HTMLInputElement>(null);
  if (rules === null) return null;
  return (
    <section className="rules" aria-label={words.label}>
      {rules.passedOver !== "" && <p className="look"><Mark name="change" /><span>{words.passedOver} {rules.passedOver}</span></p>}
      <p className="quiet">{words.inUse(rules.says)}</p>
      <Known lines={[...rules.off, ...rules.notices]} />
      <div className="rules-actions">
        <button type="button" className="link" aria-disabled={busy} onClick={() => { if (!busy) chooser.current?.click(); }}>{words.load}</button>
        {!rules.isOwn && <button type="button" className="link" aria-disabled={busy} onClick={() => { if (!busy) pane.perform("use-shipped-rules"); }}>{words.own}</button>}
        <input ref={chooser} type="file" accept=".json,application/json" hidden aria-label={words.file} onChange={(event) => chosen(event.currentTarget, pane)} />
      </div>
    </section>
  );
}

/** What is switched off and what is known: in sight at first, and put away by who has read it. */
function Known({ lines }: { readonly lines: readonly string[] }): React.ReactElement | null {
  if (lines.length === 0) return null;
  return <details open><summary>{words.about}</summary><ul className="known">{lines.map((line) => <li key={line}>{line}</li>)}</ul></details>;
}

function chosen(chooser: HTMLInputElement, pane: Pane): void {
  const file = chooser.files?.[0];
  if (file === undefined) return;
  void textOfFile(file).then(
    (pack) => pane.perform("load-rule-pack", { pack }),
    (cause: unknown) => pane.say({ kind: "not-shown", says: words.notRead(file.name), details: detailsOf("load-rule-pack", cause) }),
  );
  // The same file can be chosen again once it was mended.
  chooser.value = "";
}
