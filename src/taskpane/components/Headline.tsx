/** The screen's name and what it is for. Takes the focus when the screen changes, so that a screen reader says where one is. */
import * as React from "react";
import type { Step } from "../state";
import { purpose, stepNames } from "../strings";

export function Headline({ step }: { readonly step: Step }): React.ReactElement {
  const title = React.useRef<HTMLHeadingElement>(null);
  const before = React.useRef(step);
  React.useEffect(() => {
    if (before.current === step) return;
    before.current = step;
    title.current?.focus();
  }, [step]);
  return (
    <div className="headline">
      <h1 ref={title} tabIndex={-1}>{stepNames[step]}</h1>
      <p>{purpose[step]}</p>
    </div>
  );
}
