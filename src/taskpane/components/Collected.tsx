/** What came in: who is missing, with a reminder to send; what was set aside and why; and each return that counts, with what was found in it. */
import * as React from "react";
import { DefaultButton } from "office-ui-fabric-react/lib/Button";
import { TextField } from "office-ui-fabric-react/lib/TextField";
import type { RegionShown, RegisterShown } from "../../actions/action";
import { copyText } from "../copy-text";
import { region as words } from "../strings";
import type { Pane } from "../use-pane";
import { Finding } from "./FindingList";
import { Mark } from "./Mark";

/** More than a person reads at once. */
const AT_ONCE = 50;

export function Collected({ pane, busy, shown }: { readonly pane: Pane; readonly busy: boolean; readonly shown: RegionShown }): React.ReactElement {
  const [by, setBy] = React.useState("");
  const missing = shown.register.filter(({ state }) => state === "missing");
  const counting = shown.register.filter(({ state }) => state !== "missing" && state !== "quarantined");
  return (
    <>
      <p role="status"><strong>{words.count(shown.coverage)}</strong>{shown.changed > 0 && ` ${words.changed(shown.changed)}`}</p>
      {missing.length === 0 ? <p className="quiet">{shown.isListed ? words.none : words.notListed}</p> : <Part title={words.missing(missing.length)} open lines={missing} draw={(line) => <Reminder key={line.code} line={line} />} />}
      {shown.setAside.length > 0 && <Part title={words.aside(shown.setAside.length)} open lines={shown.setAside} draw={(line) => <Aside key={`${line.file} ${line.says}`} line={line} />} />}
      {counting.length > 0 && <Part title={words.counting(counting.length)} open lines={counting} draw={(line) => <Return key={line.code} pane={pane} busy={busy} line={line} by={by} onBy={setBy} />} />}
    </>
  );
}

interface PartProps<T> { readonly title: string; readonly open: boolean; readonly lines: readonly T[]; readonly draw: (line: T) => React.ReactElement }

function Part<T>({ title, open, lines, draw }: PartProps<T>): React.ReactElement {
  const [most, setMost] = React.useState(AT_ONCE);
  const left = lines.length - most;
  return (
    <details className="part" open={open}>
      <summary><h2>{title}</h2></summary>
      <ul className="collected">{lines.slice(0, most).map(draw)}</ul>
      {left > 0 && <DefaultButton text={words.more(Math.min(left, AT_ONCE))} onClick={() => setMost(most + AT_ONCE)} />}
    </details>
  );
}

const named = ({ name, code }: Pick<RegisterShown, "name" | "code">): string => (name === "" || name === code ? code : `${name} (${code})`);

function Reminder({ line }: { readonly line: RegisterShown }): React.ReactElement {
  const field = React.useRef<HTMLTextAreaElement>(null);
  const [told, setTold] = React.useState("");
  const copy = (): void => { void copyText(line.reminder, field.current).then((copied) => setTold(copied ? words.copied : words.notCopied)); };
  return (
    <li>
      <p>{named(line)}</p>
      {line.reminder !== "" && (
        <details>
          <summary>{words.reminder}</summary>
          <textarea ref={field} readOnly rows={8} aria-label={words.reminderFor(named(line))} value={line.reminder} />
          <div className="answers-row"><DefaultButton text={words.copy} onClick={copy} /><span role="status">{told}</span></div>
        </details>
      )}
    </li>
  );
}

function Aside({ line: { file, organisation, why, says, fix } }: { readonly line: RegionShown["setAside"][number] }): React.ReactElement {
  return (
    <li className="aside">
      <Mark name={fix === "" ? "note" : "must-fix"} />
      <div><p><strong>{file}</strong>{organisation !== "" && ` (${organisation})`}: {why}. {says}</p>{fix !== "" && <p className="fix">{fix}</p>}</div>
    </li>
  );
}

interface ReturnProps { readonly pane: Pane; readonly busy: boolean; readonly line: RegisterShown; readonly by: string; readonly onBy: (by: string) => void }

/** Drawn when it is opened: five hundred returns may have thousands of findings. */
function Return({ pane, busy, line, by, onBy }: ReturnProps): React.ReactElement {
  const [isOpen, open] = React.useState(false);
  const says = [line.stateWords, words.sequence(line.sequence), line.daysLate !== null && line.daysLate > 0 ? words.late(line.daysLate) : "", line.mustFix > 0 ? words.toPutRight(line.mustFix) : "", line.toExplain > 0 ? words.toExplain(line.toExplain) : ""];
  return (
    <li>
      <details onToggle={(event) => open(event.currentTarget.open)}>
        <summary><Mark name={line.mustFix > 0 ? "must-fix" : line.toExplain > 0 ? "explain" : "tick"} /> {named(line)}: {says.filter((part) => part !== "").join(", ")}</summary>
        {isOpen && <Opened pane={pane} busy={busy} line={line} by={by} onBy={onBy} />}
      </details>
    </li>
  );
}

function Opened({ pane, busy, line, by, onBy }: ReturnProps): React.ReactElement {
  const [question, setQuestion] = React.useState("");
  const [isTried, tried] = React.useState(false);
  const decide = (decision: "queried" | "accepted"): void => {
    tried(true);
    if (!busy && by.trim() !== "") pane.perform("make-queries", { organisation: line.code, by: by.trim(), decision, ...(question.trim() === "" || decision === "accepted" ? {} : { question: question.trim() }) });
  };
  return (
    <div className="form">
      {line.signedBy !== "" && <p className="quiet">{words.signed(line.signedBy)}</p>}
      {line.findings.length === 0 ? <p>{words.sound}</p> : <ul className="collected">{line.findings.map((finding, at) => <li key={at}><Finding finding={finding} onGo={pane.show} /></li>)}</ul>}
      <TextField label={words.by} value={by} maxLength={100} errorMessage={isTried && by.trim() === "" ? words.byNeeded : ""} onChange={(_, value = "") => onBy(value)} />
      <TextField label={words.question} value={question} maxLength={500} multiline rows={2} resizable={false} onChange={(_, value = "") => setQuestion(value)} />
      <div className="answers-row">
        <DefaultButton text={words.ask} disabled={busy} allowDisabledFocus onClick={() => decide("queried")} />
        <DefaultButton text={words.accept} disabled={busy} allowDisabledFocus onClick={() => decide("accepted")} />
      </div>
      <button type="button" className="link" aria-disabled={busy} onClick={() => { if (!busy) pane.perform("compare-returns", { before: "region", after: line.code, kind: "organisation-with-region" }); }}>{words.compare}</button>
    </div>
  );
}
