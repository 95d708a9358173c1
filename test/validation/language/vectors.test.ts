/** The public vectors of the rule language (../vectors/README.md): what each rule finds in figures that anybody can read. */
import { readdirSync, readFileSync } from "node:fs";
import path from "node:path";
import { judge, type Broken } from "../../../src/validation/language/judge";
import { parseRule } from "../../../src/validation/language/parse-rule";
import { figuresFrom, WORDS, type PlainFigures } from "./vector-figures";

type Expected = string | { readonly at: string; readonly facts: Readonly<Record<string, string>> };
interface Vector extends PlainFigures { readonly name: string; readonly rule: Readonly<Record<string, unknown>>; readonly finds: readonly Expected[] }
interface VectorFile { readonly about: string; readonly vectors: readonly Vector[] }

const folder = path.join(__dirname, "../vectors");
const files = readdirSync(folder).filter((name) => name.endsWith(".json")).map((name): readonly [string, VectorFile] => [name, JSON.parse(readFileSync(path.join(folder, name), "utf8")) as VectorFile]);
const every = files.flatMap(([, { vectors }]) => vectors);

/** What was found where one finding of several measures comes first is of no account: in the order of the cells. */
function found({ rule, finds, ...figures }: Vector): readonly Expected[] {
  const broken = [...judge([parseRule({ ...WORDS, ...rule })], figuresFrom(figures))].flat().sort((one, other) => rank(one) - rank(other));
  return broken.map(({ place, facts }, index) => {
    const wanted = finds[index];
    return typeof wanted === "object" ? { at: place.cell, facts: Object.fromEntries(Object.keys(wanted.facts).map((fact) => [fact, facts[fact] ?? ""])) } : place.cell;
  });
}

function rank({ place: { cell } }: Broken): number {
  const [, column = "", row = "0"] = /^([A-Z])(\d+)$/.exec(cell) ?? [];
  return Number(row) * 100 + column.charCodeAt(0);
}

describe.each(files)("vectors of %s", (_, { vectors }) => {
  it.each(vectors.map((vector) => [vector.name, vector] as const))("%s", (_name, vector) => expect(found(vector)).toEqual(vector.finds));
});

describe("the vectors as a whole", () => {
  it("are at least 300, each with a name of its own", () => {
    expect(every.length).toBeGreaterThanOrEqual(300);
    expect(every.map(({ name }) => name).filter((name, index, names) => names.indexOf(name) < index)).toEqual([]);
  });
  it("have each operator found broken at least once, and each held at least once", () => {
    const operators = ["=", "≠", ">", "≥", "<", "≤", "within", "sums-to", "compulsory-pair", "exclusive-pair", "in-list", "matches", "never-falls", "never-rises", "falls-somewhere", "unique", "typical", "not-heaped", "not-all-same", "not-swapped"];
    const of = (operator: string, isBroken: boolean): boolean => every.some(({ rule, finds }) => rule["operator"] === operator && finds.length > 0 === isBroken);
    expect(operators.filter((operator) => !of(operator, true) || !of(operator, false))).toEqual([]);
  });
  it("have each scope", () => {
    expect([...new Set(every.map(({ rule }) => String(rule["scope"])))].sort()).toEqual(["horizon", "organisation", "region", "row", "table"]);
  });
});
