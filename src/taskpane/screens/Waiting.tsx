/** What is shown in place of a screen: while the workbook is read, when it cannot be, and before there is a template. */
import * as React from "react";
import { DefaultButton, PrimaryButton } from "office-ui-fabric-react/lib/Button";
import { header, notYet, unreadable } from "../strings";
import { OwnSheets } from "../components/OwnSheets";
import { isBusy, type ScreenProps } from "./screen";

export function Opening(): React.ReactElement {
  return <p className="quiet" role="status">{header.state.opening}</p>;
}

export function Unreadable({ pane }: ScreenProps): React.ReactElement {
  const { book } = pane.state;
  return (
    <div role="alert">
      <h2>{unreadable.title}</h2>
      {book.kind === "unreadable" && <p>{book.says}</p>}
    </div>
  );
}

export function UnreadableActions({ pane }: ScreenProps): React.ReactElement {
  return <DefaultButton text={unreadable.again} onClick={pane.lookAgain} />;
}

/** A person's own sheets can be looked through without a template. */
export function NotYet({ pane }: ScreenProps): React.ReactElement {
  return <><p>{notYet.says}</p>{pane.state.step === "check" && <OwnSheets pane={pane} busy={isBusy(pane)} />}</>;
}

export function NotYetActions({ pane }: ScreenProps): React.ReactElement {
  return <PrimaryButton text={notYet.go} onClick={() => pane.say({ kind: "went", step: "set-up" })} />;
}
