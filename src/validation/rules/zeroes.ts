/** Catches zeroes that may be blanks: everything 0 where there are posts, nobody counted in a population (W21). */
import { finding, type Finding, type Rule } from "../finding";
import { isComparator } from "../../domain/taxonomy";
import { demandFigures, demandKey, demandRows, profileCounts, profileKey, profileRows, totalOf } from "../rows";
import { quoted } from "../words";

export const zeroes: Rule = (book) => [
  ...demandRows(book).flatMap((row): readonly Finding[] => {
    const [posts, ...rest] = demandFigures.map((header) => row.number(header));
    const first = row.at(demandFigures[1] ?? "");
    if (first === null || posts === null || posts === undefined || posts === 0 || rest.some((figure) => figure !== 0)) return [];
    return [finding("W21.row", first.place, { key: quoted(demandKey(row)) })];
  }),
  ...profileRows(book).flatMap((row, _index, rows): readonly Finding[] => {
    const first = row.at(profileCounts[0] ?? "");
    if (first === null || totalOf(row) !== 0 || isComparator(row.text("Population"))) return [];
    const same = rows.filter((other) => other.text("Population") === row.text("Population"));
    const most = Math.max(...same.map((other) => totalOf(other) ?? 0));
    return most === 0 ? [] : [finding("W21.population", first.place, { key: quoted(profileKey(row)), other: String(most) })];
  }),
];
