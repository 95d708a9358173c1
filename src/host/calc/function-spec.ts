/** How a worksheet function is declared: its name, what each argument is read as, and its body. Checking and coercion are done here, once. */
import { cellError, isError, type CellError, type CellValue } from "../workbook/values";
import { toLogical, toNumber, toText } from "./coerce";
import { criterionOf, type Criterion } from "./criteria";
import { Lambda, type Matrix, Reference, References, matrixOf, singleOf, type Operand, type Scope } from "./operand";

/** Not worked out until asked for, so that IF leaves the branch that it does not take. */
export type Thunk = () => Operand;

/**
 * How one argument is read.
 * - `one`: one value is wanted; a matrix or range there makes the whole function run once for each value.
 * - `arrays`: the argument is worked out as an array formula even in a workbook from before dynamic arrays (SUMPRODUCT, MMULT).
 */
export interface Parameter<T> {
  readonly one: boolean;
  readonly arrays: boolean;
  readonly required: boolean;
  /** Errors reach the body as values instead of ending the call. */
  readonly takesErrors: boolean;
  /** A group of parameters that may come again and again, the last of a function. */
  readonly group: readonly Parameter<unknown>[] | null;
  /** Groups that must be there. */
  readonly atLeast: number;
  read(operand: Operand, scope: Scope): T | CellError;
  /** The value when the argument is not there. */
  readonly absent: T | undefined;
}

interface Traits { readonly one?: boolean; readonly arrays?: boolean; readonly takesErrors?: boolean }

function parameter<T>(read: (operand: Operand, scope: Scope) => T | CellError, traits: Traits = {}): Parameter<T> {
  return {
    one: traits.one ?? false, arrays: traits.arrays ?? false, takesErrors: traits.takesErrors ?? false,
    required: true, group: null, atLeast: 0, read, absent: undefined,
  };
}

const single = { one: true };

/** A number; text that reads as one counts. */
export const number = parameter<number>((operand, scope) => toNumber(singleOf(operand, scope)), single);
/** A number cut to a whole one. */
export const integer = parameter<number>((operand, scope) => {
  const read = toNumber(singleOf(operand, scope));
  return isError(read) ? read : Math.trunc(read);
}, single);
export const text = parameter<string>((operand, scope) => toText(singleOf(operand, scope)), single);
export const logical = parameter<boolean>((operand, scope) => toLogical(singleOf(operand, scope)), single);
/** One value of any kind but an error. */
export const value = parameter<Exclude<CellValue, CellError>>((operand, scope) => singleOf(operand, scope), single);
/** One value of any kind, errors too. */
export const anything = parameter<CellValue>((operand, scope) => singleOf(operand, scope), { one: true, takesErrors: true });
/** A range, array or value as it stands. */
export const range = parameter<Operand>((operand) => operand, { takesErrors: true });
/** A range or array read whole; errors inside are for the body to meet. */
export const matrix = parameter<Matrix>((operand, scope) => matrixOf(operand, scope), { takesErrors: true });
/** As `matrix`, worked out as an array formula everywhere. */
export const arrayMatrix = parameter<Matrix>((operand, scope) => matrixOf(operand, scope), { takesErrors: true, arrays: true });
/** As `range`, worked out as an array formula everywhere. */
export const arrayRange = parameter<Operand>((operand) => operand, { takesErrors: true, arrays: true });
export const criterion = parameter<Criterion>((operand, scope) => criterionOf(singleOf(operand, scope)), { one: true, takesErrors: true });
/** A place on a sheet; a plain value is #VALUE!. */
export const reference = parameter<Reference>((operand) => {
  if (operand instanceof Reference) return operand;
  if (operand instanceof References) return operand.list[0] ?? cellError("#REF!");
  return isError(operand) ? operand : cellError("#VALUE!");
});
export const lambda = parameter<Lambda>((operand) => (operand instanceof Lambda ? operand : isError(operand) ? operand : cellError("#VALUE!")));

/** May be left out, or left empty, which then counts as `absent`. */
export function optional<T>(of: Parameter<T>, absent: T): Parameter<T>;
export function optional<T>(of: Parameter<T>): Parameter<T | undefined>;
export function optional<T>(of: Parameter<T>, absent?: T): Parameter<T | undefined> {
  const read = (operand: Operand, scope: Scope): T | undefined | CellError => (operand === undefined ? absent : of.read(operand, scope));
  return { ...of, required: false, absent, read };
}

/** May be left out; left empty it counts as 0, "" or FALSE: `VLOOKUP(a,b,2,)` is an exact match. */
export function omissible<T>(of: Parameter<T>, absent: T): Parameter<T> {
  return { ...of, required: false, absent };
}

type Read<P> = P extends Parameter<infer T> ? T : never;
export type Values<P extends readonly unknown[]> = { -readonly [K in keyof P]: Read<P[K]> };

/** The last of a function's parameters: these, over and over. */
export function repeated<const G extends readonly Parameter<never>[] | readonly Parameter<unknown>[]>(group: G, atLeast = 1): Parameter<readonly Values<G>[]> {
  const shape = parameter<readonly Values<G>[]>(() => []);
  return { ...shape, group: group as readonly Parameter<unknown>[], atLeast, required: false, absent: [] };
}

export interface FunctionSpec {
  readonly name: string;
  readonly minimum: number;
  readonly maximum: number;
  /** Works its result out anew at every calculation. */
  readonly volatile: boolean;
  /** Can give more than one value for single arguments. */
  readonly givesMany: boolean;
  /** Its result depends on where the formula stands, or on hidden rows. */
  readonly placeBound: boolean;
  /** Counts its own work, since it seldom goes through all that it is given. */
  readonly countsSteps: boolean;
  parameterAt(index: number): Parameter<unknown>;
  readonly body: { readonly kind: "eager"; call(given: readonly Operand[], scope: Scope): Operand } | { readonly kind: "lazy"; call(given: readonly Thunk[], scope: Scope, count: number): Operand };
}

interface Options { readonly volatile?: boolean; readonly givesMany?: boolean; readonly placeBound?: boolean; readonly countsSteps?: boolean }

/**
 * Declares a function whose arguments are all worked out before its body runs. An error in an argument that does not take errors is the result.
 * @example define("ROUND", [number, integer], ([x, digits]) => roundTo(x, digits))
 */
export function define<const P extends readonly unknown[]>(
  name: string, parameters: P & readonly Parameter<unknown>[], body: (values: Values<P>, scope: Scope) => Operand, options: Options = {},
): FunctionSpec {
  const list: readonly Parameter<unknown>[] = parameters;
  const call = (given: readonly Operand[], scope: Scope): Operand => {
    const values = readAll(list, given, scope);
    return isError(values) ? values : body(values as Values<P>, scope);
  };
  return { name, ...limits(list), ...traits(options), parameterAt: parameterFinder(list), body: { kind: "eager", call } };
}

/** Declares a function that decides itself which arguments to work out. */
export function defineLazy<const P extends readonly Parameter<unknown>[]>(
  name: string, parameters: P, body: (given: readonly Thunk[], scope: Scope, count: number) => Operand, options: Options = {},
): FunctionSpec {
  return { name, ...limits(parameters), ...traits(options), parameterAt: parameterFinder(parameters), body: { kind: "lazy", call: body } };
}

/** The same function under another name, as RANK is RANK.EQ. */
export const alias = (name: string, of: FunctionSpec): FunctionSpec => ({ ...of, name });

const traits = (options: Options): { volatile: boolean; givesMany: boolean; placeBound: boolean; countsSteps: boolean } => ({
  volatile: options.volatile ?? false, givesMany: options.givesMany ?? false, placeBound: options.placeBound ?? false, countsSteps: options.countsSteps ?? false,
});

function limits(list: readonly Parameter<unknown>[]): { minimum: number; maximum: number } {
  const last = list[list.length - 1];
  if (last?.group) return { minimum: list.length - 1 + last.atLeast * last.group.length, maximum: 255 };
  return { minimum: list.filter((p) => p.required).length, maximum: list.length };
}

function parameterFinder(list: readonly Parameter<unknown>[]): (index: number) => Parameter<unknown> {
  const last = list[list.length - 1];
  return (index) => {
    const group = last?.group;
    const found = group && index >= list.length - 1 ? group[(index - list.length + 1) % group.length] : list[index];
    return found ?? range;
  };
}

function readAll(list: readonly Parameter<unknown>[], given: readonly Operand[], scope: Scope): readonly unknown[] | CellError {
  const values: unknown[] = [];
  for (let i = 0; i < list.length; i++) {
    const wanted = list[i];
    if (wanted === undefined) break;
    if (wanted.group) {
      const groups = readGroups(wanted.group, given.slice(i), scope);
      if (isError(groups)) return groups;
      values.push(groups);
      break;
    }
    const read = i < given.length ? wanted.read(given[i], scope) : wanted.absent;
    if (!wanted.takesErrors && isError(read)) return read;
    values.push(read);
  }
  return values;
}

function readGroups(group: readonly Parameter<unknown>[], given: readonly Operand[], scope: Scope): readonly (readonly unknown[])[] | CellError {
  if (given.length % group.length !== 0) return cellError("#VALUE!");
  const groups: unknown[][] = [];
  for (let i = 0; i < given.length; i += group.length) {
    const read = group.map((wanted, k) => wanted.read(given[i + k], scope));
    const failed = read.find((one, k) => isError(one) && group[k]?.takesErrors !== true);
    if (isError(failed)) return failed;
    groups.push(read);
  }
  return groups;
}
