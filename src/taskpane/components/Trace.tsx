/** From a figure of the region to the figures that it is made of: organisation, figure, place, what was found, and who signed. */
import * as React from "react";
import { DefaultButton } from "office-ui-fabric-react/lib/Button";
import type { RegionShown, TraceShown } from "../../actions/action";
import { region as words } from "../strings";
import type { Pane } from "../use-pane";

export function Trace({ pane, busy, shown }: { readonly pane: Pane; readonly busy: boolean; readonly shown: RegionShown }): React.ReactElement | null {
  const [of, setOf] = React.useState("");
  const [figure, setFigure] = React.useState("");
  const { trace } = pane.state.region;
  const chosen = shown.traceable.find(({ label }) => label === of) ?? shown.traceable[0];
  if (chosen === undefined) return null;
  const heading = chosen.figures.includes(figure) ? figure : chosen.figures[0] ?? "";
  return (
    <section className="trace" aria-labelledby="traces">
      <h2 id="traces">{words.traceTitle}</h2>
      <form className="form" onSubmit={(event) => { event.preventDefault(); if (!busy) pane.perform("trace-figure", { ...chosen.options, figure: heading }); }}>
        <Choice label={words.traceOf} value={chosen.label} choices={shown.traceable.map(({ label }) => label)} onChoose={setOf} />
        <Choice label={words.traceFigure} value={heading} choices={chosen.figures} onChoose={setFigure} />
        <div><DefaultButton type="submit" text={words.trace} disabled={busy} allowDisabledFocus /></div>
      </form>
      {trace !== null && <><p role="status">{words.tracedOf(trace.of)}</p><ul className="collected">{trace.lines.map((line, at) => <li key={at}><Line line={line} /></li>)}</ul></>}
    </section>
  );
}

function Choice({ label, value, choices, onChoose }: { readonly label: string; readonly value: string; readonly choices: readonly string[]; readonly onChoose: (value: string) => void }): React.ReactElement {
  const id = `trace-${label.toLowerCase()}`;
  return <div className="choice"><label htmlFor={id}>{label}</label><select id={id} value={value} onChange={(event) => onChoose(event.currentTarget.value)}>{choices.map((choice) => <option key={choice}>{choice}</option>)}</select></div>;
}

const Line = ({ line: { organisation, figure, place, file, findings, signedBy } }: { readonly line: TraceShown }): React.ReactElement => (
  <>
    <p><strong>{organisation}</strong>: {figure === "" ? words.blank : figure}</p>
    <p className="fix">{file}, {place}. {findings.join("; ")} {signedBy !== "" && words.signed(signedBy)}</p>
  </>
);
