/** Explain to proceed: an explanation clears a soft finding for as long as the figures are those that it explains. */
import { findingsTable } from "../../src/blueprint/sheets/checks";
import { demandTable } from "../../src/blueprint/sheets/demand-and-supply";
import type { Book } from "../../src/validation/book";
import { checkBook } from "../../src/validation/check-book";
import { answered, inWords, type Explanation, type Listing } from "../../src/validation/explanations";
import { cellFrom, exampleBook, type Edits } from "./example-book";

/** Eleven people ready for the one opening in strategy: W48. */
const wide: Edits = { demand: "| Role group | Supply now |\n| Strategy and planning director | 11 |" };
const wider: Edits = { demand: "| Role group | Supply now |\n| Strategy and planning director | 12 |" };
const narrow: Edits = { demand: "| Role group | Supply now |\n| Strategy and planning director | 10 |" };
const KHAN: Explanation = { text: "A pool for three trusts together.", by: "A Khan", on: 39903 };

const toExplain = (book: Book): Listing["found"] => answered(checkBook(book), book).found.filter(({ finding }) => finding.rule.code === "W48");
const referenceIn = (edits: Edits): string => toExplain(exampleBook(edits))[0]?.reference ?? "";

/** The book with a row on Checks as a person or the last check left it. */
function withWritten(edits: Edits, row: Readonly<Record<string, string>>): Book {
  const book = exampleBook(edits);
  const table = book.tables.get(findingsTable.name);
  if (table === undefined) throw new RangeError("The example has no findings table.");
  return { ...book, tables: new Map([...book.tables, [findingsTable.name, { ...table, rows: [findingsTable.columns.map(({ header }) => cellFrom(row[header] ?? ""))] }]]) };
}
const written = (edits: Edits, reference: string, text = KHAN.text, by = KHAN.by): Book => withWritten(edits, { Code: "W48", Reference: reference, Explanation: text, "Explained by": by, "Explained on": "2009-03-31" });

describe("an explanation of a finding", () => {
  it("clears it while the figures are those that it explains", () => {
    expect(toExplain(written(wide, referenceIn(wide))).map(({ answer }) => answer)).toEqual([{ kind: "holds", explanation: KHAN }]);
  });
  it("lapses when one of the figures changes, and can still be read", () => {
    expect(toExplain(written(wider, referenceIn(wide))).map(({ answer, earlier }) => ({ answer, earlier }))).toEqual([{ answer: { kind: "none" }, earlier: "A pool for three trusts together. (A Khan, 31 March 2009)" }]);
  });
  it("still clears it after rows were put in above the table, since it is about the role group and not the cell", () => {
    const book = written(wide, referenceIn(wide));
    const shifted: Book = { ...book, tables: new Map([...book.tables].map(([name, table]) => [name, name === demandTable.name ? { ...table, top: table.top + 4 } : table])) };
    expect(toExplain(shifted).map(({ finding, answer }) => [finding.place.cell, answer.kind])).toEqual([["G19", "holds"]]);
  });
  it("is not enough without a name, or with a word that explains nothing", () => {
    const kinds = [written(wide, referenceIn(wide), KHAN.text, ""), written(wide, referenceIn(wide), "ok")].flatMap((book) => toExplain(book).map(({ answer }) => answer.kind));
    expect(kinds).toEqual(["not-enough", "not-enough"]);
  });
  it("is kept when nothing is found any more, and holds again when the same figures come back", () => {
    const gone = written(narrow, referenceIn(wide));
    expect(answered(checkBook(gone), gone).kept).toEqual([{ code: "W48", reference: referenceIn(wide), explanation: KHAN, earlier: "" }]);
    expect(toExplain(written(wide, referenceIn(wide))).map(({ answer }) => answer.kind)).toEqual(["holds"]);
  });
  it("is asked of soft findings only", () => {
    const book = exampleBook({ demand: "| Role group | Vacancies now |\n| Public health director | 25 |" });
    expect(answered(checkBook(book), book).found.map(({ finding, reference }) => [finding.rule.code, reference === ""])).toEqual([["E34", true], ["E32", false]]);
  });
  it("takes the place of what was said before of other figures, which stays to be read", () => {
    const book = withWritten(wider, { Code: "W48", Reference: referenceIn(wider), "Earlier explanation": inWords(KHAN) });
    const given = new Map([[referenceIn(wider), { text: "Two more came back from leave.", by: "B Jones", on: 40000 }]]);
    expect(answered(checkBook(book), book, given).found.filter(({ finding }) => finding.rule.code === "W48").map(({ answer, earlier }) => [answer.kind, earlier])).toEqual([["holds", "A pool for three trusts together. (A Khan, 31 March 2009)"]]);
  });
  it("has a reference of its own for each finding and set of figures", () => {
    const references = Array.from({ length: 400 }, (_, extra) => referenceIn({ demand: `| Role group | Supply now |\n| Strategy and planning director | ${11 + extra} |` }));
    expect(new Set(references).size).toBe(400);
    expect(new Set(references.map((reference) => reference.slice(0, 5))).size).toBe(1);
  });
});
