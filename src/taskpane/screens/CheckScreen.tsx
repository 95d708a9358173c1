/** Check: runs the rules over every figure, and lists what they found with the place and the remedy. */
import * as React from "react";
import { DefaultButton, PrimaryButton } from "office-ui-fabric-react/lib/Button";
import type { FindingLine } from "../../actions/action";
import type { TemplateState } from "../../actions/workbook-state";
import { Accessibility } from "../components/Accessibility";
import { Explain, type ExplainProps } from "../components/Explain";
import { FindingList } from "../components/FindingList";
import { Mark } from "../components/Mark";
import { OwnSheets } from "../components/OwnSheets";
import { RepairOffer } from "../components/RepairOffer";
import { RulesLine } from "../components/RulesLine";
import { SeverityFilter } from "../components/SeverityFilter";
import { SheetRow } from "../components/SheetRow";
import { countsOf } from "../grouped-findings";
import { sheetCalled } from "../standing";
import { check } from "../strings";
import type { Pane } from "../use-pane";
import { isBusy, templateOf, type ScreenProps } from "./screen";

export function CheckScreen({ pane }: ScreenProps): React.ReactElement {
  const book = templateOf(pane);
  const { listed, shown } = pane.state;
  return (
    <>
      <When book={book} otherRules={hasOtherRules(pane)} />
      {listed.kind === "listed" && <p className="quiet">{check.looked(listed.at)}</p>}
      <RepairOffer pane={pane} busy={isBusy(pane)} />
      <RulesLine pane={pane} busy={isBusy(pane)} />
      {listed.kind === "listed" && listed.findings.length > 0 && (
        <>
          <SeverityFilter counts={countsOf(listed.findings)} shown={shown} onShow={(severity) => pane.say({ kind: "showed-only", severity })} />
          <Findings pane={pane} findings={listed.findings.filter((finding) => shown === "all" || finding.severity === shown)} />
        </>
      )}
      {listed.kind === "listed" && listed.findings.length === 0 && <Nothing isNoted={book.lastChecked !== null && !book.changedSinceCheck} />}
      {listed.kind === "not-listed" && book.lastChecked !== null && <OnSheet book={book} onGo={pane.show} />}
      <OwnSheets pane={pane} busy={isBusy(pane)} />
      <Accessibility pane={pane} busy={isBusy(pane)} />
    </>
  );
}

export function CheckActions({ pane }: ScreenProps): React.ReactElement {
  const { lastChecked, changedSinceCheck, counts } = templateOf(pane);
  const run = (): void => pane.perform("check");
  const busy = isBusy(pane);
  if (lastChecked === null || changedSinceCheck || hasOtherRules(pane) || pane.state.listed.kind === "not-listed") return <PrimaryButton text={lastChecked === null ? check.run : check.again} disabled={busy} allowDisabledFocus onClick={run} />;
  // While something must be put right, checking again is the next thing to do. One kind of button, with keys: each keeps the focus when they change places.
  const again = (primary: boolean): React.ReactElement => <DefaultButton key="again" primary={primary} text={check.again} disabled={busy} allowDisabledFocus onClick={run} />;
  const onwards = (primary: boolean): React.ReactElement => <DefaultButton key="next" primary={primary} text={check.next} disabled={busy} allowDisabledFocus onClick={() => pane.say({ kind: "went", step: "summarise" })} />;
  return <>{counts["must-fix"] > 0 ? [again(true), onwards(false)] : [onwards(true), again(false)]}</>;
}

/** Each finding to explain has room for it; who explained last is known to the next. */
function Findings({ pane, findings }: ScreenProps & { readonly findings: readonly FindingLine[] }): React.ReactElement {
  const [last, setLast] = React.useState("");
  const onExplain: ExplainProps["onExplain"] = ({ reference, text, by }) => {
    if (by !== "") setLast(by);
    pane.perform("explain", text === "" ? { reference } : { reference, text, by });
  };
  return (
    <FindingList findings={findings} onGo={pane.show}
      beside={({ explaining }) => explaining !== null && <Explain explaining={explaining} by={last} busy={isBusy(pane)} onExplain={onExplain} />} />
  );
}

/** The figures are judged by other rules now than at the last check that the Checks sheet tells of. */
function hasOtherRules({ state: { book, rules } }: Pane): boolean {
  return book.kind === "with-template" && book.checkedBy !== null && rules !== null && rules.checkedBy !== book.checkedBy;
}

function When({ book, otherRules }: { readonly book: TemplateState; readonly otherRules: boolean }): React.ReactElement {
  if (book.lastChecked === null) return <p className="quiet">{check.never}</p>;
  return (
    <p className={book.changedSinceCheck || otherRules ? "look" : "quiet"}>
      {(book.changedSinceCheck || otherRules) && <Mark name="change" />}
      <span>{check.last(book.lastChecked)} {book.changedSinceCheck && <strong>{check.changed}</strong>} {otherRules && <strong>{check.otherRules}</strong>}</span>
    </p>
  );
}

function Nothing({ isNoted }: { readonly isNoted: boolean }): React.ReactElement {
  return <div className="good"><Mark name="tick" size={20} /><div><h2>{check.nothing}</h2><p>{check.nothingSays(isNoted)}</p></div></div>;
}

/** Findings of a check that was made from the ribbon or before the pane was opened. */
function OnSheet({ book, onGo }: { readonly book: TemplateState; readonly onGo: Pane["show"] }): React.ReactElement {
  const checks = sheetCalled(book, "checks");
  const found = check.countsOn(book.counts);
  return (
    <>
      <p>{found === "" ? check.nothing : check.found(found)} {check.onSheet}</p>
      {checks !== undefined && <ul className="sheets"><SheetRow identity="checks" name={checks.name} onGo={onGo} /></ul>}
    </>
  );
}
