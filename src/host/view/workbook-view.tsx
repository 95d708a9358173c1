/** An open workbook on the screen: formula bar, cells, tabs and status. */
import * as React from "react";
import type { HighlightsOf } from "../calc/highlight";
import { FormulaBar } from "./formula-bar";
import { positionAtEnd } from "./hit";
import type { Hand } from "./hand";
import { linkTarget } from "./link-target";
import { SheetGrid } from "./sheet-grid";
import { SheetTabs } from "./sheet-tabs";
import { StatusBar } from "./status-bar";
import { useEditorKeys } from "./use-editor-keys";
import { useHand } from "./use-hand";
import { usePicture } from "./use-picture";
import { useScroll } from "./use-scroll";

interface Props {
  readonly hand: Hand;
  readonly highlightsOf: HighlightsOf;
  readonly busy: string;
  /** What the page puts in the status line. */
  readonly aside?: React.ReactNode;
  /** Opens an address outside the workbook. */
  readonly onOutside: (address: string) => void;
}

export function WorkbookView({ hand, highlightsOf, busy, aside = null, onOutside }: Props): JSX.Element {
  useHand(hand);
  const place = React.useRef<HTMLDivElement>(null);
  const field = React.useRef<HTMLTextAreaElement>(null);
  const bar = React.useRef<HTMLTextAreaElement>(null);
  const nameBox = React.useRef<HTMLInputElement>(null);
  const [far, setFar] = React.useState({ rows: 0, columns: 0 });
  const scroller = useScroll(place, hand.sheet.id);
  const picture = usePicture(hand, highlightsOf, far);
  const keys = useEditorKeys(hand, picture, place, field);
  const { left, top, width, height } = scroller.scroll;
  React.useEffect(() => {
    // The sheet grows under the one who scrolls to its end.
    const { rows, columns } = picture.layout;
    setFar({ rows: positionAtEnd(rows, top + height), columns: positionAtEnd(columns, left + width) });
  }, [hand.sheet, left, top, width, height]);
  const follow = (row: number, column: number): void => {
    const target = linkTarget(hand.session, hand.sheet, row, column);
    if (target === null) return;
    if (target.kind === "inside") hand.go(target.place.sheet, target.place.area);
    else if (target.kind === "outside") onOutside(target.address);
    else hand.say(target.says);
  };
  const caret = (): number => (document.activeElement instanceof HTMLTextAreaElement ? document.activeElement.selectionStart : hand.editing?.text.length ?? 0);
  return (
    <section className="workbook-view" aria-label="Workbook">
      <FormulaBar hand={hand} keys={keys} barRef={bar} nameRef={nameBox} />
      <NoticeLine hand={hand} focusGrid={keys.focusGrid} />
      <SheetGrid hand={hand} nameBox={nameBox} picture={picture} scroller={scroller} placeRef={place} fieldRef={field} keys={keys} caret={caret} onFollow={follow} />
      <SheetTabs hand={hand} focusGrid={keys.focusGrid} />
      <StatusBar hand={hand} busy={busy} aside={aside} />
    </section>
  );
}

/** Why an entry was refused, or a question, in a line that stays until it is put right or answered. */
function NoticeLine({ hand, focusGrid }: { readonly hand: Hand; readonly focusGrid: () => void }): JSX.Element {
  const { notice } = hand;
  const first = React.useRef<HTMLButtonElement>(null);
  React.useEffect(() => { if (notice?.kind === "question") first.current?.focus(); }, [notice]);
  const close = (): void => {
    hand.dismiss();
    if (hand.editing === null) focusGrid();
  };
  return (
    <div role="alert" className={notice === null ? "notice-place" : `notice-place notice ${notice.kind}`}>
      {notice === null ? null : (
        <>
          <span>{notice.title === "" ? null : <strong>{notice.title}: </strong>}{notice.says}{hand.editing === null ? "" : " Type another value, or press Esc to leave the cell as it was."}</span>
          {(notice.choices ?? []).map(({ label, choose }, at) => <button key={label} ref={at === 0 ? first : null} type="button" className="notice-choice" onClick={() => { close(); choose(); }}>{label}</button>)}
          {notice.kind === "question" ? null : <button type="button" aria-label="Close this message" onClick={close}>✕</button>}
        </>
      )}
    </div>
  );
}
