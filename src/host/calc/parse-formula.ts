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
    return parse(withoutLostSheets(tokensOf(formula)));
  } catch (problem) {
    // The parser reports every fault in a formula by throwing; a fault of its own would come out as a formula that cannot be read.
    return problem instanceof Error ? problem.message : String(problem);
  }
}

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
