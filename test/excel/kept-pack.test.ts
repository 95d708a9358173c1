/** A rule pack travels in names of the Cover, in pieces that every Excel takes. */
import { namesFor, packTextIn } from "../../src/excel/kept-pack";

const text = Array.from({ length: 2_731 }, (_, at) => String.fromCharCode(97 + (at % 26))).join("");

describe("a text that the workbook keeps", () => {
  it("is cut so that no formula holds more than 255 letters", () => {
    const names = namesFor(text);
    expect(names).toHaveLength(11);
    expect(names.map(({ formula }) => formula.length).filter((length) => length > 255)).toEqual([]);
    expect(names[10]).toEqual({ name: "_TalentPlan.Rules11", formula: `="${text.slice(2500)}"` });
  });
  it("is whole again whatever order the names come in, beside names of others", () => {
    const others = [{ name: "_TalentPlan.Sheet", formula: '="cover"' }, { name: "_TalentPlan.RulesOfMine", formula: "=1" }, { name: "Rules1", formula: "=2" }];
    expect(packTextIn([...others, ...[...namesFor(text)].reverse().map((each) => ({ ...each, name: each.name.toUpperCase() }))])).toBe(text);
    expect(packTextIn(others)).toBeNull();
  });
});
