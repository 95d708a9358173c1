/** Makes the return that is signed off, shows how the file came to the person, and opens a return again. */
import * as React from "react";
import { DefaultButton, PrimaryButton } from "office-ui-fabric-react/lib/Button";
import { TextField } from "office-ui-fabric-react/lib/TextField";
import type { ReturnShown } from "../../actions/return-shown";
import { signOff } from "../strings";
import type { Pane } from "../use-pane";

interface Props { readonly pane: Pane; readonly busy: boolean; readonly standing: ReturnShown }

const SHORTEST_PASSPHRASE = 8;

export function SendForm({ pane, busy, standing }: Props): React.ReactElement {
  const preparer = standing.signatures[0];
  const [name, setName] = React.useState(preparer?.by ?? "");
  const [email, setEmail] = React.useState("");
  const [passphrase, setPassphrase] = React.useState("");
  const [reason, setReason] = React.useState("");
  const [isTried, tried] = React.useState(false);
  const isAgain = standing.sent !== null;
  const isShort = passphrase !== "" && passphrase.length < SHORTEST_PASSPHRASE;
  const send = (): void => {
    tried(true);
    if (busy || isShort || (isAgain && reason.trim() === "")) return;
    const contacts = name.trim() === "" ? [] : [{ name: name.trim(), role: name.trim() === preparer?.by ? preparer.role : "", email: email.trim() }];
    pane.perform("export-return", { contacts, ...(passphrase === "" ? {} : { passphrase }), ...(isAgain ? { reason: reason.trim() } : {}) });
  };
  return (
    <form className="form" aria-labelledby="sends" onSubmit={(event) => { event.preventDefault(); send(); }}>
      <h2 id="sends">{signOff.sendTitle}</h2>
      {isAgain && <TextField label={signOff.reason} value={reason} maxLength={300} errorMessage={isTried && reason.trim() === "" ? signOff.needed : ""} onChange={(_, value = "") => setReason(value)} />}
      <TextField label={signOff.contact} value={name} maxLength={100} onChange={(_, value = "") => setName(value)} />
      <TextField label={signOff.email} value={email} maxLength={100} onChange={(_, value = "") => setEmail(value)} />
      <TextField label={signOff.passphrase} value={passphrase} type="password" autoComplete="new-password" description={signOff.passphraseHint} errorMessage={isTried && isShort ? signOff.passphraseShort : ""} onChange={(_, value = "") => setPassphrase(value)} />
      <div><PrimaryButton type="submit" text={signOff.send} disabled={busy} allowDisabledFocus /></div>
    </form>
  );
}

/** How the files that were made came to the person, and the other ways. */
export function Made({ pane }: { readonly pane: Pane }): React.ReactElement | null {
  const { made } = pane.state;
  const [file] = made?.files ?? [];
  if (made === null || made.over === null || file === undefined) return null;
  return (
    <section className="made" aria-label={signOff.made}>
      <p role="status">{made.over.says}</p>
      {made.over.route !== "download" && <DefaultButton text={signOff.download} onClick={() => pane.handOver(file, "download")} />}
      {made.over.route === "text"
        ? <textarea readOnly rows={4} aria-label={signOff.text} value={file.base64} onFocus={(event) => event.currentTarget.select()} />
        : <button type="button" className="link" onClick={() => pane.handOver(file, "text")}>{signOff.asText}</button>}
    </section>
  );
}

export function Reopen({ pane, busy, standing }: Props): React.ReactElement {
  const preparer = standing.signatures[0];
  const [name, setName] = React.useState(preparer?.by ?? "");
  const [role, setRole] = React.useState(preparer?.role ?? "");
  const [reason, setReason] = React.useState("");
  const [isTried, tried] = React.useState(false);
  const missing = (text: string): string => (isTried && text.trim() === "" ? signOff.needed : "");
  const reopen = (): void => {
    tried(true);
    if (!busy && [name, role, reason].every((text) => text.trim() !== "")) pane.perform("reopen", { name: name.trim(), role: role.trim(), reason: reason.trim() });
  };
  return (
    <details className="reopen">
      <summary>{signOff.reopenTitle}</summary>
      <p className="quiet">{signOff.reopenSays}</p>
      <form className="form" onSubmit={(event) => { event.preventDefault(); reopen(); }}>
        <TextField label={signOff.reopenReason} value={reason} maxLength={300} errorMessage={missing(reason)} onChange={(_, value = "") => setReason(value)} />
        <TextField label={signOff.name} value={name} maxLength={100} errorMessage={missing(name)} onChange={(_, value = "") => setName(value)} />
        <TextField label={signOff.role} value={role} maxLength={100} errorMessage={missing(role)} onChange={(_, value = "") => setRole(value)} />
        <div><DefaultButton type="submit" text={signOff.reopen} disabled={busy} allowDisabledFocus /></div>
      </form>
    </details>
  );
}
