/** Pointing at cells while a formula is typed: whether a reference fits where the caret is, and the text with it put in. */
import type { Area } from "../workbook/area";
import { areaName } from "../workbook/area";
import { quotedName } from "../objects/address";
import type { Sheet } from "../workbook/sheet";

/** A reference that was pointed at and can still be pointed elsewhere: where it stands in the text. */
export interface Pointed { readonly from: number; readonly to: number }

/** Whether clicking a cell puts its name here: in a formula, after an operator, bracket or comma. @example canPoint("=SUM(", 5) // => true */
export function canPoint(text: string, caret: number): boolean {
  if (!text.startsWith("=")) return false;
  const before = text.slice(0, caret);
  const isInText = (before.match(/"/g)?.length ?? 0) % 2 === 1;
  return !isInText && /[=(,+\-*/^&<>:;{]\s*$/.test(before);
}

/** The text with the area's name put in. @param on - the sheet being edited; another sheet is named */
export function pointAt(text: string, where: Pointed, target: Sheet, area: Area, on: Sheet): { readonly text: string; readonly pointed: Pointed } {
  const name = `${target === on ? "" : `${quotedName(target.name)}!`}${areaName(area)}`;
  return { text: text.slice(0, where.from) + name + text.slice(where.to), pointed: { from: where.from, to: where.from + name.length } };
}
