/** A rule from a file: anything may stand there, so everything is looked at, and what is not understood is named with its place. */
import { parseExpression } from "./expression";
import { comparisons, orders, type Condition, type MissingStrategy, type RuleData, type Scope, type Side, type Telling, type Test } from "./rule-data";
import { nameKey } from "../../domain/taxonomy";
import { structures } from "../../domain/structures";
import { severities } from "../severity";
import { patternFrom } from "./pattern";
import { Reader } from "../json-reader";

const scopes = ["row", "horizon", "table", "organisation", "region"] as const satisfies readonly Scope[];
const strategies = ["skip-if-any", "skip-if-all", "zero"] as const satisfies readonly MissingStrategy[];
const MADE_OF = ["id", "severity", "title", "says", "fix", "source", "scope", "table", "each", "where", "by", "when", "operator", "at", "tell", "facts", "periods", "structures"];
const operators = [...comparisons, "within", "sums-to", "compulsory-pair", "exclusive-pair", "in-list", "matches", ...orders, "unique", "typical", "not-heaped", "not-all-same", "not-swapped"] as const satisfies readonly Test["operator"][];
type Operator = (typeof operators)[number];

/** What else a rule has, by its operator. A tolerance that nothing reads would be believed in. */
const partsOfTest = (operator: Operator): readonly string[] => {
  switch (operator) {
    case "=": case "≠": case ">": case "≥": case "<": case "≤": case "compulsory-pair": case "exclusive-pair": case "not-swapped": return ["left", "right"];
    case "within": return ["left", "right", "points", "percent"];
    case "sums-to": return ["left", "right", "points"];
    case "in-list": return ["words", "list"];
    case "matches": return ["words", "pattern"];
    case "never-falls": case "never-rises": case "falls-somewhere": return ["left"];
    case "unique": return ["words"];
    case "typical": return ["left", "times", "points", "from"];
    case "not-heaped": return ["left", "of", "from"];
    case "not-all-same": return ["left", "from"];
  }
};
/** They look at all rows together, so there is nothing for them to say of one row. */
const OF_ALL_ROWS: readonly Operator[] = ["unique", "typical", "not-heaped", "not-all-same"];
/** They are about words, of which there is one for a row and not for each horizon. */
const OF_WORDS: readonly Operator[] = ["in-list", "matches"];

/**
 * @param json - one rule of a pack, as the README beside this file describes
 * @returns the rule, ready to be judged
 * @throws SyntaxError that names the rule, the part of it, and what should stand there
 */
export function parseRule(json: unknown): RuleData {
  const rule = new Reader(json, "a rule");
  if (!rule.has("id")) throw rule.problem('named parts in braces, one of them "id"');
  const id = rule.matching("id", /^[A-Z]\d{2,3}(\.[a-z0-9-]+)?$/, 'a code such as "E34" or "W42.high"');
  const part = new Reader(json, `rule ${id}`);
  const operator = part.oneOf("operator", operators);
  const own = partsOfTest(operator);
  const strange = operators.flatMap(partsOfTest).find((name) => part.has(name) && !own.includes(name));
  if (strange !== undefined) throw new SyntaxError(`In rule ${id}: a rule with "${operator}" does not read "${strange}"; it reads ${own.join(", ")}.`);
  part.onlyHas([...MADE_OF, ...own]);
  return {
    id, code: id.split(".")[0] ?? id, severity: part.oneOf("severity", severities), title: part.words("title"), says: part.words("says"), fix: part.words("fix"), source: part.words("source"),
    scope: scopeIn(part, operator), table: part.words("table"), each: part.list("each"), where: new Map(part.entries("where").map(([column, words]) => [column, words.asList()])),
    by: part.list("by"), when: part.items("when").map(conditionIn), test: testIn(part, operator), at: part.words("at"), tell: tellingIn(part),
    facts: new Map(part.entries("facts").map(([name, fact]) => [name, sideIn(fact)])), periods: periodsIn(part), structures: part.items("structures").map((each) => each.asOneOf(structures.map(({ id }) => id))),
  };
}

function scopeIn(rule: Reader, operator: Operator): Scope {
  const scope = rule.oneOf("scope", scopes);
  if ((OF_ALL_ROWS.includes(operator) && (scope === "row" || scope === "horizon")) || (OF_WORDS.includes(operator) && scope === "horizon")) {
    throw rule.part("scope").problem(OF_WORDS.includes(operator) ? `"row", since "${operator}" is about words` : `"table", "organisation" or "region", since "${operator}" looks at all rows together`);
  }
  return scope;
}

function periodsIn(rule: Reader): RuleData["periods"] {
  const periods = rule.periods("periods");
  if (periods.from !== null && periods.to !== null && periods.from > periods.to) throw rule.part("periods").problem("a first period that is not after the last");
  return periods;
}

function sideIn(side: Reader): Side {
  if (!side.isText() && !side.has("of")) throw side.problem('an expression such as "posts", or one with how missing figures are taken: {"of": "posts", "missing": "zero"}');
  const written = side.isText() ? side.asText() : side.words("of");
  const missing = side.isText() || !side.has("missing") ? "skip-if-any" : side.oneOf("missing", strategies);
  if (!side.isText()) side.onlyHas(["of", "missing"]);
  return { of: side.understood(() => parseExpression(written)), written, missing };
}

function conditionIn(condition: Reader): Condition {
  condition.onlyHas(["left", "operator", "right"]);
  return { operator: condition.oneOf("operator", comparisons), left: sideIn(condition.part("left")), right: sideIn(condition.part("right")) };
}

function testIn(rule: Reader, operator: Operator): Test {
  const [left, right] = [(): Side => sideIn(rule.part("left")), (): Side => sideIn(rule.part("right"))];
  switch (operator) {
    case "=": case "≠": case ">": case "≥": case "<": case "≤": case "compulsory-pair": case "exclusive-pair": case "not-swapped": return { operator, left: left(), right: right() };
    case "within": return { operator, left: left(), right: right(), points: atLeast(rule, "points", 0, 0), percent: atLeast(rule, "percent", 0, 0) };
    case "sums-to": return { operator, left: some(rule, "left", 1).map(sideIn), right: right(), points: atLeast(rule, "points", 0, 0) };
    case "in-list": return inListFrom(rule);
    case "matches": return { operator, words: rule.words("words"), pattern: rule.part("pattern").understood(() => patternFrom(rule.words("pattern"))), written: rule.words("pattern") };
    case "never-falls": case "never-rises": case "falls-somewhere": return { operator, left: some(rule, "left", 2).map(sideIn) };
    case "unique": return { operator, words: some(rule, "words", 1).map((each) => each.asText()) };
    case "typical": return { operator, left: left(), times: above0(rule, "times", 3), points: atLeast(rule, "points", 0, 0), from: whole(rule, "from", 8, 3) };
    case "not-heaped": return { operator, left: left(), of: above0(rule, "of", 5), from: whole(rule, "from", 5, 2) };
    case "not-all-same": return { operator, left: left(), from: whole(rule, "from", 4, 2) };
  }
}

function inListFrom(rule: Reader): Test {
  const list = some(rule, "list", 1).map((each) => each.asText());
  return { operator: "in-list", words: rule.words("words"), list, keys: new Set(list.map(nameKey)) };
}

function atLeast(rule: Reader, name: string, usual: number, least: number): number {
  const found = rule.number(name, usual);
  if (found < least) throw rule.part(name).problem(`${least} or more`);
  return found;
}

function above0(rule: Reader, name: string, usual: number): number {
  const found = rule.number(name, usual);
  if (found <= 0) throw rule.part(name).problem("a number above 0");
  return found;
}

function whole(rule: Reader, name: string, usual: number, least: number): number {
  const found = atLeast(rule, name, usual, least);
  if (!Number.isInteger(found)) throw rule.part(name).problem("a whole number");
  return found;
}

/** A list that has to have something in it. */
function some(rule: Reader, name: string, least: number): readonly Reader[] {
  const found = rule.items(name);
  if (found.length < least) throw rule.part(name).problem(`a list of ${least} or more`);
  return found;
}

function tellingIn(rule: Reader): Telling {
  if (!rule.has("tell")) return { kind: "each" };
  const tell = rule.part("tell");
  if (tell.isText()) return { kind: tell.asOneOf(["each", "first"] as const) };
  tell.onlyHas(["together"]);
  return { kind: "together", from: whole(tell, "together", 2, 2) };
}
