/** Which functions there are: the list that the host's README gives. */
import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { functionNames } from "../../../src/host/calc/functions/registry";

const README = join(__dirname, "../../../src/host/README.md");
const PLACE = /(<!-- functions: made by test\/host\/calc\/functions\.test\.ts, GOLDEN=write -->\n\n)[\s\S]*?(\n\n|$)/;

describe("the list of functions in the README", () => {
  it("is what there is", () => {
    const text = readFileSync(README, "utf8");
    const list = functionNames.map((name) => `\`${name}\``).join(", ");
    const made = text.replace(PLACE, (_, mark: string, end: string) => mark + list + end);
    if (process.env["GOLDEN"] === "write") writeFileSync(README, made);
    expect(made).toContain(list);
    expect(readFileSync(README, "utf8")).toBe(made);
  });
});
