/** The form in which packs are signed, held against the examples that RFC 8785 publishes. */
import { canonicalJson } from "../../src/domain/canonical-json";

/** A number by the hexadecimal digits of its IEEE 754 form, as the RFC's appendix B has them. */
function numberOf(hex: string): number {
  const view = new DataView(new ArrayBuffer(8));
  view.setBigUint64(0, BigInt(`0x${hex}`));
  return view.getFloat64(0);
}

/** RFC 8785, appendix B. */
const numbers = `
| 0000000000000000 | 0 |
| 8000000000000000 | 0 |
| 0000000000000001 | 5e-324 |
| 8000000000000001 | -5e-324 |
| 7fefffffffffffff | 1.7976931348623157e+308 |
| ffefffffffffffff | -1.7976931348623157e+308 |
| 4340000000000000 | 9007199254740992 |
| c340000000000000 | -9007199254740992 |
| 4430000000000000 | 295147905179352830000 |
| 44b52d02c7e14af5 | 9.999999999999997e+22 |
| 44b52d02c7e14af6 | 1e+23 |
| 44b52d02c7e14af7 | 1.0000000000000001e+23 |
| 444b1ae4d6e2ef4e | 999999999999999700000 |
| 444b1ae4d6e2ef4f | 999999999999999900000 |
| 444b1ae4d6e2ef50 | 1e+21 |
| 3eb0c6f7a0b5ed8c | 9.999999999999997e-7 |
| 3eb0c6f7a0b5ed8d | 0.000001 |
| 41b3de4355555553 | 333333333.3333332 |
| 41b3de4355555554 | 333333333.33333325 |
| 41b3de4355555555 | 333333333.3333333 |
| 41b3de4355555556 | 333333333.3333334 |
| 41b3de4355555557 | 333333333.33333343 |
| becbf647612f3696 | -0.0000033333333333333333 |
| 43143ff3c1cb0959 | 1424953923781206.2 |
`.trim().split("\n").map((line) => line.split("|").map((cell) => cell.trim()).slice(1, 3));

describe("the form in which a pack is signed", () => {
  it("is that of the RFC's first example", () => {
    const json: unknown = JSON.parse(String.raw`{"numbers": [333333333.33333329, 1E30, 4.50, 2e-3, 0.000000000000000000000000001], "string": "\u20ac$\u000F\u000aA'\u0042\u0022\u005c\\\"\/", "literals": [null, true, false]}`);
    expect(canonicalJson(json)).toBe(String.raw`{"literals":[null,true,false],"numbers":[333333333.3333333,1e+30,4.5,0.002,1e-27],"string":"€$\u000f\nA'B\"\\\\\"/"}`);
  });

  it("has names in the order of the RFC's second example: by UTF-16 units, so that an emoji comes before a Hebrew presentation form", () => {
    const json: unknown = JSON.parse(String.raw`{"\u20ac": "Euro Sign", "\r": "Carriage Return", "\ufb33": "Hebrew Letter Dalet With Dagesh", "1": "One", "\ud83d\ude00": "Emoji: Grinning Face", "\u0080": "Control", "\u00f6": "Latin Small Letter O With Diaeresis"}`);
    expect(Object.values(JSON.parse(`{${canonicalJson(json).slice(1, -1).replace(/"1":/, '"one":')}}`) as object)).toEqual(
      ["Carriage Return", "One", "Control", "Latin Small Letter O With Diaeresis", "Euro Sign", "Emoji: Grinning Face", "Hebrew Letter Dalet With Dagesh"]);
  });

  it.each(numbers)("writes the number %s as %s", (hex = "", written) => expect(canonicalJson(numberOf(hex))).toBe(written));

  it("is the same however the file is laid out", () => {
    expect(canonicalJson(JSON.parse('{ "b" : 1.50,\n "a" : [ 2e1 , { } ] }'))).toBe(canonicalJson(JSON.parse('{"a":[20,{}],"b":1.5}')));
  });

  it("takes a name that JavaScript keeps for itself as any other", () => expect(canonicalJson(JSON.parse('{"__proto__":1,"a":2}'))).toBe('{"__proto__":1,"a":2}'));

  it.each([
    ["a number that is too large to be one", "[1e400]", "It holds a number that is too large."],
    ["half a character", String.raw`{"a":"\ud83d"}`, "It holds half a character (a surrogate without its partner)."],
    ["half a character in a name", String.raw`{"\udead":1}`, "It holds half a character (a surrogate without its partner)."],
    ["nesting that could exhaust the stack", `${"[".repeat(100_000)}${"]".repeat(100_000)}`, "It is nested more than 32 deep."],
  ])("is refused to %s", (_what, text, says) => expect(() => canonicalJson(JSON.parse(text))).toThrow(new SyntaxError(says)));
});
