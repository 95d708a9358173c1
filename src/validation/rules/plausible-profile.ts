/** Asks about shares of all or none, and about many people whose status is not known (W43, W44). */
import { defaultThresholds } from "../../domain/thresholds";
import { roundLikeExcel } from "../../domain/rounding";
import { finding, type Finding, type Rule } from "../finding";
import { plainNumber, readCell } from "../reading";
import { profileKey, profileRows, totalOf, type Row } from "../rows";
import type { Book } from "../book";
import { quoted } from "../words";

const MANY_UNKNOWN = 0.2;

export const plausibleProfile: Rule = (book) => {
  const base = smallBase(book);
  return profileRows(book).flatMap((row) => [...allOrNone(row, base), ...manyUnknown(row, base)]);
};

/** Shares of fewer people than this are not judged. */
function smallBase(book: Book): number {
  const named = book.named.get("nmSmallBase");
  const reading = named === undefined ? null : readCell(named.cell);
  return reading?.kind === "number" ? reading.value : defaultThresholds.smallBase;
}

function allOrNone(row: Row, base: number): readonly Finding[] {
  const [inGroup, notInGroup, place] = [row.number("In group"), row.number("Not in group"), row.at("In group")?.place];
  if (inGroup === null || notInGroup === null || place === undefined || inGroup < 0 || notInGroup < 0) return [];
  const known = inGroup + notInGroup;
  if (known < Math.max(base, 1) || (inGroup !== 0 && notInGroup !== 0)) return [];
  return [finding("W43", place, { key: quoted(profileKey(row)), inGroup: inGroup === 0 ? "none" : "all", known: plainNumber(known) })];
}

function manyUnknown(row: Row, base: number): readonly Finding[] {
  const [unknown, total, place] = [row.number("Unknown"), totalOf(row), row.at("Unknown")?.place];
  if (unknown === null || total === null || place === undefined || total < Math.max(base, 1) || unknown / total <= MANY_UNKNOWN) return [];
  return [finding("W44", place, { key: quoted(profileKey(row)), unknown: plainNumber(unknown), total: plainNumber(total), percentage: `${roundLikeExcel((100 * unknown) / total, 0)}%` })];
}
