/** Formulas that never end, or would not in a lifetime: each is stopped after a count of steps, and the rest of the workbook is worked out. */
import { Calculator } from "../../../src/host/calc/calculator";
import { USUAL_ALLOWANCE } from "../../../src/host/calc/not-worked-out";
import { blankCell } from "../../../src/host/workbook/sheet";
import type { Workbook } from "../../../src/host/workbook/workbook";
import { bookOf, enter, valuesOf } from "./book";
import type { Given, Scalar } from "./formula-cases";

const NOW = new Date(2026, 3, 30, 9, 0, 0);
/** Small, so that the tests are quick; what is usual is a hundred times as much. */
const SMALL = { formula: 500_000, calculation: 10_000_000 };

interface Came { readonly value: Scalar; readonly says: string | null }

function came(formula: string, names: Readonly<Record<string, string>> = {}): Came {
  const workbook = bookOf({ Plan: [[`=${formula}`, "=1+1"]] });
  workbook.setNames(Object.entries(names).map(([name, written]) => ({ name, formula: written, scope: null, visible: true, comment: "" })));
  const calculator = new Calculator(workbook, { now: () => NOW, allowance: SMALL });
  calculator.recalculate();
  expect(workbook.active.cell(0, 1).value).toBe(2);
  return { value: valuesOf(workbook.active, 0, 0, 1, 1)[0]?.[0] ?? null, says: calculator.open[0]?.says ?? null };
}

const stopped = "Not worked out, because it takes more than 500,000 steps; the cell shows an error.";

describe("a formula without end", () => {
  it.each([
    ["a function that calls itself", "Endless(1)", { Endless: "LAMBDA(n,Endless(n+1))" }, "#NUM!", "Not worked out, because a function calls itself more than 400 times over; the cell shows an error."],
    ["a function that calls itself twice", "Twice(30)", { Twice: "LAMBDA(n,IF(n=0,1,Twice(n-1)+Twice(n-1)))" }, "#CALC!", stopped],
    ["functions that call each other", "Ping(1)", { Ping: "LAMBDA(n,Pong(n))", Pong: "LAMBDA(n,Ping(n))" }, "#NUM!", "Not worked out, because a function calls itself more than 400 times over; the cell shows an error."],
    ["a loop in a loop", "SUM(MAP(SEQUENCE(2000),LAMBDA(a,SUM(MAP(SEQUENCE(2000),LAMBDA(b,a*b))))))", {}, "#CALC!", stopped],
    ["an array made cell by cell", "SUM(MAKEARRAY(2000,2000,LAMBDA(r,c,r*c)))", {}, "#CALC!", stopped],
    ["everything against everything", "SUM(SEQUENCE(3000)*SEQUENCE(1,3000))", {}, "#CALC!", stopped],
    ["sorting in a loop", "REDUCE(0,SEQUENCE(5000),LAMBDA(a,b,a+SUM(SORT(SEQUENCE(5000)))))", {}, "#CALC!", stopped],
    ["a result that fills a sheet", "SEQUENCE(1100000,1)", {}, "#CALC!", stopped],
    ["a search in a long text, again and again", "SUM(MAP(SEQUENCE(50000),LAMBDA(i,COUNT(SEARCH(\"*a*a*a*b\",REPT(\"a\",100)&SEQUENCE(50))))))", {}, "#CALC!", stopped],
    ["more interest than there are payments", "CUMIPMT(0.01,1E9,1000,1,999999999,0)", {}, "#CALC!", stopped],
    ["a distribution counted one by one", "POISSON.DIST(1E9,5,TRUE)", {}, "#NUM!", "Not worked out, because POISSON.DIST of more than a million is not built here; the cell shows an error."],
  ] as const)("%s is stopped and listed", (_, formula, names, value, says) => {
    expect(came(formula, names)).toEqual({ value, says });
  });

  it.each([
    ["text that doubles", "LEN(REDUCE(\"ab\",SEQUENCE(40),LAMBDA(a,b,a&a)))", "#VALUE!"],
    ["text longer than a cell", "LEN(SUBSTITUTE(REPT(\"a\",32767),\"a\",REPT(\"b\",32767)))", "#VALUE!"],
    ["text joined from many", "LEN(TEXTJOIN(\"\",TRUE,IF(SEQUENCE(1000)>0,REPT(\"a\",32767))))", "#VALUE!"],
    ["a repetition without limit", "REPT(\"a\",1E9)", "#VALUE!"],
    ["an array beyond any sheet", "SUM(SEQUENCE(1048576,16384))", "#NUM!"],
    ["a unit matrix beyond memory", "SUM(MUNIT(100000))", "#VALUE!"],
    ["combinations past the largest number", "COMBIN(1E15,5E14)", "#NUM!"],
    ["permutations past the largest number", "PERMUT(1E15,5E14)", "#NUM!"],
    ["a factorial past the largest number", "FACTDOUBLE(1E9)", "#NUM!"],
    ["the working day at the end of time", "WORKDAY(1,2000000)", 2_799_999],
    ["a working day beyond the calendar", "WORKDAY(1,1E9)", "#NUM!"],
    ["a pattern that could be tried in endless ways", "SEARCH(REPT(\"*a\",100)&\"b\",REPT(\"a\",32767))", "#VALUE!"],
  ])("%s is over at once, as in Excel", (_, formula, value) => {
    expect(came(formula)).toEqual({ value, says: null });
  });
});

describe("formulas nested deeply", () => {
  const sum = (terms: number): string => Array.from({ length: terms }, () => "1").join("+");

  it("are worked out as long as Excel would take them", () => {
    expect([came(`${"(".repeat(60)}1${")".repeat(60)}`).value, came(`${"ABS(".repeat(64)}-3${")".repeat(64)}`).value, came(sum(1_000)).value]).toEqual([1, 3, 1_000]);
  });

  it.each([["brackets", `${"(".repeat(50_000)}1${")".repeat(50_000)}`], ["functions", `${"ABS(".repeat(20_000)}1${")".repeat(20_000)}`], ["signs", `${"-".repeat(50_000)}1`], ["operators", sum(20_000)]])("%s beyond that are not read", (_, formula) => {
    expect(came(formula).value).toEqual("#NAME?");
  });
});

describe("many formulas together", () => {
  it("are stopped when all of them take too long, and the others keep what they have", () => {
    const rows: Given[][] = Array.from({ length: 40 }, () => ["=SUM(SEQUENCE(70,1000))"]);
    const workbook = bookOf({ Plan: [...rows, ["=1+1"]] });
    const calculator = new Calculator(workbook, { now: () => NOW, allowance: { formula: 1_000_000, calculation: 2_000_000 } });
    calculator.recalculate();
    const values = valuesOf(workbook.active, 0, 0, 40, 1).flat();
    expect([values[0], values[39], values.filter((value) => value === "#CALC!").length === calculator.open.length, calculator.open.at(-1)?.says]).toEqual([
      2_450_035_000, "#CALC!", true, "Not worked out, because all formulas together take more than 2,000,000 steps; the cell shows an error.",
    ]);
  });

  it("whose results change what they stand on end, and say so", () => {
    const workbook = bookOf({ Plan: [["=SEQUENCE(IF(COUNT(INDIRECT(\"B1:B50\"))>3,2,6))", "=SEQUENCE(IF(COUNT(INDIRECT(\"A1:A50\"))>3,2,6))"]] });
    const calculator = new Calculator(workbook, { now: () => NOW, allowance: SMALL });
    calculator.recalculate();
    expect(calculator.open.length).toBeGreaterThan(0);
  });

  it("chained through INDIRECT are followed to the end", () => {
    const length = 2_000;
    const workbook = bookOf({ Plan: Array.from({ length }, (_, row) => [row === length - 1 ? 1 : `=INDIRECT("A"&${row + 2})+1`]) });
    new Calculator(workbook, { now: () => NOW }).recalculate();
    expect(workbook.active.cell(0, 0).value).toBe(length);
  });
});

describe("a file's formula that takes too long", () => {
  const opened = (): { readonly workbook: Workbook; readonly calculator: Calculator } => {
    const workbook = bookOf({ Plan: [[500]] });
    workbook.active.put(0, 1, { ...blankCell, formula: "SUM(SEQUENCE(A1)*SEQUENCE(1,A1))", value: 15_687_562_500 });
    return { workbook, calculator: new Calculator(workbook, { now: () => NOW, allowance: SMALL }) };
  };

  it("keeps the file's value, and is out of date once what it stands on changes", () => {
    const { workbook, calculator } = opened();
    calculator.recalculate();
    const asOpened = calculator.open;
    enter(workbook.active, 0, 0, [[2000]]);
    calculator.recalculate();
    expect([asOpened, workbook.active.cell(0, 1), calculator.open.map(({ standing }) => standing)]).toEqual([
      [], { ...blankCell, formula: "SUM(SEQUENCE(A1)*SEQUENCE(1,A1))", value: 15_687_562_500, state: "cached" }, ["out-of-date"],
    ]);
  });

  it("is worked out again when it no longer takes too long", () => {
    const { workbook, calculator } = opened();
    for (const rows of [2000, 3]) {
      enter(workbook.active, 0, 0, [[rows]]);
      calculator.recalculate();
    }
    expect([workbook.active.cell(0, 1), calculator.open]).toEqual([{ ...blankCell, formula: "SUM(SEQUENCE(A1)*SEQUENCE(1,A1))", value: 36, state: "live" }, []]);
  });
});

it("what is usual is fifty million steps for a formula, and five hundred million for a calculation", () => {
  expect(USUAL_ALLOWANCE).toEqual({ formula: 50_000_000, calculation: 500_000_000 });
});
