/** Every worksheet function by name. */
import type { FunctionSpec } from "../function-spec";
import { aggregates } from "./aggregates";
import { arrays } from "./arrays";
import { besselFunctions } from "./bessel";
import { complexNumbers } from "./complex-numbers";
import { continuous } from "./continuous";
import { conversion } from "./convert-units";
import { databases } from "./databases";
import { delegated } from "./delegated";
import { dates } from "./dates";
import { depreciationSpan } from "./depreciation-span";
import { information } from "./information";
import { logic } from "./logic";
import { lookup } from "./lookup";
import { math } from "./math";
import { matrices } from "./matrices";
import { money } from "./money";
import { regression } from "./regression";
import { sampleTests } from "./sample-tests";
import { securities } from "./securities";
import { statistics } from "./statistics";
import { text } from "./text";
import { textParts } from "./text-parts";
import { trimRange } from "./trim-range";
import { visibleTotals } from "./visible-totals";

const byName = named([
  ...math, ...aggregates, ...logic, ...text, ...dates, ...lookup, ...information, ...statistics, ...visibleTotals, ...arrays,
  ...money, ...regression, ...continuous, ...delegated, ...trimRange, ...complexNumbers, ...besselFunctions, ...matrices, ...databases, ...sampleTests,
  ...securities, ...depreciationSpan, ...textParts, ...conversion,
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
