/** Every worksheet function by name. */
import type { FunctionSpec } from "../function-spec";
import { aggregates } from "./aggregates";
import { arrays } from "./arrays";
import { continuous } from "./continuous";
import { delegated } from "./delegated";
import { dates } from "./dates";
import { information } from "./information";
import { logic } from "./logic";
import { lookup } from "./lookup";
import { math } from "./math";
import { money } from "./money";
import { regression } from "./regression";
import { statistics } from "./statistics";
import { text } from "./text";
import { visibleTotals } from "./visible-totals";

const byName = named([
  ...math, ...aggregates, ...logic, ...text, ...dates, ...lookup, ...information, ...statistics, ...visibleTotals, ...arrays,
  ...money, ...regression, ...continuous, ...delegated,
]);

function named(specs: readonly FunctionSpec[]): ReadonlyMap<string, FunctionSpec> {
  const found = new Map<string, FunctionSpec>();
  for (const spec of specs) {
    if (found.has(spec.name)) throw new Error(`The function ${spec.name} is declared twice.`);
    found.set(spec.name, spec);
  }
  return found;
}

/** @param name - in capitals, without a file's prefix */
export const functionNamed = (name: string): FunctionSpec | null => byName.get(name) ?? null;

/** Every name, in alphabetical order. */
export const functionNames: readonly string[] = [...byName.keys()].sort();
