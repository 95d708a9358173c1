/** A button that leads to the browser's own window for choosing a file. */
import * as React from "react";

interface Props {
  readonly text: string;
  /** What the file is, for who hears the pane. */
  readonly label: string;
  readonly accept: string;
  readonly busy: boolean;
  readonly onChoose: (file: File) => void;
}

export function FileChooser({ text, label, accept, busy, onChoose }: Props): React.ReactElement {
  const chooser = React.useRef<HTMLInputElement>(null);
  const chosen = (input: HTMLInputElement): void => {
    const file = input.files?.[0];
    if (file !== undefined) onChoose(file);
    // The same file can be chosen again once it was mended.
    input.value = "";
  };
  return (
    <>
      <button type="button" className="link" aria-disabled={busy} onClick={() => { if (!busy) chooser.current?.click(); }}>{text}</button>
      <input ref={chooser} type="file" accept={accept} hidden aria-label={label} onChange={(event) => chosen(event.currentTarget)} />
    </>
  );
}
