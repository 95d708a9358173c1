/** Range.autoFill: the cells of a range filled on into a bigger one. */
import type { Area } from "../workbook/area";
import { within } from "../workbook/areas";
import { areaOnSheet } from "./address";
import type { Arguments } from "./arguments";
import { standing } from "./cells";
import { method, type ClassPart } from "./definition";
import { fillOut, filledBeside } from "./fill-out";
import { FILLS } from "./fill-series";
import { rangeClass } from "./range";
import { invalidArgument, notImplemented } from "./refusal";
import type { RangeHold } from "./session";
import { enteredUnder } from "./table-growth";

function assertOneWay(from: Area, to: Area): void {
  if (!within(from, to)) throw invalidArgument("The destination does not hold the range.");
  const ways = [to.bottom > from.bottom, to.top < from.top, to.right > from.right, to.left < from.left].filter((grows) => grows);
  if (ways.length > 1) throw invalidArgument("A range is filled in one direction.");
}

function autoFill(range: RangeHold, args: Arguments): void {
  const { session, sheet, area } = standing(range);
  const fill = args.oneOfOr(1, FILLS, "FillDefault");
  if (fill === "FlashFill") throw notImplemented("Range.autoFill FlashFill");
  // Without a destination the fill goes as far down as the data beside it.
  const target = args.has(0) ? targetOf(range, args) : filledBeside(sheet, area);
  assertOneWay(area, target);
  session.settle();
  if (fillOut(sheet, { source: area, target, fill }, "api") !== null) enteredUnder({ sheet, area: target });
}

function targetOf(range: RangeHold, args: Arguments): Area {
  const other = args.object(0, rangeClass);
  if (other === null) return areaOnSheet(range.session, args.text(0), range.sheet);
  if (standing(other).sheet !== range.sheet) throw invalidArgument();
  return other.area;
}

export const rangeFill: ClassPart<Excel.Range, RangeHold> = { methods: { autoFill: method("1.9", autoFill) } };
