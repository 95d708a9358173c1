/** What about the template can be repaired: how much, what would change once it is asked for, and the way back afterwards. */
import * as React from "react";
import { DefaultButton, type IButton } from "office-ui-fabric-react/lib/Button";
import { repair as words } from "../strings";
import type { Pane } from "../use-pane";
import { Mark } from "./Mark";

const LISTED_AT_MOST = 40;
/** The list was read just before; the line at the foot has room for a few. */
const NAMED_AFTERWARDS = 3;

/** Shows nothing while there is nothing to repair and nothing to take back. */
export function RepairOffer({ pane, busy }: { readonly pane: Pane; readonly busy: boolean }): React.ReactElement | null {
  const { repairs, canUndoRepair } = pane.state;
  if (repairs.length === 0 && !canUndoRepair) return null;
  return (
    <section className="repair" aria-label={words.label}>
      {repairs.length > 0 && <div className="look"><Mark name="explain" /><div><p>{words.can(repairs.length)}</p><Asking pane={pane} busy={busy} repairs={repairs} /></div></div>}
      {canUndoRepair && <button type="button" className="link" aria-disabled={busy} onClick={() => { if (!busy) pane.perform("undo-repair"); }}>{words.undo}</button>}
    </section>
  );
}

/** The answer that changes nothing has the focus when the list opens; the button that opened it has it again afterwards. */
function Asking({ pane, busy, repairs }: { readonly pane: Pane; readonly busy: boolean; readonly repairs: readonly string[] }): React.ReactElement {
  const [open, setOpen] = React.useState(false);
  const wasOpen = React.useRef(false);
  const [opener, leave] = [React.useRef<IButton>(null), React.useRef<IButton>(null)];
  React.useLayoutEffect(() => {
    if (open) leave.current?.focus();
    else if (wasOpen.current) opener.current?.focus();
    wasOpen.current = open;
  }, [open]);
  if (!open) return <DefaultButton componentRef={opener} text={words.see} disabled={busy} allowDisabledFocus onClick={() => setOpen(true)} />;
  return (
    <>
      <h2>{words.changes}</h2>
      <ul className="changes">
        {repairs.slice(0, LISTED_AT_MOST).map((line) => <li key={line}>{line}</li>)}
        {repairs.length > LISTED_AT_MOST && <li>{words.more(repairs.length - LISTED_AT_MOST)}</li>}
      </ul>
      <div className="answers-row">
        <DefaultButton componentRef={leave} text={words.leave} onClick={() => setOpen(false)} />
        <DefaultButton text={words.run} disabled={busy} allowDisabledFocus onClick={() => { setOpen(false); pane.perform("repair", { confirm: true, named: NAMED_AFTERWARDS }); }} />
      </div>
    </>
  );
}
