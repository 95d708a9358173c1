/** A formula that a file states once for many cells reads in each of them as Excel shows it there. */
import { FileProblem } from "../../../src/host/file/file-problem";
import { SharedFormulas } from "../../../src/host/file/repeated-formulas";

/** Stated in C4, asked for in D10: one column to the right, six rows down. */
describe("a formula stated in C4, seen in D10", () => {
  it.each<{ stated: string; seen: string; because: string }>([
    { stated: "A1+$B1*A$2-$A$3", seen: "B7+$B7*B$2-$A$3", because: "what has a dollar stays" },
    { stated: "SUM($A$1:A2,Sheet2!B$1)*Gap[Supply]", seen: "SUM($A$1:B8,Sheet2!C$1)*Gap[Supply]", because: "tables are no places" },
    { stated: "SUM(C:D,$3:4,'My sheet'!A1:B2,[1]Sheet1!$A$1)", seen: "SUM(D:E,$3:10,'My sheet'!B7:C8,[1]Sheet1!$A$1)", because: "whole columns and rows move too" },
    { stated: "C5:B3", seen: "C9:D11", because: "corners are put in order" },
    { stated: "$B9:B$3", seen: "$B$3:C15", because: "and the dollars go with their corner" },
    { stated: '"A1"&A1', seen: '"A1"&B7', because: "text in quotes is left alone" },
    { stated: "Rate+LOG10(A1)", seen: "Rate+LOG10(B7)", because: "names and functions are no places" },
    { stated: "XFD1+A1048576", seen: "A7+B6", because: "over the edge comes in on the other side" },
  ])("$stated reads $seen ($because)", ({ stated, seen }) => {
    const shared = new SharedFormulas();
    shared.state("0", stated, 3, 2);
    expect(shared.at("0", 9, 3)).toBe(seen);
  });
});

it("knows nothing of a group that was never stated", () => {
  expect(new SharedFormulas().at("7", 0, 0)).toBeNull();
});

it("a long formula that stands for more cells than any computer can hold is refused with words", () => {
  const shared = new SharedFormulas(200_000);
  shared.state("0", `1+${"A1+".repeat(1_000)}1`, 0, 0);
  for (const row of [1, 2, 3, 4]) expect(shared.at("0", row, 0)).toMatch(/^1\+A/);
  expect(() => shared.at("0", 5, 0)).toThrow(new FileProblem("too-big", "long formulas that are shared by too many cells"));
});
