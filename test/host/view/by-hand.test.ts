/** Commands of a person's hand on the selected cells, each a step that can be taken back; and what is done to tabs. */
import { Calculator } from "../../../src/host/calc/calculator";
import { Session } from "../../../src/host/objects/session";
import { regionAround, runCommand, type Command } from "../../../src/host/view/commands";
import { fixReference } from "../../../src/host/view/fix-reference";
import { Hand } from "../../../src/host/view/hand";
import { mergeAt } from "../../../src/host/view/merge-index";
import { RowHeights } from "../../../src/host/view/row-heights";
import { addSheet, copyTab, deleteTab, hideTab, moveTab, renameTab, showTab } from "../../../src/host/view/tab-edits";
import { area, MAX_COLUMNS, MAX_ROWS } from "../../../src/host/workbook/area";
import { defaultStyle } from "../../../src/host/workbook/style";
import { contentOf, place, sheetOf, workbookOf, type Content } from "../calc/sheet-builder";

function handOn(sheets: Readonly<Record<string, Content>>): Hand {
  const workbook = workbookOf(sheets);
  const calculator = new Calculator(workbook, { now: () => new Date(2026, 0, 1) });
  calculator.recalculateAll();
  return new Hand(new Session(workbook, calculator, { platform: "web", api: "1.14" }), () => undefined);
}
const select = (hand: Hand, address: string, others: readonly string[] = []): void => {
  const found = place(address);
  hand.select({ area: found, active: { row: found.top, column: found.left }, moving: { row: found.bottom, column: found.right }, ...(others.length === 0 ? {} : { others: others.map(place) }) });
};

describe("a command", () => {
  it.each([
    { command: "fill-down", on: "A1:B3", after: { A1: 1, B1: "=A1", A2: 1, B2: "=A2", A3: 1, B3: "=A3" } },
    { command: "fill-down", on: "B2", after: { A1: 1, B1: "=A1", B2: "=A2" } },
    { command: "fill-right", on: "A1:A1", after: { A1: 1, B1: "=A1" } },
    { command: "insert-rows", on: "B1", after: { A2: 1, B2: "=A2" } },
    { command: "insert-columns", on: "B1", after: { A1: 1, C1: "=A1" } },
    { command: "delete-columns", on: "A1", after: { A1: "=#REF!" } },
    { command: "clear", on: "A1:B1", after: {} },
  ] as { command: Command; on: string; after: Content }[])("$command on $on, and taken back", ({ command, on, after }) => {
    const hand = handOn({ Plan: { A1: 1, B1: "=A1" } });
    select(hand, on);
    runCommand(hand, command);
    expect(contentOf(hand.sheet)).toEqual(after);
    hand.undo();
    expect(contentOf(hand.sheet)).toEqual({ A1: 1, B1: "=A1" });
  });

  it("makes bold what is not, by the active cell, over every selected area", () => {
    const hand = handOn({ Plan: { A1: 1, C1: 2 } });
    const bold = (): readonly boolean[] => [0, 1, 2].map((column) => hand.sheet.workbook.styles.at(hand.sheet.cell(0, column).style).font.bold);
    select(hand, "C1", ["A1"]);
    runCommand(hand, "bold");
    expect(bold()).toEqual([true, false, true]);
    runCommand(hand, "bold");
    expect(bold()).toEqual([false, false, false]);
  });

  it("hides rows and shows what lies between", () => {
    const hand = handOn({ Plan: { A1: 1 } });
    select(hand, "2:3");
    runCommand(hand, "hide-rows");
    const hidden = (): readonly number[] => [...hand.sheet.get("rows")].filter(([, format]) => format.hidden).map(([row]) => row);
    expect(hidden()).toEqual([1, 2]);
    select(hand, "1:4");
    runCommand(hand, "show-rows");
    expect(hidden()).toEqual([]);
  });

  it("is refused in words where the sheet is protected, and several areas where one is needed", () => {
    const hand = handOn({ Plan: { A1: 1 } });
    select(hand, "A1", ["C1"]);
    runCommand(hand, "insert-rows");
    expect(hand.notice?.says).toBe("This cannot be done with several areas at once. Select one of them.");
    hand.sheet.set("protection", { options: {}, passwordAttributes: {} }, "typed");
    select(hand, "A1");
    runCommand(hand, "bold");
    expect([hand.notice?.says, hand.canUndo]).toEqual(["These cells are protected. Unprotect the sheet to change them.", false]);
  });

  it("enters one text into all selected cells with Ctrl+Enter", () => {
    const hand = handOn({ Plan: { A1: 1, A2: 2 } });
    select(hand, "B1:B2");
    hand.begin("enter", "=A1*2");
    expect([hand.commitToAll(), contentOf(hand.sheet)]).toEqual([true, { A1: 1, A2: 2, B1: "=A1*2", B2: "=A2*2" }]);
  });

  it("sums the numbers above with Alt and =", () => {
    const hand = handOn({ Plan: { A1: "Posts", A2: 1, A3: 2 } });
    select(hand, "A4");
    runCommand(hand, "autosum");
    expect(hand.editing?.text).toBe("=SUM(A2:A3)");
  });

  it("zooms without taking a step back or taking one away", () => {
    const hand = handOn({ Plan: { A1: 1 } });
    select(hand, "A1");
    runCommand(hand, "clear");
    hand.zoomTo(1_000);
    expect([hand.sheet.get("zoom"), hand.canUndo]).toEqual([400, true]);
    hand.undo();
    expect([hand.sheet.get("zoom"), contentOf(hand.sheet)]).toEqual([400, { A1: 1 }]);
  });
});

it.each([
  { content: { B2: 1, C3: 1, D3: 1, F9: 1 }, at: "B2", region: "B2:D3", because: "cells touch at corners" },
  { content: { B2: 1, B3: 1 }, at: "C3", region: "B2:C3", because: "from a blank cell beside it too" },
  { content: { F9: 1 }, at: "A1", region: "A1", because: "nothing is near" },
] as { content: Content; at: string; region: string; because: string }[])("the block round $at is $region: $because", ({ content, at, region }) => {
  const { top, left } = place(at);
  expect(regionAround(sheetOf(workbookOf({ Plan: content }), "Plan"), { row: top, column: left })).toEqual(place(region));
});

it.each([
  { text: "=A1+B2", caret: 6, after: "=A1+$B$2" }, { text: "=$A$1", caret: 2, after: "=A$1" }, { text: "=A$1", caret: 4, after: "=$A1" }, { text: "=$A1", caret: 4, after: "=A1" },
  { text: "=LOG10(2)", caret: 4, after: "=LOG10(2)" }, { text: "A1", caret: 2, after: "A1" },
])("F4 in $text makes it $after", ({ text, caret, after }) => { expect(fixReference(text, caret).text).toBe(after); });

describe("tabs", () => {
  const names = (hand: Hand): readonly string[] => hand.session.workbook.sheets.map((sheet) => `${sheet.name}${sheet.get("visibility") === "Visible" ? "" : " (hidden)"}`);
  it("are added, renamed with what refers to them, moved, copied, hidden, shown and deleted", () => {
    const hand = handOn({ Plan: { A1: 1 }, Other: { A1: "=Plan!A1" } });
    const [plan, other] = [sheetOf(hand.session.workbook, "Plan"), sheetOf(hand.session.workbook, "Other")];
    addSheet(hand);
    expect([names(hand), hand.sheet.name]).toEqual([["Plan", "Sheet1", "Other"], "Sheet1"]);
    expect([renameTab(hand, plan, "My plan"), contentOf(other)]).toEqual([true, { A1: "='My plan'!A1" }]);
    moveTab(hand, plan, 2);
    copyTab(hand, other);
    hideTab(hand, hand.sheet);
    expect([names(hand), hand.sheet.name]).toEqual([["Sheet1", "Other", "Other (2) (hidden)", "My plan"], "My plan"]);
    showTab(hand, sheetOf(hand.session.workbook, "Other (2)"));
    deleteTab(hand, plan);
    expect([names(hand), contentOf(other)]).toEqual([["Sheet1", "Other", "Other (2)"], { A1: "=#REF!" }]);
  });

  it.each([
    { name: "other", says: "There is a sheet of this name already." },
    { name: "a/b", says: "The name has one of the characters \\ / ? * [ ] :" },
    { name: "", says: "The name is empty." },
  ])("are not called “$name”: $says", ({ name, says }) => {
    const hand = handOn({ Plan: {}, Other: {} });
    expect([renameTab(hand, hand.sheet, name), hand.notice?.says, hand.sheet.name]).toEqual([false, says, "Plan"]);
  });

  it("stay as they are where the structure is protected, and one always shows", () => {
    const hand = handOn({ Plan: {} });
    hideTab(hand, hand.sheet);
    expect(hand.notice?.says).toBe("A workbook keeps at least one sheet that shows.");
    hand.session.workbook.structureLocked = true;
    addSheet(hand);
    expect([hand.notice?.says, names(hand)]).toEqual(["The structure of the workbook is protected: its sheets stay as they are.", ["Plan"]]);
  });
});

describe("long sheets", () => {
  it("know which merged cells a cell belongs to", () => {
    const sheet = sheetOf(workbookOf({ Plan: {} }), "Plan");
    const many = Array.from({ length: 500 }, (_merge, at) => area(at * 3, 1, 2, 2));
    const tall = area(0, 9, 100_000, 1);
    sheet.load({ merges: [...many, tall] });
    expect([mergeAt(sheet, 300, 2), mergeAt(sheet, 302, 2), mergeAt(sheet, 63, 1), mergeAt(sheet, 99_999, 9), mergeAt(sheet, 0, 0)]).toEqual([area(300, 1, 2, 2), null, area(63, 1, 2, 2), tall, null]);
  });

  it("give rows the height of what they hold, and again after it changes", () => {
    const workbook = workbookOf({ Plan: { A1: "short", A3: "x", B9: "y" } });
    const sheet = sheetOf(workbook, "Plan");
    const [wrapped, large] = [workbook.styles.intern({ ...defaultStyle, wrap: true }), workbook.styles.intern({ ...defaultStyle, font: { ...defaultStyle.font, size: 20 } })];
    const heights = new RowHeights(workbook, (text) => text.length * 7);
    sheet.write(place("A1"), "typed", "both", (cell) => ({ ...cell, style: wrapped }));
    sheet.write(place("B9"), "typed", "style", (cell) => ({ ...cell, style: large }));
    expect([...heights.of(sheet)]).toEqual([[8, 26.5]]);
    sheet.write(place("A1"), "typed", "content", (cell) => ({ ...cell, value: "four words of text" }));
    const grown = heights.of(sheet);
    expect([[...grown].sort(), heights.of(sheet) === grown]).toEqual([[[0, 45], [8, 26.5]], true]);
    sheet.set("columns", new Map([[0, { width: 40, hidden: false, style: 0 }]]), "typed");
    expect([...heights.of(sheet)]).toEqual([[8, 26.5]]);
    sheet.set("rows", new Map([[8, { height: 15, hidden: false, style: 0 }]]), "typed");
    expect([...heights.of(sheet)]).toEqual([]);
  });

  it("find what is used from its edges, and of few cells far apart by those cells", () => {
    const sheet = sheetOf(workbookOf({ Plan: { B2: 1, C3: 2, D4: 3 } }), "Plan");
    sheet.put(3, 3, { ...sheet.cell(3, 3), value: null });
    sheet.put(9, 9, { ...sheet.cell(9, 9), style: sheet.workbook.styles.intern({ ...defaultStyle, wrap: true }) });
    expect([sheet.usedArea(true), sheet.usedArea()]).toEqual([place("B2:C3"), place("B2:J10")]);
    sheet.put(MAX_ROWS - 1, MAX_COLUMNS - 1, { ...sheet.cell(0, 0), value: 1 });
    expect(sheet.usedArea(true)).toEqual({ top: 1, left: 1, bottom: MAX_ROWS - 1, right: MAX_COLUMNS - 1 });
  });
});
