/** The list of role groups: folded away, since the usual list serves most; each name can be changed, removed and added to. */
import * as React from "react";
import { ActionButton, IconButton } from "office-ui-fabric-react/lib/Button";
import { TextField } from "office-ui-fabric-react/lib/TextField";
import { defaultRoleGroups, type Verdict } from "../../actions/set-up";
import { setUp } from "../strings";
import { Mark } from "./Mark";

interface RoleGroupsProps { readonly names: readonly string[]; readonly verdict: Verdict; readonly onChange: (names: readonly string[]) => void }

export function RoleGroups({ names, verdict, onChange }: RoleGroupsProps): React.ReactElement {
  const added = React.useRef(false);
  const list = React.useRef<HTMLOListElement>(null);
  React.useEffect(() => {
    // The field that was just added is the one to type in.
    if (added.current) list.current?.querySelector<HTMLInputElement>("li:last-child input")?.focus();
    added.current = false;
  }, [names.length]);
  const replace = (at: number, name: string): void => onChange(names.map((each, index) => (index === at ? name : each)));
  const remove = (at: number): void => {
    onChange(names.filter((_name, index) => index !== at));
    document.getElementById("answer-roleGroups")?.focus();
  };
  const wrong = verdict.kind === "wrong";
  return (
    <details className="role-groups" {...(wrong ? { open: true } : {})}>
      <summary id="answer-roleGroups">{setUp.roleGroupsCount(names.filter((name) => name.trim() !== "").length)}</summary>
      <p className="hint">{setUp.roleGroupsHint}</p>
      <ol ref={list}>
        {names.map((name, at) => (
          <li key={at}>
            <TextField ariaLabel={setUp.roleGroup(at + 1)} value={name} autoComplete="off" onChange={(_event, typed) => replace(at, typed ?? "")} />
            <IconButton ariaLabel={setUp.remove(name)} title={setUp.remove(name)} onRenderIcon={() => <Mark name="close" />} onClick={() => remove(at)} />
          </li>
        ))}
      </ol>
      <p className="wrong" role="alert">{wrong ? verdict.says : ""}</p>
      <div className="answers-row">
        <ActionButton text={setUp.add} onRenderIcon={() => <Mark name="plus" />} onClick={() => { added.current = true; onChange([...names, ""]); }} />
        <ActionButton text={setUp.reset} onRenderIcon={() => <Mark name="change" />} onClick={() => onChange(defaultRoleGroups)} />
      </div>
    </details>
  );
}
