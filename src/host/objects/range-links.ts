/** A range's hyperlink, whether its rows and columns are hidden, and its cell style. */
import { intersect } from "../workbook/area";
import type { Hyperlink } from "../workbook/features";
import type { ColumnFormat, RowFormat } from "../workbook/sheet";
import { fieldsFrom, flagFrom, textFrom } from "./arguments";
import { sameArea } from "../workbook/areas";
import { assertAllowed, assertUnlocked, restyle, standing, stylesIn } from "./cells";
import { scalar, type ClassPart } from "./definition";
import { invalidArgument } from "./refusal";
import type { RangeHold } from "./session";
import { giveStyle } from "./styles";

/** Excel's blue for links. */
const LINK_COLOUR = "#0563C1";

function hyperlink(range: RangeHold): Excel.RangeHyperlink | null {
  const { sheet, area } = standing(range);
  const link = sheet.get("hyperlinks").find((candidate) => intersect(candidate.area, area) !== null);
  if (link === undefined) return null;
  const shown = sheet.cell(area.top, area.left).value;
  return {
    ...(link.address === null ? {} : { address: link.address }),
    ...(link.place === null ? {} : { documentReference: link.place }),
    screenTip: link.tip,
    textToDisplay: shown === null ? "" : String(shown),
  };
}

function setHyperlink(range: RangeHold, value: unknown): void {
  const { sheet, area } = standing(range);
  assertUnlocked(sheet, area);
  const fields = fieldsFrom(value);
  const text = (name: string): string | null => (fields[name] === undefined || fields[name] === null ? null : textFrom(fields[name]));
  const link: Hyperlink = { area, address: text("address"), place: text("documentReference"), tip: text("screenTip") ?? "" };
  if (link.address === null && link.place === null) throw invalidArgument();
  sheet.set("hyperlinks", [...sheet.get("hyperlinks").filter((other) => !sameArea(other.area, area)), link]);
  const words = text("textToDisplay");
  const fallback = link.address ?? link.place;
  sheet.write({ ...area, bottom: area.top, right: area.left }, "api", "content", (cell) => {
    const shows = words ?? (cell.value === null && cell.formula === null ? fallback : null);
    return shows === null ? cell : { ...cell, value: shows, formula: null, array: null };
  });
  restyle(sheet, area, (style) => ({ ...style, font: { ...style.font, underline: "Single", colour: LINK_COLOUR } }));
}

/** True or false where all rows or columns agree, else null. */
function agreed(values: readonly boolean[]): boolean | null {
  return values.every(Boolean) ? true : values.some(Boolean) ? null : false;
}

function hiddenColumns(range: RangeHold): boolean | null {
  const { sheet, area } = standing(range);
  return agreed(Array.from({ length: area.right - area.left + 1 }, (_value, index) => sheet.get("columns").get(area.left + index)?.hidden === true));
}

function hiddenRows(range: RangeHold): boolean | null {
  const { sheet, area } = standing(range);
  const hidden = [...sheet.get("rows")].filter(([row, format]) => format.hidden && row >= area.top && row <= area.bottom).length;
  return hidden === 0 ? false : hidden === area.bottom - area.top + 1 ? true : null;
}

function hideColumns(range: RangeHold, value: unknown): void {
  const { sheet, area } = standing(range);
  assertAllowed(sheet, "allowFormatColumns");
  const columns = new Map<number, ColumnFormat>(sheet.get("columns"));
  for (let column = area.left; column <= area.right; column++) columns.set(column, { width: null, style: 0, ...columns.get(column), hidden: flagFrom(value) });
  sheet.set("columns", columns);
}

function hideRows(range: RangeHold, value: unknown): void {
  const { sheet, area } = standing(range);
  assertAllowed(sheet, "allowFormatRows");
  const rows = new Map<number, RowFormat>(sheet.get("rows"));
  for (let row = area.top; row <= area.bottom; row++) rows.set(row, { height: null, style: 0, ...rows.get(row), hidden: flagFrom(value) });
  sheet.set("rows", rows);
}

export const rangeLinks: ClassPart<Excel.Range, RangeHold> = {
  scalars: {
    hyperlink: scalar("1.7", hyperlink, setHyperlink),
    columnHidden: scalar("1.2", hiddenColumns, hideColumns),
    rowHidden: scalar("1.2", hiddenRows, hideRows),
    hidden: scalar("1.2", (range) => {
      const [columns, rows] = [hiddenColumns(range), hiddenRows(range)];
      return columns === true || rows === true ? true : columns === null || rows === null ? null : false;
    }),
    style: scalar("1.7", (range) => {
      const { sheet, area } = standing(range);
      const names = new Set(stylesIn(sheet, area).map(({ named }) => named));
      const [name] = names;
      return names.size === 1 && name !== undefined ? name : null;
    }, giveStyle),
  },
};
