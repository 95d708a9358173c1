/** The sheets' tabs. Arrow keys go along them; a double click renames, dragging moves, a right click offers the rest. */
import * as React from "react";
import type { Sheet } from "../workbook/sheet";
import type { Hand } from "./hand";
import { Menu } from "./menu";
import { addSheet, moveTab, renameTab } from "./tab-edits";
import { tabMenu } from "./tab-menu";

interface Props {
  readonly hand: Hand;
  readonly focusGrid: () => void;
}

export function SheetTabs({ hand, focusGrid }: Props): JSX.Element {
  const list = React.useRef<HTMLDivElement>(null);
  const [renaming, setRenaming] = React.useState<Sheet | null>(null);
  const [menu, openMenu] = React.useState<{ readonly sheet: Sheet; readonly x: number; readonly y: number } | null>(null);
  const { workbook } = hand.session;
  const shown = workbook.sheets.filter((sheet) => sheet.get("visibility") === "Visible");
  const drag = useTabDrag(hand, shown, list);
  React.useEffect(() => list.current?.querySelector('[aria-selected="true"]')?.scrollIntoView({ block: "nearest", inline: "nearest" }), [hand.sheet]);
  const goTo = (sheet: Sheet | undefined): void => { if (sheet !== undefined && hand.commit()) hand.activate(sheet); };
  const openAt = (sheet: Sheet, element: Element): void => {
    const box = element.getBoundingClientRect();
    openMenu({ sheet, x: box.left, y: box.top });
  };
  const onKeyDown = (event: React.KeyboardEvent): void => {
    const at = shown.indexOf(hand.sheet);
    const next: Readonly<Record<string, number>> = { ArrowRight: at + 1, ArrowLeft: at - 1, Home: 0, End: shown.length - 1 };
    const to = next[event.key];
    if (event.key === "Enter" || event.key === "Escape" || event.key === " ") focusGrid();
    else if (event.key === "F2") setRenaming(hand.sheet);
    else if ((event.key === "F10" && event.shiftKey) || event.key === "ContextMenu") openAt(hand.sheet, event.target as Element);
    else if (to === undefined) return;
    else {
      goTo(shown[to]);
      list.current?.querySelectorAll<HTMLElement>('[role="tab"]')[Math.max(0, Math.min(shown.length - 1, to))]?.focus();
    }
    event.preventDefault();
  };
  return (
    <div className="tabs-row">
      <button type="button" className="tabs-scroll" aria-label="Show tabs further left" tabIndex={-1} onClick={() => list.current?.scrollBy({ left: -200 })}>‹</button>
      <button type="button" className="tabs-scroll" aria-label="Show tabs further right" tabIndex={-1} onClick={() => list.current?.scrollBy({ left: 200 })}>›</button>
      <div ref={list} className="tabs" role="tablist" aria-label="Sheets" onKeyDown={renaming === null ? onKeyDown : undefined} onPointerMove={drag.onMove} onPointerUp={drag.onUp} onPointerCancel={drag.onCancel}>
        {shown.map((sheet, index) => (sheet === renaming ? <TabName key={sheet.id} hand={hand} sheet={sheet} onDone={() => { setRenaming(null); focusGrid(); }} /> : (
          <Tab
            key={sheet.id} sheet={sheet} isActive={sheet === hand.sheet} drop={drag.to === index ? "before" : drag.to === index + 1 && index === shown.length - 1 ? "after" : null}
            onPointerDown={(event) => drag.onDown(event, index)} onClick={() => { goTo(sheet); focusGrid(); }} onDoubleClick={() => setRenaming(sheet)}
            onContextMenu={(event) => { event.preventDefault(); goTo(sheet); openMenu({ sheet, x: event.clientX, y: event.clientY }); }}
          />
        )))}
      </div>
      <button type="button" className="tabs-scroll" aria-label="New sheet" title="New sheet (Shift+F11)" onClick={() => { if (hand.commit()) addSheet(hand); focusGrid(); }}>+</button>
      {menu === null ? null : <Menu label={`Sheet ${menu.sheet.name}`} at={menu} items={tabMenu(hand, menu.sheet, () => setRenaming(menu.sheet))} onClose={(isKept) => { openMenu(null); if (!isKept) focusGrid(); }} />}
    </div>
  );
}

interface TabProps extends Pick<React.DOMAttributes<HTMLButtonElement>, "onPointerDown" | "onClick" | "onDoubleClick" | "onContextMenu"> {
  readonly sheet: Sheet;
  readonly isActive: boolean;
  /** At which side a dragged tab would come to stand. */
  readonly drop: "before" | "after" | null;
}

function Tab({ sheet, isActive, drop, ...events }: TabProps): JSX.Element {
  const colour = sheet.get("tabColour");
  return (
    <button
      type="button" role="tab" aria-selected={isActive} tabIndex={isActive ? 0 : -1} className={drop === null ? "tab" : `tab drop-${drop}`} title={sheet.name.length > 24 ? sheet.name : undefined}
      style={colour === null ? {} : { boxShadow: `inset 0 -3px ${colour}` }} {...events}
    >{sheet.name}</button>
  );
}

/** The tab's name while it is typed. A name that is refused can be put right; Esc leaves it as it was. */
function TabName({ hand, sheet, onDone }: { readonly hand: Hand; readonly sheet: Sheet; readonly onDone: () => void }): JSX.Element {
  const [name, setName] = React.useState(sheet.name);
  const isOver = React.useRef(false);
  const finish = (isKept: boolean): void => {
    if (isOver.current) return;
    if (isKept && !renameTab(hand, sheet, name)) return;
    isOver.current = true;
    if (!isKept) hand.dismiss();
    onDone();
  };
  return (
    <input
      className="tab tab-name" aria-label={`Name of the sheet ${sheet.name}`} autoFocus spellCheck={false} maxLength={31} size={Math.max(4, name.length)} value={name}
      onFocus={(event) => event.target.select()} onChange={(event) => setName(event.target.value)} onBlur={() => { finish(true); finish(false); }}
      onKeyDown={(event) => {
        event.stopPropagation();
        if (event.key === "Enter") finish(true);
        else if (event.key === "Escape") finish(false);
      }}
    />
  );
}

/** Pixels before a press turns into a drag. */
const SLACK = 6;

interface TabDrag {
  /** The place among the tabs that show where the dragged one would go. */
  readonly to: number | null;
  readonly onDown: (event: React.PointerEvent, index: number) => void;
  readonly onMove: (event: React.PointerEvent) => void;
  readonly onUp: () => void;
  readonly onCancel: () => void;
}

function useTabDrag(hand: Hand, shown: readonly Sheet[], list: React.RefObject<HTMLElement>): TabDrag {
  const from = React.useRef<{ readonly index: number; readonly x: number } | null>(null);
  const [to, setTo] = React.useState<number | null>(null);
  const stop = (): void => {
    from.current = null;
    setTo(null);
  };
  return {
    to,
    onDown: (event, index) => { if (event.button === 0) from.current = { index, x: event.clientX }; },
    onMove: (event) => {
      if (from.current === null || (to === null && Math.abs(event.clientX - from.current.x) < SLACK)) return;
      if (event.buttons === 0) return stop();
      const tabs = [...(list.current?.querySelectorAll<HTMLElement>('[role="tab"]') ?? [])];
      const before = tabs.findIndex((tab) => event.clientX < tab.offsetLeft - (list.current?.scrollLeft ?? 0) + (list.current?.getBoundingClientRect().left ?? 0) - (list.current?.offsetLeft ?? 0) + tab.offsetWidth / 2);
      setTo(before < 0 ? tabs.length : before);
    },
    onUp: () => {
      const sheet = from.current === null ? undefined : shown[from.current.index];
      const start = from.current?.index ?? 0;
      if (sheet !== undefined && to !== null && to !== start && to !== start + 1) {
        const { sheets } = hand.session.workbook;
        const rest = sheets.filter((one) => one !== sheet);
        const next = shown[to];
        moveTab(hand, sheet, next === undefined ? rest.length : rest.indexOf(next));
      }
      stop();
    },
    onCancel: stop,
  };
}
