/** Formats by key: bold and its kin are put on unless the active cell has them, then taken off; number formats are set. */
import { assertAllowed, restyle, styleAt } from "../objects/cells";
import type { Area } from "../workbook/area";
import type { Sheet } from "../workbook/sheet";
import type { CellStyle, FontStyle } from "../workbook/style";
import type { Place } from "./moves";

export type FontKey = "bold" | "italic" | "underline" | "strike";
export type NumberKey = "general" | "number" | "time" | "date" | "currency" | "percent" | "scientific";

/** Excel's formats behind Ctrl+Shift+~ ! @ # $ % ^, dates and money as in Britain. */
const FORMATS: Readonly<Record<NumberKey, string>> = {
  general: "General", number: "#,##0.00", time: "hh:mm", date: "dd-mmm-yy", currency: "£#,##0.00;[Red]-£#,##0.00", percent: "0%", scientific: "0.00E+00",
};

/** @throws Refusal AccessDenied where the sheet's protection does not allow formats */
export function toggleFont(sheet: Sheet, areas: readonly Area[], active: Place, key: FontKey): void {
  const isOn = (font: FontStyle): boolean => (key === "underline" ? font.underline !== "None" : font[key]);
  const on = !isOn(styleAt(sheet, active.row, active.column).font);
  const value: Partial<FontStyle> = key === "underline" ? { underline: on ? "Single" : "None" } : { [key]: on };
  change(sheet, areas, (style) => (isOn(style.font) === on ? style : { ...style, font: { ...style.font, ...value } }));
}

/** @throws Refusal AccessDenied where the sheet's protection does not allow formats */
export function setNumberFormat(sheet: Sheet, areas: readonly Area[], key: NumberKey): void {
  change(sheet, areas, (style) => ({ ...style, numberFormat: FORMATS[key] }));
}

function change(sheet: Sheet, areas: readonly Area[], restyled: (style: CellStyle) => CellStyle): void {
  assertAllowed(sheet, "allowFormatCells");
  for (const area of areas) restyle(sheet, area, restyled, "typed");
}
