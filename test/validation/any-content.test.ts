/** Whatever people type or paste, the check gives findings and never fails. */
import type { Book, Cell } from "../../src/validation/book";
import { checkBook } from "../../src/validation/check-book";
import { wordsOf } from "../../src/validation/finding";
import { cellFrom, exampleBook } from "./example-book";

/** Numbers from a seed (mulberry32), so that what fails can be run again. */
function random(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296;
  };
}

const OFTEN = ["", "0", "16", "-4", "2.5", "0.05", "5%", "1e3", "n/a", "N/A ", "<5", "*", '"5 "', '"\'16"', "-", "nil", "tbc", "#REF!", "#N/A", "TRUE", "2009-03-31", "{=A1}7", "{=A1}", "Finance director", "BME", "Ready now",
  "=SUM(A1)", "__proto__", "constructor", "\u0000", "{facts}", "$&", "🙂", "x".repeat(400), "-99999999", "99999999999", "١٢", "½"];

function scrambled(book: Book, next: () => number): Book {
  const any = (): Cell => (next() < 0.2 ? { kind: "number", value: (next() - 0.5) * 10 ** Math.floor(next() * 20), numberFormat: ["General", "0%", "d mmm"][Math.floor(next() * 3)] ?? "", formula: null } : cellFrom(OFTEN[Math.floor(next() * OFTEN.length)] ?? ""));
  const some = (cell: Cell): Cell => (next() < 0.35 ? any() : cell);
  return {
    ...book,
    tables: new Map([...book.tables].filter(() => next() > 0.03).map(([name, table]) => [name, {
      ...table, headers: table.headers.map((header) => (next() < 0.03 ? String(any().value) : header)), rows: table.rows.filter(() => next() > 0.05).map((row) => row.map(some)),
    }])),
    named: new Map([...book.named].filter(() => next() > 0.05).map(([name, each]) => [name, { ...each, cell: some(each.cell) }])),
  };
}

describe("the check of any content", () => {
  it.each(Array.from({ length: 30 }, (_, index) => index + 1))("of seed %i gives findings in their places, each in words", (seed) => {
    const book = scrambled(exampleBook(), random(seed));
    const found = checkBook(book);
    expect(found.length).toBeGreaterThan(0);
    for (const each of found) {
      expect(each.place.cell).toMatch(/^([A-Z]+[1-9]\d*)?$/);
      expect(Object.values(wordsOf(each)).every((words) => words.length > 0 && !/undefined|NaN|\[object/.test(words))).toBe(true);
    }
    expect(checkBook(book)).toEqual(found);
  });
});
