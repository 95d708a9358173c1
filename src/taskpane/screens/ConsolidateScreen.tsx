/** Consolidate: a region chooses the returns that came in, sees what is missing and wrong, and where each figure comes from. */
import * as React from "react";
import { DefaultButton, PrimaryButton } from "office-ui-fabric-react/lib/Button";
import { CollectFiles, FILES_FIELD } from "../components/CollectFiles";
import { Collected } from "../components/Collected";
import { Made } from "../components/SendForm";
import { Trace } from "../components/Trace";
import { region as words } from "../strings";
import { isBusy, type ScreenProps } from "./screen";

export function ConsolidateScreen({ pane }: ScreenProps): React.ReactElement {
  const { book, region: { shown, goOn } } = pane.state;
  const busy = isBusy(pane);
  const has = (book.kind === "with-template" || book.kind === "without-template") && book.collects;
  return (
    <>
      {goOn !== null && <p className="look">{words.stopped}</p>}
      <CollectFiles pane={pane} busy={busy} />
      {shown === null ? <p className="quiet">{has ? words.kept : words.first}</p> : <Collected pane={pane} busy={busy} shown={shown} />}
      {shown === null && has && <div><DefaultButton text={words.show} disabled={busy} allowDisabledFocus onClick={() => pane.perform("consolidate")} /></div>}
      <Made pane={pane} />
      {shown !== null && <Trace pane={pane} busy={busy} shown={shown} />}
      {shown !== null && (
        <section aria-label={words.openSheets} className="answers-row">
          <button type="button" className="link" onClick={() => pane.show({ identity: "consolidated", sheet: words.consolidated, cell: "" })}>{words.consolidated}</button>
          <button type="button" className="link" onClick={() => pane.show({ identity: "returns-register", sheet: words.register, cell: "" })}>{words.register}</button>
        </section>
      )}
    </>
  );
}

export function ConsolidateActions({ pane }: ScreenProps): React.ReactElement {
  const { shown, goOn } = pane.state.region;
  const busy = isBusy(pane);
  const choose = (): void => document.getElementById(FILES_FIELD)?.click();
  // One kind of button, with keys: each keeps the focus when they change places.
  if (goOn !== null) {
    return (
      <>
        <PrimaryButton key="go-on" text={words.goOn} disabled={busy} allowDisabledFocus onClick={() => pane.perform("consolidate", goOn)} />
        <DefaultButton key="choose" text={words.choose} disabled={busy} allowDisabledFocus onClick={choose} />
      </>
    );
  }
  return <PrimaryButton key="choose" text={shown === null ? words.choose : words.chooseMore} disabled={busy} allowDisabledFocus onClick={choose} />;
}
