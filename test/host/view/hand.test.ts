/** A person's hand on the workbook: typing, leaving cells, copying, taking back. */
import { Calculator } from "../../../src/host/calc/calculator";
import { Session } from "../../../src/host/objects/session";
import { Hand } from "../../../src/host/view/hand";
import { layOut } from "../../../src/host/view/layout";
import { selectBetween, selectPlace } from "../../../src/host/view/moves";
import { nameOfSelection } from "../../../src/host/view/place-name";
import { area, cellName, parseArea } from "../../../src/host/workbook/area";
import type { Sheet } from "../../../src/host/workbook/sheet";
import { defaultStyle } from "../../../src/host/workbook/style";
import { isError, type CellValue } from "../../../src/host/workbook/values";
import { Workbook } from "../../../src/host/workbook/workbook";

interface Opened {
  readonly workbook: Workbook;
  readonly sheet: Sheet;
  readonly hand: Hand;
  /** What the host was told of editing, in order. */
  readonly edits: boolean[];
  at(address: string): CellValue | string;
  formula(address: string): string | null;
  select(address: string): void;
  /** Types into a cell and presses Enter. */
  enter(address: string, text: string): boolean;
}

function open(): Opened {
  const workbook = new Workbook();
  const sheet = workbook.addSheet("Sheet1");
  const session = new Session(workbook, new Calculator(workbook, { now: () => new Date("2026-04-30T09:00:00Z") }), { platform: "web", api: "1.14" });
  const edits: boolean[] = [];
  const hand = new Hand(session, (isEditing) => edits.push(isEditing));
  const placeOf = (address: string): { readonly row: number; readonly column: number } => {
    const found = parseArea(address);
    if (found === null) throw new Error(`${address} is no address.`);
    return { row: found.top, column: found.left };
  };
  const select = (address: string): void => {
    const found = parseArea(address);
    if (found === null) throw new Error(`${address} is no address.`);
    const from = { row: found.top, column: found.left };
    hand.select(found.top === found.bottom && found.left === found.right ? selectPlace(hand.sheet, from) : selectBetween(hand.sheet, from, { row: found.bottom, column: found.right }));
  };
  return {
    workbook, sheet, hand, edits, select,
    at: (address) => { const place = placeOf(address); const { value } = sheet.cell(place.row, place.column); return isError(value) ? value.code : value; },
    formula: (address) => { const place = placeOf(address); return sheet.cell(place.row, place.column).formula; },
    enter: (address, text) => { select(address); hand.begin("enter", ""); hand.retype(text); return hand.commit(); },
  };
}

const active = (hand: Hand): string => cellName(hand.selection.active.row, hand.selection.active.column);
const layoutOf = (sheet: Sheet) => layOut(sheet, { rows: 0, columns: 0 }, () => null);

describe("editing a cell", () => {
  it("recalculates what depends on the entry, and can be taken back and done again", () => {
    const { hand, enter, at } = open();
    enter("A1", "2");
    enter("A2", "=A1*10");
    enter("A1", "3");
    expect(at("A2")).toBe(30);
    hand.undo();
    expect([at("A1"), at("A2")]).toEqual([2, 20]);
    hand.redo();
    expect([at("A1"), at("A2")]).toEqual([3, 30]);
    hand.undo(); hand.undo(); hand.undo();
    expect([at("A1"), at("A2"), hand.canUndo, hand.canRedo]).toEqual([null, null, false, true]);
  });

  it("tells the host when an edit begins and ends, so that add-ins are refused meanwhile", () => {
    const { hand, enter, edits } = open();
    enter("A1", "2");
    hand.begin("edit");
    hand.cancel();
    expect(edits).toEqual([true, false, true, false]);
  });

  it("starts from the formula with F2, and Esc leaves the cell as it was", () => {
    const { hand, enter, at } = open();
    enter("A1", "=1+1");
    hand.begin("edit");
    expect(hand.editing?.text).toBe("=1+1");
    hand.retype("=1+5");
    hand.cancel();
    expect(at("A1")).toBe(2);
  });

  it("leaves a text that looks like a number alone when nothing was changed", () => {
    const { hand, sheet, at, select } = open();
    sheet.put(0, 0, { ...sheet.cell(0, 0), value: "007" });
    select("A1");
    hand.begin("edit");
    hand.commit();
    expect([at("A1"), hand.canUndo]).toEqual(["007", false]);
  });

  it("refuses what a Stop rule forbids, says why, and goes on editing", () => {
    const { hand, sheet, enter, at, edits } = open();
    sheet.set("validations", [{
      areas: [area(0, 0)], rule: { kind: "wholeNumber", operator: "GreaterThanOrEqualTo", formula1: "0", formula2: null }, ignoreBlanks: true,
      prompt: { show: false, title: "", message: "" }, alert: { show: true, style: "Stop", title: "Posts", message: "Enter a whole number." },
    }]);
    expect(enter("A1", "-4")).toBe(false);
    expect([at("A1"), hand.editing?.text, hand.notice, hand.canUndo]).toEqual([null, "-4", { kind: "refused", title: "Posts", says: "Enter a whole number." }, false]);
    hand.retype("4");
    expect([hand.commit(), at("A1"), hand.notice]).toEqual([true, 4, null]);
    expect(edits.at(-1)).toBe(false);
  });

  it("refuses a locked cell of a protected sheet in words", () => {
    const { hand, sheet, enter } = open();
    sheet.set("protection", { options: {}, passwordAttributes: {} });
    expect(enter("A1", "4")).toBe(false);
    expect(hand.notice?.says).toBe("The cell is protected. Unprotect the sheet to change it.");
  });

  it("can still be taken back after a click elsewhere", () => {
    const { hand, sheet, workbook, enter, at } = open();
    enter("A1", "4");
    workbook.tell({ kind: "clicked", sheet: sheet.id, row: 5, column: 5, x: 1, y: 1, cause: "typed" });
    hand.undo();
    expect(at("A1")).toBe(null);
  });

  it("forgets what can be taken back when something else writes that is no step of its own", () => {
    const { hand, sheet, enter } = open();
    enter("A1", "4");
    sheet.write(area(5, 0), "api", "content", (cell) => ({ ...cell, value: 1 }));
    expect(hand.canUndo).toBe(false);
  });
});

describe("leaving a cell", () => {
  it.each([
    { from: "B2", keys: ["right", "right", "down"], to: "B3", because: "Enter after Tabs returns to the column where tabbing began" },
    { from: "B2", keys: ["down"], to: "B3", because: "Enter goes down" },
    { from: "B2", keys: ["up"], to: "B1", because: "Shift+Enter goes up" },
    { from: "A1", keys: ["left"], to: "A1", because: "there is nothing left of column A" },
    { from: "A1:B2", keys: ["down", "down"], to: "B1", because: "Enter walks down a selection, then to its next column" },
    { from: "A1:B2", keys: ["right", "right"], to: "A2", because: "Tab walks along a selection, then to its next row" },
    { from: "A1:B2", keys: ["up"], to: "B2", because: "and starts again at the other end" },
  ] as const)("$keys from $from comes to $to: $because", ({ from, keys, to }) => {
    const { hand, sheet, select } = open();
    select(from);
    for (const key of keys) hand.advance(layoutOf(sheet), key);
    expect(active(hand)).toBe(to);
  });

  it("follows an add-in's selection, and finds each sheet where it was left", () => {
    const { hand, workbook, sheet, select } = open();
    const other = workbook.addSheet("Other");
    select("C3");
    workbook.select(other, area(4, 1, 2, 2));
    expect([hand.sheet.name, hand.selection.area, active(hand)]).toEqual(["Other", area(4, 1, 2, 2), "B5"]);
    hand.turn(-1);
    expect([hand.sheet, active(hand), workbook.selection]).toEqual([sheet, "C3", area(2, 2)]);
  });
});

describe("copying", () => {
  const filled = (): Opened => {
    const opened = open();
    opened.enter("A1", "2");
    opened.enter("B1", "=A1*$A$1");
    return opened;
  };

  it("hands other programs the text as shown", () => {
    const { hand, select } = filled();
    select("A1:B1");
    expect(hand.copy()?.text).toBe("2\t4");
  });

  it("pastes formulas counted from where they come to stand", () => {
    const { hand, select, formula, at } = filled();
    select("A1:B1");
    const text = hand.copy()?.text ?? "";
    select("A2");
    hand.paste(text);
    expect([formula("B2"), at("B2"), hand.selection.area]).toEqual(["A2*$A$1", 4, area(1, 0, 1, 2)]);
    hand.undo();
    expect([at("A2"), at("B2")]).toEqual([null, null]);
  });

  it("fills a selection that is a whole number of blocks", () => {
    const { hand, select, at } = filled();
    select("A1");
    const text = hand.copy()?.text ?? "";
    select("A3:A5");
    hand.paste(text);
    expect([at("A3"), at("A4"), at("A5"), at("A6")]).toEqual([2, 2, 2, null]);
  });

  it("moves what was cut with its formula as it was", () => {
    const { hand, select, formula, at } = filled();
    select("B1");
    const text = hand.copy(true)?.text ?? "";
    select("D4");
    hand.paste(text);
    expect([at("B1"), formula("D4"), at("D4")]).toEqual([null, "A1*$A$1", 4]);
  });

  it("takes text from elsewhere as typed, cell by cell", () => {
    const { hand, select, at } = filled();
    select("A3");
    hand.paste("5%\tn/a\r\n=1+1\t\r\n");
    expect([at("A3"), at("B3"), at("A4"), at("B4")]).toEqual([0.05, "n/a", 2, null]);
  });

  it("takes a long list at once, as one step", () => {
    const { hand, select, at } = open();
    select("A1");
    hand.paste(Array.from({ length: 150_000 }, (_value, row) => String(row)).join("\n"));
    expect([at("A150000"), hand.notice]).toEqual([149_999, null]);
    hand.undo();
    expect([at("A1"), at("A150000"), hand.canUndo]).toEqual([null, null, false]);
  });

  it.each([
    { copied: "own cells", says: "The copied cells reach past the edge of the sheet." },
    { copied: "text from elsewhere", says: "The values reach past the edge of the sheet." },
  ])("says that $copied do not fit, and changes nothing", ({ copied, says }) => {
    const { hand, select, at } = filled();
    select("A1:B1");
    const text = copied === "own cells" ? hand.copy()?.text ?? "" : "1\t2";
    select("XFD9");
    hand.paste(text);
    expect([hand.notice?.says, at("XFD9")]).toEqual([says, null]);
  });

  it("empties the selection with Delete and keeps its format", () => {
    const { hand, select, at, sheet, workbook } = filled();
    const bold = workbook.styles.intern({ ...defaultStyle, font: { ...defaultStyle.font, bold: true } });
    sheet.put(0, 0, { ...sheet.cell(0, 0), style: bold });
    select("A1:B1");
    hand.clear();
    expect([at("A1"), at("B1"), sheet.cell(0, 0).style]).toEqual([null, null, bold]);
    hand.undo();
    expect([at("A1"), at("B1")]).toEqual([2, 4]);
  });
});

describe("the name box", () => {
  it.each([
    { selected: "B2", named: "Sheet1!$B$2", says: "Posts_total", because: "the name stands for exactly this cell" },
    { selected: "B2", named: "Sheet1!$B$2:$B$3", says: "B2", because: "the name stands for more" },
    { selected: "B2:C3", named: "Sheet1!$B$2:$C$3", says: "Posts_total", because: "the name stands for the whole selection" },
    { selected: "B2", named: "Other!$B$2", says: "B2", because: "the name is on another sheet" },
    { selected: "D4:E5", named: "Sheet1!$B$2", says: "D4", because: "a selection is called by its active cell" },
  ])("says $says for $selected: $because", ({ selected, named, says }) => {
    const { hand, sheet, workbook, select } = open();
    workbook.setNames([{ name: "Posts_total", formula: named, scope: null, visible: true, comment: "" }]);
    select(selected);
    expect(nameOfSelection(sheet, hand.selection)).toBe(says);
  });
});
