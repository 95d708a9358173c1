/** One sheet: its name, what it is for, and the way to it. */
import * as React from "react";
import type { Target } from "../../actions/go-to";
import { enter, sheetSays } from "../strings";
import { Mark } from "./Mark";

interface SheetRowProps {
  readonly identity: string;
  readonly name: string;
  readonly onGo?: (target: Target) => void;
  /** Why it cannot be gone to. */
  readonly absent?: string;
  readonly children?: React.ReactNode;
}

export function SheetRow({ identity, name, onGo, absent, children }: SheetRowProps): React.ReactElement {
  const words = (
    <span className="sheet-words">
      <span className="sheet-name">{name}</span>
      <span className="quiet">{sheetSays[identity] ?? ""}</span>
      {absent !== undefined && <span className="quiet">{absent}</span>}
      {children}
    </span>
  );
  if (onGo === undefined) return <li><div className="sheet">{words}</div></li>;
  return <li><button type="button" className="sheet" title={enter.open(name)} onClick={() => onGo({ identity, sheet: name, cell: "" })}>{words}<Mark name="arrow" /></button></li>;
}
