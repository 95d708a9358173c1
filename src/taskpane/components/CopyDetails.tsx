/** Details of what went wrong, folded away, to be copied into a report. */
import * as React from "react";
import { DefaultButton } from "office-ui-fabric-react/lib/Button";
import { copyText } from "../copy-text";
import { defect } from "../strings";

export function CopyDetails({ details }: { readonly details: string }): React.ReactElement {
  const [told, setTold] = React.useState("");
  const field = React.useRef<HTMLTextAreaElement>(null);
  const fold = React.useRef<HTMLDetailsElement>(null);
  const copy = (): void => {
    // The older way of copying needs the text to be on the page.
    if (fold.current !== null) fold.current.open = true;
    void copyText(details, field.current).then((copied) => setTold(copied ? defect.copied : defect.notCopied));
  };
  return (
    <div className="copy-details">
      <div className="answers-row">
        <DefaultButton text={defect.copy} onClick={copy} />
        <span role="status">{told}</span>
      </div>
      <details ref={fold}>
        <summary>{defect.details}</summary>
        <textarea ref={field} readOnly rows={5} aria-label={defect.details} value={details} />
      </details>
    </div>
  );
}
