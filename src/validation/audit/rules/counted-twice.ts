/** S04: a total over a range that has its own subtotals in it. SUBTOTAL leaves other SUBTOTALs out, so those are as they should be. */
import type { Finding } from "../../finding";
import { a1 } from "../../../blueprint/place";
import { areaName, isInside, type Area } from "../audit-book";
import { auditFinding } from "../audit-finding";
import { callsIn, type Part } from "../formula-parts";
import { partsAgain, type Formula, type Formulas, type Turns } from "../read-formulas";
import { someOf } from "../../words";

/** A formula that does nothing but add up ranges, or cells. */
interface Adding { readonly formula: Formula; readonly by: "SUM" | "SUBTOTAL" | "+"; readonly areas: readonly Area[] }

export function* countedTwice(formulas: Formulas): Turns {
  /** Those that add up cells of their own column. */
  const byColumn = new Map<string, Adding[]>();
  const all: Adding[] = [];
  for (const [at, formula] of formulas.all.entries()) {
    const adding = addingIn(formula);
    if (adding !== null) {
      all.push(adding);
      if (adding.areas.every(({ left, right }) => left === formula.column && right === formula.column)) add(byColumn, `${formula.sheet} ${formula.column}`, adding);
    }
    if (at % 250 === 0) yield [];
  }
  yield* outerOnes(formulas, all, byColumn);
}

function add(byColumn: Map<string, Adding[]>, key: string, adding: Adding): void {
  const others = byColumn.get(key);
  if (others === undefined) byColumn.set(key, [adding]);
  else others.push(adding);
}

function* outerOnes(formulas: Formulas, all: readonly Adding[], byColumn: ReadonlyMap<string, readonly Adding[]>): Turns {
  const seen = new Set<string>();
  for (const [at, outer] of all.entries()) {
    const { sheet, row, column, form } = outer.formula;
    const found = findingFor(formulas, outer, byColumn);
    if (found !== null && !seen.has(`${sheet} ${row} ${column - 1} ${form}`)) yield [found];
    if (found !== null) seen.add(`${sheet} ${row} ${column} ${form}`);
    if (at % 200 === 0) yield [];
  }
}

function findingFor(formulas: Formulas, outer: Adding, byColumn: ReadonlyMap<string, readonly Adding[]>): Finding | null {
  if (outer.by === "+") return null;
  const twice = outer.areas.filter(({ left, right, top, bottom }) => left === right && bottom > top).flatMap((area) => (byColumn.get(`${outer.formula.sheet} ${area.left}`) ?? []).filter((inner) => isSubtotalIn(area, outer, inner)));
  const sheet = formulas.book.sheets[outer.formula.sheet];
  if (twice.length === 0 || sheet === undefined) return null;
  return auditFinding("S04", sheet, a1(outer.formula.row, outer.formula.column), { range: outer.areas.map(areaName).join(", "), subtotals: someOf(twice.map(({ formula: { row, column } }) => a1(row, column))) });
}

/** In the range, as is all that it adds up itself in the same column. */
function isSubtotalIn(area: Area, outer: Adding, { formula, by, areas }: Adding): boolean {
  if (formula === outer.formula || (outer.by === "SUBTOTAL" && by === "SUBTOTAL") || !isInside(area, formula.row, formula.column)) return false;
  return areas.every(({ top, bottom }) => top >= area.top && bottom <= area.bottom);
}

function addingIn(formula: Formula): Adding | null {
  if (!/sum|subtotal|\+/i.test(formula.text)) return null;
  const parts = partsAgain(formula);
  const [call] = callsIn(parts);
  if (call !== undefined) {
    const isSum = call.name === "SUM" || (call.name === "SUBTOTAL" && parts[1]?.kind === "number" && ["9", "109"].includes(parts[1].text));
    return isSum && call.alone && call.onlyRanges && call.ranges.length > 0 && call.ranges.every(({ sheet }) => sheet === null) ? { formula, by: call.name === "SUM" ? "SUM" : "SUBTOTAL", areas: call.ranges.map(({ area }) => area) } : null;
  }
  return isPlusOnly(parts) ? { formula, by: "+", areas: parts.flatMap((part) => (part.kind === "reference" ? [part.reference.area] : [])) } : null;
}

/** =B2+B3+B4, of this sheet. Two cells may be anything. */
function isPlusOnly(parts: readonly Part[]): boolean {
  const cells = parts.filter((part, at) => at % 2 === 0 && part.kind === "reference" && part.reference.sheet === null && !part.reference.isRange).length;
  return parts.length >= 5 && cells === (parts.length + 1) / 2 && parts.every((part, at) => at % 2 === 0 || (part.kind === "sign" && part.text === "+"));
}
