/** The filter under a header's button: what there is to tick, and what ticking and sorting do. */
import { Calculator } from "../../../src/host/calc/calculator";
import { Session } from "../../../src/host/objects/session";
import { applyFilter, filterColumnAt, sortBy, ticksOf, type FilterColumn } from "../../../src/host/view/filter-list";
import type { Sheet } from "../../../src/host/workbook/sheet";
import { addTable, contentOf, place, sheetOf, workbookOf } from "../calc/sheet-builder";

function staff(): { readonly session: Session; readonly sheet: Sheet; readonly column: (at: number) => FilterColumn; readonly shown: () => readonly number[] } {
  const workbook = workbookOf({ Staff: { A1: "Group", B1: "Posts", A2: "Nursing", B2: 10, A3: "Medical", B3: 9, A4: "nursing", B4: 9, B5: 2, A7: "Total" } });
  const sheet = sheetOf(workbook, "Staff");
  addTable(sheet, "Staff", "A1:B5", ["Group", "Posts"]);
  const session = new Session(workbook, new Calculator(workbook, { now: () => new Date(2026, 0, 1) }), { platform: "web", api: "1.14" });
  return {
    session, sheet,
    column: (at) => { const found = filterColumnAt(sheet, 0, at); if (found === null) throw new Error("There is no button."); return found; },
    shown: () => [2, 3, 4, 5].filter((row) => sheet.get("rows").get(row - 1)?.hidden !== true),
  };
}

it("stands in the header of a table or of a sheet's own list, and nowhere else", () => {
  const { sheet, column } = staff();
  expect([column(0).header, column(1).place, filterColumnAt(sheet, 1, 0), filterColumnAt(sheet, 6, 0)]).toEqual(["Group", 1, null, null]);
  sheet.load({ autoFilter: { area: place("A7:B9"), columns: [] } });
  expect(filterColumnAt(sheet, 6, 0)?.header).toBe("Total");
});

it("lists what shows, numbers by size, one spelling for all, and blanks apart", () => {
  const { session, column } = staff();
  expect(ticksOf(session, column(0))).toEqual({ texts: [{ text: "Medical", isTicked: true }, { text: "Nursing", isTicked: true }], blanks: true });
  expect(ticksOf(session, column(1)).texts.map(({ text }) => text)).toEqual(["2", "9", "10"]);
});

it("hides the rows that are not ticked, lists only what other filters let through, and shows all again", () => {
  const { session, column, shown } = staff();
  applyFilter(session, column(0), { texts: ["Nursing"], blanks: false });
  expect([shown(), column(0).criterion?.kind]).toEqual([[2, 4], "values"]);
  expect(ticksOf(session, column(1))).toMatchObject({ texts: [{ text: "9", isTicked: true }, { text: "10", isTicked: true }], blanks: null });
  expect(ticksOf(session, column(0))).toMatchObject({ texts: [{ text: "Medical", isTicked: false }, { text: "Nursing", isTicked: true }], blanks: false });
  applyFilter(session, column(0), null);
  expect([shown(), column(0).criterion]).toEqual([[2, 3, 4, 5], null]);
});

it("sorts the rows of the list and remembers it in the table", () => {
  const { session, sheet, column } = staff();
  sortBy(session, column(1), true);
  expect([contentOf(sheet), sheet.get("tables")[0]?.sort?.keys]).toEqual([
    { A1: "Group", B1: "Posts", B2: 2, A3: "Medical", B3: 9, A4: "nursing", B4: 9, A5: "Nursing", B5: 10, A7: "Total" }, [{ column: 1, ascending: true, on: "Value", colour: null }],
  ]);
});
