/** Functions and references that came with dynamic arrays, by the examples and rules of Microsoft's pages; LibreOffice 7.4 has none of them. */
import { Calculator } from "../../../src/host/calc/calculator";
import { isError } from "../../../src/host/workbook/values";
import { bookOf, valuesOf } from "./book";
import type { Scalar } from "./formula-cases";

const NOW = new Date(2026, 3, 30, 9, 0, 0);
const workbook = bookOf({ D: [["a", 1, null], ["b", 2, null], [null, null, null], ["c", 3, null]], Jan: [[1], [2]], Feb: [[3], [4]], F: [] });
const calculator = new Calculator(workbook, { now: () => NOW });
calculator.recalculate();

function resultOf(formula: string): Scalar | readonly (readonly Scalar[])[] {
  const rows = calculator.evaluate(formula, workbook.sheetByName("F") ?? workbook.active, 20, 20).map((row) => row.map((value) => (isError(value) ? value.code : value)));
  return rows.length === 1 && rows[0]?.length === 1 ? rows[0][0] ?? null : rows;
}

const RIDING = "\"Little Red Riding Hood's red hood\"";

it.each<readonly [string, Scalar | readonly (readonly Scalar[])[]]>([
  [`TEXTBEFORE(${RIDING},"hood")`, "Little Red Riding Hood's red "], [`TEXTBEFORE(${RIDING},"Red",-1)`, "Little "], [`TEXTBEFORE(${RIDING},"red",2)`, "#N/A"],
  [`TEXTBEFORE(${RIDING},"red",2,1)`, "Little Red Riding Hood's "], [`TEXTBEFORE(${RIDING},"x",1,0,1)`, "Little Red Riding Hood's red hood"], [`TEXTBEFORE(${RIDING},"x",1,0,0,"none")`, "none"],
  [`TEXTAFTER(${RIDING},"hood")`, ""], [`TEXTAFTER(${RIDING},"red",-1)`, " hood"], [`TEXTAFTER("a-b_c",{"-","_"},2)`, "c"], [`TEXTAFTER("abc","-",-1,,1)`, "abc"], ["TEXTAFTER(\"abc\",\"\")", "abc"],
  ["TEXTBEFORE(\"abc\",\"b\",0)", "#VALUE!"], ["TEXTBEFORE(\"abc\",\"b\",9)", "#VALUE!"],
  ["TEXTSPLIT(\"Dakota Lennon\",\" \")", [["Dakota", "Lennon"]]], ["TEXTSPLIT(\"1,2,3;4,5\",\",\",\";\")", [["1", "2", "3"], ["4", "5", "#N/A"]]], ["TEXTSPLIT(\"1,2,3;4,5\",\",\",\";\",,,\"\")", [["1", "2", "3"], ["4", "5", ""]]],
  ["TEXTSPLIT(\"a,,b\",\",\",,TRUE)", [["a", "b"]]], ["TEXTSPLIT(\"Do. Or do not. There is no try\",{\".\",\" \"},,TRUE)", [["Do", "Or", "do", "not", "There", "is", "no", "try"]]], ["TEXTSPLIT(\"1x2X3\",\"x\",,,1)", [["1", "2", "3"]]], ["TEXTSPLIT(\"ab\",\"\")", "#VALUE!"],
  ["VALUETOTEXT(\"Seattle\",1)", "\"Seattle\""], ["VALUETOTEXT(TRUE)", "TRUE"], ["VALUETOTEXT(1234.01234,0)", "1234.01234"], ["VALUETOTEXT(5,2)", "#VALUE!"],
  ["ARRAYTOTEXT({TRUE,1234.5;\"Hello\",5})", "TRUE, 1234.5, Hello, 5"], ["ARRAYTOTEXT({TRUE,1234.5;\"Hello\",5},1)", "{TRUE,1234.5;\"Hello\",5}"],
  ["EXPAND({1,2;3,4},3,3)", [[1, 2, "#N/A"], [3, 4, "#N/A"], ["#N/A", "#N/A", "#N/A"]]], ["EXPAND({1,2},2,2,\"-\")", [[1, 2], ["-", "-"]]], ["EXPAND({1,2},1,1)", "#VALUE!"], ["EXPAND({1;2},,2,0)", [[1, 0], [2, 0]]],
  ["PERCENTOF({1,2},{1,2,3,4})", 0.3], ["PERCENTOF(1,0)", "#DIV/0!"],
  ["ROWS(TRIMRANGE(D!A1:C9))", 4], ["COLUMNS(TRIMRANGE(D!A1:C9))", 2], ["ROWS(TRIMRANGE(D!A1:C9,0))", 9], ["COUNTA(D!A:.A)", 3], ["ROWS(D!A:.A)", 4], ["ROWS(D!A3.:.A9)", 1], ["ROWS(D!A3:.A9)", 2], ["TRIMRANGE(D!C1:C9)", "#REF!"],
  ["LAMBDA(x,[y],IF(ISOMITTED(y),x,x+y))(1)", 1], ["LAMBDA(x,[y],IF(ISOMITTED(y),x,x+y))(1,2)", 3], ["LAMBDA(x,[y],x)()", "#VALUE!"], ["LAMBDA(x,[y],x)(1,2,3)", "#VALUE!"], ["LET(f,LAMBDA(a,b,a*b),f(3,4))", 12],
  ["XLOOKUP(2,{1;2;2;3},{10;20;21;30},,0,-1)", 21], ["XLOOKUP(2.5,{1;2;2;3},{10;20;21;30},,-1)", 20], ["XLOOKUP(2.5,{1;2;2;3},{10;20;21;30},,-1,-1)", 21], ["XLOOKUP(2.5,{1;2;2;3},{10;20;21;30},,1)", 30],
  ["XLOOKUP(2,{1;2;3},{10;20;30},,0,2)", 20], ["XLOOKUP(2,{3;2;1},{10;20;30},,0,-2)", 20], ["XMATCH(2,{1;2;3},0,3)", "#VALUE!"], ["XMATCH(2,{1;2;3},5)", "#VALUE!"], ["XMATCH(\"b*\",{\"a\",\"bc\"},2)", 2], ["XMATCH(\"b*\",{\"a\",\"bc\"})", "#N/A"],
  ["XLOOKUP(350,SEQUENCE(100,1,0,10),SEQUENCE(100),,-1)", 36], ["XLOOKUP(355,SEQUENCE(100,1,0,10),SEQUENCE(100),,-1)", 36], ["XLOOKUP(355,SEQUENCE(100,1,0,10),SEQUENCE(100),,1)", 37], ["XLOOKUP(995,SEQUENCE(100,1,0,10),SEQUENCE(100),\"none\",1)", "none"],
  ["VSTACK(Jan:Feb!A1:A2)", [[1], [2], [3], [4]]], ["SUM(VSTACK(Jan:Feb!A1,9))", 13], ["VLOOKUP(3,Jan:Feb!A1:A2,1,FALSE)", "#N/A"], ["SUM(Jan!A1:Jan!A2)", 3], ["SUM(D!B1:B2:B4)", 6], ["SUM(Feb:Jan!A1)", 4], ["SUM(Jan:Nosuch!A1)", "#REF!"],
  ["MAP({1,2;3,4},LAMBDA(x,x^2))", [[1, 4], [9, 16]]], ["REDUCE(,{1,2,3},LAMBDA(a,b,a+b))", 6], ["SCAN(0,{1,2,3},LAMBDA(a,b,a+b))", [[1, 3, 6]]], ["BYROW({1,2;3,4},LAMBDA(r,SUM(r)))", [[3], [7]]], ["BYCOL({1,2;3,4},LAMBDA(c,MAX(c)))", [[3, 4]]],
  ["MAKEARRAY(2,2,LAMBDA(r,c,r&c))", [["11", "12"], ["21", "22"]]], ["MAP({1,2},LAMBDA(x,SEQUENCE(2)))", [["#CALC!", "#CALC!"]]], ["LAMBDA(x,x)", "#CALC!"],
  ["\"a\"&REPT(\"b\",32767)", "#VALUE!"], ["LEN(\"a\"&REPT(\"b\",32766))", 32767],
])("=%s gives %j", (formula, gives) => { expect(resultOf(formula)).toEqual(gives); });

describe("a workbook that counts its dates from 1904", () => {
  it.each([
    ["DATE(2024,1,15)", 43844], ["DATE(1904,1,1)", 0], ["YEAR(0)", 1904], ["YEAR(43844)", 2024], ["MONTH(43844)", 1], ["DAY(43844)", 15], ["WEEKDAY(43844)", 2], ["TEXT(43844,\"dd/mm/yyyy\")", "15/01/2024"],
    ["EDATE(43844,1)", 43875], ["EOMONTH(43844,0)", 43860], ["DATEDIF(0,43844,\"y\")", 120], ["YEARFRAC(43844,44210,1)", 1], ["DATE(1903,12,31)", "#NUM!"], ["WORKDAY(43844,5)", 43851], ["\"10:30\"+0", 0.4375], ["TODAY()", 44680], ["ISOWEEKNUM(43844)", 3], ["WEEKNUM(43844)", 3], ["NETWORKDAYS(43844,43850)", 5],
    ["DATEVALUE(\"15/01/2024\")", 43844], ["\"15/01/2024\"+0", 43844],
  ])("=%s gives %j", (formula, gives) => {
    const book = bookOf({ F: [] });
    book.date1904 = true;
    const value = new Calculator(book, { now: () => NOW }).evaluate(formula, book.active, 0, 0)[0]?.[0];
    expect(isError(value) ? value.code : value).toEqual(gives);
  });
});

it("a spilled result is read whole by its mark, and not at all where nothing spills", () => {
  const book = bookOf({ Plan: [["=SEQUENCE(3)", "=SUM(A1#)", "=ROWS(Plan!A1#)", "=SUM(C1#)"]] });
  new Calculator(book, { now: () => NOW }).recalculate();
  expect(valuesOf(book.active, 0, 1, 1, 3)).toEqual([[6, 3, "#REF!"]]);
});
