/** Find and replace, in a box over the cells that leaves them in sight. */
import * as React from "react";
import { typeInto } from "../entry";
import { cellName, area as areaOf } from "../workbook/area";
import { nextOf, replacedText, type Wanted } from "./find";
import type { Hand } from "./hand";
import type { Place } from "./moves";
import { useFound, type Found } from "./use-found";

interface Props {
  readonly hand: Hand;
  readonly withReplace: boolean;
  readonly onClose: () => void;
}

export function FindBox({ hand, withReplace, onClose }: Props): JSX.Element {
  const [wanted, setWanted] = React.useState<Wanted>({ text: "", matchCase: false, wholeCell: false, inFormulas: false });
  const [by, setBy] = React.useState("");
  const [replaced, setReplaced] = React.useState<number | null>(null);
  const field = React.useRef<HTMLInputElement>(null);
  const { sheet, content, selection } = hand;
  const search: Wanted = withReplace ? { ...wanted, inFormulas: true } : wanted;
  const looking = useFound(sheet, content, search);
  const found = looking.places;
  // Enter pressed while the search goes on is remembered.
  const [then, goThen] = React.useState<1 | -1 | null>(null);
  React.useEffect(() => field.current?.select(), [withReplace]);
  const at = found.findIndex(({ row, column }) => row === selection.active.row && column === selection.active.column);
  const goOn = (step: 1 | -1): void => {
    setReplaced(null);
    goThen(looking.state === "looking" ? step : null);
    const next = nextOf(found, selection.active, step);
    if (next !== null) hand.go(sheet, areaOf(next.row, next.column));
  };
  React.useEffect(() => { if (then !== null && looking.state !== "looking") goOn(then); }, [then, looking.state]);
  const replaceOne = (): void => {
    if (at >= 0 && replaceIn(hand, [found[at] as Place], search, by) === 0) return;
    goOn(1);
  };
  const onKeyDown = (event: React.KeyboardEvent): void => {
    if (event.key === "Escape") onClose();
    else if (event.key === "Enter" && event.target instanceof HTMLInputElement && event.target.type === "text") goOn(event.shiftKey ? -1 : 1);
    else return;
    event.preventDefault();
  };
  return (
    <div className="find-box" role="search" aria-label={withReplace ? "Find and replace" : "Find"} onKeyDown={onKeyDown}>
      <div className="find-line">
        <input ref={field} type="text" className="find-text" aria-label="Find what" placeholder="Find" autoFocus value={wanted.text} spellCheck={false} onChange={(event) => setWanted({ ...wanted, text: event.target.value })} />
        <button type="button" aria-label="Find previous" title="Find previous (Shift+Enter)" disabled={found.length === 0} onClick={() => goOn(-1)}>‹</button>
        <button type="button" aria-label="Find next" title="Find next (Enter)" disabled={found.length === 0} onClick={() => goOn(1)}>›</button>
        <button type="button" aria-label="Close find" title="Close (Esc)" onClick={onClose}>✕</button>
      </div>
      {withReplace ? (
        <div className="find-line">
          <input type="text" className="find-text" aria-label="Replace with" placeholder="Replace with" value={by} spellCheck={false} onChange={(event) => setBy(event.target.value)} />
          <button type="button" className="find-wide" disabled={found.length === 0} onClick={replaceOne}>Replace</button>
          <button type="button" className="find-wide" disabled={found.length === 0} onClick={() => setReplaced(replaceIn(hand, found, search, by))}>Replace all</button>
        </div>
      ) : null}
      <Ticks search={search} withReplace={withReplace} onChange={(change) => setWanted({ ...wanted, ...change })} />
      <p className="find-says" role="status">{replaced === null ? wordsFor(wanted.text, looking, at) : `${replaced} ${replaced === 1 ? "cell" : "cells"} changed`}{replaced === null && at >= 0 ? `: ${cellName(selection.active.row, selection.active.column)}` : ""}</p>
      {looking.state === "looking" ? <LookingLine looking={looking} /> : null}
    </div>
  );
}

type Choice = "matchCase" | "wholeCell" | "inFormulas";
const ticks: readonly (readonly [label: string, key: Choice])[] = [["Match case", "matchCase"], ["Whole cell", "wholeCell"], ["In formulas", "inFormulas"]];

function Ticks({ search, withReplace, onChange }: { readonly search: Wanted; readonly withReplace: boolean; readonly onChange: (change: Partial<Pick<Wanted, Choice>>) => void }): JSX.Element {
  return (
    <div className="find-line">
      {ticks.map(([label, key]) => (
        <label key={key} className="find-tick"><input type="checkbox" checked={search[key]} disabled={withReplace && key === "inFormulas"} onChange={(event) => onChange({ [key]: event.target.checked })} />{label}</label>
      ))}
    </div>
  );
}

/** How far a search through a very large sheet is, and a way to stop it. */
function LookingLine({ looking }: { readonly looking: Found }): JSX.Element {
  return (
    <div className="find-line">
      <progress className="find-progress" aria-label="Looking" max={100} value={Math.floor(looking.share * 100)} />
      <button type="button" className="find-wide" onClick={looking.stop}>Stop</button>
    </div>
  );
}

function wordsFor(text: string, { places, state, share }: Found, at: number): string {
  if (text === "") return "";
  if (state === "stopped") return "Stopped before the end of the sheet";
  // By tens, since it is read out at each change.
  if (state === "looking") return `Looking… ${Math.floor(share * 10) * 10}%`;
  return places.length === 0 ? "Not found on this sheet" : at < 0 ? `${places.length} found` : `${at + 1} of ${places.length}`;
}

/** Replaces in each cell, as one step that can be taken back. @returns how many cells changed; those that validation or protection refuse stay */
function replaceIn(hand: Hand, places: readonly Place[], wanted: Wanted, by: string): number {
  const { session, sheet } = hand;
  const changed = hand.perform(() => places.filter((place) => {
    const text = replacedText(sheet, place, wanted, by);
    return text !== null && typeInto(session, sheet, place.row, place.column, [[text]], "typed").kind === "entered";
  }).length, (count) => count > 0) ?? 0;
  if (changed < places.length) hand.say(`${places.length - changed} of ${places.length} cells were left as they were: what would stand in them is not allowed there.`);
  return changed;
}
