/** Random rules over random rows: the engine and a second, exact evaluator come to the same. */
import { judge } from "../../../src/validation/language/judge";
import { parseRule } from "../../../src/validation/language/parse-rule";
import { sideAt, written, type Cell, type Row, type Sign, type Strategy, type Tree } from "./exact";
import { figuresFrom } from "./vector-figures";
import { Chance } from "../../support/chance";

const MEASURES = ["a", "b", "c"];
const NOT_NUMBERS: readonly Cell[] = ["", "", "", "n/a", "n/a", "<5", "about 5"];
const SIGNS: readonly Sign[] = ["+", "+", "-", "*", "/", "min", "max", "abs", "sum", "percent", "total"];
const STRATEGIES: readonly Strategy[] = ["skip-if-any", "skip-if-all", "zero"];
const COMPARISONS = ["=", "≠", ">", "≥", "<", "≤"] as const;

interface Case { readonly left: Tree; readonly right: Tree; readonly operator: (typeof COMPARISONS)[number] | "within"; readonly strategies: readonly [Strategy, Strategy]; readonly points: number; readonly rows: readonly Row[] }

function caseOf(seed: number): Case {
  const chance = new Chance(seed);
  const next = (below: number): number => chance.below(below);
  const pick = <T>(from: readonly T[]): T => from[next(from.length)] as T;
  const number = (): number => (next(3) === 0 ? next(2000) / 100 : next(12)) * (next(8) === 0 ? -1 : 1);
  const tree = (deep: number): Tree => {
    if (deep === 0 || next(3) === 0) return next(4) === 0 ? Math.abs(number()) : pick(MEASURES);
    const sign = pick(SIGNS);
    return sign === "total" ? ["total", pick(MEASURES)] : sign === "abs" ? ["abs", tree(deep - 1)] : [sign, tree(deep - 1), tree(deep - 1)];
  };
  return {
    left: tree(2), right: tree(2), operator: next(4) === 0 ? "within" : pick(COMPARISONS), strategies: [pick(STRATEGIES), pick(STRATEGIES)], points: next(500) / 100,
    rows: Array.from({ length: 1 + next(6) }, (): Row => Object.fromEntries(MEASURES.map((name) => [name, next(5) === 0 ? pick(NOT_NUMBERS) : number()]))),
  };
}

/** Row numbers, from 1. */
function byExact({ left, right, operator, strategies, points, rows }: Case): readonly number[] {
  return rows.flatMap((row, index) => {
    const [one, other] = [sideAt(left, strategies[0], row, rows), sideAt(right, strategies[1], row, rows)];
    if (one === null || other === null) return [];
    const apart = one < other ? other - one : one - other;
    const holds = { "=": one === other, "≠": one !== other, ">": one > other, "≥": one >= other, "<": one < other, "≤": one <= other, within: apart <= BigInt(Math.round(points * 1e9)) };
    return holds[operator] ? [] : [index + 1];
  });
}

function byEngine({ left, right, operator, strategies, points, rows }: Case): readonly number[] {
  const rule = parseRule({
    id: "E99", severity: "must-fix", title: "Random", says: "Random.", fix: "Check it.", source: "Random", scope: "row", table: "t", operator, ...(operator === "within" ? { points } : {}),
    left: { of: written(left), missing: strategies[0] }, right: { of: written(right), missing: strategies[1] }, at: "row",
  });
  const figures = figuresFrom({ tables: { t: [["row", ...MEASURES], ...rows.map((row, index) => [String(index + 1), ...MEASURES.map((name) => row[name] ?? "")])] } });
  return [...judge([rule], figures)].flat().map(({ facts }) => Number(facts["key"]));
}

const seeds = Array.from({ length: 20 }, (_, block) => Array.from({ length: 100 }, (__, index) => block * 100 + index + 1));

describe("the engine and exact fractions", () => {
  it.each(seeds.map((block) => [block[0], block] as const))("find the same in a hundred random rules from seed %i on", (_, block) => {
    const differing = block.filter((seed) => JSON.stringify(byEngine(caseOf(seed))) !== JSON.stringify(byExact(caseOf(seed)))).map((seed) => ({ seed, ...caseOf(seed), engine: byEngine(caseOf(seed)), exact: byExact(caseOf(seed)) }));
    expect(differing).toEqual([]);
  });
  it("find something in many of them and nothing in many", () => {
    const found = seeds.flat().map((seed) => byExact(caseOf(seed)).length > 0);
    expect(found.filter(Boolean).length).toBeGreaterThan(500);
    expect(found.filter((each) => !each).length).toBeGreaterThan(500);
  });
});
