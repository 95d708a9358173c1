/** Where the analyst is in the work, and the way to any other step. */
import * as React from "react";
import { steps, type Step } from "../state";
import { header, shortStepNames } from "../strings";

export function Steps({ step, collects, onGo }: { readonly step: Step; readonly collects: boolean; readonly onGo: (step: Step) => void }): React.ReactElement {
  return (
    <nav className={collects ? "steps steps-more" : "steps"} aria-label={header.work}>
      <ol>
        {steps.filter((each) => each !== "consolidate" || collects).map((each) => (
          <li key={each}>
            <button type="button" aria-current={each === step ? "step" : undefined} onClick={() => onGo(each)}>{shortStepNames[each]}</button>
          </li>
        ))}
      </ol>
    </nav>
  );
}
