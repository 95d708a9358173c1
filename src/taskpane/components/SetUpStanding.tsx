/** The template is there: what was answered, how to change it, an example to try it with, and the way to take it out again. */
import * as React from "react";
import { DefaultButton } from "office-ui-fabric-react/lib/Button";
import { structureChoices } from "../../actions/set-up";
import type { TemplateState } from "../../actions/workbook-state";
import { isBusy } from "../screens/screen";
import { missingSheets } from "../standing";
import { setUp } from "../strings";
import type { Pane } from "../use-pane";
import { ExampleOffer } from "./ExampleOffer";
import { dateInWords } from "./Header";
import { Mark } from "./Mark";

export function SetUpStanding({ pane, book }: { readonly pane: Pane; readonly book: TemplateState }): React.ReactElement {
  const missing = missingSheets(book);
  const busy = isBusy(pane);
  return (
    <>
      <p className="good"><Mark name="tick" /><span>{setUp.present}</span></p>
      {missing > 0 && (
        <div className="look">
          <Mark name="explain" />
          <div><p>{setUp.missing(missing)}</p><DefaultButton text={setUp.putBack} disabled={busy} allowDisabledFocus onClick={() => pane.perform("insert-template")} /></div>
        </div>
      )}
      <dl className="answered">
        {answered(book).map(([word, value]) => <div key={word}><dt>{word}</dt><dd>{value === "" ? setUp.notEntered : value}</dd></div>)}
      </dl>
      <DefaultButton text={setUp.change} disabled={busy} onClick={() => pane.say({ kind: "changing", changing: true })} />
      <ExampleOffer pane={pane} />
      <section className="offer">
        <h2>{setUp.takeAway}</h2>
        <p>{setUp.takeAwaySays}</p>
        <DefaultButton text={setUp.takeAwayAsk} disabled={busy} allowDisabledFocus onClick={() => pane.perform("remove-template")} />
      </section>
    </>
  );
}

function answered(book: TemplateState): readonly (readonly [string, string])[] {
  return [
    [setUp.structure, structureChoices.find((choice) => choice.id === book.structure)?.name ?? ""],
    [setUp.code, book.organisationCode],
    [setUp.name, book.organisationName],
    [setUp.period, book.period],
    [setUp.asAt, book.asAt === "" ? "" : dateInWords(book.asAt)],
    [setUp.unitAnswered, setUp.units[book.demandUnit]],
    [setUp.roleGroups, String(book.roleGroups.length)],
  ];
}
