/** Which formulas a file has to mark as array formulas, and what an unmarked one gives. */
import { needsArrayForm } from "../../../src/host/calc/array-form";
import { Calculator } from "../../../src/host/calc/calculator";
import { parseFormula } from "../../../src/host/calc/parse-formula";
import { area } from "../../../src/host/workbook/area";
import { blankCell } from "../../../src/host/workbook/sheet";
import { bookOf, enter, tableOver, valuesOf } from "./book";

const workbook = bookOf({ Plan: [["Post", "WTE"], ["P1", 2], ["P2", 3], ["P3", 4]] });
const sheet = workbook.active;
tableOver(sheet, "Posts", area(0, 0, 4, 2));
workbook.setNames([
  { name: "Sizes", formula: "Plan!$B$2:$B$4", scope: null, visible: true, comment: "" }, { name: "Rate", formula: "Plan!$B$2", scope: null, visible: true, comment: "" },
]);

const needs = (formula: string): boolean => {
  const tree = parseFormula(formula);
  if (typeof tree === "string") throw new Error(tree);
  return needsArrayForm(tree, { sheet, row: 1, column: 3, down: 0, right: 0 });
};

describe("no mark for", () => {
  it.each([
    "A2*B2", "SUM(B2:B4)", "SUMIFS(B2:B4,A2:A4,A2)", "SUMPRODUCT((A2:A4=A2)*B2:B4)", "INDEX(Posts[WTE],MATCH(A2,Posts[Post],0))", "IF(A2=1,B2,B3)",
    "SUM(LARGE(B2:B4,{1,2}))", "LOOKUP(2,1/(A2:A4=A2),B2:B4)", "VLOOKUP(A2,A2:B4,2,FALSE)", "Rate*2", "SUM(Sizes)", "Posts[@WTE]*2", "IFERROR(INDEX(B2:B4,1),0)", "ROW()", "ROW(A2)",
    "@B2:B4", "COUNT(Sizes)>2", "ROWS(Posts)", "SUM(OFFSET(A1,0,0,2,1))", "AND(B2>1,B3<2)", "SUM(INDEX((A2:A4=A2)*B2:B4,0))", "COUNTIFS(A2:A4,\"P*\")",
  ])("=%s", (formula) => expect(needs(formula)).toBe(false));
});

describe("a mark for", () => {
  it.each([
    "B2:B4", "B2:B4*2", "-Sizes", "Posts[WTE]", "SUM(IF(A2:A4=A2,B2:B4))", "SUM(B2:B4*B2:B4)", "SUMPRODUCT(IF(A2:A4=A2,B2:B4))", "INDEX(A2:A4,MATCH(1,(A2:A4=A2)*(B2:B4>1),0))",
    "LEN(A2:A4)", "SUM(LEN(A2:A4))", "SUM(SUMIFS(B2:B4,A2:A4,A2:A3))", "UNIQUE(A2:A4)", "FILTER(A2:A4,B2:B4>1)", "SUM(FILTER(B2:B4,B2:B4>1))", "LET(x,1,x)", "A2#", "IF(TRUE,B2:B4)", "{1,2}",
    "TEXTJOIN(\",\",TRUE,IF(B2:B4>2,A2:A4,\"\"))", "ROW(A2:A4)", "XLOOKUP(A2:A4,A2:A4,B2:B4)", "TRANSPOSE(B2:B4)",
  ])("=%s", (formula) => expect(needs(formula)).toBe(true));
});

describe("an unmarked formula of a file", () => {
  it("takes the cell in line, and one entered spreads and is marked", () => {
    const book = bookOf({ Plan: [[1, null, 10], [2, null, 10], [3, null, 10]] });
    book.active.put(1, 1, { ...blankCell, formula: "A1:A3*2", value: 0 });
    book.active.put(2, 1, { ...blankCell, formula: "LEN(A1:A3)&SUMPRODUCT(LEN(A1:A3))", value: 0 });
    const calculator = new Calculator(book, { now: () => new Date(0) });
    enter(book.active, 1, 0, [[5]]);
    calculator.recalculate();
    const plain = [valuesOf(book.active, 0, 1, 3, 1).flat(), book.active.cell(1, 1).array];
    enter(book.active, 0, 3, [["=A1:A3*2", "=SUM(LEN(A1:A3))"]]);
    calculator.recalculate();
    expect([plain, valuesOf(book.active, 0, 3, 3, 1).flat(), book.active.cell(0, 3).array, book.active.cell(0, 4)]).toEqual([
      [[null, 10, "13"], null], [2, 10, 6], { area: area(0, 3, 3, 1), kind: "dynamic" },
      { ...blankCell, formula: "SUM(LEN(A1:A3))", value: 3, array: { area: area(0, 4), kind: "dynamic" } },
    ]);
  });
});
