/** Formula text to a syntax tree, on @borgar/fx, kept for the next cell with the same text. */
import { parse, tokenize, type AstExpression, type Token } from "@borgar/fx";

export type SyntaxTree = AstExpression;

const trees = new Map<string, SyntaxTree | string>();
const MOST_TREES = 50_000;

/**
 * The tree of a formula without "=".
 * @returns the tree, or the parser's reason as text when the formula cannot be read
 */
export function parseFormula(formula: string): SyntaxTree | string {
  const known = trees.get(formula);
  if (known !== undefined) return known;
  if (trees.size >= MOST_TREES) trees.clear();
  const tree = parseFresh(formula);
  trees.set(formula, tree);
  return tree;
}

function parseFresh(formula: string): SyntaxTree | string {
  if (formula.trim() === "") return "The formula is empty.";
  try {
    const tree = parse(withOptionalParameters(withNamesOfBooks(withoutLostSheets(tokensOf(formula)))));
    return formula.length > DEEPEST_TREE && isTooDeep(tree) ? `it is nested more than ${DEEPEST_TREE} levels deep` : tree;
  } catch (problem) {
    // The parser reports every fault in a formula by throwing; a fault of its own would come out as a formula that cannot be read.
    return problem instanceof Error ? problem.message : String(problem);
  }
}

/** Excel allows 64 levels of functions; a long chain of operators is one level for each. The stack of the machine sets the limit. */
const DEEPEST_TREE = 1_500;

function isTooDeep(tree: SyntaxTree): boolean {
  let level: readonly unknown[] = [tree];
  // A node and the list of its arguments are two levels of data.
  for (let depth = 0; level.length > 0; depth += 0.5) {
    if (depth > DEEPEST_TREE) return true;
    level = level.flatMap((node) => (Array.isArray(node) ? (node as readonly unknown[]) : typeof node === "object" && node !== null ? Object.values(node) : [])).filter((one) => typeof one === "object" && one !== null);
  }
  return false;
}

/** `[1]!Rate`, a name of another workbook, which the parser knows only with a sheet. */
function withNamesOfBooks(tokens: Token[]): Token[] {
  const starts = (at: number): boolean => tokens[at]?.value === "[" && tokens[at + 1]?.type === "number" && tokens[at + 2]?.value === "]" && tokens[at + 3]?.value === "!" && tokens[at + 4]?.type === "range_named";
  if (!tokens.some((_, at) => starts(at))) return tokens;
  const merged: Token[] = [];
  for (let at = 0; at < tokens.length; at++) {
    const token = tokens[at];
    if (token === undefined) continue;
    if (!starts(at)) { merged.push(token); continue; }
    merged.push({ ...token, type: "range_named", value: tokens.slice(at, at + 5).map(({ value }) => value).join("") });
    at += 4;
  }
  return merged;
}

/** `LAMBDA(x,[y],…)`: the parser knows no parameter that may be left out. It is given the name that a file has for one, `_xlop.y`. */
function withOptionalParameters(tokens: Token[]): Token[] {
  if (!tokens.some(isLambda)) return tokens;
  const within: boolean[] = [];
  return tokens.map((token, i) => {
    if (token.value === "(") within.push(isLambda(tokens[i - 1]));
    if (token.value === ")") within.pop();
    const isParameter = token.type === "structured" && within[within.length - 1] === true && tokens[i + 1]?.value === "," && /^\[[\p{L}_][\p{L}\d_.]*\]$/u.test(token.value);
    return isParameter ? { ...token, type: "range_named", value: `_xlop.${token.value.slice(1, -1)}` } : token;
  });
}

const isLambda = (token: Token | undefined): boolean => token?.type === "func" && /^(?:_xlfn\.)?lambda$/i.test(token.value);

/** The formula's tokens; joined again they give the same text. */
export function tokensOf(formula: string): Token[] {
  return tokenize(`=${formula}`, { mergeRefs: true }).slice(1);
}

/** Why Excel would refuse this formula (without "="), or null when it reads well. */
export function formulaProblem(formula: string): string | null {
  const tree = parseFormula(formula);
  return typeof tree === "string" ? tree : null;
}

/** `Sheet1!#REF!` is what remains of a reference whose cells are gone; the parser knows only `#REF!`. */
function withoutLostSheets(tokens: readonly Token[]): Token[] {
  const kept: Token[] = [];
  for (let i = 0; i < tokens.length; i++) {
    const token = tokens[i];
    if (token === undefined) continue;
    const isContext = token.type === "context" || token.type === "context_quote";
    if (isContext && tokens[i + 1]?.value === "!" && tokens[i + 2]?.type === "error") i += 1;
    else kept.push(token);
  }
  return kept;
}
