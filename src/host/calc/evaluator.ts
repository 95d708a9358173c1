/** A formula's syntax tree made into something that runs: each node becomes a closure, and what it reads is noted on the way. */
import type { LambdaExpression, LetExpression, UnaryExpression } from "@borgar/fx";
import { cellError, isError, type CellError, type CellValue, type ErrorCode } from "../workbook/values";
import { compileCall } from "./call";
import type { Run } from "./compiled";
import { Lambda, Matrix, Reference, References, matrixOf, valueOf, type Operand, type Scope } from "./operand";
import { binaryOperators, commonShape, overTwo, unaryOperators } from "./operators";
import { trimmedEdges, withoutBlankEdges } from "./functions/trim-range";
import { NotWorkedOut } from "./not-worked-out";
import { parseFormula, type SyntaxTree } from "./parse-formula";
import { isOutside, linkedCells, linkedName, Unsupported } from "./linked";
import { inLine, resolveRange, resolveTable, tableBody, type Home, type Resolved } from "./resolve";
import { nameWord, ownTableWord, sheetOrderWord, sheetWord, tableWord, type Reads } from "./reads";

type BinaryTree = Extract<SyntaxTree, { type: "BinaryExpression" }>;

/** Where a piece of formula stands: its cell, the names that LET and LAMBDA made around it, and the defined names being opened. */
export interface Place {
  readonly home: Home;
  readonly locals: ReadonlySet<string>;
  readonly opened: ReadonlyMap<string, Opened>;
  readonly reads: Reads;
  /** Ranges are cut to the cell in line where one value is wanted. */
  readonly plain: boolean;
}

/** A defined name being opened; its formula can run once it is compiled. */
interface Opened { run: Run | null }

/** Functions calling one another; the machine's own stack sets the limit. */
const MOST_LAMBDA_CALLS = 400;
/** What a call of a LAMBDA costs beside what is in it. */
const LAMBDA_STEPS = 100;
let lambdaDepth = 0;

/** @param tree - `undefined` is an argument left empty */
export function compile(tree: SyntaxTree | null | undefined, place: Place): Run {
  if (tree === null || tree === undefined) return () => undefined;
  switch (tree.type) {
    case "Literal": { const value = tree.value; return () => value; }
    case "ErrorLiteral": { const error = cellError(tree.value as ErrorCode); return () => error; }
    case "ArrayExpression": return compileArray(tree.elements.map((row) => row.map((item) => compile(item, place))));
    case "ReferenceIdentifier": return compileReference(tree.value, tree.kind, place);
    case "UnaryExpression": return compileUnary(tree, place);
    case "BinaryExpression": return compileBinary(tree, place);
    case "CallExpression": return compileCall(tree, place);
    case "LambdaExpression": return compileLambda(tree, place);
    case "LetExpression": return compileLet(tree, place);
  }
}

function compileArray(rows: readonly (readonly Run[])[]): Run {
  return (scope) => Matrix.of(rows.map((row) => row.map((item) => matrixOf(item(scope), scope).at(0, 0))));
}

const constant = (value: Operand): Run => () => value;

function compileReference(text: string, kind: string, place: Place): Run {
  if (kind === "name") return compileName(text, place);
  const isTable = kind === "table";
  if (isTable) noteTable(text, place);
  else if (text.includes("!")) noteSheets(sheetPart(text), place);
  const whole = resolved(isTable ? resolveTable(text, place.home) : resolveRange(text, place.home), place);
  const edges = isTable ? null : trimmedEdges(text);
  if (edges === null) return whole;
  return (scope) => {
    const found = whole(scope);
    return found instanceof Reference ? withoutBlankEdges(found, edges, edges, scope) : found;
  };
}

function resolved(found: Resolved, place: Place): Run {
  if (found instanceof Unsupported) {
    place.reads.cannot(found.what);
    return constant(cellError("#REF!"));
  }
  if (found instanceof Reference) place.reads.cells(found);
  if (found instanceof References) found.list.forEach((reference) => place.reads.cells(reference));
  return constant(found);
}

/** @param named - "Jan", or "Jan:Mar" for all sheets from one to the other */
function noteSheets(named: string, place: Place): void {
  for (const name of named.split(":")) place.reads.word(sheetWord(name));
  if (named.includes(":")) place.reads.word(sheetOrderWord);
}

function noteTable(text: string, place: Place): void {
  const name = /^[^[]*/.exec(text)?.[0] ?? "";
  place.reads.word(name === "" ? ownTableWord(place.home.sheet) : tableWord(name));
}

const sheetPart = (text: string): string => text.slice(0, text.lastIndexOf("!")).replace(/^'|'$/g, "").replace(/''/g, "'");

function compileName(text: string, place: Place): Run {
  const lower = text.toLowerCase();
  if (place.locals.has(lower)) return (scope) => scope.locals?.get(lower);
  const bang = text.lastIndexOf("!");
  const name = text.slice(bang + 1);
  if (bang >= 0 && isOutside(sheetPart(text))) return compileLinkedName(sheetPart(text), name, place);
  place.reads.word(nameWord(name));
  place.reads.word(tableWord(name));
  const { workbook } = place.home.sheet;
  const from = bang < 0 ? place.home.sheet : workbook.sheetByName(sheetPart(text));
  if (bang >= 0) place.reads.word(sheetWord(sheetPart(text)));
  const found = from === null ? null : workbook.nameFor(name, from);
  if (found === null) {
    const table = bang < 0 ? workbook.tableByName(name) : null;
    return table === null ? constant(cellError("#NAME?")) : resolved(tableBody(table), place);
  }
  return openName(`${found.scope ?? ""} ${found.name.toLowerCase()}`, found.formula, place);
}

/** A name of another workbook stands for cells there. */
function compileLinkedName(before: string, name: string, place: Place): Run {
  const found = linkedName(place.home.sheet.workbook, before, name);
  if (found instanceof Unsupported) return resolved(found, place);
  const cells = resolveRange(found.formula, { ...place.home, sheet: found.from });
  return resolved(cells instanceof Reference ? linkedCells(place.home.sheet.workbook, [/\d+/.exec(before)?.[0] ?? "", cells.sheet.name], cells.area) : cells, place);
}

/** A name's formula stands in for it; relative references in it count from A1. */
function openName(key: string, formula: string, place: Place): Run {
  const tree = parseFormula(formula);
  const before = place.opened.get(key);
  if (before !== undefined) {
    // A function may call itself; how deep it may go is decided where it is called.
    const isFunction = typeof tree !== "string" && tree.type === "LambdaExpression";
    return isFunction ? (scope) => before.run?.({ ...scope, locals: null }) : constant(cellError("#NAME?"));
  }
  if (typeof tree === "string") {
    place.reads.cannot(`the name's formula ${formula} cannot be read`);
    return constant(cellError("#NAME?"));
  }
  const { sheet, row, column } = place.home;
  const opened: Opened = { run: null };
  const inside: Place = {
    home: { sheet, row, column, down: row, right: column }, locals: new Set(), opened: new Map([...place.opened, [key, opened]]), reads: place.reads, plain: false,
  };
  const run = compile(tree, inside);
  opened.run = run;
  return (scope) => run(scope.locals === null ? scope : { ...scope, locals: null });
}

/** What a piece of a plain formula comes to where one value is wanted. */
export const singled = (run: Run): Run => (scope) => {
  const operand = run(scope);
  return operand instanceof Reference ? inLine(operand, scope.row, scope.column) : operand;
};

function compileUnary(tree: UnaryExpression, place: Place): Run {
  const whole = compile(tree.arguments[0], place);
  const run = place.plain && tree.operator !== "#" ? singled(whole) : whole;
  if (tree.operator === "@") return (scope) => intersected(run(scope), scope);
  if (tree.operator === "#") return (scope) => spillRange(run(scope), scope);
  const work = unaryOperators.get(tree.operator);
  if (work === undefined) throw new Error(`There is no operator ${tree.operator}.`);
  return (scope) => {
    const value = valueOf(run(scope), scope);
    if (value instanceof Lambda) return cellError("#CALC!");
    if (!(value instanceof Matrix)) return work(value);
    scope.cells.spend(value.values.length);
    return value.map(work);
  };
}

function intersected(operand: Operand, scope: Scope): Operand {
  if (operand instanceof Reference) return inLine(operand, scope.row, scope.column);
  if (operand instanceof References) return cellError("#VALUE!");
  return operand instanceof Matrix ? operand.at(0, 0) : operand;
}

function spillRange(operand: Operand, scope: Scope): Operand {
  if (isError(operand)) return operand;
  if (!(operand instanceof Reference) || !operand.isOneCell) return cellError("#REF!");
  const area = scope.cells.spillOf(operand.sheet, operand.area.top, operand.area.left);
  return area === null ? cellError("#REF!") : new Reference(operand.sheet, area);
}

function compileBinary(tree: BinaryTree, place: Place): Run {
  if (binaryOperators.has(tree.operator)) return compileChain(tree, place);
  const known = tree.operator === ":" ? knownSpan(tree, place) : null;
  if (known !== null) return resolved(known, place);
  const [left, right] = [compile(tree.arguments[0], place), compile(tree.arguments[1], place)];
  switch (tree.operator) {
    case ":":
      // The cells between two places that only the run makes known cannot be noted beforehand.
      place.reads.volatile();
      return (scope) => ofReferences(left(scope), right(scope), spanned);
    case " ": return (scope) => ofReferences(left(scope), right(scope), overlap);
    case ",": return (scope) => united(left(scope), right(scope));
    default: throw new Error(`There is no operator ${tree.operator}.`);
  }
}

/** `Plan!A1:Plan!B3` and `A1:A3:B5`, whose cells are known before they run. */
function knownSpan(tree: SyntaxTree, place: Place): Resolved | null {
  if (tree.type === "ReferenceIdentifier" && tree.kind !== "name" && tree.kind !== "table") {
    if (tree.value.includes("!")) noteSheets(sheetPart(tree.value), place);
    return resolveRange(tree.value, place.home);
  }
  if (tree.type !== "BinaryExpression" || tree.operator !== ":") return null;
  const [from, to] = tree.arguments;
  if (from === undefined || to === undefined) return null;
  const [first, last] = [knownSpan(from, place), knownSpan(to, place)];
  if (!(first instanceof Reference) || !(last instanceof Reference)) return null;
  // An end without a sheet lies on the first end's sheet.
  const isBare = to.type === "ReferenceIdentifier" && !to.value.includes("!");
  const span = spanned(first, isBare ? new Reference(first.sheet, last.area) : last);
  return span instanceof Reference || isError(span) ? span : null;
}

/** Operators of values. `a+b+c+…` is a deep tree to the left, gone through in a loop so that a long one does not exhaust the stack. */
function compileChain(tree: BinaryTree, place: Place): Run {
  const steps: { readonly work: (a: CellValue, b: CellValue) => CellValue; readonly right: Run }[] = [];
  const operand = (part: SyntaxTree | undefined): Run => (place.plain ? singled(compile(part, place)) : compile(part, place));
  let left: SyntaxTree | undefined = tree;
  for (let work; left?.type === "BinaryExpression" && (work = binaryOperators.get(left.operator)) !== undefined; left = left.arguments[0]) {
    steps.push({ work, right: operand(left.arguments[1]) });
  }
  steps.reverse();
  const start = operand(left);
  const [only, ...more] = steps;
  if (only !== undefined && more.length === 0) return (scope) => applied(only.work, valueOf(start(scope), scope), valueOf(only.right(scope), scope), scope);
  return (scope) => {
    let value = valueOf(start(scope), scope);
    for (const { work, right } of steps) value = applied(work, value, valueOf(right(scope), scope), scope);
    return value;
  };
}

type Value = CellValue | Matrix | Lambda;

function applied(work: (a: CellValue, b: CellValue) => CellValue, a: Value, b: Value, scope: Scope): CellValue | Matrix {
  if (a instanceof Lambda || b instanceof Lambda) return cellError("#CALC!");
  if (!(a instanceof Matrix) && !(b instanceof Matrix)) return work(a, b);
  const { rows, columns } = commonShape(a, b);
  scope.cells.spend(rows * columns);
  return overTwo(a, b, work);
}

function ofReferences(a: Operand, b: Operand, work: (a: Reference, b: Reference) => Reference | CellError): Operand {
  if (isError(a)) return a;
  if (isError(b)) return b;
  return a instanceof Reference && b instanceof Reference ? work(a, b) : cellError("#VALUE!");
}

function spanned(a: Reference, b: Reference): Reference | CellError {
  if (a.sheet !== b.sheet) return cellError("#VALUE!");
  return new Reference(a.sheet, {
    top: Math.min(a.area.top, b.area.top), left: Math.min(a.area.left, b.area.left),
    bottom: Math.max(a.area.bottom, b.area.bottom), right: Math.max(a.area.right, b.area.right),
  });
}

function overlap(a: Reference, b: Reference): Reference | CellError {
  if (a.sheet !== b.sheet) return cellError("#VALUE!");
  const top = Math.max(a.area.top, b.area.top);
  const left = Math.max(a.area.left, b.area.left);
  const bottom = Math.min(a.area.bottom, b.area.bottom);
  const right = Math.min(a.area.right, b.area.right);
  return top > bottom || left > right ? cellError("#NULL!") : new Reference(a.sheet, { top, left, bottom, right });
}

function united(a: Operand, b: Operand): Operand {
  const list: Reference[] = [];
  for (const part of [a, b]) {
    if (isError(part)) return part;
    if (part instanceof Reference) list.push(part);
    else if (part instanceof References) list.push(...part.list);
    else return cellError("#VALUE!");
  }
  return new References(list);
}

/** A parameter that may be left out, as the parser is given it. */
const OPTIONAL = /^_xlop\./;

function compileLambda(tree: LambdaExpression, place: Place): Run {
  const written = tree.params.map((parameter) => parameter.name.toLowerCase());
  const parameters = written.map((name) => name.replace(OPTIONAL, ""));
  const needed = written.filter((name) => !OPTIONAL.test(name)).length;
  const run = compile(tree.body, { ...place, locals: new Set([...place.locals, ...parameters]) });
  return (scope) => new Lambda(parameters, (given) => {
    if (given.length > parameters.length || given.length < needed) return cellError("#VALUE!");
    // Excel gives #NUM! too, though it may get somewhat further first.
    if (lambdaDepth >= MOST_LAMBDA_CALLS) throw new NotWorkedOut(`a function calls itself more than ${MOST_LAMBDA_CALLS} times over`, "#NUM!");
    scope.cells.spend(LAMBDA_STEPS + parameters.length);
    lambdaDepth += 1;
    try {
      return run({ ...scope, locals: new Map([...(scope.locals ?? []), ...parameters.map((name, i) => [name, given[i]] as const)]) });
    } finally {
      lambdaDepth -= 1;
    }
  });
}

function compileLet(tree: LetExpression, place: Place): Run {
  let inside = place;
  const steps = tree.declarations.map((declaration) => {
    const name = declaration.id.name.toLowerCase();
    const run = compile(declaration.init, inside);
    inside = { ...inside, locals: new Set([...inside.locals, name]) };
    return { name, run };
  });
  const body = compile(tree.body, inside);
  return (scope) => {
    let within = scope;
    for (const { name, run } of steps) within = { ...within, locals: new Map([...(within.locals ?? []), [name, run(within)]]) };
    return body(within);
  };
}
