/** Calls in a formula: worksheet functions, run once for each value where a single value is wanted, and functions made by LAMBDA. */
import type { CallExpression, Identifier } from "@borgar/fx";
import { cellError, isError } from "../workbook/values";
import type { Run } from "./compiled";
import { compile, singled, type Place } from "./evaluator";
import type { FunctionSpec } from "./function-spec";
import { functionNamed } from "./functions/registry";
import { needsOpenBook } from "./linked";
import { Lambda, Matrix, Reference, References, singleOf, type Operand, type Scope } from "./operand";
import { parseFormula, type SyntaxTree } from "./parse-formula";

export function compileCall(tree: CallExpression, place: Place): Run {
  // The parser also allows what makes a function, LAMBDA(x,x+1)(2), which its types leave out.
  const callee: Identifier | SyntaxTree = tree.callee as Identifier | SyntaxTree;
  if (callee.type !== "Identifier") return applyLambda(compile(callee, place), compileAll(tree, place));
  const name = callee.name.replace(/^(?:_xlfn\.|_xlws\.)+/i, "");
  if (!place.locals.has(name.toLowerCase())) {
    const spec = functionNamed(name.toUpperCase());
    const needed = needsOpenBook(name.toUpperCase(), tree.arguments);
    if (needed !== null) place.reads.cannot(needed);
    if (spec !== null) return compileFunction(spec, compileGiven(spec, tree, place), place);
    if (place.home.sheet.workbook.nameFor(name, place.home.sheet) === null) place.reads.cannot(`the function ${name.toUpperCase()} is not built here`);
  }
  const made = parseFormula(name);
  return typeof made === "string" ? () => cellError("#NAME?") : applyLambda(compile(made, place), compileAll(tree, place));
}

const compileAll = (tree: CallExpression, place: Place): readonly Run[] => tree.arguments.map((argument) => compile(argument, place));

/** In a plain formula, single-value arguments take the cell in line, unless the function works its argument out as an array. */
function compileGiven(spec: FunctionSpec, tree: CallExpression, place: Place): readonly Run[] {
  if (!place.plain) return compileAll(tree, place);
  return tree.arguments.map((argument, i) => {
    const parameter = spec.parameterAt(i);
    const run = compile(argument, parameter.arrays ? { ...place, plain: false } : place);
    return parameter.one || (spec.body.kind === "lazy" && i === 0) ? singled(run) : run;
  });
}

function applyLambda(callee: Run, given: readonly Run[]): Run {
  return (scope) => {
    const made = callee(scope);
    if (made instanceof Lambda) return made.apply(given.map((run) => run(scope)));
    return isError(made) ? made : cellError("#VALUE!");
  };
}

function compileFunction(spec: FunctionSpec, given: readonly Run[], place: Place): Run {
  if (spec.volatile) place.reads.volatile();
  if (spec.placeBound) place.reads.rowsHidden();
  if (given.length < spec.minimum || given.length > spec.maximum) return () => cellError("#VALUE!");
  const { body } = spec;
  if (body.kind === "lazy") {
    return (scope) => body.call(given.map((run) => () => run(scope)), scope, given.length);
  }
  const ones = given.map((_, i) => spec.parameterAt(i).one);
  return (scope) => {
    const operands = given.map((run) => run(scope));
    scope.cells.spend(spec.countsSteps ? 1 : 1 + sizeOfAll(operands, scope) / VALUES_A_STEP);
    const result = overValues(body.call, operands, ones, scope);
    if (result instanceof Matrix) scope.cells.spend(result.values.length);
    return result;
  };
}

/** Values that a function goes through in the time of a step. */
const VALUES_A_STEP = 4;

/** What a function that goes through all it is given goes through. */
function sizeOfAll(operands: readonly Operand[], scope: Scope): number {
  let size = 0;
  for (const operand of operands) {
    if (typeof operand === "string") size += operand.length;
    else if (operand instanceof Matrix) size += operand.values.length;
    else if (operand instanceof Reference) size += operand.isOneCell ? 1 : scope.cells.sizeOf(operand);
    else if (operand instanceof References) for (const one of operand.list) size += scope.cells.sizeOf(one);
  }
  return size;
}

/** Where a single value is wanted and many are given, the function runs once for each, and the results keep their shape. */
function overValues(call: (given: readonly Operand[], scope: Scope) => Operand, given: Operand[], ones: readonly boolean[], scope: Scope): Operand {
  let rows = 1;
  let columns = 1;
  for (let i = 0; i < given.length; i++) {
    if (ones[i] !== true) continue;
    const operand = given[i];
    const value = operand instanceof Reference && !operand.isOneCell ? scope.cells.matrixOf(operand) : operand;
    if (!(value instanceof Matrix)) continue;
    given[i] = value.rows === 1 && value.columns === 1 ? value.at(0, 0) : value;
    rows = Math.max(rows, value.rows);
    columns = Math.max(columns, value.columns);
  }
  if (rows === 1 && columns === 1) return call(given, scope);
  scope.cells.spend(rows * columns);
  const results = [];
  for (let r = 0; r < rows; r++) {
    for (let c = 0; c < columns; c++) {
      const one = given.map((operand, i) => (ones[i] === true && operand instanceof Matrix ? operand.at(r, c) : operand));
      results.push(singleOf(call(one, scope), scope));
    }
  }
  return new Matrix(rows, columns, results);
}
