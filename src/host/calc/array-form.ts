/**
 * Whether a formula has to be worked out as an array formula: whether a range, or what is made of one, stands where a plain formula
 * takes one value. A file marks such formulas; without the mark Excel takes only the cell in line, as Excel before dynamic arrays did.
 */
import { functionNamed } from "./functions/registry";
import type { FunctionSpec } from "./function-spec";
import { Reference } from "./operand";
import { parseFormula, type SyntaxTree } from "./parse-formula";
import { resolveRange, resolveTable, type Home } from "./resolve";

/** What a piece of a formula can come to: one value, several cells, or an array. */
type Kind = "one" | "range" | "array";

interface Walk {
  readonly home: Home;
  /** Inside an argument that is always worked out as an array, as in SUMPRODUCT. */
  readonly asArray: boolean;
  readonly names: ReadonlySet<string>;
  readonly found: { needed: boolean };
}

/** @param tree - the formula's; @param home - the cell it stands in */
export function needsArrayForm(tree: SyntaxTree, home: Home): boolean {
  const found = { needed: false };
  const whole = kindOf(tree, { home, asArray: false, names: new Set(), found });
  // An array that a plain formula writes out gives its first value there.
  return found.needed || whole !== "one";
}

function kindOf(tree: SyntaxTree | null | undefined, walk: Walk): Kind {
  if (tree === null || tree === undefined) return "one";
  switch (tree.type) {
    case "Literal": case "ErrorLiteral": return "one";
    case "ArrayExpression": return "array";
    case "ReferenceIdentifier": return kindOfReference(tree.value, tree.kind, walk);
    case "UnaryExpression":
      if (tree.operator === "@") return "one";
      if (tree.operator === "#") return "range";
      return combined(tree.arguments.map((one) => kindOf(one, walk)), walk);
    case "BinaryExpression":
      if (tree.operator === ":" || tree.operator === "," || tree.operator === " ") return kindOfReferences(tree.operator, tree.arguments, walk);
      return combined(tree.arguments.map((one) => kindOf(one, walk)), walk);
    case "CallExpression": return kindOfCall(tree.callee, tree.arguments, walk);
    // Made for dynamic arrays: Excel marks every formula that has them.
    case "LambdaExpression": case "LetExpression":
      walk.found.needed = true;
      return "one";
  }
}

/** Operators and single-value arguments: a range there is what makes the difference. */
function combined(kinds: readonly Kind[], walk: Walk): Kind {
  if (!walk.asArray && kinds.includes("range")) walk.found.needed = true;
  return kinds.some((kind) => kind !== "one") ? "array" : "one";
}

function kindOfReference(text: string, type: string, walk: Walk): Kind {
  if (type === "name") return kindOfName(text, walk);
  const found = type === "table" ? resolveTable(text, walk.home) : resolveRange(text, walk.home);
  return found instanceof Reference && !found.isOneCell ? "range" : "one";
}

function kindOfName(text: string, walk: Walk): Kind {
  const name = text.slice(text.lastIndexOf("!") + 1);
  const { sheet } = walk.home;
  const found = sheet.workbook.nameFor(name, sheet);
  if (found === null) return sheet.workbook.tableByName(name) === null ? "one" : "range";
  const tree = parseFormula(found.formula);
  const key = found.name.toLowerCase();
  if (typeof tree === "string" || walk.names.has(key)) return "one";
  // Names are always worked out as arrays; only what comes of them counts here.
  return kindOf(tree, { ...walk, asArray: true, names: new Set([...walk.names, key]), found: { needed: false } });
}

function kindOfReferences(operator: string, parts: readonly SyntaxTree[], walk: Walk): Kind {
  for (const part of parts) kindOf(part, walk);
  return operator === " " ? "one" : "range";
}

function kindOfCall(callee: { readonly type: string; readonly name?: string }, given: readonly (SyntaxTree | null)[], walk: Walk): Kind {
  const spec = callee.name === undefined ? null : functionNamed(callee.name.replace(/^(?:_xlfn\.|_xlws\.)+/i, "").toUpperCase());
  if (spec === null) {
    for (const one of given) kindOf(one, walk);
    return "one";
  }
  if (spec.body.kind === "lazy") return kindOfBranches(spec, given, walk);
  const kinds = given.map((one, i) => kindOf(one, spec.parameterAt(i).arrays ? { ...walk, asArray: true } : walk));
  const singles = combined(kinds.filter((_, i) => spec.parameterAt(i).one), walk);
  if (singles !== "one") return "array";
  return spec.givesMany && spec.name !== "OFFSET" && spec.name !== "INDIRECT" && !isPlaceOfOne(spec, kinds) ? "array" : "one";
}

/** ROW and COLUMN give one number for one cell. */
const isPlaceOfOne = (spec: FunctionSpec, kinds: readonly Kind[]): boolean => (spec.name === "ROW" || spec.name === "COLUMN") && kinds[0] !== "range";

/** IF and its kin take one value to decide by, even inside SUMPRODUCT; their branches pass through. */
function kindOfBranches(spec: FunctionSpec, given: readonly (SyntaxTree | null)[], walk: Walk): Kind {
  const within = { ...walk, asArray: false };
  const kinds = given.map((one) => kindOf(one, within));
  if (spec.name === "XLOOKUP") return combined(kinds.slice(0, 1), within);
  const decides = spec.name === "IFS" ? kinds.filter((_, i) => i % 2 === 0) : kinds.slice(0, 1);
  const passes = spec.name === "IFERROR" || spec.name === "IFNA" ? kinds : spec.name === "IFS" ? kinds.filter((_, i) => i % 2 === 1) : kinds.slice(1);
  if (spec.name !== "IFERROR" && spec.name !== "IFNA" && combined(decides, within) !== "one") return "array";
  return passes.includes("range") ? "range" : passes.includes("array") ? "array" : "one";
}
