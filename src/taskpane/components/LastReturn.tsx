/** The return that this one is compared with, and the start of a new period from the one that was sent. */
import * as React from "react";
import { DefaultButton } from "office-ui-fabric-react/lib/Button";
import { TextField } from "office-ui-fabric-react/lib/TextField";
import type { ReturnShown } from "../../actions/return-shown";
import { verdictOnAsAt, verdictOnPeriod } from "../../actions/set-up";
import { detailsOf } from "../details";
import { base64OfFile } from "../read-file";
import { signOff } from "../strings";
import type { Pane } from "../use-pane";
import { Answer } from "./Answer";
import { FileChooser } from "./FileChooser";

interface Props { readonly pane: Pane; readonly busy: boolean; readonly standing: ReturnShown }

export function LastReturn({ pane, busy, standing: { last } }: Props): React.ReactElement {
  const [passphrase, setPassphrase] = React.useState("");
  const load = (file: File): void => {
    void base64OfFile(file).then(
      (base64) => pane.perform("load-last-return", { file: base64, name: file.name, ...(passphrase === "" ? {} : { passphrase }) }),
      (cause: unknown) => pane.say({ kind: "not-shown", says: signOff.notRead(file.name), details: detailsOf("load-last-return", cause) }),
    );
  };
  return (
    <details className="reopen">
      <summary>{signOff.lastTitle}</summary>
      <p className="quiet">{last === "" ? signOff.lastNone : signOff.lastIs(last)}</p>
      <TextField label={signOff.lastPassphrase} type="password" autoComplete="off" value={passphrase} onChange={(_, value = "") => setPassphrase(value)} />
      <FileChooser text={signOff.loadLast} label={signOff.lastFile} accept=".xlsx,.age" busy={busy} onChoose={load} />
    </details>
  );
}

/** What goes is said by the line at the foot, which asks before anything does. */
export function NewPeriod({ pane, busy, standing }: Props): React.ReactElement {
  const preparer = standing.signatures[0];
  const [period, setPeriod] = React.useState(standing.period);
  const [asAt, setAsAt] = React.useState("");
  const [name, setName] = React.useState(preparer?.by ?? "");
  const [role, setRole] = React.useState(preparer?.role ?? "");
  const [isTried, tried] = React.useState(false);
  const missing = (text: string): string => (isTried && text.trim() === "" ? signOff.needed : "");
  const start = (): void => {
    tried(true);
    if (!busy && [period, asAt, name, role].every((text) => text.trim() !== "")) pane.perform("carry-forward", { period: period.trim(), asAt: asAt.trim(), name: name.trim(), role: role.trim() });
  };
  return (
    <details className="reopen">
      <summary>{signOff.newTitle}</summary>
      <p className="quiet">{signOff.newSays}</p>
      <form className="form" onSubmit={(event) => { event.preventDefault(); start(); }}>
        <Answer id="new-period" label={signOff.newPeriod} value={period} onChange={setPeriod} verdict={verdictOnPeriod(period)} />
        <Answer id="new-as-at" label={signOff.newAsAt} type="date" value={asAt} onChange={setAsAt} verdict={isTried && asAt === "" ? { kind: "wrong", says: signOff.needed } : verdictOnAsAt(asAt, period)} />
        <TextField label={signOff.name} value={name} maxLength={100} errorMessage={missing(name)} onChange={(_, value = "") => setName(value)} />
        <TextField label={signOff.role} value={role} maxLength={100} errorMessage={missing(role)} onChange={(_, value = "") => setRole(value)} />
        <div><DefaultButton type="submit" text={signOff.newAsk} disabled={busy} allowDisabledFocus /></div>
      </form>
    </details>
  );
}
