/** What covers the page while a file is opened or saved: how far it is, and a way to stop. */
import * as React from "react";
import { words } from "./words";

export interface Progress {
  readonly says: string;
  /** 0 to 1; null where nobody can tell. */
  readonly share: number | null;
  readonly cancel: (() => void) | null;
  /** It will surely take long, and leaves no time to show this later. */
  readonly isLong?: boolean;
}

/** Milliseconds before it shows: most files are open by then. */
const PATIENCE = 300;

export function ProgressCover({ progress }: { readonly progress: Progress | null }): JSX.Element | null {
  const [isDue, setDue] = React.useState(false);
  const cancel = React.useRef<HTMLButtonElement>(null);
  const isThere = progress !== null;
  const isLong = progress?.isLong === true;
  React.useLayoutEffect(() => {
    if (!isThere || isLong) return setDue(isLong);
    const timer = setTimeout(() => setDue(true), PATIENCE);
    return () => clearTimeout(timer);
  }, [isThere, isLong]);
  React.useEffect(() => { if (isDue) cancel.current?.focus(); }, [isDue]);
  if (progress === null || !isDue) return null;
  const { says, share } = progress;
  return (
    <div className="progress-cover">
      <div className="progress-box" role="dialog" aria-modal="true" aria-label={says} onKeyDown={(event) => { if (event.key === "Escape") progress.cancel?.(); }}>
        <p role="status">{says}{share === null ? "" : ` ${Math.floor(share * 10) * 10}%`}</p>
        <progress aria-label={says} max={1} {...(share === null ? {} : { value: share })} />
        {progress.cancel === null ? null : <button ref={cancel} type="button" className="message-choice" onClick={progress.cancel}>{words.cancel}</button>}
      </div>
    </div>
  );
}
