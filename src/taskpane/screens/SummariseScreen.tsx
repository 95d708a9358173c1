/** Summarise: makes the dashboards and the Board summary, and leads to them. */
import * as React from "react";
import { DefaultButton, PrimaryButton } from "office-ui-fabric-react/lib/Button";
import type { TemplateState } from "../../actions/workbook-state";
import { Mark } from "../components/Mark";
import { SheetRow } from "../components/SheetRow";
import { sheetCalled, summarySheets } from "../standing";
import { sheetNames, summarise } from "../strings";
import { isBusy, templateOf, type ScreenProps } from "./screen";

export function SummariseScreen({ pane }: ScreenProps): React.ReactElement {
  const book = templateOf(pane);
  const caution = cautionOn(book);
  return (
    <>
      {caution !== null && (
        <div className="look">
          <Mark name="explain" />
          <div><p>{caution}</p><DefaultButton text={summarise.goCheck} onClick={() => pane.say({ kind: "went", step: "check" })} /></div>
        </div>
      )}
      <h2>{summarise.made}</h2>
      <ul className="sheets">
        {summarySheets.map((identity) => {
          const sheet = sheetCalled(book, identity);
          return <SheetRow key={identity} identity={identity} name={sheet?.name ?? sheetNames[identity]} {...(sheet === undefined ? { absent: summarise.notMade } : { onGo: pane.show })} />;
        })}
      </ul>
      <p className="quiet">{summarise.live}</p>
      <details>
        <summary>{summarise.ifWrong}</summary>
        <p>{summarise.ifWrongSays}</p>
      </details>
    </>
  );
}

export function SummariseActions({ pane }: ScreenProps): React.ReactElement {
  const made = sheetCalled(templateOf(pane), "board-summary") !== undefined;
  return <PrimaryButton text={made ? summarise.again : summarise.run} disabled={isBusy(pane)} allowDisabledFocus onClick={() => pane.perform("summarise")} />;
}

/** What to know before the figures are shown to anybody; null when the check stands. */
function cautionOn({ lastChecked, changedSinceCheck, counts }: TemplateState): string | null {
  if (lastChecked === null) return summarise.unchecked;
  if (changedSinceCheck) return summarise.changed;
  return counts["must-fix"] > 0 ? summarise.mustFix(counts["must-fix"]) : null;
}
