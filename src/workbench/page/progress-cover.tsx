/** What covers the page while a file is opened or saved: how far it is, and a way to stop. */
import * as React from "react";
import type { Step } from "../../host/workbook/steps";
import { words } from "./words";

export interface Progress {
  readonly says: string;
  /** How far it is; null before it has begun. */
  readonly step: Step | null;
  readonly cancel: () => void;
}

/** Milliseconds before it shows: most files are open by then. */
const PATIENCE = 300;

export function ProgressCover({ progress }: { readonly progress: Progress | null }): JSX.Element | null {
  const [isDue, setDue] = React.useState(false);
  const cancel = React.useRef<HTMLButtonElement>(null);
  const isThere = progress !== null;
  React.useLayoutEffect(() => {
    if (!isThere) return setDue(false);
    const timer = setTimeout(() => setDue(true), PATIENCE);
    return () => clearTimeout(timer);
  }, [isThere]);
  React.useEffect(() => {
    if (!isDue) return;
    const before = document.activeElement;
    cancel.current?.focus();
    // After a save, or an opening that was stopped, the keys are where they were.
    return () => { if (before instanceof HTMLElement && before.isConnected) before.focus({ preventScroll: true }); };
  }, [isDue]);
  if (progress === null || !isDue) return null;
  const { says, step } = progress;
  const percent = Math.floor((step?.share ?? 0) * 100);
  const onKeyDown = (event: React.KeyboardEvent): void => {
    if (event.key === "Escape") progress.cancel();
    // There is one button, and the page behind it is out of reach.
    if (event.key === "Tab") event.preventDefault();
  };
  return (
    <div className="progress-cover">
      <div className="progress-box" role="dialog" aria-modal="true" aria-label={says} onKeyDown={onKeyDown}>
        <p>{says}</p>
        <progress aria-label={says} max={100} {...(step === null ? {} : { value: percent })} />
        <p className="progress-stage"><span role="status">{step === null ? "" : words.stages[step.stage]}</span><span aria-hidden="true">{percent}%</span></p>
        <button ref={cancel} type="button" className="message-choice" onClick={progress.cancel}>{words.cancel}</button>
      </div>
    </div>
  );
}
