/** Queries in the workbook: each at its cell of today, and found until it has an answer that counts. */
import { queriesTable } from "../../../src/blueprint/sheets/queries";
import { aboutInWords, cellOf, openQueries, queriesIn, queryRow, type KeptQuery } from "../../../src/returns/queries/queries-in-book";
import type { Query } from "../../../src/returns/queries/query-file";
import type { Book } from "../../../src/validation/book";
import { wordsOf } from "../../../src/validation/finding";
import { exampleBook } from "../../validation/example-book";
import { bookTableOf } from "../book-table";

const posts: Query = { id: "Q31-2009/10-1-01", about: { table: "demand", key: { "role-group": "Finance director" }, measure: "posts" }, code: "", says: "Are posts shared?", asks: "Say which." };
const share: Query = { ...posts, id: "Q31-2009/10-1-02", about: { table: "profile", key: { group: "Women", population: "Wider workforce" }, measure: "in-group" } };
const whole: Query = { ...posts, id: "Q31-2009/10-1-03", about: null };
const date: Query = { ...posts, id: "Q31-2009/10-1-04", about: { table: "cover", key: {}, measure: "header-as-at" } };
const answered = { text: "Four are.", by: "P Shaw", on: 39948 };

function bookWith(...queries: readonly (readonly [Query, KeptQuery["typed"]?])[]): Book {
  const book = exampleBook();
  return { ...book, sheets: [...book.sheets, { id: "queries", tab: "Queries" }], tables: new Map([...book.tables, [queriesTable.name, bookTableOf(queriesTable, "Queries", queries.map(([query, typed]) => queryRow(book, query, typed)))]]) };
}

describe("queries in a workbook", () => {
  it("read back with what they are about, and their answers", () => {
    const read = queriesIn(bookWith([posts, answered], [share], [whole], [date]));
    expect(read.map(({ id, about, answer }) => ({ id, about, answer }))).toEqual([
      { id: posts.id, about: posts.about, answer: { query: posts.id, text: "Four are.", by: "P Shaw", on: "2009-05-15" } }, { id: share.id, about: share.about, answer: null },
      { id: whole.id, about: null, answer: null }, { id: date.id, about: date.about, answer: null },
    ]);
  });

  it.each<readonly [string, Query, string | null]>([
    ["a role group's figure", posts, "Demand and supply!B9"], ["a figure of a group and population", share, "Profile!C21"], ["a line of the Cover", date, "Cover!B10"], ["the return as a whole", whole, null],
    ["a row that is gone", { ...posts, about: { table: "demand", key: { "role-group": "Nobody" }, measure: "posts" } }, null],
  ])("lead to %s", (_, query, cell) => {
    const place = cellOf(exampleBook(), query);
    expect(place === null ? null : `${place.tab}!${place.cell}`).toBe(cell);
  });

  it("say in words what they are about", () => expect([posts, share, whole, date].map(aboutInWords)).toEqual(["Finance director, Posts", "Women, Wider workforce, In group", "The return as a whole", "As-at date"]));

  it.each<readonly [id: string, because: string, book: Book, found: readonly string[]]>([
    ["E71", "nobody has answered", bookWith([posts]), ['Queries!F6: In query Q31-2009/10-1-01 the region says "Are posts shared?", and no answer counts yet. Type an answer in its row, or answer it under Sign off and send.']],
    ["E71", "the answer has no name", bookWith([posts, { ...answered, by: "" }]), ['Queries!F6: In query Q31-2009/10-1-01 the region says "Are posts shared?", and no answer counts yet. Type the name of whoever answered in its row, or answer it under Sign off and send.']],
    ["none", "it is answered", bookWith([posts, answered]), []],
    ["none", "there are no queries", exampleBook(), []],
  ])("are found by %s where %s", (_, __, book, found) => {
    expect(openQueries(book).map((each) => `${each.place.tab}!${each.place.cell}: ${wordsOf(each).says} ${wordsOf(each).fix}`)).toEqual(found);
  });
});
