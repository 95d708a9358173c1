/** Who has signed the figures as they are, and the form of whoever signs next. */
import * as React from "react";
import { PrimaryButton } from "office-ui-fabric-react/lib/Button";
import { TextField } from "office-ui-fabric-react/lib/TextField";
import type { ReturnShown, SignatureShown } from "../../actions/return-shown";
import { signOff } from "../strings";
import type { Pane } from "../use-pane";
import { Mark, type MarkName } from "./Mark";

const marks: Readonly<Record<SignatureShown["state"], MarkName>> = { signed: "tick", void: "change", none: "dash" };

export function Signatures({ signatures }: Pick<ReturnShown, "signatures">): React.ReactElement {
  return (
    <ul className="signatures" aria-label={signOff.signatures}>
      {signatures.map((each) => (
        <li key={each.id} className={`signature-${each.state}`}><Mark name={marks[each.state]} /><span><strong>{each.signatory}</strong>{inWords(each)}</span></li>
      ))}
    </ul>
  );
}

function inWords({ state, by, role, on }: SignatureShown): string {
  switch (state) {
    case "signed": return signOff.signed(by, role, on);
    case "void": return signOff.voided(by);
    case "none": return signOff.notSigned;
  }
}

/** Whoever signed before under this title is there already. */
export function SignForm({ pane, busy, signature, isEmpty }: { readonly pane: Pane; readonly busy: boolean; readonly signature: SignatureShown; readonly isEmpty: boolean }): React.ReactElement {
  const [name, setName] = React.useState(signature.by);
  const [role, setRole] = React.useState(signature.role);
  const [note, setNote] = React.useState("");
  const [nil, setNil] = React.useState("");
  const [isTried, tried] = React.useState(false);
  const missing = (text: string): string => (isTried && text.trim() === "" ? signOff.needed : "");
  const sign = (): void => {
    tried(true);
    if (busy || name.trim() === "" || role.trim() === "") return;
    pane.perform("sign-off", { as: signature.id, name: name.trim(), role: role.trim(), ...(note.trim() === "" ? {} : { note: note.trim() }), ...(isEmpty && nil.trim() !== "" ? { nil: nil.trim() } : {}) });
  };
  return (
    <form className="form" aria-labelledby="signs" onSubmit={(event) => { event.preventDefault(); sign(); }}>
      <div><h2 id="signs">{signOff.nextTitle(signature.signatory)}</h2><p className="quiet">{signature.declares}</p></div>
      <TextField label={signOff.name} value={name} maxLength={100} errorMessage={missing(name)} onChange={(_, value = "") => setName(value)} />
      <TextField label={signOff.role} value={role} maxLength={100} description={signOff.roleHint} errorMessage={missing(role)} onChange={(_, value = "") => setRole(value)} />
      <TextField label={signOff.note} value={note} maxLength={300} onChange={(_, value = "") => setNote(value)} />
      {isEmpty && <TextField label={signOff.nil} value={nil} maxLength={300} description={signOff.nilHint} onChange={(_, value = "") => setNil(value)} />}
      <div><PrimaryButton type="submit" text={signOff.sign(signature.signatory)} disabled={busy} allowDisabledFocus /></div>
    </form>
  );
}
