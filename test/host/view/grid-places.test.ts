/** What lies under a point, what has to be scrolled, what can be pointed at: on a sheet with frozen panes and hidden lines. */
import { canPoint, pointAt } from "../../../src/host/view/pointing";
import { hitAt, scrollToShow, type Window } from "../../../src/host/view/hit";
import { framePixels, layOut, startOf, type Layout } from "../../../src/host/view/layout";
import { selectionSums } from "../../../src/host/view/selection-sums";
import { fromClipboard, toClipboard } from "../../../src/host/view/clipboard-text";
import { area } from "../../../src/host/workbook/area";
import type { Sheet } from "../../../src/host/workbook/sheet";
import { cellError, type CellValue } from "../../../src/host/workbook/values";
import { Workbook } from "../../../src/host/workbook/workbook";

/** Columns are 64 pixels and rows 20; row 1 and column A are frozen, row 3 and column C hidden. */
function frozenSheet(): { readonly sheet: Sheet; readonly layout: Layout } {
  const sheet = new Workbook().addSheet("Sheet1");
  sheet.load({
    frozen: { rows: 1, columns: 1 },
    rows: new Map([[2, { height: null, hidden: true, style: 0 }]]), columns: new Map([[2, { width: null, hidden: true, style: 0 }]]),
  });
  return { sheet, layout: layOut(sheet, { rows: 0, columns: 0 }, () => null) };
}
const unscrolled: Window = { headingWidth: 40, headingHeight: 22, scrollLeft: 0, scrollTop: 0 };

describe("under a point", () => {
  it.each([
    { x: 10, y: 10, scrolled: false, hit: { kind: "corner" }, because: "above the row numbers" },
    { x: 70, y: 10, scrolled: false, hit: { kind: "column-heading", column: 0 }, because: "a letter" },
    { x: 104, y: 10, scrolled: false, hit: { kind: "column-edge", column: 0 }, because: "where two letters meet, the left column is held" },
    { x: 106, y: 10, scrolled: false, hit: { kind: "column-edge", column: 0 }, because: "just past it too" },
    { x: 20, y: 30, scrolled: false, hit: { kind: "row-heading", row: 0 }, because: "a row's number" },
    { x: 20, y: 42, scrolled: false, hit: { kind: "row-edge", row: 0 }, because: "where two numbers meet" },
    { x: 70, y: 50, scrolled: false, hit: { kind: "cell", row: 1, column: 0 }, because: "below the frozen row" },
    { x: 200, y: 70, scrolled: false, hit: { kind: "cell", row: 3, column: 3 }, because: "row 3 and column C are hidden" },
    { x: 70, y: 30, scrolled: true, hit: { kind: "cell", row: 0, column: 0 }, because: "frozen cells stay when the rest is scrolled" },
    { x: 110, y: 45, scrolled: true, hit: { kind: "cell", row: 6, column: 4 }, because: "the rest moves under them" },
  ])("$x, $y is $hit: $because", ({ x, y, scrolled, hit }) => {
    const { layout } = frozenSheet();
    expect(hitAt(layout, scrolled ? { ...unscrolled, scrollLeft: 128, scrollTop: 80 } : unscrolled, x, y)).toEqual(hit);
  });
});

describe("scrolling a line into sight", () => {
  // The frozen line takes the first 20 pixels; positions count the lines that show.
  it.each([
    { position: 0, scrolled: 500, to: 500, because: "a frozen line is always in sight" },
    { position: 3, scrolled: 0, to: 0, because: "it is in sight already" },
    { position: 10, scrolled: 0, to: 120, because: "scrolls no further than needed" },
    { position: 2, scrolled: 200, to: 20, because: "scrolls back to just below what is frozen" },
  ])("line $position from $scrolled scrolls to $to: $because", ({ position, scrolled, to }) => {
    expect(scrollToShow(frozenSheet().layout.rows, position, scrolled, 100)).toBe(to);
  });
});

describe("charts", () => {
  it("shrink over hidden columns and stretch with rows that grew", () => {
    const { sheet } = frozenSheet();
    const layout = layOut(sheet, { rows: 0, columns: 0 }, (row) => (row === 1 ? 30 : null));
    expect(startOf(layout.columns, 3)).toBe(128);
    // From B2 to the end of D4: the hidden column and row take no room in points either.
    expect(framePixels(sheet, layout, { left: 48, top: 15, width: 96, height: 30 })).toEqual({ left: 64, top: 20, width: 128, height: 60 });
  });
});

describe("pointing at cells while a formula is typed", () => {
  it.each([
    { text: "=", caret: 1, can: true },
    { text: "=SUM(", caret: 5, can: true },
    { text: "=A1+", caret: 4, can: true },
    { text: "=IF(A1>", caret: 7, can: true },
    { text: "=A1", caret: 3, can: false },
    { text: '="a(', caret: 4, can: false },
    { text: "12+", caret: 3, can: false },
  ])("$text with the caret at $caret: $can", ({ text, caret, can }) => {
    expect(canPoint(text, caret)).toBe(can);
  });

  it("names another sheet, in quotes where its name needs them", () => {
    const workbook = new Workbook();
    const here = workbook.addSheet("Here");
    const there = workbook.addSheet("Gap analysis");
    expect(pointAt("=SUM(", { from: 5, to: 5 }, there, area(1, 1, 2, 1), here)).toEqual({ text: "=SUM('Gap analysis'!B2:B3", pointed: { from: 5, to: 25 } });
    expect(pointAt("=SUM(B2", { from: 5, to: 7 }, here, area(1, 1, 3, 1), here)).toEqual({ text: "=SUM(B2:B4", pointed: { from: 5, to: 10 } });
  });
});

describe("the status bar's sums", () => {
  const filled: readonly (readonly CellValue[])[] = [[1, 2.5, "n/a"], [null, true, cellError("#N/A")], ["", 0.1, 0.2]];

  it("add up numbers only, and count everything that is not blank", () => {
    const sheet = new Workbook().addSheet("Sheet1");
    filled.forEach((line, row) => line.forEach((value, column) => sheet.put(row, column, { ...sheet.cell(row, column), value })));
    expect(selectionSums(sheet, [area(0, 0, 3, 3)])).toEqual({ filled: 7, numbers: 4, sum: 3.8 });
    expect(selectionSums(sheet, [area(0, 0, 1_048_576, 16_384)])).toEqual({ filled: 7, numbers: 4, sum: 3.8 });
    expect(selectionSums(sheet, [area(20, 20)])).toEqual({ filled: 0, numbers: 0, sum: 0 });
  });
});

describe("the clipboard's text", () => {
  it.each([
    { rows: [["a", "b"], ["c", ""]], text: "a\tb\r\nc\t", because: "tabs and line ends" },
    { rows: [["two\nlines", 'say "no"']], text: '"two\nlines"\tsay "no"', because: "line breaks in a cell need quotes" },
    { rows: [['"quoted"']], text: '"""quoted"""', because: "a quote at the start does too" },
  ])("$text goes out and comes back: $because", ({ rows, text }) => {
    expect(toClipboard(rows)).toBe(text);
    expect(fromClipboard(text)).toEqual(rows);
  });

  it("takes a quote that is never closed as it is, and adds no row for a closing line end", () => {
    expect(fromClipboard('5" pipe\tx\n')).toEqual([['5" pipe', "x"]]);
    expect(fromClipboard('"open\tx')).toEqual([['"open', "x"]]);
  });
});
