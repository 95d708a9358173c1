/** The last return as rows of a sheet: read back, every figure is what it was, the four kinds of no number too. */
import { lastReturnTable } from "../../src/blueprint/sheets/last-return";
import { isoDate, type IsoDate } from "../../src/domain/period";
import { lastFigures, lastReturnIn, lastReturnRows } from "../../src/returns/last-return";
import { checkBook } from "../../src/validation/check-book";
import { shippedPack } from "../../src/validation/rule-pack/shipped";
import { madeReturn } from "../support/made-returns";
import { exampleBook } from "../validation/example-book";
import { bookTableOf } from "./book-table";

const document = madeReturn(5, 3, {
  tables: (tables) => {
    const [first] = tables["demand"] ?? [];
    if (first !== undefined) tables["demand"] = [{ ...first, key: { "role-group": "Nurses | midwives" }, figures: { ...first.figures, posts: null, "demand.now": "n/a", "demand.to-1": { withheld: "<5" }, "demand.to-3": { unreadable: "about 3" }, "demand.to-5": 0 } }, ...(tables["demand"] ?? []).slice(1)];
  },
});
const bookOf = (kept: Parameters<typeof lastReturnRows>[0]): ReturnType<typeof exampleBook> => {
  const book = exampleBook();
  return { ...book, sheets: [...book.sheets, { id: "last-return", tab: "Last return" }], tables: new Map([...book.tables, [lastReturnTable.name, bookTableOf(lastReturnTable, "Last return", lastReturnRows(kept))]]) };
};
const kept = { header: { ...document.header, digest: document.digest }, thresholds: document.thresholds, tables: document.tables };

describe("the last return", () => {
  it("reads back figure by figure, with blank, zero, not applicable, withheld and unreadable told apart", () => {
    const read = lastReturnIn(bookOf(kept));
    expect(read?.tables).toEqual(Object.fromEntries(Object.entries(document.tables).map(([id, rows]) => [id, rows.map(({ key, figures }) => ({ key, figures, texts: {} }))])));
    expect([read?.thresholds, read?.header.organisation, read?.header.sequence, read?.header.digest, read?.header.asAt]).toEqual([document.thresholds, document.header.organisation, 1, document.digest, "2009-03-31"]);
  });

  it("is what rules that look back compare with, and nothing where there is none", () => {
    expect(lastFigures(exampleBook())).toBeNull();
    const jumped = bookOf({ ...kept, header: { ...kept.header, asAt: isoDate("2008-03-31") as IsoDate, period: "2008/09" } });
    const codes = (last: ReturnType<typeof lastFigures>): readonly string[] => checkBook(jumped, { pack: shippedPack, last }).map(({ rule }) => rule.code);
    expect([codes(null).includes("W40"), codes(lastFigures(jumped)).includes("W40")]).toEqual([false, true]);
  });
});
