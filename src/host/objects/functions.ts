/**
 * Excel.Functions: worksheet functions called from a program. A call is put together as a formula and worked out when its result is
 * asked for, so that results can be arguments of other calls.
 */
import { functionNamed } from "../calc/functions/registry";
import { CellError, type CellValue } from "../workbook/values";
import { absolute } from "./address";
import type { Arguments } from "./arguments";
import { isHostObject } from "./arguments";
import { standing } from "./cells";
import { declareClass, scalar, wireName, type HostObject, type ObjectClass, type Owned } from "./definition";
import { shown } from "./entered";
import { rangeClass } from "./range";
import { invalidArgument, notImplemented } from "./refusal";
import type { Session } from "./session";

interface ResultSelf extends Owned { readonly session: Session; readonly formula: string }

/** What the call comes to, as a formula on the active sheet would show it. */
function worth({ session, formula }: ResultSelf): CellValue {
  session.settle();
  return session.evaluate(formula, session.activeSheet)[0]?.[0] ?? null;
}

const resultClass: ObjectClass<ResultSelf> = declareClass<Excel.FunctionResult<unknown>, ResultSelf>("FunctionResult", {}, {
  scalars: {
    error: scalar("1.2", (self) => { const value = worth(self); return value instanceof CellError ? value.code : null; }),
    value: scalar("1.2", (self): unknown => { const value = worth(self); return value instanceof CellError ? null : value === null ? 0 : shown(value); }),
  },
});

/** @throws Refusal InvalidArgument for what no cell could hold */
function written(value: unknown): string {
  if (value === null || value === undefined) return "";
  if (typeof value === "string") return `"${value.replaceAll('"', '""')}"`;
  if (typeof value === "boolean") return String(value).toUpperCase();
  if (typeof value === "number" && Number.isFinite(value)) return String(value);
  if (!isHostObject(value)) throw invalidArgument();
  const range = rangeClass.behind(value);
  if (range !== null) {
    const { sheet, area } = standing(range);
    return absolute(sheet, area);
  }
  const result = resultClass.behind(value);
  if (result === null) throw invalidArgument();
  return result.formula;
}

/** Arguments left out at the end are no arguments; one that is left out between others is. */
function listed(args: Arguments): string {
  const values = Array.from({ length: args.count }, (_value, index) => args.raw(index)).flatMap((value) => (Array.isArray(value) ? value as readonly unknown[] : [value]));
  while (values.length > 0 && (values.at(-1) === null || values.at(-1) === undefined)) values.pop();
  return values.map(written).join(",");
}

/** Every function that the host works out, by its name on the wire: `VLookup`, `Beta_Dist`. Others are refused by name. */
export function functionsObject(session: Session): HostObject {
  return {
    className: "Functions", identity: () => ({}), items: () => null, kindOf: () => null, scalarNames: () => [],
    item: () => { throw invalidArgument(); },
    get: (name) => { throw notImplemented(`Functions.${name}`); },
    set: (name) => { throw notImplemented(`Functions.${name}`); },
    navigate: (name) => { throw notImplemented(`Functions.${name}`); },
    call: (name, args) => {
      const spelt = name.toUpperCase().replaceAll("_", ".");
      if (functionNamed(spelt) === null) throw notImplemented(`Functions.${wireName(name)}`);
      return resultClass.of({ session, formula: `${spelt}(${listed(args)})` });
    },
  };
}
