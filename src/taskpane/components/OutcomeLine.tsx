/** What the last piece of work came to, in one place: done, not done and why, or a question before something goes. Stays until it is put away. */
import * as React from "react";
import { DefaultButton, IconButton, type IButton } from "office-ui-fabric-react/lib/Button";
import type { Said, Task } from "../state";
import { access, defect, enter, outcome, region, setUp, signOff, unreadable } from "../strings";
import type { Pane } from "../use-pane";
import { CopyDetails } from "./CopyDetails";
import { Mark, type MarkName } from "./Mark";

const marks: Readonly<Record<Exclude<Said["kind"], "nothing">, MarkName>> = { done: "tick", refused: "explain", "not-read": "explain", stopped: "note", confirm: "explain", defect: "must-fix" };

/** The region is always there, so that a screen reader hears what is put into it. */
export function OutcomeLine({ pane }: { readonly pane: Pane }): React.ReactElement {
  const { said } = pane.state;
  return (
    <div aria-live="polite" aria-atomic="true">
      {said.kind !== "nothing" && (
        <div className={`outcome outcome-${said.kind}`}>
          <Mark name={marks[said.kind]} />
          <div className="outcome-words">
            <p>{said.kind === "defect" ? <><strong>{defect.title}.</strong> {said.says}</> : said.says}</p>
            <WayOn pane={pane} said={said} />
          </div>
          {said.kind !== "confirm" && <IconButton className="put-away" ariaLabel={outcome.putAway} title={outcome.putAway} onRenderIcon={() => <Mark name="close" />} onClick={() => pane.say({ kind: "put-away" })} />}
        </div>
      )}
    </div>
  );
}

function WayOn({ pane, said }: { readonly pane: Pane; readonly said: Said }): React.ReactElement | null {
  switch (said.kind) {
    case "confirm": return <Question pane={pane} said={said} />;
    case "defect": return <CopyDetails key={said.details} details={said.details} />;
    case "refused": return <CopyDetails key={said.details} details={said.details} />;
    case "not-read": return <><DefaultButton className="again" text={unreadable.again} onClick={pane.lookAgain} /><CopyDetails key={said.details} details={said.details} /></>;
    case "nothing": case "done": case "stopped": return null;
  }
}

/** How each task that asks first is told to go ahead, and the words of both answers. */
const goingAhead: Partial<Readonly<Record<Task, { readonly options: Readonly<Record<string, unknown>>; readonly yes: string; readonly no: string; readonly wayBack: string }>>> = {
  "remove-template": { options: { confirm: true }, yes: setUp.removeYes, no: setUp.removeNo, wayBack: setUp.removeWayBack },
  accessibility: { options: { confirm: true }, yes: access.fixYes, no: access.fixNo, wayBack: access.fixWayBack },
  "carry-forward": { options: { confirm: true }, yes: signOff.newYes, no: signOff.newNo, wayBack: signOff.newWayBack },
  "fill-example": { options: { overwrite: true }, yes: enter.exampleYes, no: enter.exampleNo, wayBack: enter.exampleWayBack },
  consolidate: { options: { confirm: true }, yes: region.confirmYes, no: region.confirmNo, wayBack: region.confirmWayBack },
};

/** The answer that changes nothing has the focus; afterwards the button that asked has it again. */
function Question({ pane, said: { task, options } }: { readonly pane: Pane; readonly said: Extract<Said, { readonly kind: "confirm" }> }): React.ReactElement {
  const way = goingAhead[task];
  const first = React.useRef<IButton>(null);
  React.useLayoutEffect(() => {
    const asker = document.activeElement;
    first.current?.focus();
    return () => { if (asker instanceof HTMLElement && asker.isConnected) asker.focus(); };
  }, []);
  if (way === undefined) throw new Error(`Nothing is known of how ${task} goes ahead.`);
  return (
    <>
      <p>{way.wayBack}</p>
      <div className="answers-row">
        <DefaultButton componentRef={first} text={way.no} onClick={() => pane.say({ kind: "put-away" })} />
        <DefaultButton text={way.yes} onClick={() => pane.perform(task, { ...options, ...way.options })} />
      </div>
    </>
  );
}
