/** What the region asks about the return that was sent: each query with the way to its cell and room for the answer. */
import * as React from "react";
import { DefaultButton, PrimaryButton } from "office-ui-fabric-react/lib/Button";
import { TextField } from "office-ui-fabric-react/lib/TextField";
import type { QueryShown, ReturnShown } from "../../actions/return-shown";
import { detailsOf } from "../details";
import { textOfFile } from "../read-file";
import { check, signOff } from "../strings";
import type { Pane } from "../use-pane";
import { FileChooser } from "./FileChooser";

interface Props { readonly pane: Pane; readonly busy: boolean; readonly standing: ReturnShown }

/** Nothing to show before anything was sent. */
export function Queries({ pane, busy, standing: { queries, sent } }: Props): React.ReactElement | null {
  const [last, setLast] = React.useState("");
  if (sent === null) return null;
  const load = (file: File): void => {
    void textOfFile(file).then(
      (text) => pane.perform("load-queries", { queries: text }),
      (cause: unknown) => pane.say({ kind: "not-shown", says: signOff.notRead(file.name), details: detailsOf("load-queries", cause) }),
    );
  };
  return (
    <section className="asked">
      {queries.length > 0 && <h2>{signOff.queries(queries.filter(({ isAnswered }) => !isAnswered).length)}</h2>}
      {queries.length > 0 && <ul>{queries.map((query) => <li key={query.id}><OneQuery query={query} pane={pane} busy={busy} by={last} onAnswered={setLast} /></li>)}</ul>}
      <FileChooser text={signOff.loadQueries} label={signOff.queryFile} accept=".json,application/json" busy={busy} onChoose={load} />
    </section>
  );
}

interface OneProps { readonly query: QueryShown; readonly pane: Pane; readonly busy: boolean; readonly by: string; readonly onAnswered: (by: string) => void }

function OneQuery(props: OneProps): React.ReactElement {
  const { query: { about, says, asks, place, text, by, isAnswered }, pane, busy } = props;
  const [isOpen, open] = React.useState(false);
  const words = <span className="finding-words"><span className="place">{about}</span><span>{says}</span><span className="fix">{asks}</span>{isAnswered && <span className="quiet">{signOff.answered(text, by)}</span>}</span>;
  return (
    <>
      {place === null ? <div className="finding">{words}</div> : <button type="button" className="finding" title={check.goTo(place.sheet, place.cell)} onClick={() => pane.show(place)}>{words}</button>}
      {isOpen ? <AnswerForm {...props} onClose={() => open(false)} /> : <button type="button" className="explain-link" aria-label={signOff.answerTo(about)} disabled={busy} onClick={() => open(true)}>{isAnswered ? signOff.answerAgain : signOff.answer}</button>}
    </>
  );
}

function AnswerForm({ query, pane, busy, by: last, onAnswered, onClose }: OneProps & { readonly onClose: () => void }): React.ReactElement {
  const [text, setText] = React.useState(query.text);
  const [by, setBy] = React.useState(query.by === "" ? last : query.by);
  const [isTried, tried] = React.useState(false);
  const missing = (words: string): string => (isTried && words.trim() === "" ? signOff.needed : "");
  const save = (): void => {
    tried(true);
    if (busy || text.trim() === "" || by.trim() === "") return;
    onAnswered(by.trim());
    onClose();
    pane.perform("answer-query", { query: query.id, text: text.trim(), by: by.trim() });
  };
  return (
    <form className="explain" onSubmit={(event) => { event.preventDefault(); save(); }} onKeyDown={(event) => { if (event.key === "Escape") onClose(); }}>
      <TextField label={signOff.answerText} multiline rows={3} value={text} maxLength={500} autoFocus errorMessage={missing(text)} onChange={(_, value = "") => setText(value)} />
      <TextField label={signOff.by} value={by} maxLength={100} errorMessage={missing(by)} onChange={(_, value = "") => setBy(value)} />
      <div className="explain-actions"><PrimaryButton type="submit" text={signOff.save} disabled={busy} allowDisabledFocus /><DefaultButton text={signOff.cancel} onClick={onClose} /></div>
    </form>
  );
}
