/** Typing and pasting as a person does. */
import { Calculator } from "../../src/host/calc/calculator";
import { typeInto, type Entries, type Hand } from "../../src/host/entry";
import { Session } from "../../src/host/objects/session";
import { area } from "../../src/host/workbook/area";
import type { DataValidation } from "../../src/host/workbook/features";
import type { Sheet } from "../../src/host/workbook/sheet";
import { isError, type CellValue } from "../../src/host/workbook/values";
import { Workbook } from "../../src/host/workbook/workbook";

const wholeNumber: DataValidation = {
  areas: [area(1, 1, 3, 1)], rule: { kind: "wholeNumber", operator: "GreaterThanOrEqualTo", formula1: "0", formula2: null }, ignoreBlanks: true,
  prompt: { show: true, title: "", message: "" }, alert: { show: true, style: "Stop", title: "Posts", message: "Enter a whole number." },
};

function aSheet(): { readonly session: Session; readonly sheet: Sheet; enter(row: number, column: number, values: Entries, hand?: Hand): ReturnType<typeof typeInto>; at(row: number, column: number): CellValue } {
  const workbook = new Workbook();
  const sheet = workbook.addSheet("Sheet1");
  const session = new Session(workbook, new Calculator(workbook, { now: () => new Date("2026-04-30T09:00:00Z") }), { platform: "web", api: "1.14" });
  return {
    session, sheet,
    enter: (row, column, values, hand = "typed") => typeInto(session, sheet, row, column, values, hand),
    at: (row, column) => { const { value } = sheet.cell(row, column); return isError(value) ? value.code : value; },
  };
}

function aTable(sheet: Sheet): void {
  for (const [row, column, value] of [[0, 0, "Post"], [0, 1, "Demand"], [0, 2, "Twice"], [1, 0, "Nurse"], [1, 1, 3]] as const) sheet.put(row, column, { ...sheet.cell(row, column), value });
  sheet.put(1, 2, { ...sheet.cell(1, 2), formula: "B2*2" });
  const column = (id: number, name: string, formula: string | null = null) => ({ id, name, formula, totalsFunction: null, totalsLabel: null });
  sheet.set("tables", [{
    id: 1, name: "tblPosts", area: area(0, 0, 2, 3), headerRow: true, totalsRow: false, columns: [column(1, "Post"), column(2, "Demand"), column(3, "Twice", "[@Demand]*2")],
    style: null, bandedRows: true, bandedColumns: false, firstColumn: false, lastColumn: false, filterButton: true, altText: { title: "", description: "" },
  }]);
}

describe("typing", () => {
  it.each([
    { typed: "5", value: 5, because: "digits are a number" },
    { typed: "5 ", value: 5, because: "a blank typed after a number is dropped" },
    { typed: "5%", value: 0.05, because: "a percentage is a hundredth" },
    { typed: "n/a", value: "n/a", because: "words are text" },
    { typed: "", value: null, because: "nothing empties the cell" },
    { typed: 7, value: 7, because: "a number is a number" },
    { typed: false, value: false, because: "so is a truth value" },
  ])("$typed leaves $value ($because)", ({ typed, value }) => {
    const { enter, at } = aSheet();
    enter(0, 0, [[typed]]);
    expect(at(0, 0)).toBe(value);
  });

  it("leaves cells alone where null stands, and works formulas out", () => {
    const { enter, at } = aSheet();
    enter(0, 0, [[2, 3]]);
    enter(0, 0, [[null, 4, "=A1*B1"]]);
    expect([at(0, 0), at(0, 1), at(0, 2)]).toEqual([2, 4, 8]);
  });

  it("is stopped by data validation, in the words of its alert, and nothing of the entry stands", () => {
    const { enter, at, sheet } = aSheet();
    sheet.set("validations", [wholeNumber]);
    expect(enter(1, 1, [[3], [-1]])).toEqual({ kind: "refused", alert: { row: 2, column: 1, title: "Posts", says: "Enter a whole number." } });
    expect([at(1, 1), at(2, 1)]).toEqual([null, null]);
  });

  it.each([
    { says: "", style: "Stop", outcome: "refused", because: "Excel has words of its own where the alert has none" },
    { says: "Sure?", style: "Warning", outcome: "entered", because: "a warning lets it stand" },
    { says: "Note", style: "Information", outcome: "entered", because: "so does a note" },
  ] as const)("of a wrong value under $style is $outcome ($because)", ({ says, style, outcome }) => {
    const { enter, sheet } = aSheet();
    sheet.set("validations", [{ ...wholeNumber, alert: { show: true, style, title: "", message: says } }]);
    const made = enter(1, 1, [["many"]]);
    const alert = { row: 1, column: 1, title: "", says: says === "" ? "This value doesn't match the data validation restrictions defined for this cell." : says };
    expect(made.kind === "refused" ? [made.kind, made.alert] : [made.kind, ...made.warnings]).toEqual([outcome, alert]);
  });

  it("may always empty a cell", () => {
    const { enter, at, sheet } = aSheet();
    enter(1, 1, [[3]]);
    sheet.set("validations", [{ ...wholeNumber, ignoreBlanks: false }]);
    expect([enter(1, 1, [[""]]).kind, at(1, 1)]).toEqual(["entered", null]);
  });

  it("checks lists from words, cells and names", () => {
    const { enter, sheet, session } = aSheet();
    enter(8, 0, [["Red"], ["Green"]]);
    session.workbook.setNames([{ name: "lstColours", formula: "Sheet1!$A$9:$A$10", scope: null, visible: true, comment: "" }]);
    const kinds = ['"Red,Green"', "$A$9:$A$10", "lstColours"].map((source) => {
      sheet.set("validations", [{ ...wholeNumber, rule: { kind: "list", source, dropDown: true } }]);
      return [enter(1, 1, [["Green"]]).kind, enter(1, 1, [["Blue"]]).kind];
    });
    expect(kinds).toEqual([["entered", "refused"], ["entered", "refused"], ["entered", "refused"]]);
  });

  it("counts a rule's own formula from its first cell", () => {
    const { enter, sheet } = aSheet();
    enter(1, 0, [[1], [2], [3]]);
    sheet.set("validations", [{ ...wholeNumber, rule: { kind: "custom", formula: "B2>A2" } }]);
    enter(3, 1, [[4]]);
    expect([enter(3, 1, [[4]]).kind, enter(3, 1, [[3]]).kind]).toEqual(["entered", "refused"]);
  });

  it("is refused in a locked cell of a protected sheet, and where a formula cannot be read", () => {
    const { enter, sheet } = aSheet();
    expect(enter(0, 0, [["=SUM("]]).kind).toBe("refused");
    sheet.set("protection", { options: {}, passwordAttributes: {} });
    expect(enter(0, 0, [[1]])).toEqual({ kind: "refused", alert: { row: 0, column: 0, title: "", says: "The cell is protected. Unprotect the sheet to change it." } });
  });

  it("right under a table makes it longer, and beside it wider; one step takes all back", () => {
    const { enter, sheet, at } = aSheet();
    aTable(sheet);
    const made = enter(2, 0, [["Doctor", 5]]);
    expect([sheet.get("tables")[0]?.area, sheet.cell(2, 2).formula]).toEqual([area(0, 0, 3, 3), "[@Demand]*2"]);
    enter(0, 3, [["Comment"]]);
    expect(sheet.get("tables")[0]?.columns.map((column) => column.name)).toEqual(["Post", "Demand", "Twice", "Comment"]);
    if (made.kind !== "entered") throw new Error("The row was refused.");
    made.undo();
    expect([sheet.get("tables")[0]?.area, at(2, 0), sheet.cell(2, 2).formula]).toEqual([area(0, 0, 2, 3), null, null]);
  });

  it("reaches no further than the sheet", () => {
    const { enter } = aSheet();
    expect(() => enter(1_048_575, 0, [[1], [2]])).toThrow(RangeError);
  });
});

describe("pasting", () => {
  it("passes validation by, takes it away, and keeps blanks round a copied text", () => {
    const { enter, at, sheet } = aSheet();
    sheet.set("validations", [wholeNumber]);
    expect(enter(1, 1, [["5 "], ["<5"]], "pasted").kind).toBe("entered");
    expect([at(1, 1), at(2, 1)]).toEqual(["5 ", "<5"]);
    expect(sheet.get("validations").map((rule) => rule.areas)).toEqual([[area(3, 1)]]);
  });
});
