/** Catches supply that never falls over the horizons in several role groups, as if each horizon held those before it too (W36). */
import { finding, type Rule } from "../finding";
import { demandKey, demandRows, horizonColumns, type Row } from "../rows";
import { quoted, someOf } from "../words";

/** One or two role groups may well grow so. */
const ENOUGH = 3;

export const cumulativeSupply: Rule = (book) => {
  const growing = demandRows(book).filter(neverFalls);
  const first = growing[0]?.at(horizonColumns[0].supply)?.place;
  if (first === undefined || growing.length < ENOUGH) return [];
  return [finding("W36", first, { count: String(growing.length), names: someOf(growing.map((row) => quoted(demandKey(row)))) })];
};

/** The same figure throughout is another matter: nothing grows. */
function neverFalls(row: Row): boolean {
  const supply = horizonColumns.map((columns) => row.number(columns.supply));
  const [first, last] = [supply[0], supply[supply.length - 1]];
  return supply.every((figure, index) => figure !== null && (index === 0 || figure >= (supply[index - 1] ?? 0))) && first !== last;
}
