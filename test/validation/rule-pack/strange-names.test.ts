/** Slips in the names that a rule uses, which the check would pass over without a word. */
import { parsePack } from "../../../src/validation/rule-pack/pack";
import { shippedPack } from "../../../src/validation/rule-pack/shipped";
import { strangeNamesIn } from "../../../src/validation/rule-pack/strange-names";
import { pack, rule } from "./signing";

const strange = (parts: Readonly<Record<string, unknown>>): unknown => strangeNamesIn(parsePack(JSON.parse(JSON.stringify({ ...pack, rules: [{ ...rule, ...parts }] }))));

describe("names that the template does not have", () => {
  it("are not in the rules that come with the add-in", () => expect(strangeNamesIn(shippedPack)).toEqual([]));
  it.each([
    ["a measure", { right: "0.5 * postz + abs(vacancys)" }, ["postz", "vacancys"]],
    ["a horizon", { left: "demand.to-7" }, ["demand.to-7"]],
    ["a table", { table: "plan" }, ["plan"]],
    ["the measure whose cell is named", { at: "demand.then" }, ["demand.then"]],
    ["a column of a condition on rows", { where: { "rolegroup": ["Chief executive"] } }, ["rolegroup"]],
    ["a column of words", { left: undefined, operator: "in-list", right: undefined, words: "populace", list: ["Workforce"] }, ["populace"]],
  ])("are told: %s", (_what, parts, names) => expect(strange(parts)).toEqual([{ rule: "E734", names }]));
});
