/** What opens over the cells when it is asked for: a header's filter, finding, and the menu. */
import * as React from "react";
import { cellMenu } from "./cell-menu";
import { FilterBox } from "./filter-box";
import { FindBox } from "./find-box";
import type { GridPicture } from "./grid-picture";
import type { Hand } from "./hand";
import type { Window } from "./hit";
import { Menu } from "./menu";
import { boxOf } from "./sheet-box";
import type { FilterUse } from "./use-filter-box";

interface Props {
  readonly hand: Hand;
  readonly picture: GridPicture;
  readonly window: Window;
  readonly room: { readonly width: number; readonly height: number };
  readonly focusGrid: () => void;
  readonly onFollow: (row: number, column: number) => void;
  readonly filter: FilterUse;
  readonly find: { readonly withReplace: boolean } | null;
  readonly openFind: (find: null) => void;
  readonly menu: { readonly x: number; readonly y: number } | null;
  readonly openMenu: (menu: null) => void;
}

export function GridFloats({ hand, picture, window, room, focusGrid, onFollow, filter, find, openFind, menu, openMenu }: Props): JSX.Element {
  const { open } = filter;
  const closeFilter = (): void => {
    filter.close();
    focusGrid();
  };
  return (
    <>
      {open === null ? null : <FilterBox key={open.place} hand={hand} column={open} box={boxOf(picture, window, { row: filter.row, column: open.body.left + open.place })} room={room} onClose={closeFilter} />}
      {find === null ? null : <FindBox hand={hand} withReplace={find.withReplace} onClose={() => { openFind(null); focusGrid(); }} />}
      {menu === null ? null : <Menu label="Cells" at={menu} items={cellMenu({ hand, focusGrid, onFollow })} onClose={(isKept) => { openMenu(null); if (!isKept) focusGrid(); }} />}
    </>
  );
}
