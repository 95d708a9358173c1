/** One typed answer, with what it says back while it is being typed. */
import * as React from "react";
import { TextField } from "office-ui-fabric-react/lib/TextField";
import type { Verdict } from "../../actions/set-up";

interface AnswerProps {
  /** The field's id, so that it can be led to. */
  readonly id: string;
  readonly label: string;
  readonly value: string;
  readonly onChange: (value: string) => void;
  readonly verdict?: Verdict;
  /** Shown while there is nothing to say back. */
  readonly hint?: string;
  readonly type?: "text" | "date";
  readonly maxLength?: number;
  readonly className?: string;
}

export function Answer({ id, label, value, onChange, verdict, hint, type = "text", maxLength, className }: AnswerProps): React.ReactElement {
  const says = verdict === undefined || verdict.says === "" ? hint ?? "" : verdict.says;
  const wrong = verdict?.kind === "wrong";
  return (
    <TextField
      id={id} label={label} value={value} type={type} autoComplete="off" spellCheck={false} validateOnLoad={false}
      {...(maxLength === undefined ? {} : { maxLength })} {...(className === undefined ? {} : { className })}
      {...(wrong ? { errorMessage: says } : says === "" ? {} : { description: says })}
      onChange={(_event, typed) => onChange(typed ?? "")}
    />
  );
}
