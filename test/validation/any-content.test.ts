/** Whatever people type or paste, the check gives findings and never fails. */
import type { Book, Cell } from "../../src/validation/book";
import { checkBook } from "../../src/validation/check-book";
import { wordsOf } from "../../src/validation/finding";
import { Chance } from "../support/chance";
import { cellFrom, exampleBook } from "./example-book";

const OFTEN = ["", "0", "16", "-4", "2.5", "0.05", "5%", "1e3", "n/a", "N/A ", "<5", "*", '"5 "', '"\'16"', "-", "nil", "tbc", "#REF!", "#N/A", "TRUE", "2009-03-31", "{=A1}7", "{=A1}", "Finance director", "BME", "Ready now",
  "=SUM(A1)", "__proto__", "constructor", "\u0000", "{facts}", "$&", "🙂", "x".repeat(400), "-99999999", "99999999999", "١٢", "½"];

function scrambled(book: Book, chance: Chance): Book {
  const any = (): Cell => (chance.part() < 0.2 ? { kind: "number", value: (chance.part() - 0.5) * 10 ** Math.floor(chance.part() * 20), numberFormat: ["General", "0%", "d mmm"][Math.floor(chance.part() * 3)] ?? "", formula: null } : cellFrom(OFTEN[Math.floor(chance.part() * OFTEN.length)] ?? ""));
  const some = (cell: Cell): Cell => (chance.part() < 0.35 ? any() : cell);
  return {
    ...book,
    tables: new Map([...book.tables].filter(() => chance.part() > 0.03).map(([name, table]) => [name, {
      ...table, headers: table.headers.map((header) => (chance.part() < 0.03 ? String(any().value) : header)), rows: table.rows.filter(() => chance.part() > 0.05).map((row) => row.map(some)),
    }])),
    named: new Map([...book.named].filter(() => chance.part() > 0.05).map(([name, each]) => [name, { ...each, cell: some(each.cell) }])),
  };
}

describe("the check of any content", () => {
  it.each(Array.from({ length: 30 }, (_, index) => index + 1))("of seed %i gives findings in their places, each in words", (seed) => {
    const book = scrambled(exampleBook(), new Chance(seed));
    const found = checkBook(book);
    expect(found.length).toBeGreaterThan(0);
    for (const each of found) {
      expect(each.place.cell).toMatch(/^([A-Z]+[1-9]\d*)?$/);
      expect(Object.values(wordsOf(each)).every((words) => words.length > 0 && !/undefined|NaN|\[object/.test(words))).toBe(true);
    }
    expect(checkBook(book)).toEqual(found);
  });
});
