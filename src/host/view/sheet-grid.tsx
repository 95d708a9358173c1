/** The cells of the active sheet: painted, selected, typed into; charts and the drop-down float over them. */
import DataEditor, { CompactSelection, type GridSelection, type Theme } from "@glideapps/glide-data-grid";
import * as React from "react";
import { columnName } from "../workbook/area";
import { CellEditor } from "./cell-editor";
import { ChartLayer } from "./chart-layer";
import { CellExtras } from "./cell-extras";
import { cellContent, cellDrawing, headerDrawing, type Drawn } from "./grid-drawing";
import { gridShape } from "./grid-parts";
import type { GridPicture } from "./grid-picture";
import type { Hand } from "./hand";
import type { Window } from "./hit";
import { positionOf } from "./layout";
import { boxOf, scrollFor } from "./sheet-box";
import { useClipboard } from "./use-clipboard";
import type { EditorKeys } from "./use-editor-keys";
import { useGridKeys } from "./use-grid-keys";
import { usePointer } from "./use-pointer";
import type { Scroller } from "./use-scroll";

interface Props {
  readonly hand: Hand;
  readonly picture: GridPicture;
  readonly scroller: Scroller;
  readonly placeRef: React.RefObject<HTMLDivElement>;
  readonly fieldRef: React.RefObject<HTMLTextAreaElement>;
  readonly keys: EditorKeys;
  readonly caret: () => number;
  readonly onFollow: (row: number, column: number) => void;
}

const CLEAR = "rgba(255, 255, 255, 0)";
const THEME: Partial<Theme> = { bgCell: "#FFFFFF", bgHeader: "#F3F2F1", bgHeaderHovered: "#F3F2F1", bgHeaderHasFocus: "#F3F2F1", borderColor: CLEAR, horizontalBorderColor: CLEAR, accentLight: CLEAR, accentColor: "#12436D", drilldownBorder: CLEAR };
const BINDINGS = { copy: false, cut: false, paste: false, search: false } as const;
const QUICK = { disableMinimumCellWidth: true } as const;

export function SheetGrid(props: Props): JSX.Element {
  const { hand, picture, scroller, placeRef, fieldRef } = props;
  const { sheet, selection } = hand;
  const [isListOpen, openList] = React.useState(false);
  const shape = React.useMemo(() => gridShape(picture, columnName), [picture]);
  const { scroll } = scroller;
  const window: Window = { headingWidth: shape.headings.width, headingHeight: shape.headings.height, scrollLeft: scroll.left, scrollTop: scroll.top };
  const copied = hand.copiedFrom !== null && hand.copiedFrom.sheet === sheet ? hand.copiedFrom.area : null;
  const drawn = React.useMemo((): Drawn => ({ picture, shape, selection, copied }), [picture, shape, selection, copied]);
  const drawing = React.useMemo(() => ({ cell: cellDrawing(drawn), header: headerDrawing(drawn), content: (item: readonly [number, number]) => cellContent(drawn, item) }), [drawn]);
  const box = boxOf(picture, window, hand.editing?.sheet === sheet ? hand.editing : selection.active);
  const pointer = usePointer({ ...props, window, place: placeRef, focusGrid: props.keys.focusGrid, beginEdit: () => props.keys.begin("edit") });
  const onKeyDown = useGridKeys({ hand, picture, scroller, window, keys: props.keys, openList: () => openList(true), onFollow: props.onFollow });
  useClipboard(hand, placeRef);
  useShown(picture, window, scroller, hand);
  React.useEffect(() => nameCanvas(placeRef.current, `Cells of ${sheet.name}`), [placeRef, sheet.name, scroll.width]);
  const isThere = scroll.width > 0;
  // A workbook that was just opened takes the keys, unless somebody has them.
  React.useEffect(() => { if (isThere && document.activeElement === document.body) props.keys.focusGrid(); }, [isThere]);
  React.useEffect(() => openList(false), [selection.active, sheet]);
  const isOutOfSight = box.x < 0 || box.y < 0;
  return (
    <div
      ref={placeRef} className="sheet-grid" style={{ cursor: pointer.cursor }} onKeyDownCapture={onKeyDown}
      onPointerMove={pointer.onPointerMove} onPointerUp={pointer.onPointerUp} onPointerCancel={pointer.onPointerUp}
    >
      <div className="sheet-cells" onPointerDownCapture={pointer.onPointerDown} onDoubleClickCapture={pointer.onDoubleClick}>
        <DataEditor
          width="100%" height="100%" columns={shape.columns} rows={shape.rows} getCellContent={drawing.content} drawCell={drawing.cell} drawHeader={drawing.header}
          headerHeight={shape.headerHeight} rowHeight={shape.rowHeight} freezeColumns={shape.frozenColumns} gridSelection={librarySelection(drawn)} onGridSelectionChange={leaveAlone}
          rangeSelect="cell" columnSelect="none" rowSelect="none" drawFocusRing={false} smoothScrollX smoothScrollY fixedShadowX={false} fixedShadowY={false}
          keybindings={BINDINGS} onPaste={false} maxColumnWidth={4000} minColumnWidth={1} theme={THEME} experimental={QUICK} rowMarkers="none" verticalBorder={false}
        />
      </div>
      <ChartLayer picture={picture} content={hand.content} window={window} room={scroll} onWheel={(event) => scroller.by(event.deltaX, event.deltaY)} />
      {pointer.guide === null ? null : <div className={`resize-guide ${pointer.guide.direction}`} style={pointer.guide.direction === "across" ? { left: pointer.guide.at } : { top: pointer.guide.at }} />}
      <CellExtras hand={hand} box={box} isHidden={isOutOfSight} isListOpen={isListOpen} onOpenList={openList} focusGrid={props.keys.focusGrid} />
      <CellEditor hand={hand} picture={picture} box={box} room={scroll} fieldRef={fieldRef} onKeyDown={props.keys.onKeyDown} />
    </div>
  );
}

/** The library is told the active cell for screen readers only; selecting is ours. */
function librarySelection({ picture, shape, selection }: Drawn): GridSelection {
  const none = { columns: CompactSelection.empty(), rows: CompactSelection.empty() };
  const { columns, rows } = picture.layout;
  const row = positionOf(rows, selection.active.row) - rows.frozen;
  const column = positionOf(columns, selection.active.column) + shape.before;
  return row < 0 ? none : { ...none, current: { cell: [column, row], range: { x: column, y: row, width: 1, height: 1 }, rangeStack: [] } };
}
const leaveAlone = (): void => undefined;

/** Scrolls the cell that a key or an add-in went to into sight. Coming back to a sheet leaves it as it was scrolled. */
function useShown(picture: GridPicture, window: Window, scroller: Scroller, hand: Hand): void {
  const last = React.useRef(new Map<string, unknown>());
  const { selection, sheet } = hand;
  const { width, height } = scroller.scroll;
  React.useLayoutEffect(() => {
    if (width === 0 || last.current.get(sheet.id) === selection) return;
    last.current.set(sheet.id, selection);
    const isWhole = selection.area.bottom - selection.area.top > 100_000 || selection.area.right - selection.area.left > 10_000;
    if (isWhole) return;
    const { left, top } = scrollFor(picture, window, { width, height }, selection.moving);
    if (left !== window.scrollLeft || top !== window.scrollTop) scroller.to(left, top);
  }, [picture, selection, sheet, width, height]);
}

/** The library has no label for its canvas; screen readers and tests find the cells by it. */
function nameCanvas(place: HTMLElement | null, name: string): void {
  const canvas = place?.querySelector("canvas[tabindex]");
  canvas?.setAttribute("aria-label", name);
  canvas?.querySelector("table")?.setAttribute("aria-label", name);
}

