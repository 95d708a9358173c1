/** Sign off and send: who has signed, what is in the way, the form of whoever signs next, and the return once all have. */
import * as React from "react";
import { PrimaryButton } from "office-ui-fabric-react/lib/Button";
import type { ReturnShown } from "../../actions/return-shown";
import { Mark } from "../components/Mark";
import { LastReturn, NewPeriod } from "../components/LastReturn";
import { Queries } from "../components/Queries";
import { Made, Reopen, SendForm } from "../components/SendForm";
import { SheetRow } from "../components/SheetRow";
import { SignForm, Signatures } from "../components/Signatures";
import { countsOf } from "../grouped-findings";
import { sheetCalled } from "../standing";
import { check, signOff } from "../strings";
import type { Pane } from "../use-pane";
import { isBusy, templateOf, type ScreenProps } from "./screen";

export function SignOffScreen({ pane }: ScreenProps): React.ReactElement {
  const { standing } = pane.state;
  if (standing === null) return <p className="quiet" role="status">{signOff.waiting}</p>;
  const sheet = sheetCalled(templateOf(pane), "sign-off");
  const busy = isBusy(pane);
  return (
    <>
      <InTheWay pane={pane} standing={standing} />
      <Signatures signatures={standing.signatures} />
      <Queries pane={pane} busy={busy} standing={standing} />
      {standing.problem === "" && <NextThing pane={pane} busy={busy} standing={standing} />}
      <Made pane={pane} />
      {sheet !== undefined && <ul className="sheets"><SheetRow identity="sign-off" name={sheet.name} onGo={pane.show} /></ul>}
      {standing.problem === "" && standing.kind !== "signed-off" && <button type="button" className="link" aria-disabled={busy} onClick={() => { if (!busy) pane.perform("export-return", { draft: true }); }}>{signOff.draft}</button>}
      <LastReturn pane={pane} busy={busy} standing={standing} />
      {standing.problem === "" && standing.canCarryForward && <NewPeriod pane={pane} busy={busy} standing={standing} />}
      {standing.canReopen && <Reopen key={standing.kind} pane={pane} busy={busy} standing={standing} />}
    </>
  );
}

/** While something is in the way, putting it right is the next thing to do. */
export function SignOffActions({ pane }: ScreenProps): React.ReactElement | null {
  const { standing } = pane.state;
  if (standing === null || (standing.problem === "" && (standing.next === null || waysIn(pane) === ""))) return null;
  return <PrimaryButton text={signOff.goCheck} onClick={() => pane.say({ kind: "went", step: "check" })} />;
}

interface NextProps { readonly pane: Pane; readonly busy: boolean; readonly standing: ReturnShown }

function NextThing({ pane, busy, standing }: NextProps): React.ReactElement | null {
  const next = standing.signatures.find(({ id }) => id === standing.next);
  if (standing.kind === "signed-off") return <SendForm pane={pane} busy={busy} standing={standing} />;
  // Another person's form starts anew.
  return next === undefined ? null : <SignForm key={next.id} pane={pane} busy={busy} signature={next} isEmpty={standing.isEmpty} />;
}

function InTheWay({ pane, standing }: { readonly pane: Pane; readonly standing: ReturnShown }): React.ReactElement | null {
  if (standing.problem !== "") return <p className="look"><Mark name="must-fix" /><span><strong>{signOff.recordChanged}.</strong> {standing.problem}</span></p>;
  const way = waysIn(pane);
  return way === "" || standing.next === null ? null : <p className="look"><Mark name="explain" /><span>{signOff.inTheWay(way)}</span></p>;
}

/** What must be put right or explained in the figures as they are, as counts in words. */
function waysIn({ state: { listed, standing } }: Pane): string {
  if (listed.kind !== "listed" || standing?.isEmpty === true) return "";
  const { "must-fix": mustFix, explain } = countsOf(listed.findings);
  return check.countsOn({ "must-fix": mustFix, explain, note: 0 });
}
