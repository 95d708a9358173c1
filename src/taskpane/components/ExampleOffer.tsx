/** Offers to fill the sheets with made-up figures. Figures that are there are named before any is written over. */
import * as React from "react";
import { DefaultButton } from "office-ui-fabric-react/lib/Button";
import { isBusy } from "../screens/screen";
import { enter } from "../strings";
import type { Pane } from "../use-pane";

export function ExampleOffer({ pane }: { readonly pane: Pane }): React.ReactElement {
  return (
    <section className="offer">
      <h2>{enter.exampleTitle}</h2>
      <p>{enter.exampleSays}</p>
      <DefaultButton text={enter.example} disabled={isBusy(pane)} allowDisabledFocus onClick={() => pane.perform("fill-example")} />
    </section>
  );
}
