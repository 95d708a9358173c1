/** Catches thresholds that leave no room between them, so that ratings would make no sense (E19). */
import { thresholdEntries } from "../../blueprint/sheets/cover";
import { a1 } from "../../blueprint/place";
import { finding, type Rule } from "../finding";
import { plainNumber, readCell } from "../reading";

/** Each must not lie above the next. */
const rising = [["nmRatioAmber", "nmRatioGreen"], ["nmIndexRed", "nmIndexLow"], ["nmIndexLow", "nmIndexHigh"]] as const;

export const thresholdOrder: Rule = (book) => rising.flatMap(([lower, upper]) => {
  const [one, other] = [book.named.get(lower), book.named.get(upper)];
  if (one === undefined || other === undefined) return [];
  const [low, high] = [readCell(one.cell), readCell(other.cell)];
  if (low.kind !== "number" || high.kind !== "number" || low.value <= high.value) return [];
  const place = { identity: one.sheet, tab: one.tab, cell: a1(one.row, one.column) };
  return [finding("E19", place, { lower: labelOf(lower), low: plainNumber(low.value), upper: labelOf(upper), high: plainNumber(high.value) })];
});

const labelOf = (name: string): string => `"${thresholdEntries.find((entry) => entry.name === name)?.label ?? name}"`;
