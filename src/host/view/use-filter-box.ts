/** Which header's filter is open: by a click on its button, or by Alt+Down in its cell. */
import * as React from "react";
import type { Point } from "./drags";
import { filterColumnAt, type FilterColumn } from "./filter-list";
import type { GridPicture } from "./grid-picture";
import type { Hand } from "./hand";
import type { Hit, Window } from "./hit";
import type { Place } from "./moves";
import { filterButtonBox } from "./paint-cell";
import { boxOf } from "./sheet-box";

export interface FilterUse {
  readonly open: FilterColumn | null;
  /** The header's row. */
  readonly row: number;
  readonly openAt: (place: Place) => boolean;
  readonly onButton: (hit: Hit, at: Point) => boolean;
  readonly close: () => void;
}

export function useFilterBox(hand: Hand, picture: GridPicture, window: Window): FilterUse {
  const [place, setPlace] = React.useState<Place | null>(null);
  const { sheet, content } = hand;
  React.useEffect(() => setPlace(null), [sheet]);
  const open = React.useMemo(() => (place === null ? null : filterColumnAt(sheet, place.row, place.column)), [sheet, place, content]);
  const openAt = (at: Place): boolean => {
    if (filterColumnAt(sheet, at.row, at.column) === null) return false;
    setPlace({ row: at.row, column: at.column });
    return true;
  };
  const onButton = (hit: Hit, at: Point): boolean => {
    if (hit.kind !== "cell" || picture.look(hit.row, hit.column).filterButton === null) return false;
    const { x, y, width, height } = filterButtonBox(boxOf(picture, window, hit), picture.layout.zoom);
    return at.x >= x - 1 && at.x <= x + width + 1 && at.y >= y - 1 && at.y <= y + height + 1 && openAt(hit);
  };
  return { open, row: place?.row ?? 0, openAt, onButton, close: () => setPlace(null) };
}
