/** Filling from neighbours: what a dragged handle, Ctrl+D and Ctrl+R put into cells. */
import { Calculator } from "../../../src/host/calc/calculator";
import { Session } from "../../../src/host/objects/session";
import { filledBeside } from "../../../src/host/objects/fill-out";
import { fill, filledBy } from "../../../src/host/view/fill";
import { defaultStyle } from "../../../src/host/workbook/style";
import { contentOf, place, sheetOf, workbookOf, type Content } from "../calc/sheet-builder";

function filled(content: Content, source: string, target: string, asSeries: boolean): Content {
  const workbook = workbookOf({ Plan: content });
  const sheet = sheetOf(workbook, "Plan");
  const session = new Session(workbook, new Calculator(workbook, { now: () => new Date(2026, 0, 1) }), { platform: "web", api: "1.14" });
  fill(session, sheet, place(source), place(target), asSeries);
  const after = contentOf(sheet);
  return Object.fromEntries(Object.entries(after).filter(([address]) => !(address in content)));
}

describe("a dragged handle", () => {
  it.each([
    { content: { A1: 7 }, source: "A1", target: "A1:A3", added: { A2: 7, A3: 7 }, because: "a number alone is repeated" },
    { content: { A1: 1, A2: 2 }, source: "A1:A2", target: "A1:A4", added: { A3: 3, A4: 4 }, because: "two numbers begin a series" },
    { content: { A1: 10, B1: 7.5 }, source: "A1:B1", target: "A1:D1", added: { C1: 5, D1: 2.5 }, because: "so they do along a row" },
    { content: { A5: 10, A6: 12 }, source: "A5:A6", target: "A3:A6", added: { A4: 8, A3: 6 }, because: "and backwards" },
    { content: { A1: "Mon" }, source: "A1", target: "A1:A3", added: { A2: "Tue", A3: "Wed" }, because: "days are known" },
    { content: { A1: "NOV" }, source: "A1", target: "A1:A3", added: { A2: "DEC", A3: "JAN" }, because: "months too, in capitals as they began" },
    { content: { A1: "Post 9" }, source: "A1", target: "A1:A3", added: { A2: "Post 10", A3: "Post 11" }, because: "a number at the end counts on" },
    { content: { A1: "P007" }, source: "A1", target: "A1:A2", added: { A2: "P008" }, because: "leading noughts stay" },
    { content: { A1: "x", A2: "y" }, source: "A1:A2", target: "A1:A5", added: { A3: "x", A4: "y", A5: "x" }, because: "other words are repeated in turn" },
    { content: { A1: 1, A2: 2, B1: "=A1*$A$1", B2: "=A2*$A$1" }, source: "B1:B2", target: "B1:B4", added: { B3: "=A3*$A$1", B4: "=A4*$A$1" }, because: "formulas count from where they stand" },
  ] as { content: Content; source: string; target: string; added: Content; because: string }[])("$source over $target: $because", ({ content, source, target, added }) => {
    expect(filled(content, source, target, true)).toEqual(added);
  });

  it("goes on with a date by days, and keeps its format", () => {
    const workbook = workbookOf({ Plan: { A1: 46_000 } });
    const sheet = sheetOf(workbook, "Plan");
    const style = workbook.styles.intern({ ...defaultStyle, numberFormat: "dd/mm/yyyy" });
    sheet.put(0, 0, { ...sheet.cell(0, 0), style });
    fill(new Session(workbook, new Calculator(workbook, { now: () => new Date() }), { platform: "web", api: "1.14" }), sheet, place("A1"), place("A1:A3"), true);
    expect([sheet.cell(1, 0), sheet.cell(2, 0)].map(({ value, style: s }) => [value, s])).toEqual([[46_001, style], [46_002, style]]);
  });

  it.each([
    { row: 5, column: 1, target: "A1:B6" }, { row: 0, column: 4, target: "A1:E2" }, { row: 4, column: 3, target: "A1:B5" }, { row: 1, column: 0, target: "A1:B2" },
  ])("at row $row, column $column would fill $target: the longer way wins", ({ row, column, target }) => {
    expect(filledBy(place("A1:B2"), row, column)).toEqual(place(target));
  });

  it("double clicked fills as far as the column beside goes", () => {
    const sheet = sheetOf(workbookOf({ Plan: { A1: 1, A2: 1, A3: 1, A5: 1, B1: "=A1" } }), "Plan");
    expect([filledBeside(sheet, place("B1")), filledBeside(sheet, place("D1"))]).toEqual([place("B1:B3"), place("D1")]);
  });
});

it("Ctrl+D and Ctrl+R repeat instead of counting on", () => {
  expect(filled({ A1: "Post 1", B1: "=A1" }, "A1:B1", "A1:B3", false)).toEqual({ A2: "Post 1", A3: "Post 1", B2: "=A2", B3: "=A3" });
});
