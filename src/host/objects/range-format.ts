/** How a range looks: fill, font, alignment, protection of its cells, column widths and row heights. */
import { columnCharacters, columnPixels, columnPoints, POINTS_PER_PIXEL, rowPoints } from "../workbook/measure";
import type { ColumnFormat, RowFormat } from "../workbook/sheet";
import { between, flagFrom, numberFrom } from "./arguments";
import { autofitColumns, autofitRows } from "./autofit";
import { assertAllowed, restyle, standing, stylesIn } from "./cells";
import { declareClass, method, navigation, scalar, type ObjectClass, type Scalar } from "./definition";
import { invalidArgument } from "./refusal";
import { rangeBorders } from "./range-borders";
import type { RangeHold } from "./session";
import { alignment, fillClass, fontClass, formulaHidden, locked, type LookHolder } from "./worn-look";

const WIDEST_COLUMN_CHARACTERS = 255;
const HIGHEST_ROW_POINTS = 409.5;
/** The look of a range's cells. */
function wornBy(range: RangeHold): LookHolder {
  return {
    session: range.session,
    looks: () => { const { sheet, area } = standing(range); return stylesIn(sheet, area); },
    change: (how) => {
      const { sheet, area } = standing(range);
      assertAllowed(sheet, "allowFormatCells");
      restyle(sheet, area, how);
    },
  };
}
/** A property of a look as one of a range. */
function on<T>({ since, known, get, set }: Scalar<LookHolder, T>): Scalar<RangeHold, T> {
  return scalar<RangeHold, T>(since, (range) => get(wornBy(range)), (range, value) => set?.(wornBy(range), value), known);
}

const protectionClass: ObjectClass<RangeHold> = declareClass<Excel.FormatProtection, RangeHold>("FormatProtection", {}, {
  scalars: {
    locked: on(locked("1.2")), formulaHidden: on(formulaHidden("1.2")),
  },
});

/** Points of the columns where they agree, else null. Excel's API measures columns in points of the screen, not in characters. */
function columnWidth(range: RangeHold): number | null {
  const { sheet, area } = standing(range);
  const first = columnPoints(sheet, area.left);
  for (let column = area.left + 1; column <= area.right; column++) if (columnPoints(sheet, column) !== first) return null;
  return first;
}

function setColumnWidth(range: RangeHold, points: number): void {
  const { sheet, area } = standing(range);
  assertAllowed(sheet, "allowFormatColumns");
  const characters = columnCharacters(Math.round(points / POINTS_PER_PIXEL));
  if (points < 0 || characters > WIDEST_COLUMN_CHARACTERS) throw invalidArgument();
  const columns = new Map<number, ColumnFormat>(sheet.get("columns"));
  for (let column = area.left; column <= area.right; column++) columns.set(column, { style: 0, ...columns.get(column), hidden: points === 0, width: points === 0 ? columns.get(column)?.width ?? null : characters });
  sheet.set("columns", columns);
}

function rowHeight(range: RangeHold): number | null {
  const { sheet, area } = standing(range);
  const first = rowPoints(sheet, area.top);
  const special = [...sheet.get("rows").keys()].filter((row) => row >= area.top && row <= area.bottom);
  if (special.length < area.bottom - area.top + 1 && first !== sheet.get("standardHeight")) return null;
  return special.every((row) => rowPoints(sheet, row) === first) ? first : null;
}

function setRowHeight(range: RangeHold, points: number): void {
  const { sheet, area } = standing(range);
  assertAllowed(sheet, "allowFormatRows");
  const rows = new Map<number, RowFormat>(sheet.get("rows"));
  for (let row = area.top; row <= area.bottom; row++) rows.set(row, { style: 0, ...rows.get(row), hidden: points === 0, height: points === 0 ? rows.get(row)?.height ?? null : points });
  sheet.set("rows", rows);
}

function standard(range: RangeHold, of: "columns" | "rows"): boolean | null {
  const { sheet, area } = standing(range);
  const [from, to] = of === "columns" ? [area.left, area.right] : [area.top, area.bottom];
  let special = 0;
  for (const [index, format] of sheet.get(of)) if (index >= from && index <= to && ("width" in format ? format.width : format.height) !== null) special += 1;
  return special === 0 ? true : special === to - from + 1 ? false : null;
}

export const rangeFormatClass: ObjectClass<RangeHold> = declareClass<Excel.RangeFormat, RangeHold>("RangeFormat", {}, {
  navigations: {
    fill: navigation("1.1", (range) => fillClass.of(wornBy(range))),
    font: navigation("1.1", (range) => fontClass.of(wornBy(range))),
    borders: navigation("1.1", (range) => rangeBorders(range)),
    protection: navigation("1.2", (range) => protectionClass.of(range)),
  },
  scalars: {
    horizontalAlignment: on(alignment.horizontal("1.1")), verticalAlignment: on(alignment.vertical("1.1")), wrapText: on(alignment.wrap("1.1")), indentLevel: on(alignment.indent("1.9")),
    shrinkToFit: on(alignment.shrink("1.9")), textOrientation: on(alignment.orientation("1.7")), readingOrder: on(alignment.reading("1.9")), autoIndent: on(alignment.autoIndent("1.9")),
    columnWidth: scalar("1.2", columnWidth, (range, value) => setColumnWidth(range, numberFrom(value))),
    rowHeight: scalar("1.2", rowHeight, (range, value) => setRowHeight(range, between(0, HIGHEST_ROW_POINTS)(value))),
    useStandardWidth: scalar("1.7", (range) => standard(range, "columns"), (range, value) => {
      if (flagFrom(value)) setColumnWidth(range, columnPixels(standing(range).sheet.get("standardWidth")) * POINTS_PER_PIXEL);
    }),
    useStandardHeight: scalar("1.7", (range) => standard(range, "rows"), (range, value) => {
      if (flagFrom(value)) setRowHeight(range, standing(range).sheet.get("standardHeight"));
    }),
  },
  methods: {
    autofitColumns: method("1.2", (range) => autofitColumns(standing(range)), "assumed"),
    autofitRows: method("1.2", (range) => autofitRows(standing(range)), "assumed"),
  },
});
