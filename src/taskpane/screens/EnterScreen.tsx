/** Enter: where the figures go and how far they are. The figures themselves are typed in the sheets. */
import * as React from "react";
import { PrimaryButton } from "office-ui-fabric-react/lib/Button";
import { ExampleOffer } from "../components/ExampleOffer";
import { SheetRow } from "../components/SheetRow";
import { entrySheets, sheetCalled } from "../standing";
import { enter } from "../strings";
import { isBusy, templateOf, type ScreenProps } from "./screen";

export function EnterScreen({ pane }: ScreenProps): React.ReactElement {
  const sheets = entrySheets(templateOf(pane));
  const untouched = sheets.every((sheet) => sheet.identity === "cover" || sheet.entered === 0);
  return (
    <>
      <h2>{enter.sheets}</h2>
      <ul className="sheets">
        {sheets.map((sheet) => (
          <SheetRow key={sheet.identity} identity={sheet.identity} name={sheet.name} onGo={pane.show}>
            <Filled entered={sheet.entered} cells={sheet.cells} />
          </SheetRow>
        ))}
      </ul>
      <p className="quiet">{enter.blank}</p>
      {untouched && <ExampleOffer pane={pane} />}
      <Further pane={pane} />
    </>
  );
}

/** Sheets that not everybody needs; none once both are there. */
function Further({ pane }: ScreenProps): React.ReactElement | null {
  const book = templateOf(pane);
  const missing = ([["movements", enter.addMovements], ["shared-posts", enter.addShared]] as const).filter(([identity]) => sheetCalled(book, identity) === undefined);
  const busy = isBusy(pane);
  if (missing.length === 0) return null;
  return (
    <details className="reopen">
      <summary>{enter.further}</summary>
      {missing.map(([module, says]) => <button key={module} type="button" className="link" aria-disabled={busy} onClick={() => { if (!busy) pane.perform("add-module", { module }); }}>{says}</button>)}
    </details>
  );
}

export function EnterActions({ pane }: ScreenProps): React.ReactElement {
  return <PrimaryButton text={enter.next} onClick={() => pane.say({ kind: "went", step: "check" })} />;
}

/** A bar for the eye; the words beside it say the same. */
function Filled({ entered, cells }: { readonly entered: number; readonly cells: number }): React.ReactElement {
  return (
    <span className="filled">
      <svg className="bar" viewBox="0 0 100 6" preserveAspectRatio="none" aria-hidden="true" focusable="false">
        <rect className="bar-ground" width="100" height="6" />
        <rect className="bar-part" width={(100 * entered) / cells} height="6" />
      </svg>
      <span>{entered >= cells ? enter.all : enter.filled(entered, cells)}</span>
    </span>
  );
}
