/** How a cell of figures is read: what a person meant, and never silently 0. */
import { figureOf, readCell, type Reading } from "../../src/validation/reading";
import { cellFrom } from "./example-book";

interface ReadingCase { readonly cell: string; readonly reads: Reading; readonly because: string }

const cases: readonly ReadingCase[] = [
  { cell: "", reads: { kind: "blank" }, because: "nothing was entered" },
  { cell: "{=A1}", reads: { kind: "blank" }, because: "a formula that gives an empty text gives no figure" },
  { cell: "0", reads: { kind: "number", value: 0 }, because: "none is a figure" },
  { cell: "-3", reads: { kind: "number", value: -3 }, because: "reading does not judge" },
  { cell: "4.5", reads: { kind: "number", value: 4.5 }, because: "reading does not judge" },
  { cell: "5%", reads: { kind: "percentage", value: 0.05, shown: "5%" }, because: "shown as a percentage" },
  { cell: '"5%"', reads: { kind: "percentage", value: 0.05, shown: "5%" }, because: "a percentage pasted as text is one too" },
  { cell: "2009-03-31", reads: { kind: "date", serial: 39903 }, because: "shown as a date" },
  { cell: "n/a", reads: { kind: "not-applicable", text: "n/a", asMeant: true }, because: "said as the sheet says it" },
  { cell: "N/A", reads: { kind: "not-applicable", text: "N/A", asMeant: true }, because: "formulas do not mind capitals" },
  { cell: '"n/a "', reads: { kind: "not-applicable", text: "n/a ", asMeant: false }, because: "formulas mind the space" },
  { cell: "not applicable", reads: { kind: "not-applicable", text: "not applicable", asMeant: false }, because: "meant, but not as formulas know it" },
  { cell: "<5", reads: { kind: "withheld", text: "<5", asMeant: true }, because: "a small count not shown" },
  { cell: '"< 5"', reads: { kind: "withheld", text: "< 5", asMeant: true }, because: "formulas look at the first character only" },
  { cell: "*", reads: { kind: "withheld", text: "*", asMeant: true }, because: "the health service's own sign" },
  { cell: "[c]", reads: { kind: "withheld", text: "[c]", asMeant: true }, because: "the government's sign for confidential" },
  { cell: "suppressed", reads: { kind: "withheld", text: "suppressed", asMeant: false }, because: "formulas do not know the word" },
  { cell: '"5 "', reads: { kind: "number-as-text", text: "5 ", value: 5 }, because: "the space makes it text" },
  { cell: '"\u00A05"', reads: { kind: "number-as-text", text: "\u00A05", value: 5 }, because: "so does one that does not break" },
  { cell: '"\'16"', reads: { kind: "number-as-text", text: "'16", value: 16 }, because: "an apostrophe too many" },
  { cell: '"1,204"', reads: { kind: "number-as-text", text: "1,204", value: 1204 }, because: "a comma between thousands" },
  { cell: '"1,2"', reads: { kind: "text", text: "1,2" }, because: "a comma elsewhere may be a decimal or two figures" },
  { cell: '"(5)"', reads: { kind: "number-as-text", text: "(5)", value: -5 }, because: "accountants' minus" },
  { cell: '"£40"', reads: { kind: "number-as-text", text: "£40", value: 40 }, because: "money sign on a count" },
  { cell: "-", reads: { kind: "dash", text: "-" }, because: "may be none, not known or not applicable" },
  { cell: "nil", reads: { kind: "word-for-none", text: "nil" }, because: "perhaps 0" },
  { cell: "tbc", reads: { kind: "word-for-unknown", text: "tbc" }, because: "what a blank says" },
  { cell: '"5-6"', reads: { kind: "text", text: "5-6" }, because: "a range is no figure" },
  { cell: '" "', reads: { kind: "text", text: " " }, because: "a space is not a blank cell" },
  { cell: "#REF!", reads: { kind: "error", text: "#REF!" }, because: "an error value" },
  { cell: "TRUE", reads: { kind: "logical", value: true }, because: "yes or no" },
];

describe("a cell", () => {
  it.each(cases)("that holds $cell reads as $reads.kind, since $because", ({ cell, reads }) => expect(readCell(cellFrom(cell))).toEqual(reads));

  it("counts as a number only where it is one", () => {
    const numbers = cases.filter(({ reads }) => figureOf(reads).kind === "number").map(({ cell }) => cell);
    expect(numbers).toEqual(["0", "-3", "4.5"]);
  });

  it.each([
    { format: "#,##0", kind: "number" }, { format: "General", kind: "number" }, { format: '0" days"', kind: "number" }, { format: "[Red]0", kind: "number" }, { format: "0.0%", kind: "percentage" },
    { format: "dd/mm/yyyy", kind: "date" }, { format: "[$-809]d mmmm yyyy", kind: "date" }, { format: "h:mm", kind: "date" }, { format: "_-* #,##0_-", kind: "number" }, { format: "0.00E+00", kind: "number" },
  ])("with a number shown as $format is a $kind", ({ format, kind }) => {
    expect(readCell({ kind: "number", value: 0.25, numberFormat: format, formula: null }).kind).toBe(kind);
  });
});
