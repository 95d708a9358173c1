/** A rule from a file: anything may stand there, so everything is looked at, and what is not understood is named with its place. */
import { parseExpression } from "./expression";
import { comparisons, orders, type Condition, type MissingStrategy, type RuleData, type Scope, type Side, type Telling, type Test } from "./rule-data";
import { severities } from "../severity";
import { patternFrom } from "./pattern";
import { Reader } from "../json-reader";

const scopes = ["row", "horizon", "table", "organisation", "region"] as const satisfies readonly Scope[];
const strategies = ["skip-if-any", "skip-if-all", "zero"] as const satisfies readonly MissingStrategy[];
const MADE_OF = ["id", "severity", "title", "says", "fix", "source", "scope", "table", "each", "where", "by", "when", "left", "operator", "right", "points", "percent", "words", "list", "pattern",
  "times", "from", "of", "at", "tell", "facts", "periods", "structures"];

/**
 * @param json - one rule of a pack, as the README beside this file describes
 * @returns the rule, ready to be judged
 * @throws SyntaxError that names the rule, the part of it, and what should stand there
 */
export function parseRule(json: unknown): RuleData {
  const rule = new Reader(json, "a rule");
  const id = rule.matching("id", /^[A-Z]\d{2,3}(\.[a-z0-9-]+)?$/, 'a code such as "E34" or "W42.high"');
  const part = new Reader(json, `rule ${id}`);
  part.onlyHas(MADE_OF);
  return {
    id, code: id.split(".")[0] ?? id, severity: part.oneOf("severity", severities), title: part.words("title"), says: part.words("says"), fix: part.words("fix"), source: part.words("source"),
    scope: part.oneOf("scope", scopes), table: part.words("table"), each: part.list("each"), where: new Map(part.entries("where").map(([column, words]) => [column, words.asList()])),
    by: part.list("by"), when: part.items("when").map(conditionIn), test: testIn(part), at: part.words("at"), tell: tellingIn(part),
    facts: new Map(part.entries("facts").map(([name, fact]) => [name, sideIn(fact)])), periods: part.periods("periods"), structures: part.list("structures"),
  };
}

function sideIn(side: Reader): Side {
  const written = side.isText() ? side.asText() : side.words("of");
  const missing = side.isText() || !side.has("missing") ? "skip-if-any" : side.oneOf("missing", strategies);
  if (!side.isText()) side.onlyHas(["of", "missing"]);
  return { of: side.understood(() => parseExpression(written)), written, missing };
}

function conditionIn(condition: Reader): Condition {
  condition.onlyHas(["left", "operator", "right"]);
  return { operator: condition.oneOf("operator", comparisons), left: sideIn(condition.part("left")), right: sideIn(condition.part("right")) };
}

const operators = [...comparisons, "within", "sums-to", "compulsory-pair", "exclusive-pair", "in-list", "matches", ...orders, "unique", "typical", "not-heaped", "not-all-same", "not-swapped"] as const satisfies readonly Test["operator"][];

function testIn(rule: Reader): Test {
  const operator = rule.oneOf("operator", operators);
  const [left, right] = [(): Side => sideIn(rule.part("left")), (): Side => sideIn(rule.part("right"))];
  switch (operator) {
    case "=": case "≠": case ">": case "≥": case "<": case "≤": case "compulsory-pair": case "exclusive-pair": case "not-swapped": return { operator, left: left(), right: right() };
    case "within": return { operator, left: left(), right: right(), points: rule.number("points", 0), percent: rule.number("percent", 0) };
    case "sums-to": return { operator, left: rule.items("left").map(sideIn), right: right(), points: rule.number("points", 0) };
    case "in-list": return { operator, words: rule.words("words"), list: rule.list("list") };
    case "matches": return { operator, words: rule.words("words"), pattern: rule.part("pattern").understood(() => patternFrom(rule.words("pattern"))), written: rule.words("pattern") };
    case "never-falls": case "never-rises": case "falls-somewhere": return { operator, left: rule.items("left").map(sideIn) };
    case "unique": return { operator, words: rule.list("words") };
    case "typical": return { operator, left: left(), times: rule.number("times", 3), from: rule.number("from", 8) };
    case "not-heaped": return { operator, left: left(), of: rule.number("of", 5), from: rule.number("from", 5) };
    case "not-all-same": return { operator, left: left(), from: rule.number("from", 4) };
  }
}

function tellingIn(rule: Reader): Telling {
  if (!rule.has("tell")) return { kind: "each" };
  const tell = rule.part("tell");
  if (tell.isText()) return { kind: tell.asOneOf(["each", "first"] as const) };
  tell.onlyHas(["together"]);
  return { kind: "together", from: tell.number("together", 2) };
}
