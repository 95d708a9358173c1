/** Where somebody sees what keeps people from reading the workbook, has it put right, and answers what only a person can say. */
import * as React from "react";
import { DefaultButton } from "office-ui-fabric-react/lib/Button";
import { TextField } from "office-ui-fabric-react/lib/TextField";
import type { AccessibilityShown, FindingLine } from "../../actions/action";
import type { AccessibilityFound } from "../state";
import { access, check } from "../strings";
import type { Pane } from "../use-pane";
import { Finding } from "./FindingList";

interface AccessibilityProps { readonly pane: Pane; readonly busy: boolean }

export function Accessibility({ pane, busy }: AccessibilityProps): React.ReactElement {
  const { accessibility: found } = pane.state;
  const look = (): void => { if (!busy) pane.perform("accessibility"); };
  return (
    <section className="access" aria-labelledby="access-title">
      <h2 id="access-title">{access.title}</h2>
      <p className="quiet">{access.says}</p>
      <button type="button" className="link" aria-disabled={busy} onClick={look}>{found === null ? access.run : access.again}</button>
      {found !== null && <Found found={found} pane={pane} busy={busy} />}
    </section>
  );
}

type Offer = NonNullable<AccessibilityShown["beside"][number]["offer"]>;
interface Offered { readonly finding: FindingLine; readonly offer: Offer | null; readonly isOfFile: boolean }

function Found({ found: { findings, shown }, pane, busy }: AccessibilityProps & { readonly found: AccessibilityFound }): React.ReactElement {
  const all = findings.map((finding, index): Offered => ({ finding, offer: null, isOfFile: false, ...shown.beside[index] }));
  const ready = all.filter(({ offer }) => offer !== null && offer.asks === "").length;
  const sheets = [...new Set(findings.map(({ sheet }) => sheet))];
  return (
    <>
      {findings.length === 0 && <p>{access.none}</p>}
      {ready > 0 && <DefaultButton text={access.fixAll(ready)} disabled={busy} allowDisabledFocus onClick={() => pane.perform("accessibility", { fix: "all-offered" })} />}
      {sheets.map((sheet) => <OfSheet key={sheet} sheet={sheet} all={all.filter(({ finding }) => finding.sheet === sheet)} pane={pane} busy={busy} />)}
      <Questions questions={shown.questions} pane={pane} busy={busy} />
    </>
  );
}

function OfSheet({ sheet, all, pane, busy }: AccessibilityProps & { readonly sheet: string; readonly all: readonly Offered[] }): React.ReactElement {
  return (
    <section className="findings">
      <h3>{check.inSheet(sheet, all.length)}</h3>
      <ul>{all.map(({ finding, offer, isOfFile }, at) => (
        <li key={`${finding.code} ${finding.cell} ${at}`}>
          <Finding finding={finding} onGo={isOfFile ? null : pane.show} />
          {offer !== null && <Fix offer={offer} place={`${sheet} ${finding.cell}`.trim()} pane={pane} busy={busy} />}
        </li>
      ))}</ul>
    </section>
  );
}

/** What is offered is first shown as a question by the line at the foot; here only words are asked for, where it takes any. */
function Fix({ offer: { id, asks }, place, pane, busy }: AccessibilityProps & { readonly offer: Offer; readonly place: string }): React.ReactElement {
  const [isOpen, open] = React.useState(false);
  const [words, setWords] = React.useState("");
  const fix = (given: Readonly<Record<string, unknown>>): void => { if (!busy) pane.perform("accessibility", { fix: [id], ...given }); };
  if (!isOpen) return <button type="button" className="explain-link" aria-label={access.fixIn(place)} aria-disabled={busy} onClick={() => (asks === "" ? fix({}) : open(true))}>{access.fix}</button>;
  const save = (): void => { if (words.trim() !== "") fix({ words: { [id]: words.trim() } }); };
  return (
    <form className="explain" onSubmit={(event) => { event.preventDefault(); save(); }} onKeyDown={(event) => { if (event.key === "Escape") open(false); }}>
      <TextField label={asks} value={words} maxLength={250} autoFocus onChange={(_, value = "") => setWords(value)} />
      <div className="explain-actions">
        <DefaultButton type="submit" text={access.save} disabled={busy} allowDisabledFocus />
        <DefaultButton text={access.cancel} onClick={() => open(false)} />
      </div>
    </form>
  );
}

function Questions({ questions, pane, busy }: AccessibilityProps & Pick<AccessibilityShown, "questions">): React.ReactElement {
  const [by, setBy] = React.useState("");
  const [isTried, tried] = React.useState(false);
  const answer = (point: string, word: string): void => {
    tried(true);
    if (!busy && by.trim() !== "") pane.perform("accessibility", { answers: { [point]: word }, by: by.trim() });
  };
  return (
    <details>
      <summary>{access.questions(questions.filter((question) => question.answer === "").length)}</summary>
      <p className="quiet">{access.questionsSay}</p>
      <TextField label={access.by} value={by} maxLength={100} errorMessage={isTried && by.trim() === "" ? access.noName : ""} onChange={(_, value = "") => setBy(value)} />
      <ul className="questions">{questions.map(({ point, asks, answer: given }) => (
        <li key={point}>
          <span id={`asks-${point}`}>{asks} <span className="quiet code">{point}</span></span>
          {given !== "" && <span className="quiet">{access.answered(given)}</span>}
          <div className="verdicts" role="group" aria-labelledby={`asks-${point}`}>
            {Object.entries(access.answers).map(([word, says]) => <button type="button" key={word} aria-disabled={busy} onClick={() => answer(point, word)}>{says}</button>)}
          </div>
        </li>
      ))}</ul>
    </details>
  );
}
