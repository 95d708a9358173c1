/** Work that takes a while: what is done, how far it is, and a way to stop it. */
import * as React from "react";
import { DefaultButton } from "office-ui-fabric-react/lib/Button";
import type { Doing } from "../state";
import { underWay, working } from "../strings";

export function UnderWay({ doing, onStop }: { readonly doing: Doing; readonly onStop: () => void }): React.ReactElement | null {
  if (doing.kind === "nothing" || doing.kind === "begun") return null;
  const looking = doing.kind === "under-way" && doing.of > 0 && doing.done >= doing.of;
  const says = looking ? working.looking : doing.kind === "stopping" || doing.says === "" ? underWay[doing.task] : `${doing.says}…`;
  const far = doing.kind === "under-way" && doing.of > 1 ? working.progress(doing.done, doing.of) : "";
  return (
    <div className="under-way">
      <div>
        <p role="status">{says} <span className="quiet">{far}</span></p>
        {doing.kind === "under-way" && doing.of > 1
          ? <progress aria-label={underWay[doing.task]} value={doing.done} max={doing.of} />
          : <progress aria-label={underWay[doing.task]} />}
      </div>
      {!looking && <DefaultButton text={doing.kind === "stopping" ? working.stopping : working.stop} disabled={doing.kind === "stopping"} allowDisabledFocus onClick={onStop} />}
    </div>
  );
}
