/** What opens under a header's filter button: sorting, and the values to tick. */
import * as React from "react";
import { applyFilter, sortBy, ticksOf, type FilterColumn } from "./filter-list";
import type { Hand } from "./hand";
import type { Box } from "./paint-cell";

interface Props {
  readonly hand: Hand;
  readonly column: FilterColumn;
  /** The header's cell in pixels of the grid. */
  readonly box: Box;
  readonly room: { readonly width: number; readonly height: number };
  readonly onClose: () => void;
}

/** More values than this are found by typing a part of them. */
const MOST_SHOWN = 500;
const WIDTH = 250;

export function FilterBox({ hand, column, box, room, onClose }: Props): JSX.Element {
  const { session } = hand;
  const ticks = React.useMemo(() => ticksOf(session, column), [session, column]);
  const [ticked, setTicked] = React.useState(() => new Set(ticks.texts.filter(({ isTicked }) => isTicked).map(({ text }) => text)));
  const [blanks, setBlanks] = React.useState(ticks.blanks === true);
  const [search, setSearch] = React.useState("");
  const place = React.useRef<HTMLDivElement>(null);
  useClosedOutside(place, onClose);
  const found = ticks.texts.filter(({ text }) => text.toLowerCase().includes(search.toLowerCase()));
  const isWhole = found.every(({ text }) => ticked.has(text)) && (search !== "" || ticks.blanks === null || blanks);
  const tick = (texts: readonly string[], isOn: boolean): void => setTicked((before) => { const next = new Set(before); for (const text of texts) if (isOn) next.add(text); else next.delete(text); return next; });
  const tickAll = (isOn: boolean): void => { tick(found.map(({ text }) => text), isOn); if (search === "") setBlanks(isOn); };
  const finish = (work: () => void): void => {
    hand.perform(work);
    onClose();
  };
  const apply = (): void => {
    // What was looked for is what is wanted, as in Excel.
    const texts = (search === "" ? ticks.texts : found).map(({ text }) => text).filter((text) => ticked.has(text));
    const isAll = search === "" && texts.length === ticks.texts.length && (ticks.blanks === null || blanks);
    finish(() => applyFilter(session, column, isAll ? null : { texts, blanks: search === "" && blanks }));
  };
  const hasNone = !found.some(({ text }) => ticked.has(text)) && !(search === "" && blanks);
  const onKeyDown = (event: React.KeyboardEvent): void => {
    event.stopPropagation();
    if (event.key === "Escape") onClose();
    else if (event.key === "Enter" && !(event.target instanceof HTMLButtonElement) && !hasNone) apply();
    else return;
    event.preventDefault();
  };
  return (
    <div
      ref={place} className="filter-box" role="dialog" aria-label={`Filter ${column.header}`} onKeyDown={onKeyDown} onPointerDown={(event) => event.stopPropagation()}
      style={{ left: Math.max(2, Math.min(box.x, room.width - WIDTH - 2)), top: box.y + box.height, width: WIDTH, maxHeight: Math.max(200, room.height - box.y - box.height - 8) }}
    >
      <FilterActs hand={hand} column={column} finish={finish} />
      <input type="text" className="find-text filter-search" aria-label="Search the values" placeholder="Search" autoFocus value={search} spellCheck={false} onChange={(event) => setSearch(event.target.value)} />
      <div className="filter-values" role="group" aria-label="Values">
        <Tick label={search === "" ? "Select all" : "Select all found"} isOn={isWhole} onChange={tickAll} />
        {found.slice(0, MOST_SHOWN).map(({ text }) => <Tick key={text} label={text} isOn={ticked.has(text)} onChange={(isOn) => tick([text], isOn)} />)}
        {ticks.blanks === null || search !== "" ? null : <Tick label="(Blanks)" isOn={blanks} onChange={setBlanks} />}
        {found.length > MOST_SHOWN ? <p className="filter-more">{found.length - MOST_SHOWN} more. Type a part of what you look for.</p> : null}
      </div>
      <div className="filter-ends">
        <button type="button" className="find-wide" disabled={hasNone} onClick={apply}>OK</button>
        <button type="button" className="find-wide" onClick={onClose}>Cancel</button>
      </div>
    </div>
  );
}

function FilterActs({ hand: { session }, column, finish }: Pick<Props, "hand" | "column"> & { readonly finish: (work: () => void) => void }): JSX.Element {
  return (
    <>
      <button type="button" className="filter-act" onClick={() => finish(() => sortBy(session, column, true))}>Sort smallest first (A to Z)</button>
      <button type="button" className="filter-act" onClick={() => finish(() => sortBy(session, column, false))}>Sort largest first (Z to A)</button>
      <button type="button" className="filter-act" disabled={column.criterion === null} onClick={() => finish(() => applyFilter(session, column, null))}>Clear the filter of {column.header}</button>
    </>
  );
}

function Tick({ label, isOn, onChange }: { readonly label: string; readonly isOn: boolean; readonly onChange: (isOn: boolean) => void }): JSX.Element {
  return <label className="filter-tick"><input type="checkbox" checked={isOn} onChange={(event) => onChange(event.target.checked)} /><span>{label}</span></label>;
}

function useClosedOutside(place: React.RefObject<HTMLElement>, onClose: () => void): void {
  React.useEffect(() => {
    const onPress = (event: Event): void => { if (!(event.target instanceof Node) || place.current?.contains(event.target) !== true) onClose(); };
    document.addEventListener("pointerdown", onPress, true);
    return () => document.removeEventListener("pointerdown", onPress, true);
  });
}
