/** The list of organisations that are expected, as a region keeps it in a CSV file. */
import { BatchProblem } from "../../src/batch/batch-problem";
import { expectedIn } from "../../src/batch/expected";

const blank = { from: null, until: null, contact: "", email: "" };

describe("a list of expected organisations", () => {
  it("is read with its columns in any order, codes in capitals, and dates that may be left out", () => {
    expect(expectedIn('\uFEFFName,Code,Until,Email\n"Ashby, Calder and Dunmere",rbs,2011-03-31,p@example.nhs.uk\n\nBirkdale,5ND,,\n', "expected.csv")).toEqual([
      { ...blank, code: "RBS", name: "Ashby, Calder and Dunmere", until: "2011-03-31", email: "p@example.nhs.uk" }, { ...blank, code: "5ND", name: "Birkdale" },
    ]);
  });

  it.each([
    { because: "it has no code column", text: "name\nAshby", says: "expected.csv has no column called code. Its first line should be code,name,from,until,contact,email." },
    { because: "a line has no code", text: "code,name\nRBS,Ashby\n,Birkdale", says: "expected.csv, line 3 has no code. Give one, or take the line out." },
    { because: "a code is there twice", text: "code\nRBS\nrbs", says: "expected.csv, line 3: RBS stands in line 2 already. Take one out." },
    { because: "a day is no day", text: "code,from\nRBS,31/03/2009", says: 'expected.csv, line 2: from is "31/03/2009". Write the day as 2009-03-31, or leave it out.' },
  ])("is refused where $because", ({ text, says }) => {
    expect(() => expectedIn(text, "expected.csv")).toThrow(new BatchProblem(says));
  });
});
