/** Where a finding to explain is explained: a reason and a name, kept beside the finding on Checks. */
import * as React from "react";
import { DefaultButton, PrimaryButton } from "office-ui-fabric-react/lib/Button";
import { TextField } from "office-ui-fabric-react/lib/TextField";
import type { Explaining } from "../../actions/action";
import { problemsOf } from "../../actions/explanation";
import { check, explain } from "../strings";

export interface ExplainProps {
  readonly explaining: Explaining;
  /** Who explained last, so that nobody types a name twice. */
  readonly by: string;
  readonly busy: boolean;
  readonly onExplain: (given: { readonly reference: string; readonly text: string; readonly by: string }) => void;
}

export function Explain(props: ExplainProps): React.ReactElement {
  const [isOpen, open] = React.useState(false);
  const { explaining, busy } = props;
  if (!isOpen) return <button type="button" className="explain-link" disabled={busy} onClick={() => open(true)}>{explaining.holds ? check.explainAgain : check.explain}</button>;
  return <Form {...props} onClose={() => open(false)} />;
}

function Form({ explaining, by: last, busy, onExplain, onClose }: ExplainProps & { readonly onClose: () => void }): React.ReactElement {
  const [text, setText] = React.useState(explaining.text);
  const [by, setBy] = React.useState(explaining.by === "" ? last : explaining.by);
  const [isTried, tried] = React.useState(false);
  const problem = problemsOf(text, by);
  const save = (): void => {
    tried(true);
    if (problem.text !== "" || problem.by !== "") return;
    onClose();
    onExplain({ reference: explaining.reference, text: text.trim(), by: by.trim() });
  };
  return (
    <form className="explain" onSubmit={(event) => { event.preventDefault(); save(); }} onKeyDown={(event) => { if (event.key === "Escape") onClose(); }}>
      {explaining.earlier !== "" && <p className="quiet">{explain.earlier} {explaining.earlier}</p>}
      <TextField label={explain.text} description={explain.textHint} multiline rows={3} value={text} autoFocus errorMessage={isTried ? problem.text : ""} onChange={(_, value = "") => setText(value)} />
      <TextField label={explain.by} value={by} maxLength={100} errorMessage={isTried ? problem.by : ""} onChange={(_, value = "") => setBy(value)} />
      <div className="explain-actions">
        <PrimaryButton type="submit" text={explain.save} disabled={busy} allowDisabledFocus />
        {explaining.text !== "" && <DefaultButton text={explain.takeAway} disabled={busy} onClick={() => { onClose(); onExplain({ reference: explaining.reference, text: "", by: "" }); }} />}
        <DefaultButton text={explain.cancel} onClick={onClose} />
      </div>
    </form>
  );
}
