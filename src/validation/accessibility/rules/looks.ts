/** Points A17, A21, A22 and A24: letters, grounds and how they stand out from each other. Colours that follow a condition are not known here. */
import { a1, columnLetters } from "../../../blueprint/place";
import { areasOf } from "../areas";
import { barrier, some, type Barrier, type Offer } from "../barrier";
import { contrast, enough, readableOn } from "../contrast";
import { cellAt, filledCells, hiding, isInside, lookAt, type CellLook, type LookedBook, type LookedSheet, type Placed } from "../looked";

export function lookBarriers(book: LookedBook): readonly Barrier[] {
  return book.sheets.flatMap((sheet) => {
    const isHidden = hiding(sheet);
    const seen = filledCells(sheet).flatMap((placed) => {
      const look = lookAt(sheet, placed.row, placed.column);
      return look === null || isHidden(placed.row, placed.column) || placed.cell.text.trim() === "" ? [] : [{ ...placed, look }];
    });
    return [...small(sheet, seen), ...colouredBlanks(sheet), ...grounds(sheet, seen), ...faint(sheet, seen)];
  });
}

interface Seen extends Placed { readonly look: CellLook }

const SMALLEST = 10;
const WHITE = "#FFFFFF";

function small(sheet: LookedSheet, seen: readonly Seen[]): readonly Barrier[] {
  const found = seen.filter(({ look }) => look.size > 0 && look.size < SMALLEST);
  const [first] = found;
  if (first === undefined) return [];
  const cell = a1(first.row, first.column);
  const offer: Offer | null = sheet.isProtected ? null : { asks: "", changes: `The letters of ${some(found.length, "cell", "cells")} on ${sheet.tab} become ${SMALLEST} points, and the rows grow to hold them.`, mend: () => ({ kind: "larger", tab: sheet.tab, areas: areasOf(found) }) };
  return [barrier("A17.small", { tab: sheet.tab, cell }, { count: some(found.length, "cell", "cells"), cell }, offer)];
}

/** Whole rows between filled ones in which nothing stands and all is coloured. */
function colouredBlanks(sheet: LookedSheet): readonly Barrier[] {
  const { used, looks } = sheet;
  if (used === null) return [];
  const rows = looks.flatMap((line, down) => {
    const row = used.top + down;
    const inTable = sheet.tables.some(({ area }) => isInside(area, row, area.left));
    const isBlank = line.every((_, along) => cellAt(sheet, row, used.left + along).kind === "blank");
    return !inTable && isBlank && line.length > 0 && line.every(({ fill }) => !isWhite(fill)) ? [row] : [];
  });
  const [first] = rows;
  return first === undefined ? [] : [barrier("A21.coloured-blank", { tab: sheet.tab, cell: `${columnLetters(used.left)}${first + 1}` }, { count: some(rows.length, "row", "rows"), row: String(first + 1) })];
}

const isWhite = (colour: string): boolean => colour === "" || colour.toUpperCase() === WHITE;
/** A few coloured cells are headers or ratings. */
const FEWEST_COLOURED = 20;

function grounds(sheet: LookedSheet, seen: readonly Seen[]): readonly Barrier[] {
  const coloured = seen.filter(({ look }) => !isWhite(look.fill));
  return coloured.length >= FEWEST_COLOURED && coloured.length * 2 > seen.length ? [barrier("A22.fill", { tab: sheet.tab, cell: "" })] : [];
}

/** Letters that nobody can see may be meant not to be seen: no mending is offered. */
const UNSEEN = 1.2;

function faint(sheet: LookedSheet, seen: readonly Seen[]): readonly Barrier[] {
  const rated = seen.map((each) => ({ ...each, ratio: contrast(each.look.colour, isWhite(each.look.fill) ? WHITE : each.look.fill) }));
  const unseen = rated.filter(({ ratio }) => ratio < UNSEEN);
  const low = rated.filter(({ ratio, look }) => ratio >= UNSEEN && ratio < enough(look.size, look.bold));
  const [first] = unseen;
  const pairs = new Map<string, (typeof low)[number][]>();
  for (const each of low) {
    const key = `${each.look.colour} ${each.look.fill}`;
    const same = pairs.get(key);
    if (same === undefined) pairs.set(key, [each]);
    else same.push(each);
  }
  return [
    ...(first === undefined ? [] : [barrier("A24.unseen", { tab: sheet.tab, cell: a1(first.row, first.column) }, { count: some(unseen.length, "cell", "cells"), cell: a1(first.row, first.column) })]),
    ...[...pairs.values()].flatMap((cells) => lowIn(sheet, cells)),
  ];
}

function lowIn(sheet: LookedSheet, cells: readonly (Seen & { readonly ratio: number })[]): readonly Barrier[] {
  const [first] = cells;
  if (first === undefined) return [];
  const cell = a1(first.row, first.column);
  const colour = readableOn(isWhite(first.look.fill) ? WHITE : first.look.fill);
  const name = colour === WHITE ? "white" : "black";
  const offer: Offer | null = sheet.isProtected ? null : { asks: "", changes: `The letters of ${some(cells.length, "cell", "cells")} on ${sheet.tab}, beginning with ${cell}, become ${name}.`, mend: () => ({ kind: "colour", tab: sheet.tab, areas: areasOf(cells), colour }) };
  return [barrier("A24.low", { tab: sheet.tab, cell }, { count: some(cells.length, "cell", "cells"), cell, ratio: first.ratio.toFixed(1), colour: name }, offer)];
}
