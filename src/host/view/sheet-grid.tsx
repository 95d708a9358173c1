/** The cells of the active sheet: painted, selected, typed into; charts and the drop-down float over them. */
import DataEditor, { CompactSelection, type DrawCellCallback, type DrawHeaderCallback, type GridCell, type GridSelection, type Item, type Theme } from "@glideapps/glide-data-grid";
import * as React from "react";
import { columnName, contains, MAX_COLUMNS, MAX_ROWS } from "../workbook/area";
import { within } from "../workbook/areas";
import { CellEditor } from "./cell-editor";
import { ChartLayer } from "./chart-layer";
import { CellVoice } from "./cell-voice";
import { CellExtras } from "./cell-extras";
import { cellContent, cellDrawing, headerDrawing, type Drawn } from "./grid-drawing";
import { GridFloats } from "./grid-floats";
import { gridShape, type GridShape } from "./grid-parts";
import type { GridPicture } from "./grid-picture";
import type { Hand } from "./hand";
import { hitAt, type Window } from "./hit";
import { positionOf } from "./layout";
import { areasOf, selectPlace } from "./moves";
import { boxOf, scrollFor } from "./sheet-box";
import { addSheet } from "./tab-edits";
import { useClipboard } from "./use-clipboard";
import { useFilterBox } from "./use-filter-box";
import type { EditorKeys } from "./use-editor-keys";
import { useGridKeys } from "./use-grid-keys";
import { usePointer, type PointerUse } from "./use-pointer";
import type { Scroller } from "./use-scroll";
import { nextZoom } from "./zoom-control";

interface Props {
  readonly hand: Hand;
  readonly picture: GridPicture;
  readonly scroller: Scroller;
  readonly placeRef: React.RefObject<HTMLDivElement>;
  readonly fieldRef: React.RefObject<HTMLTextAreaElement>;
  readonly keys: EditorKeys;
  readonly caret: () => number;
  readonly onFollow: (row: number, column: number) => void;
  readonly nameBox: React.RefObject<HTMLInputElement>;
}

const CLEAR = "rgba(255, 255, 255, 0)";
const THEME: Partial<Theme> = { bgCell: "#FFFFFF", bgHeader: "#F3F2F1", bgHeaderHovered: "#F3F2F1", bgHeaderHasFocus: "#F3F2F1", borderColor: CLEAR, horizontalBorderColor: CLEAR, accentLight: CLEAR, accentColor: "#12436D", drilldownBorder: CLEAR };
const BINDINGS = { copy: false, cut: false, paste: false, search: false } as const;
const QUICK = { disableMinimumCellWidth: true } as const;

export function SheetGrid(props: Props): JSX.Element {
  const { hand, picture, scroller, placeRef, fieldRef } = props;
  const { sheet, selection } = hand;
  const { scroll } = scroller;
  const [isListOpen, openList] = React.useState(false);
  const shape = React.useMemo(() => gridShape(picture, columnName), [picture.layout, sheet.get("headings")]);
  const window: Window = { headingWidth: shape.headings.width, headingHeight: shape.headings.height, scrollLeft: scroll.left, scrollTop: scroll.top };
  const { drawn, drawing } = useDrawing(hand, picture, shape);
  const box = boxOf(picture, window, hand.editing?.sheet === sheet ? hand.editing : selection.active);
  const { focusGrid } = props.keys;
  const [find, openFind] = React.useState<{ readonly withReplace: boolean } | null>(null);
  const [menu, openMenu] = React.useState<{ readonly x: number; readonly y: number } | null>(null);
  const menuAtCell = (): void => openMenu(onWindow(placeRef.current, Math.min(scroll.width, box.x + box.width / 2), Math.min(scroll.height, box.y + box.height)));
  const filter = useFilterBox(hand, picture, window);
  const pointer = usePointer({ ...props, window, place: placeRef, focusGrid, beginEdit: () => props.keys.begin("edit"), onButton: filter.onButton });
  const onKeyDown = useGridKeys({
    hand, picture, scroller, window, keys: props.keys, openList: () => { if (!filter.openAt(selection.active)) openList(true); }, onFollow: props.onFollow, openFind: (withReplace) => openFind({ withReplace }), openMenu: menuAtCell,
    addSheet: () => addSheet(hand), goTo: () => props.nameBox.current?.focus(), showActive: () => scrollTo(scroller, scrollFor(picture, window, scroll, selection.active)),
  });
  useWheelZoom(placeRef, hand);
  useClipboard(hand, placeRef);
  useShown(picture, window, scroller, hand);
  React.useEffect(() => nameCanvas(placeRef.current, `Cells of ${sheet.name}`), [placeRef, sheet.name, scroll.width]);
  // A workbook that was just opened takes the keys, unless somebody has them.
  React.useEffect(() => { if (scroll.width > 0 && document.activeElement === document.body) focusGrid(); }, [scroll.width > 0]);
  React.useEffect(() => openList(false), [selection.active, sheet]);
  return (
    <div
      ref={placeRef} className="sheet-grid" style={{ cursor: pointer.cursor }} onKeyDownCapture={onKeyDown}
      onPointerMove={pointer.onPointerMove} onPointerUp={pointer.onPointerUp} onPointerCancel={pointer.onPointerUp}
    >
      <div
        className="sheet-cells" onPointerDownCapture={pointer.onPointerDown} onDoubleClickCapture={pointer.onDoubleClick}
        onContextMenu={(event) => { event.preventDefault(); if (selectUnder(props, window, event)) openMenu({ x: event.clientX, y: event.clientY }); }}
      >
        <DataEditor
          width="100%" height="100%" columns={shape.columns} rows={shape.rows} getCellContent={drawing.content} drawCell={drawing.cell} drawHeader={drawing.header}
          headerHeight={shape.headerHeight} rowHeight={shape.rowHeight} freezeColumns={shape.frozenColumns} gridSelection={librarySelection(drawn)} onGridSelectionChange={leaveAlone}
          rangeSelect="cell" columnSelect="none" rowSelect="none" drawFocusRing={false} smoothScrollX smoothScrollY fixedShadowX={false} fixedShadowY={false}
          keybindings={BINDINGS} onPaste={false} maxColumnWidth={4000} minColumnWidth={1} theme={THEME} experimental={QUICK} rowMarkers="none" verticalBorder={false}
        />
      </div>
      <ChartLayer picture={picture} content={hand.content} window={window} room={scroll} onWheel={(event) => scroller.by(event.deltaX, event.deltaY)} />
      <DragMarks guide={pointer.guide} frame={pointer.frame} />
      <CellExtras hand={hand} box={box} isHidden={box.x < 0 || box.y < 0} isListOpen={isListOpen} onOpenList={openList} focusGrid={props.keys.focusGrid} />
      <CellEditor hand={hand} picture={picture} box={box} room={scroll} fieldRef={fieldRef} onKeyDown={props.keys.onKeyDown} />
      <CellVoice hand={hand} picture={picture} />
      <GridFloats hand={hand} picture={picture} window={window} room={scroll} focusGrid={focusGrid} onFollow={props.onFollow} filter={filter} find={find} openFind={openFind} menu={menu} openMenu={openMenu} />
    </div>
  );
}

interface Drawing { readonly cell: DrawCellCallback; readonly header: DrawHeaderCallback; readonly content: (item: Item) => GridCell }

/** How the library is told to draw; anew only when something looks different, since it then draws all that is in sight. */
function useDrawing(hand: Hand, picture: GridPicture, shape: GridShape): { readonly drawn: Drawn; readonly drawing: Drawing } {
  const { selection, copiedFrom, sheet } = hand;
  const copied = copiedFrom !== null && copiedFrom.sheet === sheet ? copiedFrom.area : null;
  const drawn = React.useMemo((): Drawn => ({ picture, shape, selection, copied }), [picture, shape, selection, copied]);
  const drawing = React.useMemo((): Drawing => ({ cell: cellDrawing(drawn), header: headerDrawing(drawn), content: (item) => cellContent(drawn, item) }), [drawn]);
  return { drawn, drawing };
}

/** What a drag would come to: the line's new edge, or the cells that would be filled or moved to. */
function DragMarks({ guide, frame }: Pick<PointerUse, "guide" | "frame">): JSX.Element | null {
  if (guide !== null) return <div className={`resize-guide ${guide.direction}`} style={guide.direction === "across" ? { left: guide.at } : { top: guide.at }}><span>{guide.says}</span></div>;
  return frame === null ? null : <div className="drag-frame" style={{ left: frame.x, top: frame.y, width: frame.width, height: frame.height }} />;
}

const onWindow = (place: HTMLElement | null, x: number, y: number): { readonly x: number; readonly y: number } => {
  const box = place?.getBoundingClientRect();
  return { x: (box?.left ?? 0) + x, y: (box?.top ?? 0) + y };
};
const scrollTo = (scroller: Scroller, { left, top }: { readonly left: number; readonly top: number }): void => scroller.to(left, top);

/** A right click goes to what it is on, unless that is selected already. @returns false where there is no menu */
function selectUnder({ hand, picture, placeRef, keys }: Props, window: Window, event: React.MouseEvent): boolean {
  const place = placeRef.current?.getBoundingClientRect();
  const hit = hitAt(picture.layout, window, event.clientX - (place?.left ?? 0), event.clientY - (place?.top ?? 0));
  if (!hand.commit()) return false;
  keys.focusGrid();
  const { sheet } = picture;
  const row = "row" in hit ? hit.row : 0;
  const column = "column" in hit ? hit.column : 0;
  const whole = hit.kind.startsWith("column") ? { top: 0, bottom: MAX_ROWS - 1, left: column, right: column } : hit.kind.startsWith("row") ? { top: row, bottom: row, left: 0, right: MAX_COLUMNS - 1 } : null;
  const isSelected = areasOf(hand.selection).some((area) => (whole === null ? contains(area, row, column) : within(whole, area)));
  if (hit.kind !== "corner" && !isSelected) hand.select({ ...selectPlace(sheet, { row, column }), ...(whole === null ? {} : { area: whole }) });
  return true;
}

/** Ctrl and the wheel make the sheet larger and smaller, instead of the page. */
function useWheelZoom(place: React.RefObject<HTMLElement>, hand: Hand): void {
  React.useEffect(() => {
    const element = place.current;
    const onWheel = (event: WheelEvent): void => {
      if (!event.ctrlKey) return;
      event.preventDefault();
      event.stopPropagation();
      if (event.deltaY !== 0) hand.zoomTo(nextZoom(hand.sheet.get("zoom"), event.deltaY < 0 ? 1 : -1));
    };
    // React's own listener may not keep the browser from zooming the page.
    element?.addEventListener("wheel", onWheel, { passive: false, capture: true });
    return () => element?.removeEventListener("wheel", onWheel, { capture: true });
  }, [place, hand]);
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

