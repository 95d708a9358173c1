/** Rules that cannot be understood are refused, with the part of them that is wrong and what should stand there: the golden file ../vectors/bad-rules.txt. */
import { readFileSync, writeFileSync } from "node:fs";
import path from "node:path";
import { parseRule } from "../../../src/validation/language/parse-rule";
import { WORDS } from "./vector-figures";

const file = path.join(__dirname, "../vectors/bad-rules.txt");
const [about = "", ...blocks] = readFileSync(file, "utf8").trimEnd().split("\n\n");
const rules = blocks.map((block): readonly [string, string] => { const [rule = "", ...words] = block.split("\n"); return [rule, words.join("\n")]; });

function refusalOf(written: string): string {
  const json: unknown = JSON.parse(written);
  try {
    parseRule(typeof json === "object" && json !== null && !Array.isArray(json) ? { ...WORDS, ...json } : json);
  } catch (error) {
    if (error instanceof SyntaxError) return error.message;
    throw error;
  }
  return "This rule was not refused.";
}

describe("bad rules", () => {
  if (process.env["GOLDEN"] === "write") {
    it("have their words written afresh", () => writeFileSync(file, `${[about, ...rules.map(([rule]) => `${rule}\n${refusalOf(rule)}`)].join("\n\n")}\n`));
    return;
  }
  it("are at least 40, each once", () => {
    expect(rules.length).toBeGreaterThanOrEqual(40);
    expect(new Set(rules.map(([rule]) => rule)).size).toBe(rules.length);
  });
  it.each(rules)("%s", (rule, words) => expect(refusalOf(rule)).toBe(words));
  it("say which rule it is, what is wrong and what should stand there, in words", () => {
    const words = rules.map(([, said]) => said);
    expect(words.filter((said) => !/^In (a rule|rule E99)(, [a-z0-9 -]+)*: .*\.$/s.test(said))).toEqual([]);
    expect(words.filter((said) => /undefined|NaN|\[object|RegExp|Unexpected|not refused/.test(said))).toEqual([]);
  });
});
