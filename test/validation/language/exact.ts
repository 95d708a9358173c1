/**
 * A second evaluator of number rules, as short as can be: it tries every row, one after the other, in exact fractions of whole numbers. It shares nothing with the
 * product but the text of the rule, so that where the two agree it is not because one copied the other's mistake.
 */
export type Cell = number | "" | "n/a" | "<5" | "about 5";
export type Row = Readonly<Record<string, Cell>>;
export type Strategy = "skip-if-any" | "skip-if-all" | "zero";

/** [sign or function, parts], a measure's name, or a number. */
export type Tree = string | number | readonly [Sign, ...Tree[]];
export type Sign = "+" | "-" | "*" | "/" | "min" | "max" | "abs" | "sum" | "percent" | "total";

interface Fraction { readonly over: bigint; readonly under: bigint }
interface Seen { numbers: number; missing: number; hidden: number }
type Worth = Fraction | null;

/** Nine decimal places, as the README of the language says. */
const PLACES = 1_000_000_000n;

const fraction = (over: bigint, under: bigint): Worth => (under === 0n ? null : under < 0n ? { over: -over, under: -under } : { over, under });
const fromNumber = (value: number): Fraction => ({ over: BigInt(Math.round(value * 100)), under: 100n });

/** The tree as a rule has it. */
export function written(tree: Tree): string {
  if (typeof tree !== "object") return String(tree);
  const [sign, ...parts] = tree;
  return sign === "+" || sign === "-" || sign === "*" || sign === "/" ? `(${parts.map(written).join(` ${sign} `)})` : `${sign}(${parts.map(written).join(", ")})`;
}

/** What a side comes to in a row, in units of the ninth decimal place; null where it is not judged. */
export function sideAt(tree: Tree, strategy: Strategy, row: Row, rows: readonly Row[]): bigint | null {
  const seen: Seen = { numbers: 0, missing: 0, hidden: 0 };
  const worth = worthOf(tree, row, rows, seen);
  const isPassedOver = seen.hidden > 0 || (seen.missing > 0 && (strategy === "skip-if-any" || (strategy === "skip-if-all" && seen.numbers === 0)));
  return worth === null || isPassedOver ? null : rounded(worth);
}

function rounded({ over, under }: Fraction): bigint {
  const size = over < 0n ? -over : over;
  const nearest = (2n * size * PLACES + under) / (2n * under);
  return over < 0n ? -nearest : nearest;
}

function worthOf(tree: Tree, row: Row, rows: readonly Row[], seen: Seen): Worth {
  if (typeof tree === "number") return fromNumber(tree);
  if (typeof tree === "string") return cellWorth(row[tree] ?? "", seen);
  const [sign, ...parts] = tree;
  if (sign === "total") return totalOf(parts[0] ?? 0, rows, seen);
  const [first = null, ...others] = [...(sign === "abs" || sign === "sum" ? [fromNumber(0)] : []), ...parts.map((part) => worthOf(part, row, rows, seen))];
  return others.reduce((sum, part) => (sum === null || part === null ? null : joined(sign, sum, part)), first);
}

function cellWorth(cell: Cell, seen: Seen): Fraction {
  if (typeof cell === "number") { seen.numbers += 1; return fromNumber(cell); }
  if (cell === "" || cell === "n/a") seen.missing += 1;
  else seen.hidden += 1;
  return fromNumber(0);
}

/** Of one measure; rows that say n/a add nothing, unless none adds anything. */
function totalOf(measure: Tree, rows: readonly Row[], seen: Seen): Worth {
  const cells = rows.map((row) => row[String(measure)] ?? "").filter((cell) => cell !== "n/a");
  if (cells.length === 0) seen.missing += 1;
  return cells.map((cell) => cellWorth(cell, seen)).reduce<Worth>((sum, part) => (sum === null ? null : joined("+", sum, part)), fromNumber(0));
}

function joined(sign: Sign, one: Fraction, other: Fraction): Worth {
  const isLess = one.over * other.under < other.over * one.under;
  switch (sign) {
    case "+": case "sum": return fraction(one.over * other.under + other.over * one.under, one.under * other.under);
    case "-": return fraction(one.over * other.under - other.over * one.under, one.under * other.under);
    case "*": return fraction(one.over * other.over, one.under * other.under);
    case "/": return fraction(one.over * other.under, one.under * other.over);
    case "percent": return fraction(100n * one.over * other.under, one.under * other.over);
    case "min": return isLess ? one : other;
    case "max": return isLess ? other : one;
    case "abs": case "total": return other.over < 0n ? { over: -other.over, under: other.under } : other;
  }
}
