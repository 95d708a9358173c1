/** Every figure of a return has a place in its file, and that place shows it. */
import { read } from "@e965/xlsx";
import { HEADER_TABLE } from "../../../src/validation/language/figures";
import { placeInReturn } from "../../../src/returns/file/places";
import { shownFigure } from "../../../src/returns/file/shown-words";
import { writeReturn } from "../../../src/returns/file/write-return";
import { awkwardReturn } from "../../support/awkward-returns";
import { Chance } from "../../support/chance";
import { madeReturn } from "../../support/made-returns";

describe("where a figure stands", () => {
  const document = madeReturn(41, 0);
  it.each([
    { table: "demand", row: 0, measure: "posts", place: { sheet: "Demand and supply", cell: "B6" } },
    { table: "demand", row: 2, measure: "demand.now", place: { sheet: "Demand and supply", cell: "C8" } },
    { table: "demand", row: 11, measure: "supply.to-5", place: { sheet: "Demand and supply", cell: "J17" } },
    { table: "demand", row: 0, measure: "role-group", place: { sheet: "Demand and supply", cell: "A6" } },
    { table: "profile", row: 1, measure: "unknown", place: { sheet: "Profile", cell: "E7" } },
    { table: HEADER_TABLE, row: 0, measure: "header-as-at", place: { sheet: "Return", cell: "B11" } },
    { table: HEADER_TABLE, row: 0, measure: "small-base", place: { sheet: "Return", cell: "B48" } },
    { table: "demand", row: 12, measure: "posts", place: null },
    { table: "demand", row: 0, measure: "total", place: null },
    { table: "gap", row: 0, measure: "posts", place: null },
    { table: HEADER_TABLE, row: 0, measure: "posts", place: null },
  ])("of $measure in row $row of $table is known", ({ table, row, measure, place }) => expect(placeInReturn(document, table, row, measure)).toEqual(place));

  it("is where the file shows it, for any return", async () => {
    for (let seed = 1; seed <= 20; seed += 1) {
      const awkward = awkwardReturn(new Chance(seed));
      const book = read(await writeReturn(awkward), { type: "array" });
      const figures = [
        ...Object.entries(awkward.tables).flatMap(([table, rows]) => rows.flatMap((row, index) => Object.entries(row.figures).map(([measure, figure]) => ({ table, index, measure, figure })))),
        ...Object.entries(awkward.thresholds).map(([measure, figure]) => ({ table: HEADER_TABLE, index: 0, measure, figure })),
      ];
      const seen = figures.map(({ table, index, measure }) => { const place = placeInReturn(awkward, table, index, measure); return book.Sheets[place?.sheet ?? ""]?.[place?.cell ?? ""]?.v ?? null; });
      expect(seen).toEqual(figures.map(({ figure }) => shownFigure(figure) === "" ? null : shownFigure(figure)));
    }
  });
});

describe("a blank, a zero, not applicable and withheld", () => {
  it("are four different things in the file", () => expect([null, 0, "n/a" as const, { withheld: "<5" }].map(shownFigure)).toEqual([null, 0, "n/a", "<5"]));
});
