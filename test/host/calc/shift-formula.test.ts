import { formulaForRenamedSheet, loseSheet, loseTable, moveFormula, moveSheet, renameSheet, renameTable, renameTableColumn, withoutTable } from "../../../src/host/calc/shift-formula";
import type { Table } from "../../../src/host/workbook/features";
import { addTable, contentOf, place, sheetOf, workbookOf } from "./sheet-builder";

describe("a formula copied elsewhere", () => {
  it.each([
    { formula: "A1+$A1+A$1+$A$1", rows: 2, columns: 3, after: "D3+$A3+D$1+$A$1" },
    { formula: "SUM(A:A,2:2)", rows: 1, columns: 1, after: "SUM(B:B,3:3)" },
    { formula: "SUM($A:B,$2:3)", rows: 1, columns: 1, after: "SUM($A:C,$2:4)" },
    { formula: "A1", rows: -1, columns: 0, after: "#REF!" },
    { formula: "Plan!A1*2", rows: 0, columns: -1, after: "Plan!#REF!*2" },
    { formula: "'My plan'!B2:C3", rows: 1, columns: 1, after: "'My plan'!C3:D4" },
    { formula: "A1048576", rows: 1, columns: 0, after: "#REF!" },
    { formula: "SUM(A$5:A6)", rows: -3, columns: 0, after: "SUM(A3:A$5)" },
    { formula: 'IF(B2="A1",LOG10(B2),Posts[Demand])', rows: 1, columns: 0, after: 'IF(B3="A1",LOG10(B3),Posts[Demand])' },
    { formula: "rate * B2", rows: 1, columns: 0, after: "rate * B3" },
    { formula: "B2#", rows: 1, columns: 0, after: "B3#" },
  ])("$formula, $rows down and $columns right, reads $after", ({ formula, rows, columns, after }) => {
    expect(moveFormula(formula, rows, columns)).toBe(after);
  });
});

describe("a formula when the sheet Plan is called It's 2026", () => {
  it.each([
    { formula: "Plan!A1", after: "'It''s 2026'!A1" },
    { formula: "plan!$A$1:$B$2+Planning!A1", after: "'It''s 2026'!$A$1:$B$2+Planning!A1" },
    { formula: "SUM(Plan!A:A)", after: "SUM('It''s 2026'!A:A)" },
    { formula: "Plan!rate*2", after: "'It''s 2026'!rate*2" },
    { formula: "Plan!#REF!", after: "'It''s 2026'!#REF!" },
    { formula: '"Plan!A1"&Plan!A1', after: `"Plan!A1"&'It''s 2026'!A1` },
    { formula: "SUM(Plan:End!A1)", after: "SUM('It''s 2026:End'!A1)" },
    { formula: "[Other.xlsx]Plan!A1", after: "[Other.xlsx]Plan!A1" },
  ])("$formula reads $after", ({ formula, after }) => {
    expect(formulaForRenamedSheet(formula, "Plan", "It's 2026")).toBe(after);
  });

  it("loses its quotes with the name that needed them", () => {
    expect(formulaForRenamedSheet("'It''s 2026'!A1", "It's 2026", "Plan")).toBe("Plan!A1");
  });
});

it("a sheet's new name reaches names, rules, charts and links too", () => {
  const workbook = workbookOf({ Plan: { A1: 1, A2: "=Plan!A1" }, Other: { A1: "=Plan!A1*2" } });
  const [plan, other] = [sheetOf(workbook, "Plan"), sheetOf(workbook, "Other")];
  workbook.setNames([{ name: "Print_Area", formula: "Plan!$A$1:$B$9", scope: plan.id, visible: true, comment: "" }]);
  other.load({
    validations: [{ areas: [place("B1")], rule: { kind: "list", source: "Plan!$A$1:$A$9", dropDown: true }, ignoreBlanks: true, prompt: { show: false, title: "", message: "" }, alert: { show: true, style: "Stop", title: "", message: "" } }],
    conditionalFormats: [{ id: "1", areas: [place("B1")], priority: 0, stopIfTrue: false, rule: { kind: "custom", formula: "Plan!$A$1>B1", format: { bold: true } } }],
    hyperlinks: [{ area: place("C1"), address: null, place: "Plan!A1", tip: "" }, { area: place("C2"), address: "https://example.org/Plan!A1", place: null, tip: "" }],
  });
  workbook.renameSheet(plan, "Next plan");
  renameSheet(workbook, "Plan", "Next plan");
  expect({
    cells: [contentOf(plan), contentOf(other)], names: workbook.names.map(({ formula }) => formula), validations: other.get("validations").map(({ rule }) => rule),
    formats: other.get("conditionalFormats").map(({ rule }) => rule), links: other.get("hyperlinks").map((link) => [link.place, link.address]),
  }).toEqual({
    cells: [{ A1: 1, A2: "='Next plan'!A1" }, { A1: "='Next plan'!A1*2" }], names: ["'Next plan'!$A$1:$B$9"],
    validations: [{ kind: "list", source: "'Next plan'!$A$1:$A$9", dropDown: true }], formats: [{ kind: "custom", formula: "'Next plan'!$A$1>B1", format: { bold: true } }],
    links: [["'Next plan'!A1", null], [null, "https://example.org/Plan!A1"]],
  });
});

describe("formulas that name a table", () => {
  const posts = (formula: string): ReturnType<typeof workbookOf> => {
    const workbook = workbookOf({ Plan: { B2: "Post", C2: "Demand", D2: "Twice", B3: "Nurse", C3: 3, D3: formula, B4: "Doctor", C4: 5, F9: formula } });
    addTable(sheetOf(workbook, "Plan"), "Posts", "B2:D4", ["Post", "Demand", "Twice"]);
    return workbook;
  };
  const formulas = (workbook: ReturnType<typeof workbookOf>): readonly unknown[] => ["D3", "F9"].map((address) => contentOf(sheetOf(workbook, "Plan"))[address]);

  it.each([
    { formula: "=SUM(Posts[Demand])", after: "=SUM(Jobs[Demand])" },
    { formula: "=ROWS(posts)", after: "=ROWS(Jobs)" },
    { formula: "=Posts[@Demand]*2", after: "=Jobs[@Demand]*2" },
    { formula: "=MyPosts[Demand]", after: "=MyPosts[Demand]" },
  ])("$formula reads $after when Posts is renamed to Jobs", ({ formula, after }) => {
    const workbook = posts(formula);
    renameTable(workbook, "Posts", "Jobs");
    expect(formulas(workbook)).toEqual([after, after]);
  });

  it.each([
    { formula: "=SUM(Posts[Demand])", inside: "=SUM(Posts[Whole need])", outside: "=SUM(Posts[Whole need])" },
    { formula: "=[@Demand]*2", inside: "=[@[Whole need]]*2", outside: "=[@Demand]*2" },
    { formula: "=SUM(Posts[[Post]:[Demand]])", inside: "=SUM(Posts[[Post]:[Whole need]])", outside: "=SUM(Posts[[Post]:[Whole need]])" },
    { formula: "=SUM(Other[Demand])", inside: "=SUM(Other[Demand])", outside: "=SUM(Other[Demand])" },
  ])("$formula reads $inside in the table and $outside elsewhere when Demand is renamed", ({ formula, inside, outside }) => {
    const workbook = posts(formula);
    renameTableColumn(workbook, "Posts", "Demand", "Whole need");
    expect(formulas(workbook)).toEqual([inside, outside]);
  });

  it.each([
    { formula: "=SUM(Posts[Demand])", inside: "=SUM(Plan!$C$3:$C$4)", outside: "=SUM(Plan!$C$3:$C$4)" },
    { formula: "=ROWS(Posts)", inside: "=ROWS(Plan!$B$3:$D$4)", outside: "=ROWS(Plan!$B$3:$D$4)" },
    { formula: "=[@Demand]*2", inside: "=Plan!$C3*2", outside: "=[@Demand]*2" },
    { formula: "=COUNTA(Posts[[#All],[Post]:[Demand]])", inside: "=COUNTA(Plan!$B$2:$C$4)", outside: "=COUNTA(Plan!$B$2:$C$4)" },
    { formula: "=Posts[[#Headers],[Demand]]", inside: "=Plan!$C$2", outside: "=Plan!$C$2" },
    { formula: "=Posts[[#Totals],[Demand]]", inside: "=#REF!", outside: "=#REF!" },
  ])("$formula reads $inside in the table and $outside elsewhere when it becomes a plain range", ({ formula, inside, outside }) => {
    const workbook = posts(formula);
    const sheet = sheetOf(workbook, "Plan");
    withoutTable(workbook, sheet, sheet.get("tables")[0] as Table);
    expect(formulas(workbook)).toEqual([inside, outside]);
  });

  it("are lost with the table", () => {
    const workbook = posts("=SUM(Posts[Demand])+ROWS(Posts)");
    loseTable(workbook, sheetOf(workbook, "Plan").get("tables")[0] as Table);
    expect(formulas(workbook)).toEqual(["=SUM(#REF!)+ROWS(#REF!)", "=SUM(#REF!)+ROWS(#REF!)"]);
  });
});

describe("a reference from sheet to sheet", () => {
  const months = ["Jan", "Feb", "Mar", "Apr"];
  const formulaAfter = (formula: string, work: (workbook: ReturnType<typeof workbookOf>) => void): string => {
    const workbook = workbookOf({ Year: { A1: `=${formula}` }, ...Object.fromEntries(months.map((name) => [name, { A1: 1 }])) });
    work(workbook);
    return String(contentOf(sheetOf(workbook, "Year"))["A1"]).slice(1);
  };

  it.each([
    { what: "a sheet inside goes", gone: "Feb", after: "SUM(Jan:Mar!A1)" },
    { what: "its first sheet goes", gone: "Jan", after: "SUM(Feb:Mar!A1)" },
    { what: "its last sheet goes", gone: "Mar", after: "SUM(Jan:Feb!A1)" },
    { what: "another sheet goes", gone: "Apr", after: "SUM(Jan:Mar!A1)" },
  ])("when $what, reads $after", ({ gone, after }) => {
    expect(formulaAfter("SUM(Jan:Mar!A1)", (workbook) => { loseSheet(workbook, sheetOf(workbook, gone)); })).toBe(after);
  });

  it("is #REF! when its only sheet goes", () => {
    expect(formulaAfter("SUM(Jan:Jan!A1)", (workbook) => { loseSheet(workbook, sheetOf(workbook, "Jan")); })).toBe("SUM(#REF!)");
  });

  // Microsoft, "Create a reference to the same cell range on multiple worksheets": what happens when an end is moved.
  it.each([
    { moved: "Feb", to: 4, after: "SUM(Jan:Mar!A1)" },
    { moved: "Mar", to: 4, after: "SUM(Jan:Mar!A1)" },
    { moved: "Jan", to: 4, after: "SUM(Feb:Mar!A1)" },
    { moved: "Mar", to: 0, after: "SUM(Jan:Feb!A1)" },
  ])("when $moved is moved to place $to, reads $after", ({ moved, to, after }) => {
    expect(formulaAfter("SUM(Jan:Mar!A1)", (workbook) => { moveSheet(workbook, sheetOf(workbook, moved), to); })).toBe(after);
  });

  it("keeps to its ends' new names, and is copied like any other", () => {
    const renamed = formulaAfter("SUM(Jan:Mar!A1)", (workbook) => {
      workbook.renameSheet(sheetOf(workbook, "Jan"), "Month 1");
      renameSheet(workbook, "Jan", "Month 1");
    });
    expect([renamed, moveFormula("SUM(Jan:Mar!A1:$B$2)", 2, 1)]).toEqual(["SUM('Month 1:Mar'!A1)", "SUM(Jan:Mar!B$2:$B3)"]);
  });
});
