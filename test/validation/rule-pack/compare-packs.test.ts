/** What differs between two packs, as a region looks at it before it publishes one. */
import { differences } from "../../../src/validation/rule-pack/compare-packs";
import { pack, rule } from "./signing";

const own = [{ id: "E03.demand", code: "E03" }];

describe("the differences between two packs", () => {
  it("are the rules added, removed and changed, with the parts that differ, and those switched off", () => {
    const before = { ...pack, rules: [rule, { ...rule, id: "E735" }, { ...rule, id: "E736" }], off: [] };
    const now = { ...pack, rules: [{ ...rule, id: "E736", right: "2 * posts", structures: ["2009"] }, { ...rule, id: "E737" }, rule], off: [{ rule: "E734", why: "Under review." }, { rule: "E03", why: "Rows may be double here." }, { rule: "W99", why: "A slip." }] };
    expect(differences(now, before, own)).toEqual({
      added: ["E737"], removed: ["E735"], changed: [{ rule: "E736", parts: ["right", "structures"] }], off: now.off, offInVain: ["W99"],
    });
  });
  it("are none where only the layout differs", () => {
    const turned = Object.fromEntries(Object.entries(rule).reverse());
    expect(differences({ ...pack, off: [], rules: [turned] }, { ...pack, off: [] }, own)).toEqual({ added: [], removed: [], changed: [], off: [], offInVain: [] });
  });
});
