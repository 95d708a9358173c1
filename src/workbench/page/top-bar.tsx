/** Title, file commands and the add-in's own buttons. */
import * as React from "react";
import type { RibbonState } from "../../host/objects/ribbon";
import type { Ribbon, RibbonButton } from "./ribbon";
import { words } from "./words";

interface Props {
  readonly fileName: string;
  readonly isChanged: boolean;
  readonly canUndo: boolean;
  readonly canRedo: boolean;
  readonly ribbon: Ribbon | null;
  /** What the add-in has turned off or hidden. */
  readonly state: RibbonState;
  /** Id of the button whose function runs. */
  readonly running: string | null;
  readonly onOpen: (file: File) => void;
  readonly onExample: () => void;
  readonly onNew: () => void;
  readonly onSave: () => void;
  readonly onUndo: () => void;
  readonly onRedo: () => void;
  readonly onButton: (button: RibbonButton) => void;
  readonly chooserRef: React.RefObject<HTMLInputElement>;
}

export function TopBar(props: Props): JSX.Element {
  const { chooserRef } = props;
  const choose = (event: React.ChangeEvent<HTMLInputElement>): void => {
    const [file] = event.target.files ?? [];
    // The same file can be chosen again.
    event.target.value = "";
    if (file !== undefined) props.onOpen(file);
  };
  return (
    <header className="top-bar">
      <h1>{words.title}</h1>
      <div className="commands" role="toolbar" aria-label="File">
        <Command label={words.open} tip={words.openTip} onClick={() => chooserRef.current?.click()} />
        <input ref={chooserRef} type="file" className="file-chooser" tabIndex={-1} aria-label={words.chooseFile} accept=".xlsx,.xlsm,application/vnd.openxmlformats-officedocument.spreadsheetml.sheet" onChange={choose} />
        <Command label={words.example} tip={words.exampleTip} onClick={props.onExample} />
        <Command label={words.fresh} tip={words.fresh} onClick={props.onNew} />
        <Command label={words.save} tip={words.saveTip} onClick={props.onSave} />
        <span className="divider" />
        <Command label={words.undo} tip={`${words.undo} (Ctrl+Z)`} isDisabled={!props.canUndo} onClick={props.onUndo} />
        <Command label={words.redo} tip={`${words.redo} (Ctrl+Y)`} isDisabled={!props.canRedo} onClick={props.onRedo} />
      </div>
      {props.ribbon === null || !props.state.isVisible(props.ribbon.tabId) ? null : <AddinButtons ribbon={props.ribbon} state={props.state} running={props.running} onButton={props.onButton} />}
      <p className="file-name" title={props.fileName}>{props.fileName}{props.isChanged ? <span> – {words.notSaved}</span> : null}</p>
    </header>
  );
}

function Command({ label, tip, isDisabled = false, onClick }: { readonly label: string; readonly tip: string; readonly isDisabled?: boolean; readonly onClick: () => void }): JSX.Element {
  return <button type="button" className="command" title={tip} disabled={isDisabled} onClick={onClick}>{label}</button>;
}

function AddinButtons({ ribbon, state, running, onButton }: { readonly ribbon: Ribbon; readonly state: RibbonState; readonly running: string | null; readonly onButton: (button: RibbonButton) => void }): JSX.Element {
  return (
    <div className="ribbon" role="toolbar" aria-label={ribbon.tab}>
      <span className="ribbon-name" aria-hidden="true">{ribbon.tab}</span>
      {ribbon.buttons.map((button) => (
        <button key={button.id} type="button" className="ribbon-button" title={button.tip} disabled={running !== null || !state.isEnabled(button.id)} aria-busy={running === button.id} onClick={() => onButton(button)}>
          <img src={button.icon} alt="" width={20} height={20} />
          {button.label}
        </button>
      ))}
    </div>
  );
}
