/** Excel's wildcards in finding and replacing, and that no pattern can hold up the host. */
import { Wildcards } from "../../../src/host/calc/wildcards";
import { openOfficePage } from "../objects/office-page";

describe("what a pattern fits is replaced", () => {
  it.each([
    { text: "Nurse, nurse", pattern: "nurse", by: "x", after: "x, x", because: "each part, capitals or not" },
    { text: "Nurse, nurse", pattern: "nurse", by: "x", matchCase: true, after: "Nurse, x", because: "or as it is written" },
    { text: "aaa", pattern: "aa", by: "b", after: "ba", because: "parts do not overlap" },
    { text: "n1rse nurs", pattern: "n?rs", by: "$&", after: "$&e $&", because: "? is one letter, and the other text is taken as it is" },
    { text: "a1b a2b c", pattern: "a*b", by: "-", after: "- c", because: "* goes as far as it can" },
    { text: "one (two) three", pattern: "(*", by: "", after: "one ", because: "to the end where nothing follows it" },
    { text: "one two", pattern: "*", by: "x", after: "x", because: "a star alone is the whole, once" },
    { text: "2*3*4", pattern: "~*", by: "x", after: "2x3x4", because: "~ stands before a sign that is meant" },
    { text: "İstanbul i", pattern: "i", by: "x", after: "İstanbul x", because: "letters that change their length in lower case stay in their place" },
    { text: "abc", pattern: "b*d", by: "x", after: "abc", because: "what does not fit to the end stays" },
  ])("$pattern in $text: $because", ({ text, pattern, by, matchCase = false, after }) => expect(new Wildcards(pattern, matchCase).replace(text, by)).toBe(after));
});

it("a pattern made to go on for ever is answered at once, through Range.find and replaceAll", async () => {
  const page = await openOfficePage();
  try {
    const answer = await page.run(`
      const range = context.workbook.worksheets.getItem("Sheet1").getRange("A1"); range.values = [["a".repeat(30000)]];
      const found = range.findOrNullObject("a*".repeat(40) + "b", { matchCase: true }); const count = range.replaceAll("a*".repeat(40) + "b", "x", { matchCase: true });
      await context.sync(); return [found.isNullObject, count.value];`);
    expect(answer).toEqual([true, 0]);
  } finally {
    page.close();
  }
});
