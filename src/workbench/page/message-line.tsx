/** One line over the workbook that says what happened and, where there is a choice, offers it. Never a window in the way. */
import * as React from "react";
import { words } from "./words";

export interface Message {
  readonly kind: "information" | "problem" | "choice";
  readonly says: string;
  readonly choices?: readonly { readonly label: string; readonly choose: () => void }[];
}

interface Props {
  readonly message: Message | null;
  readonly onClose: () => void;
}

export function MessageLine({ message, onClose }: Props): JSX.Element {
  const first = React.useRef<HTMLButtonElement>(null);
  React.useEffect(() => { if (message?.kind === "choice") first.current?.focus(); }, [message]);
  return (
    <div role={message?.kind === "information" ? "note" : "alert"} className={message === null ? "message-place" : `message-place message ${message.kind}`}>
      {message === null ? null : (
        <>
          <span>{message.says}</span>
          {(message.choices ?? []).map(({ label, choose }, index) => <button key={label} ref={index === 0 ? first : null} type="button" className="message-choice" onClick={choose}>{label}</button>)}
          {message.kind === "choice" ? null : <button type="button" className="message-close" aria-label={words.close} onClick={onClose}>✕</button>}
        </>
      )}
    </div>
  );
}
