/** Catches counts of people that do not add up: group, not in group and unknown against the total, and the same people by every group (E30). */
import { isComparator, nameKey } from "../../domain/taxonomy";
import { finding, type Finding, type Rule } from "../finding";
import { plainNumber, readCell, spelt } from "../reading";
import { profileKey, profileRows, totalOf, type Row } from "../rows";
import { quoted } from "../words";

export const groupSums: Rule = (book) => {
  const rows = profileRows(book);
  return [...rows.flatMap(againstTotal), ...samePeople(rows.filter((row) => !isComparator(row.text("Population"))))];
};

/** The total is a formula of ours; it differs only where it was typed over. */
function againstTotal(row: Row): readonly Finding[] {
  const [sum, total] = [totalOf(row), row.at("Total")];
  if (sum === null || total === null || total.cell.formula !== null || total.reading.kind === "blank") return [];
  const reading = readCell(total.cell);
  if (reading.kind === "number" && reading.value === sum) return [];
  return [finding("E30.total", total.place, { key: quoted(profileKey(row)), sum: plainNumber(sum), found: quoted(spelt(reading)) })];
}

/** Every group sorts the same people, so the totals of a population agree. Those that differ from most are the ones to look at. */
function samePeople(rows: readonly Row[]): readonly Finding[] {
  const byPopulation = new Map<string, { readonly row: Row; readonly total: number }[]>();
  for (const row of rows) {
    const [key, total] = [nameKey(row.text("Population")), totalOf(row)];
    if (key !== "" && total !== null && total > 0) byPopulation.set(key, [...(byPopulation.get(key) ?? []), { row, total }]);
  }
  return [...byPopulation.values()].flatMap((same) => {
    const usual = mostFrequent(same.map(({ total }) => total));
    const others = same.filter(({ total }) => total === usual).map(({ row }) => row.text("Group"));
    return same.filter(({ total }) => total !== usual).flatMap(({ row, total }) => {
      const place = row.at("In group")?.place;
      return place === undefined ? [] : [finding("E30.populations", place, { key: quoted(profileKey(row)), found: plainNumber(total), others: quoted(others.join(", ")), usual: plainNumber(usual) })];
    });
  });
}

/** Of equally frequent ones the first. */
function mostFrequent(totals: readonly number[]): number {
  const times = (total: number): number => totals.filter((other) => other === total).length;
  return totals.reduce((best, total) => (times(total) > times(best) ? total : best), totals[0] ?? 0);
}
